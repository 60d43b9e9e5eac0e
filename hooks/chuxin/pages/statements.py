"""What the page of a statement shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..archive.linking import Archive, LinkedStatement
from ..markup.routes import statement_id
from ..records.meetings import Meeting, Speech
from .parts import (
    Link,
    StatementView,
    link_to,
    statement_view,
    text_mentions,
)


@dataclass(frozen=True)
class StatementPage:
    """The page of a statement, with what was said before and after it at the same meeting."""

    statement: StatementView
    before: Link | None
    after: Link | None
    mentioned_by: tuple[Link, ...]


def statement_page(archive: Archive, statement: LinkedStatement) -> StatementPage:
    """Return everything that is shown on a statement's own page."""
    agenda, place = statement.meeting.agenda, statement.position
    return StatementPage(
        statement=statement_view(archive, statement),
        before=_first_statement(archive, statement.meeting, reversed(range(place))),
        after=_first_statement(archive, statement.meeting, range(place + 1, len(agenda))),
        mentioned_by=text_mentions(archive, "statements", statement.id),
    )


def _first_statement(archive: Archive, meeting: Meeting, places: Iterable[int]) -> Link | None:
    """Return the first of some items of an agenda that is a statement."""
    said = (meeting.agenda[place] for place in places if isinstance(meeting.agenda[place], Speech))
    first = next(said, None)
    return link_to(archive, "statements", statement_id(meeting.id, first.id)) if first else None
