"""Beginnings of texts."""

from __future__ import annotations

import pytest
from chuxin.words.shortening import beginning, first_sentence

HAN = "一二三四五六七八九十"


@pytest.mark.parametrize(("text", "room", "shown"), [
    ("短。", 10, "短。"),
    (HAN, 10, HAN),
    (f"{HAN}十", 10, "一二三四五六七八九…"),
    # A sentence that fits, with what closes behind it.
    ("他说：“好的。”后来的事没有写明。", 10, "他说：“好的。”"),
    ("好吗？好！再说下去就放不下了。", 8, "好吗？好！"),
    # One that leaves most of the room empty tells too little.
    ("好。后来的事来源一概没有写明。", 10, "好。后来的事来源一…"),
    # Nothing stands before the ellipsis that leads on.
    ("一二三四五六七八，九十，十一", 10, "一二三四五六七八…"),
    # A number, a Latin word, a letter with its mark, an emoji of several parts.
    ("今年做成了2023项事情没有", 8, "今年做成了…"),
    ("用的是OpenSource软件做的", 8, "用的是…"),
    ("一二三四五六葛\U000e0100城的人来过", 8, "一二三四五六…"),
    ("一二三四五六👩\u200d👧来过这里了", 9, "一二三四五六…"),
])  # fmt: skip
def test_a_text_is_cut_where_nothing_is_torn(text: str, room: int, shown: str) -> None:
    assert beginning(text, room) == shown
    assert len(beginning(text, room)) <= room


def test_a_word_without_an_end_is_cut_all_the_same() -> None:
    assert beginning("a" * 500, 60) == "a" * 59 + "…"


@pytest.mark.parametrize(("text", "shown"), [
    ("第一句。第二句。", "第一句。"),
    ("“好！”他说。", "“好！”"),
    ("没有句号", "没有句号"),
    ("", ""),
])  # fmt: skip
def test_the_first_sentence(text: str, shown: str) -> None:
    assert first_sentence(text) == shown
