"""Typed records → one linked archive: every fact that follows from another is derived here, once.

Statements are taken out of their meetings, memberships out of decisions, and every reference is also kept the other
way round. One pass over the records; nothing grows with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from ..markup.fields import links
from ..markup.routes import STATEMENTS, statement_id
from ..records.brands import Brand
from ..records.fields import Record
from ..records.kinds import KINDS
from ..records.listings import LISTS, Entry, Listing
from ..records.meetings import Decision, Meeting, Speech
from ..records.organizations import BODIES, CLASSES, Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.settings import Settings
from ..records.sources import Source
from ..words.dates import PartialDate
from .loading import Loaded
from .references import references

Key = tuple[str, str]
# A school of a university of a ministry: circles of parents end here, too, which the checks report.
_LEVELS = 8
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class LinkedStatement:
    """A statement, report or remarks together with the meeting where it was made."""

    id: str
    meeting: Meeting
    item: Speech
    position: int
    """Its place in the meeting's agenda."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The item's own sources, else its meeting's."""
        return self.item.sources or self.meeting.sources


@dataclass(frozen=True)
class Act:
    """An agenda item as the ground of something: the meeting and the item."""

    meeting: Meeting
    item: Decision
    path: tuple[str | int, ...] = ()
    """Where the item names the unit that enters or leaves, in the meeting's record."""


@dataclass(frozen=True)
class LinkedMembership:
    """One span of membership of a unit in a body. `joined` and `left` are the deciding items, where recorded.

    `since` and `until` are None when not known; `until` is also None while the membership lasts.
    """

    unit: str
    body: str
    since: PartialDate | None
    until: PartialDate | None
    joined: Act | None = None
    left: Act | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    place: int = 0
    """Its place among all memberships, in the order in which they were recorded."""
    proofs: tuple[LinkedStatement, ...] = ()
    """What was said as a member: of all such statements the one that shows it the earliest, and the latest."""
    spoken: bool = False
    """Whether nothing but statements tells of it."""

    def may_last_on(self, date: PartialDate) -> bool:
        """Tell whether it is not sure that the unit was no member then."""
        begun = self.since is None or not date.is_before(self.since)
        return begun and (self.until is None or not self.until.is_before(date))


@dataclass(frozen=True)
class Backlink:
    """That the record `source` refers to another one.

    `role` is the path of fields without positions (`agenda.admits.body`), or `text` for a link in a text; `path` is
    the whole path.
    """

    role: str
    source: Key
    path: tuple[str | int, ...]


@dataclass(frozen=True)
class Archive:
    """All records, linked. Dicts keep the order in which pages list their records."""

    settings: Settings
    meetings: dict[str, Meeting]
    """Newest first."""
    organizations: dict[str, Organization]
    """By classification, then by id."""
    people: dict[str, Person]
    """By their sorting name."""
    outcomes: dict[str, Outcome]
    listings: dict[str, Listing]
    """Needs, resources, projects."""
    brands: dict[str, Brand]
    sources: dict[str, Source]
    statements: dict[str, LinkedStatement]
    """Newest meeting first, within a meeting in the order of the agenda."""
    memberships: tuple[LinkedMembership, ...]
    entries: dict[str, tuple[Listing, Entry]]
    """The entries of all lists by `listing/entry`."""
    members_of: dict[str, list[LinkedMembership]] = field(default_factory=dict)
    memberships_of: dict[str, list[LinkedMembership]] = field(default_factory=dict)
    backlinks: dict[Key, list[Backlink]] = field(default_factory=dict)

    def backlinks_to(self, kind: str, identifier: str, *roles: str) -> list[Backlink]:
        """Return the links to a record, all of them or those of the roles named."""
        found = self.backlinks.get((kind, identifier), [])
        return [link for link in found if link.role in roles] if roles else found


def link(loaded: Loaded) -> Archive:
    """Link the records of an archive whose references have been checked."""
    records = {kind: loaded.records[kind] for kind in KINDS}
    meetings = _ordered(records["meetings"], lambda meeting: (meeting.date, meeting.id), reverse=True)
    statements = {statement.id: statement for meeting in meetings.values() for statement in statements_of(meeting)}
    of_unit = memberships(meetings, records["organizations"])
    return Archive(
        settings=loaded.settings,
        meetings=meetings,
        organizations=_ordered(records["organizations"], lambda unit: (CLASSES.index(unit.classification), unit.id)),
        people=_ordered(records["people"], lambda person: (person.sort, person.id)),
        outcomes=_ordered(records["outcomes"], lambda outcome: outcome.id),
        listings=_ordered(records["listings"], lambda listing: (LISTS.index(listing.type), listing.id)),
        brands=_ordered(records["brands"], lambda brand: brand.id),
        sources=_ordered(records["sources"], lambda source: source.id),
        statements=statements,
        memberships=tuple(one for spans in of_unit.values() for one in spans),
        entries={
            f"{listing.id}/{entry.id}": (listing, entry)
            for listing in records["listings"].values()
            for entry in listing.entries
        },
        members_of=_grouped((one.body, one) for spans in of_unit.values() for one in spans),
        memberships_of=_grouped((one.unit, one) for spans in of_unit.values() for one in spans),
        backlinks=_grouped(_backlinks(records, statements)),
    )


def statements_of(meeting: Meeting) -> Iterator[LinkedStatement]:
    """Yield what was said at a meeting, in the order of its agenda."""
    for position, item in enumerate(meeting.agenda):
        if isinstance(item, Speech):
            yield LinkedStatement(statement_id(meeting.id, item.id), meeting, item, position)


