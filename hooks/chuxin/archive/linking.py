"""Typed records → one linked archive: every fact that follows from another is derived here, once.

Statements are taken out of their meetings, memberships out of decisions, and every reference is also kept the other
way round. One pass over the records; nothing grows with their square. Records may still be wrong: what they refer to
need not be there, so that checks read the linked archive, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar, cast

from ..markup.fields import links
from ..markup.routes import STATEMENTS, place_on_index, record_route
from ..problems.typed import FieldPath
from ..records.agenda import AgendaItem
from ..records.fields import Record
from ..records.kinds import KINDS
from ..records.listings import Entry, Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.people import Person
from ..records.settings import Settings
from ..words.dates import PartialDate
from .consequences import Consequences, consequences
from .loading import Key, LoadedRecords
from .memberships import LinkedMembership, Pair, lineage, memberships
from .mentions import Names
from .offices import Holder, LinkedOffice, offices
from .references import Reference, references
from .statements import LinkedStatement, statements_of

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Backlink:
    """That the record `origin` refers to another one.

    `role` is the path of fields without positions (`agenda.admits.body`), or `text` for a link in a text; `path` is
    the whole path.
    """

    role: str
    origin: Key
    path: FieldPath

    def place(self, step: int) -> int:
        """Return the place in a list at a step of the path. Raises TypeError when a field stands there."""
        place = self.path[step]
        if not isinstance(place, int):
            raise TypeError(f"{place} is no place in a list")
        return place


@dataclass(frozen=True)
class Archive:
    """All records, linked. Dicts keep the order in which pages list their records."""

    settings: Settings
    records: Mapping[str, dict[str, Record]]
    """The records of every kind, by its folder and their ids."""
    statements: dict[str, LinkedStatement]
    """Newest meeting first, within a meeting in the order of the agenda."""
    statements_at: dict[str, list[LinkedStatement]]
    """The same by the meeting's id."""
    spans: dict[Pair, list[LinkedMembership]]
    """The memberships of each unit in each body, in the order in which they were recorded."""
    offices: list[LinkedOffice]
    """All offices, in the order in which they were recorded."""
    entries: dict[str, tuple[Listing, Entry]]
    """The entries of all lists by `listing/entry`."""
    items: dict[str, tuple[Meeting, AgendaItem]]
    """The items of all agendas by `meeting/item`."""
    references: dict[Key, list[Reference]]
    """What every record refers to, and its texts that may hold links."""

    def of(self, model: type[R]) -> dict[str, R]:
        """Return the records of a kind by their ids."""
        return cast("dict[str, R]", self.records[model.folder])

    def above(self, unit: str | None) -> tuple[str, ...]:
        """Return the units above one, the nearest first; they are few."""
        return lineage(unit, self.of(Organization))[1:] if unit else ()

    def paged(self, section: str) -> Mapping[str, Record | LinkedStatement]:
        """Return what of a section has pages: the records of a kind, or the statements."""
        return self.statements if section == STATEMENTS else self.records[section]

    def route_of(self, section: str, identifier: str) -> str:
        """Return where a record or a statement is shown: on its page, or on the index of its kind."""
        has_page = self.paged(section)[identifier].has_page
        return record_route(section, identifier) if has_page else place_on_index(section, identifier)

    @cached_property
    def memberships(self) -> tuple[LinkedMembership, ...]:
        """All memberships."""
        return tuple(chain.from_iterable(self.spans.values()))

    @cached_property
    def members_of(self) -> dict[str, list[LinkedMembership]]:
        """The memberships in each body."""
        return _grouped((one.body, one) for one in self.memberships)

    @cached_property
    def memberships_of(self) -> dict[str, list[LinkedMembership]]:
        """The memberships of each unit."""
        return _grouped((one.unit, one) for one in self.memberships)

    @cached_property
    def offices_in(self) -> dict[str, list[LinkedOffice]]:
        """The offices of each organization."""
        return _grouped((one.organization, one) for one in self.offices)

    @cached_property
    def offices_of(self) -> dict[Holder, list[LinkedOffice]]:
        """The offices of each holder."""
        return _grouped((one.holder, one) for one in self.offices)

    @cached_property
    def consequences(self) -> Consequences:
        """What followed from what was decided, and from the entries of lists."""
        return consequences(self.of(Meeting).values(), self.of(Listing).values())

    @cached_property
    def unit_names(self) -> Names:
        """What units are called, to be found in texts."""
        return Names(self.of(Organization).values())

    @cached_property
    def person_names(self) -> Names:
        """What people are called, to be found in texts."""
        return Names(self.of(Person).values())

    @cached_property
    def said_below(self) -> dict[str, list[LinkedStatement]]:
        """What was said by those of the units below each one, newest first."""
        return _grouped((one, said) for said in self.statements.values() for one in self.above(said.item.organization))

    @cached_property
    def said_for(self) -> dict[tuple[PartialDate | str, str], list[LinkedStatement]]:
        """What was said on behalf of each organization on one day, or at one meeting whose day is not known."""
        return _grouped(
            ((one.occasion, body), one) for one in self.statements.values() for body in one.item.on_behalf_of
        )

    @cached_property
    def backlinks(self) -> dict[Key, list[Backlink]]:
        """What refers to each record. Made when it is asked for, as links in texts have to be read."""
        return _grouped(_backlinks(self.references, self.statements))

    def backlinks_to(self, kind: str, identifier: str, *roles: str) -> list[Backlink]:
        """Return the links to a record, all of them or those of the roles named."""
        found = self.backlinks.get((kind, identifier), [])
        return [link for link in found if link.role in roles] if roles else found


