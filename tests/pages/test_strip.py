"""The strip of a year: where each meeting can have been, and nothing more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chuxin.pages.indexes import index_pages
from chuxin.pages.rendering import Renderer
from chuxin.pages.strip import MOST_LANES, MOST_MARKS, StripView, strip_view
from chuxin.words.dates import PartialDate
from making import admits, meeting
from viewing import archive


def strip(*dates: str, decided: bool = False) -> StripView:
    view = strip_view(2031, ((PartialDate.parse(date), decided) for date in dates))
    assert view
    return view


def test_a_year_without_meetings_has_no_strip() -> None:
    assert strip_view(2031, []) is None


@pytest.mark.parametrize(
    ("date", "begin", "end", "is_bound"),
    [
        ("2031-01-01", 0, 0, False),
        ("2031-07-02", 49.86, 49.86, False),
        ("2031-02", 8.49, 16.16, False),
        ("2031-12", 91.51, 100, False),
        ("2031", 0, 100, False),
        ("不晚于2031-07-02", 0, 49.86, True),
        ("不晚于2031-01", 0, 8.22, True),
    ],
)
def test_a_mark_is_as_wide_as_what_is_not_known(date: str, begin: float, end: float, is_bound: bool) -> None:
    (mark,) = strip(date).marks
    assert (mark.begin, mark.end, mark.is_bound) == (begin, end, is_bound)


def test_months_are_as_wide_as_they_are_long() -> None:
    starts = (*strip("2031").months, 100)
    widths = [end - begin for begin, end in pairwise(starts)]
    assert len(widths) == 12 and min(widths) == widths[1]


def test_marks_that_would_touch_stand_below_each_other() -> None:
    assert [mark.lane for mark in strip("2031-03-01", "2031-03-04", "2031-05-01").marks] == [0, 1, 0]


def test_for_more_meetings_than_are_drawn_nobody_looks_for_lanes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands on one day would have a lane each, and each would be held against all of them."""
    monkeypatch.setattr("chuxin.pages.strip._in_lanes", lambda _: pytest.fail("lanes are looked for"))
    assert strip(*["2031-03-01"] * (MOST_MARKS + 1)).numbers


@pytest.mark.parametrize(
    "dates", [["2031-03-01"] * (MOST_LANES + 1), [f"2031-{1 + n % 12:02}-01" for n in range(MOST_MARKS + 1)]]
)
def test_what_has_no_room_is_counted_by_months_and_what_is_in_none_is_said(dates: list[str]) -> None:
    view = strip(*dates, "2031", "不晚于2031-04-01")
    assert view.marks == () and view.elsewhere == 2
    assert sum(int(one.text) for one in view.numbers) == len(dates) == view.count - 2


def test_a_decision_has_a_shape_of_its_own_and_the_picture_says_what_it_shows() -> None:
    found = archive(meeting("2031-03-12", admits("street")), meeting("2031-06"), meeting("2030", date="不晚于2031-02"))
    (page,) = index_pages(found, [], "timeline")
    html = Renderer().render("index.html", page.route, view=page)
    assert "会议3次，其中1次有决定。" in html
    assert html.count("rotate(45)") == 1 and html.count("<circle") == 2
    assert html.count('class="cx-strip__vague"') == 2 and "cx-strip__legend" in html
