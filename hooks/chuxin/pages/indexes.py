"""The index of every section, on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..archive.linking import Archive
from ..markup.routes import FOLLOW_UPS, NEWS, TIMELINE
from ..prose import Page as Article
from ..records.kinds import KINDS
from . import follow_ups, news, timeline
from .kinds import PAGES
from .letters import LETTERS, by_letter, letter_links
from .paging import pages_of
from .parts import Link
from .rows import MANY, Group, IndexView, by_year, one_group, rows_in

_NEWEST_FIRST = "新的在前"
# Records do not give the pinyin of units.
_BY_LETTER = "按名称的拼音排列，读音由程序推定"


def index_pages(archive: Archive, articles: Sequence[Article], section: str) -> tuple[IndexView, ...]:
    """Return the pages of an index, that at the section's own address first; all of them lead to letters, if any does.

    `articles` are the dated hand-written pages, newest first.
    """
    view = index_view(archive, articles, section)
    pages = pages_of(view)
    letters = letter_links(pages[0])
    if section in PAGES and PAGES[section].by_letter and view.count >= MANY:
        groups = tuple(by_letter(rows_in(view.groups)))
        up = (Link(view.title, view.route),)
        lettered = pages_of(IndexView(section, groups, _BY_LETTER, view.empty, slug=LETTERS, heading="按拼音", up=up))
        letters = letter_links(lettered[0])
        pages += lettered
    return tuple(replace(page, letters=letters) for page in pages)


def index_view(archive: Archive, articles: Sequence[Article], section: str) -> IndexView:
    """Return an index as if any number of rows had room on its page."""
    if section == TIMELINE:
        groups = tuple(timeline.groups(archive, articles))
        return IndexView(section, groups, timeline.ORDER, timeline.EMPTY, by_day=True)
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
