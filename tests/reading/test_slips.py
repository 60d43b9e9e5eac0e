"""Slips of the keyboard: what is reported of a line, where, and what it is when it is mended; sound text has none.

How reports read is in `mistakes/yaml.txt`; how reading goes on behind a slip, in `test_mending.py`.
"""

from __future__ import annotations

import inspect
import re
from collections import defaultdict

import pytest
import yaml
from chuxin.problems.typed import Edit, SourceText
from chuxin.reading import slips as module
from chuxin.reading.slips import Slip, slips, structural_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import DATA, SAMPLE

FILES = [path for folder in (DATA, SAMPLE) for path in sorted(folder.rglob("*.yml"))]


def found(text: str) -> list[Slip]:
    return list(slips(SourceText("a.yml", text)))


def told(text: str) -> list[tuple[str, int, str]]:
    """Return of each slip the code, the line, and what is marked there."""
    spans = [(slip.problem.code, slip.problem.span) for slip in found(text)]
    return [(code, span.line, span.text[span.column - 1 :][: span.length]) for code, span in spans]


def mended(text: str) -> str:
    edits: dict[int, list[Edit]] = defaultdict(list)
    for slip in found(text):
        edits[slip.line] += slip.edits
    return SourceText("a.yml", text).mended(edits).text


# The code, what was typed, what is marked, and what it is when it is mended.
SLIPS = [
    # words that begin with a sign of YAML's; the sign is one of the text
    ("E107", "a: *b", "*", "a: '*b'"),
    ("E107", "a: &b c", "&", "a: '&b c'"),
    ("E107", "- **b** c", "*", "- '**b** c'"),
    ("E108", "a: !b", "!", "a: '!b'"),
    ("E130", "a: @b", "@", "a: '@b'"),
    ("E130", "- %b", "%", "- '%b'"),
    ("E130", "a: `it's`  ", "`", "a: '`it''s`'  "),
    ("E130", "a: }]b", "}", "a: '}]b'"),
    ("E130", "a: ,b", ",", "a: ',b'"),
    ("E130", "a: ? b", "?", "a: '? b'"),
    ("E130", "a: -\tb", "-", "a: '-\tb'"),
    ("E130", "a: [b](c)", "[", "a: '[b](c)'"),
    ("E130", "a: [[b]] c", "[", "a: '[[b]] c'"),
    ("E130", "a: |- b", "|-", "a: '|- b'"),
    ("E130", "a: >2 b", ">2", "a: '>2 b'"),
    # full-width colons behind fields
    ("E112", "a：b", "：", "a: b"),
    ("E112", "a：　 b", "：", "a: b"),
    ("E112", "a ﹕", "﹕", "a :"),
    ("E112", "a：http://b", "：", "a: http://b"),
    # tabs and wide spaces in front; a file begins without any
    ("E113", "a:\n\t- b", "\t", "a:\n  - b"),
    ("E113", "a:\n \t　b: c", "\t", "a:\n     b: c"),
    ("E113", "\ta: b", "\t", "a: b"),
    ("E114", "a:\n　- b", "　", "a:\n  - b"),
    ("E114", "a:\n\xa0\xa0- b", "\xa0", "a:\n  - b"),
    ("E114", "# a\n\n　a: b", "　", "# a\n\na: b"),
    ("E114", "a:　b", "　", "a: b"),
    ("E114", "a: \xa0b", "\xa0", "a: b"),
    ("E114", "-　a", "　", "- a"),
    ("E114", "- \xa0 a", "\xa0", "- a"),
    # dashes of lists
    ("E115", "－ a", "－", "- a"),
    ("E115", "–a", "–", "- a"),
    ("E115", "—　a", "—", "- a"),
    ("E115", "- • a", "•", "- - a"),
    ("E115", "-a", "-", "- a"),
    ("E115", "a:\n  －", "－", "a:\n  - "),
    ("E115", "-5 a", "-", "- 5 a"),
    # colons without a space
    ("E116", "a:b", ":", "a: b"),
    ("E116", "a:14:30", ":", "a: 14:30"),
    # quotation marks
    ("E117", 'a: "b”', "”", 'a: "b"'),
    ("E117", 'a: "b＂  ', "＂", 'a: "b"  '),
    ("E117", "- 'b’", "’", "- 'b'"),
    ("E117", 'a: "b"c\'d', "c", "a: '\"b\"c''d'"),
    ("E117", "a: 'b' c", " ", "a: '''b'' c'"),
    ("E117", "a: 'b'#c", "#", "a: '''b''#c'"),
    # colons in texts
    ("E118", "a: 乙: 丙: 丁", ":", "a: 乙： 丙： 丁"),
    ("E118", "a: 乙:", ":", "a: 乙："),
    ("E118", "a: 乙#1: 丙", ":", "a: 乙#1： 丙"),
    ("E118", "- b c: d", ":", "- b c： d"),
    ("E118", "a: 乙: 丙 # 丁: 戊", ":", "a: 乙： 丙 # 丁: 戊"),
    # full-width signs of comments
    ("E132", "＃ a：b", "＃", "# a：b"),
    ("E132", "a:\n  ＃ b\n  - c", "＃", "a:\n  # b\n  - c"),
    ("E132", "- ＃ 乙: 丙", "＃", "- # 乙: 丙"),
    # a list behind its field
    ("E133", "a: - b", "-", "a: [b]"),
]


