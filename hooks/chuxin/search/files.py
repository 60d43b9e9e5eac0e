"""Documents → the static files that the browser searches.

    search/meta.json      what every search needs: how many documents, where kinds and years begin, where blocks and
                          grams are, the folding table, and what readers say in other words
    search/grams/N.bin    grams, see `packing`
    search/texts/N.json   blocks of documents, whole: what is shown of them, and their texts to look at
    search/names/N.json   folded names that are long enough to be shortened, two files are loaded for a term that no
                          name contains
    search/answers/N.json what named documents are, in a line or two, loaded when one is called just what was typed
    search/facets.json    what units and people are called, and which of them each document names

A document is known by its number, its place in the order of `documents`. Document n has the fields 2n, its names with
their pinyin and its date, and 2n + 1, its texts. Files are addressed by their content's digest: a cached one is never
stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from ..markup.routes import record_route
from ..records.kinds import KIND_NAMES
from ..records.organizations import Organization
from ..records.people import Person
from ..records.settings import Synonym
from ..words.folding import fold, folding_table
from ..words.pinyin import pinyin_forms
from .documents import NAMED, Document
from .grams import LEAF, LONGEST, index
from .packing import pack

FOLDER = "search/"
BLOCK = 600
# A shorter name is not shortened further.
LONG = 4
# So many names are divided among a file and the next.
NAMES = 250
# What is said of so many documents is in one file.
ANSWERS = 50

# By which documents are filtered besides kinds and years, and the kind of each.
_FACETS = {"units": Organization.folder, "people": Person.folder}
_KIND_NAMES = {**KIND_NAMES, "pages": "页面", "handbook": "编辑手册"}


def search_files(documents: Sequence[Document], synonyms: Iterable[Synonym] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search with its address, `meta.json` last."""
    pinyin = [_pinyin(document) for document in documents]
    texts: list[str] = []
    fields: list[int] = []
    for number, document in enumerate(documents):
        names = [*map(fold, document.names), *pinyin[number], fold(document.date)]
        for field, parts in ((2 * number, names), (2 * number + 1, map(fold, document.paragraphs))):
            found = [part for part in parts if part]
            texts += found
            fields += [field] * len(found)
    shards = pack(index(texts, fields))
    blocks = list(_blocks(_shown(document, forms) for document, forms in zip(documents, pinyin, strict=True)))
    named = _name_files(documents)
    contents = [
        *((f"grams/{number}.bin", content) for number, content in enumerate(shards.files)),
        *((f"texts/{number}.json", _json(block)) for number, block in enumerate(blocks)),
        *((f"names/{number}.json", _json(file)) for number, file in enumerate(named)),
        *((f"answers/{number}.json", _json(file)) for number, file in enumerate(_answers(documents))),
        ("facets.json", _json(_facets(documents))),
    ]
    digest = hashlib.sha256()
    for _, content in contents:
        digest.update(content)
    version = digest.hexdigest()[:12]
    yield from ((f"{FOLDER}{version}/{name}", content) for name, content in contents)
    yield (
        f"{FOLDER}meta.json",
        _json(
            {
                "version": version,
                "documents": len(documents),
                "kinds": _runs((document.kind, _KIND_NAMES[document.kind]) for document in documents),
                "years": _runs((document.year,) for document in documents),
                "blocks": list(map(len, blocks)),
                "grams": shards.first,
                "names": len(named),
                "named": sum(document.brief is not None for document in documents),
                "answers": ANSWERS,
                "leaf": LEAF,
                "longest": LONGEST,
                "folding": folding_table(set("".join(texts))),
                "synonyms": _synonyms(synonyms),
            }
        ),
    )


def _pinyin(document: Document) -> list[str]:
    """Return the pinyin of a document's names."""
    title, *others = document.names
    forms = [*pinyin_forms(title, document.reading), *(form for name in others for form in pinyin_forms(name, None))]
    return list(dict.fromkeys(forms))


def _shown(document: Document, pinyin: list[str]) -> list[Any]:
    """Return what the browser needs of a document: to show it, and to look at its texts."""
    return [document.route, document.date, document.context, document.names, pinyin, document.paragraphs]


def _name_files(documents: Sequence[Document]) -> list[list[tuple[int, str]]]:
    """Return the files of long names: each name, with its document's number, is in those of its first and last sign.

    So whoever knows how a name begins or how it ends finds it in one of two files.
    """
    named = ((number, document) for number, document in enumerate(documents) if document.kind in NAMED)
    names = [(number, name) for number, document in named for name in map(fold, document.names) if len(name) >= LONG]
    files: list[list[tuple[int, str]]] = [[] for _ in range(1 + len(names) // NAMES)]
    for number, name in names:
        for place in {ord(name[0]) % len(files), ord(name[-1]) % len(files)}:
            files[place].append((number, name))
    return files


def _synonyms(synonyms: Iterable[Synonym]) -> dict[str, list[str]]:
    """Return what the documents say for each of the words that readers say, both folded."""
    found: dict[str, list[str]] = {}
    for one in synonyms:
        for said in filter(None, map(fold, one.also)):
            found.setdefault(said, []).append(fold(one.term))
    return found


def _answers(documents: Sequence[Document]) -> Iterator[list[list[Any]]]:
    """Yield the files of what named documents are, which stand before all others: a text, and counts with places."""
    briefs = [document.brief for document in documents if document.brief]
    said = [[one.line, [[count.text, str(count.route).partition("#")[2]] for count in one.counts]] for one in briefs]
    return (said[start : start + ANSWERS] for start in range(0, len(said), ANSWERS))


def _facets(documents: Sequence[Document]) -> dict[str, dict[str, str]]:
    """Return what units and people are called, in the order of their documents, and which of them each document names.

    Names are lines. Between blanks stand the places that a document has among them, of one name the first: to the base
    of 36, as whoever searches for the first time loads all of this. Of a unit or a person itself there is none, unless
    another one of its name comes first.
    """
    found = {}
    for facet, kind in _FACETS.items():
        routes = [one.route for one in documents if one.kind == kind]
        names = [one.names[0] for one in documents if one.kind == kind]
        first: dict[str, int] = {}
        for place, name in enumerate(names):
            first.setdefault(name, place)
        places = {route: first[name] for route, name in zip(routes, names, strict=True)}
        itself = {route: [place] for place, route in enumerate(routes)}
        of = []
        for document in documents:
            own = sorted({places[record_route(kind, one)] for one in getattr(document, facet)})
            of.append(
                "" if own == itself.get(document.route) else ",".join(np.base_repr(one, 36).lower() for one in own)
            )
        found[facet] = {"names": "\n".join(names), "of": " ".join(of)}
    return found


def _blocks(shown: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    """Cut documents into blocks of about `BLOCK` characters."""
    block: list[list[Any]] = []
    size = 0
    for document in shown:
        names, pinyin, paragraphs = document[-3:]
        length = sum(map(len, (*names, *pinyin, *paragraphs)))
        if block and size + length > BLOCK:
            yield block
            block, size = [], 0
        block.append(document)
        size += length
    if block:
        yield block


def _runs(values: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    """Return runs of equal values as [value …, where the run ends]."""
    runs, end = [], 0
    for value, run in groupby(values):
        end += sum(1 for _ in run)
        runs.append([*value, end])
    return runs


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
