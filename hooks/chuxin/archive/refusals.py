"""What a model refuses → a located problem in Chinese, with what was meant or where it belongs.

`details` are errors as pydantic gives them: `type`, `loc`, `input` and `ctx`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from ..problems.problems import Problem
from ..problems.typed import FieldPath, SourceText
from ..reading.parsing import Data
from ..reading.places import locate, locate_key
from ..records import advice
from ..records.agenda import ITEM_WORDS
from ..records.alternatives import LACKING, TOO_MANY
from ..records.fields import Model, is_id
from ..records.kinds import KINDS
from ..records.shapes import field_owners, place_at, tag_of
from ..records.titles import field_title, model_title
from ..records.wording import CHOICE_WORDS, did_you_mean
from ..words import guesses
from ..words.dates import PartialDate
from ..words.folding import fold

# What an editor typed is repeated as far as it helps to find it.
_SHOWN = 40
# What is longer is no slip of the keyboard.
_GUESSED = 300
FIELDS_HINT = "每行写成 “字段: 内容”"
_LIST_HINT = "每项一行，以 “- ” 开头"
_CHOICES_HINT = "可以写 {choices}"
_OWN_CLASS = "确是另一类，先写进 archive.yml 的 classifications"

# pydantic's type of error → code, message, hint. {field} is the last name on the path, the rest comes from the error.
_WORDING = {
    "missing": ("E201", "缺少字段 “{field}”", "{title}"),
    LACKING: ("E201", "缺少字段 {fields}", "{titles}"),
    TOO_MANY: ("E218", "{fields} 只能写一个", "{titles}"),
    "union_tag_not_found": ("E201", "缺少字段 “type”", "type 说明这一项是什么，" + _CHOICES_HINT),
    "extra_forbidden": ("E202", "这里没有 “{field}” 这个字段", ""),
    "blank": ("E204", "“{field}” 是空的", "没有内容就整行删去"),
    "one_line": ("E205", "“{field}” 只能写一行", "合成一行，写在冒号后面"),
    "string_type": ("E205", "“{field}” 应当是一段文字", "写在冒号后面，不用 -，也不分字段"),
    "string_too_long": ("E206", "“{field}” 太长", "最多 {max_length} 个字"),
    "id_format": ("E207", "“{value}” 不能作编号", "编号只用小写字母、数字和连字符，例如 quyang-hospital"),
    "id_reserved": ("E207", "“{value}” 不能作编号，Windows 上不能有叫这个名称的文件", "后面加一个词，例如 {value}-xin"),
    "entry_format": ("E207", "条目要写成 清单编号/条目编号", "例如 needs/reading-room"),
    "item_format": ("E207", "议程事项要写成 会议编号/事项编号", "例如 2023-07-06/xin-chengyuan"),
    "date_format": ("E208", "{reason}", "{hint}"),
    "date_bound": ("E219", "“{field}” 不能写 不晚于", "写发布这一页的日期，例如 2023-07-06"),
    "count_format": ("E209", "“{field}” 应当是整数", "只写数字，例如 46"),
    "amount_format": ("E209", "“{field}” 应当是数目", "照来源写，不写量词，例如 46、80余、近150"),
    "flag_format": ("E210", "“{field}” 只能写 true 或 false", ""),
    "web_address": ("E211", "“{field}” 不是完整的网址", "以 https:// 开头，中间没有空格"),
    "contact_address": (
        "E430",
        "“{field}” 里的一项不是邮箱、办公电话或网址",
        "例如 021-12345678 或 bangong@example.org",
    ),
    "mobile_number": ("E431", "个人的手机号不能公布", "写办公电话，例如 021-12345678，或者单位的邮箱"),
    "class_unknown": ("E212", "“{field}” 不能写 “{input}”", _CHOICES_HINT),
    "class_taken": ("E432", "类别 “{value}” 已经有了，属于{group}", "删去这一项，单位直接写这个类别"),
    "class_twice": ("E432", "类别 “{value}” 写了两次", "删去其中一处"),
    "class_as_group": ("E432", "“{value}” 是类别，不是大类", "它属于{group}，这里写 {group}"),
    "literal_error": ("E212", "“{field}” 不能写 “{input}”", _CHOICES_HINT),
    "union_tag_invalid": ("E212", "“type” 不能写 “{tag}”", _CHOICES_HINT),
    "model_type": ("E213", "“{field}” 应当是若干个字段", FIELDS_HINT),
    "model_attributes_type": ("E213", "“{field}” 应当是若干个字段", FIELDS_HINT),
    "tuple_type": ("E214", "“{field}” 应当是列表", _LIST_HINT),
    "too_short": ("E215", "“{field}” 至少要写一项", _LIST_HINT),
    "pinyin": ("E216", "“{field}” 应当是小写拼音", "例如 li binlu"),
}

# pydantic's type of error → what gives the right way to write what was typed.
_GUESSES: dict[str, Callable[[str], Any]] = {
    "id_format": guesses.identifier,
    "date_format": PartialDate.guess,
    "count_format": guesses.number,
    "amount_format": guesses.amount,
    "flag_format": guesses.flag,
    "web_address": guesses.web_address,
    "contact_address": guesses.contact_address,
    "pinyin": guesses.pinyin,
}


def blank(source: SourceText, path: FieldPath) -> Problem:
    code, message, hint = _WORDING["blank"]
    field = next((step for step in reversed(path) if isinstance(step, str)), "文件")[:_SHOWN]
    return Problem(locate(source, path), code, message.format(field=field), hint)


def problem_of(model: type[Model], data: Data, source: SourceText, details: Any) -> Problem:
    kind, path, value = details["type"], details["loc"], details["input"]
    if kind == "extra_forbidden":
        return unknown_field(model, data, source, path)
    if kind == "union_tag_invalid":
        path, value = (*path, "type"), value.get("type") if isinstance(value, Mapping) else None
    if value is None and kind != "union_tag_not_found":
        return blank(source, path)
    if kind == "literal_error" and not isinstance(value, str):
        kind = "string_type"
    code, message, hint = _WORDING.get(kind, _WORDING["string_type"])
    values = {
        **details.get("ctx", {}),
        "field": next((step for step in reversed(path) if isinstance(step, str)), "文件")[:_SHOWN],
        "title": _title_of(model, data, path) if kind == "missing" else "",
        "input": str(value)[:_SHOWN],
        "choices": "、".join(_choices(details) or _tags_at(model, data, path)),
    }
    guess = guess_of(model, data, details, source)
    hint = _advice(kind, path, value) or (did_you_mean(guess) if guess else hint.format_map(values))
    if kind == "class_unknown":
        hint += _OWN_CLASS if guess else f"。{_OWN_CLASS}"
    span = (locate_key if kind == TOO_MANY else locate)(source, path)
    return Problem(span, code, message.format_map(values), hint)


def _advice(kind: str, path: FieldPath, value: Any) -> str:
    """Return where what was typed as a value belongs; empty where there is no telling."""
    word = value[:_SHOWN] if isinstance(value, str) else ""
    if kind == "union_tag_invalid":
        return advice.for_type(word) if word not in ITEM_WORDS else ""
    if kind in ("literal_error", "model_type", "model_attributes_type", "tuple_type"):
        return advice.for_value(str(path[-1]), word)
    return ""


def guess_of(model: type[Model], data: Data, details: Any, source: SourceText) -> str | None:
    """Return what was meant by a value, None when there is no telling."""
    kind, path, value, choices = details["type"], details["loc"], details["input"], _choices(details)
    if kind == "union_tag_invalid":
        value = value.get("type") if isinstance(value, Mapping) else None
    if not isinstance(value, str) or len(value) > _GUESSED:
        return None
    if kind == "id_format" and path == ("id",):
        stem = PurePosixPath(source.path).stem
        return stem if is_id(stem) else guesses.identifier(value)
    if kind == "union_tag_invalid" and _advice(kind, path, value):
        return None
    if kind in ("literal_error", "class_unknown", "union_tag_invalid"):
        words = {**ITEM_WORDS, **CHOICE_WORDS}
        word = words.get(value.strip())
        return word if word in choices else guesses.among(value, choices)
    guess = _GUESSES[kind](value) if kind in _GUESSES else None
    return str(guess) if guess else None


def _choices(details: Any) -> list[str]:
    context = details.get("ctx", {})
    if "choices" in context:
        return list(context["choices"])
    return re.findall(r"'([^']+)'", str(context.get("expected") or context.get("expected_tags") or ""))


def unknown_field(model: type[Model], data: Data, source: SourceText, path: FieldPath) -> Problem:
    """Return the problem of a field that is not known in its place: misspelt, or of another kind."""
    name, span = str(path[-1]), locate_key(source, path)
    message = f"这里没有 “{name[:_SHOWN]}” 这个字段"
    models, mapping, _ = place_at(model, data, path[:-1])
    if meant := meant_field(model, data, path):
        return Problem(span, "E202", message, did_you_mean(f"{meant}（{field_title(models[0], meant)}）"))
    if meant_type_field(model, data, path[:-1], name):
        return Problem(span, "E202", message, did_you_mean("type"))
    owners = field_owners(tuple(KINDS.values())).get(name)
    if belongs := advice.for_field(models, name):
        return Problem(span, "E217" if owners else "E202", message, belongs)
    if owners:
        titles = "、".join(dict.fromkeys(map(model_title, owners)))
        here = "、".join(dict.fromkeys(map(model_title, models)))
        return Problem(span, "E217", message, f"“{name}” 是{titles}的字段，这里是{here}；写在这里，也可能是缩进不对")
    free = dict.fromkeys(field for one in models for field in one.model_fields if field not in (mapping or {}))
    return Problem(span, "E202", message, f"这里还可以写 {'、'.join(free)}" if free else "")


def meant_field(model: type[Model], data: Data, path: FieldPath) -> str | None:
    """Return the field that was meant by the unknown one at `path`: one that is near, or is so called in Chinese."""
    models, mapping, _ = place_at(model, data, path[:-1])
    if len(models) != 1 or not isinstance(mapping, Mapping):
        return None
    fields = models[0].model_fields
    free = [field for field in fields if field not in mapping]
    name = str(path[-1]).strip("\u3000\xa0 -－")
    called = [field for field in free if fold(field_title(models[0], field)) == fold(name)]
    near = [name] if name in free else called or guesses.nearest(name, free)
    # What is a field elsewhere was typed on purpose, but for a field that has to be here.
    if name in field_owners(tuple(KINDS.values())):
        near = [field for field in near if fields[field].is_required()]
    return next(iter(near), None)


def meant_type_field(model: type[Model], data: Data, path: FieldPath, name: str | None = None) -> str | None:
    """Return the misspelt field of an item that was meant to be `type`: `name`, or any."""
    models, mapping, _ = place_at(model, data, path)
    if not isinstance(mapping, Mapping) or "type" in mapping or len(models) < 2:
        return None
    tags = [tag_of(one) for one in models]
    known = {field for one in models for field in one.model_fields}
    names = [name] if name else [one for one in mapping if one not in known]
    return next((one for one in names if mapping.get(one) in tags or guesses.nearest(one, ["type"])), None)


def _title_of(model: type[Model], data: Data, path: FieldPath) -> str:
    """Return what a field is called, for the one who misses it."""
    models = place_at(model, data, path[:-1])[0]
    owner = next((one for one in models if path[-1] in one.model_fields), None)
    return f"{path[-1]} 是{field_title(owner, str(path[-1]))}" if owner else ""


def _tags_at(model: type[Model], data: Data, path: FieldPath) -> list[str]:
    return [tag for one in place_at(model, data, path)[0] if (tag := tag_of(one))]
