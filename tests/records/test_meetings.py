"""Meetings and the items of their agenda."""

from typing import get_args

import pytest
from chuxin.records.meetings import ITEM_NAMES, AgendaItem, Decision, Meeting, Statement
from pydantic import ValidationError


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


@pytest.mark.parametrize("missing", sorted(SPEECH))
def test_a_statement_needs_its_speaker_its_form_and_its_words(missing):
    data = {name: value for name, value in SPEECH.items() if name != missing}
    with pytest.raises(ValidationError) as caught:
        Statement.model_validate({"type": "statement", **data})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (missing,))]


@pytest.mark.parametrize("result", ["通过", "未通过", "暂缓"])
def test_the_results_of_a_decision(result):
    data = {"id": "a", "type": "decision", "motion": "《议案》", "result": result}
    assert Decision.model_validate(data).result == result


def test_a_change_of_members_names_somebody():
    data = {"id": "a", "type": "decision", "motion": "《议案》", "result": "通过"}
    for verb in ("admits", "releases"):
        with pytest.raises(ValidationError) as caught:
            Decision.model_validate({**data, verb: [{"body": "b", "organizations": []}]})
        assert [error["type"] for error in caught.value.errors()] == ["too_short"]
