"""Whole reports: what is placed, that nothing is placed wrongly, and what is left."""

from __future__ import annotations

from typing import Any

import pytest
from chuxin.editing.reports.finding import Found, find
from chuxin.editing.reports.reading import sentences
from chuxin.editing.reports.taken import Taken
from reports import BODIES, NAMES, REPORTS

each_report = pytest.mark.parametrize("name", REPORTS)


def found_in(text: str) -> Found:
    return find(sentences(text), NAMES, BODIES)


def shown(one: Taken) -> Any:
    """Return what tells a fact apart from others of its field."""
    value = one.value
    if isinstance(value, str):
        return value
    if one.path[0] == "attendance":
        return value.get("person") or f"{value['count']} {value['name']}"
    names = ("speaker", "group", "motion", "title", "document", "brand", "body", "organization", "receivers")
    what = next(value[name] for name in names if name in value)
    return f"{value['type']} {' '.join(what['organizations']) if isinstance(what, dict) else what}"


@each_report
def test_what_a_report_states_is_placed_and_nothing_else(name: str) -> None:
    text, expected, unknown = REPORTS[name]
    found = found_in(text)
    placed: dict[str, list[Any]] = {}
    for one in found.taken:
        placed.setdefault(one.path[-1], []).append(shown(one))
    assert placed == expected
    assert {one.name for one in found.unknown if not one.several} == unknown


def test_a_day_without_a_year_is_told() -> None:
    assert found_in(REPORTS["a briefing without a year"][0]).heading.day == "5月20日"


@each_report
def test_what_is_left_and_what_is_placed_is_the_report(name: str) -> None:
    found = found_in(REPORTS[name][0])
    placed = set().union(*(one.places for one in found.taken))
    assert sorted({*placed, *found.left}) == list(range(len(found.sentences)))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # A headline, a quotation, a speech that goes on.
        ("听风实践基地揭牌\n", []),
        ("某人说：“好。听风实践基地揭牌。”", []),
        ("孟青禾指出，好。听风实践基地揭牌。", ["statement"]),
        ("孟青禾指出，好。会上，听风实践基地揭牌。", ["statement", "unveiling"]),
        ("孟青禾指出，好。\n听风实践基地揭牌。", ["statement", "unveiling"]),
        ("孟青禾作发言。听风实践基地揭牌。", ["statement", "unveiling"]),
        ("孟青禾作发言。她说，听风实践基地揭牌。", ["statement"]),
        # The same again is one; somebody who speaks twice has one speech of a sort.
        ("听风实践基地揭牌。\n现场，听风实践基地揭牌。", ["unveiling"]),
        ("孟青禾作发言。孟青禾表示，好。", ["statement"]),
        ("孟青禾讲话。孟青禾指出，好。", ["remarks"]),
        ("孟青禾指出，好。会上，陆星野表示，好。", ["statement", "statement"]),
        # It may have been said to a reporter.
        ("孟青禾表示，好。听风实践基地揭牌。", []),
        ("“好。”孟青禾说。", []),
    ],
)
def test_only_what_is_told_is_an_item(text: str, types: list[str]) -> None:
    assert [one.value["type"] for one in found_in(text).values("agenda")] == types


def test_what_somebody_goes_on_to_say_belongs_to_the_speech() -> None:
    (speech,) = found_in("孟青禾指出，好。要更好。会后大家散去。").values("agenda")
    assert speech.places == {0, 1, 2}
    (speech,) = found_in("孟青禾指出，好。\n大家散去。").values("agenda")
    assert speech.places == {0}


def test_somebody_who_attends_is_named_once_with_all_that_is_said() -> None:
    (meng,) = found_in("孟青禾出席会议。会议由青藤街道主任孟青禾主持。").values("attendance", "people")
    assert meng.value == {"person": "meng", "organization": "subdistrict", "posts": ["主任"], "role": "主持"}


def test_a_name_of_several_is_told_with_all_of_them() -> None:
    (one,) = found_in("白塔医院院长何木作交流发言。").unknown
    assert (one.name, one.several) == ("何木", ["he-a", "he-b"])
