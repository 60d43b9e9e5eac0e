"""The sample archive uses everything that a record can hold, so that its golden pages cover every branch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chuxin.archive.loading import load
from chuxin.problems.problems import errors
from chuxin.records.agenda import ITEM_NAMES
from chuxin.records.fields import Model, Record
from chuxin.records.items import Ceremony, Item
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.records.settings import FrontMatter, Settings
from chuxin.records.speeches import Speech
from models import MODELS
from sites import SAMPLE


def used(value: Any) -> Iterator[tuple[type[Model], str]]:
    """Yield every field that holds something, with the model it belongs to."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            inside = getattr(value, name)
            if inside not in (None, ()):
                yield type(value), name
                yield from used(inside)
    elif isinstance(value, tuple):
        for one in value:
            yield from used(one)


def test_every_field_of_every_model_is_used() -> None:
    loaded, problems = load(SAMPLE)
    assert not errors(problems)
    records = [record for kind in KINDS for record in loaded.of(KINDS[kind]).values()]
    found = {field for record in (loaded.settings, *records) for field in used(record)}
    abstract = {Model, Record, Item, Ceremony, Speech, Settings, FrontMatter}
    unseen = {"not_same_as"}  # for the checks; no page shows it
    expected = {
        (model, name) for model in MODELS if model not in abstract for name in model.model_fields if name not in unseen
    }
    assert not sorted(f"{model.__name__}.{name}" for model, name in expected - found)


def test_forms_and_results_occur() -> None:
    loaded, _ = load(SAMPLE)
    items = [item for meeting in loaded.of(Meeting).values() for item in meeting.agenda]
    assert {item.form for item in items if hasattr(item, "form")} == {"原文", "节选", "概述", "未见公开"}
    assert {item.result for item in items if hasattr(item, "result")} == {"通过", "未通过", "暂缓"}
    assert {item.type for item in items} == set(ITEM_NAMES)
    assert loaded.settings.fictional
