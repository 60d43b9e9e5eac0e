"""Who spoke."""

from __future__ import annotations

import pytest
from chuxin.editing.reports.speeches import SAID, speeches, told_until
from chuxin.editing.reports.tagging import Names
from chuxin.editing.reports.taken import Taken, Unknown
from reports import NAMES

KNOWN = Names(NAMES)


def spoken(text: str) -> list[Taken | Unknown]:
    return list(speeches(KNOWN.tagged(text), 0))


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("孟青禾作交流发言。", "statement", "meng"),
        ("最后，孟青禾讲话。", "remarks", "meng"),
        ("孟青禾出席会议并讲话。", "remarks", "meng"),
        ("孟青禾致辞，大家鼓掌。", "statement", "meng"),
        ("孟青禾代表白塔医院作表态发言。", "statement", "meng"),
        ("许知远汇报课题《楼道里的公共生活》。", "report", "xu"),
        ("孟青禾表示，要办好事。", "statement", "meng"),
        ("孟青禾说：“好。”", "statement", "meng"),
        ("居民代表分别作交流发言。", "statement", "居民代表"),
        ("3位居民代表发言。", "statement", "3位居民代表"),
    ],
)
def test_who_spoke_is_taken(text: str, kind: str, speaker: str) -> None:
    (one,) = spoken(text)
    assert isinstance(one, Taken)
    assert one.value["type"] == kind and speaker in (one.value.get("speaker"), one.value.get("group"))
    assert ("outcome" in one.value) == (kind == "report")


@pytest.mark.parametrize(
    "text",
    [
        "白塔医院表示支持。",
        "孟青禾未作发言。",
        "孟青禾、陆星野表示，好。",
        "小说家来了。",
        "何木作发言。",
    ],
)
def test_in_doubt_nobody_spoke(text: str) -> None:
    assert spoken(text) == []


def test_what_a_report_says_of_a_speech_is_never_its_text() -> None:
    """Whatever an editor writes of it in words of his own is a summary; until then the check asks for it."""
    for text in ("孟青禾作交流发言。", "孟青禾说：“好。”"):
        (one,) = spoken(text)
        assert isinstance(one, Taken)
        assert (one.value["form"], one.value["text"]) == ("概述", "……")


def test_several_may_speak_and_the_capacity_is_no_post() -> None:
    first, second = spoken("居民代表孟青禾、白塔医院院长秦晚舟作交流发言。")
    assert isinstance(first, Taken) and isinstance(second, Taken)
    assert first.value["capacity"] == "居民代表" and "posts" not in first.value
    assert second.value["posts"] == ["院长"] and second.value["organization"] == "hospital"


def test_somebody_unknown_is_told() -> None:
    assert spoken("居民代表王建国发言。") == [Unknown("people", "王建国", 0)]


def test_what_is_said_begins_with_the_clause_that_says_so() -> None:
    tagged = KNOWN.tagged("揭牌了，孟青禾表示，好。")
    assert told_until(tagged) == tagged.signs.index("\x02")
    assert told_until(KNOWN.tagged("揭牌。")) == 3
    (one,) = spoken("孟青禾表示，秦晚舟作发言。")
    assert isinstance(one, Taken) and one.path == SAID
