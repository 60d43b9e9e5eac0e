"""The posts of a person day by day: as the source of each day words them, none carried over to another day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.statements import LinkedStatement
from ..records.meetings import Meeting
from ..records.people import Attendee, Person
from ..words.dates import PartialDate
from .axis import Axis
from .lanes import MOST_LANES, Lane, strip
from .parts import DateView, Link, PostsView, date_view, link_to, posts_view

# So many days stand beside posts, the newest; of those before them it is said how many there were in each year.
MOST_DAYS = 20


@dataclass(frozen=True)
class DayView:
    """A day on which somebody was at a meeting, and what for: 主持, 发言, 出席."""

    date: DateView
    meeting: Link
    parts: tuple[str, ...]


@dataclass(frozen=True)
class HeldView:
    """Posts as sources word them, none where they word none, and the days for which they do, newest first.

    `earlier` counts the days that are not listed, by their years; the lane has a mark for every day.
    """

    posts: tuple[PostsView, ...]
    days: tuple[DayView, ...]
    earlier: tuple[tuple[str, int], ...]
    lane: Lane | None


@dataclass(frozen=True)
class PostsByDay:
    """All of a person's posts, those of the newest day first, and the axis of their lanes.

    There is no axis where the dates tell no before from an after, or there are too many lanes for a picture.
    """

    rows: tuple[HeldView, ...]
    axis: Axis | None

    @property
    def only(self) -> tuple[HeldView, DayView] | None:
        """The posts and the day where there is but one, which a sentence tells."""
        if len(self.rows) == 1 and len(self.rows[0].days) == 1 and not self.rows[0].earlier:
            return self.rows[0], self.rows[0].days[0]
        return None


@dataclass
class _Held:
    """The dates and the days of posts, newest first."""

    dates: list[PartialDate]
    days: list[DayView]


def posts_by_day(archive: Archive, person: Person, said: Iterable[LinkedStatement]) -> PostsByDay:
    """Return the posts of a person at the meetings where he was or spoke. `said` is what he said."""
    attended: dict[str, Attendee] = {}
    for backlink in archive.backlinks_to("people", person.id, "attendance.people.person"):
        meeting = archive.of(Meeting)[backlink.origin[1]]
        attended.setdefault(meeting.id, meeting.attendance.people[backlink.place(2)])
    spoke: dict[str, list[LinkedStatement]] = {}
    for statement in said:
        spoke.setdefault(statement.meeting.id, []).append(statement)
    meetings = [archive.of(Meeting)[identifier] for identifier in {**attended, **spoke}]
    held: dict[tuple[PostsView, ...], _Held] = {}
    for meeting in sorted(meetings, key=lambda one: (one.date, one.id), reverse=True):
        attendee, speeches = attended.get(meeting.id), spoke.get(meeting.id, [])
        found = held.setdefault(_posts(archive, meeting, attendee, speeches), _Held([], []))
        found.dates.append(meeting.date)
        parts = (attendee.role if attendee else None, "发言" if speeches else None)
        link = link_to(archive, "meetings", meeting.id)
        found.days.append(DayView(date_view(meeting.date), link, tuple(filter(None, parts)) or ("出席",)))
    axis = Axis.of([meeting.date for meeting in meetings]) if 1 <= len(held) <= MOST_LANES else None
    return PostsByDay(tuple(_row(posts, of, axis) for posts, of in held.items()), axis)


def _posts(
    archive: Archive, meeting: Meeting, attendee: Attendee | None, speeches: list[LinkedStatement]
) -> tuple[PostsView, ...]:
    """Return the posts of a day. Where the list of those who attended leaves them out, a speech may have them."""
    items = [one.item for one in speeches]
    told = [one for one in (attendee, *items) if one]
    one = next((one for one in told if one.posts), None) or next((one for one in told if one.organization), told[0])
    return posts_view(archive, one.organization, one.posts, meeting.date)


def _row(posts: tuple[PostsView, ...], held: _Held, axis: Axis | None) -> HeldView:
    earlier = Counter(f"{date.year}年" for date in held.dates[MOST_DAYS:])
    lane = strip(axis, held.dates) if axis else None
    return HeldView(posts, tuple(held.days[:MOST_DAYS]), tuple(earlier.items()), lane)
