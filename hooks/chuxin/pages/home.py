"""What the home page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.naming import called
from ..markup.routes import NEWS, index_route, item_route
from ..prose import Page as Article
from ..records.brands import Brand
from ..records.decisions import Decision
from ..records.kinds import KIND_NAMES, PAGED, SECTIONS
from ..records.meetings import Meeting
from ..records.outcomes import Outcome
from ..words.dates import PartialDate
from .brands import brand_row
from .meetings import meeting_row
from .news import article_row
from .outcomes import outcome_row
from .parts import DateView, Link, date_view, link_to, links_to, statement_link
from .rows import Row, year_anchor


@dataclass(frozen=True)
class NewMembers:
    """The units that one decision admitted to one body, for the home page."""

    date: DateView
    units: tuple[Link, ...]
    body: Link
    decision: Link


@dataclass(frozen=True)
class HomeView:
    """What the home page shows below its own text."""

    brands: tuple[Row, ...]
    latest: Row | None
    latest_statements: tuple[Link, ...]
    """What was said there and can be read, each with who speaks, where the title does not say it, and for whom."""
    new_members: tuple[NewMembers, ...]
    outcomes: tuple[Row, ...]
    articles: tuple[Row, ...]
    years: tuple[tuple[DateView, str], ...]
    """The years with meetings, and where the index has those of each."""
    sections: tuple[Link, ...]


NEWEST = 6


def home_view(archive: Archive, articles: Sequence[Article]) -> HomeView:
    """Return what the home page shows of the archive."""
    latest = next(iter(archive.of(Meeting).values()), None)
    years = sorted({meeting.date.year for meeting in archive.of(Meeting).values()}, reverse=True)
    return HomeView(
        brands=tuple(brand_row(archive, brand) for brand in archive.of(Brand).values()),
        latest=meeting_row(archive, latest) if latest else None,
        latest_statements=tuple(_statements(archive, latest)) if latest else (),
        new_members=tuple(_new_members(archive)),
        outcomes=tuple(outcome_row(archive, one) for one in archive.of(Outcome).values())[:NEWEST],
        articles=tuple(map(article_row, articles[:NEWEST])),
        years=tuple((date_view(PartialDate(year)), f"{index_route('meetings')}#{year_anchor(year)}") for year in years),
        sections=tuple(
            Link(KIND_NAMES[section], index_route(section), str(count))
            for section in SECTIONS
            if (count := _count(archive, articles, section))
        ),
    )


def _statements(archive: Archive, meeting: Meeting) -> Iterator[Link]:
    """Yield what was said at a meeting and can be read."""
    for statement in archive.statements_at[meeting.id]:
        item = statement.item
        if item.is_published:
            link = statement_link(archive, statement)
            unit = called(archive, "organizations", item.organization) if item.organization else ""
            yield replace(link, note="，".join(filter(None, [link.note, unit, item.capacity])))


def _new_members(archive: Archive) -> Iterable[NewMembers]:
    """Yield what the newest meeting that admitted anybody decided."""
    for meeting in archive.of(Meeting).values():
        decisions = [item for item in meeting.agenda if isinstance(item, Decision) and item.passed]
        admitting = [(item, change) for item in decisions for change in item.admits]
        for item, change in admitting:
            yield NewMembers(
                date_view(meeting.date),
                links_to(archive, "organizations", change.organizations),
                link_to(archive, "organizations", change.body),
                Link(item.motion, item_route(meeting.id, item.id)),
            )
        if admitting:
            return


def _count(archive: Archive, articles: Sequence[Article], section: str) -> int:
    if section == NEWS:
        return len(articles)
    return len(archive.paged(section)) if section in PAGED else 0
