"""From a path inside of data back to where it was typed, and what a text has beside its data.

Positions are looked for only when something is wrong: the text is composed again and the path walked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import yaml

from ..problems.problems import Problem, Span
from ..problems.typed import Edit, FieldPath, SourceText
from .parsing import EMPTY, TextLoader, span_of

# What may be outside of the words: a tab, or where a comment begins.
_OUTSIDE = re.compile(r"\t|(?<!\S)#")
_OPENING, _CLOSING = "《〈（“「【", "》〉）”」】"


def locate(source: SourceText, path: FieldPath) -> Span:
    """Return where the value at `path` is written; for an empty value its key."""
    key, node = _find(source, path)
    empty = isinstance(node, yaml.ScalarNode) and not node.style and node.value in EMPTY
    return span_of(source, key if empty and key is not None else node)


def locate_key(source: SourceText, path: FieldPath) -> Span:
    """Return where the key at the end of `path` is written."""
    key, node = _find(source, path)
    return span_of(source, node if key is None else key)


def rewritten(source: SourceText, path: FieldPath, text: str, key: bool = False) -> tuple[int, Edit] | None:
    """Return the edit that puts `text` in the place of the value at `path`, or of its key, and its line from 0.

    None when it is written over several lines, or is no word.
    """
    found, node = _find(source, path)
    node = found if key and found is not None else node
    if not isinstance(node, yaml.ScalarNode):
        return None
    start, end = node.start_mark, node.end_mark
    return (start.line, Edit(start.column, end.column, text)) if start.line == end.line else None


def locate_texts(source: SourceText, path: FieldPath, scheme: str, address: str) -> list[Span]:
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


def scalars(source: SourceText) -> Iterator[Scalar]:
    """Yield every scalar of a text that can be read, in the order of the text."""
    yield from _scalars(_composed(source.text).root, False)


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


def _find(source: SourceText, path: FieldPath) -> tuple[yaml.Node | None, yaml.Node]:
    """Return the value at `path` and its key, None for an item of a list.

    A step that leads nowhere is passed over: a discriminated union puts its tag (`type`) into the path, and a missing
    field is shown at the mapping that misses it.
    """
    tree = _composed(source.text)
    key, node = None, tree.root
    for before, step, after in zip((None, *path), path, (*path[1:], None), strict=False):
        if isinstance(node, yaml.MappingNode):
            fields = tree.fields(node)
            is_tag = (
                isinstance(before, int) and after is not None and "type" in fields and fields["type"][1].value == step
            )
            if step in fields and not is_tag:
                key, node = fields[step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
    return key, node


def hidden_problems(source: SourceText) -> Iterator[Problem]:
    """Yield what a text that can be read has outside of its words: tabs, and words that a comment has cut off.

    Of every line only the first, and nothing behind the beginning of a comment.
    """
    text = source.text
    if "\t" not in text and " #" not in text:
        return
    inside = list(scalars(source))
    starts = [one.start for one in inside]
    done = 0
    for match in _OUTSIDE.finditer(text):
        offset = match.start()
        if offset < done:
            continue
        at = bisect_right(starts, offset) - 1
        if at >= 0 and offset < inside[at].end and (match[0] == "#" or _may_have_tabs(text, inside[at], offset)):
            continue
        begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
        done = end if end >= 0 else len(text)
        if problem := _outside(source, text[begin:offset], text[offset:done], offset):
            yield problem


def _may_have_tabs(text: str, scalar: Scalar, offset: int) -> bool:
    """Tell whether a tab may stand at a place of a word or a text.

    YAML's readers do not agree on tabs in texts without quotation marks, nor behind | and >.
    """
    return bool(scalar.style) and (scalar.style in "'\"" or text.find("\n", scalar.start, offset) >= 0)


def _outside(source: SourceText, before: str, rest: str, offset: int) -> Problem | None:
    """Return the problem of a tab or a comment that begins at `offset`, between the two parts of its line."""
    if rest[0] == "\t":
        # On a line that is blank as well: there are readers that stop at it.
        return Problem(source.span_at(offset), "E113", "这里有制表符（Tab 键）", "改用空格")
    is_open = max(map(before.rfind, _OPENING)) > max(map(before.rfind, _CLOSING))
    if not before.strip() or (re.match(r"#(?:[ \t]|#|$)", rest) and not is_open):
        return None
    hint = "是文字的一部分，给整句加上半角单引号；是说明，在 # 后面空一格"
    return Problem(source.span_at(offset, len(rest.rstrip())), "E119", "# 和后面的字不会出现在网站上", hint)


class _Tree:
    """A composed text, with the fields of its mappings by their names."""

    def __init__(self, root: yaml.Node) -> None:
        self.root = root
        self._fields: dict[yaml.MappingNode, dict[str, tuple[yaml.ScalarNode, yaml.Node]]] = {}

    def fields(self, node: yaml.MappingNode) -> dict[str, tuple[yaml.ScalarNode, yaml.Node]]:
        """Return the pairs of a mapping by their key; of two with the same one the first, as in the data."""
        if node not in self._fields:
            pairs = (pair for pair in reversed(node.value) if isinstance(pair[0], yaml.ScalarNode))
            self._fields[node] = {pair[0].value: pair for pair in pairs}
        return self._fields[node]


# The problems of one file are looked for one after the other.
@lru_cache(maxsize=2)
def _composed(text: str) -> _Tree:
    return _Tree(cast("yaml.Node", yaml.compose(text, Loader=TextLoader)))
