"""What the home page shows: what the last meeting came to, ways to three questions, and what is new besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ..archive.linking import Archive
from ..markup.routes import index_route
from ..prose import Page as Article
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.sources import Source
from ..words.dates import PartialDate
from .follow_ups import followed_count, has_followed
from .glance import GlanceView, glance_view
from .page import Event
from .parts import DateView, Link, date_view, link_to, statement_views
from .rows import Row, year_anchor
from .timeline import event_row, events

# How much of the last meeting is shown, and how much besides.
MOST_RESULTS, MOST_SPEAKERS, NEWEST = 6, 8, 6


@dataclass(frozen=True)
class LatestView:
    """The last meeting, as far as the home page shows it."""

    meeting: Link
    date: DateView
    glance: GlanceView
    followed: bool
    """Whether anything was published that followed."""


@dataclass(frozen=True)
class Counts:
    """How many there are to be found behind each door."""

    units: int
    statements: int
    meetings: int
    followed: int
    """The meetings of which anything was published that followed."""


@dataclass(frozen=True)
class HomeView:
    """What the home page shows below its own text."""

    latest: LatestView | None
    counts: Counts
    news: tuple[Row, ...]
    """What happened last besides: earlier meetings, who joined, what followed, articles."""
    years: tuple[tuple[DateView, str], ...]
    """The years with meetings, and where the index has those of each."""


def home_view(archive: Archive, articles: Sequence[Article]) -> HomeView:
    """Return what the home page shows of the archive."""
    meetings = archive.of(Meeting)
    latest = next(iter(meetings.values()), None)
    years = sorted({meeting.date.year for meeting in meetings.values()}, reverse=True)
    return HomeView(
        latest=_latest(archive, latest) if latest else None,
        counts=Counts(
            units=len(archive.of(Organization)),
            statements=len(archive.statements),
            meetings=len(meetings),
            followed=followed_count(archive),
        ),
        news=tuple(event_row(event) for event in islice(_news(archive, articles, latest), NEWEST)),
        years=tuple((date_view(PartialDate(year)), f"{index_route('meetings')}#{year_anchor(year)}") for year in years),
    )


def _latest(archive: Archive, meeting: Meeting) -> LatestView:
    said = statement_views(archive, archive.statements_at[meeting.id])
    return LatestView(
        meeting=link_to(archive, "meetings", meeting.id),
        date=date_view(meeting.date),
        glance=glance_view(archive, meeting, said).brief(MOST_RESULTS, MOST_SPEAKERS),
        followed=has_followed(archive, meeting),
    )


def _news(archive: Archive, articles: Sequence[Article], latest: Meeting | None) -> Iterator[Event]:
    """Yield the events that are none of the last meeting, the newest first; of other meetings who joined, too.

    That somebody published a source is no news of its own.
    """
    for event in events(archive, articles):
        is_shown = (latest and event.meeting == latest.id) or KIND_NAMES[Source.folder] in event.kinds
        if not is_shown and (not event.order or "加入" in event.kinds):
            yield event
