"""YAML as people type it → data, and every slip on the way.

A text that cannot be read is mended where the mistake is known, in memory only, and read again: so an editor who typed
ten full-width colons is told of ten, and of what is wrong with the fields besides. What is not known stays E102.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from ..problems.problems import MOST, Problem, enough
from ..problems.typed import Edit, SourceText
from ..words.patterns import always
from .parsing import Data, NotYaml, parse
from .places import hidden_problems, scalars
from .slips import QUOTE_HINT, Slip, slips, structural_lines

# So many characters are read again at most, so many times.
_CHARACTERS, _TIMES = 1_000_000, 40
# What a line may have that YAML reads in another way than it was meant: as the rest of the one above, or an odd name.
_SUSPICIOUS = (
    re.compile(r"[：:](?:(?<=[A-Za-z0-9_ ]：)|(?<=[A-Za-z_]:)(?<!record:)(?![ \n/]|\Z))"),
    re.compile(r"\n *(?:- +)*(?:[－–—•\t\u3000\xa0]|-[^ \n-])"),
)
_BEFORE_CONTENT = re.compile(r" *(?:- +)*")
_DASHES = ("-", "－", "–", "—", "•")
# What is mended in these cases is what was meant; where lines are moved, there is no telling.
_CERTAIN = {"E112", "E117", "E118"}
_KEY_BEFORE = re.compile(r"[ \t]*(?:- +)*[A-Za-z_]\w*[ \t]*$")
_CHINESE_KEY = re.compile(
    r"(?P<head> *(?:- +)*)(?P<key>[^\s:：#“”\"'，。、-]{1,12})[ \t]*(?P<colon>：)(?P<space>[ \u3000]*)"
)


@dataclass(frozen=True)
class Reading:
    """What was read of a text: its data, the source in which its places are found, and the problems on the way.

    `complete` tells that the data is all that the editor meant, so that what it lacks can be held against it.
    """

    data: Data
    source: SourceText
    problems: tuple[Problem, ...]
    complete: bool


def read(source: SourceText) -> Reading:
    """Read a text as `parse` does; mend what keeps it from being read, and report that."""
    try:
        data, problems = parse(source)
    except NotYaml as error:
        return _read_mended(source, slips(source)) or Reading(None, source, (_unknown(source, error),), False)
    if len(problems) > MOST:
        return Reading(data, source, tuple(problems), False)
    refused = any(problem.code in ("E107", "E108") for problem in problems)
    found = slips(source) if refused else _swallowed(source, data)
    reading = _read_mended(source, found) if found else None
    if reading:
        return reading
    if data is not None:
        problems = [*problems, *enough(hidden_problems(source))]
    return Reading(data, source, tuple(problems), not refused)


def _swallowed(source: SourceText, data: Data) -> list[Slip]:
    """Return the slips of lines that YAML took for the rest of the line above, or for a field with an odd name."""
    if data is None or not any(sign.search(f"\n{source.text}") for sign in _SUSPICIOUS):
        return []
    among: set[int] = set()
    before = -1
    for scalar in scalars(source):
        (first, column), (last, _) = source.place(scalar.start), source.place(scalar.end)
        # Only the first of a line may: the others need not be looked at, and a line may have many.
        begins = first != before and not source.lines[first][:column].strip(" -")
        before = first
        if not scalar.style and (
            last > first
            or isinstance(data, str)
            or (begins and (scalar.is_key or source.text.startswith(_DASHES, scalar.start)))
        ):
            among.update(range(first + (not begins), last + 1))
    return list(enough(slips(source, among)))


def _read_mended(source: SourceText, found: Iterable[Slip]) -> Reading | None:
    """Return what is read of a text when slips, and mistakes that come to light then, are mended."""
    edits: dict[int, list[Edit]] = defaultdict(list)
    problems = [slip.problem for slip in enough(found) if _take(edits, slip)]
    complete = True
    if len(problems) > MOST:
        return Reading(None, source, tuple(problems), False)
    for _ in range(min(_TIMES, 1 + _CHARACTERS // (len(source.text) + 1))):
        current = source.mended(edits)
        try:
            data, others = parse(current)
            others = [*others, *enough(hidden_problems(current))] if data is not None else others
            return Reading(data, current if problems else source, (*problems, *others), complete)
        except NotYaml as error:
            slip = _in_context(current, error)
        if slip is None or not _take(edits, _as_typed(slip, current)):
            break
        problems.append(slip.problem)
        complete = complete and slip.problem.code in _CERTAIN
    return Reading(None, source, tuple(problems), False) if problems else None


def _take(edits: dict[int, list[Edit]], slip: Slip) -> bool:
    """Add a slip's edits to those of its line, when none of them is in their way."""
    taken = edits[slip.line]
    if any(_is_taken(taken, edit) for edit in slip.edits):
        return False
    for edit in slip.edits:
        insort(taken, edit)
    return True