def link(loaded: LoadedRecords) -> Archive:
    """Link the records of an archive."""
    records = {kind: loaded.of(model) for kind, model in KINDS.items()}
    ordered = {kind: _ordered(model, records[kind]) for kind, model in KINDS.items()}
    meetings = cast("dict[str, Meeting]", ordered[Meeting.folder])
    listings = cast("dict[str, Listing]", records[Listing.folder])
    people = cast("dict[str, Person]", records[Person.folder])
    at = {meeting.id: list(statements_of(meeting, people)) for meeting in meetings.values()}
    by_date = [meetings[one] for one in reversed(meetings)]
    said = chain.from_iterable(at[meeting.id] for meeting in by_date)
    return Archive(
        settings=loaded.settings,
        records=ordered,
        statements={statement.id: statement for of_meeting in at.values() for statement in of_meeting},
        statements_at=at,
        offices=offices(by_date, cast("dict[str, Organization]", records[Organization.folder])),
        spans=memberships(by_date, said, cast("dict[str, Organization]", records[Organization.folder])),
        entries={f"{one.id}/{entry.id}": (one, entry) for one in listings.values() for entry in one.entries},
        items={f"{one.id}/{item.id}": (one, item) for one in meetings.values() for item in one.agenda},
        references={
            (kind, record.id): list(references(record)) for kind, of in records.items() for record in of.values()
        },
    )


def _backlinks(
    found: Mapping[Key, Iterable[Reference]], statements: Mapping[str, LinkedStatement]
) -> Iterator[tuple[Key, Backlink]]:
    for origin, of_record in found.items():
        for reference in of_record:
            if reference.text is not None:
                link = Backlink("text", origin, reference.path)
                yield from ((target, link) for target in links(reference.text).records)
            else:
                role = ".".join(step for step in reference.path if isinstance(step, str))
                yield (reference.kind, reference.id), Backlink(role, origin, reference.path)
    for statement in statements.values():
        for source in statement.sources:
            yield ("sources", source), Backlink("statement.sources", (STATEMENTS, statement.id), ())


def _ordered(model: type[Record], records: Mapping[str, Record]) -> dict[str, Record]:
    ordered = sorted(records.values(), key=lambda record: record.sorted_by, reverse=model.newest_first)
    return {record.id: record for record in ordered}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
