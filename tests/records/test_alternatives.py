"""Parts of a record that say a thing in one of several fields."""

import pytest
from chuxin.records.agenda import AgendaItem
from chuxin.records.alternatives import Alternatives, alternatives_of, wrong_alternatives
from chuxin.records.ceremonies import Signing, Unveiling
from chuxin.records.decisions import Joining
from chuxin.records.items import Party
from chuxin.records.meetings import Meeting
from chuxin.records.shapes import models_of
from chuxin.records.speeches import Statement
from pydantic import ValidationError

SPEECH = {"id": "s", "type": "statement", "form": "概述", "text": "说"}


@pytest.mark.parametrize(
    ("model", "data", "wrong"),
    [
        (Statement, {**SPEECH, "speaker": "li"}, None),
        (Statement, {**SPEECH, "group": "居民代表"}, None),
        (Statement, SPEECH, "alternatives_lacking"),
        (Statement, {**SPEECH, "speaker": "li", "group": "居民代表"}, "alternatives_too_many"),
        (Unveiling, {"id": "u", "type": "unveiling", "thing": "长廊"}, None),
        (Unveiling, {"id": "u", "type": "unveiling"}, "alternatives_lacking"),
        (Party, {"people": ["li"], "others": ["居民代表"]}, None),
        (Party, {}, "alternatives_lacking"),
        (Signing, {"id": "g", "type": "signing", "document": "《书》", "others": ["11家单位"]}, None),
        (Signing, {"id": "g", "type": "signing", "document": "《书》"}, "alternatives_lacking"),
        (Joining, {"id": "j", "type": "joining", "body": "b", "count": "11"}, None),
        (Joining, {"id": "j", "type": "joining", "body": "b"}, "alternatives_lacking"),
    ],
)
def test_one_of_the_fields_is_written(model, data, wrong):
    if wrong is None:
        assert isinstance(model.model_validate(data), model)
    else:
        with pytest.raises(ValidationError) as caught:
            model.model_validate(data)
        assert [one["type"] for one in caught.value.errors()] == [wrong]
    assert [one["type"] for one in wrong_alternatives((model,), data)] == [wrong] * bool(wrong)


def test_they_are_seen_behind_whatever_else_is_wrong():
    """pydantic looks at a whole model only when its fields are sound; an editor is told of all at once."""
    wrong = {"id": "s", "type": "statement", "form": "说"}
    data = {"id": "a", "names": [], "agenda": [wrong, {"id": "g", "type": "signing"}]}
    found = list(wrong_alternatives((Meeting,), data))
    assert [(one["loc"], one["ctx"]["fields"]) for one in found] == [
        (("agenda", 0), "“speaker” 或 “group”"),
        (("agenda", 1), "“organizations” 或 “others”"),
    ]


def test_two_that_exclude_each_other_are_told_of_at_the_second():
    data = [{**SPEECH, "group": "居民代表", "speaker": "li"}]
    (found,) = wrong_alternatives(models_of(AgendaItem), data)
    assert (found["loc"], found["ctx"]) == (
        (0, "group"),
        {
            "names": ("speaker", "group"),
            "fields": "“speaker” 和 “group”",
            "titles": "speaker 是发言人，group 是发言的群体",
        },
    )


@pytest.mark.parametrize("data", [None, "x", [], [None, "x"], {"agenda": "x"}, {"agenda": [["x"]]}, {"agenda": None}])
def test_data_of_any_kind_is_looked_at(data):
    assert list(wrong_alternatives((Meeting,), data)) == []


def test_a_model_says_which_fields_stand_for_each_other():
    assert alternatives_of(Statement) == (("speaker", "group"),)
    assert alternatives_of(Party) == (("people", "organizations", "others"),)
    assert alternatives_of(Alternatives) == alternatives_of(Meeting) == ()
