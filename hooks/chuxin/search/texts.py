"""What a record says, in words: all of its fields in their order, and the names of what it refers to.

No field is left out but by name, so that a field which is added to a model is found from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..archive.linking import Archive
from ..archive.naming import called, part_title
from ..markup.fields import words
from ..markup.routes import record_route, root_from
from ..records.classes import Classification
from ..records.fields import PARTS, Markdown, Model, Ref
from ..records.shapes import Mark, field_shapes, tag_of
from ..records.titles import ordered_fields
from ..words.dates import PartialDate
from ..words.quantities import Quantity

# What is no text of a record: its id, its sources (which would all be found by the name of each), a remark to the
# checks, how a name is sorted, and which meeting it is, a number that is no word by itself (`Meeting.ordinal` is).
_UNSAID = {"id", "sources", "not_same_as", "sort", "number"}
# Texts are asked for as the records' pages show them, which have been rendered by then.
_FROM_RECORD = root_from(record_route("people", "x"))


def texts(archive: Archive, part: Model, *left_out: str, on: PartialDate | None = None) -> Iterator[str]:
    """Yield what a record, or a part of one, says, without the fields `left_out`.

    Units are called as they were on a day.
    """
    line = getattr(part, "line", None)
    if line:
        yield line
    for name, mark in _plan(type(part)):
        if name not in left_out and (mark or not line):
            value = getattr(part, name)
            for one in value if isinstance(value, tuple) else (value,):
                yield from _said(archive, mark, one, on)


def shown(text: str) -> str:
    """Return a text in Markdown as its page shows it, a paragraph in a line."""
    return words(text, _FROM_RECORD)


def _said(archive: Archive, mark: Mark, value: Any, on: PartialDate | None) -> Iterator[str]:
    if isinstance(mark, Ref) and value:
        yield part_title(archive, mark.kind, value) if mark.kind in PARTS else called(archive, mark.kind, value, on)
    elif isinstance(mark, Markdown) and value:
        yield shown(value)
    elif isinstance(value, Model):
        yield from texts(archive, value, on=on)
    elif isinstance(value, Classification):
        yield from value.levels
    elif isinstance(value, PartialDate):
        yield value.chinese
    elif isinstance(value, Quantity):
        yield value.words
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, Mark], ...]:
    """Return the fields that say something, with their marks."""
    unsaid = _UNSAID | ({"type"} if tag_of(model) else set())
    shapes = field_shapes(model)
    return tuple((name, shapes[name].mark) for name in ordered_fields(model) if name not in unsaid)
