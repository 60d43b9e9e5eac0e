"""Slips of the keyboard that one line of YAML shows by itself: full-width signs, missing spaces, unpaired quotes.

They are looked for only in a text that cannot be read, or that runs over its lines in a way nobody means. Each is a
problem together with the edits that mend it, so that reading can go on to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from ..problems.problems import Problem
from ..problems.typed import Edit, SourceText
from ..words.patterns import always

# Spaces that look like one: the full-width one of Chinese keyboards, and the one that web pages copy.
WIDE_SPACES = "\u3000\xa0"
_SPACE = f"[ \t{WIDE_SPACES}]"
# What stands before a line's words: white space, and the dashes of lists. A dash twice is a sign of Chinese text.
_MARK = re.compile(r"[|>][-+0-9]*")
_HEAD = re.compile(
    rf"(?P<indent>{_SPACE}*)(?P<dashes>(?:[-－–—•](?![-－–—•]){_SPACE}+|[-－–—•](?:$|(?=[^-－–—•\s])))*)"
)
_FIELD = re.compile(rf"(?P<key>[A-Za-z_][A-Za-z0-9_]*){_SPACE}*(?P<colon>[:：﹕](?!//))(?P<space>{_SPACE}*)")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?$")
# Behind a field whose name is no word of ASCII, or an item that stands behind its field.
_BLOCK_BEHIND = re.compile(rf"[:-] +{_BLOCK.pattern}")
_COMMENT = re.compile(r"[ \t]#.*")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_CURLY = {'"': "“”＂", "'": "‘’＇"}
# A plain text cannot begin with these, or not when such a character follows.
_RESERVED = re.compile(r"[@`%\]},]|[|>](?![-+0-9]*[ \t]*(?:#.*)?$)|[?-](?=[ \t])")

# So many edits of one line mend it at most, and in so many lines slips are looked for: no record has more.
_MOST_EDITS, _MOST_LINES = 1000, 50_000

QUOTE_HINT = "请给整句加上半角单引号"


@dataclass(frozen=True)
class Slip:
    """A problem on a line, counted from 0, and the edits of that line that mend it."""

    line: int
    problem: Problem
    edits: tuple[Edit, ...]


def slips(source: SourceText, among: Container[int] | None = None) -> Iterator[Slip]:
    """Yield the slips of every line that is not in a text of several lines, or of those `among` them."""
    first = None
    for number in islice(structural_lines(source.lines), _MOST_LINES):
        first = number if first is None else first
        if among is None or number in among:
            yield from _slips_of(source, number, is_first=number == first)


def structural_lines(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of lines that are not blank, not comments, and not in a text of several lines (`|-`)."""
    block: int | None = None
    for number, line in enumerate(lines):
        if not line.strip() or (block is None and line.lstrip().startswith("#")):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and indent > block:
            continue
        block = None
        yield number
        head = always(_HEAD, line)
        field = _FIELD.match(line, head.end())
        if _BLOCK.match(line, field.end() if field else head.end()) or _BLOCK_BEHIND.search(line, head.end()):
            # The text is what stands further right than the field, or than the dash of a bare item.
            dash = max(head.end("indent"), len(line[: head.end()].rstrip(f" \t{WIDE_SPACES}")) - 1)
            block = head.end() if field else dash


def _slips_of(source: SourceText, number: int, is_first: bool) -> Iterator[Slip]:
    line = source.lines[number]

    def slip(code: str, start: int, end: int, message: str, hint: str, *edits: Edit) -> Slip:
        # What would take too many edits is told, and not mended.
        few = edits if len(edits) <= _MOST_EDITS else ()
        return Slip(number, Problem(source.span(number, start, end - start), code, message, hint), few)

    head = always(_HEAD, line)
    indent = head["indent"]
    if "\t" in indent:
        spaces = "" if is_first else re.sub(rf"[\t{WIDE_SPACES}]", "  ", indent)
        at = indent.index("\t")
        yield slip("E113", at, at + 1, "缩进用了制表符（Tab 键）", "缩进用空格，每层两格", Edit(0, len(indent), spaces))
    elif wide := re.search(f"[{WIDE_SPACES}]", indent):
        spaces = "" if is_first else indent.replace("\u3000", "  ").replace("\xa0", " ")
        yield slip(
            "E114", *wide.span(), f"缩进用了{_space(wide[0])}", "改用半角空格，每层两格", Edit(0, len(indent), spaces)
        )
    yield from _dash_slips(slip, line, head.end("indent"), head.end())
    start = head.end()
    if line[start : start + 1] == "＃":
        yield slip("E132", start, start + 1, "说明用了全角的 ＃", "改用半角的 #", Edit(start, start + 1, "#"))
        return
    field = _FIELD.match(line, start)
    if field and (not head["dashes"] or _goes_on(source.lines, number, start)):
        yield from _colon_slips(slip, line, field)
        start = field.end()
    if start > head.end("indent"):
        yield from _value_slips(slip, line, start)