@pytest.mark.parametrize(("code", "typed", "marked", "after"), SLIPS)
def test_a_slip_is_told_where_it_is_and_mended(code, typed, marked, after):
    line = next(number for number, line in enumerate(typed.split("\n"), 1) if marked in line and line.strip())
    assert told(typed) == [(code, line, marked)]
    assert mended(typed) == after
    # What is mended is read, and is no slip.
    assert found(after) == []
    yaml.safe_load(after)


@pytest.mark.parametrize(("space", "name"), [("　", "全角空格"), ("\xa0", "网页上的空格")])
@pytest.mark.parametrize("text", ["a:\n{}- b", "a:{}b", "-{}a"])
def test_a_wide_space_is_called_what_it_is(text, space, name):
    [slip] = found(text.format(space))
    assert slip.problem.message.endswith(name)


def test_every_code_has_its_slip():
    codes = set(re.findall(r'"(E\d{3})"', inspect.getsource(module)))
    assert codes == {code for code, *_ in SLIPS}


@pytest.mark.parametrize(
    ("text", "codes", "after"),
    [
        ("　a：\"b”", ["E114", "E112", "E117"], 'a: "b"'),
        ("a：\n\t－ b：c\n\t  d：@e", ["E112", "E113", "E115", "E112", "E113", "E112", "E130"],
         "a:\n  - b: c\n    d: '@e'"),
        ("－－ a\n－b", ["E115"], "－－ a\n- b"),
        # An item has fields when the next line goes on with one, perhaps a column out of line.
        ("- a：b\n   c: d", ["E112"], "- a: b\n   c: d"),
    ],
)  # fmt: skip
def test_all_slips_of_a_line_and_of_a_text_are_told(text, codes, after):
    assert [code for code, *_ in told(text)] == codes
    assert mended(text) == after


# --- what is none -----------------------------------------------------------------------------------------------------

SOUND = [
    "a: 乙：丙", "- a：b", "- a:b\n- c", "a: 乙:丙", "a: 14:30", "a: http://b", "http://b", "a：//b", "中：b",
    "- a：b\n      c: d", "- a：b\n  c", "a: b\n  @c", "中: 乙: 丙",
    "-5", "- -5.2%", "—— a", "•• a", "-- a", "a: －b", "a: —— b", "- - a",
    "a: ''", "a: 'it''s' # b", "a: \"\\\"b\\\"\"", "a: '丙'", "a: \"b\": c", "a: “b”", "a: b\"c\"", "a: 'b”",
    "a: \"b\" # “c”",
    "a: [b, c] # d", "a: [b], c", "a: [b]: c", "a: [[b]]", "a: [b", "a: {b: c}", "a: {b：c}", "a: ［b］",
    "a: |-", "a: >2+ # b", "a: -b", "a: ?b", "a: b - c", "a: b @c *d &e !f", "a: 乙 # b: c", "a: #乙: 丙", "a: b: c",
    "a: ＃ b", "a: b ＃", "# a：b\n#\ta\n　# b：c", "a:", "- ", "-", "", "\t\n　\n", "a:\tb", "a:\n  -\tb",
    "a: |-\n  b：c\n  － d\n\n  \t　# e:f\n  @g", "- a: |-\n    b：c\n  d: e", "a: >-\n  @b\n   －c\nd: e",
]  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_or_not_known_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_records_have_no_slips(path):
    assert told(path.read_text("utf-8")) == []


# --- where slips are looked for ---------------------------------------------------------------------------------------


