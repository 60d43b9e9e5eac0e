"""Examples of what lists and members look like: invented, called so, and in states that records seldom come to."""

from __future__ import annotations

from chuxin.pages.examples import HERE, list_examples, member_examples, year_examples


def test_letters_lead_to_their_rows_and_what_has_no_pinyin_stands_last() -> None:
    letters = list_examples().letters
    assert [link.route for link in letters.letters] == [f"{HERE}#{group.anchor}" for group in letters.groups]
    assert len(letters.letters) > 20 and letters.letters[-1].text == "其他"


def test_parts_of_a_long_list_count_what_is_in_them() -> None:
    with_headings, without = list_examples().directories
    (year,) = with_headings.groups
    assert year.count == sum(month.count for month in year.groups)
    assert with_headings.is_split and without.is_split and without.before and without.after


def test_of_members_everything_is_unknown_that_can_be() -> None:
    vague, undated = member_examples().verdicts
    assert (vague.sure, vague.sure_undated, vague.undated, vague.vague) == (2, 1, 1, 1) and vague.counted
    assert (undated.date, undated.sure_undated) == (None, 1)
    assert [(len(one.members), one.axis) for one in member_examples().rosters] == [(1, None), (3, None)]


def test_members_grow_by_years_not_at_all_and_until_a_bound() -> None:
    years, alone, bound = member_examples().growths
    assert years.by_year and years.chart and years.undated
    assert alone.chart is None and alone.steps and alone.undated
    assert bound.chart and bound.steps[-1].date.sense


def test_a_year_has_one_meeting_or_more_than_are_drawn() -> None:
    one, many = year_examples()
    assert (one.count, len(one.marks)) == (1, 1)
    assert many.numbers and not many.marks and many.elsewhere == 1
