"""What a record refers to: the ids in its fields and the texts that may link records, each with its path.

The plan of where references can stand is read from a model's annotations once per class, so that walking a record
costs only what it holds.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from .schema import Markdown, Model, Ref


@dataclass(frozen=True)
class Reference:
    """What a record refers to: an id in a field, or a text in Markdown that may hold links.

    `path` leads to the value in the record. For an id, `kind` and `id` name the record; for a text, `text` is the
    text and the other two are empty.
    """

    path: tuple[str | int, ...]
    kind: str = ""
    id: str = ""
    text: str | None = None


def references(model: Model, path: tuple[str | int, ...] = ()) -> Iterator[Reference]:
    """Yield every id and every text with links in a record, in the order of its fields."""
    for name, shape in _plan(type(model)):
        value = getattr(model, name)
        if value:
            yield from _walk(shape, value, (*path, name))


def _walk(shape: Any, value: Any, path: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(shape, Ref):
        yield Reference(path, shape.kind, value)
    elif isinstance(shape, Markdown):
        if "](" in value or "<" in value:
            yield Reference(path, text=value)
    elif isinstance(shape, list):
        for index, item in enumerate(value):
            yield from _walk(shape[0], item, (*path, index))
    else:
        yield from references(value, path)


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(model, include_extras=True)
    shapes = ((name, _shape(hints[name])) for name in model.model_fields)
    return tuple((name, shape) for name, shape in shapes if shape is not None)


def _shape(annotation: Any) -> Any:
    """Return the mark of a reference or a text, a list around a shape, a model class, or None for all else."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return next((mark for mark in marks if isinstance(mark, Ref | Markdown)), None) or _shape(inner)
    if origin is tuple:
        shape = _shape(get_args(annotation)[0])
        return None if shape is None else [shape]
    if origin in (Union, types.UnionType):
        return next((shape for shape in map(_shape, get_args(annotation)) if shape is not None), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Model) else None