def memberships(
    meetings: dict[str, Meeting], organizations: dict[str, Organization]
) -> dict[Key, list[LinkedMembership]]:
    """Return every membership by unit and body: of units' own files, of decisions, then what statements prove."""
    spans: dict[Key, list[LinkedMembership]] = defaultdict(list)
    for unit in organizations.values():
        for own in unit.memberships:
            spans[unit.id, own.body].append(
                LinkedMembership(unit.id, own.body, own.since, own.until, note=own.note, sources=own.sources)
            )
    places = count(1)
    lasting = {key: [at for at, own in enumerate(of_unit) if own.until is None] for key, of_unit in spans.items()}
    for meeting in sorted(meetings.values(), key=lambda meeting: (meeting.date, meeting.id)):
        for position, item in enumerate(meeting.agenda):
            if isinstance(item, Decision) and item.passed:
                _apply(Act(meeting, item, ("agenda", position)), spans, lasting, places)
    for (unit, body, date), statement in _said_by_members(meetings, organizations).items():
        _prove(unit, body, date, statement, spans, organizations, places)
    return spans


def _apply(
    act: Act, spans: dict[Key, list[LinkedMembership]], lasting: dict[Key, list[int]], places: Iterator[int]
) -> None:
    """Open the memberships that a decision admits and close those that it releases.

    A release closes the unit's open membership, whichever way that was opened; where none is recorded, it is one
    that began on an unknown day. `lasting` has the places of a unit's open memberships in its spans.
    """
    sources = act.item.sources or act.meeting.sources
    for unit, body, named in _changes(act, "admits"):
        lasting.setdefault((unit, body), []).append(len(spans[unit, body]))
        spans[unit, body].append(
            LinkedMembership(unit, body, act.meeting.date, None, joined=named, sources=sources, place=next(places))
        )
    for unit, body, named in _changes(act, "releases"):
        of_unit, open_at = spans[unit, body], lasting.get((unit, body))
        if not open_at:
            of_unit.append(LinkedMembership(unit, body, None, act.meeting.date, left=named))
        else:
            at = open_at.pop()
            of_unit[at] = replace(of_unit[at], until=act.meeting.date, left=named)


def _changes(act: Act, field: str) -> Iterator[tuple[str, str, Act]]:
    """Yield the units that a decision admits or releases, each with the body, and with where it is named."""
    for number, change in enumerate(getattr(act.item, field)):
        for index, unit in enumerate(change.organizations):
            yield unit, change.body, replace(act, path=(*act.path, field, number, "organizations", index))


def _said_by_members(
    meetings: dict[str, Meeting], organizations: dict[str, Organization]
) -> dict[tuple[str, str, PartialDate], LinkedStatement]:
    """Return a statement for each unit, body and day on which somebody of the unit spoke as a member of the body."""
    found: dict[tuple[str, str, PartialDate], LinkedStatement] = {}
    for meeting in sorted(meetings.values(), key=lambda meeting: (meeting.date, meeting.id)):
        for statement in statements_of(meeting):
            item = statement.item
            for body in item.on_behalf_of if item.as_member and item.organization else ():
                if body in organizations and organizations[body].classification in BODIES:
                    found.setdefault((item.organization, body, meeting.date), statement)
    return found


def _prove(
    unit: str,
    body: str,
    date: PartialDate,
    statement: LinkedStatement,
    spans: dict[Key, list[LinkedMembership]],
    organizations: dict[str, Organization],
    places: Iterator[int],
) -> None:
    """Note that a unit, or one above it, was a member on the day on which somebody of it spoke as one.

    The statement proves that day and says nothing of the day of joining. Where two spans may be meant it proves none;
    where none is recorded, of the unit nor of those above it, it is all that is known of a membership of the unit.
    """
    for one in _lineage(unit, organizations):
        of_unit = spans.get((one, body), [])
        meant = [at for at, span in enumerate(of_unit) if span.may_last_on(date)]
        if len(meant) == 1:
            span = of_unit[meant[0]]
            of_unit[meant[0]] = replace(span, proofs=_telling((*span.proofs, statement)))
        if meant or (one == unit and of_unit):
            return
    proven = LinkedMembership(unit, body, None, None, sources=statement.sources, place=next(places))
    spans[unit, body].append(replace(proven, proofs=(statement,), spoken=True))


def _lineage(unit: str, organizations: dict[str, Organization]) -> Iterator[str]:
    """Yield a unit and those above it, as far up as units reasonably stand."""
    current: str | None = unit
    for _ in range(_LEVELS):
        if current in organizations:
            yield current
            current = organizations[current].parent


def _telling(proofs: tuple[LinkedStatement, ...]) -> tuple[LinkedStatement, ...]:
    """Return of statements the one that tells most of the day of joining, and the one that does of leaving."""
    earliest = min(proofs, key=lambda one: one.meeting.date.last_day)
    latest = max(proofs, key=lambda one: one.meeting.date.first_day)
    return (earliest,) if earliest is latest else (earliest, latest)


def _backlinks(
    records: dict[str, dict[str, Record]], statements: dict[str, LinkedStatement]
) -> Iterator[tuple[Key, Backlink]]:
    for kind, of_kind in records.items():
        for record in of_kind.values():
            for reference in references(record):
                role = ".".join(step for step in reference.path if isinstance(step, str))
                link = Backlink(role, (kind, record.id), reference.path)
                if reference.text is not None:
                    for target in links(reference.text).records:
                        yield target, replace(link, role="text")
                else:
                    yield (reference.kind, reference.id), link
    for statement in statements.values():
        for source in statement.sources:
            yield ("sources", source), Backlink("statement.sources", (STATEMENTS, statement.id), ())


def _ordered(records: dict[str, V], key, reverse: bool = False) -> dict[str, V]:
    return {record.id: record for record in sorted(records.values(), key=key, reverse=reverse)}


def _grouped(pairs) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
