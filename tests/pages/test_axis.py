"""The axis of time: which years it has, and where a day stands."""

from __future__ import annotations

import datetime

import pytest
from chuxin.pages.axis import Axis, Tick, percent, tick_every
from chuxin.words.dates import PartialDate
from hypothesis import given
from hypothesis import strategies as st

DATES = [
    ([], None),
    (["2031-03-12"], None),
    (["2031-03-12", "2031-03-12"], None),
    # A year stands at its first day: that tells no before from an after.
    (["2031", "2031-01-01"], None),
    (["2031-03-12", "2031-10"], Axis(2031, 2032)),
    (["2031-03-12", "不晚于2029"], Axis(2029, 2032)),
]


@pytest.mark.parametrize(("dates", "axis"), DATES)
def test_the_axis_has_the_years_of_its_dates(dates, axis):
    assert Axis.of(map(PartialDate.parse, dates)) == axis


def test_dates_stand_at_the_day_at_which_they_begin():
    axis = Axis(2031, 2033)
    assert [axis.at(PartialDate.parse(date)) for date in ("2031", "2031-12-31", "2032", "2032-07")] == [
        0,
        percent(364 / 365, 2),
        50,
        percent(1 + 182 / 366, 2),
    ]


def test_what_lies_beyond_an_end_stands_at_it():
    assert [Axis(2031, 2032).at_day(datetime.date(year, 1, 1)) for year in (2030, 2032, 2040)] == [0, 100, 100]


def test_marks_are_round_years_and_few():
    assert Axis(2031, 2033).ticks() == (Tick(0, "2031"), Tick(50, "2032"), Tick(100, "2033"))
    assert [tick.text for tick in Axis(1949, 2033).ticks()] == ["1949", "1999"]


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_tick_goes_into_a_length_at_most_so_many_times(length, most):
    every = tick_every(length, most)
    assert length <= most * every
    assert str(every).rstrip("0") in ("1", "2", "5")


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 30)))
def test_a_later_day_stands_further_to_the_right(day):
    axis = Axis(1900, 1901) if day.year < 1901 else Axis(day.year, day.year + 1)
    assert 0 <= axis.at_day(day) < axis.at_day(day + datetime.timedelta(days=1)) <= 100
