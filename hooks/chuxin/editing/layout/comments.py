"""The comments and the blank lines of a record, which the tree that YAML is read into leaves out.

Texts may hold `#` and blank lines of their own: only what stands between them is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ...words.patterns import always

# A line that begins or ends a document sets apart what stands around it, as a blank line does.
_NOTE = re.compile(r"#[^\n]*|^(?:[ \t]*\n)+|^(?:---|\.\.\.)(?!\S)", re.MULTILINE)
_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True)
class Note:
    """A comment from its `#` on, or, when it has no text, one or more blank lines. Places count from 0."""

    index: int
    line: int
    column: int
    text: str
    has_own_line: bool


def notes(text: str, root: yaml.Node) -> list[Note]:
    """Return what stands between the texts of a record, in its order. `root` is the record's tree."""
    found = []
    line = counted = position = 0
    for start, end in (*_texts(text, root), (len(text), len(text))):
        for match in _NOTE.finditer(text, position, start):
            index = match.start()
            line, counted = line + text.count("\n", counted, index), index
            column = index - text.rfind("\n", 0, index) - 1
            shown = match[0].rstrip(" \t") if match[0][0] == "#" else ""
            found.append(Note(index, line, column, shown, not text[index - column : index].strip(" \t")))
        position = end
    return found


def _texts(text: str, node: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield from where to where each key and each value of a tree is written."""
    if isinstance(node, yaml.ScalarNode):
        yield _block(text, node) if node.style in ("|", ">") else (node.start_mark.index, node.end_mark.index)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(text, item)
    else:
        for key, value in node.value:
            yield from _texts(text, key)
            yield from _texts(text, value)


def _block(text: str, node: yaml.ScalarNode) -> tuple[int, int]:
    """Return where the lines of a `|` or `>` text are: below the header, without blank lines that are not kept."""
    start, end = node.start_mark.index, node.end_mark.index
    below = text.find("\n", start, end)
    below = end if below < 0 else below
    if "+" in always(_HEADER, text, start)[0]:
        return below, end
    return below, below + len(text[below:end].rstrip(" \t\n"))
