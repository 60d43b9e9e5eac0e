"""A text as it was typed: its bytes, its line breaks, its places."""

import pytest
from chuxin.problems.problems import Problem, Span
from chuxin.problems.typed import SourceText, decode
from chuxin.reading.parsing import parse

# Stands in a text before the character that a span is expected to name.
MARK = "▲"


NOT_UTF8 = ("E101", "文件不是 UTF-8 编码", "请另存为 UTF-8")


def control(code: str) -> tuple[str, str, str]:
    return ("E106", f"这里有一个看不见的控制字符 U+{code}", "请删去")


def unmark(text: str, path: str = "a.yml", first_line: int = 0) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1 + first_line, len(before) - before.rfind("\n")))
        before += part
    return SourceText(path, before, first_line), spans


DECODED = [
    (b"", ""),
    (b"a: 1\n", "a: 1\n"),
    ("中文😀".encode(), "中文😀"),
    (b"\xef\xbb\xbf", ""),
    (b"\xef\xbb\xbfa: 1", "a: 1"),
    (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
    (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
    (b"a\r\r\nb\n\rc", "a\n\nb\n\nc"),
]


@pytest.mark.parametrize(("content", "text"), DECODED)
def test_decodes(content, text):
    assert decode("a.yml", content) == SourceText("a.yml", text)


NOT_DECODED = [
    (b"", b"\xff", 1, 1),
    (b"a: ", b"\xff", 1, 4),
    (b"a: 1\nb: ", b"\xfe\xff", 2, 4),
    ("中文: ".encode(), b"\x80", 1, 5),
    ("一\n二三".encode(), b"\xc0\xaf", 2, 3),
    ("😀".encode(), b"\xed\xa0\x80", 1, 2),
    (b"a: ", "中".encode()[:2], 1, 4),
    (b"a: ", "曲阳".encode("gb18030"), 1, 4),
    (b"a: 1\r\nb: ", b"\xff", 2, 4),
    (b"a: 1\rb: ", b"\xff", 2, 4),
    (b"\xef\xbb\xbf", b"\xff", 1, 1),
    (b"\xef\xbb\xbfa: ", b"\xff", 1, 4),
    (b"\xef\xbb\xbfa: 1\n" + "中文: ".encode(), b"\xff", 2, 5),
    (b"\xef\xbb\xbf\n\n", b"\xff", 3, 1),
]


@pytest.mark.parametrize(("good", "bad", "line", "column"), NOT_DECODED)
@pytest.mark.parametrize("rest", [b"", b"\nmore: x\n", b" \xff"])
def test_says_where_a_file_stops_being_utf8(good, bad, line, column, rest):
    assert decode("a.yml", good + bad + rest) == Problem(Span("a.yml", line, column), *NOT_UTF8)


def test_utf16_is_not_utf8():
    assert decode("a.yml", "a: 1".encode("utf-16-le"))  # decodes, but what it holds is refused below
    assert decode("a.yml", "a: 1".encode("utf-16")) == Problem(Span("a.yml", 1, 1), *NOT_UTF8)
    source = decode("a.yml", "a: 1".encode("utf-16-le"))
    assert parse(source)[1] == [Problem(Span("a.yml", 1, 2), *control("0000"))]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks_of_any_system_are_the_same(line_break):
    text = "a: |-\n  一\n  二\nb:\n  - x\nb: y\n"
    source = decode("a.yml", text.replace("\n", line_break).encode())
    assert parse(source) == parse(SourceText("a.yml", text))
    assert parse(source)[0]["a"] == "一\n二"


@pytest.mark.parametrize("text", ["▲一", "一▲二\n三", "一\n▲", "一\n\n二▲三", "😀▲x"])
def test_an_offset_has_a_place(text):
    source, spans = unmark(text, first_line=4)
    assert [source.span_at(text.index(MARK))] == spans
