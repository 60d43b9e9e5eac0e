"""The agenda: every item that it may have."""

from typing import get_args

import pytest
from chuxin.records.agenda import ITEM_NAMES, AgendaItem
from chuxin.records.meetings import Meeting


def literals(annotation) -> tuple[str, ...]:
    return get_args(annotation)


def test_every_item_of_an_agenda_has_its_own_type_and_name():
    items = get_args(get_args(AgendaItem)[0])
    names = [name for item in items for name in literals(item.model_fields["type"].annotation)]
    assert names == list(ITEM_NAMES)
    assert len(set(ITEM_NAMES.values())) == len(names)


MEETING = {"id": "a", "names": ["会"], "date": "2023-07-06"}

SPEECH = {"id": "s", "speaker": "li", "form": "概述", "text": "说"}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("joining", {"body": "b", "organizations": ["o"]}),
        ("appointment", {"manner": "推选", "organization": "b", "office": "会长", "holders": {"people": ["li"]}}),
        ("award", {"award": "奖牌", "receivers": {"organizations": ["o"]}}),
        ("activity", {"category": "其他", "title": "做了一件事"}),
        ("decision", {"motion": "《议案》", "result": "通过"}),
        ("statement", SPEECH),
        ("report", {**SPEECH, "outcome": "o"}),
        ("remarks", SPEECH),
        ("founding", {"organization": "o"}),
        ("unveiling", {"organization": "o"}),
        ("launch", {"brand": "b"}),
        ("signing", {"document": "《书》", "organizations": ["o"]}),
    ],
)
def test_the_type_of_an_item_decides_what_it_is(name, others):
    item = Meeting.model_validate({**MEETING, "agenda": [{"id": "s", "type": name, **others}]}).agenda[0]
    assert type(item).__name__ == name.capitalize()
    assert item.type == name
