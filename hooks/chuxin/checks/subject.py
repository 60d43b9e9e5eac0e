"""What the checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..linking import LinkedMembership, memberships
from ..loading import Loaded
from ..places import locate
from ..problems import Span
from ..references import Reference, references, references_in
from ..schema import KINDS
from ..targets import Targets

Key = tuple[str, str]


@dataclass(frozen=True)
class Subject:
    """The records, the data of those that did not load, and what may be referred to."""

    loaded: Loaded
    targets: Targets

    @cached_property
    def references(self) -> list[tuple[Key, Reference]]:
        """Every reference with the key of the record in which it stands."""
        records = ((kind, record) for kind, of_kind in self.loaded.records.items() for record in of_kind.values())
        found = [((kind, record.id), one) for kind, record in records for one in references(record)]
        drafts = self.loaded.drafts.items()
        return found + [(key, one) for key, data in drafts for one in references_in(data, (KINDS[key[0]],))]

    @cached_property
    def memberships(self) -> dict[Key, list[LinkedMembership]]:
        """The spans of membership of each unit in each body, oldest first."""
        return memberships(self.loaded.records["meetings"], self.loaded.records["organizations"])

    def span(self, kind: str, identifier: str, *path: str | int) -> Span:
        """Return where the value at `path` of a record is written."""
        return locate(self.loaded.sources[kind, identifier], path)

    def name(self, organization: str) -> str:
        """Return what a unit is called, its id when its record did not load."""
        record = self.loaded.records["organizations"].get(organization)
        return record.name if record else organization
