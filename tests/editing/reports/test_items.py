"""What was done, by the words that say it."""

from __future__ import annotations

from typing import Any

import pytest
from chuxin.editing.reports.items import items
from chuxin.editing.reports.tagging import Names
from reports import BODIES, NAMES

KNOWN = Names(NAMES)


def done(text: str) -> list[dict[str, Any]]:
    tagged = KNOWN.tagged(text)
    return [one.value for one in items(tagged, 0, len(tagged.signs), BODIES)]


PASSED = {"type": "decision", "motion": "《公约》", "result": "通过"}
BOTH = ["university", "hospital"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("会议审议通过《公约》。", PASSED),
        ("会议以举手表决的方式通过了《公约》。", PASSED | {"votes": {"method": "举手表决"}}),
        ("全票通过《公约》，", PASSED | {"votes": {"wording": "全票通过"}}),
        ("松湖大学、白塔医院签署《备忘录》。", {"type": "signing", "document": "《备忘录》", "organizations": BOTH}),
        ("松湖大学与白塔医院签订合作协议。", {"type": "signing", "document": "合作协议", "organizations": BOTH}),
        ("松湖大学与白塔医院现场签约。", {"type": "signing", "document": "……", "organizations": BOTH}),
        ("听风实践基地正式揭牌。", {"type": "unveiling", "organization": "base"}),
        (
            "孟青禾、松湖大学共同为听风实践基地揭牌。",
            {
                "type": "unveiling",
                "organization": "base",
                "roles": [{"role": "揭牌", "people": ["meng"], "organizations": ["university"]}],
            },
        ),
        # Not all of them are known: nobody is named.
        ("孟青禾、某人共同为听风实践基地揭牌。", {"type": "unveiling", "organization": "base"}),
        ("会上宣布成立南桥治理联盟。", {"type": "founding", "organization": "alliance"}),
        ("南桥治理联盟正式成立。", {"type": "founding", "organization": "alliance"}),
        ("发布党建品牌“灯火·邻里”。", {"type": "launch", "brand": "brand"}),
        (
            "孟青禾向松湖大学颁发“先锋”奖牌。",
            {
                "type": "award",
                "award": "“先锋”奖牌",
                "receivers": {"organizations": ["university"]},
                "givers": {"people": ["meng"]},
            },
        ),
        (
            "为松湖大学、白塔医院授牌。",
            {"type": "award", "award": "……", "receivers": {"organizations": BOTH}},
        ),
        ("松湖大学加入南桥治理联盟。", {"type": "joining", "body": "alliance", "organizations": ["university"]}),
        ("审议了《报告》。", {"type": "activity", "category": "其他", "title": "审议《报告》"}),
        (
            "现场发布了青藤需求清单。",
            {"type": "activity", "category": "发布清单", "title": "发布青藤需求清单", "listings": ["needs"]},
        ),
        ("“夜读”项目正式启动。", {"type": "activity", "category": "启动项目", "title": "“夜读”项目正式启动"}),
        (
            "松湖大学宣读倡议书。",
            {"type": "activity", "category": "宣读倡议", "title": "宣读倡议书", "organizations": ["university"]},
        ),
        ("播放了社区宣传片。", {"type": "activity", "category": "播放影片", "title": "播放社区宣传片"}),
    ],
)
def test_a_clause_says_what_was_done(text: str, value: dict[str, Any]) -> None:
    assert done(text) == [value]


def test_one_clause_may_say_two_things() -> None:
    assert [one["type"] for one in done("听风实践基地揭牌成立。")] == ["founding", "unveiling"]
    assert [one["motion"] for one in done("审议通过《公约》《章程》等文件。")] == ["《公约》", "《章程》"]


@pytest.mark.parametrize(
    "text",
    [
        "会议未通过《公约》。",
        "《公约》没有获得通过。",
        "大家通过《手册》了解情况。",
        "将为听风实践基地揭牌。",
        "去年，松湖大学、白塔医院签署《备忘录》。",
        "松湖大学、白塔医院拟签署《备忘录》。",
        "松湖大学、某单位签署《备忘录》。",
        "松湖大学签署《备忘录》。",
        "南桥治理联盟成立三周年。",
        "南桥治理联盟成立于春天。",
        "自南桥治理联盟成立以来，工作很好。",
        "听风实践基地揭牌的消息传开。",
        "白塔医院加入松湖大学。",
        "推动“夜读”项目。",
        "为推动工作，希望启动“夜读”项目。",
    ],
)
def test_what_was_not_done_there_is_not_taken(text: str) -> None:
    assert done(text) == []


def test_only_what_stands_before_a_speech_is_told() -> None:
    tagged = KNOWN.tagged("听风实践基地揭牌，孟青禾表示，南桥治理联盟成立。")
    until = tagged.signs.index("\x02")
    assert [one.value["type"] for one in items(tagged, 0, until, BODIES)] == ["unveiling"]
