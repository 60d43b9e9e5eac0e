"""The periods by which the grid of meetings and units is folded: years, months, days; of a day, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, groupby

from ..records.meetings import Meeting
from ..words.dates import PartialDate
from .parts import Link

# A page has no more elements than so many, without the frame around it, and no more meetings than one looks through.
MOST_ELEMENTS, MOST_MEETINGS = 4000, 24
# What a page is folded by, and what is said where a date does not tell it.
LEVELS = (("年", ""), ("月", "月份未载明"), ("日", "日期未载明"))
# By meetings, what each unit did.
Done = Mapping[str, Mapping[str, tuple[Link, ...]]]


def elements(units: int, meetings: int, parts: int) -> int:
    """Return how many elements a page has, about, that shows so many parts of units in meetings."""
    return (units + 1) * (3 + meetings) + parts


def inside(
    done: Done, period: tuple[int, ...], meetings: Sequence[Meeting]
) -> Iterator[tuple[tuple[int, ...], list[Meeting]]]:
    """Yield the periods in a period, and their meetings; of a day, as many meetings at a time as a page shows."""
    if len(period) < len(LEVELS):
        for key, found in groupby(meetings, key=lambda one: _period(one.date, len(period) + 1)):
            yield key, list(found)
        return
    number = count(1)
    some: list[Meeting] = []
    units: set[str] = set()
    parts = 0
    for meeting in meetings:
        words = done[meeting.id]
        more, parts = units | words.keys(), parts + sum(map(len, words.values()))
        if some and (len(some) == MOST_MEETINGS or elements(len(more), len(some) + 1, parts) > MOST_ELEMENTS):
            yield (*period, next(number)), some
            some, more, parts = [], set(words), sum(map(len, words.values()))
        some, units = [*some, meeting], more
    yield (*period, next(number)), some


def _period(date: PartialDate, level: int) -> tuple[int, ...]:
    return (date.year, date.month, date.day)[:level]


def called(period: tuple[int, ...]) -> str:
    """Return what a period is called: 2031年3月; 2031年（月份未载明）; 2031年3月12日，第1页."""
    *known, last = period
    if len(known) == len(LEVELS):
        return f"{called(tuple(known))}，第{last}页"
    if not last:
        return f"{called(tuple(known))}（{LEVELS[len(known)][1]}）"
    return "".join(f"{number}{unit}" for number, (unit, _) in zip(period, LEVELS, strict=False) if number)
