"""What speaking as 成员代表 proves: the rule of the handbook, with its example and its table, row by row."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from chuxin.archive.linking import Archive
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from examples import FENCE
from making import admits, linked, meeting, releases, unit
from sites import DOCS

RULE = (
    (DOCS / "handbook" / "statements.md").read_text("utf-8").partition("## 成员代表证明什么\n")[2].partition("\n## ")[0]
)
EXAMPLE: Any = parse(SourceText("", FENCE.findall(RULE)[0]))[0]
HOSPITAL, CLINIC = unit("shili-yiyuan", "医疗机构"), unit("clinic", "医疗机构")
SPEAKER = {"id": "zhang-san", "name": "张三", "sort": "zhang san"}
BODIES = [unit("shili-lianxi-huiyi", kind) for kind in ("联席会议", "联盟", "基地")]


def proven(*meetings: dict, body: dict = BODIES[0], hospital: dict = HOSPITAL, **changed: object) -> list[tuple]:
    """Return all memberships with the example's statement: the unit, since when, and how many statements prove it."""
    told = copy.deepcopy(EXAMPLE)
    told["agenda"][0] |= changed
    archive: Archive = linked(organizations=[body, hospital, CLINIC], people=[SPEAKER], meetings=[*meetings, told])
    return [(one.unit, str(one.since or "未载明"), len(one.proofs), one.spoken) for one in archive.memberships]


ALONE = [("shili-yiyuan", "未载明", 1, True)]


@pytest.mark.parametrize("body", BODIES, ids=lambda one: one["classification"])
def test_the_example_proves_its_day_for_every_body_alike(body: dict) -> None:
    assert proven(body=body) == ALONE
    assert proven(body=body, organization="clinic") == [("clinic", "未载明", 1, True)]


@pytest.mark.parametrize("capacity", ["成员代表", "成员单位代表", "新成员代表", "创新治理联盟成员代表"])
def test_what_counts_as_a_capacity_of_members(capacity: str) -> None:
    assert proven(capacity=capacity) == ALONE


@pytest.mark.parametrize("capacity", ["非成员代表", "居民代表", "课题组代表", "召集单位代表"])
def test_what_proves_nothing(capacity: str) -> None:
    assert proven(capacity=capacity) == []


def joined(date: str, *more: dict, unit_id: str = "shili-yiyuan") -> dict:
    return meeting(date, admits(unit_id, body="shili-lianxi-huiyi"), *more)


def left(date: str) -> dict:
    return meeting(date, releases("shili-yiyuan", body="shili-lianxi-huiyi"))


ROWS = {
    "单位和它的上级单位都没有加入的记录": ([], {}, ALONE),
    "单位已有加入的记录，当天还是成员": ([joined("2023-01-01")], {}, [("shili-yiyuan", "2023-01-01", 1, False)]),
    "单位没有，上级单位有加入的记录": (
        [joined("2023-01-01", unit_id="clinic")],
        {"hospital": {**HOSPITAL, "parent": "clinic"}},
        [("clinic", "2023-01-01", 1, False)],
    ),
    "单位有记录，但当天还没有加入，或者已经退出": (
        [joined("2025-01-01")],
        {},
        [("shili-yiyuan", "2025-01-01", 0, False)],
    ),
    "单位几次加入的日期只写到年月，分不清当天是哪一次": (
        [joined("2023"), left("2024"), joined("2024-06")],
        {},
        [("shili-yiyuan", "2023", 0, False), ("shili-yiyuan", "2024-06", 0, False)],
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_of_the_table_is_what_is_done(row: str) -> None:
    meetings, more, wanted = ROWS[row]
    assert f"| {row} |" in RULE
    assert proven(*meetings, **more) == wanted


def test_the_table_has_no_row_that_is_not_tried() -> None:
    rows = [line.removeprefix("| ").partition(" |")[0] for line in RULE.splitlines() if line.startswith("| ")]
    assert rows[2:] == list(ROWS)