def _is_taken(taken: list[Edit], edit: Edit) -> bool:
    """Tell whether an edit is among others, which are in order, or overlaps one of them."""
    at = bisect_left(taken, edit)
    if at < len(taken) and taken[at] == edit:
        return True
    # As they do not overlap each other, the last that begins before this one ends is the one that reaches farthest.
    before = bisect_left(taken, edit.end, key=attrgetter("start")) - 1
    return before >= 0 and edit.start < taken[before].end


def _as_typed(slip: Slip, source: SourceText) -> Slip:
    """Return a slip found in a mended text with edits of the text as it was typed."""
    edits = (
        Edit(source.typed_column(slip.line, edit.start), source.typed_column(slip.line, edit.end), edit.text)
        for edit in slip.edits
    )
    return Slip(slip.line, slip.problem, tuple(edits))


def _unknown(source: SourceText, error: NotYaml) -> Problem:
    span = source.span(*error.place)
    backslash = "\\" in span.text and '"' in span.text
    hint = "双引号里不能有 \\，改用单引号" if backslash else "请对照手册里的例子看这一行和上一行"
    return Problem(span, "E102", "不是正确的 YAML，读到这里读不下去了", hint)


def _in_context(source: SourceText, error: NotYaml) -> Slip | None:
    """Return the mistake that shows only in what stands around it, with the edits that let reading go on."""
    line, column = error.context if error.context and "find expected ':'" in error.reason else error.place
    text = source.lines[line] if line < len(source.lines) else ""
    if error.context and (
        "quoted" in error.reason or "end of stream" in error.reason or "document indicator" in error.reason
    ):
        return _unclosed(source, *error.context)
    if "',' or" in error.reason and error.context:
        return _unclosed(source, *error.context)
    if "mapping values" in error.reason:
        return _unexpected_colon(source, line, column, text)
    if "could not find expected ':'" in error.reason:
        return _no_colon(source, line, text)
    if "did not find expected" in error.reason:
        return _misplaced(source, line, text)
    return None


def _unclosed(source: SourceText, line: int, column: int) -> Slip | None:
    """Return the problem of a quotation mark or a bracket that nothing closes; it is closed at the end of its line."""
    text = source.lines[line].rstrip()
    opening = text[column : column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, opening)
    edit = Edit(len(text), len(text), closing)
    if opening in "[{":
        message = f"{opening} 没有配对的 {closing}"
        return Slip(
            line, Problem(source.span(line, column), "E131", message, f"补上 {closing}，或者" + QUOTE_HINT[1:]), (edit,)
        )
    message = f"引号 {opening} 没有配对"
    return Slip(line, Problem(source.span(line, column), "E117", message, f"在这句的末尾补上 {closing}"), (edit,))


def _unexpected_colon(source: SourceText, line: int, column: int, text: str) -> Slip | None:
    """Return what a colon shows that stands where none can: in a text, or behind a field that is out of line."""
    above = _line_above(source, line)
    if not _KEY_BEFORE.match(text[:column]):
        edit = Edit(column, column + 1, "：")
        problem = Problem(
            source.span(line, column), "E118", "文字里有半角冒号", "改用全角的 “：”，或者" + QUOTE_HINT[1:]
        )
        return Slip(line, problem, (edit,))
    if above is not None and _indent(source.lines[above]) >= _indent(text):
        return _no_colon(source, above, source.lines[above])
    return _out_of_line(source, line, text)


