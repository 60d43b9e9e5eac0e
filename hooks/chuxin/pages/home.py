"""What the home page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.memberships import Act
from ..archive.naming import act_title, called
from ..markup.routes import NEWS, index_route, item_route
from ..prose import Page as Article
from ..records.brands import Brand
from ..records.decisions import Decision, Joining
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
    """The units that entered one body together, for the home page."""

    date: DateView
    units: tuple[Link, ...]
    counted: str
    """What the source says of those that it does not name."""
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
            unit = called(archive, "organizations", item.organization, meeting.date) if item.organization else ""
            yield replace(link, note="，".join(filter(None, [link.note, unit, item.capacity])))


def _new_members(archive: Archive) -> Iterable[NewMembers]:
    """Yield what the newest meeting that admitted anybody decided."""
    for meeting in archive.of(Meeting).values():
        items = [item for item in meeting.agenda if isinstance(item, Decision | Joining)]
        admitting = [(item, one.members) for item in items for one in item.effective if one.verb == "加入"]
        for item, members in admitting:
            yield NewMembers(
                date_view(meeting.date),
                links_to(archive, "organizations", members.organizations, meeting.date),
                members.counted,
                link_to(archive, "organizations", members.body, on=meeting.date),
                Link(act_title(archive, Act(meeting, item)), item_route(meeting.id, item.id)),
            )
        if admitting:
            return


def _count(archive: Archive, articles: Sequence[Article], section: str) -> int:
    if section == NEWS:
        return len(articles)
    return len(archive.paged(section)) if section in PAGED else 0
