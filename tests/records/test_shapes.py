"""What may stand where in a record: what an annotation says, and which models may stand at a place."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from chuxin.records.alternatives import Alternatives
from chuxin.records.brands import Brand
from chuxin.records.ceremonies import Founding, Launch
from chuxin.records.decisions import Decision
from chuxin.records.fields import (
    PARTS,
    Date,
    EntryId,
    ItemId,
    Line,
    Markdown,
    Model,
    OrganizationId,
    PersonId,
    Record,
    Ref,
    Text,
)
from chuxin.records.items import Ceremony, Item
from chuxin.records.kinds import KINDS
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.settings import FrontMatter, Settings
from chuxin.records.shapes import (
    Shape,
    field_owners,
    field_shapes,
    merged_shapes,
    models_of,
    narrowed,
    place_at,
    shape_of,
    tag_of,
)
from chuxin.records.speeches import Speech, Statement
from chuxin.records.written import DATE, LINE, TEXT, Written
from models import MODELS, each_model

REF, MARKDOWN = Ref("people"), Markdown()


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (str, Shape()),
        (str | None, Shape()),
        (tuple[str, ...], Shape(many=True)),
        (tuple[str, ...] | None, Shape(many=True)),
        (Literal["甲", "乙"], Shape(choices=("甲", "乙"))),
        (tuple[Literal["甲"], ...], Shape(many=True, choices=("甲",))),
        (Brand, Shape(models=(Brand,))),
        (Brand | None, Shape(models=(Brand,))),
        (tuple[Brand | Settings, ...], Shape(many=True, models=(Brand, Settings))),
        # A post is a title, or a title with its unit.
        (str | Brand, Shape(models=(Brand,))),
        (Annotated[str, REF], Shape(mark=REF)),
        (Annotated[str, MARKDOWN] | None, Shape(mark=MARKDOWN)),
        (Annotated[str, DATE, REF, "more"], Shape(mark=REF, written=DATE)),
        (tuple[Annotated[str, REF, LINE], ...], Shape(many=True, mark=REF, written=LINE)),
        # What the type itself says comes before what a field adds.
        (Annotated[Annotated[str, LINE, REF], DATE], Shape(mark=REF, written=LINE)),
        (Annotated[Brand | Settings, "tagged"], Shape(models=(Brand, Settings))),
        (int, Shape()),
        (dict, Shape()),
    ],
)
def test_an_annotation_is_read(annotation: object, shape: Shape) -> None:
    assert shape_of(annotation) == shape
    assert models_of(annotation) == shape.models


@pytest.mark.parametrize(
    ("annotation", "kind", "written"),
    [
        (PersonId, "people", LINE),
        (OrganizationId | None, "organizations", LINE),
        (EntryId, "entries", None),
        (ItemId, "items", None),
        (Line, None, LINE),
        (Date | None, None, DATE),
    ],
)
def test_the_fields_of_records_say_how_they_are_written(annotation: object, kind: str | None, written: Written) -> None:
    shape = shape_of(annotation)
    assert (shape.mark.kind if isinstance(shape.mark, Ref) else None, shape.written) == (kind, written)


def test_a_text_is_in_markdown() -> None:
    shape = shape_of(Text)
    assert isinstance(shape.mark, Markdown) and shape.written == TEXT


@each_model
def test_every_field_has_a_shape(model: type[Model]) -> None:
    """What refers to a record names a kind, and nothing is left of which it is not known what it may be."""
    assert list(field_shapes(model)) == list(model.model_fields)
    for name, shape in field_shapes(model).items():
        assert shape.models or shape.choices or shape.written or shape.mark, name
        assert not isinstance(shape.mark, Ref) or shape.mark.kind in (*KINDS, *PARTS), name


def test_of_fields_of_one_name_the_first_models_counts() -> None:
    merged = merged_shapes((Statement, Decision))
    assert set(merged) == {*Statement.model_fields, *Decision.model_fields}
    assert merged["type"] == field_shapes(Statement)["type"] != field_shapes(Decision)["type"]
    assert merged["motion"] == field_shapes(Decision)["motion"]


def test_every_field_has_its_owners_among_all_that_a_record_holds() -> None:
    owners = field_owners((Meeting,))
    assert owners["agenda"] == [Meeting]
    assert Statement in owners["speaker"] and Decision in owners["motion"]
    everything = field_owners((*KINDS.values(), Settings, FrontMatter))
    assert {model for models in everything.values() for model in models} == set(MODELS) - bases()
    for name, models in everything.items():
        assert len(models) == len(set(models)) and all(name in model.model_fields for model in models)


def bases() -> set[type[Model]]:
    """Return the models that stand in no record themselves: others are made of them."""
    return {Alternatives, Record, Item, Ceremony, Speech}


@pytest.mark.parametrize(
    ("model", "tag"), [(Statement, "statement"), (Decision, "decision"), (Meeting, None), (Listing, None)]
)
def test_a_models_tag_is_the_only_value_of_its_type(model: type[Model], tag: str | None) -> None:
    assert tag_of(model) == tag


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"type": "launch"}, (Launch,)),
        ({"type": "launhc"}, (Launch, Founding)),
        ({"type": ["launch"]}, (Launch, Founding)),
        ({}, (Launch, Founding)),
        (["launch"], (Launch, Founding)),
        (None, (Launch, Founding)),
    ],
)
def test_models_are_told_apart_by_their_tag(data: object, left: tuple[type[Model], ...]) -> None:
    assert narrowed((Launch, Founding), data) == left
    # One model is what it is, whatever it says.
    assert narrowed((Founding,), data) == (Founding,)


MEETING = {"agenda": [{"type": "launch", "brand": "light"}, {"type": "no", "x": 1}], "attendance": {"people": [3]}}


@pytest.mark.parametrize(
    ("path", "models", "found", "in_data"),
    [
        ((), ("Meeting",), MEETING, ()),
        (("agenda", 0), ("Launch",), MEETING["agenda"][0], ("agenda", 0)),
        # The tag of a union is a step of pydantic's, and no place.
        (("agenda", 0, "launch", "brand"), (), "light", ("agenda", 0, "brand")),
        (("agenda", 0, "launch"), ("Launch",), MEETING["agenda"][0], ("agenda", 0)),
        (("attendance", "people", 0), ("Attendee",), 3, ("attendance", "people", 0)),
        # Further than there is data, or along what no field is: as far as it goes.
        (("agenda", 9), None, MEETING["agenda"], ("agenda",)),
        (("agenda", 1, "x"), (), 1, ("agenda", 1, "x")),
        (("body",), ("Meeting",), MEETING, ()),
        (("nothing", "at", "all", 7), ("Meeting",), MEETING, ()),
    ],
)
def test_a_path_leads_to_what_stands_there(
    path: tuple[str | int, ...], models: tuple[str, ...] | None, found: object, in_data: tuple[str | int, ...]
) -> None:
    may_be, data, place = place_at(Meeting, MEETING, path)
    assert (data, place) == (found, in_data)
    if models is not None:
        assert tuple(model.__name__ for model in may_be) == models


def test_data_that_is_no_record_leads_nowhere() -> None:
    for data in (None, "text", [], 7):
        assert place_at(Meeting, data, ("agenda", 0, "launch", "brand")) == ((Meeting,), data, ())
