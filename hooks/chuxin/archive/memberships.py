"""Who is a member of what and since when, as decisions, units' own files and statements tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from ..problems.typed import FieldPath
from ..records.agenda import AgendaItem
from ..records.decisions import Change, Decision, Joining, Verb
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .statements import LinkedStatement

# A unit and a body.
Pair = tuple[str, str]
# A school of a university of a ministry.
_LEVELS = 8


@dataclass(frozen=True)
class Act:
    """An agenda item as the ground of something: the meeting and the item."""

    meeting: Meeting
    item: AgendaItem
    path: FieldPath = ()
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
    ceased: str | None = None
    """The unit or the body that ceased to be on the day `until`, where that ended it."""

    def may_last_on(self, date: PartialDate) -> bool:
        """Tell whether it is not sure that the unit was no member then."""
        begun = self.since is None or not date.is_before(self.since)
        return begun and (self.until is None or not self.until.is_before(date))


def memberships(
    meetings: Iterable[Meeting], statements: Iterable[LinkedStatement], organizations: Mapping[str, Organization]
) -> dict[Pair, list[LinkedMembership]]:
    """Return every membership by unit and body: of units' own files, of decisions, then what statements prove.

    Meetings and statements are given by date, the oldest first. What they name need not be there.
    """
    spans: dict[Pair, list[LinkedMembership]] = defaultdict(list)
    for unit in organizations.values():
        for own in unit.memberships:
            spans[unit.id, own.body].append(
                LinkedMembership(unit.id, own.body, own.since, own.until, note=own.note, sources=own.sources)
            )
    places = count(1)
    lasting = {key: [at for at, own in enumerate(of_unit) if own.until is None] for key, of_unit in spans.items()}
    for meeting in meetings:
        for position, item in enumerate(meeting.agenda):
            if isinstance(item, Decision | Joining):
                _apply(Act(meeting, item, ("agenda", position)), item.effective, spans, lasting, places)
    for (speaking, body, date), statement in _said_by_members(statements, organizations).items():
        _prove(speaking, body, date, statement, spans, organizations, places)
    return {pair: _while_there(pair, of_pair, organizations) for pair, of_pair in spans.items()}


def _while_there(
    pair: Pair, spans: list[LinkedMembership], organizations: Mapping[str, Organization]
) -> list[LinkedMembership]:
    """End what lasts on the day on which the unit or the body ceased to be; no successor takes its place by that."""
    ends = [(one.ended.date, one.id) for key in pair if (one := organizations.get(key)) and one.ended]
    if not ends:
        return spans
    date, ceased = min(ends)
    return [replace(one, until=date, ceased=ceased) if one.until is None else one for one in spans]


def _apply(
    act: Act,
    changes: tuple[Change, ...],
    spans: dict[Pair, list[LinkedMembership]],
    lasting: dict[Pair, list[int]],
    places: Iterator[int],
) -> None:
    """Open the memberships of the units that enter by an item and close those of the units that leave.

    A release closes the unit's open membership, whichever way that was opened; where none is recorded, it is one
    that began on an unknown day. `lasting` has the places of a unit's open memberships in its spans.
    """
    sources = act.item.sources or act.meeting.sources
    for unit, body, named in _changed(act, changes, "加入"):
        lasting.setdefault((unit, body), []).append(len(spans[unit, body]))
        spans[unit, body].append(
            LinkedMembership(unit, body, act.meeting.date, None, joined=named, sources=sources, place=next(places))
        )
    for unit, body, named in _changed(act, changes, "退出"):
        of_unit, open_at = spans[unit, body], lasting.get((unit, body))
        if not open_at:
            of_unit.append(LinkedMembership(unit, body, None, act.meeting.date, left=named))
        else:
            at = open_at.pop()
            of_unit[at] = replace(of_unit[at], until=act.meeting.date, left=named)


def _changed(act: Act, changes: tuple[Change, ...], verb: Verb) -> Iterator[tuple[str, str, Act]]:
    """Yield the units that enter or leave by an item, each with the body, and with where it is named."""
    for change in changes:
        for index, unit in enumerate(change.members.organizations if change.verb == verb else ()):
            yield unit, change.members.body, replace(act, path=(*act.path, *change.path, "organizations", index))


def _said_by_members(
    statements: Iterable[LinkedStatement], organizations: Mapping[str, Organization]
) -> dict[tuple[str, str, PartialDate], LinkedStatement]:
    """Return a statement for each unit, body and day on which somebody of the unit spoke as a member of the body."""
    found: dict[tuple[str, str, PartialDate], LinkedStatement] = {}
    for statement in statements:
        item, unit = statement.item, statement.item.organization
        for body in item.on_behalf_of if item.as_member else ():
            if unit and body in organizations and organizations[body].is_body:
                found.setdefault((unit, body, statement.dated), statement)
    return found


def _prove(
    unit: str,
    body: str,
    date: PartialDate,
    statement: LinkedStatement,
    spans: dict[Pair, list[LinkedMembership]],
    organizations: Mapping[str, Organization],
    places: Iterator[int],
) -> None:
    """Note that a unit, or one above it, was a member on the day on which somebody of it spoke as one.

    The statement proves that day and says nothing of the day of joining. Where two spans may be meant it proves none;
    where none is recorded, of the unit nor of those above it, it is all that is known of a membership of the unit.
    """
    for one in lineage(unit, organizations):
        of_unit = spans.get((one, body), [])
        meant = [at for at, span in enumerate(of_unit) if span.may_last_on(date)]
        if len(meant) == 1:
            span = of_unit[meant[0]]
            of_unit[meant[0]] = replace(span, proofs=_telling((*span.proofs, statement)))
        if meant or (one == unit and of_unit):
            return
    proven = LinkedMembership(unit, body, None, None, sources=statement.sources, place=next(places))
    spans[unit, body].append(replace(proven, proofs=(statement,), spoken=True))


def lineage(unit: str, organizations: Mapping[str, Organization]) -> tuple[str, ...]:
    """Return a unit and those above it, the nearest first, as far up as units reasonably stand."""
    found: dict[str, None] = {}
    current: str | None = unit
    while current and current in organizations and current not in found and len(found) < _LEVELS:
        found[current] = None
        current = organizations[current].parent
    return tuple(found)


def _telling(proofs: tuple[LinkedStatement, ...]) -> tuple[LinkedStatement, ...]:
    """Return of statements the one that tells most of the day of joining, and the one that does of leaving."""
    earliest = min(proofs, key=lambda one: one.meeting.date.last_day)
    # What was no later than a day does not tell that a membership lasted until then.
    on_a_day = (one for one in proofs if one.meeting.date.first_day)
    latest = max(on_a_day, key=lambda one: one.meeting.date.drawn_on, default=earliest)
    return (earliest,) if earliest is latest else (earliest, latest)
