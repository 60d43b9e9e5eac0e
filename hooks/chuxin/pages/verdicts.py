"""What the record comes to of a body's members on a day, in one sentence: how many, and of how many nobody can tell.

Assets/javascripts/members.js says the same of any other day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from ..words.dates import PartialDate
from .counts import CountView
from .days import Answer, Days
from .parts import DateView, date_view


@dataclass(frozen=True)
class VerdictView:
    """How many units are known to have been members on a day; each is counted once."""

    date: DateView | None
    """The last day of which the record tells; None where no date is recorded: then of no day anything is known."""
    sure: int
    sure_undated: int
    """How many of those joined nobody knows when."""
    undated: int
    """How many may have been members, and nobody knows when they joined."""
    vague: int
    """How many may have been members: the day on which they joined or left is not known."""
    counted: CountView | None
    """What a source counts, where that is more."""


def verdict_view(members: Iterable[tuple[str, Days]], day: Day | None, counts: Iterable[CountView]) -> VerdictView:
    """Return what is known of the members on a day. They are units with the days of their memberships."""
    answers: dict[Answer, set[str]] = defaultdict(set)
    dated = set()
    for unit, days in members:
        answer = days.on(str(day)) if day else "yes"
        answers[answer].add(unit)
        if answer == "yes" and not days.undated:
            dated.add(unit)
    sure, undated = answers["yes"], answers["undated"] - answers["yes"]
    return VerdictView(
        date=date_view(PartialDate(day.year, day.month, day.day)) if day else None,
        sure=len(sure),
        sure_undated=len(sure - dated),
        undated=len(undated),
        vague=len(answers["vague"] - sure - undated),
        counted=_nearest(counts, str(day) if day else "", len(sure)),
    )


def last_day(dates: Iterable[PartialDate]) -> Day | None:
    """Return the last day of which dates tell."""
    return max((date.last_day for date in dates), default=None)


def _nearest(counts: Iterable[CountView], day: str, sure: int) -> CountView | None:
    """Return the count of the last meeting until a day, else of the first, where it is more than is on record."""
    all_counts = list(counts)
    until = [one for one in all_counts if not day or one.date.iso <= day]
    nearest = (until or all_counts[:1])[-1:]
    return next((one for one in nearest if one.number > sure), None)
