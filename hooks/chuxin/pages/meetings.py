"""What the page of a meeting shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..records.listings import LISTS, Listing
from ..records.meetings import Meeting
from ..records.speeches import Speech
from ..records.wording import FORM_NOTES
from .agenda import AgendaPart, agenda_parts, item_event
from .briefs import decided, meeting_brief
from .glance import GlanceView, glance_view, meeting_numbers
from .page import Event, Page
from .parts import (
    DateView,
    Link,
    PostsView,
    date_view,
    link_to,
    links_to,
    posts_view,
)
from .rows import Row
from .trails import FollowedView, followed_view, result_link
from .unsaid import Told, unsaid


@dataclass(frozen=True)
class AttendeeView:
    """A person who attended and the posts held that day."""

    person: Link
    posts: tuple[PostsView, ...]
    role: str | None


@dataclass(frozen=True)
class GroupView:
    """Participants whom the source counts or names as a group, and their unit where all are of one."""

    text: str
    unit: Link | None


@dataclass(frozen=True)
class MeetingView:
    """The page of a meeting."""

    names: tuple[str, ...]
    date: DateView
    ordinal: str | None
    venue: str | None
    time: str | None
    organizers: tuple[Link, ...]
    body: Link | None
    purpose: tuple[str, ...]
    people: tuple[AttendeeView, ...]
    units: tuple[Link, ...]
    """Those that attended without a word of who came."""
    groups: tuple[GroupView, ...]
    total: str | None
    """How many people attended in all, as the source words it."""
    glance: GlanceView
    agenda: tuple[AgendaPart, ...]
    forms: tuple[tuple[str, str], ...]
    """The forms of the statements of this meeting, each with what it means."""
    followed: FollowedView
    listings: tuple[Link, ...]
    """The lists that a source describes together with this meeting."""
    unsaid: frozenset[str]
    """What nothing in the record says."""
    spoke: bool
    """Whether the agenda has those who spoke: they were there, too."""


def meeting_view(archive: Archive, meeting: Meeting) -> MeetingView:
    """Return everything that is shown of a meeting."""
    agenda = agenda_parts(archive, meeting)
    said = tuple(item.statement for part in agenda for item in part.items if item.statement)
    forms = {statement.item.form for statement in archive.statements_at[meeting.id]}
    told = Told(archive, meeting.note, *meeting.purpose)
    return MeetingView(
        names=meeting.names,
        date=date_view(meeting.date),
        ordinal=meeting.ordinal,
        venue=meeting.venue,
        time=meeting.time,
        organizers=links_to(archive, "organizations", meeting.organizers, meeting.date),
        body=link_to(archive, "organizations", meeting.body, on=meeting.date) if meeting.body else None,
        purpose=meeting.purpose,
        people=tuple(
            AttendeeView(
                link_to(archive, "people", attendee.person),
                posts_view(archive, attendee.organization, attendee.posts, meeting.date),
                attendee.role,
            )
            for attendee in meeting.attendance.people
        ),
        units=links_to(archive, "organizations", meeting.attendance.organizations, meeting.date),
        groups=tuple(
            GroupView(
                one.line,
                link_to(archive, "organizations", one.organization, on=meeting.date) if one.organization else None,
            )
            for one in meeting.attendance.groups
        ),
        total=str(meeting.attendance.total) if meeting.attendance.total else None,
        glance=glance_view(archive, meeting, said),
        agenda=agenda,
        forms=tuple((form, meaning) for form, meaning in FORM_NOTES.items() if form in forms),
        followed=followed_view(archive, meeting),
        listings=_listings(archive, meeting),
        unsaid=unsaid(
            time=meeting.time or told.word("[上下中]午|晚上|[0-9一二三四五六七八九十]+[时点]"),
            venue=meeting.venue or told.word("地点|[在于].{2,30}(?:举行|召开|举办)"),
            organizers=meeting.organizers or told.unit(),
        ),
        spoke=any(isinstance(item, Speech) for item in meeting.agenda),
    )


def _listings(archive: Archive, meeting: Meeting) -> tuple[Link, ...]:
    found = {archive.of(Listing)[link.origin[1]] for link in archive.backlinks_to("meetings", meeting.id, "meetings")}
    ordered = sorted(found, key=lambda listing: (LISTS.index(listing.type), listing.id))
    return links_to(archive, "listings", (listing.id for listing in ordered))


def meeting_row(archive: Archive, meeting: Meeting) -> Row:
    """Return a meeting's row: its numbers, and what it decided."""
    numbers = " · ".join(f"{one.count}{one.label}" for one in meeting_numbers(meeting) if one.count)
    return Row(
        link_to(archive, "meetings", meeting.id),
        date_view(meeting.date),
        tuple(filter(None, [numbers])),
        results=decided(archive, meeting),
    )


def _meeting_events(archive: Archive) -> Iterator[Event]:
    for meeting in archive.of(Meeting).values():
        title = link_to(archive, "meetings", meeting.id)
        yield Event(meeting.date, meeting.id, 0, "会议", title, kinds=("会议",))
        for order, item in enumerate(meeting.agenda, 1):
            yield item_event(archive, meeting, order, item)
        for place, follow_up in enumerate(meeting.follow_ups, 1):
            result = result_link(meeting, place, follow_up)
            link = Link(title.text, result.route)
            yield Event(follow_up.date, "", 0, "会议后续", link, (result.text,), ("会议后续",))


PAGE = Page(
    view=meeting_view,
    row=meeting_row,
    empty="这里将列出联席会议的每一次会议：日期、议程、谁说了什么。至今没有公开的记录。",
    shows=(Listing,),
    events=_meeting_events,
    brief=meeting_brief,
)
