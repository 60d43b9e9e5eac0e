"""What the page of a source shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.sources import Source
from .briefs import source_brief
from .page import Page
from .parts import (
    DateView,
    Link,
    date_view,
    dated_meeting,
    link_to,
)
from .rows import Row
from .unsaid import Told, unsaid


@dataclass(frozen=True)
class SourceView:
    """The page of a source. `cited_by` groups the records that rest on it by the name of their kind."""

    type: str
    publisher: str | None
    date: DateView | None
    url: str | None
    credits: tuple[tuple[str, str], ...]
    cited_by: tuple[tuple[str, tuple[Link, ...]], ...]
    unsaid: frozenset[str]
    """What nothing in the record says."""


def source_view(archive: Archive, source: Source) -> SourceView:
    """Return everything that is shown of a source."""
    cited: dict[str, dict[Link, None]] = {}
    for backlink in archive.backlinks_to("sources", source.id):
        if backlink.role != "text":
            kind, identifier = backlink.origin
            link = dated_meeting(archive, archive.of(Meeting)[identifier]) if kind == "meetings" else None
            cited.setdefault(kind, {})[link or link_to(archive, kind, identifier)] = None
    told = Told(archive, source.headline, source.note)
    return SourceView(
        type=source.type,
        publisher=source.publisher,
        date=date_view(source.date),
        url=source.url,
        credits=tuple((credit.role, credit.name) for credit in source.credits),
        cited_by=tuple((KIND_NAMES[kind], tuple(cited[kind])) for kind in KIND_NAMES if kind in cited),
        unsaid=unsaid(
            publisher=source.publisher or told.unit(),
            date=source.date or told.date,
            url=source.url or told.word("https?://"),
        ),
    )


def source_row(archive: Archive, source: Source) -> Row:
    """Return a source's row: of what type it is, and who published it."""
    remarks = tuple(filter(None, [source.type, source.publisher]))
    return Row(link_to(archive, "sources", source.id), date_view(source.date), remarks, kinds=(source.type,))


PAGE = Page(
    view=source_view,
    row=source_row,
    empty="这里将列出记录所依据的来源。至今没有公开的记录。",
    shows=None,
    brief=source_brief,
)
