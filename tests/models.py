"""Every model and every field, for tests of each."""

from __future__ import annotations

import pytest
from chuxin.records.fields import Model


def all_models(root: type[Model] = Model) -> list[type[Model]]:
    found = [model for child in root.__subclasses__() for model in (child, *all_models(child))]
    return [model for model in dict.fromkeys(found) if model.__module__.startswith("chuxin.")]


MODELS = sorted(all_models(), key=lambda model: model.__name__)


FIELDS = [(model, name) for model in MODELS for name in model.model_fields]


each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


each_field = pytest.mark.parametrize(
    ("model", "name"), FIELDS, ids=lambda part: part if isinstance(part, str) else part.__name__
)
