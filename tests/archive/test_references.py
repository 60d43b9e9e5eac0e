"""References: every id and every text with links of a record, each with its path, and none overlooked."""

import types
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from chuxin.archive.references import Reference, references, references_in
from chuxin.records.classes import Classification
from chuxin.records.fields import PARTS, Markdown, Model, Ref
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.words.dates import PartialDate
from chuxin.words.quantities import Quantity
from models import MODELS

MEETING = {
    "id": "2031-03-12",
    "sources": ["report", "minutes"],
    "note": "见[说明](/about/)。",
    "names": ["一次[会](record:people/nobody)"],
    "date": "2031-03-12",
    "organizers": ["street"],
    "body": "conference",
    "purpose": ["[不是链接](record:people/nobody)"],
    "attendance": {
        "people": [
            {"person": "li", "organization": "street", "posts": ["主任", {"title": "部长", "organization": "office"}]},
            {"person": "wang"},
        ],
        "groups": [{"name": "居民"}],
    },
    "agenda": [
        {
            "type": "decision",
            "id": "members",
            "motion": "《议案》",
            "result": "通过",
            "admits": [{"body": "conference", "organizations": ["bank", "school"]}],
            "releases": [{"body": "alliance", "organizations": ["bank"]}],
            "text": "没有链接",
        },
        {
            "type": "report",
            "id": "report",
            "speaker": "li",
            "organization": "school",
            "posts": [{"title": "教授", "organization": "college"}],
            "on_behalf_of": ["conference", "school"],
            "outcome": "desk",
            "form": "概述",
            "text": "[小桌](record:outcomes/desk)和[别处](https://example.org/)",
            "sources": ["minutes"],
            "note": "[x](y)",
        },
        {"type": "launch", "id": "launch", "brand": "light"},
        {"type": "signing", "id": "signing", "document": "《书》", "organizations": ["street", "bank"]},
    ],
    "follow_ups": [{"date": "2031", "text": "[后来](record:meetings/2032)", "sources": ["brief"]}],
}

WANTED = [
    Reference(("sources", 0), "sources", "report"),
    Reference(("sources", 1), "sources", "minutes"),
    Reference(("note",), text="见[说明](/about/)。"),
    Reference(("organizers", 0), "organizations", "street"),
    Reference(("body",), "organizations", "conference"),
    Reference(("attendance", "people", 0, "person"), "people", "li"),
    Reference(("attendance", "people", 0, "organization"), "organizations", "street"),
    Reference(("attendance", "people", 0, "posts", 1, "organization"), "organizations", "office"),
    Reference(("attendance", "people", 1, "person"), "people", "wang"),
    Reference(("agenda", 0, "admits", 0, "body"), "organizations", "conference"),
    Reference(("agenda", 0, "admits", 0, "organizations", 0), "organizations", "bank"),
    Reference(("agenda", 0, "admits", 0, "organizations", 1), "organizations", "school"),
    Reference(("agenda", 0, "releases", 0, "body"), "organizations", "alliance"),
    Reference(("agenda", 0, "releases", 0, "organizations", 0), "organizations", "bank"),
    Reference(("agenda", 1, "text"), text="[小桌](record:outcomes/desk)和[别处](https://example.org/)"),
    Reference(("agenda", 1, "sources", 0), "sources", "minutes"),
    Reference(("agenda", 1, "note"), text="[x](y)"),
    Reference(("agenda", 1, "speaker"), "people", "li"),
    Reference(("agenda", 1, "organization"), "organizations", "school"),
    Reference(("agenda", 1, "posts", 0, "organization"), "organizations", "college"),
    Reference(("agenda", 1, "on_behalf_of", 0), "organizations", "conference"),
    Reference(("agenda", 1, "on_behalf_of", 1), "organizations", "school"),
    Reference(("agenda", 1, "outcome"), "outcomes", "desk"),
    Reference(("agenda", 2, "brand"), "brands", "light"),
    Reference(("agenda", 3, "organizations", 0), "organizations", "street"),
    Reference(("agenda", 3, "organizations", 1), "organizations", "bank"),
    Reference(("follow_ups", 0, "text"), text="[后来](record:meetings/2032)"),
    Reference(("follow_ups", 0, "sources", 0), "sources", "brief"),
]


def test_the_references_of_a_meeting_in_the_order_of_its_fields():
    assert list(references(Meeting.model_validate(MEETING))) == WANTED


