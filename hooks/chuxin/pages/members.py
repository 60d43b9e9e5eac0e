"""Rows of membership: in the table of a body's members, and in that of the bodies that a unit joined."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.memberships import Act, LinkedMembership
from ..archive.naming import act_title
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, item_route
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .days import Days, days
from .lanes import Lane
from .parts import DateView, Link, date_view, link_to, links_to
from .successions import EndingView, FormerNameView, ending_view, former_names, predecessors, some_units
from .unsaid import Told


@dataclass(frozen=True)
class ProofView:
    """A statement made as a member, which proves its day."""

    date: DateView
    capacity: str
    statement: Link


@dataclass(frozen=True)
class MembershipView:
    """A span of membership. `since` is None when the date is not known, `until` while it lasts."""

    unit: Link
    body: Link
    since: DateView | None
    until: DateView | None
    joined: Link | None
    left: Link | None
    note: str | None
    is_since_unsaid: bool
    """Whether no note says either when it began."""
    sources: tuple[Link, ...]
    proofs: tuple[ProofView, ...]
    """What shows that it lasted on a day, where its first day is not recorded to the day."""
    above: Link | None
    """The unit above, which may be the member in its place: statements alone do not tell."""
    former_names: tuple[FormerNameView, ...]
    """Those of the unit: it is listed by the name of the day that is asked for."""
    ended: Link | None
    """The unit or the body that ceased to be, where that ended the membership."""
    ending: EndingView | None
    unsaid: tuple[Link, ...]
    """Those that took its place of which no record says whether the membership goes on with them."""


@dataclass(frozen=True)
class MemberView(MembershipView):
    """A row of a body's table of members."""

    days: Days
    lane: Lane | None = None


@dataclass(frozen=True)
class OpenView:
    """Memberships that ended with a unit before this one, of which no record says whether they go on with it."""

    before: Link
    others: tuple[Link, ...]
    """The bodies that it was in; of a body, its members."""
    as_body: bool


def member_view(archive: Archive, membership: LinkedMembership, founded: PartialDate | None = None) -> MemberView:
    """Return a row of the table of members of a body, which was founded on a day that may be known."""
    proven = [proof.meeting.date for proof in membership.proofs]
    bounds = days(membership.since, membership.until, proven, founded)
    return MemberView(**vars(membership_view(archive, membership)), days=bounds)


def membership_view(archive: Archive, membership: LinkedMembership) -> MembershipView:
    """Return a span of membership with the decisions that opened and closed it, or what proves it."""
    units = archive.of(Organization)
    unit, ceased = units[membership.unit], units[membership.ceased] if membership.ceased else None
    above = unit.parent if membership.spoken else None
    to_the_day = membership.since and membership.since.to_the_day
    return MembershipView(
        unit=link_to(archive, "organizations", membership.unit),
        body=link_to(archive, "organizations", membership.body),
        since=date_view(membership.since),
        until=date_view(membership.until),
        joined=_act_link(archive, membership.joined),
        left=_act_link(archive, membership.left),
        note=membership.note,
        is_since_unsaid=not membership.since and not Told(archive, membership.note).date,
        sources=links_to(archive, "sources", membership.sources),
        proofs=() if to_the_day else tuple(_proof(archive, statement) for statement in membership.proofs),
        above=link_to(archive, "organizations", above) if above else None,
        former_names=former_names(unit),
        ended=link_to(archive, "organizations", ceased.id) if ceased else None,
        ending=ending_view(archive, ceased) if ceased else None,
        unsaid=some_units(archive, _unsaid(archive, membership, ceased)) if ceased else (),
    )


def _unsaid(archive: Archive, membership: LinkedMembership, ceased: Organization) -> list[str]:
    """Return what took the place of a unit or a body and is not recorded as a member, or as what the unit is in."""
    successors = ceased.ended.successors if ceased.ended else ()
    return [one for one in successors if _is_unsaid(archive, membership, ceased, one)]


def _is_unsaid(archive: Archive, membership: LinkedMembership, ceased: Organization, successor: str) -> bool:
    pair = (successor, membership.body) if ceased.id == membership.unit else (membership.unit, successor)
    return pair not in archive.spans and archive.of(Organization)[pair[1]].is_body


def open_questions(archive: Archive, unit: Organization) -> tuple[OpenView, ...]:
    """Return what no record says of the memberships that ended with the units whose place one took."""
    found = []
    for before in predecessors(archive, unit):
        bodies = archive.memberships_of.get(before.id, ())
        members = archive.members_of.get(before.id, ())
        for as_body, spans in ((False, bodies), (True, members)):
            open_ones = [one for one in spans if one.ceased == before.id and _is_unsaid(archive, one, before, unit.id)]
            others = dict.fromkeys(one.unit if as_body else one.body for one in open_ones)
            if others:
                link = link_to(archive, "organizations", before.id)
                found.append(OpenView(link, some_units(archive, list(others)), as_body))
    return tuple(found)


def _proof(archive: Archive, statement: LinkedStatement) -> ProofView:
    link = link_to(archive, STATEMENTS, statement.id)
    return ProofView(date_view(statement.meeting.date), statement.item.capacity or "", link)


def _act_link(archive: Archive, act: Act | None) -> Link | None:
    """Return the link to the item of an agenda on which a membership or an office rests."""
    return Link(act_title(archive, act), item_route(act.meeting.id, act.item.id)) if act else None
