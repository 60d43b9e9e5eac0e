"""The axis of time in pictures: whole years from left to right, and where a date stands on them."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from ..words.dates import PartialDate


@dataclass(frozen=True)
class Tick:
    """A mark on an axis, in percent of its length."""

    at: float
    text: str


@dataclass(frozen=True)
class Axis:
    """The years from the beginning of one until the beginning of another, which comes later."""

    begin: int
    end: int

    @classmethod
    def of(cls, dates: Iterable[PartialDate]) -> Axis | None:
        """Return the years in which dates lie; None where they do not tell a before from an after."""
        days = {date.drawn_on for date in dates}
        return cls(min(days).year, max(days).year + 1) if len(days) > 1 else None

    def at(self, date: PartialDate) -> float:
        """Return where a date is drawn, in percent from the left: a year and a month at their beginning."""
        return self.at_day(date.drawn_on)

    def at_day(self, day: datetime.date) -> float:
        """Return where a day begins, in percent from the left; what lies beyond an end stands at it."""
        year_long = 366 if calendar.isleap(day.year) else 365
        years = day.year + (day.timetuple().tm_yday - 1) / year_long
        return min(100.0, max(0.0, percent(years - self.begin, self.end - self.begin)))

    def ticks(self, at_most: int = 3) -> tuple[Tick, ...]:
        """Return the marks of round years, no more of them than a few."""
        length = self.end - self.begin
        years = range(self.begin, self.end + 1, tick_every(length, at_most))
        return tuple(Tick(percent(year - self.begin, length), str(year)) for year in years)


def tick_every(length: int, at_most: int) -> int:
    """Return the round number that goes into a length at most so many times."""
    steps: Iterator[int] = (step * 10**power for power in count() for step in (1, 2, 5))
    return next(step for step in steps if length <= at_most * step)


def percent(part: float, whole: float) -> float:
    """Return a part in percent of the whole, as exact as a picture needs it."""
    return round(100 * part / whole, 2)
