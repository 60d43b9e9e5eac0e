"""The page that shows every component in every state, made of an invented archive, for tests and designers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..archive.linking import Archive
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .agenda import ItemView
from .citations import citation_view
from .citing import Citation
from .glance import GlanceView
from .indexes import index_view
from .meetings import meeting_view
from .organizations import OrganizationView, organization_view
from .parts import DateView, StatementView, date_view, statement_view
from .roster import RosterView, roster_view
from .rows import Facet
from .tracks import TracksView
from .trails import Trail, entry_trail

V = TypeVar("V")


@dataclass(frozen=True)
class ComponentsView:
    """One of each, as far as the archive has them."""

    dates: tuple[DateView, ...]
    """A day, a month, a year, and what was no later than one."""
    statements: tuple[StatementView, ...]
    """One of each form."""
    glances: tuple[GlanceView, ...]
    """The meeting that came to the most, and the one at which the most spoke for each other."""
    items: tuple[ItemView, ...]
    """One of each kind of item of an agenda that is no statement."""
    trails: tuple[Trail, ...]
    """What entries of lists follow from and what came of them: one for each way of which something is not known."""
    facets: tuple[Facet, ...]
    """By what the list of statements is filtered."""
    citation: Citation | None
    """How one of the statements is cited where the site does not know its address."""
    bodies: tuple[OrganizationView, ...]
    """The body that somebody left or whose dates are not known, and one with the most members."""
    rosters: tuple[RosterView, ...]
    """The members of the first of these as if they were many, and very many."""
    tracks: TracksView | None
    """Of the unit that did the most."""


def components_view(archive: Archive) -> ComponentsView:
    """Choose what shows each state."""
    meetings = [meeting_view(archive, meeting) for meeting in archive.of(Meeting).values()]
    statements = [statement_view(archive, statement) for statement in archive.statements.values()]
    units = [(unit.id, organization_view(archive, unit)) for unit in archive.of(Organization).values()]
    bodies = [(identifier, view) for identifier, view in units if view.roster.members]
    bodies.sort(key=lambda one: (-sum(row.days.vague for row in one[1].roster.members), -len(one[1].roster.members)))
    tracks = max((view.tracks for _, view in units if view.tracks), key=lambda of: len(of.rows), default=None)
    glances = [meeting.glance for meeting in meetings]
    fullest = (max(glances, key=of, default=None) for of in (_results, _together))
    items = (item for meeting in meetings for part in meeting.agenda for item in part.items if not item.statement)
    trails = (entry_trail(archive, written) for written in archive.entries)
    return ComponentsView(
        dates=tuple(date_view(date) for date in _one_each(_dates(archive), key=lambda date: len(str(date)))),
        statements=tuple(_one_each(statements, key=lambda view: view.form)),
        glances=tuple(dict.fromkeys(one for one in fullest if one)),
        items=tuple(_one_each(items, key=lambda view: (view.name, view.result))),
        trails=tuple(_one_each(filter(None, trails), key=_known)),
        facets=index_view(archive, [], "statements").facets,
        citation=next((citation_view(archive, one, "") for one in archive.statements.values()), None),
        bodies=tuple(view for _, view in bodies[:2]),
        rosters=tuple(roster for identifier, view in bodies[:1] for roster in _rosters(archive, identifier, view)),
        tracks=tracks,
    )


def _rosters(archive: Archive, body: str, view: OrganizationView) -> Iterator[RosterView]:
    """Yield a body's members with a bar for those who joined alike, and with one for each year."""
    for most in (len(view.roster.parts[0].groups), 1):
        yield roster_view(archive, archive.members_of[body], None, (), most)


def _known(trail: Trail) -> object:
    ways = tuple((len(one.results) > 1, bool(one.results), one.told_in_entry) for one in trail.ways)
    return trail.is_origin_unsaid, len(trail.origins), ways


def _results(glance: GlanceView) -> int:
    return len(glance.results)


def _together(glance: GlanceView) -> int:
    return max((len(group.speakers) for group in glance.spoken), default=0)


def _dates(archive: Archive) -> Iterator[PartialDate]:
    yield from (meeting.date for meeting in archive.of(Meeting).values())
    yield from (date for span in archive.memberships for date in (span.since, span.until) if date)


def _one_each(found: Iterable[V], key: Callable[[V], object]) -> Iterable[V]:
    """Return the first of each kind, the kinds in the order of their keys."""
    first: dict[object, V] = {}
    for one in found:
        first.setdefault(key(one), one)
    return [first[kind] for kind in sorted(first, key=str)]
