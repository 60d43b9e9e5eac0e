"""Membership over time: between which days a unit joined and left; the steps and the chart of how many there are."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from chuxin.archive.memberships import LinkedMembership
from chuxin.pages.membership import Days, GrowthView, Point, days, growth_view
from chuxin.pages.organizations import organization_view
from chuxin.records.organizations import Organization
from chuxin.words.dates import PartialDate
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from making import ALLIANCE, COUNCIL, admits, linked, meeting, person, releases, speech, unit
from spans import PERIOD, a_case, a_date, a_day, membership


def partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def span(text: str) -> LinkedMembership:
    """Read a membership as the tables below write it: `a 2030-05 2031`, with - for what is not recorded."""
    name, since, until = text.split()
    return LinkedMembership(name, "council", partial(since.strip("-")), partial(until.strip("-")))


# --- the days of a row ------------------------------------------------------------------------------------------------

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
    assert membership(days(*record), str(day)) == truth(spans, record[0], day)


@settings(deadline=None)
@given(a_case)
def test_on_the_day_on_which_somebody_spoke_as_a_member_the_unit_was_one(case):
    since, until, _, founded, day = case
    spoken = PartialDate.parse(str(day))
    assume(possible(since, until, [spoken], founded))
    assert membership(days(since, until, [spoken], founded), str(day)) == "yes"


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
    sure = {one.unit for one in whole if membership(days(one.since, one.until), str(day)) == "yes"}
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


# --- on the page ------------------------------------------------------------------------------------------------------


def test_a_body_shows_the_members_with_their_days_and_their_growth():
    archive = linked(
        organizations=[COUNCIL, unit("a"), unit("b", memberships=[{"body": "council"}])],
        meetings=[meeting("2031-03-12", admits("a")), meeting("2032-02", releases("a"))],
    )
    view = organization_view(archive, archive.of(Organization)["council"])
    assert [(one.unit.text, one.days) for one in view.members] == [
        ("B", Days(None, None, None, None, undated=True)),
        ("A", Days("2031-03-12", "2031-03-12", "2032-02-01", "2032-02-29")),
    ]
    assert told(view.growth) == ["2031-03-12 +1 -0 =1", "2032-02 +0 -1 =0"]
    assert view.growth.undated == 1


def said(body: str, **more) -> dict:
    return speech("li", capacity="成员代表", on_behalf_of=[body], **more)


def test_a_body_shows_the_proof_of_a_membership_and_whose_it_may_be():
    archive = linked(
        organizations=[ALLIANCE, unit("school", parent="university"), unit("university")],
        people=[person("li")],
        meetings=[
            meeting(
                "2031-03-12", {"type": "founding", "organization": "alliance"}, said("alliance", organization="school")
            )
        ],
    )
    (row,) = organization_view(archive, archive.of(Organization)["alliance"]).members
    assert row.days == Days("2031-03-12", "2031-03-12", None, None, undated=True)
    assert (row.since, row.above.text) == (None, "UNIVERSITY")
    assert [(proof.date.text, proof.capacity, proof.statement.route) for proof in row.proofs] == [
        ("2031年3月12日", "成员代表", "statements/2031-03-12-i1/")
    ]


def test_a_unit_has_no_growth():
    archive = linked(organizations=[COUNCIL, unit("a", memberships=[{"body": "council", "since": "2030"}])])
    assert organization_view(archive, archive.of(Organization)["a"]).growth == GrowthView((), None, 0)
