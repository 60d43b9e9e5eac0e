"""How the number of a body's members grew: the steps, and their chart.

A day's number is what the day's decisions left: who leaves and joins again on one day is not counted twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from ..archive.memberships import LinkedMembership
from ..words.dates import PartialDate
from .axis import Axis, Tick, percent, tick_every
from .parts import DateView, date_view

# Of more steps than these, the chart shows how many there were at the end of each year.
_MOST_STEPS = 40
# Since when, and until when where it has ended.
_Dated = tuple[PartialDate, PartialDate | None]


@dataclass(frozen=True)
class StepView:
    """A date on which units joined, left or ceased to be, and how many members there are then."""

    date: DateView
    joined: int
    left: int
    ceased: int
    """How many were no more, or lost their body, so that nobody had to leave."""
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
    by_year: bool = False
    """Whether a step is a year, with how many there are at its end, because dates are very many."""


@dataclass(frozen=True, order=True)
class _Moment:
    """What orders the steps: the place in time, the turn among those moved there, and the date as recorded."""

    place: PartialDate
    turn: int
    date: PartialDate


def growth_view(memberships: Iterable[LinkedMembership]) -> GrowthView:
    """Return how the number of a body's members changed, as far as the dates are known."""
    spans: dict[str, list[_Dated]] = defaultdict(list)
    undated = 0
    ceased: set[tuple[PartialDate | None, str]] = set()
    for membership in memberships:
        if membership.ceased:
            ceased.add((membership.until, membership.unit))
        if membership.since:
            spans[membership.unit].append((membership.since, membership.until))
        else:
            undated += 1
    joined: Counter[_Moment] = Counter()
    left: Counter[_Moment] = Counter()
    for of_unit in spans.values():
        for moment, change in _changes(of_unit):
            (joined if change > 0 else left)[moment] += 1
    moments = sorted(joined | left)
    totals = list(accumulate(joined[moment] - left[moment] for moment in moments))
    no_more = Counter(date for date, _ in ceased)
    steps = []
    for moment, total in zip(moments, totals, strict=True):
        ends = min(left[moment], no_more[moment.date])
        steps.append(StepView(date_view(moment.date), joined[moment], left[moment] - ends, ends, total))
    if len(steps) > _MOST_STEPS:
        return _by_year(moments, steps, undated)
    axis = Axis.of(moment.place for moment in moments)
    points = ((axis.at(one.place), one.date.to_the_day) for one in moments) if axis else ()
    return GrowthView(tuple(steps), _chart(axis, tuple(points), totals) if axis else None, undated)


def _by_year(moments: list[_Moment], steps: list[StepView], undated: int) -> GrowthView:
    """Return the steps of whole years, drawn at their ends."""
    years = []
    for year, of_year in groupby(zip(moments, steps, strict=True), key=lambda pair: pair[0].place.year):
        found = [step for _, step in of_year]
        joined, left, ceased = (sum(getattr(one, name) for one in found) for name in ("joined", "left", "ceased"))
        years.append(StepView(date_view(PartialDate(year)), joined, left, ceased, found[-1].total))
    axis = Axis(moments[0].place.year, moments[-1].place.year + 1)
    ends = (int(step.date.iso) + 1 - axis.begin for step in years)
    points = tuple((percent(end, axis.end - axis.begin), True) for end in ends)
    return GrowthView(tuple(years), _chart(axis, points, [step.total for step in years]), undated, by_year=True)


def _changes(spans: list[_Dated]) -> Iterator[tuple[_Moment, int]]:
    """Yield when one unit became a member (1) and ceased to be one (-1).

    Spans that overlap, as two records of one membership do, are one.
    """
    events = [
        (moment, change) for pair in _moments(spans) for moment, change in zip(pair, (1, -1), strict=True) if moment
    ]
    open_spans = 0
    for moment, change in sorted(events, key=lambda event: (event[0].place, event[0].turn)):
        before, open_spans = open_spans, open_spans + change
        if not before or not open_spans:
            yield moment, change


def _moments(spans: list[_Dated]) -> Iterator[tuple[_Moment, _Moment | None]]:
    """Yield when each span of a unit began and ended, none before what it follows.

    A year or a month stands at its beginning. Whoever joined in May 2030 and left in 2030 would leave first: such a
    leaving comes right after the joining, and such a joining right after the leaving before. What was no later than a
    day stands at that day; a joining no later than a day after the leaving was no later than the leaving.
    """
    ended = None
    for since, until in sorted(spans, key=lambda span: span[0]):
        began = _Moment(since, 0, since)
        if ended and began < ended and ended.place.drawn_on <= since.last_day:
            began = _Moment(ended.place, ended.turn + 1, since)
        elif since.at_latest and until and until < since:
            began = _Moment(until, -1, since)
        ended = _Moment(until, 0, until) if until else None
        if until and ended and ended < began:
            ended = _Moment(began.place, began.turn + 1, until)
        yield began, ended


def _chart(axis: Axis, places: tuple[tuple[float, bool], ...], totals: list[int]) -> ChartView:
    """Return the chart of totals: whole years on one axis, whole members from 0 on the other.

    A place is how far to the right a total is drawn, and whether its day is known.
    """
    # At least 1: who joined and left on one day leaves nobody behind.
    highest = max(1, *totals)
    tick = tick_every(highest, at_most=4)
    top = -(-highest // tick) * tick
    points = tuple(Point(x, percent(top - total, top), whole) for (x, whole), total in zip(places, totals, strict=True))
    return ChartView(
        points=points,
        lines=tuple(_lines(points)),
        years=axis.ticks(),
        numbers=tuple(Tick(percent(top - number, top), str(number)) for number in range(0, top + 1, tick)),
    )


def _lines(points: tuple[Point, ...]) -> Iterator[Line]:
    """Yield the stretches from step to step, the first up from 0: a number lasts until the next step."""
    first = points[0]
    yield Line(first.x, 100, first.x, first.y)
    for before, point in pairwise(points):
        yield Line(before.x, before.y, point.x, before.y)
        if before.y != point.y:
            yield Line(point.x, before.y, point.x, point.y)
