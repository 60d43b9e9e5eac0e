"""Who was there, and who was in the chair."""

from __future__ import annotations

from typing import Any

import pytest
from chuxin.editing.reports.attendance import attendance, attendee, chair
from chuxin.editing.reports.people import Somebody
from chuxin.editing.reports.tagging import Names
from chuxin.editing.reports.taken import Taken
from reports import NAMES

KNOWN = Names(NAMES)
CALLED = ("街校合作推进会",)
MENG = {"person": "meng"}


def attending(text: str) -> list[tuple[str, Any]]:
    found = attendance(KNOWN.tagged(text), 0, CALLED)
    return [(one.path[-1], one.value) if isinstance(one, Taken) else ("?", one.name) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("孟青禾出席会议。", [("people", MENG)]),
        ("孟青禾出席街校合作推进会。", [("people", MENG)]),
        ("5月20日下午，孟青禾应邀出席会议并讲话。", [("people", MENG)]),
        ("出席会议的有：孟青禾，白塔医院代表。", [("people", MENG), ("organizations", "hospital")]),
        ("海棠街道主任赵大明、孟青禾参加会议。", [("?", "赵大明"), ("people", MENG)]),
        ("80余名居民代表参加。", [("groups", {"name": "居民代表", "count": "80余", "measure": "名"})]),
        ("共120余人参加会议。", [("total", "120余")]),
        # Of what is not understood to its end, only those who attended the meeting by its name.
        ("某单位一些人、白塔医院、孟青禾参加会议。", [("people", MENG)]),
        ("白塔医院举办讲座，80余名居民参加。", []),
        ("80余名居民参加垃圾分类活动。", []),
        ("孟青禾参加运动会。", []),
        ("孟青禾未能出席会议。", []),
        ("孟青禾委托某人出席会议。", []),
        ("孟青禾走了。", []),
    ],
)
def test_who_attended_is_taken_when_it_was_the_meeting(text: str, found: list[tuple[str, Any]]) -> None:
    assert attending(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("会议由孟青禾主持。", [MENG | {"role": "主持"}]),
        ("孟青禾主持会议，某人发言。", [MENG | {"role": "主持"}]),
        ("孟青禾、陆星野主持会议。", []),
        ("孟青禾主持编写了手册。", []),
        ("居民代表主持会议。", []),
    ],
)
def test_who_was_in_the_chair(text: str, found: list[dict[str, Any]]) -> None:
    assert [one.value for one in chair(KNOWN.tagged(text), 0) if isinstance(one, Taken)] == found


def test_a_post_in_another_unit_names_it() -> None:
    somebody = Somebody("meng", "孟青禾", "a", [("a", "主任"), ("b", "顾问"), (None, "某处处长")])
    posts = ["主任", {"title": "顾问", "organization": "b"}, "某处处长"]
    assert attendee(somebody) == {"organization": "a", "posts": posts}
    assert attendee(Somebody("meng", "孟青禾")) == {}
