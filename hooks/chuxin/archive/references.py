"""What a record refers to: the ids in its fields and the texts that may link records, each with its path.

The shapes of a model are read once per class, so that walking a record costs only what it holds. Data that did not
become a record is walked in the same way: what is wrong with it is no reason to be silent about its references.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..markup.fields import may_link
from ..problems.typed import FieldPath
from ..reading.parsing import Data
from ..records.fields import Model, Ref
from ..records.shapes import Mark, Shape, field_shapes, merged_shapes, narrowed


@dataclass(frozen=True)
class Reference:
    """What a record refers to: an id in a field, or a text in Markdown that may hold links.

    `path` leads to the value in the record. For an id, `kind` and `id` name the record; for a text, `text` is the
    text and the other two are empty.
    """

    path: FieldPath
    kind: str = ""
    id: str = ""
    text: str | None = None


def references(model: Model, path: FieldPath = ()) -> Iterator[Reference]:
    """Yield every id and every text with links in a record, in the order of its fields."""
    for name, mark in _plan(type(model)):
        value = getattr(model, name)
        if not value:
            continue
        if type(value) is not tuple:
            yield from _walk(mark, value, (*path, name))
        elif isinstance(mark, Ref):
            # Long lists are those of ids.
            yield from (Reference((*path, name, index), mark.kind, one) for index, one in enumerate(value))
        else:
            for index, item in enumerate(value):
                yield from _walk(mark, item, (*path, name, index))


def references_in(data: Data, models: tuple[type[Model], ...], path: FieldPath = ()) -> Iterator[Reference]:
    """Yield the same of data that may be no valid record of one of the models."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from references_in(item, models, (*path, index))
    elif isinstance(data, dict):
        shapes = merged_shapes(narrowed(models, data))
        for name, value in data.items():
            shape = shapes.get(name, Shape())
            items = (
                [((*path, name, index), item) for index, item in enumerate(value)] if isinstance(value, list) else []
            )
            for place, item in items or [((*path, name), value)]:
                if isinstance(item, str) and item.strip() and shape.mark:
                    yield from _walk(shape.mark, item, place)
                elif shape.models:
                    yield from references_in(item, shape.models, place)


def _walk(mark: Mark, value: Any, path: FieldPath) -> Iterator[Reference]:
    if mark is None:
        yield from references(value, path)
    elif type(mark) is Ref:
        yield Reference(path, mark.kind, value)
    elif may_link(value):
        yield Reference(path, text=value)


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, Mark], ...]:
    """Return the fields of a model that are references or hold parts with some, with their marks."""
    return tuple(
        (name, shape.mark) for name, shape in field_shapes(model).items() if shape.mark or any(map(_plan, shape.models))
    )
