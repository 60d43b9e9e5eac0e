"""What the record comes to of a body's members on a day."""

from __future__ import annotations

import datetime

from chuxin.pages.counts import CountView
from chuxin.pages.days import days
from chuxin.pages.parts import DateView, Link
from chuxin.pages.verdicts import last_day, verdict_view
from chuxin.words.dates import PartialDate

DAY = datetime.date(2031, 3, 12)


def at(text: str) -> PartialDate:
    return PartialDate.parse(text)


def counted(day: str, number: int) -> CountView:
    return CountView(DateView(day, day), f"{number}家", number, f"{number}家", True, Link("会", "m/"))


def test_each_unit_is_counted_once_and_those_apart_of_whom_nobody_can_tell():
    members = [
        ("a", days(at("2031-03-12"), None)),
        ("a", days(None, None)),
        ("b", days(None, None, [at("2031-03-12")])),
        ("c", days(None, None)),
        ("d", days(at("2031"), None)),
        ("e", days(at("2032"), None)),
        ("f", days(at("2030"), at("2031-03-12"))),
    ]
    found = verdict_view(members, DAY, [])
    assert (found.sure, found.sure_undated, found.undated, found.vague, found.counted) == (2, 1, 1, 1, None)
    assert found.date == DateView("2031年3月12日", "2031-03-12")


def test_without_a_date_all_are_members_of_whom_nobody_knows_since_when():
    found = verdict_view([("a", days(None, None)), ("b", days(None, None))], None, [])
    assert (found.date, found.sure, found.sure_undated) == (None, 2, 2)


def test_the_nearest_count_is_told_where_it_is_more_than_is_on_record():
    members = [("a", days(at("2031-03-12"), None))]
    counts = [counted("2031-01-01", 12), counted("2031-03-01", 15), counted("2032-01-01", 18)]
    assert verdict_view(members, DAY, counts).counted == counts[1]
    assert verdict_view(members, datetime.date(2030, 1, 1), counts).counted == counts[0]
    assert verdict_view(members, DAY, [counted("2031-01-01", 1)]).counted is None


def test_the_last_day_is_the_last_that_a_date_can_stand_for():
    assert last_day([at("2031-03-12"), at("2030")]) == DAY
    assert last_day([at("2031")]) == datetime.date(2031, 12, 31)
    assert last_day([]) is None
