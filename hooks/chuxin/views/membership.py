"""Membership over time: the days that the record gives to each row of members, and how their number grew.

A unit is a member from the day on which it joins until the day before the one on which it leaves: so a day's number
is what the day's decisions left, and who leaves and joins again on one day is not counted twice. Where no leaving is
recorded the membership lasts. The record may give a year or a month only; then nothing is made up, and the days
within it are days of which the record does not tell.
"""

from __future__ import annotations

import calendar
import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, count, pairwise

from ..dates import PartialDate
from ..linking import Archive, LinkedMembership
from .common import DateView, MembershipView, date_view, membership_view


@dataclass(frozen=True)
class Days:
    """The first and the last day on which a unit can have joined and left, in ISO 8601, so that texts compare as days.

    Those of joining are None when its date is not known, those of leaving when none is recorded.
    """

    since_first: str | None
    since_last: str | None
    until_first: str | None
    until_last: str | None

    @property
    def vague(self) -> bool:
        """Whether there are days of which the record does not tell if the unit was a member."""
        return not self.since_first or self.since_first != self.since_last or self.until_first != self.until_last


@dataclass(frozen=True)
class MemberView(MembershipView):
    """A row of a body's table of members."""

    days: Days


@dataclass(frozen=True)
class StepView:
    """A date on which units joined or left, and how many members there are then."""

    date: DateView
    joined: int
    left: int
    total: int


@dataclass(frozen=True)
class Point:
    """Where a step stands in the chart, in percent from its upper left corner. `whole` is false of a year or month."""

    x: float
    y: float
    whole: bool


@dataclass(frozen=True)
class Line:
    """A stretch of the chart's line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Tick:
    """A mark on an axis, in percent as points are."""

    at: float
    text: str


@dataclass(frozen=True)
class ChartView:
    """The chart of the steps: years from left to right, members from 0 upward."""

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    years: tuple[Tick, ...]
    numbers: tuple[Tick, ...]


@dataclass(frozen=True)
class GrowthView:
    """How the number of members changed. There is no chart where the dates do not tell a before from an after."""

    steps: tuple[StepView, ...]
    chart: ChartView | None
    undated: int
    """How many memberships began on an unknown date: they are in no step."""


@dataclass(frozen=True, order=True)
class _Moment:
    """What orders the steps: the place in time, the turn among those moved there, and the date as recorded."""

    place: PartialDate
    turn: int
    date: PartialDate


def member_view(archive: Archive, membership: LinkedMembership) -> MemberView:
    """Return a row of a body's table of members."""
    return MemberView(**vars(membership_view(archive, membership)), days=days(membership.since, membership.until))


def days(since: PartialDate | None, until: PartialDate | None) -> Days:
    """Return the days between which a membership can have begun and ended."""
    return Days(
        since_first=str(_first(since)) if since else None,
        since_last=str(_last(since)) if since else None,
        until_first=str(_first(until)) if until else None,
        until_last=str(_last(until)) if until else None,
    )


def growth_view(memberships: Iterable[LinkedMembership]) -> GrowthView:
    """Return how the number of a body's members changed, as far as the dates are known."""
    spans: dict[str, list[LinkedMembership]] = defaultdict(list)
    undated = 0
    for membership in memberships:
        if membership.since:
            spans[membership.unit].append(membership)
        else:
            undated += 1
    joined, left = Counter(), Counter()
    for of_unit in spans.values():
        for moment, change in _changes(of_unit):
            (joined if change > 0 else left)[moment] += 1
    moments = sorted(joined | left)
    totals = list(accumulate(joined[moment] - left[moment] for moment in moments))
    steps = [
        StepView(date_view(moment.date), joined[moment], left[moment], total)
        for moment, total in zip(moments, totals, strict=True)
    ]
    told_apart = len({_first(moment.place) for moment in moments}) > 1
    return GrowthView(tuple(steps), _chart(moments, totals) if told_apart else None, undated)


def _changes(spans: list[LinkedMembership]) -> Iterator[tuple[_Moment, int]]:
    """Yield when one unit became a member (1) and ceased to be one (-1).

    Spans that overlap, as two records of one membership do, are one.
    """
    events = [event for began, ended in _moments(spans) for event in ((began, 1), (ended, -1)) if event[0]]
    open_spans = 0
    for moment, change in sorted(events, key=lambda event: (event[0].place, event[0].turn)):
        before, open_spans = open_spans, open_spans + change
        if not before or not open_spans:
            yield moment, change


def _moments(spans: list[LinkedMembership]) -> Iterator[tuple[_Moment, _Moment | None]]:
    """Yield when each span of a unit began and ended, none before what it follows.

    A year or a month stands at its beginning. Whoever joined in May 2030 and left in 2030 would leave first: such a
    leaving comes right after the joining, and such a joining right after the leaving before.
    """
    ended = None
    for span in sorted(spans, key=lambda span: span.since):
        began = _Moment(span.since, 0, span.since)
        if ended and began < ended and _first(ended.place) <= _last(span.since):
            began = _Moment(ended.place, ended.turn + 1, span.since)
        ended = _Moment(span.until, 0, span.until) if span.until else None
        if ended and ended < began:
            ended = _Moment(began.place, began.turn + 1, span.until)
        yield began, ended


def _chart(moments: list[_Moment], totals: list[int]) -> ChartView:
    """Return the chart of totals: whole years on one axis, whole members from 0 on the other."""
    begin, end = moments[0].place.year, moments[-1].place.year + 1
    # At least 1: who joined and left on one day leaves nobody behind.
    highest = max(1, *totals)
    tick = _tick_every(highest, at_most=4)
    top = -(-highest // tick) * tick
    points = tuple(
        Point(_percent(_years(moment.place) - begin, end - begin), _percent(top - total, top), bool(moment.date.day))
        for moment, total in zip(moments, totals, strict=True)
    )
    return ChartView(
        points=points,
        lines=tuple(_lines(points)),
        years=tuple(
            Tick(_percent(year - begin, end - begin), str(year))
            for year in range(begin, end + 1, _tick_every(end - begin, at_most=3))
        ),
        numbers=tuple(Tick(_percent(top - number, top), str(number)) for number in range(0, top + 1, tick)),
    )


def _lines(points: tuple[Point, ...]) -> Iterator[Line]:
    """Yield the stretches from step to step, the first up from 0: a number lasts until the next step."""
    first = points[0]
    yield Line(first.x, 100, first.x, first.y)
    for before, point in pairwise(points):
        yield Line(before.x, before.y, point.x, before.y)
        if before.y != point.y:
            yield Line(point.x, before.y, point.x, point.y)


def _tick_every(length: int, at_most: int) -> int:
    """Return the round number that goes into a length at most so many times."""
    steps = (step * 10**power for power in count() for step in (1, 2, 5))
    return next(step for step in steps if length <= at_most * step)


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2)


def _years(date: PartialDate) -> float:
    """Return a date as a number of years, that of its first day."""
    day = _first(date).timetuple().tm_yday
    return date.year + (day - 1) / (366 if calendar.isleap(date.year) else 365)


def _first(date: PartialDate) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


def _last(date: PartialDate) -> datetime.date:
    month = date.month or 12
    return datetime.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])
