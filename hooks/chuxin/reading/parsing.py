"""YAML text → plain data.

Two decisions keep this true to what the editor typed. Every scalar is a string: YAML's own guesses (`no` is False,
`012` is 10, `1:30` is 90) never happen, the model decides what a value means. And what YAML would drop or copy in
silence is refused: duplicate keys, anchors and aliases, tags, second documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

import yaml

from ..problems.problems import MOST, Problem, Span, enough
from ..problems.typed import MAX_CHARACTERS, SourceText, too_large

Data = dict[str, "Data"] | list["Data"] | str | None

MAX_DEPTH = 40


class TextLoader(yaml.CBaseLoader):
    """Reads every scalar as text: what YAML would resolve it to need not be asked for."""

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node: none."""
        return ""

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Do nothing."""

    def ascend_resolver(self) -> None:
        """Do nothing."""


# What YAML calls non-printable, and the three line breaks that no editor shows as one.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# What may be an anchor, an alias or a tag; the ** of Markdown is none.
_MARKED = re.compile(r"[&*!](?<![^\s\[{,][&*!])(?:(?<=!)|[A-Za-z0-9_-])")
_NESTED_IN_A_LINE = re.compile(r"[-?:][ \t]+[-?:][ \t]+[-?:][ \t]")
# A text of several lines with a comment right behind its mark, on which YAML's readers do not agree.
_MARK_AND_SIGN = re.compile(r"([|>][-+0-9]*)#")
EMPTY = {"", "~", "null", "Null", "NULL"}


class NotYaml(Exception):
    """A text that is not YAML. Places count lines and columns from 0.

    `place` is where reading stopped, `context` where what was being read there began.
    """

    def __init__(self, reason: str, place: tuple[int, int], context: tuple[int, int] | None) -> None:
        super().__init__(reason)
        self.reason, self.place, self.context = reason, place, context


def parse(source: SourceText) -> tuple[Data, list[Problem]]:
    """Parse one YAML document into dicts, lists, strings and None (nothing was written after the colon).

    Raises NotYaml for a text that cannot be read to its end. Where data comes beside problems, it is what is left
    without them.
    """
    if problem := _unreadable(source):
        return None, [problem]
    try:
        if refused := list(enough(_refused_events(source))):
            return None, refused
        node = yaml.compose(source.text, Loader=TextLoader)
    except yaml.YAMLError as error:
        return None, [_second_document(source, error)]
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.style and node.value in EMPTY):
        return None, [Problem(source.span(0, 0), "E103", "文件是空的", "写上内容，或者删去这个文件")]
    problems: list[Problem] = []
    data = _construct(node, source, problems)
    return data, problems


def _second_document(source: SourceText, error: yaml.YAMLError) -> Problem:
    """Return the problem of a second record in a file; raise NotYaml for any other error."""
    problem, mark, context = (getattr(error, name, None) for name in ("problem", "problem_mark", "context_mark"))
    mark = mark or context
    if mark is None:
        raise NotYaml(str(problem or ""), (0, 0), None) from None
    # The end of the text is where its last word ends, not the line after it.
    offset = min(mark.index, len(source.text.rstrip()))
    if "another document" in (problem or ""):
        message = "一个文件里只能有一份记录，这里开始了第二份"
        return Problem(source.span_at(offset, 3), "E105", message, "请删去 --- 或另建文件")
    raise NotYaml(problem or "", source.place(offset), (context.line, context.column) if context else None) from None


def _unreadable(source: SourceText) -> Problem | None:
    if len((source.typed or source).text) > MAX_CHARACTERS:
        return too_large(source.span(0, 0))
    if match := _FORBIDDEN.search(source.text):
        return _control_character(source.span_at(match.start()), match[0])
    return None


def _swallowed_items(node: yaml.ScalarNode, source: SourceText) -> Iterator[Problem]:
    """Yield the lines of a text that look like items of a list, which YAML takes for the rest of the line above."""
    first = node.start_mark
    if node.end_mark.line == first.line:
        return
    is_item = not source.lines[first.line][: first.column].strip(" -")
    for line in range(first.line + 1, node.end_mark.line + 1):
        text = source.lines[line]
        if text.lstrip().startswith("- "):
            at = len(text) - len(text.lstrip())
            span = source.span(line, at, len(text))
            if is_item:
                hint = f"与上面的 - 对齐，前面空 {max(first.column - 2, 0)} 格；是文字的一部分，就用 |- 写"
                yield Problem(span, "E128", f"缩进不对：前面空了 {at} 格", hint)
            else:
                yield Problem(span, "E133", "列表不能从这里开始", "列表的上一行只写字段名和冒号，例如 names:")


def _wide_commas(node: yaml.SequenceNode, source: SourceText) -> Iterator[Problem]:
    """Yield the first full-width comma of every item of a list in brackets: does it divide, or belong to the text?"""
    for item in node.value:
        if isinstance(item, yaml.ScalarNode) and not item.style and (comma := re.search("[，、]", item.value)):
            span = source.span_at(source.text.index(comma[0], item.start_mark.index))
            hint = "分隔各项用半角逗号加空格；是文字的一部分，请给这一项加引号"
            yield Problem(span, "E127", f"方括号里有 “{comma[0]}”", hint)


def _control_character(span: Span, character: str) -> Problem:
    return Problem(span, "E106", f"这里有一个看不见的控制字符 U+{ord(character):04X}", "请删去")


def _refused_events(source: SourceText) -> Iterator[Problem]:
    """Yield anchors, aliases, tags and nesting that is too deep.

    Composing recurses in C, where bottomless nesting ends the process: events are read first, but only for a text
    that has the characters such things are made of.
    """
    text = source.text
    nesting = text.count("[") + text.count("{") > MAX_DEPTH or " " * MAX_DEPTH in text or _NESTED_IN_A_LINE.search(text)
    if not nesting and not (any(sign in text for sign in "&*!") and _MARKED.search(text)):
        return
    depth = 0
    for event in yaml.parse(text, Loader=TextLoader):
        mark = cast("yaml.Mark", event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Problem(
                source.span(mark.line, mark.column),
                "E107",
                "记录里不用 & 和 * 开头的写法",
                "要写这个符号，请给整句加引号",
            )
        elif getattr(event, "tag", None):
            yield Problem(
                source.span(mark.line, mark.column), "E108", "记录里不用 ! 开头的写法", "要写这个符号，请给整句加引号"
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                yield Problem(source.span(mark.line, mark.column), "E109", f"层次太深，最多 {MAX_DEPTH} 层")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _construct(node: yaml.Node, source: SourceText, problems: list[Problem]) -> Data:
    if isinstance(node, yaml.ScalarNode):
        if node.style == '"' and (match := _FORBIDDEN.search(node.value)):
            problems.append(_control_character(source.span(node.start_mark.line, node.start_mark.column), match[0]))
        if node.style in ("|", ">") and (mark := _MARK_AND_SIGN.match(source.text, node.start_mark.index)):
            span = source.span_at(node.start_mark.index, len(mark[1]))
            problems.append(Problem(span, "E130", f"{mark[1]} 后面不能接着写字", "从下一行开始写，并缩进"))
        if not node.style and " - " in node.value:
            problems.extend(_swallowed_items(node, source))
        return None if not node.style and node.value in EMPTY else node.value
    if isinstance(node, yaml.SequenceNode):
        if node.flow_style:
            problems.extend(_wide_commas(node, source))
        return [_construct(item, source, problems) for item in node.value]
    return _fields(cast("yaml.MappingNode", node), source, problems)


def _fields(node: yaml.MappingNode, source: SourceText, problems: list[Problem]) -> dict[str, Data]:
    data: dict[str, Data] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(span_of(source, key), "E110", "字段名必须是一个词"))
        elif key.value in data:
            if len(problems) <= MOST:
                problems.append(Problem(span_of(source, key), "E111", f"字段 “{key.value}” 写了两次", "请删去一个"))
        else:
            data[key.value] = _construct(value, source, problems)
    return data


def span_of(source: SourceText, node: yaml.Node) -> Span:
    """Return the span of a scalar; of anything longer, where it begins, with its first key."""
    start = node.start_mark
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        node = node.value[0][0]
    end = node.end_mark
    length = end.column - start.column if end.line == start.line else MAX_CHARACTERS
    if isinstance(node, yaml.SequenceNode) or getattr(node, "style", None) in ("|", ">"):
        length = 1
    return source.span(start.line, start.column, length)
