"""Meetings × units: what each unit did at each meeting, on as many pages as it takes.

All is on one page as long as it fits. A page that would be too large is folded: it counts the units of each class that
had a part in each year, and every year has a page of its own, which is folded by months in the same way, and a month by
days. So an address that was given once stays, however much is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ..archive.linking import Archive
from ..markup.routes import GRID, index_route, item_route, record_route
from ..problems.typed import FieldPath
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .participation import part
from .parts import Link, date_view, link_to
from .periods import LEVELS, MOST_ELEMENTS, MOST_MEETINGS, called, elements, inside

TITLE = "会议与单位对照表"
# What words of cells mean, where they do not say it of themselves.
_MEANINGS = {
    "召集": "会议所召集的联席会议、联盟或基地",
    "出席": "有它的人出席，或者来源只写它出席",
    "成员到会": "来源写了它的成员到会多少",
    "发言": "有它的人发言，或者有人代表它发言",
    "吸收成员": "有单位加入它",
    "成员退出": "有单位退出它",
}
_UNDONE = "未通过、暂缓"
_NO_CHANGE = "议案没有通过，没有因此改变成员"
_SEVERAL = "议程里有这么多项，链接到其中第一项"
# By meetings, what each unit did.
_Done = dict[str, dict[str, tuple[Link, ...]]]


@dataclass(frozen=True)
class Column:
    """A meeting; on a folded page a year, a month or a day."""

    date: str
    iso: str
    """The date as machines read it, empty where a part of it is not known."""
    sense: str
    route: str
    name: str
    """The meeting's name; of a period how many meetings there were."""
    anchor: str


@dataclass(frozen=True)
class RowView:
    """A unit; on a folded page a class of units. A cell is empty where nothing is recorded."""

    heading: Link
    anchor: str
    cells: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True)
class RowGroup:
    """The rows of a group of classes."""

    heading: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class GridView:
    """A page of the grid. `slug` is its part of the address: 2031-03; empty of the first page."""

    slug: str
    title: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    meetings: int
    units: int
    folded: bool
    """Whether it counts by classes and periods."""
    up: Link | None = None
    later: Link | None = None
    earlier: Link | None = None

    @property
    def route(self) -> str:
        """Its address."""
        return record_route(GRID, self.slug) if self.slug else index_route(GRID)

    @property
    def link(self) -> Link:
        """The link to it."""
        return Link(self.title, self.route)

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """What words of its cells mean, where they do not say it themselves."""
        found = {link for group in self.groups for row in group.rows for cell in row.cells for link in cell}
        words = {link.text for link in found}
        return (
            *((word, meaning) for word, meaning in _MEANINGS.items() if word in words),
            *(((_UNDONE, _NO_CHANGE),) if any(word.endswith(("（未通过）", "（暂缓）")) for word in words) else ()),
            *((("几项", _SEVERAL),) if any(link.note for link in found) else ()),
        )


def grid_pages(archive: Archive) -> tuple[GridView, ...]:
    """Return all pages of the grid, the first of which leads to the others; those that are not folded in turn."""
    pages = list(_pages(archive, _done(archive), (), list(archive.of(Meeting).values()), None))
    leaves = [at for at, page in enumerate(pages) if not page.folded]
    for later, earlier in pairwise(leaves):
        pages[later] = replace(pages[later], earlier=pages[earlier].link)
        pages[earlier] = replace(pages[earlier], later=pages[later].link)
    return tuple(pages)


def grid_places(pages: Iterable[GridView]) -> dict[str, Link]:
    """Return where each meeting, and each unit where it did something last, is found, by the addresses of records."""
    places: dict[str, Link] = {}
    for page in pages:
        if not page.folded:
            for column in page.columns:
                places[column.route] = Link(page.title, f"{page.route}#{column.anchor}")
            for row in (row for group in page.groups for row in group.rows):
                places.setdefault(row.heading.route or "", Link(page.title, f"{page.route}#{row.anchor}"))
    return places


def _done(archive: Archive) -> _Done:
    """Return what every unit did at every meeting: each word once, with the place that it leads to."""
    found: _Done = {meeting: {} for meeting in archive.of(Meeting)}
    for unit in archive.of(Organization):
        places: dict[str, dict[str, dict[str, None]]] = {}
        for backlink in archive.backlinks_to("organizations", unit):
            if backlink.origin[0] == Meeting.folder and backlink.role != "text":
                meeting = archive.of(Meeting)[backlink.origin[1]]
                of_word = places.setdefault(meeting.id, {}).setdefault(part(archive, meeting, backlink).word, {})
                of_word[_place(meeting, backlink.path)] = None
        for identifier, words in places.items():
            found[identifier][unit] = tuple(_word(word, list(routes)) for word, routes in words.items())
    return found


