"""YAML text → plain data, and from a path inside the data back to the line and column it was written at.

Two decisions keep this true to what the editor typed. Every scalar is a string: YAML's own guesses (`no` is False,
`012` is 10, `1:30` is 90) never happen, the schema decides what a value means. And what YAML would drop or copy in
silence is refused: duplicate keys, anchors and aliases, tags, second documents.

Positions are looked for only when something is wrong: the text is composed again and the path walked. A text that was
mended to be read on (`mending`) is a source of its own, which leads every place back to what was typed.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import yaml

from .problems import Problem, Span

Data = dict[str, "Data"] | list["Data"] | str | None
Path = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 40


class _LOADER(yaml.CBaseLoader):
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
# A comment behind a text, without a space or behind something that was opened and not closed.
_CUT = re.compile(r"[ \t]#(?=[^\s#])|[《〈（“「【][^》〉）”」】\n]*[ \t]#(?=\s)")
_EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, order=True)
class Edit:
    """What mends a line: the characters from `start` to `end` of it, counted from 0, become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """One text file as it was read, without a byte order mark and with `\\n` between lines.

    `path` is what reports call it.

    `first_line` is the number of lines that stand before the text in its file (a page's front matter has one).

    A mended source has the `typed` one, and for each mended line, counted from 0, the edits that made it.
    """

    path: str
    text: str
    first_line: int = 0
    typed: Source | None = field(default=None, compare=False)
    edits: Mapping[int, tuple[Edit, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the span of a line and a column that count from 0, as it was typed."""
        if self.typed is not None:
            start, end = (self.typed_column(line, at) for at in (column, column + length))
            return self.typed.span(line, start, max(1, end - start))
        text = self.lines[line] if line < len(self.lines) else ""
        length = max(1, min(length, len(text) - column))
        return Span(self.path, line + self.first_line + 1, column + 1, length, text)

    def span_at(self, offset: int, length: int = 1) -> Span:
        """Return the span of the character at `offset`, and of those after it."""
        return self.span(self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset) - 1, length)

    def typed_column(self, line: int, column: int) -> int:
        """Return where what stands at `column` of a line was typed, which differs on a mended line."""
        shift = 0
        for edit in sorted(self.edits.get(line, ())):
            if column < edit.start + shift:
                break
            if column < edit.start + shift + len(edit.text):
                return edit.start
            shift += len(edit.text) - (edit.end - edit.start)
        return column - shift

    def mended(self, edits: Mapping[int, tuple[Edit, ...]]) -> Source:
        """Return this source with edits applied, none of which overlap."""
        lines = list(self.lines)
        for number, of_line in edits.items():
            for edit in sorted(of_line, reverse=True):
                lines[number] = lines[number][: edit.start] + edit.text + lines[number][edit.end :]
        return Source(self.path, "\n".join(lines), self.first_line, self, edits)


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


class NotYaml(Exception):
    """A text that is not YAML. Places count lines and columns from 0.

    `place` is where reading stopped, `context` where what was being read there began.
    """

    def __init__(self, reason: str, place: tuple[int, int], context: tuple[int, int] | None) -> None:
        super().__init__(reason)
        self.reason, self.place, self.context = reason, place, context


def parse(source: Source) -> tuple[Data, list[Problem]]:
    """Parse one YAML document into dicts, lists, strings and None (nothing was written after the colon).

    Raises NotYaml for a text that cannot be read to its end. Where data comes beside problems, it is what is left
    without them.
    """
    if problem := _unreadable(source):
        return None, [problem]
    try:
        if refused := list(_refused_events(source)):
            return None, refused
        node = yaml.compose(source.text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, [_second_document(source, error)]
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.style and node.value in _EMPTY):
        return None, [Problem(source.span(0, 0), "E103", "文件是空的", "写上内容，或者删去这个文件")]
    problems: list[Problem] = []
    data = _construct(node, source, problems)
    return data, problems


def _second_document(source: Source, error: yaml.YAMLError) -> Problem:
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
    place = source.text.count("\n", 0, offset), offset - source.text.rfind("\n", 0, offset) - 1
    raise NotYaml(problem or "", place, (context.line, context.column) if context else None) from None


def too_large(span: Span) -> Problem:
    """Return the problem of a file that is longer than a record or a page may be."""
    return Problem(span, "E104", f"文件太大，最多 {MAX_CHARACTERS} 个字符")


def locate(source: Source, path: Path) -> Span:
    """Return where the value at `path` is written; for an empty value its key."""
    key, node = _find(source, path)
    empty = isinstance(node, yaml.ScalarNode) and not node.style and node.value in _EMPTY
    return _span_of(source, key if empty and key is not None else node)


def locate_key(source: Source, path: Path) -> Span:
    """Return where the key at the end of `path` is written."""
    key, node = _find(source, path)
    return _span_of(source, node if key is None else key)


def _span_of(source: Source, node: yaml.Node) -> Span:
    """Return the span of a scalar; of anything longer, where it begins, with its first key."""
    start = node.start_mark
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        node = node.value[0][0]
    end = node.end_mark
    length = end.column - start.column if end.line == start.line else MAX_CHARACTERS
    if isinstance(node, yaml.SequenceNode) or getattr(node, "style", None) in ("|", ">"):
        length = 1
    return source.span(start.line, start.column, length)


def rewritten(source: Source, path: Path, text: str, key: bool = False) -> tuple[int, Edit] | None:
    """Return the edit that puts `text` in the place of the value at `path`, or of its key, and its line from 0.

    None when it is written over several lines.
    """
    found, node = _find(source, path)
    node = found if key and found is not None else node
    start, end = node.start_mark, node.end_mark
    return (start.line, Edit(start.column, end.column, text)) if start.line == end.line else None


def locate_texts(source: Source, path: Path, scheme: str, address: str) -> list[Span]:
    """Return where a Markdown text at `path` links an address, each time; at worst the value's own place.

    The place is that of the address, after its scheme.
    """
    node = _find(source, path)[1]
    value = source.text[node.start_mark.index : node.end_mark.index]
    # What follows an address ends it: /about is not found in /about/.
    pattern = rf"[(<]\s*<?{re.escape(scheme)}({re.escape(address)})(?=[\s)>?#\"'])"
    found = [match.start(1) + node.start_mark.index for match in re.finditer(pattern, value)]
    return [source.span_at(offset, len(address)) for offset in found] or [locate(source, path)]


@dataclass(frozen=True)
class Scalar:
    """A word or a text of a file: from `start` to `end` of the source's text, without quotation marks around it.

    `style` is how it is written: "", a quotation mark, or | or > for a text of several lines.
    """

    start: int
    end: int
    style: str
    is_key: bool


def scalars(source: Source) -> Iterator[Scalar]:
    """Yield every scalar of a text that can be read, in the order of the text."""
    yield from _scalars(_composed(source.text), False)


def _scalars(node: yaml.Node, is_key: bool) -> Iterator[Scalar]:
    if isinstance(node, yaml.ScalarNode):
        quote = len(node.style) if node.style in ("'", '"') else 0
        yield Scalar(node.start_mark.index + quote, node.end_mark.index - quote, node.style or "", is_key)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, False)
    else:
        for key, value in node.value:
            yield from _scalars(key, True)
            yield from _scalars(value, False)


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


def unseen(source: Source) -> Iterator[Problem]:
    """Yield what a text that can be read has outside of its words: cut-off words, and tabs."""
    text = source.text
    cuts = [match.end() - 1 for match in _CUT.finditer(text)] if " #" in text or "\t#" in text else []
    tabs = [match.start() for match in re.finditer("\t", text)] if "\t" in text else []
    if not cuts and not tabs:
        return
    inside = list(scalars(source))
    starts = [one.start for one in inside]
    for offset in sorted({*cuts, *tabs}):
        before = text[text.rfind("\n", 0, offset) + 1 : offset]
        # YAML's readers do not agree on tabs in texts without quotation marks.
        nearest = inside[bisect_right(starts, offset) - 1]
        if nearest.start <= offset < nearest.end and (nearest.style or text[offset] == "#"):
            continue
        rest = text[offset : text.find("\n", offset) + 1 or None]
        if text[offset] == "\t":
            if f"{before}{rest}".strip() and not re.search(r"(?:^|\s)#", before):
                yield Problem(source.span_at(offset), "E113", "这里有制表符（Tab 键）", "改用空格")
        elif before.strip():
            hint = "是文字的一部分，给整句加上半角单引号；是说明，在 # 后面空一格"
            yield Problem(source.span_at(offset, len(rest.rstrip())), "E119", "# 和后面的字不会出现在网站上", hint)


def _swallowed_items(node: yaml.ScalarNode, source: Source) -> Iterator[Problem]:
    """Yield the lines of a text that look like items of a list, which YAML takes for the rest of the line above."""
    first = node.start_mark
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


def _wide_commas(node: yaml.SequenceNode, source: Source) -> Iterator[Problem]:
    """Yield the first full-width comma of every item of a list in brackets: does it divide, or belong to the text?"""
    for item in node.value:
        if isinstance(item, yaml.ScalarNode) and not item.style and (comma := re.search("[，、]", item.value)):
            span = source.span_at(source.text.index(comma[0], item.start_mark.index))
            hint = "分隔各项用半角逗号加空格；是文字的一部分，请给这一项加引号"
            yield Problem(span, "E127", f"方括号里有 “{comma[0]}”", hint)


def _control_character(span: Span, character: str) -> Problem:
    return Problem(span, "E106", f"这里有一个看不见的控制字符 U+{ord(character):04X}", "请删去")


def _refused_events(source: Source) -> Iterator[Problem]:
    """Yield anchors, aliases, tags and nesting that is too deep.

    Composing recurses in C, where bottomless nesting ends the process: events are read first, but only for a text
    that has the characters such things are made of.
    """
    text = source.text
    nesting = text.count("[") + text.count("{") > MAX_DEPTH or " " * MAX_DEPTH in text or _NESTED_IN_A_LINE.search(text)
    if not nesting and not (any(sign in text for sign in "&*!") and _MARKED.search(text)):
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
        if not node.style and " - " in node.value:
            problems.extend(_swallowed_items(node, source))
        return None if not node.style and node.value in _EMPTY else node.value
    if isinstance(node, yaml.SequenceNode):
        if node.flow_style:
            problems.extend(_wide_commas(node, source))
        return [_construct(item, source, problems) for item in node.value]
    data: dict[str, Data] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(_span_of(source, key), "E110", "字段名必须是一个词"))
        elif key.value in data:
            problems.append(Problem(_span_of(source, key), "E111", f"字段 “{key.value}” 写了两次", "请删去一个"))
        else:
            data[key.value] = _construct(value, source, problems)
    return data
