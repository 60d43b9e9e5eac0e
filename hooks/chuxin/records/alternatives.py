"""Parts of a record that say a thing in one of several fields: a speaker by his id, or a group in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ..problems.typed import FieldPath
from .fields import Model
from .shapes import merged_shapes, narrowed
from .titles import field_title

LACKING, TOO_MANY = "alternatives_lacking", "alternatives_too_many"


class Alternatives(Model, title="几者之一"):
    """A model of which a class names the fields that stand for each other."""

    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which exactly one is written."""
    some_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one is written."""

    @model_validator(mode="after")
    def _says(self) -> Self:
        for kind, _ in _wrong(type(self), self.model_fields_set):
            raise PydanticCustomError(kind, "")
        return self


def alternatives_of(model: type[Model]) -> tuple[tuple[str, ...], ...]:
    """Return the fields of which one has to be written, each time those that stand for each other."""
    return tuple(filter(None, (model.one_of, model.some_of))) if issubclass(model, Alternatives) else ()


def wrong_alternatives(models: tuple[type[Model], ...], data: Any, path: FieldPath = ()) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with alternatives anywhere in a record's data, each as pydantic gives its errors.

    pydantic itself sees them only where nothing else is wrong with the model.
    """
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from wrong_alternatives(models, item, (*path, index))
    elif isinstance(data, dict):
        of_data = narrowed(models, data)
        if len(of_data) == 1 and issubclass(of_data[0], Alternatives):
            for kind, fields in _wrong(of_data[0], set(data)):
                loc = path if kind == LACKING else (*path, fields[-1])
                yield {"type": kind, "loc": loc, "input": data, "ctx": _told(of_data[0], kind, fields)}
        shapes = merged_shapes(of_data)
        for name, value in data.items():
            if name in shapes and shapes[name].models:
                yield from wrong_alternatives(shapes[name].models, value, (*path, name))


def _wrong(model: type[Alternatives], written: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is wrong with the alternatives of a model that has these fields, and which fields it is about."""
    if model.one_of:
        found = tuple(name for name in model.one_of if name in written)
        if len(found) != 1:
            yield (TOO_MANY, found) if found else (LACKING, model.one_of)
    if model.some_of and not written.intersection(model.some_of):
        yield LACKING, model.some_of


def _told(model: type[Model], kind: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields, and what a message says of them."""
    joined = " 或 " if kind == LACKING else " 和 "
    return {
        "names": fields,
        "fields": joined.join(f"“{field}”" for field in fields),
        "titles": "，".join(f"{field} 是{field_title(model, field)}" for field in fields),
    }
