"""What may stand where in a record: read from the models' annotations, for those who look at data that is none yet."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ..problems.typed import FieldPath
from .fields import Markdown, Model, Ref
from .written import Written

Mark = Ref | Markdown | None


@dataclass(frozen=True)
class Shape:
    """What may stand in a field: a value, or a list with `many` of them.

    A value is one of `models`, one of `choices`, or a text that is `written` in some way and may be marked as the id of
    a record or as Markdown.
    """

    many: bool = False
    mark: Mark = None
    written: Written | None = None
    choices: tuple[str, ...] = ()
    models: tuple[type[Model], ...] = ()


def shape_of(annotation: Any) -> Shape:
    """Return the shape that an annotation stands for. The only reader of annotations."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *marks = inside
        shape = shape_of(inner)
        mark = next((one for one in marks if isinstance(one, Ref | Markdown)), shape.mark)
        written = next((one for one in marks if isinstance(one, Written)), shape.written)
        return replace(shape, mark=mark, written=written)
    if origin is tuple:
        return replace(shape_of(inside[0]), many=True)
    if origin in (Union, types.UnionType):
        parts = [shape_of(part) for part in inside if part is not type(None)]
        return replace(parts[0], models=tuple(model for part in parts for model in part.models))
    if origin is Literal:
        return Shape(choices=inside)
    return Shape(models=(annotation,)) if isinstance(annotation, type) and issubclass(annotation, Model) else Shape()


def models_of(annotation: Any) -> tuple[type[Model], ...]:
    """Return the models that a value so annotated may be, alone or as an item of a list."""
    return shape_of(annotation).models


@cache
def field_shapes(model: type[Model]) -> dict[str, Shape]:
    """Return the shape of each field."""
    hints = get_type_hints(model, include_extras=True)
    return {name: shape_of(hints[name]) for name in model.model_fields}


@cache
def merged_shapes(models: tuple[type[Model], ...]) -> dict[str, Shape]:
    """Return the shapes of all fields that any of the models has."""
    return {name: shape for model in reversed(models) for name, shape in field_shapes(model).items()}


@cache
def field_owners(roots: tuple[type[Model], ...]) -> dict[str, list[type[Model]]]:
    """Return for the name of every field the models that have it, of these models and all that they hold."""
    owners: dict[str, list[type[Model]]] = {}
    models = list(roots)
    for model in models:
        for name, shape in field_shapes(model).items():
            owners.setdefault(name, []).append(model)
            models += [one for one in shape.models if one not in models]
    return owners


@cache
def tag_of(model: type[Model]) -> str | None:
    """Return what tells a model apart from others in its place: the only value of its field `type`."""
    shape = field_shapes(model).get("type", Shape())
    return shape.choices[0] if len(shape.choices) == 1 else None


def narrowed(models: tuple[type[Model], ...], data: Any) -> tuple[type[Model], ...]:
    """Return those of the models that data says it is by its `type`; all when it does not say."""
    if len(models) < 2 or not isinstance(data, dict):
        return models
    return tuple(model for model in models if tag_of(model) == data.get("type")) or models


def place_at(model: type[Model], data: Any, path: FieldPath) -> tuple[tuple[type[Model], ...], Any, FieldPath]:
    """Return which models may stand at `path` of a record's data, what stands there, and its path in the data.

    `path` is one of pydantic's: the tag of a discriminated union may be among its steps, which is not in the data.
    """
    models: tuple[type[Model], ...] = (model,)
    found: list[str | int] = []
    for step in path:
        if isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        elif len(models) > 1 and any(tag_of(one) == step for one in models) and found and isinstance(found[-1], int):
            models = tuple(one for one in models if tag_of(one) == step)
            continue
        elif isinstance(data, dict) and step in data:
            shape = merged_shapes(narrowed(models, data)).get(str(step))
            data, models = data[step], shape.models if shape else ()
        else:
            continue
        found.append(step)
    return narrowed(models, data), data, tuple(found)