def _no_colon(source: SourceText, line: int, text: str) -> Slip | None:
    """Return the problem of a line that is neither a field nor an item."""
    start = _indent(text)
    if match := _CHINESE_KEY.match(text):
        at, after = match.start("colon"), match.end()
        problem = Problem(source.span(line, at), "E112", f"“{match['key']}” 后面是全角冒号", "改用半角冒号，后面空一格")
        return Slip(line, problem, (Edit(at, after, ": "),))
    above = _line_above(source, line)
    if above is not None and line and _indent(source.lines[line - 1]) > start and not _is_structural(source, line - 1):
        return _misplaced(source, line, text)
    if above is not None and re.search(r"[:-] +[|>][-+0-9]*[ \t]*$", source.lines[above]):
        return _out_of_line(source, line, text, _content_column(source.lines[above]) + 2)
    words = re.match(r"[ \t]*(?:- +)*([a-z_]+)([ \t]+)(?=\S)", text)
    span = source.span(line, start, len(text))
    if words:
        edit = Edit(words.end(1), words.end(), ": ")
        problem = Problem(span, "E129", f"“{words[1]}” 后面没有冒号", "写成 “字段: 内容”，冒号用半角，后面空一格")
        return Slip(line, problem, (edit,))
    problem = Problem(span, "E129", "这一行不是 “字段: 内容”，也不是列表的一项", "上一行的文字要接着写，就缩进这一行")
    return Slip(line, problem, (Edit(0, 0, "#"),))


def _misplaced(source: SourceText, line: int, text: str) -> Slip | None:
    """Return the problem of a line whose indentation fits none of the lines above it."""
    above = _lines_above(source, line)
    before = source.lines[line - 1] if line else ""
    words = text.strip()
    if words.startswith("- "):
        fitting = [_indent(source.lines[number]) for number in above if source.lines[number].lstrip().startswith("- ")]
        if not fitting:
            return _list_without_field(source, line, text)
    elif not re.match(r"[^\s:：]+[:：]", words) and before.strip() and _indent(before) > _indent(text):
        # The rest of a text that stands further right.
        fitting = [_indent(before)]
    else:
        fitting = [_content_column(source.lines[number]) for number in above]
    indent = _indent(text)
    fitting = [level for level in fitting if level != indent]
    if not words or not fitting:
        return None
    return _out_of_line(source, line, text, min(fitting, key=lambda level: (abs(level - indent), -level)))


def _list_without_field(source: SourceText, line: int, text: str) -> Slip:
    """Return the problem of a list that begins where no field is waiting for one; it is passed over."""
    indent = _indent(text)
    hint = "列表的上一行只写字段名和冒号，例如 names:"
    problem = Problem(source.span(line, indent, len(text)), "E133", "列表不能从这里开始", hint)
    return Slip(line, problem, (Edit(0, 0, "#"),))


def _out_of_line(source: SourceText, line: int, text: str, wanted: int | None = None) -> Slip | None:
    """Return the problem of a line that is indented too far or too little; it is moved to `wanted`."""
    indent = _indent(text)
    if wanted is None:
        above = _line_above(source, line)
        wanted = _content_column(source.lines[above]) if above is not None else 0
    if wanted == indent:
        return None
    message = f"缩进不对：前面空了 {indent} 格" if indent else "缩进不对：前面没有空格"
    hint = f"这里应当空 {wanted} 格" if wanted else "这里不要空格"
    problem = Problem(source.span(line, indent, len(text)), "E128", message, hint)
    return Slip(line, problem, (Edit(0, indent, " " * wanted),))


def _is_structural(source: SourceText, line: int) -> bool:
    return line in _lines_above(source, line + 1)


def _line_above(source: SourceText, line: int) -> int | None:
    return next(iter(_lines_above(source, line)), None)


def _lines_above(source: SourceText, line: int) -> list[int]:
    """Return the numbers of the structural lines before `line`, the nearest first."""
    return [number for number in structural_lines(source.lines[:line])][::-1]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _content_column(text: str) -> int:
    """Return the column of a line's field or text, behind the dashes."""
    return always(_BEFORE_CONTENT, text).end()
