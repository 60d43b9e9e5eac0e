"""What the page of a person shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.naming import posts_text
from ..archive.statements import LinkedStatement
from ..records.meetings import Meeting
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.wording import FORM_NOTES
from .briefs import person_brief
from .letters import by_letter
from .offices import OfficesView, offices_held
from .page import Page
from .participation import MeetingRow, meeting_rows
from .parts import (
    Link,
    StatementView,
    date_view,
    link_to,
    records_with,
    statement_views,
    statements_from,
    with_reported,
)
from .posts import PostsByDay, posts_by_day
from .rows import Row

# What a person said stands in full so many times, the newest; what came before is listed.
MOST_SAID = 15


@dataclass(frozen=True)
class PersonView:
    """The page of a person. Posts are shown as on the day; none is carried over to another day."""

    other_names: tuple[str, ...]
    statements: tuple[StatementView, ...]
    earlier: tuple[StatementView, ...]
    """What was said before these."""
    forms: tuple[tuple[str, str], ...]
    """The forms of the statements, each with what it means."""
    posts: PostsByDay
    took_part: tuple[MeetingRow, ...]
    """What the person did at meetings besides: unveiled, was given, took an office."""
    offices: OfficesView
    outcomes: tuple[Link, ...]


def person_view(archive: Archive, person: Person) -> PersonView:
    """Return everything that is shown of a person."""
    said = _said(archive, person)
    statements = statement_views(archive, said)
    forms = {statement.item.form for statement in said}
    return PersonView(
        other_names=person.other_names,
        statements=statements[:MOST_SAID],
        earlier=statements[MOST_SAID:],
        forms=tuple((form, meaning) for form, meaning in FORM_NOTES.items() if form in forms),
        posts=posts_by_day(archive, person, said),
        took_part=tuple(meeting_rows(archive, "people", person.id, "attendance.people.person", "agenda.speaker")),
        offices=offices_held(archive, "people", person.id),
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
