"""What the page of a brand shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import item_route
from ..records.brands import Brand
from ..records.meetings import Meeting
from .briefs import brand_brief
from .page import Page
from .parts import (
    Link,
    date_view,
    link_to,
)
from .rows import Row
from .unsaid import Told, unsaid


@dataclass(frozen=True)
class BrandView:
    """The page of a brand."""

    type: str
    owner: Link | None
    launched: tuple[Link, ...]
    summary: str | None
    unsaid: frozenset[str]
    """What nothing in the record says."""


def brand_view(archive: Archive, brand: Brand) -> BrandView:
    """Return everything that is shown of a brand."""
    launches = archive.backlinks_to("brands", brand.id, "agenda.brand")
    told = Told(archive, brand.summary, brand.note)
    meetings = [(archive.of(Meeting)[link.origin[1]], link.place(1)) for link in launches]
    return BrandView(
        type=brand.type,
        owner=link_to(archive, "organizations", brand.owner) if brand.owner else None,
        launched=tuple(
            Link(meeting.called, item_route(meeting.id, meeting.agenda[index].id), date=date_view(meeting.date))
            for meeting, index in meetings
        ),
        summary=brand.summary,
        unsaid=unsaid(owner=brand.owner or told.unit(), launched=launches or told.word("发布|推出|启用")),
    )


def brand_row(archive: Archive, brand: Brand) -> Row:
    """Return a brand's row: of what type it is."""
    return Row(link_to(archive, "brands", brand.id), None, (brand.type,), kinds=(brand.type,))


PAGE = Page(
    view=brand_view,
    row=brand_row,
    empty="这里将列出会议上发布的品牌。至今没有公开的记录。",
    shows=(Meeting,),
    brief=brand_brief,
)
