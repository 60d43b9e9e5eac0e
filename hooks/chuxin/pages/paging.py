"""Long lists: an index that is too long for a page becomes several, each at an address that stays.

The page at the section's own address keeps the headings, with their ids, and leads from each to the page of its rows.
That page is named as the heading's id: `statements/list/y2031/`. Where it would be too long in turn, it is parted by
the headings in it, and where there are none by months and days, by letters, or by numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from ..words.dates import PartialDate
from .parts import DateView, Link
from .rows import Group, IndexView, Row, year_anchor

# A page has no more rows than this: 5,000 elements, and 60 KB as they are sent.
MOST_ROWS = 400
# How much of an ISO date is a year, a month, a day.
_DATES = (4, 7, 10)


def pages_of(view: IndexView) -> tuple[IndexView, ...]:
    """Return the pages of a list, the one that leads to the others first. Each row is on exactly one of them."""
    if view.count <= MOST_ROWS:
        return (view,)
    up = (*view.up, Link(view.heading or view.title, view.route))
    groups = view.groups if any(group.heading for group in view.groups) else tuple(_divided(view))
    parts = [
        pages_of(
            replace(view, groups=_inside(group), slug=group.anchor, heading=group.heading, up=up, strip=group.strip)
        )
        for group in groups
    ]
    ways = {anchor: route for pages in parts for anchor, route in _ways(pages)}
    neighbours = _with_neighbours([pages[0] for pages in parts])
    lead = replace(view, groups=tuple(_folded(group, ways) for group in groups))
    return (lead, *(page for first, pages in zip(neighbours, parts, strict=True) for page in (first, *pages[1:])))


def _inside(group: Group) -> tuple[Group, ...]:
    """Return what is on the page of a group, which says the heading itself."""
    return group.groups or (replace(group, heading="", anchor=""),)


def _ways(pages: Iterable[IndexView]) -> Iterator[tuple[str, str]]:
    """Yield for each heading, by its id, where its rows are."""

    def inside(groups: Iterable[Group]) -> Iterator[Group]:
        for group in groups:
            yield group
            yield from inside(group.groups)

    for page in pages:
        yield page.slug, page.route
        for group in inside(page.groups):
            if group.anchor and not group.page:
                yield group.anchor, f"{page.route}#{group.anchor}"


def _folded(group: Group, ways: dict[str, str]) -> Group:
    """Return a group without its rows, with where they are."""
    inner = tuple(_folded(one, ways) for one in group.groups)
    return replace(group, rows=(), groups=inner, page=ways[group.anchor], elsewhere=group.count)


def _with_neighbours(pages: list[IndexView]) -> Iterator[IndexView]:
    links = [None, *(Link(page.heading, page.route) for page in pages), None]
    for page, before, after in zip(pages, links, links[2:], strict=False):
        yield replace(page, before=before, after=after)


def _divided(view: IndexView) -> Iterator[Group]:
    """Yield the rows of a page without headings under headings, by what tells some of them from others."""
    base = view.groups[0]
    for length in _DATES:
        if len({_date_of(row, length) for row in base.rows}) > 1:
            for date, rows in groupby(base.rows, key=lambda row: _date_of(row, length)):
                yield replace(_dated(date, length), rows=tuple(rows), kind=base.kind, sort=base.sort)
            return
    by_name = sorted(base.rows, key=lambda row: row.sort)
    for length in range(1, max(len(row.sort) for row in by_name) + 1):
        if len({row.sort[:length] for row in by_name}) > 1:
            for letters, rows in groupby(by_name, key=lambda row: row.sort[:length]):
                heading, anchor = letters.capitalize(), f"{view.slug or 'letter'}-{_in_address(letters)}"
                yield replace(base, heading=_within(view, heading), anchor=anchor, rows=tuple(rows))
            return
    for first in range(0, len(base.rows), MOST_ROWS):
        some = base.rows[first : first + MOST_ROWS]
        heading, anchor = f"第{first + 1}至{first + len(some)}条", f"{view.slug or 'n'}-{first + 1}"
        yield replace(base, heading=_within(view, heading), anchor=anchor, rows=some)


def _date_of(row: Row, length: int) -> str:
    return row.date.iso[:length] if row.date else ""


def _dated(iso: str, length: int) -> Group:
    """Return the heading of a year, a month or a day, and of what is known less well."""
    if not iso:
        return Group("年份未载明", year_anchor(0))
    known = DateView(PartialDate.parse(iso).chinese, iso)
    unknown = "" if len(iso) == length else "（日期未载明）" if len(iso) == _DATES[1] else "（月份未载明）"
    anchor = f"y{iso}{'' if len(iso) == length else '-00'}"
    return Group(f"{known.day}{unknown}", anchor, year=iso if length == _DATES[0] else "", iso="" if unknown else iso)


def _within(view: IndexView, heading: str) -> str:
    """Return a heading with that of the page that is divided, but for letters, which say themselves where they are."""
    return heading if not view.slug or view.slug.startswith("letter-") else f"{view.heading}，{heading}"


def _in_address(letters: str) -> str:
    """Return letters as an address and an id can have them."""
    return "".join(one if one.isascii() and one.isalnum() else f"_{ord(one):x}" for one in letters)
