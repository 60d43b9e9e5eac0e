"""What a unit did over time, a strip for each kind of thing: when it was a member, spoke, signed, was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..archive.linking import Archive, Backlink
from ..archive.memberships import LinkedMembership
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, entry_route, item_route, record_route
from ..records.ceremonies import Award, Signing
from ..records.decisions import Decision, Joining
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.speeches import Speech
from ..words.dates import UNDATED, PartialDate
from .axis import Axis
from .beginnings import founded_on
from .days import days
from .lanes import Lane, lane, strip
from .parts import DateView, Link, date_view, link_to

# So many dates stand in a row as links; of more, the first and the last do.
MOST_DATES = 6

# A date, and the page that tells of it, if one does.
_Told = tuple[PartialDate, str | None]


@dataclass(frozen=True)
class DatedLink:
    """A date that leads to what happened; `route` is None where that has no page of its own."""

    date: DateView
    route: str | None


@dataclass(frozen=True)
class TrackView:
    """One kind of thing that a unit did, or one body that it was in."""

    label: Link
    """What it is and how often, 发言3次, or the body."""
    dates: tuple[DatedLink, ...]
    """The first and the last, where `folded`."""
    folded: bool
    lane: Lane | None = None


@dataclass(frozen=True)
class TracksView:
    """All that a unit is known to have done. Without an axis dates tell no before from an after."""

    rows: tuple[TrackView, ...]
    axis: Axis | None

    @property
    def days(self) -> tuple[DateView, ...]:
        """The different dates of which the record tells, in the order of the rows."""
        return tuple(dict.fromkeys(one.date for row in self.rows for one in row.dates))


def tracks_view(
    archive: Archive, identifier: str, memberships: Sequence[LinkedMembership], said: Iterable[LinkedStatement]
) -> TracksView:
    """Return what a unit did. What has no date is in the lists below, and not here."""
    found: dict[str, list[_Told]] = {}
    for statement in said:
        found.setdefault("发言", []).append((statement.dated, record_route(STATEMENTS, statement.id)))
    for backlink in archive.backlinks_to("organizations", identifier):
        for kind, told in _done(archive, backlink):
            found.setdefault(kind, []).append(told)
    kinds = {kind: sorted(set(found[kind]), key=_order) for kind in _ORDER if kind in found}
    # Not by themselves: to hash a membership is to hash all of the meeting that decided it.
    bodies = [(one, list(_membership_dates(one))) for one in memberships]
    all_dates = [date for told in (*kinds.values(), *(dates for _, dates in bodies)) for date, _ in told]
    axis = Axis.of(all_dates)
    rows = [_body(archive, one, told, axis) for one, told in bodies if told]
    rows += [_kind(kind, told, axis) for kind, told in kinds.items()]
    return TracksView(tuple(rows), axis)


_ORDER = ("发言", "签署", "获得", "列入清单", "参会", "其他活动")


def _done(archive: Archive, backlink: Backlink) -> Iterator[tuple[str, _Told]]:
    """Yield what a unit did where something names it, by kind: nothing where it only is mentioned, or spoke."""
    kind, identifier = backlink.origin
    if kind == "listings" and backlink.role in ("entries.organization", "entries.claimed_by"):
        listing = archive.of(Listing)[identifier]
        entry = listing.entries[backlink.place(1)]
        if entry.date:
            yield "列入清单", (entry.date, entry_route(identifier, entry.id))
    if kind != "meetings" or backlink.role == "text":
        return
    meeting = archive.of(Meeting)[identifier]
    if backlink.path[0] != "agenda":
        yield "参会", (meeting.date, record_route("meetings", identifier))
        return
    item = meeting.agenda[backlink.place(1)]
    if isinstance(item, Speech | Decision | Joining):
        return
    name = "其他活动"
    if isinstance(item, Signing) and backlink.role == "agenda.organizations":
        name = "签署"
    if isinstance(item, Award) and backlink.path[2] == "receivers":
        name = "获得"
    yield name, (meeting.date, item_route(identifier, item.id))


def _membership_dates(membership: LinkedMembership) -> Iterator[_Told]:
    for date, act in ((membership.since, membership.joined), (membership.until, membership.left)):
        if date:
            yield date, item_route(act.meeting.id, act.item.id) if act else None
    if not membership.since:
        yield from ((one.meeting.date, record_route(STATEMENTS, one.id)) for one in membership.proofs)


def _body(archive: Archive, membership: LinkedMembership, told: Sequence[_Told], axis: Axis | None) -> TrackView:
    proven = [one.meeting.date for one in membership.proofs]
    bounds = days(membership.since, membership.until, proven, founded_on(archive, membership.body))
    shown = () if membership.since and membership.since.to_the_day else proven
    drawn = lane(axis, bounds, membership.since, membership.until, shown) if axis else None
    return TrackView(link_to(archive, "organizations", membership.body), _links(told), folded=False, lane=drawn)


def _kind(kind: str, told: Sequence[_Told], axis: Axis | None) -> TrackView:
    folded = len(told) > MOST_DATES
    links = _links((told[0], told[-1]) if folded else told)
    drawn = strip(axis, (date for date, _ in told)) if axis else None
    return TrackView(Link(f"{kind}{len(told)}次", None), links, folded, drawn)


def _links(told: Iterable[_Told]) -> tuple[DatedLink, ...]:
    return tuple(DatedLink(date_view(date), route) for date, route in told)


def _order(told: _Told) -> tuple[PartialDate, str]:
    return told[0] or UNDATED, told[1] or ""
