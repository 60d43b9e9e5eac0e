"""Reading on behind mistakes: what is mended is reported where it was typed, and what it hid comes to light.

What is said of each mistake is in `mistakes/yaml.txt`.
"""

from pathlib import Path

import pytest
from chuxin.archive.loading import read_record
from chuxin.problems.problems import MOST
from chuxin.problems.reports import FORMATS
from chuxin.problems.typed import Edit, SourceText
from chuxin.reading.mending import read
from chuxin.records.people import Person
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent.parent
RECORDS = sorted((ROOT / "data").rglob("*.yml"))

# What was typed, the data that is read of it, the codes on the way, whether that is all that was meant.
MENDED = [
    ("a：b\nc： d\ne:　f\ng:h\n", {"a": "b", "c": "d", "e": "f", "g": "h"}, ["E112", "E112", "E114", "E116"], True),
    ("a:\n　－ b\n　－c\n", {"a": ["b", "c"]}, ["E114", "E115", "E114", "E115"], True),
    ("a:\n\t- b\n\t- c：d\n", {"a": ["b", "c：d"]}, ["E113", "E113"], True),
    ("a:\n  - b：c\n    d：e\n", {"a": [{"b": "c", "d": "e"}]}, ["E112", "E112"], True),
    ("a: \"b”\nc: 'd’\n", {"a": "b", "c": "d"}, ["E117", "E117"], True),
    ("a: 'b\nc: d\n", {"a": "b", "c": "d"}, ["E117"], True),
    ("a: 甲: 乙: 丙\n", {"a": "甲： 乙： 丙"}, ["E118"], True),
    ("a: [甲](b)\nc: '[d](e)'\n", {"a": "[甲](b)", "c": "[d](e)"}, ["E130"], True),
    ("a: it's @b\nc: @it's\n", {"a": "it's @b", "c": "@it's"}, ["E130"], True),
    ("a: - b\n", {"a": ["b"]}, ["E133"], True),
    ("＃ 注\na: b\n", {"a": "b"}, ["E132"], True),
    ("名：b\nc: d\n", {"名": "b", "c": "d"}, ["E112"], True),
    # where lines are moved, there is no telling what was meant
    ("a: b\n  c: d\n", {"a": "b", "c": "d"}, ["E128"], False),
    ("a:\n   - b\n  - c\n", {"a": ["b", "c"]}, ["E128"], False),
    ("a: |-\n一\nb: c\n", {"a": "一", "b": "c"}, ["E128"], False),
    ("a b\nc: d\n", {"a": "b", "c": "d"}, ["E129"], False),
    ("a: [b\nc: d\n", {"a": ["b"], "c": "d"}, ["E131"], False),
    # what is not known stays unknown
    ('a: "\\q"\n', None, ["E102"], False),
    ("a: b\n]\n", None, ["E102"], False),
    # what is right stays what it is
    ("a: b：c\nd:\n  - e：f\n  - -5\n", {"a": "b：c", "d": ["e：f", "-5"]}, [], True),
    ("a: |-\n  b：c\n  － d\n\n  e:f\nb: 14:30\n", {"a": "b：c\n－ d\n\ne:f", "b": "14:30"}, [], True),
    ("a：|-\n  b：c\n  － d\ne: f\n", {"a": "b：c\n－ d", "e": "f"}, ["E112"], True),
    ("a: http://b\nc: d #  注\n# e：f\n", {"a": "http://b", "c": "d"}, [], True),
]


@pytest.mark.parametrize(("text", "data", "codes", "complete"), MENDED)
def test_reads_on(text, data, codes, complete):
    reading = read(SourceText("a.yml", text))
    assert reading.data == data
    assert [problem.code for problem in reading.problems] == codes
    assert reading.complete == complete


def test_places_are_those_that_were_typed():
    reading = read(SourceText("a.yml", "a：'b’\nc: @d'e\n", first_line=2))
    assert [(one.span.line, one.span.column, one.span.text) for one in reading.problems] == [
        (3, 2, "a：'b’"),
        (3, 5, "a：'b’"),
        (4, 4, "c: @d'e"),
    ]
    assert reading.source.text == "a: 'b'\nc: '@d''e'\n"
    # A place in the mended text is one in what was typed.
    assert reading.source.span(1, 6).column == 6


lines = st.text("ab：张", min_size=1, max_size=12)


@st.composite
def edited(draw):
    """A line and edits of it that do not overlap."""
    line = draw(lines)
    cuts = sorted(draw(st.lists(st.integers(0, len(line)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return line, tuple(Edit(start, end, draw(st.text("xyz", max_size=4))) for start, end in pairs)


@settings(deadline=None)
@given(edited())
def test_every_place_of_a_mended_line_is_known(example):
    line, edits = example
    mended = SourceText("a.yml", line).mended({0: edits})
    kept = [index for index in range(len(line)) if not any(edit.start <= index < edit.end for edit in edits)]
    # What was not edited keeps its order, and each character leads back to itself.
    found = [(column, mended.typed_column(0, column)) for column in range(len(mended.text))]
    assert [typed for column, typed in found if typed in kept and mended.text[column] == line[typed]][
        : len(kept)
    ] == kept
    assert [typed for _, typed in found] == sorted(typed for _, typed in found)
    assert all(0 <= typed <= len(line) for _, typed in found)


HOSTILE = ["a: b\n- c\n", "：", "[", "\t", "a：\n", "'", '"', "- ", "　", "a: 'b\n", "#", "{a: ", "－x\n", ": "]


NOTE = "id: a\nname: 甲\nsort: jia\nsources:\n  - b\nnote: "
# What stands before, what is repeated, and what stands behind: at their square each of them takes many minutes.
LONG = [
    (NOTE + "甲", ": ", ""),
    (NOTE + "甲", "\t", ""),
    (NOTE + "甲", "：乙: 丙", ""),
    (NOTE, "中,", ""),
    (NOTE, "－ ", ""),
    ("", "－ ", ""),
    (NOTE, "《", " #\n"),
    (NOTE, "( #", ""),
    (NOTE + "甲", "“", "後"),
    (NOTE + "|-\n  ", "- ", ""),
    (NOTE, "](", ""),
    ("", "甲,", ""),
    ("", "a:b\n", ""),
    ("", "# a\n", "\ta：b\nc：d\n"),
    (NOTE, "it's @", ""),
    (NOTE + "[", "a - b, ", "]"),
    (NOTE + "[", "a:b, ", "]"),
]


@pytest.mark.parametrize(("before", "piece", "after"), LONG)
def test_a_long_text_costs_no_more_than_its_length(before, piece, after):
    """With all that is said of it."""
    text = before + piece * (200_000 // len(piece)) + after
    problems = read_record(SourceText("a.yml", text), Person).problems
    assert problems and len(problems) <= MOST + 1
    for form in FORMATS.values():
        form(problems)


@pytest.mark.parametrize("lines", ["x{}:\n", "x{}: a\n", "id{}: a\n", "nmae{}: a\n"])
def test_many_unknown_fields_cost_no_more_than_their_number(lines):
    """Blank, misspelt or of their own."""
    text = "".join(map(lines.format, range(30_000)))
    assert len(read_record(SourceText("a.yml", text), Person).problems) == MOST + 1


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_is_bounded(piece):
    text = piece * (200_000 // len(piece))
    reading = read(SourceText("a.yml", text))
    assert reading.problems or reading.data is not None


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_records_need_no_mending(path):
    source = SourceText("a.yml", path.read_text(encoding="utf-8"))
    reading = read(source)
    assert reading.problems == () and reading.source is source and reading.complete
