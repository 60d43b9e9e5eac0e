"""Slips of the keyboard on one line: what is found at which place, what mends it, and what is no slip."""

from __future__ import annotations

import pytest
import yaml
from chuxin.problems.typed import SourceText
from chuxin.reading.slips import Slip, slips, structural_lines
from hypothesis import given
from hypothesis import strategies as st

# What stands in a line before the character that is reported.
MARK = "▲"


def found_in(text: str) -> list[Slip]:
    return list(slips(SourceText("a.yml", text)))


def mended(text: str) -> str:
    """Return a text with all of its slips mended, line by line."""
    source = SourceText("a.yml", text)
    edits: dict[int, tuple] = {}
    for slip in slips(source):
        edits[slip.line] = tuple(sorted((*edits.get(slip.line, ()), *slip.edits), key=lambda edit: edit.start))
    return source.mended(edits).text


# A line with a mark, the code, what is said, and the line as it was meant.
SLIPS = [
    # signs of the Chinese keyboard
    ("name▲：甲", "E112", "“name” 后面是全角冒号", "name: 甲"),
    ("name▲：", "E112", "“name” 后面是全角冒号", "name:"),
    ("name ▲： 甲", "E112", "“name” 后面是全角冒号", "name : 甲"),
    ("name▲﹕甲", "E112", "“name” 后面是全角冒号", "name: 甲"),
    ("name:▲　甲", "E114", "冒号后面是全角空格", "name: 甲"),
    ("name:▲\xa0甲", "E114", "冒号后面是全角空格", "name: 甲"),
    ("▲＃ 注", "E132", "说明用了全角的 ＃", "# 注"),
    ("▲－ 甲", "E115", "列表项前面是 “－”", "- 甲"),
    ("▲•甲", "E115", "列表项前面是 “•”", "- 甲"),
    ("-▲　甲", "E114", "- 后面是全角空格", "- 甲"),
    # what is missing
    ("name▲:甲", "E116", "“name” 的冒号后面没有空格", "name: 甲"),
    ("▲-甲", "E115", "列表的 - 后面没有空格", "- 甲"),
    # quotes
    ('name: "甲▲”', "E117", '引号没有成对：以半角的 " 开头，以 ” 结束', 'name: "甲"'),
    ("name: '甲▲’", "E117", "引号没有成对：以半角的 ' 开头，以 ’ 结束", "name: '甲'"),
    ("name: '甲'▲乙", "E117", "引号后面还有字", "name: '''甲''乙'"),
    # what a text cannot begin with, or have in it
    ("name: ▲[甲](b) 乙", "E130", "文字不能以 [ 开头", "name: '[甲](b) 乙'"),
    ("name: ▲@甲", "E130", "文字不能以 @ 开头", "name: '@甲'"),
    ("name: ▲`甲`", "E130", "文字不能以 ` 开头", "name: '`甲`'"),
    ("name: ▲&甲", "E107", "记录里不用 & 和 * 开头的写法", "name: '&甲'"),
    ("name: ▲*甲*", "E107", "记录里不用 & 和 * 开头的写法", "name: '*甲*'"),
    ("name: ▲!甲", "E108", "记录里不用 ! 开头的写法", "name: '!甲'"),
    ("name: ▲>- 甲", "E130", ">- 后面不能接着写字", "name: '>- 甲'"),
    ("name: 甲▲: 乙", "E118", "文字里有半角冒号", "name: 甲： 乙"),
    ("name: ▲- 甲", "E133", "列表不能和字段名写在同一行", "name: [甲]"),
]


@pytest.mark.parametrize(("line", "code", "message", "meant"), SLIPS)
def test_a_slip_is_told_at_its_place_with_what_mends_it(line: str, code: str, message: str, meant: str) -> None:
    column = line.index(MARK) + 1
    (slip,) = found_in(line.replace(MARK, ""))
    problem = slip.problem
    assert (problem.span.line, problem.span.column, problem.code, problem.message) == (1, column, code, message)
    assert mended(line.replace(MARK, "")) == meant
    # What is mended is read, and is no slip.
    assert found_in(meant) == []
    yaml.safe_load(meant)


