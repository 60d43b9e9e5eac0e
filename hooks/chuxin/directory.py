"""The names of all records: whom an editor means who writes a name, its pinyin or a misspelt id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from .folding import fold
from .guesses import nearest
from .linking import statements_of
from .loading import Loaded
from .parsing import Data
from .pinyin import pinyin_forms
from .routes import STATEMENTS
from .schema import KINDS, Record

# The fields that hold what a record is called, the likeliest first.
_NAMES = ("name", "names", "title", "headline", "other_names")
# So many records are named at most when several may be meant.
_MOST = 3


def names_of(record: Record | Data) -> tuple[str, ...]:
    """Return what a record is called, its proper name first; of data that is no record what can be read."""
    found: list[str] = []
    for field in _NAMES:
        value = record.get(field) if isinstance(record, dict) else getattr(record, field, None)
        values: Iterable = value if isinstance(value, (list, tuple)) else [value]
        found += [one for one in values if isinstance(one, str)]
    return tuple(found)


class Directory:
    """The ids of an archive's records with their names. Made when the first of them is asked for."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    @cached_property
    def names(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The names by kind and id, also of records that did not load, and of statements (none)."""
        names = {kind: {key: names_of(record) for key, record in self._loaded.records[kind].items()} for kind in KINDS}
        for kind, key in self._loaded.broken:
            names.setdefault(kind, {})[key] = names_of(self._loaded.drafts.get((kind, key)))
        meetings = self._loaded.records["meetings"].values()
        names[STATEMENTS] = {statement.id: () for meeting in meetings for statement in statements_of(meeting)}
        return names

    def shown(self, kind: str, identifier: str) -> str:
        """Return an id with the name of its record behind it."""
        name = next(iter(self.names[kind].get(identifier, ())), "")
        return f"{identifier}（{name}）" if name else identifier

    def meant(self, kind: str, written: str) -> list[str]:
        """Return the ids of the records that are meant, the likeliest first; none when there is no telling."""
        ids = self.names.get(kind, {})
        folded = fold(written)
        if not folded or not ids:
            return []
        named = self._named(kind).get(folded, [])
        run_together = [identifier for identifier in ids if fold(identifier) == folded]
        found = named or run_together or (nearest(written, ids) if folded.isascii() else [])
        return (found or self._sounding(kind, folded) or self._alike(kind, folded))[:_MOST]

    def _named(self, kind: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for identifier, names in self.names[kind].items():
            for name in names:
                found[fold(name)].append(identifier)
        return found

    def _sounding(self, kind: str, folded: str) -> list[str]:
        """Return the records with a name whose pinyin, or its initials, is what was written."""
        if not folded.isascii():
            return []
        pairs = ((identifier, name) for identifier, names in self.names[kind].items() for name in names)
        return [identifier for identifier, name in pairs if folded in pinyin_forms(name)]

    def _alike(self, kind: str, folded: str) -> list[str]:
        """Return the records with a name that is a little different, or that what was written is a part of."""
        if folded.isascii():
            return []
        named = self._named(kind)
        within = [name for name in named if len(folded) > 1 and (folded in name or (len(name) > 1 and name in folded))]
        best: Sequence[str] = nearest(folded, named) or sorted(
            within, key=lambda name: (folded not in name, abs(len(name) - len(folded)), name)
        )
        return [identifier for name in best for identifier in named[name]]
