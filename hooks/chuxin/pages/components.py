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
from .rows import Facet

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
    facets: tuple[Facet, ...]
    """By what the list of statements is filtered."""
    citation: Citation | None
    """How one of the statements is cited where the site does not know its address."""
    bodies: tuple[OrganizationView, ...]
    """The body that somebody left or whose dates are not known, and one with the most members."""


def components_view(archive: Archive) -> ComponentsView:
    """Choose what shows each state."""
    meetings = [meeting_view(archive, meeting) for meeting in archive.of(Meeting).values()]
    statements = [statement_view(archive, statement) for statement in archive.statements.values()]
    bodies = [view for unit in archive.of(Organization).values() if (view := organization_view(archive, unit)).members]
    bodies.sort(key=lambda view: (-sum(one.days.vague for one in view.members), -len(view.members)))
    glances = [meeting.glance for meeting in meetings]
    fullest = (max(glances, key=of, default=None) for of in (_results, _together))
    items = (item for meeting in meetings for part in meeting.agenda for item in part.items if not item.statement)
    return ComponentsView(
        dates=tuple(date_view(date) for date in _one_each(_dates(archive), key=lambda date: len(str(date)))),
        statements=tuple(_one_each(statements, key=lambda view: view.form)),
        glances=tuple(dict.fromkeys(one for one in fullest if one)),
        items=tuple(_one_each(items, key=lambda view: (view.name, view.result))),
        facets=index_view(archive, [], "statements").facets,
        citation=next((citation_view(archive, one, "") for one in archive.statements.values()), None),
        bodies=tuple(bodies[:2]),
    )


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
