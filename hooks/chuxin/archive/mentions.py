"""Names of records in texts: whether a text tells of a unit or a person without linking it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..records.fields import Record

# A name of fewer characters may be a part of any word; so many of its first ones tell where one may begin.
_LEAST = 2


class Names:
    """The names of records by which they are found in texts."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        # By its beginning, how long a name can be: a text is looked at once at each of its places, for each length.
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for record in records:
            for name in record.known_as:
                if len(name) >= _LEAST:
                    self._named[name].add(record.id)
                    self._lengths[name[:_LEAST]].add(len(name))

    def found_in(self, text: str) -> set[str]:
        """Return the ids of the records of which a name stands in a text."""
        found: set[str] = set()
        for start in range(len(text) - _LEAST + 1):
            for length in self._lengths.get(text[start : start + _LEAST], ()):
                found |= self._named.get(text[start : start + length], set())
        return found
