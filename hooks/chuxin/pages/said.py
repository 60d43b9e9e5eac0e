"""What was said for a unit or a body: each statement in a line; of very many, the earlier ones by their meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ..archive.linking import Archive
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, record_route
from ..records.meetings import Meeting
from .parts import DateView, Link, StatementView, date_view, link_to, statement_views

# So many are read one by one; of more, the latest are.
_MANY, _LATEST = 40, 20


@dataclass(frozen=True)
class SpokenAt:
    """What was said at one meeting: who spoke, each a link to what was said."""

    meeting: Link
    date: DateView
    statements: tuple[Link, ...]


@dataclass(frozen=True)
class SaidView:
    """Statements, the newest first: those with lines of their own, then the earlier ones."""

    shown: tuple[StatementView, ...]
    earlier: tuple[SpokenAt, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown) + sum(len(one.statements) for one in self.earlier)


def said_view(archive: Archive, statements: Sequence[LinkedStatement]) -> SaidView:
    """Return statements, given newest first, as a list that one reads."""
    latest = len(statements) if len(statements) <= _MANY else _LATEST
    return SaidView(statement_views(archive, statements[:latest]), tuple(_by_meeting(archive, statements[latest:])))


def _by_meeting(archive: Archive, statements: Sequence[LinkedStatement]) -> list[SpokenAt]:
    return [
        SpokenAt(
            link_to(archive, "meetings", meeting),
            date_view(archive.of(Meeting)[meeting].date),
            tuple(Link(one.speaker, record_route(STATEMENTS, one.id)) for one in of_meeting),
        )
        for meeting, of_meeting in groupby(statements, key=lambda one: one.meeting.id)
    ]
