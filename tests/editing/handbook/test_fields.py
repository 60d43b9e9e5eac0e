"""The handbook's page of fields: every field of every model, and links that lead to headings."""

from __future__ import annotations

import re

from chuxin.editing.handbook.fields import fields_page
from chuxin.editing.handbook.schemas import parts
from chuxin.records.alternatives import Alternatives, alternatives_of
from chuxin.records.fields import Record
from chuxin.records.items import Ceremony, Item
from chuxin.records.kinds import KINDS
from chuxin.records.settings import FrontMatter, Settings
from chuxin.records.speeches import Speech
from chuxin.records.titles import field_title, model_title, ordered_fields
from models import MODELS


def test_the_page_lists_every_field_of_every_model():
    page = fields_page()
    sections = dict(re.findall(r"^#{2,3} (\S+)\n(.*?)(?=^#|\Z)", page, re.DOTALL | re.MULTILINE))
    shown = [*KINDS.values(), *(part for model in (*KINDS.values(), Settings) for part in parts(model))]
    shown += [Settings, FrontMatter]
    for model in shown:
        rows = re.findall(
            r"^\| \*\*(\w+)\*\* \| (\S+) \|.*\| (是|否|其一) \|$", sections[model_title(model)], re.MULTILINE
        )
        assert rows == [(name, field_title(model, name), needed(model, name)) for name in ordered_fields(model)]
    assert set(MODELS) - set(shown) == {Record, Item, Speech, Alternatives, Ceremony}


def needed(model, name: str) -> str:
    if model.model_fields[name].is_required():
        return "是"
    return "其一" if any(name in names for names in alternatives_of(model)) else "否"


def test_every_heading_of_the_page_is_there_once_and_every_link_leads_to_one():
    headings = re.findall(r"^#+ (.+)$", fields_page(), re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\(#([^)]+)\)", fields_page())) <= set(headings)