def _goes_on(lines: list[str], number: int, column: int) -> bool:
    """Tell whether an item has another field in its next line; if not, its colon may be one of a text."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    indent = len(following) - len(following.lstrip(" \t" + WIDE_SPACES))
    return bool(following.strip()) and abs(indent - column) <= 1 and bool(_FIELD.match(following, indent))


def _space(found: str) -> str:
    """Return what a space is called that looks like one."""
    return "全角空格" if found == "\u3000" else "网页上的空格"


class _Maker(Protocol):
    """Makes a slip of the line that is looked at: its code, where it begins and ends, what is said, what mends it."""

    def __call__(self, code: str, start: int, end: int, message: str, hint: str, *edits: Edit) -> Slip: ...


def _dash_slips(slip: _Maker, line: str, start: int, end: int) -> Iterator[Slip]:
    for dash in re.finditer(rf"[-－–—•]({_SPACE}*)", line[start:end]):
        at, after = start + dash.start(), start + dash.end()
        if dash[0][0] != "-":
            message = f"列表项前面是 “{dash[0][0]}”"
            yield slip("E115", at, at + 1, message, "改用半角的 -，后面空一格", Edit(at, after, "- "))
        elif wide := re.search(f"[{WIDE_SPACES}]", dash[1]):
            place = at + 1 + wide.start()
            yield slip("E114", place, place + 1, f"- 后面是{_space(wide[0])}", "改用半角空格", Edit(at, after, "- "))
        elif not dash[1] and after < len(line) and not re.fullmatch(r"[\d.,%]+\s*", line[after:]):
            yield slip("E115", at, at + 1, "列表的 - 后面没有空格", "- 后面要空一格", Edit(at, after, "- "))


def _colon_slips(slip: _Maker, line: str, field: re.Match[str]) -> Iterator[Slip]:
    at, after = field.start("colon"), field.end()
    mended = Edit(at, after, ": " if after < len(line) else ":")
    if field["colon"] != ":":
        yield slip("E112", at, at + 1, f"“{field['key']}” 后面是全角冒号", "改用半角冒号，后面空一格", mended)
    elif wide := re.search(f"[{WIDE_SPACES}]", field["space"]):
        place = field.start("space") + wide.start()
        yield slip("E114", place, place + 1, f"冒号后面是{_space(wide[0])}", "改用半角空格", mended)
    elif not field["space"] and after < len(line):
        yield slip("E116", at, at + 1, f"“{field['key']}” 的冒号后面没有空格", "冒号后面要空一格", mended)


def _value_slips(slip: _Maker, line: str, start: int) -> Iterator[Slip]:
    value = line[start:].rstrip()
    if not value or value.startswith("#"):
        return
    end = start + len(value)
    first, last = value[0], value[-1]
    if first in _CURLY:
        quoted = _QUOTED.match(value)
        if not quoted and last in _CURLY[first]:
            message = f"引号没有成对：以半角的 {first} 开头，以 {last} 结束"
            yield slip("E117", end - 1, end, message, f"把 {last} 改成 {first}", Edit(end - 1, end, first))
        elif quoted and not re.fullmatch(r"[ \t]*(?:[ \t]#.*|:.*)?", value[quoted.end() :]):
            at = start + quoted.end()
            yield slip(
                "E117",
                at,
                at + 1,
                "引号后面还有字",
                "是文字里的引号，改用 “ 和 ”；不是，" + QUOTE_HINT,
                *_quoting(value, start),
            )
    elif first == "[" and _goes_on_after_brackets(value):
        yield slip("E130", start, start + 1, "文字不能以 [ 开头", QUOTE_HINT, *_quoting(value, start))
    elif first in "&*!":
        code, signs = ("E108", "!") if first == "!" else ("E107", "& 和 *")
        yield slip(
            code,
            start,
            start + 1,
            f"记录里不用 {signs} 开头的写法",
            "要写这个符号，" + QUOTE_HINT,
            *_quoting(value, start),
        )
    elif _RESERVED.match(value):
        yield from _reserved(slip, value, start)
    elif first not in "[{|>":
        plain = _COMMENT.sub("", value)
        colons = [match.start() for match in islice(re.finditer(r":(?=[ \t]|$)", plain), _MOST_EDITS + 1)]
        if colons and not re.match(r"[A-Za-z_]\w*$", plain[: colons[0]]):
            at = start + colons[0]
            edits = [Edit(start + colon, start + colon + 1, "：") for colon in colons]
            yield slip(
                "E118", at, at + 1, "文字里有半角冒号", "改用全角的 “：”，或者" + QUOTE_HINT.removeprefix("请"), *edits
            )


def _reserved(slip: _Maker, value: str, start: int) -> Iterator[Slip]:
    if value.startswith("- "):
        inside = value[2:].strip()
        edits = Edit(start, start + 2, "["), Edit(start + len(value), start + len(value), "]")
        yield slip(
            "E133", start, start + 1, "列表不能和字段名写在同一行", f"另起一行，缩进后写 - {inside[:20]}", *edits
        )
    elif value[0] in "|>":
        mark = always(_MARK, value)[0]
        message, hint = f"{mark} 后面不能接着写字", "从下一行开始写，并缩进"
        yield slip("E130", start, start + len(mark), message, hint, *_quoting(value, start))
    else:
        yield slip("E130", start, start + 1, f"文字不能以 {value[0]} 开头", QUOTE_HINT, *_quoting(value, start))


def _quoting(value: str, start: int) -> tuple[Edit, ...]:
    """Return the edits that set a value into single quotes."""
    end = start + len(value)
    inner = (start + match.start() for match in islice(re.finditer("'", value), _MOST_EDITS))
    return (Edit(start, start, "'"), *(Edit(at, at + 1, "''") for at in inner), Edit(end, end, "'"))


def _goes_on_after_brackets(value: str) -> bool:
    """Tell whether something follows a list in brackets that is no comment."""
    depth = 0
    for index, character in enumerate(value):
        depth += (character == "[") - (character == "]")
        if not depth:
            return not re.fullmatch(r"[ \t]*(?:[ \t]#.*|[:,].*)?", value[index + 1 :])
    return False
