"""What models and fields are called, and the order in which a file has its fields."""

from __future__ import annotations

import re

import pytest
from chuxin.records.agenda import ITEM_NAMES, AgendaItem
from chuxin.records.decisions import Decision
from chuxin.records.kinds import KIND_NAMES, KINDS
from chuxin.records.shapes import models_of, tag_of
from chuxin.records.speeches import Report, Statement
from chuxin.records.titles import field_description, field_title, model_title, ordered_fields
from models import each_field, each_model


@each_field
def test_every_field_has_a_short_title_in_chinese_that_begins_its_description(model, name):
    title = field_title(model, name)
    assert re.search(r"[\u4e00-\u9fff]", title)
    assert len(title) <= 16
    assert field_description(model, name).startswith(title)


@each_model
def test_no_two_fields_of_a_model_have_the_same_title(model):
    titles = [field_title(model, name) for name in model.model_fields]
    assert len(titles) == len(set(titles))


@each_model
def test_every_model_has_a_short_title_in_chinese(model):
    assert re.fullmatch(r"[\u4e00-\u9fff]{2,8}", model_title(model))


def test_models_are_called_what_the_site_calls_them():
    assert {kind: model_title(model) for kind, model in KINDS.items()}.items() <= KIND_NAMES.items()
    assert {tag_of(model): model_title(model) for model in models_of(AgendaItem)} == ITEM_NAMES


@each_model
def test_the_order_of_fields_has_every_field_once(model):
    assert sorted(ordered_fields(model)) == sorted(model.model_fields)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Statement, "id type title speaker organization posts capacity on_behalf_of form text sources note"),
        (Report, "id type title speaker organization posts capacity on_behalf_of outcome form text sources note"),
        (Decision, "id type title motion result admits releases text sources note"),
        (KINDS["outcomes"], "id title type authors institution date summary figures unpublished sources note"),
    ],
)
def test_the_order_of_fields(model, fields):
    assert [name for name in ordered_fields(model) if name in fields.split()] == fields.split()
