"""The page that shows every component in every state, made of an invented archive, for tests and designers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from ..archive.linking import Archive
from ..markup.routes import TIMELINE
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from ..words.dates import PartialDate
from .agenda import ItemView
from .bodies import map_view
from .boxes import BodyView
from .citations import citation_view
from .citing import Citation
from .examples import ListExamples, MemberExamples, list_examples, member_examples, year_examples
from .glance import GlanceView
from .grid import GridView, grid_pages
from .indexes import index_view
from .meetings import meeting_view
from .offices import OfficesView
from .organizations import OrganizationView, organization_view
from .overview_examples import OverviewExamples, overview_examples
from .parts import DateView, StatementView, date_view, statement_view
from .people import person_view
from .posts import PostsByDay
from .roster import RosterView, roster_view
from .rows import Facet
from .strip import StripView
from .tracks import TracksView
from .trails import Trail, entry_trail
from .way import WayView, way_view

V = TypeVar("V")
# Examples are looked for among so many records of a kind. What has more elements, parts (members, rows, results) or
# cells is none: the page grows with no archive.
MOST, MOST_PARTS, MOST_CELLS = 200, 60, 400


@dataclass(frozen=True)
class ComponentsView:
    """One of each, as far as the archive has them."""

    dates: tuple[DateView, ...]
    """A day, a month, a year, and what was no later than one."""
    statements: tuple[StatementView, ...]
    """One of each form."""
    glances: tuple[GlanceView, ...]
    """The meeting that came to the most, that at which the most spoke for the same, and this as if they were many."""
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
    offices: OfficesView
    """Of the organization with the most offices."""
    tracks: TracksView | None
    """Of the unit that did the most."""
    posts: tuple[PostsByDay, ...]
    """Of whoever held the most, and one of these days as if it were all that is on record."""
    ways: tuple[WayView, ...]
    """Of research outcomes, one of each state."""
    strips: tuple[StripView, ...]
    """The year with the most meetings, one with meetings of which nobody knows the day, and years with one and many."""
    boxes: tuple[BodyView, ...]
    """The boxes of two bodies on the map."""
    grid: GridView
    """What units did at meetings."""
    lists: ListExamples
    members: MemberExamples
    overviews: OverviewExamples


def components_view(archive: Archive) -> ComponentsView:
    """Choose what shows each state."""
    meetings = [meeting_view(archive, meeting) for meeting in _some(archive.of(Meeting))]
    statements = [statement_view(archive, statement) for statement in _some(archive.statements)]
    units = [(unit.id, organization_view(archive, unit)) for unit in _some(archive.of(Organization))]
    bodies = [(identifier, view) for identifier, view in units if 0 < len(view.roster.members) <= MOST_PARTS]
    bodies.sort(key=lambda one: (-sum(row.days.vague for row in one[1].roster.members), -len(one[1].roster.members)))
    tracks = [view.tracks for _, view in units if view.tracks and len(view.tracks.rows) <= MOST_PARTS]
    offices = [view.offices for _, view in units if len(view.offices.rows) <= MOST_PARTS]
    glances = [one for one in (meeting.glance for meeting in meetings) if _results(one) + _speakers(one) <= MOST_PARTS]
    items = (item for meeting in meetings for part in meeting.agenda for item in part.items if not item.statement)
    trails = (entry_trail(archive, written) for written in islice(archive.entries, MOST))
    return ComponentsView(
        dates=tuple(date_view(date) for date in _one_each(_dates(archive), key=lambda date: len(str(date)))),
        statements=tuple(_one_each(statements, key=lambda view: view.form)),
        glances=tuple(_glances(glances)),
        items=tuple(_one_each(items, key=lambda view: (view.name, view.result))),
        trails=tuple(_one_each(filter(None, trails), key=_known)),
        facets=index_view(archive, [], "statements").facets,
        citation=next((citation_view(archive, one, "") for one in archive.statements.values()), None),
        bodies=tuple(view for _, view in bodies[:2]),
        rosters=tuple(roster for identifier, view in bodies[:1] for roster in _rosters(archive, identifier, view)),
        offices=max(offices, key=lambda of: len(of.rows), default=OfficesView((), None)),
        tracks=max(tracks, key=lambda of: len(of.rows), default=None),
        posts=tuple(_posts(archive)),
        ways=tuple(_one_each((way_view(archive, one) for one in _some(archive.of(Outcome))), key=_state)),
        strips=tuple(_strips(archive)),
        boxes=tuple(box for box in map_view(archive).bodies if box.elements < MOST)[:2],
        grid=_grid(archive),
        lists=list_examples(),
        members=member_examples(),
        overviews=overview_examples(),
    )


def _glances(found: Iterable[GlanceView]) -> Iterator[GlanceView]:
    fullest = [one for one in (max(found, key=of, default=None) for of in (_results, _together)) if one]
    yield from dict.fromkeys(fullest)
    yield from (replace(one, numbers=(), results=(), grouped=True) for one in fullest[-1:])


def _some(found: Mapping[str, V]) -> Iterable[V]:
    return islice(found.values(), MOST)


def _posts(archive: Archive) -> Iterator[PostsByDay]:
    held = [person_view(archive, person).posts for person in _some(archive.of(Person))]
    fullest = max(held, key=lambda one: len(one.rows), default=None)
    if fullest and fullest.rows:
        row = fullest.rows[0]
        yield fullest
        yield PostsByDay((replace(row, days=row.days[:1], earlier=(), lane=None),), None)


def _state(way: WayView) -> tuple[bool, ...]:
    return bool(way.is_research_known), bool(way.reports), bool(way.later)


def _strips(archive: Archive) -> Iterator[StripView]:
    strips = [group.strip for group in index_view(archive, [], TIMELINE).groups if group.strip]
    yield from sorted(strips, key=lambda strip: strip.count)[-1:]
    yield from [one for one in strips if any(mark.begin < mark.end or mark.is_bound for mark in one.marks)][:1]
    yield from year_examples()


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


def _speakers(glance: GlanceView) -> int:
    return sum(len(group.speakers) for group in glance.spoken)


def _grid(archive: Archive) -> GridView:
    """Return the first page of the grid that is small; where none is, that without what is in it."""
    pages = grid_pages(archive)
    small = (one for one in pages if len(one.columns) * sum(len(group.rows) for group in one.groups) <= MOST_CELLS)
    return next(small, replace(pages[0], columns=(), groups=()))


def _dates(archive: Archive) -> Iterator[PartialDate]:
    yield from (meeting.date for meeting in archive.of(Meeting).values())
    yield from (date for span in archive.memberships for date in (span.since, span.until) if date)


def _one_each(found: Iterable[V], key: Callable[[V], object]) -> Iterable[V]:
    """Return the first of each kind, the kinds in the order of their keys."""
    first: dict[object, V] = {}
    for one in found:
        first.setdefault(key(one), one)
    return [first[kind] for kind in sorted(first, key=str)]