def test_a_path_leads_to_its_value():
    meeting = Meeting.model_validate(MEETING)
    for reference in references(meeting):
        value = meeting
        for step in reference.path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        assert value == (reference.id or reference.text)


def test_a_path_can_stand_below_another():
    inner = Meeting.model_validate(MEETING).follow_ups[0]
    assert [reference.path for reference in references(inner, ("x", 1))] == [("x", 1, "text"), ("x", 1, "sources", 0)]


def test_a_record_without_references_has_none():
    assert list(references(Meeting.model_validate({"id": "a", "names": ["会"], "date": "2031"}))) == []


# --- nothing is overlooked: a record of every model with every field filled in ----------------------------------------


class Filler:
    """Fills in every field of a model, and keeps what references it wrote, found without the code under test."""

    def __init__(self) -> None:
        self.written: list[Reference] = []
        self.numbers = count()

    def model(self, model: type[Model], path: tuple) -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        others = getattr(model, "one_of", ())[1:]
        return {
            name: self.value(name, hints[name], (*path, name), []) for name in model.model_fields if name not in others
        }

    def value(self, name: str, hint: Any, path: tuple, marks: list) -> Any:
        origin, inside = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.value(name, inside[0], path, [*marks, *inside[1:]])
        if origin is tuple:
            return [self.value(name, one, (*path, at), []) for at, one in enumerate(self.alternatives(inside[0]))]
        if origin in (Union, types.UnionType):
            return self.value(name, inside[0], path, marks)
        if origin is Literal:
            return inside[0]
        if isinstance(hint, type) and issubclass(hint, Model):
            return self.model(hint, path)
        return self.scalar(name, hint, path, marks)

    def alternatives(self, hint: Any) -> tuple[Any, ...]:
        """Return what can stand in a list: two of a kind, or one of each of several models."""
        inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        several = get_origin(inner) in (Union, types.UnionType)
        return get_args(inner) if several else (hint, hint)

    def scalar(self, name: str, kind: type, path: tuple, marks: list) -> str:
        number = next(self.numbers)
        for mark in marks:
            if isinstance(mark, Ref):
                identifier = f"x{number}/y" if mark.kind in PARTS else f"x{number}"
                self.written.append(Reference(path, mark.kind, identifier))
                return identifier
            if isinstance(mark, Markdown):
                text = f"[{number}](record:people/x{number})"
                self.written.append(Reference(path, text=text))
                return text
        if kind is str:
            formed = {"url": "https://example.org/", "sort": "li", "addresses": "office@example.org"}
            return formed.get(name, f"x{number}")
        return {Classification: "企业", PartialDate: "2031", Quantity: "80余", int: "1", bool: "true"}[kind]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_reference_of_every_model_is_found(model):
    filler = Filler()
    record = model.model_validate(filler.model(model, ()))
    assert list(references(record)) == filler.written


# --- data that became no record ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_data_is_walked_as_its_record_is(model):
    filler = Filler()
    data = filler.model(model, ())
    assert list(references_in(data, (model,))) == filler.written
    # What is wrong with it hides nothing else.
    wrong = {"nonsense": {"organizers": ["x"]}, **data, "phone": "1", "": None}
    assert list(references_in(wrong, (model,))) == filler.written


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (None, []),
        ("street", []),
        ({"organizers": None, "body": "", "note": " "}, []),
        ({"organizers": "street"}, [Reference(("organizers",), "organizations", "street")]),
        ({"body": ["a", "b"]}, [Reference(("body", at), "organizations", name) for at, name in enumerate("ab")]),
        ({"organizers": [["street"], {"a": "b"}, None]}, []),
        ({"attendance": [], "agenda": "li", "follow_ups": [None, "x"]}, []),
        ({"agenda": [{"speaker": "li"}]}, [Reference(("agenda", 0, "speaker"), "people", "li")]),
        ({"agenda": {"type": "speech", "brand": "light"}}, [Reference(("agenda", "brand"), "brands", "light")]),
        # a field of another type of item is one that does not belong here
        ({"agenda": [{"type": "launch", "speaker": "li"}]}, []),
    ],
)
def test_data_of_any_shape_is_walked(data, wanted):
    assert list(references_in(data, (Meeting,))) == wanted


def test_records_have_references_to_find():
    filler = Filler()
    for model in KINDS.values():
        filler.model(model, ())
    assert len(filler.written) > 100
    assert {reference.kind for reference in filler.written} >= {"people", "organizations", "sources", *PARTS, ""}
