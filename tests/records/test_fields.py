"""The models: what each small type takes and makes of it, and what holds for every model and every field."""

import re
import types
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import pytest
from chuxin.records.fields import PARTS, Markdown, Ref
from chuxin.records.kinds import KINDS
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.organizations import Organization
from chuxin.records.people import Attendee, Person, Post
from chuxin.records.settings import FrontMatter, Settings
from chuxin.records.sources import Source
from chuxin.words.dates import PartialDate
from models import MODELS, each_field, each_model
from pydantic import ValidationError


def marks_of(annotation) -> list:
    """Return every Ref and Markdown inside of an annotation, and every class that a value can have."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return [*marks, *marks_of(inner)]
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return [mark for part in get_args(annotation) for mark in marks_of(part)]
    return [annotation]


def test_the_models_are_found():
    assert len(MODELS) == len(set(MODELS))
    assert {Meeting, Organization, Person, Post, Attendee, Listing, Source, Settings, FrontMatter} <= set(MODELS)
    assert set(KINDS.values()) <= set(MODELS)


@each_field
def test_every_field_says_in_chinese_what_it_is(model, name):
    description = model.model_fields[name].description or ""
    assert re.search(r"[\u4e00-\u9fff]", description)
    assert description.endswith("。")
    assert "\n" not in description


@each_model
def test_no_model_takes_fields_it_does_not_know(model):
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"nonsense": "x"})
    assert ("extra_forbidden", ("nonsense",)) in [(error["type"], error["loc"]) for error in caught.value.errors()]


@each_field
def test_every_field_of_every_model_is_frozen(model, name):
    record = model.model_construct(**{name: "x"})
    with pytest.raises(ValidationError) as caught:
        setattr(record, name, "y")
    assert [error["type"] for error in caught.value.errors()] == ["frozen_instance"]


@each_field
def test_every_value_is_frozen_too(model, name):
    kinds = marks_of(get_type_hints(model, include_extras=True)[name])
    assert not {list, dict, set} & {get_origin(kind) or kind for kind in kinds if not isinstance(kind, Ref | Markdown)}


@each_field
def test_every_reference_names_a_kind_of_record(model, name):
    marks = marks_of(get_type_hints(model, include_extras=True)[name])
    assert {mark.kind for mark in marks if isinstance(mark, Ref)} <= {*KINDS, *PARTS}


MEETING = {"id": "a", "names": ["会"], "date": "2023-07-06"}


PERSON = {"id": "a", "name": "李", "sort": "li"}


SOURCE = {"id": "a", "headline": "题", "type": "报道"}


# model, other fields, field, what is written, what it becomes
TAKEN = [
    (Person, PERSON, "id", "a", "a"),
    (Person, PERSON, "id", "2023-07-06", "2023-07-06"),
    (Person, PERSON, "id", "a" * 80, "a" * 80),
    (Person, PERSON, "name", " 李 ", "李"),
    (Person, PERSON, "name", "一" * 300, "一" * 300),
    (Person, PERSON, "name", "A&B <C>", "A&B <C>"),
    (Person, PERSON, "note", "\n 一\n\n二 \n", "一\n\n二"),
    (Person, PERSON, "note", "一" * 20_000, "一" * 20_000),
    (Person, PERSON, "sort", "lü dongbin", "lü dongbin"),
    (Person, PERSON, "sort", "ouyang", "ouyang"),
    (Person, PERSON, "other_names", [], ()),
    (Person, PERSON, "other_names", ["甲", "乙"], ("甲", "乙")),
    (Person, PERSON, "sources", ["a", "b-2"], ("a", "b-2")),
    # whether a name is an id, and whose, is seen when all records are read
    (Person, PERSON, "sources", ["A", "某报"], ("A", "某报")),
    (Meeting, MEETING, "date", "2023", PartialDate(2023)),
    (Meeting, MEETING, "date", "2023-07", PartialDate(2023, 7)),
    (Meeting, MEETING, "date", "2023-07-06", PartialDate(2023, 7, 6)),
    (Meeting, MEETING, "number", "0", 0),
    (Meeting, MEETING, "number", "46", 46),
    (Meeting, MEETING, "number", "999999999", 999999999),
    (Settings, {}, "fictional", "true", True),
    (Settings, {}, "fictional", "false", False),
    (Source, SOURCE, "url", "https://example.org/a?b=中&c#d", "https://example.org/a?b=中&c#d"),
    (Source, SOURCE, "url", "http://example.org", "http://example.org"),
    (Source, SOURCE, "url", "https://" + "a" * 1992, "https://" + "a" * 1992),
    (FrontMatter, {}, "date", "2032-03", PartialDate(2032, 3)),
]


@pytest.mark.parametrize(("model", "others", "name", "written", "value"), TAKEN, ids=lambda part: str(part)[:24])
def test_takes(model, others, name, written, value):
    assert getattr(model.model_validate({**others, name: written}), name) == value


REFUSED = [
    (Person, PERSON, "id", ["", "A", "李", "a_b", "a b", "a.b", "a/b", "-a", "a-", "a--b", "a\n", "ａ", "é", "a" * 81]),
    (Person, PERSON, "name", ["", " ", "\u3000", "\n", "a\nb", "李\n", "一" * 301, ["李"], {"a": "b"}, None]),
    (Person, PERSON, "note", ["", " \n ", "一" * 20_001, ["x"]]),
    (Person, PERSON, "sort", ["", "Li", "li1", " li", "li ", "li  bin", "李", "li-bin", "li\n"]),
    (Person, PERSON, "sources", ["a", "", None, [""], ["a\nb"], ["一" * 301], [None], {"a": "b"}]),
    (Meeting, MEETING, "names", [[], "会", None, [""]]),
    (Meeting, MEETING, "date", ["", "2023-13", "7月6日", ["2023"], None]),
    (Meeting, MEETING, "number", ["", "-1", "+1", "01", "1.0", "1e3", "三", "３", " 1", "1\n", "1" * 10, ["1"]]),
    (Meeting, MEETING, "attendance", ["x", [], None]),
    (Meeting, MEETING, "agenda", ["x", ["x"], [{}], [{"type": "x"}], [None]]),
    (Settings, {}, "fictional", ["yes", "True", "TRUE", "1", "on", "", ["true"], None]),
    (
        Source,
        SOURCE,
        "url",
        ["", "example.org", "//example.org", "ftp://example.org", "HTTPS://example.org", "https://"],
    ),
    (Source, SOURCE, "url", ["javascript:alert(1)", "data:text/html,x", "https://a b", "https://a\nb", "https://a>b"]),
    (Source, SOURCE, "url", ['https://a"b', "https://a<b", "https://a\\b", " https://a", "https://a\n"]),
    (Source, SOURCE, "url", ["https://" + "a" * 1993, ["https://a"]]),
]


@pytest.mark.parametrize(
    ("model", "others", "name", "written"),
    [(model, others, name, written) for model, others, name, all_written in REFUSED for written in all_written],
    ids=lambda part: repr(part)[:24],
)
def test_refuses(model, others, name, written):
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**others, name: written})
    assert {error["loc"][0] for error in caught.value.errors()} == {name}
