"""How many members there are: the steps and the chart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chuxin.archive.memberships import LinkedMembership
from chuxin.pages.days import days
from chuxin.pages.growth import GrowthView, Point, growth_view
from chuxin.words.dates import PartialDate
from hypothesis import given
from hypothesis import strategies as st
from spans import a_date, a_day


def partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def span(text: str) -> LinkedMembership:
    """Read a membership as the tables below write it: `a 2030-05 2031`, with - for what is not recorded."""
    name, since, until = text.split()
    return LinkedMembership(name, "council", partial(since.strip("-")), partial(until.strip("-")))


# --- steps ------------------------------------------------------------------------------------------------------------

# memberships; the steps (date, joined, left, total); how many are undated; whether there is a chart
GROWTH = [
    ("nobody", [], [], 0, False),
    ("no dates", ["a - -", "b - 2031"], [], 2, False),
    ("one date", ["a 2031 -", "b 2031 -", "c - -"], ["2031 +2 -0 =2"], 1, False),
    (
        "one day, as a year and as a day",
        ["a 2031 -", "b 2031-01-01 -"],
        ["2031 +1 -0 =1", "2031-01-01 +1 -0 =2"],
        0,
        False,
    ),
    ("two dates", ["b 2032-03 -", "a 2031 -"], ["2031 +1 -0 =1", "2032-03 +1 -0 =2"], 0, True),
    ("joined and left", ["a 2031 2032"], ["2031 +1 -0 =1", "2032 +0 -1 =0"], 0, True),
    (
        "one for another on one day",
        ["a 2031 2032", "b 2032 -"],
        ["2031 +1 -0 =1", "2032 +1 -1 =1"],
        0,
        True,
    ),
    ("left and joined again on one day", ["a 2031 2032", "a 2032 -"], ["2031 +1 -0 =1", "2032 +1 -1 =1"], 0, True),
    ("joined and left on one day", ["a 2031 2031", "b 2032 2032"], ["2031 +1 -1 =0", "2032 +1 -1 =0"], 0, True),
    ("recorded twice", ["a 2031 -", "a 2032 -"], ["2031 +1 -0 =1"], 0, False),
    ("two records that overlap", ["a 2031 2033", "a 2032 2034"], ["2031 +1 -0 =1", "2034 +0 -1 =0"], 0, True),
    ("left in the year of a month", ["a 2031-05 2031"], ["2031-05 +1 -0 =1", "2031 +0 -1 =0"], 0, False),
    (
        "joined again in the year of leaving",
        ["a 2030 2031-05", "a 2031 -"],
        ["2030 +1 -0 =1", "2031-05 +0 -1 =0", "2031 +1 -0 =1"],
        0,
        True,
    ),
    (
        "all of it in one year",
        ["a 2030 2031-05", "a 2031 2031-05", "b 2031-05 -"],
        ["2030 +1 -0 =1", "2031-05 +1 -1 =1", "2031 +1 -0 =2", "2031-05 +0 -1 =1"],
        0,
        True,
    ),
    ("left before joining", ["a 2032 2031"], ["2032 +1 -0 =1", "2031 +0 -1 =0"], 0, False),
    (
        "no later than a day",
        ["a 不晚于2031-05-06 -", "b 2031-05-06 -", "c 2030 不晚于2032"],
        ["2030 +1 -0 =1", "不晚于2031-05-06 +1 -0 =2", "2031-05-06 +1 -0 =3", "不晚于2032 +0 -1 =2"],
        0,
        True,
    ),
    (
        "left before the day no later than which it joined",
        ["a 不晚于2032 2031-05-06", "b 2031 -"],
        ["2031 +1 -0 =1", "不晚于2032 +1 -0 =2", "2031-05-06 +0 -1 =1"],
        0,
        True,
    ),
]


def told(growth: GrowthView) -> list[str]:
    return [f"{step.date.sense}{step.date.iso} +{step.joined} -{step.left} ={step.total}" for step in growth.steps]


@pytest.mark.parametrize(
    ("spans", "steps", "undated", "chart"), [case[1:] for case in GROWTH], ids=[c[0] for c in GROWTH]
)
@pytest.mark.parametrize("turn", [1, -1])
def test_steps(spans, steps, undated, chart, turn):
    growth = growth_view([span(text) for text in spans][::turn])
    assert told(growth) == steps
    assert growth.undated == undated
    assert bool(growth.chart) == chart


spans_of_units = st.lists(
    st.builds(LinkedMembership, st.sampled_from("abc"), st.just("council"), st.none() | a_date, st.none() | a_date),
    max_size=8,
)


@given(spans_of_units)
def test_steps_add_up(spans):
    growth = growth_view(spans)
    total = 0
    for step in growth.steps:
        total += step.joined - step.left
        assert step.total == total >= 0
        assert step.joined or step.left
    dated = [one for one in spans if one.since]
    assert growth.undated == len(spans) - len(dated)
    assert total == len({one.unit for one in dated if not one.until})


@given(spans_of_units, a_day)
def test_where_all_dates_are_whole_the_steps_and_the_rows_tell_the_same(spans, day):
    """Whatever a reader asks, the form and the chart agree."""
    whole = [
        one
        for one in spans
        if one.since and one.since.to_the_day and (not one.until or (one.until.to_the_day and one.since <= one.until))
    ]
    passed = [step.total for step in growth_view(whole).steps if step.date.iso <= str(day)]
    sure = {one.unit for one in whole if days(one.since, one.until).on(str(day)) == "yes"}
    assert (passed[-1] if passed else 0) == len(sure)


# --- the chart --------------------------------------------------------------------------------------------------------


def read_year(chart, x: float) -> float:
    begin, end = (int(chart.years[at].text) for at in (0, 1))
    return begin + (end - begin) * x / chart.years[1].at


def read_number(chart, y: float) -> float:
    return int(chart.numbers[-1].text) * (100 - y) / 100


@given(spans_of_units)
def test_the_chart_shows_the_numbers_of_its_table(spans):
    growth = growth_view(spans)
    if not (chart := growth.chart):
        return
    assert len(chart.points) == len(growth.steps)
    for point, step in zip(chart.points, growth.steps, strict=True):
        assert read_number(chart, point.y) == pytest.approx(step.total, abs=0.01)
        assert 0 <= point.x <= 100
        assert 0 <= point.y <= 100
        assert point.whole == (len(step.date.iso) == 10 and not step.date.sense)
    assert [point.x for point in chart.points] == sorted(point.x for point in chart.points)


def test_a_date_stands_at_its_place_in_the_year():
    chart = growth_view([span(f"{date} {date} -") for date in ("2030", "2030-07", "2030-12-31", "2031-01-01")]).chart
    assert [read_year(chart, point.x) for point in chart.points] == pytest.approx(
        [2030, 2030 + 181 / 365, 2030 + 364 / 365, 2031], abs=0.001
    )
    assert [point.whole for point in chart.points] == [False, False, True, True]


@given(spans_of_units)
def test_the_line_goes_from_zero_through_every_point(spans):
    if not (chart := growth_view(spans).chart):
        return
    at = (chart.points[0].x, 100)
    corners = {at}
    for line in chart.lines:
        assert (line.x1, line.y1) == at, "the line is broken"
        assert line.x1 == line.x2 or line.y1 == line.y2, "a step is slanted"
        at = (line.x2, line.y2)
        corners.add(at)
    assert at == (chart.points[-1].x, chart.points[-1].y)
    assert {(point.x, point.y) for point in chart.points} <= corners


# the first year, the last year, how many members, the years and numbers on the axes
AXES = [
    (2030, 2031, 1, [2030, 2031, 2032], [0, 1]),
    (2030, 2032, 4, [2030, 2031, 2032, 2033], [0, 1, 2, 3, 4]),
    (2030, 2033, 5, [2030, 2032, 2034], [0, 2, 4, 6]),
    (2000, 2033, 46, [2000, 2020], [0, 20, 40, 60]),
    (2000, 2013, 150, [2000, 2005, 2010], [0, 50, 100, 150]),
]


@pytest.mark.parametrize(("first", "last", "members", "years", "numbers"), AXES)
def test_axes_have_few_round_numbers_in_order(first, last, members, years, numbers):
    spans = [span(f"u{number} {first} -") for number in range(members - 1)]
    chart = growth_view([*spans, span(f"gone {first} {last}-06")]).chart
    assert [int(tick.text) for tick in chart.years] == years
    assert [int(tick.text) for tick in chart.numbers] == numbers
    assert [tick.at for tick in chart.years] == sorted(tick.at for tick in chart.years)
    assert [tick.at for tick in chart.numbers] == sorted((tick.at for tick in chart.numbers), reverse=True)
    assert chart.numbers[0].at == 100
    for ticks in (chart.years, chart.numbers):
        gaps = [abs(after.at - before.at) for before, after in pairwise(ticks)]
        assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.02)


def test_whoever_joined_and_left_on_one_day_leaves_a_flat_line():
    chart = growth_view([span("a 2031 2031"), span("b 2032 2032")]).chart
    assert chart.points == (Point(0, 100, False), Point(50, 100, False))
