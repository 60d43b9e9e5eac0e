"""How organizations began, as meetings tell: when they were founded, when they were unveiled."""

from __future__ import annotations

from collections.abc import Iterable

from ..archive.linking import Archive
from ..markup.routes import item_route
from ..records.agenda import AgendaItem
from ..records.ceremonies import Founding
from ..records.meetings import Meeting
from ..words.dates import PartialDate
from .parts import Link, date_view


def _items(archive: Archive, identifier: str, kind: type[AgendaItem]) -> Iterable[tuple[Meeting, AgendaItem]]:
    """Yield the items of a kind that are about an organization, each with its meeting."""
    for backlink in archive.backlinks_to("organizations", identifier, "agenda.organization"):
        meeting = archive.of(Meeting)[backlink.origin[1]]
        item = meeting.agenda[backlink.place(1)]
        if isinstance(item, kind):
            yield meeting, item


def begun_at(archive: Archive, identifier: str, kind: type[AgendaItem]) -> tuple[Link, ...]:
    """Return the meetings at which an organization was founded or unveiled, each with its date."""
    return tuple(
        Link(meeting.called, item_route(meeting.id, item.id), date=date_view(meeting.date))
        for meeting, item in _items(archive, identifier, kind)
    )


def founded_on(archive: Archive, identifier: str) -> PartialDate | None:
    """Return when an organization was founded, if a meeting tells."""
    return min((meeting.date for meeting, _ in _items(archive, identifier, Founding)), default=None)
