"""When, where and by whom a meeting was held, and what it is called."""

from __future__ import annotations

from typing import Any

import pytest
from chuxin.editing.reports.heading import Heading, heading
from chuxin.editing.reports.reading import sentences
from chuxin.editing.reports.tagging import Names
from reports import NAMES

KNOWN = Names(NAMES)


def heading_of(text: str) -> Heading:
    tagged = [KNOWN.tagged(one.text) for one in sentences(text)]
    return heading(tagged, tagged, {"青藤街道共建联席会议": "conference", "共建联席会议": "conference"})


def found_in(text: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in heading_of(text).taken:
        found.setdefault(one.path[0], []).append(one.value)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2033年5月20日上午9时，青藤街道召开共建工作推进会。",
            {"date": ["2033-05-20"], "time": ["上午9时"], "names": ["共建工作推进会"], "organizers": ["subdistrict"]},
        ),
        (
            "二〇三三年五月二十日，由青藤街道、松湖大学联合主办的邻里治理论坛在白塔医院礼堂举行。",
            {
                "date": ["2033-05-20"],
                "names": ["邻里治理论坛"],
                "venue": ["白塔医院礼堂"],
                "organizers": ["subdistrict", "university"],
            },
        ),
        (
            "2033-05-20，青藤街道2033年度共建联席会议召开。",
            {"date": ["2033-05-20"], "names": ["青藤街道2033年度共建联席会议"], "body": ["conference"]},
        ),
        ("共建联席会议第十二次会议在春风里召开。", {"names": ["共建联席会议第十二次会议"], "number": ["12"]}),
        (
            "青藤街道召开以“共建”为主题的共建联席会议。",
            {"names": ["共建联席会议"], "organizers": ["subdistrict"], "body": ["conference"]},
        ),
        # What sort of meeting it was is not its name; a room is a place, a mood is none.
        ("青藤街道召开座谈会。", {}),
        ("青藤街道召开一场别开生面的共建座谈会。", {}),
        ("共建工作推进会在热烈的气氛中举行。", {"names": ["共建工作推进会"]}),
        ("2033年2月30日，青藤街道召开共建工作推进会。", {"names": ["共建工作推进会"], "organizers": ["subdistrict"]}),
    ],
)
def test_a_sentence_says_what_was_held(text: str, found: dict[str, list[Any]]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("elsewhere", "date"),
    [
        ("2033年5月20日发布。", ["2033-05-20"]),
        ("2033-05-20。", ["2033-05-20"]),
        # The year of another day is no year of this one, and of two years none is likelier.
        ("2033年5月21日发布。", []),
        ("2034年1月3日发布。", []),
        ("2032年5月20日，2033年5月20日。", []),
        ("", []),
    ],
)
def test_a_year_comes_only_from_the_same_day(elsewhere: str, date: list[str]) -> None:
    text = f"5月20日，青藤街道召开共建工作推进会。{elsewhere}"
    assert found_in(text).get("date", []) == date
    assert heading_of(text).day == ("" if date else "5月20日")


def test_only_the_first_meeting_counts() -> None:
    assert found_in("青藤街道召开共建工作推进会。松湖大学召开校园治理年会。")["names"] == ["共建工作推进会"]
    assert heading_of("没有开会。") == Heading(())
