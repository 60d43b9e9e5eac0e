"""A text as an editor typed it: its lines, its places, and what was mended in it to read on.

A mended source leads every place back to what was typed: reports never show what nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .problems import Problem, Span

MAX_CHARACTERS = 1_000_000
# Where a value stands in the data of a file: names of fields and places in lists, both of which may be in each other.
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Edit:
    """What mends a line: the characters from `start` to `end` of it, counted from 0, become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class SourceText:
    """One text file as it was read, without a byte order mark and with `\\n` between lines.

    `path` is what reports call it.

    `first_line` is the number of lines that stand before the text in its file (a page's front matter has one).

    A mended source has the `typed` one, and for each mended line, counted from 0, the edits that made it.
    """

    path: str
    text: str
    first_line: int = 0
    typed: SourceText | None = field(default=None, compare=False)
    edits: Mapping[int, Sequence[Edit]] = field(default_factory=dict, compare=False)

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
        return self.span(*self.place(offset), length)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of the character at `offset`; both count from 0."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def typed_column(self, line: int, column: int) -> int:
        """Return where what stands at `column` of a line was typed, which differs on a mended line."""
        starts, edits = self._mends.get(line, ((), ()))
        at = bisect_right(starts, column) - 1
        if at < 0:
            return column
        edit, behind = edits[at], column - starts[at] - len(edits[at].text)
        return edit.start if behind < 0 else edit.end + behind

    @cached_property
    def _mends(self) -> dict[int, tuple[list[int], list[Edit]]]:
        """For each mended line, where its edits begin in it now, and the edits, in their order."""
        mends = {}
        for line, of_line in self.edits.items():
            edits, starts, shift = sorted(of_line), [], 0
            for edit in edits:
                starts.append(edit.start + shift)
                shift += len(edit.text) - (edit.end - edit.start)
            mends[line] = starts, edits
        return mends

    def mended(self, edits: Mapping[int, Sequence[Edit]]) -> SourceText:
        """Return this source with edits applied, none of which overlap."""
        lines = list(self.lines)
        for number, of_line in edits.items():
            lines[number] = _edited(lines[number], sorted(of_line))
        return SourceText(self.path, "\n".join(lines), self.first_line, self, edits)


def decode(path: str, content: bytes) -> SourceText | Problem:
    """Decode a file's bytes as UTF-8, or say where it stops being UTF-8."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return SourceText(path, _with_newlines(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        good = _with_newlines(content[: error.start].decode("utf-8"))
        return Problem(SourceText(path, good).span_at(len(good)), "E101", "文件不是 UTF-8 编码", "请另存为 UTF-8")


def _edited(line: str, edits: Iterable[Edit]) -> str:
    """Return a line with edits applied that are in order."""
    pieces: list[str] = []
    kept = 0
    for edit in edits:
        pieces += line[kept : edit.start], edit.text
        kept = edit.end
    return "".join([*pieces, line[kept:]])


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_large(span: Span) -> Problem:
    """Return the problem of a file that is longer than a record or a page may be."""
    return Problem(span, "E104", f"文件太大，最多 {MAX_CHARACTERS} 个字符")
