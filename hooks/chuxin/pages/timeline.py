"""Everything of an archive that has a date, as one list of events, by year and month.

On the page of the timeline a meeting is one entry: what it decided, and how much else was done. Each speech has its
row in the index of statements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..archive.linking import Archive
from ..markup.routes import NEWS
from ..prose import Page as Article
from ..records.agenda import ITEM_NAMES
from ..records.decisions import Decision, Joining
from ..records.kinds import KIND_NAMES, SECTIONS
from ..records.meetings import Meeting
from ..records.speeches import Speech
from ..words.dates import PartialDate
from .briefs import decided
from .kinds import PAGES
from .page import Event
from .parts import Link, date_view
from .rows import Group, Row, year_anchor, year_group
from .strip import strip_view

ORDER = "新的在前；会议的议程写在会议里，发言逐篇列在“发言”栏目"
EMPTY = "这里将按年月列出所有有日期的记录。至今没有公开的记录。"


def groups(archive: Archive, articles: Sequence[Article]) -> Iterator[Group]:
    """Yield what happened in each year, by months."""
    # What stands in the agenda of a meeting is told with it.
    entries = ((event, _entry(archive, event)) for event in events(archive, articles) if not event.order)
    for year, grouped in groupby(entries, key=lambda entry: entry[0].date.year):
        of_year = list(grouped)
        months = tuple(
            Group(
                f"{year}年{month}月" if month else f"{year}年（月份未载明）",
                f"{year_anchor(year)}-{month:02}",
                tuple(row for _, row in found),
                iso=str(PartialDate(year, month)),
            )
            for month, found in groupby(of_year, key=lambda entry: entry[0].date.month)
        )
        met = ((event.date, bool(row.results)) for event, row in of_year if event.meeting)
        yield replace(year_group(year, groups=months), strip=strip_view(year, met))


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


def _entry(archive: Archive, event: Event) -> Row:
    return _meeting_entry(archive, event) if event.meeting else event_row(event)


def _meeting_entry(archive: Archive, event: Event) -> Row:
    """Return the row of a meeting: what it decided, and the rest of its agenda counted.

    It is found under the kinds of all that it tells of, but for what was said: that has rows of its own elsewhere.
    """
    meeting = archive.of(Meeting)[event.meeting]
    decisions = [item for item in meeting.agenda if isinstance(item, Decision | Joining)]
    rest = Counter(
        ITEM_NAMES[item.type] for item in meeting.agenda if not isinstance(item, Decision | Joining | Speech)
    )
    said = sum(isinstance(item, Speech) for item in meeting.agenda)
    counts = [f"{said}篇发言"] if said else []
    counts += [f"{count}项{name}" for name, count in rest.items()]
    kinds = [*event.kinds, *(ITEM_NAMES[item.type] for item in decisions)]
    kinds += [change.verb for item in decisions for change in item.effective]
    return replace(
        event_row(event),
        remarks=("、".join(counts),) if counts else (),
        results=decided(archive, meeting),
        kinds=tuple(dict.fromkeys((*kinds, *rest))),
    )


def event_row(event: Event) -> Row:
    return Row(event.link, date_view(event.date), event.remarks, event.name, kinds=event.kinds)
