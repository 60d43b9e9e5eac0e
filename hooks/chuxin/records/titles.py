"""What models and their fields are called in Chinese, and the order in which a file has its fields.

A field's name is not written twice: it is the first clause of the docstring that describes the field.
"""

from __future__ import annotations

import re
from functools import cache

from .fields import Model
from .shapes import tag_of

_CLAUSE_ENDS = "，；。：（"
# What every record, every item of an agenda and every speech has, and every file has last.
_LAST = ("form", "roles", "text", "sources", "note")


def model_title(model: type[Model]) -> str:
    """Return what a model is called, for example 出席者."""
    return model.model_config.get("title") or model.__name__


def field_title(model: type[Model], name: str) -> str:
    """Return what a field is called: 发言人."""
    return re.split(f"[{_CLAUSE_ENDS}]", field_description(model, name), maxsplit=1)[0].strip()


def field_description(model: type[Model], name: str) -> str:
    """Return what an editor reads about a field."""
    return model.model_fields[name].description or ""


@cache
def ordered_fields(model: type[Model]) -> tuple[str, ...]:
    """Return a model's fields in the order in which a file has them.

    First what names the thing, last what every thing of its kind has; between them what the model declares.
    """
    names = list(model.model_fields)
    if "id" not in names:
        # A part of a part says first what it adds: 做了什么, then who did it.
        names.sort(key=lambda name: name in _inherited(model))
    first = [name for name in (("id", "type") if tag_of(model) else ("id",)) if name in names]
    last = [name for name in _LAST if name in _inherited(model)]
    return (*first, *(name for name in names if name not in (*first, *last)), *last)


def _inherited(model: type[Model]) -> set[str]:
    return {name for base in model.__bases__ if issubclass(base, Model) for name in base.model_fields}
