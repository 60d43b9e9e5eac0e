"""The canonical layout of a record: the fields in their order, two spaces for each level, every comment in its place.

Only the layout changes. What is written is read again, and when its data or its comments were not those of the record,
the record stays as it is.
"""

from __future__ import annotations

from collections import Counter

import yaml

from ...problems.typed import SourceText
from ...reading.mending import read
from ...reading.parsing import NotYaml, parse
from ...records.fields import Model
from ...records.shapes import Shape, field_shapes, narrowed
from ...records.titles import ordered_fields
from .comments import notes
from .outline import Entry, Level, outline

_LOADER = yaml.CBaseLoader
_UNKNOWN = 1_000
# Tells an editor's program which schema a file has; such programs look for it above everything else.
_FOR_PROGRAMS = "yaml-language-server:"


def formatted(source: SourceText, model: type[Model]) -> str:
    """Return the canonical text of a record of `model` that can be read without problems."""
    root = yaml.compose(source.text, Loader=_LOADER)
    if not isinstance(root, yaml.MappingNode) or not root.value:
        return source.text
    level = outline(source.text, root)
    head = _head(level.entries[0])
    _arrange(level, (model,))
    text = "\n".join([*_level_lines(level, head), ""])
    return text if text == source.text or _is_same(source, root, text) else source.text


def _is_same(source: SourceText, root: yaml.Node, text: str) -> bool:
    """Tell whether a text holds the data and the comments of a record, with no more mistakes than that has."""
    again = SourceText(source.path, text)
    try:
        if parse(again) != parse(source) or _mistakes(again) != _mistakes(source):
            return False
    except NotYaml:
        return False
    tree = yaml.compose(text, Loader=_LOADER)
    typed, now = notes(source.text, root), notes(text, tree) if tree else []
    return Counter(note.text for note in typed if note.text) == Counter(note.text for note in now if note.text)


def _mistakes(source: SourceText) -> list[str]:
    return sorted(problem.code for problem in read(source).problems)


def _head(first: Entry) -> list[str]:
    """Take what stands above the first field, set apart from it, and return it: it is said of the whole record."""
    ends = [at for at, text in enumerate(first.before, 1) if not text or _FOR_PROGRAMS in text]
    end = ends[-1] if ends else 0
    head: list[str] = []
    _add(head, first.before[:end])
    del first.before[:end]
    return head


def _arrange(level: Level, models: tuple[type[Model], ...]) -> None:
    """Put the fields of a level, and of all below it, into their order; those that no model knows come last."""
    kind = next((entry.lines[0] for entry in level.entries if entry.name == "type" and entry.lines), None)
    fitting = narrowed(models, {"type": kind})
    model = fitting[0] if len(fitting) == 1 else None
    shapes = field_shapes(model) if model else {}
    ranks: dict[str | None, int] = {name: rank for rank, name in enumerate(ordered_fields(model))} if model else {}
    for entry in level.entries:
        if entry.level:
            _arrange(entry.level, models if entry.key is None else shapes.get(entry.name or "", Shape()).models)
    level.entries.sort(key=lambda entry: ranks.get(entry.name, _UNKNOWN))
    for entry in level.entries:
        if entry.level and entry.key is None:
            # The first field of an item stands behind its dash: what stands above the field stands above the dash.
            first = entry.level.entries[0]
            _add(entry.before, first.before)
            first.before = []


def _level_lines(level: Level, lines: list[str] | None = None) -> list[str]:
    """Return the lines of a level, below those that there are already."""
    lines = lines or []
    for entry in level.entries:
        _add(lines, entry.before)
        lines += _entry_lines(entry)
    _add(lines, level.end)
    return lines


def _entry_lines(entry: Entry) -> list[str]:
    if entry.level and entry.key is None:
        first, *rest = _level_lines(entry.level)
        return [f"- {first}", *_indented(rest)]
    head = "-" if entry.key is None else f"{entry.key}:"
    first, *rest = entry.lines or [""]
    lines = [f"{head} {first}" if first else head, *_indented(rest)]
    if entry.remark:
        # Below the sign for a text of several lines, everything is text.
        lines[0 if first[:1] in ("|", ">") else -1] += f" {entry.remark}"
    inside = _level_lines(entry.level) if entry.level else _level_lines(Level(end=entry.below))
    return [*lines, *_indented(inside)]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _add(lines: list[str], more: list[str]) -> None:
    """Add lines to others, but no blank line at the start, nor a second one."""
    for line in more:
        if line or (lines and lines[-1]):
            lines.append(line)
