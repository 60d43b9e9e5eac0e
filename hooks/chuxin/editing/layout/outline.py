"""A record as its editor laid it out: its fields and items, with the comments and blank lines that belong to each.

A comment on a line of its own belongs to what follows it. After the last field of a level it belongs to the level, as
far as it is indented like one; so do commented-out items below a field that has none. A comment behind something
belongs to that.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

import yaml

from ...words.patterns import always
from .comments import Note, notes
from .quoting import written, written_key

_GAP = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
# Inside of brackets nothing is told by indentation.
_NO_COLUMN = sys.maxsize


@dataclass
class Entry:
    """A field, or an item of a list, which has no key. Blank lines are empty strings among the comments before it.

    `lines` are those of a value that is one text, `level` is a value of several; `below` are comments in the place of
    a value.
    """

    key: str | None
    name: str | None
    before: list[str]
    remark: str = ""
    lines: list[str] = field(default_factory=list)
    level: Level | None = None
    below: list[str] = field(default_factory=list)


@dataclass
class Level:
    """The fields of a mapping or the items of a list, and the comments after the last of them."""

    entries: list[Entry] = field(default_factory=list)
    end: list[str] = field(default_factory=list)


def outline(text: str, root: yaml.CollectionNode) -> Level:
    """Return the outline of a record's text; `root` is its tree."""
    reader = _Reader(text, notes(text, root))
    level = reader.level(root, len(text), -1)
    level.end += reader.take(lambda note: True)
    while level.end and not level.end[-1]:
        level.end.pop()
    return level


class _Reader:
    """Walks through the tree; a note is taken by the first that it can belong to."""

    def __init__(self, text: str, found: list[Note]) -> None:
        self.text, self.notes, self.next = text, found, 0

    def take(self, belongs: Callable[[Note], bool]) -> list[str]:
        """Return the texts of the notes that come next, as long as they belong."""
        first = self.next
        while self.next < len(self.notes) and belongs(self.notes[self.next]):
            self.next += 1
        return [note.text for note in self.notes[first : self.next]]

    def level(self, node: yaml.CollectionNode, stop: int, around: int) -> Level:
        """Return the level of a node, which ends before `stop`; `around` is the column of the level around it."""
        column = _NO_COLUMN if node.flow_style else node.start_mark.column
        stop = node.end_mark.index if node.flow_style else stop
        pairs: list[tuple[yaml.ScalarNode | None, yaml.Node]] = (
            node.value if isinstance(node, yaml.MappingNode) else [(None, item) for item in node.value]
        )
        starts = self._starts(node)
        entries = [
            self._entry(key, value, start, until, column)
            for (key, value), start, until in zip(pairs, starts, (*starts[1:], stop), strict=True)
        ]
        if node.flow_style:
            return Level(entries, [*filter(None, self.take(lambda note: note.index < stop))])
        return Level(entries, self._indented(max(column, around + 1), stop))

    def _starts(self, node: yaml.CollectionNode) -> list[int]:
        """Return where each field begins, or the dash of each item."""
        if isinstance(node, yaml.MappingNode):
            return [key.start_mark.index for key, _ in node.value]
        if node.flow_style:
            return [item.start_mark.index for item in node.value]
        ends = (item.end_mark.index for item in node.value[:-1])
        return [node.start_mark.index, *(always(_GAP, self.text, end).end() for end in ends)]

    def _entry(self, key: yaml.ScalarNode | None, value: yaml.Node, start: int, stop: int, column: int) -> Entry:
        before = self.take(lambda note: note.index < start)
        entry = Entry(None, None, before) if key is None else Entry(written_key(key, self.text), key.value, before)
        if isinstance(value, yaml.ScalarNode):
            remarks = self._read_text(entry, value, stop)
        else:
            remarks = self._read_level(entry, cast("yaml.CollectionNode", value), stop, column)
        if not value.value and not getattr(value, "style", None):
            entry.below += self._indented(column + 1, stop)
        if key is None and (entry.level or entry.below):
            # An item begins on the line of its first field and has none of its own for a remark.
            remarks.append("")
        *above, entry.remark = remarks or [""]
        entry.before += filter(None, above)
        return entry

    def _read_text(self, entry: Entry, value: yaml.ScalarNode, stop: int) -> list[str]:
        """Read a value that is one text; return the remarks beside it."""
        # To YAML, a value that is not there may begin where the next field does.
        start = value.start_mark.index if value.value or value.style else 0
        remarks = self._beside(start)
        if between := [*filter(None, self.take(lambda note: note.index < start))]:
            entry.before += [*filter(None, remarks), *between]
            remarks = []
        entry.lines = written(value, self.text)
        return [*remarks, *self._beside(stop)]

    def _read_level(self, entry: Entry, value: yaml.CollectionNode, stop: int, column: int) -> list[str]:
        """Read a value of fields or items; return the remarks beside it."""
        if not value.value:
            entry.below = [*filter(None, self.take(lambda note: note.index < value.end_mark.index))]
            entry.lines = ["{}" if isinstance(value, yaml.MappingNode) else "[]"]
            return self._beside(stop)
        remarks = self._beside(self._starts(value)[0] if value.flow_style else value.start_mark.index)
        entry.level = self.level(value, stop, column)
        return [*remarks, *self._beside(stop)] if value.flow_style else remarks

    def _beside(self, stop: int) -> list[str]:
        """Take the remarks on a line. One that goes on below, in the same column, leaves the line: "" follows it."""
        remarks = self.take(lambda note: note.index < stop and not note.has_own_line)
        if not remarks:
            return []
        column = self.notes[self.next - 1].column
        rest = self.take(lambda note: note.index < stop and note.column == column)
        return [*remarks, *rest, ""] if rest else remarks

    def _indented(self, column: int, stop: int) -> list[str]:
        """Take the comments that are indented as far as `column`, with the blank lines between them."""
        first = end = at = self.next
        while at < len(self.notes):
            note = self.notes[at]
            if note.index >= stop or not note.has_own_line or (note.text and note.column < column):
                break
            at += 1
            end = at if note.text else end
        self.next = end
        return [note.text for note in self.notes[first:end]]
