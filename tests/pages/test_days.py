"""The days of a span: between which days a unit joined and left."""

from __future__ import annotations

import datetime

import pytest
from chuxin.pages.days import Days, days
from chuxin.words.dates import PartialDate
from hypothesis import assume, given, settings
from spans import PERIOD, a_case


def partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


# since, until, the first and last day of each, whether there are days of which nobody can tell
DAYS = [
    ("2031-03-12", "", ("2031-03-12", "2031-03-12", None, None), False),
    ("2031-03-12", "2032-02-26", ("2031-03-12", "2031-03-12", "2032-02-26", "2032-02-26"), False),
    ("2031", "", ("2031-01-01", "2031-12-31", None, None), True),
    ("2031-04", "", ("2031-04-01", "2031-04-30", None, None), True),
    ("2031-02", "2032-02", ("2031-02-01", "2031-02-28", "2032-02-01", "2032-02-29"), True),
    ("2031-02-03", "2032", ("2031-02-03", "2031-02-03", "2032-01-01", "2032-12-31"), True),
    ("", "", (None, None, None, None), True),
    ("", "2032-12", (None, None, "2032-12-01", "2032-12-31"), True),
    ("0999-12", "9999", ("0999-12-01", "0999-12-31", "9999-01-01", "9999-12-31"), True),
    ("不晚于2031-03-12", "", (None, "2031-03-12", None, None), True),
    ("不晚于2031-02", "不晚于2032", (None, "2031-02-28", None, "2032-12-31"), True),
    ("2031-03-12", "不晚于2032-02-26", ("2031-03-12", "2031-03-12", None, "2032-02-26"), True),
]


@pytest.mark.parametrize(("since", "until", "bounds", "vague"), DAYS)
def test_a_row_has_the_first_and_last_days_of_joining_and_leaving(since, until, bounds, vague):
    found = days(partial(since), partial(until))
    assert found == Days(*bounds, undated=not since)
    assert found.vague == vague


# since, until, on which dates somebody spoke as a member, when the body was founded, the first and last day of each
PROVEN = [
    ("", "", ["2031-03-12"], "", (None, "2031-03-12", None, None)),
    ("", "", ["2031-03"], "", (None, "2031-03-31", None, None)),
    ("", "", ["2031-03-12", "2030"], "", (None, "2030-12-31", None, None)),
    ("", "2032", ["2031-03-12", "2032-05-06"], "", (None, "2031-03-12", "2032-05-07", "2032-12-31")),
    ("2031", "", ["2031-03-12"], "", ("2031-01-01", "2031-03-12", None, None)),
    ("", "", ["2031-03-12"], "2031-03-12", ("2031-03-12", "2031-03-12", None, None)),
    ("", "", [], "2031-03", ("2031-03-01", None, None, None)),
    ("2031", "", [], "2031-03", ("2031-03-01", "2031-12-31", None, None)),
    # On the day of leaving it no longer is one; a body is not founded after its members joined and left.
    ("", "2032-05-06", ["2032-05-06"], "", (None, "2032-05-06", "2032-05-06", "2032-05-06")),
    ("2030", "", [], "2031", ("2030-01-01", "2030-12-31", None, None)),
    ("", "2030", [], "2031", (None, None, "2030-01-01", "2030-12-31")),
    ("", "9999", ["9999-12-31"], "", (None, "9999-12-31", "9999-01-01", "9999-12-31")),
    # Who spoke no later than a day was a member by then, and may have left by then.
    ("", "2032", ["不晚于2031-03-12"], "", (None, "2031-03-12", "2032-01-01", "2032-12-31")),
    ("2031-03-12", "不晚于2032", ["2031-05-06"], "", ("2031-03-12", "2031-03-12", "2031-05-07", "2032-12-31")),
    ("不晚于2032", "", [], "2031-03-12", ("2031-03-12", "2032-12-31", None, None)),
    ("2031", "", [], "不晚于2031-03", ("2031-01-01", "2031-12-31", None, None)),
]


@pytest.mark.parametrize(("since", "until", "proven", "founded", "bounds"), PROVEN)
def test_statements_and_the_founding_narrow_the_days(since, until, proven, founded, bounds):
    found = days(partial(since), partial(until), map(PartialDate.parse, proven), partial(founded))
    assert found == Days(*bounds, undated=not since)


def completions(date: PartialDate | None) -> list[datetime.date]:
    """Return every day that a date can stand for."""
    return [
        day
        for day in PERIOD
        if date is None or (day <= date.last_day if date.at_latest else str(day).startswith(date.iso))
    ]


Span = tuple[datetime.date, datetime.date]


def possible(
    since: PartialDate | None, until: PartialDate | None, proven: list[PartialDate], founded: PartialDate | None
) -> list[Span]:
    """Return every pair of days on which a unit can have joined and then left."""
    ends = completions(until) if until else [datetime.date.max]
    seen = [completions(date) for date in proven]
    begun = founded and founded.first_day
    starts = [joined for joined in completions(since) if not begun or joined >= begun]
    return [
        (joined, left)
        for joined in starts
        for left in ends
        if joined <= left and all(joined <= dates[-1] and dates[0] < left for dates in seen)
    ]


def truth(spans: list[Span], since: PartialDate | None, day: datetime.date) -> str:
    """Tell whether a unit was a member, by trying all days on which it can have joined and left."""
    found = {joined <= day < left for joined, left in spans}
    if len(found) == 1:
        return "yes" if True in found else "no"
    return "undated" if not since and any(joined > day for joined, _ in spans) else "vague"


@settings(deadline=None)
@given(a_case)
def test_the_days_of_a_row_tell_no_more_and_no_less_than_the_dates(case):
    *record, day = case
    spans = possible(*record)
    assume(spans)
    assert days(*record).on(str(day)) == truth(spans, record[0], day)


@settings(deadline=None)
@given(a_case)
def test_on_the_day_on_which_somebody_spoke_as_a_member_the_unit_was_one(case):
    since, until, _, founded, day = case
    spoken = PartialDate.parse(str(day))
    assume(possible(since, until, [spoken], founded))
    assert days(since, until, [spoken], founded).on(str(day)) == "yes"