@pytest.mark.parametrize(
    ("text", "column", "code", "meant"),
    [
        ("a:\n\t- b\n", 1, "E113", "a:\n  - b\n"),
        ("a:\n　- b\n", 1, "E114", "a:\n  - b\n"),
        ("a:\n \xa0- b\n", 2, "E114", "a:\n  - b\n"),
        # Before the first line there is nothing to be indented below.
        ("\ta: b\n", 1, "E113", "a: b\n"),
        ("　a: b\n", 1, "E114", "a: b\n"),
    ],
)
def test_what_a_line_is_indented_with_is_mended(text: str, column: int, code: str, meant: str) -> None:
    (slip,) = found_in(text)
    assert (slip.problem.span.column, slip.problem.code) == (column, code)
    assert mended(text) == meant


def test_slips_of_a_line_are_told_in_their_order_and_mended_together() -> None:
    assert [slip.problem.code for slip in found_in("　－name：@甲")] == ["E114", "E115"]
    text = "a:\n　－ b：@甲\n　　c：丁\n"
    assert [slip.problem.code for slip in found_in(text)] == ["E114", "E115", "E112", "E130", "E114", "E112"]
    assert yaml.safe_load(mended(text)) == {"a": [{"b": "@甲", "c": "丁"}]}


SOUND = [
    "name: 甲",
    "name: 甲：乙",
    "name: http://a/b:c",
    "name: 14:30",
    "name: '甲: 乙'",
    "name: '甲' # 注",
    'name: "甲“乙”"',
    "name: [甲, 乙]",
    "name: [甲, 乙] # 注",
    "name: 甲 # 见: 乙",
    "name: # 见: 乙",
    "https://example.org/a",
    "name: |-",
    "name: >- # 注",
    "name:",
    "name: -5",
    "- -5",
    "- 甲：乙",
    "- http://a：b",
    "-- 甲",
    "—— 甲",
    "# 注：甲",
    "  # name：甲",
    "",
    "   ",
    "名称：甲",
]


@pytest.mark.parametrize("line", SOUND)
def test_what_is_no_slip(line: str) -> None:
    assert found_in(line) == []


def test_an_item_with_more_fields_below_has_a_field_itself() -> None:
    """A text with a full-width colon stays one where nothing follows in its column."""
    assert [slip.problem.code for slip in found_in("- name：甲\n  sort: jia\n")] == ["E112"]
    assert found_in("- name：甲\n- sort：乙\n") == []


# --- where they are looked for ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a: b\n\n# 注\nc: d\n", [0, 3]),
        ("a: |-\n  b：c\n\n  # d\ne: f\n", [0, 4]),
        ("a:\n  - |\n    b\n  - c\n", [0, 1, 3]),
        ("a:\n  - b: >-\n      c\n    d: e\n", [0, 1, 3]),
        ("a: |- # 注\n  b\nc: d\n", [0, 2]),
        # At the margin nothing is a text any more.
        ("a: |-\nb\n", [0, 1]),
        ("", []),
    ],
)
def test_lines_of_a_text_are_not_looked_at(text: str, numbers: list[int]) -> None:
    assert list(structural_lines(text.split("\n"))) == numbers


def test_only_the_lines_that_are_asked_for_are_looked_at() -> None:
    source = SourceText("a.yml", "a：b\nc：d\ne：f\n")
    assert [slip.line for slip in slips(source, among={1})] == [1]
    assert [slip.line for slip in slips(source)] == [0, 1, 2]


def test_of_very_many_slips_in_a_line_the_line_is_told_and_not_mended() -> None:
    (slip,) = found_in("name: 甲" + ": 乙" * 2000)
    assert slip.problem.code == "E118" and slip.edits == ()


@given(st.text("a：:　 \t-－#＃\"'“”[]{}&*!|>@`%?.甲1\n", max_size=40))
def test_whatever_is_typed_edits_lie_in_their_lines_and_do_not_overlap(text: str) -> None:
    lines = text.split("\n")
    for slip in found_in(text):
        ends = [0, *(edit.end for edit in slip.edits)]
        assert all(before <= edit.start <= edit.end for before, edit in zip(ends, slip.edits, strict=False))
        assert ends[-1] <= len(lines[slip.line])
        assert slip.problem.span.line == slip.line + 1
        assert 1 <= slip.problem.span.column <= len(lines[slip.line]) + 1
