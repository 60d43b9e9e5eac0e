"""The page of the handbook that lists every field: 字段一览."""

from __future__ import annotations

from collections.abc import Iterator

from ...records.alternatives import alternatives_of
from ...records.classes import CLASS
from ...records.fields import PARTS, Model, Ref
from ...records.kinds import KINDS
from ...records.settings import FrontMatter, Settings
from ...records.shapes import Shape, field_shapes, tag_of
from ...records.titles import field_description, field_title, model_title, ordered_fields
from ...records.written import ADDRESS, AMOUNT, CONTACT, COUNT, DATE, FLAG, ID, LINE, PASSAGE, PINYIN, TEXT
from .schemas import parts

_HEAD = """\
---
title: 字段一览
description: 每种记录有哪些字段，写什么，哪些必写。
---

这一页由程序生成，列出每种记录的全部字段。字段的先后就是文件里的先后；不是必写的，不知道就整行不写；必写一栏是“其一”的，几个里要写一个。

在 VS Code 里打开整个文件夹，装上它推荐的 YAML 扩展，写的时候就会列出可写的字段，并标出写错的地方。
"""

# The pages of the handbook that say how to write a kind of record.
_GUIDES = {
    "meetings": "[添加会议](meetings.md)和[添加发言](statements.md)",
    "organizations": "[添加单位和人物](organizations.md)",
    "people": "[添加单位和人物](organizations.md)",
}
_OTHER_GUIDE = "[添加成果、清单和来源](others.md)"


def fields_page() -> str:
    """Return the page in Markdown."""
    return "\n".join([_HEAD, *_scalars(), *_sections()]).rstrip("\n") + "\n"


def _scalars() -> Iterator[str]:
    yield "## 内容的写法\n"
    yield "| 内容 | 写法 |\n| --- | --- |"
    for scalar in (
        ID,
        LINE,
        TEXT,
        PASSAGE,
        DATE,
        COUNT,
        AMOUNT,
        FLAG,
        ADDRESS,
        CONTACT,
        PINYIN,
        *PARTS.values(),
        CLASS,
    ):
        yield f"| {scalar.name} | {scalar.how} |"
    yield "| 列表 | 每项一行，以 `-` 开头，比字段名多缩进两格 |\n"


def _sections() -> Iterator[str]:
    told: set[type[Model]] = set()
    for kind, model in KINDS.items():
        about = f"一份记录是一个文件，存为 `data/{kind}/编号.yml`。怎样写，见{_GUIDES.get(kind, _OTHER_GUIDE)}。"
        yield from _section("##", model, about)
        # A part that several kinds have stands under the first.
        for part in [one for one in parts(model) if one not in told]:
            told.add(part)
            tag = tag_of(part)
            yield from _section("###", part, f"议程的一项，`type` 写 `{tag}`。" if tag else "")
    yield from _section("##", Settings, "写在 `data/archive.yml` 里。怎样写，见[设置](settings.md)。")
    for part in parts(Settings):
        yield from _section("###", part, "")
    yield from _section("##", FrontMatter, "写在一页文字的开头，两行 `---` 之间。怎样写，见[写动态和页面](pages.md)。")


def _section(level: str, model: type[Model], about: str) -> Iterator[str]:
    yield f"{level} {model_title(model)}\n"
    if about:
        yield f"{about}\n"
    yield "| 字段 | 名称 | 写什么 | 必写 |\n| --- | --- | --- | --- |"
    shapes = field_shapes(model)
    one_of = {name for names in alternatives_of(model) for name in names}
    for name in ordered_fields(model):
        required = "是" if model.model_fields[name].is_required() else "其一" if name in one_of else "否"
        # Not as code, which breaks inside of words where a column is narrow.
        yield f"| **{name}** | {field_title(model, name)} | {_content(model, name, shapes[name])} | {required} |"
    yield ""


def _content(model: type[Model], name: str, shape: Shape) -> str:
    """Return how a field is written, and what is said of it after its title."""
    if name == "type" and tag_of(model):
        return f"写 `{tag_of(model)}`。"
    rest = field_description(model, name).removeprefix(field_title(model, name)).lstrip("，；。：")
    return f"{_written(shape)}{'，' if rest.startswith('例如') else '。'}{rest}"


def _written(shape: Shape) -> str:
    value = _value(shape)
    return f"列表，每项是{value}" if shape.many else value


def _value(shape: Shape) -> str:
    if isinstance(shape.mark, Ref):
        return f"{_link(KINDS[shape.mark.kind])}的编号" if shape.mark.kind in KINDS else PARTS[shape.mark.kind].name
    if shape.choices:
        return f"从这些里选一个：{'、'.join(shape.choices)}"
    if shape.written:
        return shape.written.name
    links = "、".join(map(_link, shape.models))
    return f"{links}中的一种" if len(shape.models) > 1 else links


def _link(model: type[Model]) -> str:
    return f"[{model_title(model)}](#{model_title(model)})"
