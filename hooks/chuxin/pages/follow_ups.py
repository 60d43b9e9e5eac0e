"""What was published of what followed from meetings, over all of them: 后来怎样."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..archive.linking import Archive
from ..markup.fields import words
from ..markup.routes import record_route
from ..records.meetings import FollowUp, Meeting
from .parts import Link, date_view, link_to
from .rows import Group, Row, year_group

EMPTY = "这里将按会议列出后来的事：哪一天，做了什么，依据什么来源。至今未见公开信息。"


def groups(archive: Archive) -> Iterator[Group]:
    """Yield what followed from the meetings of each year, by meetings, the newest first."""
    followed = (meeting for meeting in archive.of(Meeting).values() if meeting.follow_ups)
    for year, of_year in groupby(followed, key=lambda meeting: meeting.date.year):
        yield year_group(year, groups=tuple(_of_meeting(archive, meeting) for meeting in of_year))


def _of_meeting(archive: Archive, meeting: Meeting) -> Group:
    date = date_view(meeting.date)
    ordered = sorted(meeting.follow_ups, key=lambda one: one.date)
    rows = tuple(follow_up_row(meeting, one) for one in ordered)
    link = link_to(archive, "meetings", meeting.id)
    return Group(date.day, f"m-{meeting.id}", rows, link=link, iso=date.iso, sense=date.sense)


def follow_up_row(meeting: Meeting, follow_up: FollowUp) -> Row:
    """Return the row of one consequence: the first line of its text, which leads to where it stands."""
    first = words(follow_up.text, "").partition("\n")[0]
    return Row(Link(first, f"{record_route('meetings', meeting.id)}#_follow-ups"), date_view(follow_up.date))


def followed_count(archive: Archive) -> int:
    """Return of how many meetings anything was published that followed."""
    return sum(bool(meeting.follow_ups) for meeting in archive.of(Meeting).values())


def order(archive: Archive) -> str:
    """Return how the rows are ordered, and of how many meetings nothing was published."""
    meetings, followed = len(archive.of(Meeting)), followed_count(archive)
    rest = f"；其余{meetings - followed}次未见公开信息" if followed < meetings else ""
    return f"出自{meetings}次会议中的{followed}次{rest}；新的会议在前"
