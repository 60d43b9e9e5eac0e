"""The files made from the models: schemas that accept and refuse what the program does, and the page of fields."""

from __future__ import annotations

import copy
import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import regress
import yaml
from archives import RECORDS
from chuxin.editing.handbook.schemas import parts, schemas
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.fields import Model
from chuxin.records.kinds import KINDS
from chuxin.records.settings import Settings
from chuxin.records.titles import field_description, model_title, ordered_fields
from examples import EXAMPLES
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, ValidationError, validators
from pydantic import ValidationError as Refused

SCHEMAS = schemas()


OF_NAME: dict[str, type[Model]] = {**KINDS, "archive": Settings}


RECORDS = [(kind, path) for kind, path in RECORDS if kind in KINDS]


class Core(yaml.SafeLoader):
    """Reads scalars by the core schema of YAML 1.2, as editors' language servers do."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern, _construct in (
    ("null", r"~|null|Null|NULL|", lambda text: None),
    ("bool", r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 10 if text.strip("+-").isdigit() else 0)),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z", re.ASCII), None)
    Core.add_constructor(f"tag:yaml.org,2002:{_tag}", lambda loader, node, make=_construct: make(node.value))


def _pattern_of_javascript(validator: Any, pattern: str, value: Any, schema: Any) -> Iterator[ValidationError]:
    if validator.is_type(value, "string") and not regress.Regex(pattern, "u").find(value):
        yield ValidationError(f"{value!r}: {pattern}")


Validator = validators.extend(Draft7Validator, {"pattern": _pattern_of_javascript})


CHECKS = {name: Validator(SCHEMAS[f"{name}.json"]) for name in OF_NAME}


def read(text: str) -> tuple[Any, Any]:
    """Return what the program reads in a text, and what a language server reads."""
    data, problems = parse(SourceText("", text))
    assert not problems
    return data, yaml.load(text, Core)


def refused_by_program(name: str, data: Any) -> bool:
    """Tell whether the program refuses data: what no model takes, and a field after which nothing is written."""
    try:
        OF_NAME[name].model_validate(data)
    except Refused:
        return True
    return holds_nothing(data)


def holds_nothing(data: Any) -> bool:
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return data is None or any(map(holds_nothing, inside))


def refused_by_schema(name: str, data: Any) -> bool:
    return not CHECKS[name].is_valid(data)


def test_scalars_are_read_as_language_servers_read_them():
    text = "[2023, 012, 1.5, true, no, 1:30, 2023-07-06, 1_000, ~, '5']"
    assert yaml.load(text, Core) == [2023, 12, 1.5, True, "no", "1:30", "2023-07-06", "1_000", None, "5"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name):
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft7Validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("name", OF_NAME)
def test_everything_in_a_schema_is_described_in_chinese(name):
    schema = SCHEMAS[f"{name}.json"]
    definitions = schema.get("definitions", {})
    assert set(definitions) == {part.__name__ for part in parts(OF_NAME[name])}
    for model, made in [
        (OF_NAME[name], schema),
        *((part, definitions[part.__name__]) for part in parts(OF_NAME[name])),
    ]:
        assert made["additionalProperties"] is False
        assert made["title"] == model_title(model)
        assert list(made["properties"]) == list(ordered_fields(model))
        assert all(
            made["properties"][field]["description"] == field_description(model, field) for field in made["properties"]
        )
    text = json.dumps(schema, ensure_ascii=False)
    for told in re.findall(r'"(?:title|description|errorMessage)": "([^"]*)"', text):
        assert re.search(r"[\u4e00-\u9fff]", told), told


@pytest.mark.parametrize(("kind", "path"), RECORDS, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_every_record_of_the_archives_is_accepted(kind, path):
    _, data = read(path.read_text("utf-8"))
    assert [error.message for error in CHECKS[kind].iter_errors(data)] == []


@pytest.mark.parametrize(("file", "text"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_every_example_of_the_handbook_is_accepted(file, text):
    named = re.match(r"# data/(\w+)[/.]", text)
    if not named:
        text = f"id: a\nnames:\n  - 会议\ndate: 2024\n{textwrap.dedent(text)}"
    assert [error.message for error in CHECKS[named[1] if named else "meetings"].iter_errors(read(text)[1])] == []


MEETING = "id: a\nnames:\n  - 会议\ndate: 2024\n"


PERSON = "id: a\nname: 李\nsort: li\n"


SOURCE = "id: a\nheadline: 题\ntype: 报道\n"


ITEM = f"{MEETING}agenda:\n  - id: b\n"


SPEECH = f"{ITEM}    type: statement\n    speaker: li\n    form: 概述\n"


POSTS = f"{MEETING}attendance:\n  people:\n    - person: li\n      posts:\n"


CONTACT = "contact:\n  name: 街道办公室\n  addresses:\n"


ADDRESSES = [
    "12345",
    "02165161234",
    "021-65161234",
    "0551-6123456转801",
    "+86 21 6516 1234",
    "400-820-8820",
    "65161234",
]


ADDRESSES += ["a@example.org", "ban-gong.shi+1@mail.example.org", "https://example.org/a?b=c"]


NO_ADDRESSES = [
    "'13812345678'",
    "138-1234-5678",
    "'+86 138 1234 5678'",
    "'013812345678'",
    "1234",
    "021-651612345678901",
]


NO_ADDRESSES += ["三楼", "a@b", "a b@c.org", "ftp://example.org", "javascript:alert(1)", "mailto:a@example.org"]


BAD = [
    *(("archive", f"{CONTACT}    - {address}\n") for address in NO_ADDRESSES),
    ("archive", "contact:\n  name: 街道办公室\n  addresses: []\n"),
    ("archive", "contact:\n  addresses: [12345]\n"),
    ("archive", "synonyms:\n  - term: 义诊\n    also: []\n"),
    ("people", "id: a\nname: 李\n"),
    ("people", f"{PERSON}phone: 1\n"),
    ("people", f"{PERSON}sources:\n"),
    ("people", f"{PERSON}sources: a\n"),
    ("people", f"{PERSON}other_names:\n  -\n"),
    ("people", "id: A_b\nname: 李\nsort: li\n"),
    ("people", "id:\nname: 李\nsort: li\n"),
    ("people", "id: 1.5\nname: 李\nsort: li\n"),
    ("people", "id: a\nname: ''\nsort: li\n"),
    ("people", "id: a\nname: |\n  李\nsort: li\n"),
    ("people", f"id: a\nname: {'李' * 301}\nsort: li\n"),
    ("people", "id: a\nname: [李]\nsort: li\n"),
    ("people", "id: a\nname: 李\nsort: Li Binlu\n"),
    ("people", f"{PERSON}note: ' '\n"),
    ("people", "- a\n"),
    ("people", "李\n"),
    ("meetings", "id: a\nnames: []\ndate: 2024\n"),
    ("meetings", "id: a\nnames: 会\ndate: 2024\n"),
    *(
        ("meetings", f"id: a\nnames: [会]\ndate: {date}\n")
        for date in ("2024-13", "2024-04-31", "2024-2-1", "7月6日", "23")
    ),
    *(
        ("meetings", f"id: a\nnames: [会]\ndate: {date}\n")
        for date in ("2024/07/06", "20240706", "'2024 '", "[2024]", "")
    ),
    *(
        ("meetings", f"{MEETING}number: {number}\n")
        for number in ("三", "-1", "1.5", "1234567890", "'05'", "[1]", "true")
    ),
    ("meetings", f"{MEETING}attendance: 很多人\n"),
    ("meetings", f"{MEETING}attendance:\n"),
    ("meetings", f"{MEETING}attendance:\n  guests: []\n"),
    ("meetings", f"{MEETING}attendance:\n  groups:\n    - count: 3\n"),
    ("meetings", f"{POSTS}        -\n"),
    ("meetings", f"{POSTS}        - name: 主任\n"),
    ("meetings", f"{POSTS}        - title: 主任\n          unit: a\n"),
    ("meetings", f"{POSTS}        - [主任]\n"),
    ("meetings", f"{MEETING}agenda:\n  -\n"),
    ("meetings", f"{MEETING}agenda:\n  - 发言\n"),
    ("meetings", ITEM),
    ("meetings", f"{ITEM}    type: lunch\n"),
    ("meetings", f"{ITEM}    type:\n"),
    ("meetings", f"{ITEM}    type: launch\n    brand: x\n    result: 通过\n"),
    ("meetings", f"{ITEM}    type: decision\n    motion: 《议案》\n    result: 同意\n"),
    ("meetings", f"{ITEM}    type: decision\n    motion: 《议案》\n    result:\n"),
    ("meetings", f"{ITEM}    type: signing\n    document: 《书》\n    organizations: []\n"),
    ("meetings", f"{SPEECH}    text: ''\n"),
    ("meetings", f"{MEETING}follow_ups:\n  - date: 2024\n"),
    ("organizations", "id: a\nname: 院\nclassification: ''\n"),
    ("listings", "id: a\nname: 单\ntype: 需求\nentries:\n  - id: b\n    title: 条\n    meets: [needs]\n"),
    ("sources", f"{SOURCE}url: example.org\n"),
    ("sources", f"{SOURCE}url: https://a b\n"),
    ("archive", "fictional: yes\n"),
    ("archive", "fictional:\n"),
    ("archive", "fictional: 1\n"),
    ("people", "id: a\nname: 李\nsort: li\nnote:\n"),
    ("meetings", f"{POSTS}        - 主任\n        - title: 会长\n          organization:\n"),
]


@pytest.mark.parametrize(("name", "text"), BAD, ids=lambda value: repr(value)[-30:])
def test_what_the_program_refuses_is_marked(name, text):
    data, seen = read(text)
    assert refused_by_program(name, data)
    assert refused_by_schema(name, seen)


def test_a_name_in_place_of_an_id_is_marked():
    """The program asks first whether such a record is there, and answers with its id."""
    assert refused_by_schema("people", read(f"{PERSON}sources: [解放日报]\n")[1])


def test_a_mistake_in_an_item_is_told_of_its_own_type():
    _, data = read(f"{SPEECH}    text: 话\n    brand: x\n")
    [error] = CHECKS["meetings"].iter_errors(data)
    assert "'brand' was unexpected" in error.message


GOOD = [
    ("people", "id: 2024\nname: 7\nsort: li\n"),
    ("people", "id: a\nname: true\nsort: li\n"),
    ("people", "id: 012\nname: 1:30\nsort: li\nother_names: []\n"),
    ("meetings", f"{MEETING}number: '46'\nvenue: 3.5\ntime: 14:00\nattendance: {{}}\n"),
    ("meetings", "id: a\nnames: [1, 2]\ndate: '2024'\nnumber: 46\n"),
    ("meetings", "id: a\nnames: [no]\ndate: 2024-02-29\n"),
    ("meetings", f"{POSTS}        - 主任\n        - 7\n        - title: 会长\n"),
    ("archive", "fictional: true\n"),
    ("archive", "fictional: 'false'\n"),
    *(("archive", f"{CONTACT}    - {address}\n") for address in ADDRESSES),
]


@pytest.mark.parametrize(("name", "text"), GOOD, ids=lambda value: repr(value)[-30:])
def test_what_the_program_accepts_is_not_marked(name, text):
    data, seen = read(text)
    assert not refused_by_program(name, data)
    assert not refused_by_schema(name, seen)


SCALARS = [("people", PERSON, "id"), ("people", PERSON, "name"), ("people", PERSON, "sort"), ("people", PERSON, "note")]


SCALARS += [("meetings", MEETING, "date"), ("meetings", MEETING, "number"), ("sources", SOURCE, "url")]


@settings(deadline=None)
@given(
    st.sampled_from(SCALARS),
    st.text("019-+.eEx_ :/aüA李\u3000", max_size=12) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}\Z"),
)
@example(SCALARS[0], "1e3")
@example(SCALARS[4], "2000-02-29")
def test_no_scalar_that_the_program_accepts_is_marked(field, written):
    name, text, key = field
    try:
        data, seen = (part[key] for part in read(re.sub(rf"^{key}:.*\n|\Z", "", text) + f"{key}: {written}\n"))
    except Exception:
        assume(False)
    # An id that reads as a fraction, and the years before 1000, are nothing that anybody writes.
    assume(not (key == "id" and isinstance(seen, float)) and not (key == "date" and written < "1000"))
    whole, as_seen = read(text)
    if not refused_by_program(name, {**whole, key: data}):
        assert not refused_by_schema(name, {**as_seen, key: seen})


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every field of a record and of its parts."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if isinstance(data, dict):
            yield (*path, key)
        yield from places(value, (*path, key))


TREES = [(kind, *read(path.read_text("utf-8"))) for kind, path in RECORDS]


PLACES = [(number, path) for number, (_, data, _) in enumerate(TREES) for path in places(data)]


def changed(data: Any, path: tuple[Any, ...], change: Any) -> Any:
    data = copy.deepcopy(data)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return data


def both(place: tuple[int, tuple[Any, ...]], change: Any) -> tuple[bool, bool]:
    """Return whether the program, and whether the schema refuses a record with a change."""
    kind, data, seen = TREES[place[0]]
    path = place[1]
    return refused_by_program(kind, changed(data, path, change)), refused_by_schema(kind, changed(seen, path, change))


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(["x", "s", "_", " "]))
def test_a_field_with_a_wrong_name_is_refused_by_both(place, suffix):
    assert both(place, lambda holder, key: holder.update({f"{key}{suffix}": holder.pop(key)})) == (True, True)


@settings(deadline=None)
@given(st.sampled_from(PLACES))
def test_a_field_is_required_by_both_or_by_neither(place):
    program, schema = both(place, lambda holder, key: holder.pop(key))
    assert program == schema


@settings(deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from([None, [], {}, "", [None], [[]], [{}], ["a", {}]]))
def test_a_value_of_another_kind_is_refused_by_both_or_by_neither(place, value):
    program, schema = both(place, lambda holder, key: holder.update({key: value}))
    assert program == schema
