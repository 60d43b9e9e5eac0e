"""What the page of a brand shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import item_route
from ..records.brands import Brand
from .parts import (
    Link,
    date_view,
    link_to,
    meeting_title,
    sources_view,
    text_mentions,
)


@dataclass(frozen=True)
class BrandView:
    """The page of a brand."""

    type: str
    owner: Link | None
    launched: tuple[Link, ...]
    summary: str | None
    mentioned_by: tuple[Link, ...]
    unpublished: tuple[str, ...]
    note: str | None
    sources: tuple[Link, ...]


def brand_view(archive: Archive, brand: Brand) -> BrandView:
    """Return everything that is shown of a brand."""
    launches = archive.backlinks_to("brands", brand.id, "agenda.brand")
    meetings = [(archive.meetings[link.source[1]], link.path[1]) for link in launches]
    return BrandView(
        type=brand.type,
        owner=link_to(archive, "organizations", brand.owner) if brand.owner else None,
        launched=tuple(
            Link(meeting_title(meeting), item_route(meeting.id, meeting.agenda[index].id), date=date_view(meeting.date))
            for meeting, index in meetings
        ),
        summary=brand.summary,
        mentioned_by=text_mentions(archive, "brands", brand.id),
        unpublished=brand.unpublished,
        note=brand.note,
        sources=sources_view(archive, brand),
    )
