"""The names of all records: whom an editor means who writes a name, its pinyin or a misspelt id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from ..markup.routes import STATEMENTS
from ..reading.parsing import Data
from ..records.fields import Record
from ..records.kinds import KINDS
from ..records.written import MAX_LINE
from ..words.folding import fold
from ..words.guesses import nearest
from ..words.pinyin import pinyin_forms
from .linking import Archive
from .loading import LoadedRecords

# So many records are named at most when several may be meant.
_MOST = 3
# So many different words are guessed in one run: a look through all names for each of them.
_GUESSES = 1000


def names_of(model: type[Record], record: Record | Data) -> tuple[str, ...]:
    """Return what a record is called, its proper name first; of data that is no record what can be read."""
    if isinstance(record, Record):
        return record.known_as
    found: list[str] = []
    for field in model.naming:
        value = record.get(field) if isinstance(record, dict) else None
        values: Iterable[Any] = value if isinstance(value, (list, tuple)) else [value]
        found += [one for one in values if isinstance(one, str)]
    return tuple(found)


class Directory:
    """The ids of an archive's records with their names. Made when the first of them is asked for."""

    def __init__(self, archive: Archive, loaded: LoadedRecords) -> None:
        """`loaded` is what the archive was linked from: records that did not load are meant, too."""
        self._archive, self._loaded = archive, loaded
        self._guesses: dict[tuple[str, str], list[str]] = {}
        self._kinds: dict[str, _Names] = {}

    @cached_property
    def names(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The names by kind and id, also of records that did not load, and of statements (none)."""
        names = {
            kind: {key: names_of(model, record) for key, record in self._loaded.of(model).items()}
            for kind, model in KINDS.items()
        }
        drafts = self._loaded.drafts
        for kind, key in self._loaded.broken:
            names[kind][key] = names_of(KINDS[kind], drafts.get((kind, key)))
        names[STATEMENTS] = dict.fromkeys(self._archive.statements, ())
        return names

    def shown(self, kind: str, identifier: str) -> str:
        """Return an id with the name of its record behind it."""
        name = next(iter(self.names[kind].get(identifier, ())), "")
        return f"{identifier}（{name}）" if name else identifier

    def meant(self, kind: str, written: str) -> list[str]:
        """Return the ids of the records that are meant, the likeliest first; none when there is no telling."""
        key = (kind, written)
        if key not in self._guesses and len(self._guesses) < _GUESSES and len(written) <= MAX_LINE:
            self._guesses[key] = self._of(kind).meant(written)[:_MOST]
        return self._guesses.get(key, [])

    def _of(self, kind: str) -> _Names:
        return self._kinds.setdefault(kind, _Names(self.names.get(kind, {})))


class _Names:
    """The names of one kind of records by their ids, and the ids by whatever may be written for them."""

    def __init__(self, names: dict[str, tuple[str, ...]]) -> None:
        self._names = names

    def meant(self, written: str) -> list[str]:
        """Return the ids that are meant, the likeliest first."""
        folded = fold(written)
        if not folded or not self._names:
            return []
        found = self._named.get(folded) or self._run_together.get(folded)
        if not folded.isascii():
            return found or self._alike(folded)
        return found or nearest(written, self._names) or self._sounding.get(folded, [])

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The ids by each folded name."""
        return _grouped((fold(name), key) for key, names in self._names.items() for name in names)

    @cached_property
    def _run_together(self) -> dict[str, list[str]]:
        """The ids by themselves without hyphens."""
        return _grouped((fold(key), key) for key in self._names)

    @cached_property
    def _sounding(self) -> dict[str, list[str]]:
        """The ids by each name's pinyin, and by its initials."""
        pairs = ((name, key) for key, names in self._names.items() for name in names)
        return _grouped((form, key) for name, key in pairs for form in pinyin_forms(name, None))

    def _alike(self, folded: str) -> list[str]:
        """Return the records with a name that is a little different, or that what was written is a part of."""
        named = self._named
        within = [name for name in named if len(folded) > 1 and (folded in name or (len(name) > 1 and name in folded))]
        best: Sequence[str] = nearest(folded, named) or sorted(
            within, key=lambda name: (folded not in name, abs(len(name) - len(folded)), name)
        )
        return [identifier for name in best for identifier in named[name]]


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, identifier in pairs:
        found[key].append(identifier)
    return dict(found)
