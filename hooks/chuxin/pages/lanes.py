"""Lanes: what lasted, and what happened on a day, on one axis of time, as small pictures in the rows of a table.

A lane tells for each day what `days.Days` tell: a line where it surely lasted, dashes where nobody can tell, nothing
where it surely did not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..words.dates import PartialDate
from .axis import Axis
from .days import Days

# So many lanes are looked at as one picture. Of more, those that are alike stand together, or the picture is another.
MOST_LANES = 40

Shape = Literal["begin", "end", "proof"]


@dataclass(frozen=True)
class Stretch:
    """A part of a bar, in percent of the axis. It is not `sure` where the record does not tell whether it lasted."""

    begin: float
    end: float
    sure: bool


@dataclass(frozen=True)
class Mark:
    """Something that happened, in percent of the axis. It is not `whole` if its day is not known."""

    at: float
    whole: bool
    shape: Shape = "begin"


@dataclass(frozen=True)
class Lane:
    """What is drawn in one row. Where no end is recorded of what lasts until one is, it is `open`: an arrow."""

    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    open: bool = False


def lane(
    axis: Axis,
    days: Days,
    begun: PartialDate | None = None,
    ended: PartialDate | None = None,
    proven: Iterable[PartialDate] = (),
    *,
    lasting: bool = True,
) -> Lane:
    """Return the lane of a span with marks at the dates of which the record tells.

    `lasting` is false of what has a term: where no end of it is recorded, it is not open.
    """
    begin, end = _at(axis, days.since_first, 0), _at(axis, days.until_last, 100)
    # Who left at an unknown day may have left as soon as it joined.
    no_longer_sure = days.until_first or (days.since_last if days.until_last else None)
    # Records that contradict each other leave no room between the first day and the last.
    sure_from = max(begin, min(end, _at(axis, days.since_last, end)))
    sure_to = max(sure_from, min(end, _at(axis, no_longer_sure, end)))
    parts = (Stretch(begin, sure_from, False), Stretch(sure_from, sure_to, True), Stretch(sure_to, end, False))
    marks = [Mark(axis.at(date), date.to_the_day, "proof") for date in proven]
    marks += [Mark(axis.at(begun), begun.to_the_day)] if begun else []
    marks += [Mark(axis.at(ended), ended.to_the_day, "end")] if ended else []
    stretches = tuple(one for one in parts if one.begin < one.end)
    return Lane(stretches, tuple(dict.fromkeys(marks)), lasting and not (days.until_first or days.until_last))


def strip(axis: Axis, dates: Iterable[PartialDate]) -> Lane:
    """Return a lane of what happened on dates and did not last."""
    return Lane((), tuple(dict.fromkeys(Mark(axis.at(date), date.to_the_day) for date in dates)))


def _at(axis: Axis, day: str | None, unknown: float) -> float:
    return axis.at_day(datetime.date.fromisoformat(day)) if day else unknown
