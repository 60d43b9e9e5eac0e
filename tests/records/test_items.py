"""What every item of an agenda has."""

from chuxin.records.agenda import AgendaItem
from chuxin.records.ceremonies import Founding
from chuxin.records.items import Item
from chuxin.records.shapes import models_of


def test_every_item_of_an_agenda_is_one():
    assert all(issubclass(model, Item) for model in models_of(AgendaItem))


def test_an_item_is_called_by_its_kind_until_it_says_otherwise():
    assert Founding.model_validate({"id": "a", "type": "founding", "organization": "o"}).name == "成立"
