"""Membership over time: the days that the record gives to each row of members, and how their number grew.

A unit is a member from the day on which it joins until the day before the one on which it leaves: so a day's number
is what the day's decisions left, and who leaves and joins again on one day is not counted twice. Where no leaving is
recorded the membership lasts. The record may give a year or a month only; then nothing is made up, and the days
within it are days of which the record does not tell.

One rule holds for all bodies: what a source shows somebody of a unit to say as a member on a day proves that the unit
was a member that day. When it joined stays unknown; nobody joined before the body was founded.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ..archive.memberships import LinkedMembership
from ..words.dates import PartialDate
from .axis import Axis, Tick, percent, tick_every
from .parts import DateView, date_view

_DAY = datetime.timedelta(days=1)
# Since when, and until when where it has ended.
_Dated = tuple[PartialDate, PartialDate | None]


@dataclass(frozen=True)
class Days:
    """The first and the last day on which a unit can have joined and left, in ISO 8601, so that texts compare as days.

    They are None where nothing tells of them, those of leaving also when none is recorded. A first day alone is None of
    what was no later than a day.
    """

    since_first: str | None
    since_last: str | None
    until_first: str | None
    until_last: str | None
    undated: bool = False
    """Whether no date of joining is recorded: what is known of it is from elsewhere."""

    @property
    def vague(self) -> bool:
        """Whether there are days of which the record does not tell if the unit was a member."""
        return not self.since_first or self.since_first != self.since_last or self.until_first != self.until_last


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


@dataclass(frozen=True, order=True)
class _Moment:
    """What orders the steps: the place in time, the turn among those moved there, and the date as recorded."""

    place: PartialDate
    turn: int
    date: PartialDate


def days(
    since: PartialDate | None,
    until: PartialDate | None,
    proven: Iterable[PartialDate] = (),
    founded: PartialDate | None = None,
) -> Days:
    """Return the days between which a membership can have begun and ended.

    `proven` are dates on which it lasted, a month or a year for some day in it; `founded` is when its body was. Where
    they go against what is recorded of joining and leaving, they tell nothing.
    """
    first, last = (since.first_day, since.last_day) if since else (None, None)
    leaves, left = (until.first_day, until.last_day) if until else (None, None)
    for date in proven:
        last = min(last or date.last_day, date.last_day)
        if left and date.first_day and date.first_day < left:
            leaves = max(leaves or datetime.date.min, date.first_day + _DAY)
    begun = founded.first_day if founded else None
    if begun and begun <= (last or begun) and (not left or begun <= left):
        first = max(first or begun, begun)
    return Days(_iso(first), _iso(last), _iso(leaves), _iso(left), undated=since is None)


def _iso(day: datetime.date | None) -> str | None:
    return str(day) if day else None


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
    told_apart = len({moment.place.drawn_on for moment in moments}) > 1
    return GrowthView(tuple(steps), _chart(moments, totals) if told_apart else None, undated)


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


def _chart(moments: list[_Moment], totals: list[int]) -> ChartView:
    """Return the chart of totals: whole years on one axis, whole members from 0 on the other."""
    axis = Axis(moments[0].place.year, moments[-1].place.year + 1)
    # At least 1: who joined and left on one day leaves nobody behind.
    highest = max(1, *totals)
    tick = tick_every(highest, at_most=4)
    top = -(-highest // tick) * tick
    points = tuple(
        Point(axis.at(moment.place), percent(top - total, top), moment.date.to_the_day)
        for moment, total in zip(moments, totals, strict=True)
    )
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
