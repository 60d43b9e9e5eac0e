"""What the checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from traceback import walk_tb

from ..archive.linking import LinkedMembership, memberships
from ..archive.loading import Loaded
from ..archive.references import Reference, references, references_in
from ..problems.problems import Span, display_path
from ..reading.places import locate
from ..records.fields import Record
from ..records.kinds import KINDS
from .targets import Targets

Key = tuple[str, str]


@dataclass(frozen=True)
class Subject:
    """The records, the data of those that did not load, and what may be referred to."""

    loaded: Loaded
    targets: Targets

    @cached_property
    def references(self) -> dict[Key, list[Reference]]:
        """The references of every record, and of the data of those that did not load."""
        records = ((kind, record) for kind, of_kind in self.loaded.records.items() for record in of_kind.values())
        found = {(kind, record.id): list(references(record)) for kind, record in records}
        drafts = self.loaded.drafts.items()
        return found | {key: list(references_in(data, (KINDS[key[0]],))) for key, data in drafts}

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

    def looked_at(self, error: Exception) -> str:
        """Return the file of the record at which a check was when it failed; the archive's folder if at none."""
        frames = [frame for frame, _ in walk_tb(error.__traceback__)]
        keys = (_key_of(value) for frame in reversed(frames) for value in frame.f_locals.values())
        sources = self.loaded.sources
        return next((sources[key].path for key in keys if key in sources), display_path(self.loaded.root))


def _key_of(value: object) -> Key | None:
    """Return the key that a variable of a check holds, or that of the record that it holds."""
    if isinstance(value, Record):
        return next((kind for kind, model in KINDS.items() if type(value) is model), ""), value.id
    return (
        value if isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, str) for one in value) else None
    )