def _place(meeting: Meeting, path: FieldPath) -> str:
    """Return where a meeting's page tells of what a field of its record says."""
    if path[0] == "agenda" and isinstance(path[1], int):
        return item_route(meeting.id, meeting.agenda[path[1]].id)
    return f"{record_route(Meeting.folder, meeting.id)}#_{'attendance' if path[0] == 'attendance' else 'facts'}"


def _word(word: str, routes: Sequence[str]) -> Link:
    """Return a word of a cell; where it stands for several items of the agenda, with their number."""
    return Link(word, routes[0], f"{len(routes)}项" if len(routes) > 1 else "")


def _pages(
    archive: Archive, done: _Done, period: tuple[int, ...], meetings: list[Meeting], up: Link | None
) -> Iterator[GridView]:
    """Yield the page of a period, newest first, and those of the periods in it where it is folded."""
    units = _units_at(archive, done, meetings)
    parts = sum(len(words) for meeting in meetings for words in done[meeting.id].values())
    size = elements(len(units), len(meetings), parts)
    slug = "-".join(f"{one:02}" for one in period)
    page = GridView(
        slug=slug,
        title=f"{TITLE}：{called(period)}" if period else TITLE,
        columns=tuple(_meeting_column(meeting) for meeting in meetings),
        groups=(),
        meetings=len(meetings),
        units=len(units),
        # Of a day, what has no room on one page is on several, a meeting whole on each.
        folded=len(period) < len(LEVELS) + (len(meetings) > 1)
        and (size > MOST_ELEMENTS or len(meetings) > MOST_MEETINGS),
        up=up,
    )
    if not page.folded:
        yield replace(page, groups=tuple(_unit_rows(archive, done, meetings, units)))
        return
    inner = dict(inside(done, period, meetings))
    yield replace(
        page,
        columns=tuple(_period_column(key, len(found)) for key, found in inner.items()),
        groups=tuple(_class_rows(archive, done, list(inner.values()), units)),
    )
    for key, found in inner.items():
        yield from _pages(archive, done, key, found, page.link)


def _units_at(archive: Archive, done: _Done, meetings: Iterable[Meeting]) -> list[Organization]:
    """Return the units that had a part in meetings, in the order in which pages list units."""
    found = {unit for meeting in meetings for unit in done[meeting.id]}
    return sorted((archive.of(Organization)[unit] for unit in found), key=lambda unit: unit.sorted_by)


def _period_column(period: tuple[int, ...], meetings: int) -> Column:
    slug = "-".join(f"{one:02}" for one in period)
    year, month, day = (*period, 0, 0)[:3]
    iso = PartialDate(year, month, day).iso if all(period) else ""
    return Column(called(period), iso, "", record_route(GRID, slug), f"{meetings}次会议", f"p-{slug}")


def _meeting_column(meeting: Meeting) -> Column:
    date, route = date_view(meeting.date), record_route(Meeting.folder, meeting.id)
    return Column(date.day, date.iso, date.sense, route, meeting.called, f"m-{meeting.id}")


def _unit_rows(
    archive: Archive, done: _Done, meetings: Sequence[Meeting], units: Iterable[Organization]
) -> Iterator[RowGroup]:
    for group, of_group in groupby(units, key=lambda unit: unit.classification.group):
        rows = []
        for unit in of_group:
            former = "、".join(f"曾用名{one.name}" for one in unit.former_names)
            heading = link_to(archive, Organization.folder, unit.id, note=former)
            cells = tuple(done[meeting.id].get(unit.id, ()) for meeting in meetings)
            rows.append(RowView(heading, f"u-{unit.id}", cells))
        yield RowGroup(group, tuple(rows))


def _class_rows(
    archive: Archive, done: _Done, periods: Sequence[Sequence[Meeting]], units: Iterable[Organization]
) -> Iterator[RowGroup]:
    """Yield the classes of each group, with how many units of each had a part in each of the periods."""
    at = [{unit for meeting in meetings for unit in done[meeting.id]} for meetings in periods]
    for group, of_group in groupby(units, key=lambda unit: unit.classification.group):
        rows = []
        for name, of_class in groupby(of_group, key=lambda unit: unit.classification.name):
            found = [unit.id for unit in of_class]
            counts = [sum(unit in had for unit in found) for had in at]
            cells = tuple((Link(f"{count}家", None),) if count else () for count in counts)
            rows.append(RowView(Link(name, None, f"{len(found)}家"), "", cells))
        yield RowGroup(group, tuple(rows))
