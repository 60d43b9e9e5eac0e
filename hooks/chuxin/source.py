"""YAML text → plain data, and from a path inside the data back to the line and column it was written at.

Two decisions keep this true to what the editor typed. Every scalar is a string: YAML's own guesses (`no` is False,
`012` is 10, `1:30` is 90) never happen, the schema decides what a value means. And what YAML would drop or copy in
silence is refused: duplicate keys, anchors and aliases, tags, second documents.

Positions are looked for only when something is wrong: the text is composed again and the path walked.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml

from .problems import Problem, Span

Data = dict[str, "Data"] | list["Data"] | str | None
Path = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 40

_LOADER = yaml.CBaseLoader
# What YAML calls non-printable, and the three line breaks that no editor shows as one.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
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
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return Source(path, _with_newlines(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        good = _with_newlines(content[: error.start].decode("utf-8"))
        return Problem(Source(path, good).span_at(len(good)), "E101", "文件不是 UTF-8 编码", "请另存为 UTF-8")


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
        # The end of the text is where its last word ends, not the line after it.
        span = source.span_at(min(mark.index, len(source.text.rstrip()))) if mark else source.span(0, 0)
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


def too_large(span: Span) -> Problem:
    """Return the problem of a file that is longer than a record or a page may be."""
    return Problem(span, "E104", f"文件太大，最多 {MAX_CHARACTERS} 个字符")


def locate(source: Source, path: Path) -> Span:
    """Return where the value at `path` is written; for an empty value its key."""
    key, node = _find(source, path)
    empty = isinstance(node, yaml.ScalarNode) and not node.style and node.value in _EMPTY
    mark = (key if empty and key is not None else node).start_mark
    return source.span(mark.line, mark.column)


def locate_key(source: Source, path: Path) -> Span:
    """Return where the key at the end of `path` is written."""
    key, node = _find(source, path)
    mark = (node if key is None else key).start_mark
    return source.span(mark.line, mark.column)


def locate_texts(source: Source, path: Path, scheme: str, address: str) -> list[Span]:
    """Return where a Markdown text at `path` links an address, each time; at worst the value's own place.

    The place is that of the address, after its scheme.
    """
    node = _find(source, path)[1]
    value = source.text[node.start_mark.index : node.end_mark.index]
    # What follows an address ends it: /about is not found in /about/.
    pattern = rf"[(<]\s*<?{re.escape(scheme)}({re.escape(address)})(?=[\s)>?#\"'])"
    found = [match.start(1) + node.start_mark.index for match in re.finditer(pattern, value)]
    return [source.span_at(offset) for offset in found] or [locate(source, path)]


def _find(source: Source, path: Path) -> tuple[yaml.Node | None, yaml.Node]:
    """Return the value at `path` and its key, None for an item of a list.

    A step that leads nowhere is passed over: a discriminated union puts its tag (`type`) into the path, and a missing
    field is shown at the mapping that misses it.
    """
    key, node = None, _composed(source.text)
    for before, step, after in zip((None, *path), path, (*path[1:], None), strict=False):
        if isinstance(node, yaml.MappingNode):
            fields = {pair[0].value: pair for pair in node.value}
            is_tag = (
                isinstance(before, int) and after is not None and "type" in fields and fields["type"][1].value == step
            )
            if step in fields and not is_tag:
                key, node = fields[step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
    return key, node


# The problems of one file are looked for one after the other.
@lru_cache(maxsize=2)
def _composed(text: str) -> yaml.Node:
    return yaml.compose(text, Loader=_LOADER)


def _unreadable(source: Source) -> Problem | None:
    if len(source.text) > MAX_CHARACTERS:
        return too_large(source.span(0, 0))
    if match := _FORBIDDEN.search(source.text):
        return _control_character(source.span_at(match.start()), match[0])
    return None


def _control_character(span: Span, character: str) -> Problem:
    return Problem(span, "E106", f"这里有一个看不见的控制字符 U+{ord(character):04X}", "请删去")


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
        if node.style == '"' and (match := _FORBIDDEN.search(node.value)):
            problems.append(_control_character(source.span(node.start_mark.line, node.start_mark.column), match[0]))
        return None if not node.style and node.value in _EMPTY else node.value
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
