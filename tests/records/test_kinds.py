"""The list of kinds, and what is derived of it."""

import types
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import pytest
from chuxin.records.fields import PARTS, Record, Ref
from chuxin.records.kinds import KIND_NAMES, KINDS, SECTIONS, kinds
from chuxin.records.people import Person
from models import FIELDS


def marks_of(annotation) -> list:
    """Return every Ref and Markdown inside of an annotation, and every class that a value can have."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return [*marks, *marks_of(inner)]
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return [mark for part in get_args(annotation) for mark in marks_of(part)]
    return [annotation]


def test_what_is_referred_to_is_a_kind_or_an_entry():
    marks = [mark for model, name in FIELDS for mark in marks_of(get_type_hints(model, include_extras=True)[name])]
    assert {mark.kind for mark in marks if isinstance(mark, Ref)} <= {*KINDS, *PARTS}


def test_every_kind_is_a_record_with_a_section_and_a_name():
    assert all(issubclass(model, Record) for model in KINDS.values())
    assert set(KINDS) | {"follow-ups", "statements", "timeline", "news"} == set(SECTIONS) == set(KIND_NAMES)


class Course(Record, title="课程", folder="courses"):
    """An invented kind."""


class Lesson(Record, title="课", folder="courses"):
    """A kind that would stand in the same folder."""


class Homeless(Record, title="别的"):
    """A kind without a folder."""


def test_kinds_are_found_by_their_folders():
    assert kinds(Person, Course) == {"people": Person, "courses": Course}


@pytest.mark.parametrize("models", [(Course, Lesson), (Course, Course), (Homeless,)])
def test_every_kind_has_a_folder_of_its_own(models):
    with pytest.raises(ValueError, match="folder"):
        kinds(*models)
