"""The index page of every section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..archive.linking import Archive
from ..markup.routes import FOLLOW_UPS, NEWS, TIMELINE
from ..prose import Page as Article
from ..records.kinds import KINDS
from . import follow_ups, news, timeline
from .kinds import PAGES
from .rows import Group, IndexView, by_year, one_group

_NEWEST_FIRST = "新的在前"


def index_view(archive: Archive, articles: Sequence[Article], section: str) -> IndexView:
    """Return an index page. `articles` are the dated hand-written pages, newest first."""
    if section == TIMELINE:
        groups = tuple(timeline.groups(archive, articles))
        return IndexView(section, groups, _NEWEST_FIRST, timeline.EMPTY, by_day=True)
    if section == FOLLOW_UPS:
        order = follow_ups.order(archive)
        return IndexView(section, tuple(follow_ups.groups(archive)), order, follow_ups.EMPTY)
    if section == NEWS:
        return IndexView(section, tuple(news.groups(articles)), _NEWEST_FIRST, news.EMPTY)
    page = PAGES[section]
    order = (_NEWEST_FIRST if _has_dates(section) else "") if page.order is None else page.order
    return IndexView(section, tuple(_groups(archive, section)), order, page.empty)


def _groups(archive: Archive, section: str) -> Iterable[Group]:
    page = PAGES[section]
    if page.groups:
        return page.groups(archive)
    rows = ((record.dated, page.row(archive, record)) for record in archive.paged(section).values() if record.has_page)
    return by_year(rows) if _has_dates(section) else one_group(row for _, row in rows)


def _has_dates(section: str) -> bool:
    return section not in KINDS or "date" in KINDS[section].model_fields
