"""An index page as data: groups of rows, and by what one can filter them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ..markup.routes import index_route, list_route
from ..records.kinds import KIND_NAMES
from ..words.dates import UNDATED, PartialDate
from .parts import DateView, Link, date_view
from .strip import StripView

# From so many rows on, a reader looks for something in an index instead of reading it.
MANY = 8


@dataclass(frozen=True)
class Row:
    """One entry of an index: the link, its date where it has one, and short remarks."""

    link: Link
    date: DateView | None = None
    remarks: tuple[str, ...] = ()
    name: str = ""
    """What happened, in the timeline."""
    form: str = ""
    """The form of a statement."""
    kinds: tuple[str, ...] = ()
    """What it is found under, where one can choose between kinds."""
    as_of: DateView | None = None
    """The day on which the remarks were true."""
    results: tuple[str, ...] = ()
    """What was decided, a line each."""
    sort: str = ""
    """The pinyin by which it is sorted, where it is sorted by its name."""


@dataclass(frozen=True)
class Group:
    """Entries under one heading, or further groups. `anchor` is the heading's id, ASCII and stable.

    `year`, `kind` and `sort` (a part of a kind) are those of all that is in it, where one can choose between them.
    Where the heading is a date, `iso` says it to machines (ISO 8601).
    """

    heading: str
    anchor: str
    rows: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = ()
    link: Link | None = None
    year: str = ""
    kind: str = ""
    sort: str = ""
    iso: str = ""
    sense: str = ""
    """What stands before the date."""
    page: str | None = None
    """Where its rows are, when they are on another page: that of the group, or a place on one."""
    elsewhere: int = 0
    """How many rows it has there."""
    strip: StripView | None = None
    """The picture of what it has."""

    @property
    def count(self) -> int:
        """How many rows there are, here or elsewhere."""
        return self.elsewhere or len(self.rows) + sum(group.count for group in self.groups)

    @property
    def days(self) -> tuple[tuple[DateView, tuple[Row, ...]], ...]:
        """The entries of each day, for a list where the day stands before them."""
        return tuple((day, tuple(rows)) for day, rows in groupby(self.rows, key=lambda row: row.date))


@dataclass(frozen=True)
class Choice:
    """One of the years or kinds of an index: as the address has it, as readers do, and how many rows it leaves."""

    value: str
    text: str
    count: int


@dataclass(frozen=True)
class Facet:
    """What one can choose between. `name` is also that of the rows' data: `year`, `kind` or `sort`."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class IndexView:
    """A page of an index: the section, its groups, how they are ordered, and what it says when there are none.

    An index that is too long for a page has several: the one at the section's own address leads to the others.
    """

    section: str
    groups: tuple[Group, ...]
    order: str
    empty: str
    by_day: bool = False
    """Whether each day stands before what happened on it."""
    shown_here: tuple[Markup, ...] = ()
    """The HTML of the records that have no page of their own, whole."""
    slug: str = ""
    """The last part of its address, when it is not the section's own."""
    heading: str = ""
    """What part of the index it has, then."""
    up: tuple[Link, ...] = ()
    """The pages that lead to it, the index first."""
    before: Link | None = None
    after: Link | None = None
    strip: StripView | None = None
    """The picture of what it has."""
    letters: tuple[Link, ...] = ()
    """Where the rows of each letter begin."""

    @property
    def route(self) -> str:
        """Its address."""
        return list_route(self.section, self.slug) if self.slug else index_route(self.section)

    @property
    def title(self) -> str:
        """What it is called."""
        name = KIND_NAMES[self.section]
        return f"{name}：{self.heading}" if self.slug else name

    @property
    def count(self) -> int:
        """How many rows there are, here or on the pages to which it leads."""
        return sum(group.count for group in self.groups)

    @property
    def is_split(self) -> bool:
        """Whether its rows are on other pages."""
        return any(group.page for group in self.groups)

    @property
    def filtered(self) -> bool:
        """Whether there is so much that one would look for something in it."""
        return self.count >= MANY and not self.is_split

    @property
    def facets(self) -> tuple[Facet, ...]:
        """By what the rows can be filtered, where there is more than one choice."""
        found = list(_found_under(self.groups))
        years = Counter(one.year for one in found if one.year)
        kinds = Counter(kind for one in found for kind in one.kinds)
        sorts = Counter(one.sort for one in found if one.sort)
        grouped = any(group.kind for group in self.groups)
        # Years, and kinds that are headings, as on the page; other kinds with the most rows first.
        facets = (
            Facet("year", "年份", tuple(Choice(year, f"{year}年", count) for year, count in years.items())),
            Facet("kind", "大类" if sorts else "种类", _choices(kinds.items() if grouped else kinds.most_common())),
            Facet("sort", "类别", _choices(sorts.items())),
        )
        return tuple(facet for facet in facets if len(facet.choices) > 1)


@dataclass(frozen=True)
class _Found:
    """Under what a row is found."""

    year: str
    kinds: tuple[str, ...]
    sort: str


def _choices(counts: Iterable[tuple[str, int]]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, count) for value, count in counts)


def _found_under(groups: Iterable[Group]) -> Iterator[_Found]:
    """Yield under what every row is found."""
    for group in groups:
        for inner in _found_under(group.groups):
            yield _Found(group.year or inner.year, inner.kinds, inner.sort)
        for row in group.rows:
            yield _Found(group.year, row.kinds or tuple(filter(None, [group.kind])), group.sort)


def rows_in(groups: Iterable[Group]) -> Iterator[Row]:
    """Yield all rows of groups."""
    for group in groups:
        yield from group.rows
        yield from rows_in(group.groups)


def one_group(rows: Iterable[Row]) -> Iterator[Group]:
    """Yield rows that need no headings as a group, if there are any."""
    found = tuple(rows)
    if found:
        yield Group("", "", found)


def by_year(dated: Iterable[tuple[PartialDate | None, Row]]) -> Iterator[Group]:
    """Group rows by their year, the newest first and those without a date last."""
    ordered = sorted(dated, key=lambda one: one[0] or UNDATED, reverse=True)
    for year, found in groupby(ordered, key=lambda one: one[0].year if one[0] else 0):
        rows = tuple(row for _, row in found)
        yield year_group(year, rows) if year else Group("年份未载明", year_anchor(0), rows)


def year_group(year: int, rows: tuple[Row, ...] = (), groups: tuple[Group, ...] = ()) -> Group:
    """Return what there is of a year."""
    date = date_view(PartialDate(year))
    return Group(date.text, year_anchor(year), rows, groups, year=date.iso, iso=date.iso)


def year_anchor(year: int) -> str:
    """Return the id of a year's heading; 0 stands for no year."""
    return f"y{year}"
