"""Everything of an archive that has a date, as one list of events, by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..archive.linking import Archive
from ..markup.routes import NEWS
from ..prose import Page as Article
from ..records.kinds import KIND_NAMES, SECTIONS
from ..words.dates import PartialDate
from .kinds import PAGES
from .page import Event
from .parts import Link, date_view
from .rows import Group, Row, year_anchor, year_group

EMPTY = "这里将按年月列出所有有日期的记录。至今没有公开的记录。"


def groups(archive: Archive, articles: Sequence[Article]) -> Iterator[Group]:
    """Yield what happened in each year, by months."""
    for year, of_year in groupby(events(archive, articles), key=lambda event: event.date.year):
        months = tuple(
            Group(
                f"{year}年{month}月" if month else f"{year}年（月份未载明）",
                f"{year_anchor(year)}-{month:02}",
                tuple(event_row(event) for event in found),
                iso=str(PartialDate(year, month)),
            )
            for month, found in groupby(of_year, key=lambda event: event.date.month)
        )
        yield year_group(year, groups=months)


def events(archive: Archive, articles: Sequence[Article]) -> list[Event]:
    """Return everything that has a date, newest first; within a day in the order of the sections."""
    found = [event for section in SECTIONS for event in _events(archive, articles, section)]
    return sorted(found, key=lambda event: (event.date, event.meeting, -event.order), reverse=True)


def _events(archive: Archive, articles: Sequence[Article], section: str) -> Iterator[Event]:
    name = KIND_NAMES[section]
    if section == NEWS:
        for article in articles:
            if article.date:
                yield Event(article.date, "", 0, name, Link(article.name, article.route), (), (name,))
    elif section in PAGES and (of_kind := PAGES[section].events):
        yield from of_kind(archive)
    elif section in PAGES:
        for record in archive.paged(section).values():
            if record.dated:
                row = PAGES[section].row(archive, record)
                yield Event(record.dated, "", 0, name, row.link, row.remarks, (name,))


def event_row(event: Event) -> Row:
    return Row(event.link, date_view(event.date), event.remarks, event.name, kinds=event.kinds)
