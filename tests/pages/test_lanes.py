"""Lanes tell of every day what the days of a span tell."""

from __future__ import annotations

import datetime

import pytest
from chuxin.pages.axis import Axis
from chuxin.pages.days import Days, days
from chuxin.pages.lanes import Lane, Mark, Stretch, lane, strip
from chuxin.words.dates import PartialDate
from hypothesis import given, settings
from spans import a_case

AXIS = Axis(2030, 2034)


def at(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


# since, until, the stretches (sure unless in brackets), whether it is open
LANES = [
    ("2031", "", ["(25-49.93)", "49.93-100"], True),
    ("2031-01-01", "", ["25-100"], True),
    ("2031-01-01", "2032-01-01", ["25-50"], False),
    ("2031-01-01", "2032", ["25-50", "(50-74.93)"], False),
    ("2031-01-01", "不晚于2032-01-01", ["(25-50)"], False),
    ("", "2032-01-01", ["(0-50)"], False),
    ("不晚于2031-01-01", "", ["(0-25)", "25-100"], True),
    ("", "", ["(0-100)"], True),
]


def told(found: Lane) -> list[str]:
    return [f"{one.begin:g}-{one.end:g}" if one.sure else f"({one.begin:g}-{one.end:g})" for one in found.stretches]


@pytest.mark.parametrize(("since", "until", "stretches", "is_open"), LANES)
def test_a_lane_is_dashed_where_nobody_can_tell(since, until, stretches, is_open):
    found = lane(AXIS, days(at(since), at(until)))
    assert told(found) == stretches
    assert found.open == is_open


@settings(deadline=None)
@given(a_case)
def test_a_lane_tells_no_more_and_no_less_than_the_days_of_its_row(case):
    """What the script says of a day is what stands at its place."""
    *record, day = case
    found = days(*record)
    place = AXIS.at_day(day)
    # Two places of one axis that differ by less than a day are one.
    near = [one for one in lane(AXIS, found).stretches if one.begin - 0.01 <= place < one.end + 0.01]
    answer = found.on(str(day))
    if answer == "no":
        assert all(place < one.begin + 0.01 or place > one.end - 0.01 for one in near)
    else:
        assert (answer == "yes") in {one.sure for one in near}


def test_what_has_a_term_is_never_open():
    assert not lane(AXIS, Days("2031-01-01", "2031-01-01", "2031-01-02", None), lasting=False).open
    assert not lane(AXIS, Days(None, None, None, None), lasting=False).open


def test_marks_stand_at_their_dates_and_say_whether_the_day_is_known():
    found = lane(AXIS, days(at("2031"), at("2032-01-01")), at("2031"), at("2032-01-01"), [at("2033-01-01")])
    assert found.marks == (Mark(75, True, "proof"), Mark(25, False), Mark(50, True, "end"))
    dates = [at("2031-01-01"), at("2031-01-01"), at("不晚于2032-01-01")]
    assert strip(AXIS, dates) == Lane((), (Mark(25, True), Mark(50, False)))


def test_nothing_lies_beyond_the_axis():
    early, late = datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)
    found = lane(AXIS, Days(str(early), str(early), str(late), str(late)))
    assert found.stretches == (Stretch(0, 100, True),)
