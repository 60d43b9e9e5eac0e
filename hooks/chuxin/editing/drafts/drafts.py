"""Answers to a few questions → a record to begin with: its YAML with what else can be written, its file.

What was answered stands in the draft as fields, all other fields of the kind stand there as comments, described as the
models describe them. Lines with one comment sign are fields to be used, those with two explain them: whoever takes one
sign off every line of a field has it, explained by a comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ...records.alternatives import alternatives_of
from ...records.fields import Model, Ref, is_id
from ...records.kinds import KIND_NAMES, KINDS
from ...records.shapes import Shape, field_shapes
from ...records.titles import field_description, model_title, ordered_fields
from ...records.wording import GAP, NO_DATE
from ...records.written import DATE
from ..saving import create, locked
from .ids import Answers, words_of

HEAD = (
    "# 草稿。以两个 # 开头的行是说明。要用哪个字段，就把它各行开头的 # 删去一个，再填上内容；不用的可以删去。",
    "# 例子里的 ……、1000-01-01 和 shili- 开头的编号都要换成真的。",
    "",
)
_EXAMPLE = "shili"
# What a part of a record is named by: the record and the part.
_PARTS = {"entries": ("清单", "条目"), "items": ("会议", "事项")}
# What YAML, or somebody who reads it, would not take for one text. What is empty to YAML is one of the words.
_NEEDS_QUOTES = re.compile(
    r"[-–—－•?:,\[\]{}&*!|>'\"%@`#＃~\ufeff]|\.\.\.|.*(?::(?:\s|$)|\s#|\t|[A-Za-z_]\w*\s*[:：﹕]|\s[-－–—•])|(?:null)?$",
    re.IGNORECASE,
)


def draft(kind: str, answers: Answers) -> str:
    """Return the YAML of a record: the answers, among them all that is required, and all else in comments."""
    model = KINDS[kind]
    lines = [*HEAD]
    for name in ordered_fields(model):
        lines += field_lines(name, answers[name]) if name in answers else commented(model, name)
    return "\n".join(lines) + "\n"


def path_of(archive: Path, kind: str, identifier: str) -> Path:
    """Return the file of a record. Raises ValueError, with the reason in Chinese, when it cannot be in the archive."""
    folder = archive / kind
    if kind not in KINDS:
        raise ValueError(f"没有 “{kind}” 这种记录")
    if not is_id(identifier):
        raise ValueError(f"“{identifier}” 不能作编号：编号只用小写字母、数字和连字符")
    for place in (archive, folder):
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise ValueError(f"{place.as_posix()} 不是文件夹；档案里不能有链接")
    return folder / f"{identifier}.yml"


def write(path: Path, text: str) -> None:
    """Write a new file, in a new folder if need be. Raises FileExistsError, as nothing is overwritten, and OSError."""
    with locked(path.parent.parent):
        create(path, text.encode())


def field_lines(name: str, value: str | Sequence[str]) -> list[str]:
    """Return the lines of a field with its value."""
    if not isinstance(value, str):
        return [f"{name}:", *(f"  - {scalar(item)}" for item in value)]
    if "\n" in value:
        return [f"{name}: |-", *(f"  {line}" if line else "" for line in value.split("\n"))]
    return [f"{name}: {scalar(value)}"]


def scalar(text: str) -> str:
    """Return a text of one line as YAML, in quotes where it would not be read, or not be read as it is, without."""
    quoted = "'" + text.replace("'", "''") + "'"
    return quoted if _NEEDS_QUOTES.match(text) else text


def commented(model: type[Model], name: str) -> list[str]:
    """Return the lines of a field that was not answered: what it is, and how it is written."""
    lines = _example(model, name, {_explanation(model, name)})
    if len(lines) == 1:
        lines = [f"{name}:"]
    return [f"## {_explanation(model, name)}", *(f"# {line}".rstrip() for line in lines)]


def _example(model: type[Model], name: str, said: set[str]) -> list[str]:
    """Return the lines of a field with an example in it; what was `said` of a field before is not said again."""
    shape = field_shapes(model)[name]
    explanation = _explanation(model, name)
    comment = "" if explanation in said else f" # {explanation}"
    said.add(explanation)
    if not shape.models:
        value = _placeholder(model, name, shape)
        return [f"{name}:{comment}", f"  - {value}"] if shape.many else [f"{name}: {value}{comment}"]
    lines = [f"{name}:{comment}"]
    shown: set[str] = set()
    for number, one in enumerate(shape.models):
        lines += [""] if number else []
        mapping = [line for field in _shown_fields(one, shown) for line in _example(one, field, said)]
        heads = ["  - ", *["    "] * len(mapping)] if shape.many else ["  "] * len(mapping)
        lines += [head + line for head, line in zip(heads, mapping, strict=False)]
    return lines


def _shown_fields(model: type[Model], shown: set[str]) -> list[str]:
    """Return the fields of an example: what is optional only in the first of the models that have it."""
    needed = {names[0] for names in alternatives_of(model)}
    optional = {name for name, field in model.model_fields.items() if not field.is_required()} - needed
    left_out = (optional & shown) | set(getattr(model, "one_of", ())[1:])
    shown |= optional
    return [name for name in ordered_fields(model) if name not in left_out]


def _placeholder(model: type[Model], name: str, shape: Shape) -> str:
    """Return what stands in an example: nothing that could be true."""
    if len(shape.choices) == 1:
        return shape.choices[0]  # The type of an item: it says which of several examples this is.
    if isinstance(shape.mark, Ref):
        kind = shape.mark.kind
        return "/".join(map(_example_id, _PARTS.get(kind) or (KIND_NAMES[kind],)))
    if name == "id":
        return _example_id(model_title(model))
    return NO_DATE if shape.written is DATE else GAP


def _example_id(word: str) -> str:
    return "-".join([_EXAMPLE, *words_of(word)])


def _explanation(model: type[Model], name: str) -> str:
    choices = field_shapes(model)[name].choices
    # An example has one of the fields that exclude each other; the others are told of beside it.
    others = one_of[1:] if name in (one_of := getattr(model, "one_of", ()))[:1] else ()
    return "".join(
        [
            field_description(model, name),
            f"可以写{'、'.join(choices)}。" if len(choices) > 1 else "",
            *(f"或者改写 {other}：{field_description(model, other)}" for other in others),
        ]
    )
