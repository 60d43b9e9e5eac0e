"""What the page of a person shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.naming import posts_text
from ..archive.statements import LinkedStatement
from ..records.meetings import Meeting
from ..records.outcomes import Outcome
from ..records.people import Person
from .briefs import person_brief
from .letters import by_letter
from .offices import OfficesView, offices_held
from .page import Page
from .participation import MeetingRow, meeting_rows
from .parts import (
    DateView,
    Link,
    PostsView,
    StatementView,
    date_view,
    link_to,
    posts_view,
    records_with,
    statement_views,
    statements_from,
    with_reported,
)
from .rows import Row


@dataclass(frozen=True)
class AttendedView:
    """A meeting that a person attended, with the posts held that day."""

    meeting: Link
    date: DateView
    posts: tuple[PostsView, ...]
    role: str | None


@dataclass(frozen=True)
class PersonView:
    """The page of a person. Posts are shown as on the day; none is carried over to another day."""

    other_names: tuple[str, ...]
    attended: tuple[AttendedView, ...]
    took_part: tuple[MeetingRow, ...]
    """What the person did at meetings besides: unveiled, was given, took an office."""
    offices: OfficesView
    statements: tuple[StatementView, ...]
    outcomes: tuple[Link, ...]


def person_view(archive: Archive, person: Person) -> PersonView:
    """Return everything that is shown of a person."""
    said = _said(archive, person)
    statements = statement_views(archive, said)
    # Where the list of those who attended leaves out the posts, the same meeting may say them where the person speaks.
    spoke_at = {one.meeting.id: one.item for one in said if one.item.posts}
    attended = []
    for backlink in archive.backlinks_to("people", person.id, "attendance.people.person"):
        meeting = archive.of(Meeting)[backlink.origin[1]]
        attendee = meeting.attendance.people[backlink.place(2)]
        told = attendee if attendee.posts else spoke_at.get(meeting.id, attendee)
        posts = posts_view(archive, told.organization, told.posts, meeting.date)
        row = AttendedView(link_to(archive, "meetings", meeting.id), date_view(meeting.date), posts, attendee.role)
        attended.append((meeting.date, meeting.id, row))
    return PersonView(
        other_names=person.other_names,
        took_part=tuple(meeting_rows(archive, "people", person.id, "attendance.people.person", "agenda.speaker")),
        offices=offices_held(archive, "people", person.id),
        attended=tuple(row for _, _, row in sorted(attended, key=lambda found: found[:2], reverse=True)),
        statements=statements,
        outcomes=with_reported(records_with(archive, "outcomes", "people", person.id, "authors"), statements),
    )


def person_row(archive: Archive, person: Person) -> Row:
    """Return a person's row, with the posts held when he last spoke."""
    row = Row(link_to(archive, "people", person.id), sort=person.sort)
    latest = next(iter(_said(archive, person)), None)
    posts = posts_text(archive, latest.item.organization, latest.item.posts, latest.dated) if latest else ""
    return replace(row, remarks=(posts,), as_of=date_view(latest.dated)) if latest and posts else row


def _said(archive: Archive, person: Person) -> list[LinkedStatement]:
    """Return what a person said, newest first."""
    return statements_from(archive, archive.backlinks_to("people", person.id, "agenda.speaker"))


PAGE = Page(
    view=person_view,
    row=person_row,
    empty="这里将列出发言和出席的人。至今没有公开的记录。",
    shows=(Meeting, Outcome, Person),
    order="按姓名拼音排列",
    brief=person_brief,
    groups=lambda archive: by_letter(person_row(archive, person) for person in archive.of(Person).values()),
)
