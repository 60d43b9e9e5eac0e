"""Rows of people, units and groups."""

from __future__ import annotations

import pytest
from chuxin.editing.reports.people import Group, Row, Somebody, row
from chuxin.editing.reports.tagging import Names
from reports import NAMES

KNOWN = Names(NAMES)


def row_of(text: str) -> Row:
    tagged = KNOWN.tagged(text)
    return row(tagged, 0, len(tagged.signs))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("孟青禾", [Somebody("meng", "孟青禾")]),
        ("青藤街道主任孟青禾", [Somebody("meng", "孟青禾", "subdistrict", [("subdistrict", "主任")])]),
        # A post without a unit is held in the one before it, but for one that names a part.
        (
            "白塔医院党委书记、院长秦晚舟",
            [Somebody("qin", "秦晚舟", "hospital", [("hospital", "党委书记"), ("hospital", "院长")])],
        ),
        (
            "区委常委、组织部部长陆星野",
            [Somebody("lu", "陆星野", "committee", [("committee", "常委"), (None, "组织部部长")])],
        ),
        # A part of a unit is not the unit.
        ("松湖大学附属小学校长许知远", [Somebody("xu", "许知远", None, [(None, "松湖大学附属小学校长")])]),
        ("许知远教授", [Somebody("xu", "许知远", None, [(None, "教授")])]),
        ("孟青禾、陆星野和秦晚舟", [Somebody("meng", "孟青禾"), Somebody("lu", "陆星野"), Somebody("qin", "秦晚舟")]),
        ("海棠街道党工委书记赵大明", [Somebody("", "赵大明", None, [(None, "海棠街道党工委书记")])]),
    ],
)
def test_people_have_the_posts_before_their_names(text: str, people: list[Somebody]) -> None:
    found = row_of(text)
    assert found.people == people
    assert found.is_whole and not found.units and not found.groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("80余名居民代表", [Group("居民代表", "80余", "名")]),
        ("近150家成员单位负责人", [Group("成员单位负责人", "近150", "家")]),
        ("居民代表80余人", [Group("居民代表", "80余", "人")]),
        ("居民代表等80余人", [Group("居民代表等", "80余", "人")]),
        ("志愿者、居民代表等80余人", [Group("志愿者"), Group("居民代表")]),
        ("共120余人", [Group("", "120余", "人", is_total=True)]),
        ("近百人", [Group("", "近百", "人", is_total=True)]),
        ("各居民区党组织书记", [Group("各居民区党组织书记")]),
    ],
)
def test_groups_are_counted_as_the_report_counts(text: str, groups: list[Group]) -> None:
    found = row_of(text)
    assert found.groups == groups
    assert found.is_whole and not found.people and not found.units


@pytest.mark.parametrize(
    "text", ["松湖大学、拾光图书馆代表", "松湖大学，拾光图书馆", "松湖大学和拾光图书馆等单位负责人"]
)
def test_units_of_which_nobody_is_named(text: str) -> None:
    assert row_of(text) == Row(units=["university", "library"])


@pytest.mark.parametrize("text", ["在白塔医院", "白塔医院举办讲座", "受孟青禾委托", "何木"])
def test_what_is_not_understood_is_said(text: str) -> None:
    assert row_of(text) == Row(is_whole=False)


def test_posts_of_several_belong_to_nobody() -> None:
    """各居民区党组织书记 are no post of the person behind them."""
    found = row_of("各居民区党组织书记、青藤街道主任孟青禾")
    assert found.people == [Somebody("meng", "孟青禾", "subdistrict", [("subdistrict", "主任")])]
    assert found.groups == [Group("各居民区党组织书记")]
