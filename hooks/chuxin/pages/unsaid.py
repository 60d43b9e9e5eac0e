"""What a record leaves open: a field reads 未载明 only where nothing else in its record says it, no field and no text.

What a text says, nobody can tell but who reads it; that it may, shows from what it names. So where a text names a unit,
no page beside it claims that the unit is not known: it is left to the text.
"""

from __future__ import annotations

import re

from ..archive.linking import Archive
from ..records.organizations import Organization
from ..records.people import Person

_LINKED = re.compile(r"\(record:(organizations|people)/([a-z0-9-]+)\)")
_DATE = re.compile(
    r"[0-9〇零一二三四五六七八九]{4}年|[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?|[0-9]{4}-[0-9]{2}"
)


class Told:
    """What the texts of a record, or of a part of one, tell of: units, people, dates, words."""

    def __init__(self, archive: Archive, *texts: str | None) -> None:
        """Texts may be None."""
        self._archive = archive
        self._text = "\n".join(filter(None, texts))

    def unit(self, *but: str) -> bool:
        """Tell whether they name a unit besides those known to be another matter."""
        return bool((self._archive.unit_names.found_in(self._text) | self._linked(Organization.folder)) - {*but})

    def person(self, *but: str) -> bool:
        """Tell whether they name a person besides those known to be another matter."""
        return bool((self._archive.person_names.found_in(self._text) | self._linked(Person.folder)) - {*but})

    @property
    def date(self) -> bool:
        """Whether they have a date."""
        return bool(_DATE.search(self._text))

    def word(self, pattern: str) -> bool:
        """Tell whether one of some words stands in them."""
        return bool(re.search(pattern, self._text))

    def _linked(self, kind: str) -> set[str]:
        return {identifier for linked, identifier in _LINKED.findall(self._text) if linked == kind}


def unsaid(**said: object) -> frozenset[str]:
    """Return the fields of which nothing is said: neither a value nor, behind an `or`, that something else tells it."""
    return frozenset(name for name, one in said.items() if not one)
