"""What may stand where in a record: read from the models' annotations, for those who look at data that is none yet."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from .fields import Markdown, Model, Ref

Path = tuple[str | int, ...]
Mark = Ref | Markdown | None


def models_of(annotation: Any) -> tuple[type[Model], ...]:
    """Return the models that a value so annotated may be, alone or as an item of a list."""
    if isinstance(annotation, type):
        return (annotation,) if issubclass(annotation, Model) else ()
    inside = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    return tuple(model for part in inside for model in models_of(part))


@cache
def field_shapes(model: type[Model]) -> dict[str, tuple[Mark, tuple[type[Model], ...]]]:
    """Return for each field its mark, of a reference or of a text in Markdown, and the models it may hold."""
    hints = get_type_hints(model, include_extras=True)
    return {name: (_mark(hints[name]), models_of(hints[name])) for name in model.model_fields}


@cache
def merged_shapes(models: tuple[type[Model], ...]) -> dict[str, tuple[Mark, tuple[type[Model], ...]]]:
    """Return the shapes of all fields that any of the models has."""
    return {name: shape for model in reversed(models) for name, shape in field_shapes(model).items()}


@cache
def field_owners(roots: tuple[type[Model], ...]) -> dict[str, list[type[Model]]]:
    """Return for the name of every field the models that have it, of these models and all that they hold."""
    owners: dict[str, list[type[Model]]] = {}
    models = list(roots)
    for model in models:
        for name, (_, inside) in field_shapes(model).items():
            owners.setdefault(name, []).append(model)
            models += [one for one in inside if one not in models]
    return owners


@cache
def tag_of(model: type[Model]) -> str | None:
    """Return what tells a model apart from others in its place: the only value of its field `type`."""
    field = model.model_fields.get("type")
    values = get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()
    return values[0] if len(values) == 1 else None


def narrowed(models: tuple[type[Model], ...], data: Any) -> tuple[type[Model], ...]:
    """Return those of the models that data says it is by its `type`; all when it does not say."""
    if len(models) < 2 or not isinstance(data, dict):
        return models
    return tuple(model for model in models if tag_of(model) == data.get("type")) or models


def place_at(model: type[Model], data: Any, path: Path) -> tuple[tuple[type[Model], ...], Any, Path]:
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
            data, models = data[step], shape[1] if shape else ()
        else:
            continue
        found.append(step)
    return narrowed(models, data), data, tuple(found)


def _mark(annotation: Any) -> Mark:
    """Return the mark of a field, or of what its list holds."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return next((mark for mark in marks if isinstance(mark, Ref | Markdown)), None) or _mark(inner)
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return next((mark for mark in map(_mark, get_args(annotation)) if mark is not None), None)
    return None
