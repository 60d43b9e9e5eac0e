"""What the page of a person shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..records.people import Person
from .parts import (
    DateView,
    Link,
    PostsView,
    StatementView,
    date_view,
    link_to,
    posts_view,
    records_with,
    sources_view,
    statements_from,
    text_mentions,
    with_reported,
)


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
    statements: tuple[StatementView, ...]
    outcomes: tuple[Link, ...]
    mentioned_by: tuple[Link, ...]
    note: str | None
    sources: tuple[Link, ...]


def person_view(archive: Archive, person: Person) -> PersonView:
    """Return everything that is shown of a person."""
    statements = statements_from(archive, archive.backlinks_to("people", person.id, "agenda.speaker"))
    attended = []
    for backlink in archive.backlinks_to("people", person.id, "attendance.people.person"):
        meeting = archive.meetings[backlink.source[1]]
        attendee = meeting.attendance.people[backlink.path[2]]
        posts = posts_view(archive, attendee.organization, attendee.posts)
        row = AttendedView(link_to(archive, "meetings", meeting.id), date_view(meeting.date), posts, attendee.role)
        attended.append((meeting.date, meeting.id, row))
    return PersonView(
        other_names=person.other_names,
        attended=tuple(row for _, _, row in sorted(attended, key=lambda found: found[:2], reverse=True)),
        statements=statements,
        outcomes=with_reported(records_with(archive, "outcomes", "people", person.id, "authors"), statements),
        mentioned_by=text_mentions(archive, "people", person.id),
        note=person.note,
        sources=sources_view(archive, person),
    )
