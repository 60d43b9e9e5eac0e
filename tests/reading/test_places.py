"""Where in a text a value, a field's name or a link stands, at its exact line and column."""

import pytest
from chuxin.problems.problems import Span
from chuxin.problems.typed import SourceText
from chuxin.reading.places import locate, locate_key, locate_texts

# Stands in a text before the character that a span is expected to name.
MARK = "▲"


def unmark(text: str, path: str = "a.yml", first_line: int = 0) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1 + first_line, len(before) - before.rfind("\n")))
        before += part
    return SourceText(path, before, first_line), spans


# A text with a mark before the value, and another before the key, of each path.
NESTED = """\
id: 甲
names:
  - 第一
  - 第二会议
人: {名: 甲乙, 职务: [主任, "书记"]}
agenda:
  - id: one
    text: |-
      第一行
      第二行
  - 名称: two
    posts:
      - 长
      - title: 部长
        organization:
      - ~
empty:
none: ~
quoted: ''
"""


LOCATED = [
    ((), "▲id: 甲"),
    (("id",), "id: ▲甲"),
    (("names",), "  ▲- 第一"),
    (("names", 0), "  - ▲第一"),
    (("names", 1), "  - ▲第二会议"),
    (("人",), "人: ▲{名"),
    (("人", "名"), "{名: ▲甲乙"),
    (("人", "职务"), "职务: ▲[主任"),
    (("人", "职务", 0), "[▲主任"),
    (("人", "职务", 1), '主任, ▲"书记"'),
    (("agenda",), "  ▲- id: one"),
    (("agenda", 0), "  - ▲id: one"),
    (("agenda", 0, "id"), "  - id: ▲one"),
    (("agenda", 0, "text"), "    text: ▲|-"),
    (("agenda", 1), "  - ▲名称"),
    (("agenda", 1, "名称"), "名称: ▲two"),
    (("agenda", 1, "posts", 0), "      - ▲长"),
    (("agenda", 1, "posts", 1), "      - ▲title"),
    (("agenda", 1, "posts", 1, "title"), "title: ▲部长"),
    # an empty value is shown at its key
    (("agenda", 1, "posts", 1, "organization"), "        ▲organization:"),
    (("empty",), "▲empty:"),
    (("none",), "▲none: ~"),
    # an empty item has no key
    (("agenda", 1, "posts", 2), "      - ▲~"),
    # what is quoted is a value
    (("quoted",), "quoted: ▲''"),
    # steps that lead nowhere are passed over
    (("agenda", 0, "statement", "text"), "    text: ▲|-"),
    (("agenda", 0, "decision", "motion"), "  - ▲id: one"),
    (("agenda", 1, "posts", 0, "title"), "      - ▲长"),
    (("missing",), "▲id: 甲"),
    (("agenda", 9), "  ▲- id: one"),
    (("names", "x", 1), "  - ▲第二会议"),
]


KEYS = [
    (("id",), "▲id: 甲"),
    (("names",), "▲names:"),
    (("人", "名"), "{▲名: 甲乙"),
    (("人", "职务"), "甲乙, ▲职务"),
    (("agenda", 0, "id"), "  - ▲id: one"),
    (("agenda", 0, "statement", "text"), "    ▲text: |-"),
    (("agenda", 1, "名称"), "  - ▲名称"),
    (("agenda", 1, "posts", 1, "organization"), "        ▲organization:"),
    (("empty",), "▲empty:"),
    (("quoted",), "▲quoted: ''"),
    (("missing",), "▲id: 甲"),
]


def place_of(marked: str, first_line: int = 0) -> Span:
    """Return the place in NESTED of the mark in a piece of it."""
    piece = marked.replace(MARK, "")
    assert NESTED.count(piece) == 1, piece
    return unmark(NESTED.replace(piece, marked), first_line=first_line)[1][0]


@pytest.mark.parametrize("first_line", [0, 1, 12])
@pytest.mark.parametrize(("path", "marked"), LOCATED)
def test_locates_values(path, marked, first_line):
    assert locate(SourceText("a.yml", NESTED, first_line), path) == place_of(marked, first_line)


@pytest.mark.parametrize("first_line", [0, 1, 12])
@pytest.mark.parametrize(("path", "marked"), KEYS)
def test_locates_keys(path, marked, first_line):
    assert locate_key(SourceText("a.yml", NESTED, first_line), path) == place_of(marked, first_line)


def test_a_tag_on_the_path_is_no_field():
    text = "agenda:\n  - type: report\n    report: ▲[x]\n    outcome: ▲y\n"
    source, (field, outcome) = unmark(text)
    assert locate(source, ("agenda", 0, "report", "outcome")) == outcome
    assert locate(source, ("agenda", 0, "report", "report")) == field


# The value's path, the scheme, the address, the text with a mark at each place that is found.
LINKS = [
    (("a",), "record:", "x/y", "a: |-\n  一二\n  三[四](record:▲x/y)五\n"),
    (("a",), "", "/x/", "a: 甲[乙](▲/x/)\n"),
    (("a",), "record:", "x/y", 'a: "😀[一](record:▲x/y)"\n'),
    (("a",), "record:", "x/y", "a: 一<record:▲x/y>\n"),
    (("a",), "", "/x/", "a: 一[二](▲/x/?b#c)\n"),
    (("a", "b", 1), "", "/x/", "a:\n  b:\n    - '[一](/x/)'\n    - 二[三](▲/x/)\n"),
    # each time, and nothing that only begins like it
    (("a",), "record:", "x/y", "a: x/y [一](record:▲x/y)和[二](record:▲x/y)\n"),
    (("a",), "", "/x", "a: '[一](/x/)[二](▲/x)'\n"),
    (("a",), "", "/x/", "a: '[一](https://a.org/x/)[二](▲/x/)'\n"),
    # not in this value: the value's own place, whatever comes later
    (("a",), "", "/x/", "a: ▲一\nb: '[一](/x/)'\n"),
    (("a", 0), "", "/x/", "a:\n  - ▲一\n  - '[一](/x/)'\n"),
]


@pytest.mark.parametrize("first_line", [0, 3])
@pytest.mark.parametrize(("path", "scheme", "address", "text"), LINKS)
def test_locates_links_inside_of_values(path, scheme, address, text, first_line):
    source, spans = unmark(text, first_line=first_line)
    assert locate_texts(source, path, scheme, address) == spans
