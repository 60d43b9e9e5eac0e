"""YAML text → plain data, and from a path inside the data back to the line and column it was written at.

Two decisions keep this true to what the editor typed. Every scalar is a string: YAML's own guesses (`no` is False,
`012` is 10, `1:30` is 90) never happen, the schema decides what a value means. And what YAML would drop or copy in
silence is refused: duplicate keys, anchors and aliases, tags, second documents.

Positions are looked for only when something is wrong: the text is composed again and the path walked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from .problems import Problem, Span

Data = dict[str, "Data"] | list["Data"] | str | None
Path = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 40

_LOADER = yaml.CBaseLoader
# What YAML calls non-printable, and the three line breaks that no editor shows as one.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NESTED_IN_A_LINE = re.compile(r"(?:[-?:][ \t]+){3}")
_EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Source:
    """One text file as it was read, without a byte order mark and with `\\n` between lines.

    `path` is what reports call it.

    `first_line` is the number of lines that stand before the text in its file (a page's front matter has one).
    """

    path: str
    text: str
    first_line: int = 0

    def span(self, line: int, column: int) -> Span:
        """Return the span of a line and a column that count from 0."""
        return Span(self.path, line + self.first_line + 1, column + 1)

    def span_at(self, offset: int) -> Span:
        """Return the span of the character at `offset`."""
        return self.span(self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset) - 1)


def decode(path: str, content: bytes) -> Source | Problem:
    """Decode a file's bytes as UTF-8, or say where it stops being UTF-8."""
    try:
        text = content.decode("utf-8-sig")
        return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8-sig", errors="ignore")
        return Problem(Source(path, good).span_at(len(good)), "E101", "文件不是 UTF-8 编码", "请另存为 UTF-8")


def parse(source: Source) -> tuple[Data, list[Problem]]:
    """Parse one YAML document into dicts, lists, strings and None (nothing was written after the colon)."""
    if problem := _unreadable(source):
        return None, [problem]
    try:
        if refused := list(_refused_events(source)):
            return None, refused
        node = yaml.compose(source.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = source.span(mark.line, mark.column) if mark else source.span(0, 0)
        if "another document" in (error.problem or ""):
            return None, [Problem(span, "E105", "一个文件里只能有一份记录，这里开始了第二份", "请删去 --- 或另建文件")]
        return None, [Problem(span, "E102", "不是正确的 YAML，读到这里读不下去了")]
    except yaml.YAMLError:
        return None, [Problem(source.span(0, 0), "E102", "不是正确的 YAML")]
    if node is None:
        return None, [Problem(source.span(0, 0), "E103", "文件是空的")]
    problems: list[Problem] = []
    data = _construct(node, source, problems)
    return data, problems


def locate(source: Source, path: Path) -> Span:
    """Return where the value at `path` is written; for an empty value its key.

    A step that leads nowhere is passed over: a discriminated union puts its tag into the path, and a missing field
    is shown at the mapping that misses it.
    """
    node = yaml.compose(source.text, Loader=_LOADER)
    key = None
    for step in path:
        if isinstance(node, yaml.MappingNode):
            for candidate, value in node.value:
                if candidate.value == step:
                    key, node = candidate, value
                    break
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
    empty = isinstance(node, yaml.ScalarNode) and node.style is None and node.value in _EMPTY
    mark = (key if empty and key is not None else node).start_mark
    return source.span(mark.line, mark.column)


def locate_key(source: Source, path: Path) -> Span:
    """Return where the key at the end of `path` is written."""
    node = yaml.compose(source.text, Loader=_LOADER)
    found = node.start_mark
    for step in path:
        if isinstance(node, yaml.MappingNode):
            for candidate, value in node.value:
                if candidate.value == step:
                    found, node = candidate.start_mark, value
                    break
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
    return source.span(found.line, found.column)


def locate_text(source: Source, path: Path, needle: str) -> Span:
    """Return where `needle` first occurs inside the value at `path`, or the value's own place."""
    start = locate(source, path)
    offset = 0
    for _ in range(start.line - 1 - source.first_line):
        offset = source.text.find("\n", offset) + 1
    found = source.text.find(needle, offset + start.column - 1)
    return source.span_at(found) if found >= 0 else start


def _unreadable(source: Source) -> Problem | None:
    if len(source.text) > MAX_CHARACTERS:
        return Problem(source.span(0, 0), "E104", f"文件太大，最多 {MAX_CHARACTERS} 个字符")
    if match := _FORBIDDEN.search(source.text):
        return Problem(
            source.span_at(match.start()), "E106", f"这里有一个看不见的控制字符 U+{ord(match[0]):04X}", "请删去"
        )
    return None


def _refused_events(source: Source) -> Iterator[Problem]:
    """Yield anchors, aliases, tags and nesting that is too deep.

    Composing recurses in C, where bottomless nesting ends the process: events are read first, but only for a text
    that has the characters such things are made of.
    """
    text = source.text
    nesting = text.count("[") + text.count("{") > MAX_DEPTH or " " * MAX_DEPTH in text or _NESTED_IN_A_LINE.search(text)
    if not nesting and not any(character in text for character in "&*!"):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
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


def _construct(node: yaml.Node, source: Source, problems: list[Problem]) -> Data:
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _EMPTY else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, source, problems) for item in node.value]
    data: dict[str, Data] = {}
    for key, value in node.value:
        span = source.span(key.start_mark.line, key.start_mark.column)
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(span, "E110", "字段名必须是一个词"))
        elif key.value in data:
            problems.append(Problem(span, "E111", f"字段 “{key.value}” 写了两次", "请删去一个"))
        else:
            data[key.value] = _construct(value, source, problems)
    return data
