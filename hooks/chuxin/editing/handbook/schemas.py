"""The JSON Schema of every kind of record, from the models: editors complete and check with them while one types.

pydantic makes them; here they are brought into the form that YAML language servers serve best: draft 7, one list of
types in place of alternatives, and of the items of an agenda the one that `type` names.
"""

from __future__ import annotations

from typing import Any

from ...records.alternatives import alternatives_of
from ...records.fields import Model
from ...records.kinds import KINDS
from ...records.settings import Settings
from ...records.shapes import field_shapes, tag_of
from ...records.titles import field_description, field_title, model_title, ordered_fields
from ...records.wording import FORM_NOTES
from ...records.written import ID

Schema = dict[str, Any]

FOLDER = "schemas"
ARCHIVE = "archive"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_REFERENCE = "#/definitions/"
# What is said of a value comes first in a file, what it must be afterwards.
_ORDER = ("$schema", "title", "description", "type", "required", "properties", "additionalProperties")
_FOR_PYTHON = ("default", "discriminator")


def schemas() -> dict[str, Schema]:
    """Return the schema of every kind of record, and of the settings of an archive, by the name of its file."""
    found = {f"{kind}.json": _schema(model, f"一份记录，存为 data/{kind}/编号.yml。") for kind, model in KINDS.items()}
    return {**found, f"{ARCHIVE}.json": _schema(Settings, "整个档案的设置，存为 data/archive.yml。")}


def parts(model: type[Model]) -> list[type[Model]]:
    """Return the models that a model is made of, each once, in the order in which its files have them."""
    found: dict[type[Model], None] = {}
    for name in ordered_fields(model):
        for part in field_shapes(model)[name].models:
            found.update(dict.fromkeys((part, *parts(part))))
    return list(found)


def _schema(model: type[Model], description: str) -> Schema:
    made = model.model_json_schema(ref_template=f"{_REFERENCE}{{model}}")
    definitions = made.pop("$defs", {})
    schema = _object(model, made, description)
    inside = {part.__name__: _object(part, definitions[part.__name__], _about(part)) for part in parts(model)}
    return {"$schema": _DRAFT, **schema, **({"definitions": inside} if inside else {})}


def _object(model: type[Model], made: Schema, description: str) -> Schema:
    properties = {name: _field(model, name, made["properties"][name]) for name in ordered_fields(model)}
    required = [name for name in properties if name in made.get("required", ())]
    schema = {**made, "title": model_title(model), "description": description, "properties": properties}
    if needed := alternatives_of(model):
        schema["allOf"] = [_one_of(model, names) for names in needed]
    return _ordered({**schema, **({"required": required} if required else {})})


def _one_of(model: type[Model], names: tuple[str, ...]) -> Schema:
    """Return the schema of what says a thing in one of several fields."""
    only = "oneOf" if names == getattr(model, "one_of", ()) else "anyOf"
    told = "、".join(f"{name}（{field_title(model, name)}）" for name in names)
    return {only: [{"required": [name]} for name in names], "errorMessage": f"要写其中一个：{told}"}


def _about(model: type[Model]) -> str:
    """Return what a part of a record is made of."""
    written = "、".join(field_title(model, name) for name in ordered_fields(model))
    return f"{f'议程的一项，种类写 {tag_of(model)}' if tag_of(model) else model_title(model)}：{written}。"


def _field(model: type[Model], name: str, made: Schema) -> Schema:
    schema, models = _value(made), field_shapes(model)[name].models
    if len(models) > 1:
        schema["items"] = _tagged(models)
    if tuple(schema.get("enum", ())) == tuple(FORM_NOTES):
        schema["enumDescriptions"] = list(FORM_NOTES.values())
    return _ordered({**schema, "title": field_title(model, name), "description": field_description(model, name)})


def _value(made: Schema) -> Schema:
    """Return the schema of a value. None is what a field is that is not there: nobody writes it."""
    schema = {key: value for key, value in made.items() if key not in _FOR_PYTHON}
    for value in schema.pop("anyOf", []):
        schema = {**value, **schema} if value != {"type": "null"} else schema
    if "enum" in schema or "const" in schema:
        # Whatever is no text is not among the values either: one mistake, one message.
        del schema["type"]
    if "items" in schema:
        schema["items"] = _ordered(_value(schema["items"]))
    return schema


def _tagged(models: tuple[type[Model], ...]) -> Schema:
    """Return the schema of what `type` decides: errors are then those of the one that was meant."""
    tags = {tag_of(model): model for model in models}
    names = [model_title(model) for model in models]
    identifier = {"title": field_title(models[0], "id"), "description": field_description(models[0], "id"), **ID.schema}
    return {
        "title": "其中一项",
        "description": f"先写种类，再写这一种的字段：{'、'.join(names)}。",
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": identifier,
            "type": {"title": "种类", "description": "是哪一种。", "enum": list(tags), "enumDescriptions": names},
        },
        "allOf": [{"if": _is(tag), "then": {"$ref": f"{_REFERENCE}{model.__name__}"}} for tag, model in tags.items()],
    }


def _is(tag: str | None) -> Schema:
    return {"type": "object", "required": ["type"], "properties": {"type": {"const": tag}}}


def _ordered(schema: Schema) -> Schema:
    first = {key: schema[key] for key in _ORDER if key in schema}
    return {**first, **{key: value for key, value in schema.items() if key not in first}}
