"""States of pictures that no small archive has, for the page of components: too many, nothing known, one alone.

All of it is invented and called an example; links lead to that page itself. What is ordered, counted or drawn is so by
the functions that do it for records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from ..archive.memberships import LinkedMembership
from ..markup.routes import COMPONENTS, index_route
from ..words.dates import PartialDate
from .axis import Axis
from .counts import CountView
from .days import days
from .growth import GrowthView, growth_view
from .lanes import strip
from .letters import by_letter, letter_links
from .members import MemberView
from .offices import OfficesView, OfficeView
from .parts import DateView, Link, date_view
from .posts import DayView, HeldView, PostsByDay
from .roster import Part, RosterView, Together
from .rows import Group, IndexView, Row
from .strip import MOST_MARKS, StripView, strip_view
from .successions import EndingView, FormerNameView, TurnView
from .tracks import DatedLink, TracksView, TrackView
from .verdicts import VerdictView, verdict_view

HERE = index_route(COMPONENTS)
YEAR = 2040
SHOWN = date_view(PartialDate(YEAR, 3, 12))
BODY, MEETING, SOURCE = (Link(text, HERE) for text in ("示例联盟", "示例会议", "示例来源"))
# Of what shows that it is very much, so many are enough.
MANY = 48


def example_unit(number: int) -> Link:
    return Link(f"示例单位{number}", HERE)


@dataclass(frozen=True)
class ListExamples:
    """Lists: rows by letters, what a list that is too long leads to, days that are not known."""

    letters: IndexView
    """Rows with the letters that lead to them."""
    letter_pages: tuple[Link, ...]
    """Letters of which each has a page: the first is the one that is shown."""
    directories: tuple[IndexView, ...]
    """The parts of a list, with headings in them and without."""
    days: tuple[tuple[DateView, tuple[Row, ...]], ...]
    """What happened on a day that is not known."""


def list_examples() -> ListExamples:
    rows = [Row(Link(f"示例{letter.upper()}", HERE), sort=letter) for letter in "abcdefghjklmnopqrstwxyz"]
    letters = IndexView(COMPONENTS, tuple(by_letter([*rows, Row(Link("示例：没有拼音", HERE), sort="")])), "", "")
    month = date_view(PartialDate(YEAR, 3))
    pages = (Link(letter, HERE if letter == "A" else f"{HERE}#_lists") for letter in "ABC")
    months = (
        _part(f"{YEAR}年{month}月", f"ex-y{YEAR}-{month:02}", 40 * month, f"{YEAR}-{month:02}")
        for month in (12, 11, 10)
    )
    parts = (_part(f"{letter}（示例）", f"ex-letter-{letter.lower()}", 120) for letter in "ABC")
    return ListExamples(
        letters=replace(letters, letters=letter_links(letters)),
        letter_pages=tuple(pages),
        directories=(
            IndexView(
                COMPONENTS, (replace(_part(f"{YEAR}年", f"ex-y{YEAR}", 1320, str(YEAR)), groups=tuple(months)),), "", ""
            ),
            replace(
                IndexView(COMPONENTS, tuple(parts), "", ""), before=Link("示例甲", HERE), after=Link("示例乙", HERE)
            ),
        ),
        days=Group("", "", (Row(MEETING, month, name="会议", results=("示例的决定",)),)).days,
    )


def _part(heading: str, anchor: str, count: int, iso: str = "") -> Group:
    return Group(heading, anchor, iso=iso, page=HERE, elsewhere=count)


@dataclass(frozen=True)
class MemberExamples:
    """Members, offices and what a unit did."""

    verdicts: tuple[VerdictView, ...]
    """Members who may have been none that day, and members of whom no date is known."""
    rosters: tuple[RosterView, ...]
    """One member, and several, of whom no date is known."""
    counts: tuple[CountView, ...]
    offices: OfficesView
    growths: tuple[GrowthView, ...]
    """Very many dates, one alone, and one that is a bound."""
    tracks: tuple[TracksView, ...]
    """More dates than stand in a row, and all on one day."""
    posts: PostsByDay
    """More days than stand beside posts, of which no source has the name."""
    turns: tuple[TurnView, ...]
    former_names: tuple[FormerNameView, ...]


def member_examples() -> MemberExamples:
    ending = EndingView(SHOWN, "并入", (example_unit(9),), "")
    return MemberExamples(
        verdicts=tuple(_verdicts()),
        rosters=(_roster(1), _roster(3)),
        counts=(_count(),),
        offices=OfficesView((_office("示例：见来源。"), _office(None)), None),
        growths=tuple(growth_view(_memberships(dates)) for dates in _dates_of_joining()),
        tracks=tuple(_tracks()),
        posts=_posts(),
        turns=(
            TurnView(SHOWN, ("示例旧名", "示例单位1"), None, None, "示例的说明。", (SOURCE,)),
            TurnView(SHOWN, None, example_unit(2), ending, None, ()),
        ),
        former_names=(
            FormerNameView("示例旧名", SHOWN, SHOWN.iso, "示例旧名"),
            FormerNameView("示例更早的名称", None, None, ""),
        ),
    )


def year_examples() -> tuple[StripView, ...]:
    """Return the strips of a year with one meeting, and of one with more than are drawn."""
    many = [PartialDate(YEAR + 1, 1 + number % 12, 1 + number % 28) for number in range(MOST_MARKS + 1)]
    unknown = PartialDate(YEAR + 1)
    found = (
        strip_view(YEAR, [(PartialDate(YEAR, 3, 12), False)]),
        strip_view(YEAR + 1, [(date, date.month == 5) for date in (*many, unknown)]),
    )
    return tuple(one for one in found if one)


def _verdicts() -> Iterator[VerdictView]:
    told = Day(YEAR, 6, 30)
    found = {
        "a": days(PartialDate(YEAR, 3), None),
        "b": days(None, None, [PartialDate(YEAR, 3)]),
        "c": days(None, None),
        "d": days(PartialDate(YEAR, 3), PartialDate(YEAR)),
    }
    yield verdict_view(found.items(), told, [_count()])
    yield verdict_view([("a", days(None, None))], None, [])


def _count() -> CountView:
    return CountView(SHOWN, f"{MANY}家示例单位", MANY, f"{MANY}家", True, MEETING)


def _roster(number: int) -> RosterView:
    """Return members of whom no date of joining is known; the second may be the unit above, the third is over."""
    bare = days(None, None)
    first = MemberView(
        unit=example_unit(1), body=BODY, since=None, until=None, joined=None, left=None, note=None,
        is_since_unsaid=True, sources=(), proofs=(), above=None, former_names=(), ended=None, ending=None, unsaid=(),
        days=bare,
    )  # fmt: skip
    ending = EndingView(SHOWN, "终止，由", (example_unit(9),), "承接")
    body = replace(BODY, route=f"{HERE}#_members")
    over = replace(first, until=SHOWN, ended=body, ending=ending, unsaid=(example_unit(9),))
    found = [
        first,
        replace(first, unit=example_unit(2), above=example_unit(8)),
        replace(over, unit=example_unit(3)),
    ][:number]
    verdict = verdict_view(((one.unit.text, bare) for one in found), None, ())
    return RosterView(verdict, tuple(found), (Part("", (Together(tuple(found), bare, None),)),), None, True, None)


def _office(note: str | None) -> OfficeView:
    holder = Link("示例人物", HERE)
    unknown = days(None, None)
    return OfficeView(BODY, "示例职务", holder, None, None, None, None, note, not note, (SOURCE,), unknown, None)


def _dates_of_joining() -> Iterator[list[PartialDate | None]]:
    yield [None, *(PartialDate(YEAR + number // 12, 1 + number % 12, 1) for number in range(MANY))]
    yield [None, PartialDate(YEAR)]
    yield [PartialDate(YEAR, 1, 1), PartialDate.parse(f"不晚于{YEAR + 2}-03-12")]


def _memberships(dates: Iterable[PartialDate | None]) -> Iterator[LinkedMembership]:
    for number, date in enumerate(dates):
        yield LinkedMembership(f"example-{number}", "example", date, None)


def _tracks() -> Iterator[TracksView]:
    dates = [PartialDate(YEAR + number // 12, 1 + number % 12) for number in range(MANY)]
    axis = Axis.of(dates)
    ends = tuple(DatedLink(date_view(date), HERE) for date in (dates[0], dates[-1]))
    if axis:
        yield TracksView((TrackView(Link(f"发言{MANY}次", None), ends, True, strip(axis, dates)),), axis)
    on_a_day = (DatedLink(SHOWN, HERE),)
    labels = (BODY, Link("发言1次", None))
    yield TracksView(tuple(TrackView(label, on_a_day, False) for label in labels), None)


def _posts() -> PostsByDay:
    row = HeldView((), (DayView(SHOWN, MEETING, ("发言",)),), (("2039年", 12), ("2038年", 7)), None)
    return PostsByDay((row,), None)