# Texts, and those of their lines that are neither blank nor comments nor in a text of several lines.
STRUCTURE = [
    ("a: b\n\n# c\n  # d\n \t\ne: f", ["a: b", "e: f"]),
    ("a: >2+  # b\n  c\n\n # d\n    e\nf: g", ["a: >2+  # b", "f: g"]),
    ("a: |-\n  b\nc:\n  d: e", ["a: |-", "c:", "  d: e"]),
    ("a:\n  - |\n    b\n  - c", ["a:", "  - |", "  - c"]),
    ("- a: |-\n    b\n  c: d\n- e", ["- a: |-", "  c: d", "- e"]),
    ("- - |\n    b\n  - c", ["- - |", "  - c"]),
    # also where the sign for it stands behind a slip
    ("a：|-\n  b：c\nd: e", ["a：|-", "d: e"]),
    ("a:　>\n  b\nc:|\n  d\n－　|\n e", ["a:　>", "c:|", "－　|"]),
    ("a: - |\n  b：c\n姓名: |-\n  d：e\nf: g", ["a: - |", "姓名: |-", "f: g"]),
    ("a: b |\n  c", ["a: b |", "  c"]),
    ("a: |- b\n  c", ["a: |- b", "  c"]),
    ("a: |-\n\n# b\nc: d", ["a: |-", "# b", "c: d"]),
]


@pytest.mark.parametrize(("text", "wanted"), STRUCTURE)
def test_texts_of_several_lines_and_comments_have_no_structure(text, wanted):
    lines = text.split("\n")
    assert [lines[number] for number in structural_lines(lines)] == wanted


def test_slips_are_looked_for_in_some_lines_only():
    source = SourceText("a.yml", "a：b\n\nc：d\n　e：f\n")
    assert [slip.line for slip in slips(source, {2, 3, 7})] == [2, 3, 3]
    assert list(slips(source, ())) == []


def test_the_first_line_is_the_first_of_all_lines():
    """Not of those that are looked at: only that of the file is indented like nothing."""
    [slip] = slips(SourceText("a.yml", "a:\n　b: c"), {1})
    assert slip.edits == (Edit(0, 1, "  "),)


def test_what_takes_too_many_edits_is_told_and_not_mended(monkeypatch):
    monkeypatch.setattr(module, "_MOST_EDITS", 4)
    for few, many in (("a: 乙" + ": " * 4, "a: 乙" + ": " * 5), ("a: @''", "a: @'''")):
        assert [len(slip.edits) for slip in found(few)] == [4]
        assert [slip.edits for slip in found(many)] == [()]
        assert told(many)[0] == told(few)[0]


def test_so_many_lines_are_looked_at_and_no_more(monkeypatch):
    monkeypatch.setattr(module, "_MOST_LINES", 3)
    assert [slip.line for slip in found("a：b\n\n" * 5)] == [0, 2, 4]


# What is typed in place of a sign, in a line of a record.
KEYBOARD = [
    (r"^( *\w+): (?=.)", r"\1："),
    (r"^( *\w+): (?=.)", r"\1： "),
    (r"^( *\w+): (?=.)", r"\1:　"),
    (r"^( *\w+): (?=[^/])", r"\1:"),
    (r"^( *\w+):$", r"\1："),
    (r"^( *)- (?=\S)", r"\1－"),
    (r"^( *)- (?=\S)", r"\1•　"),
    (r"^( *)- (?=\S)", r"\1-　"),
    (r"^( *)- (?=[^-\d])", r"\1-"),
    # not in front of a text of several lines, where the columns tell what is text
    (r"^(?:  )+(?!.*\|-$)", lambda match: "\t" * (len(match[0]) // 2)),
    (r"^(?:  )+(?!.*\|-$)", lambda match: "　" * (len(match[0]) // 2)),
    (r"(: ')([^']+)'$", r"\1\2’"),
]


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(FILES), st.data())
def test_a_record_with_slips_in_many_lines_is_mended_to_what_was_meant(path, data):
    lines = path.read_text("utf-8").split("\n")
    typed = list(lines)
    for number in data.draw(st.lists(st.sampled_from([*structural_lines(lines)]), unique=True)):
        typed[number] = re.sub(*data.draw(st.sampled_from(KEYBOARD)), typed[number])
    wrong = [number for number, line in enumerate(lines) if typed[number] != line]
    assert [slip.line for slip in found("\n".join(typed))] == wrong
    assert mended("\n".join(typed)) == "\n".join(lines)


@settings(deadline=None, max_examples=200)
@given(st.text("ab中：:－- \t　'\"“”’＃#@[]{}|>&!\n", max_size=40))
def test_whatever_is_typed_slips_stand_in_their_lines(text):
    lines = text.split("\n")
    for slip in found(text):
        span, line = slip.problem.span, lines[slip.line]
        assert (span.line, span.text) == (slip.line + 1, line)
        assert 0 < span.column <= span.column + span.length - 1 <= len(line)
        places = [place for edit in slip.edits for place in (edit.start, edit.end)]
        assert places == sorted(places) and all(0 <= place <= len(line) for place in places)
        assert all(line[edit.start : edit.end] != edit.text for edit in slip.edits)
