"""What the checks look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ..archive.linking import Archive
from ..archive.loading import Key, LoadedRecords
from ..archive.references import Reference, references_in
from ..archive.statements import LinkedStatement
from ..problems.faults import looked_at
from ..problems.problems import Span, display_path
from ..reading.places import locate
from ..records.fields import Record
from ..records.kinds import KINDS
from ..records.organizations import Organization
from .catalogue import Catalogue


@dataclass(frozen=True)
class Inspection:
    """The linked archive, what it was linked from, and what may be referred to."""

    archive: Archive
    loaded: LoadedRecords
    catalogue: Catalogue

    @cached_property
    def references(self) -> dict[Key, list[Reference]]:
        """The references of every record, and of the data of those that did not load."""
        drafts = self.loaded.drafts.items()
        return self.archive.references | {key: list(references_in(data, (KINDS[key[0]],))) for key, data in drafts}

    @property
    def statements(self) -> Iterator[LinkedStatement]:
        """What was said at meetings: also of those that have the same address, each."""
        return chain.from_iterable(self.archive.statements_at.values())

    def span(self, kind: str, identifier: str, *path: str | int) -> Span:
        """Return where the value at `path` of a record is written."""
        return locate(self.loaded.text((kind, identifier)), path)

    def name(self, organization: str) -> str:
        """Return what a unit is called, its id when its record did not load."""
        record = self.archive.of(Organization).get(organization)
        return record.name if record else organization

    def looked_at(self, error: Exception) -> str:
        """Return the file of the record at which a check was when it failed; the archive's folder if at none."""
        return looked_at(error, self._path_of) or display_path(self.loaded.root)

    def _path_of(self, _: str, value: object) -> str | None:
        key = _key_of(value)
        return self.loaded.text(key).path if key in self.loaded.files else None


def _key_of(value: object) -> Key | None:
    """Return the key that a variable of a check holds, or that of the record that it holds."""
    if isinstance(value, Record):
        return value.folder, value.id
    return (
        value if isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, str) for one in value) else None
    )
