"""A year as a strip: its months as wide as they are long, and a mark for each meeting as far as its day is known."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..words.dates import PartialDate
from .axis import Axis, Tick

# How far from the middle of a mark another may stand beside it, in percent of the year: a narrow screen has no more.
_HALF = 2.4
# More marks, or more rows of them, are counted by months.
MOST_MARKS, MOST_LANES = 60, 6


@dataclass(frozen=True)
class Mark:
    """A meeting in a strip, in percent from the left. `begin` is before `end` where the day is not known."""

    begin: float
    end: float
    lane: int
    decided: bool
    is_bound: bool = False
    """Whether it may have been any time before its end."""


@dataclass(frozen=True)
class StripView:
    """The meetings of a year. There are numbers in place of marks where they would have no room."""

    year: int
    count: int
    decided: int
    months: tuple[float, ...]
    """Where each month begins."""
    labels: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    lanes: int
    numbers: tuple[Tick, ...]
    """How many there were in each month, in its middle."""
    elsewhere: int
    """How many are in none of these numbers: their month is not known."""


def strip_view(year: int, meetings: Iterable[tuple[PartialDate, bool]]) -> StripView | None:
    """Return the strip of a year's meetings, each with whether it decided anything; None where there was none."""
    found = list(meetings)
    if not found:
        return None
    axis = Axis(year, year + 1)
    starts = [axis.at(PartialDate(year, month)) for month in range(1, 13)]
    # Of more, nobody looks for lanes: each mark would be held against every lane.
    marks = tuple(_in_lanes(sorted(_span(axis, *one) for one in found))) if len(found) <= MOST_MARKS else ()
    lanes = 1 + max((mark.lane for mark in marks), default=0)
    folded = not marks or lanes > MOST_LANES
    known = Counter(date.month for date, _ in found if date.month and not date.at_latest)
    middles = [(begin + end) / 2 for begin, end in zip(starts, [*starts[1:], 100.0], strict=True)]
    return StripView(
        year=year,
        count=len(found),
        decided=sum(decided for _, decided in found),
        months=tuple(starts),
        labels=tuple(Tick(starts[month - 1], f"{month}月") for month in (1, 4, 7, 10)),
        marks=() if folded else marks,
        lanes=1 if folded else lanes,
        numbers=tuple(Tick(middles[month - 1], str(known[month])) for month in sorted(known)) if folded else (),
        elsewhere=len(found) - known.total() if folded else 0,
    )


def _span(axis: Axis, date: PartialDate, decided: bool) -> tuple[float, float, bool, bool]:
    """Return from where to where a meeting can have been, whether it decided, and whether that is only a bound."""
    if date.at_latest:
        return 0.0, axis.at_day(date.last_day), decided, True
    begin = axis.at(date)
    if date.day:
        return begin, begin, decided, False
    month = date.month or 12
    last = datetime.date(date.year, month, calendar.monthrange(date.year, month)[1])
    end = 100.0 if last.month == 12 else axis.at_day(last + datetime.timedelta(days=1))
    return begin, end, decided, False


def _in_lanes(spans: Iterable[tuple[float, float, bool, bool]]) -> Iterable[Mark]:
    """Yield marks, each in the first lane in which it touches none before it."""
    ends: list[float] = []
    for begin, end, decided, is_bound in spans:
        left, right = (begin, end) if begin < end and not is_bound else (begin - _HALF, end + _HALF)
        lane = next((at for at, last in enumerate(ends) if last <= left), len(ends))
        ends[lane : lane + 1] = [right]
        yield Mark(begin, end, lane, decided, is_bound)
