"""How often the first guess is right when something in the real records is misspelt, each word by itself.

Words are misspelt in every way that one slip of the keyboard can do it: a letter left out, typed twice, another one
in its place, one too many, two that changed places.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from chuxin.archive.linking import link
from chuxin.archive.loading import LoadedRecords, load, read_record
from chuxin.archive.references import references
from chuxin.checks.catalogue import Catalogue
from chuxin.checks.inspection import Inspection
from chuxin.checks.links import ids_resolve
from chuxin.problems.problems import Problem
from chuxin.problems.typed import SourceText
from chuxin.reading.places import rewritten, scalars
from chuxin.records.kinds import KINDS
from sites import DATA

_LETTERS = string.ascii_lowercase


@dataclass(frozen=True)
class Rate:
    """Of how many misspelt words the first guess was right, and those where it was not: typed, wanted, guessed."""

    tried: int
    wrong: list[tuple[str, str, str]]

    @property
    def right(self) -> float:
        """The share of right guesses."""
        return 1 - len(self.wrong) / self.tried

    def __str__(self) -> str:
        return f"{self.right:.4f} of {self.tried:,}"


def misspellings(word: str) -> Iterator[str]:
    """Yield a word with one slip in it, in every way; a letter is replaced by its neighbours in the alphabet."""
    made = set()
    for index, character in enumerate(word):
        made.add(word[:index] + word[index + 1 :])
        made.add(word[:index] + character + word[index:])
        made.add(word[:index] + word[index + 1 : index + 2] + character + word[index + 2 :])
        for other in _neighbours(character):
            made.add(word[:index] + other + word[index + 1 :])
            made.add(word[:index] + other + word[index:])
    yield from sorted(made - {word, ""})


def field_rate(archive: Path = DATA, every: int = 1) -> Rate:
    """Misspell every field of every record, each time it occurs, in every way or in one of so many."""
    tried, wrong = 0, []
    for kind, source in _sources(archive):
        for scalar in scalars(source):
            name = source.text[scalar.start : scalar.end]
            for typed in islice(misspellings(name), scalar.start % every, None, every) if scalar.is_key else ():
                text = source.text[: scalar.start] + typed + source.text[scalar.end :]
                problems = read_record(SourceText(source.path, text), KINDS[kind]).problems
                guess = _guess(problems, "E202")
                tried += 1
                wrong += [] if guess == name else [(typed, name, guess)]
    return Rate(tried, wrong)


def id_rate(archive: Path = DATA, every: int = 1) -> Rate:
    """Misspell every id by which a record refers to another, each time it occurs, in every way or in one of so many."""
    loaded, _ = load(archive)
    targets = Catalogue.of(link(loaded), loaded, [])
    tried, wrong = 0, []
    for kind, model in KINDS.items():
        for record in loaded.of(model).values():
            source = loaded.text((kind, record.id))
            for reference in references(record):
                if reference.text is not None:
                    continue
                line, edit = rewritten(source, reference.path, "")
                for typed in islice(misspellings(reference.id), line % every, None, every):
                    if targets.has(reference.kind, typed):
                        continue
                    mended = source.mended({line: (type(edit)(edit.start, edit.end, typed),)})
                    guess = _guess(_resolved(kind, SourceText(source.path, mended.text), targets), "E301", "E308")
                    tried += 1
                    wrong += [] if guess == reference.id else [(typed, reference.id, guess)]
    return Rate(tried, wrong)


def _resolved(kind: str, source: SourceText, targets: Catalogue) -> list[Problem]:
    """Return the problems of the references of one record."""
    file = read_record(source, KINDS[kind])
    alone = LoadedRecords(DATA)
    alone.files[kind, file.record.id] = file
    return list(ids_resolve(Inspection(link(alone), alone, targets)))


def _guess(problems: list[Problem], *codes: str) -> str:
    hints = [problem.hint for problem in problems if problem.code in codes]
    match = re.match(r"您是否想写 ([a-z0-9_-]+)", hints[0]) if hints else None
    return match[1] if match else ""


def _sources(archive: Path) -> Iterator[tuple[str, SourceText]]:
    loaded, _ = load(archive)
    yield from ((kind, loaded.text((kind, one))) for kind, one in sorted(loaded.files))


def _neighbours(character: str) -> str:
    """Return the letters beside one in the alphabet: two of twenty-five, so that all words can be tried."""
    at = _LETTERS.find(character)
    return "" if at < 0 else _LETTERS[at - 1] + _LETTERS[(at + 1) % len(_LETTERS)]


RATES: dict[str, Callable[..., Rate]] = {"misspelt fields": field_rate, "misspelt ids": id_rate}
