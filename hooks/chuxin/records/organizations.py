"""Organizations and people (Popolo: organization, membership, post, person)."""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import model_validator

from .fields import Date, Line, Model, OrganizationId, PersonId, Pinyin, Record, SourceId, Text
from .written import LINE

Classification = Literal[
    "联席会议", "联盟", "基地",
    "街道", "党的机构", "政府机构", "驻沪机构", "居民区", "院校", "院系", "科研院所", "医疗机构", "金融机构", "企业",
    "社会组织", "其他单位",
]  # fmt: skip
CLASSES: tuple[str, ...] = get_args(Classification)
BODIES = ("联席会议", "联盟", "基地")


class Membership(Model, title="成员关系"):
    """A membership that no recorded meeting decided; what a meeting decided is derived from its record."""

    body: OrganizationId
    """组织，即加入的联席会议、联盟或基地。"""
    since: Date | None = None
    """加入日期；不知道就不写。"""
    until: Date | None = None
    """退出日期；仍是成员就不写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这项成员关系的依据。"""
    note: Line | None = None
    """说明，例如从何得知其为成员。"""


class Organization(Record, title="单位"):
    """A unit, or a body that units join."""

    name: Line
    """名称，与来源一致。"""
    other_names: tuple[Line, ...] = ()
    """简称和别的叫法。"""
    classification: Classification
    """类别。"""
    parent: OrganizationId | None = None
    """上级单位，例如学院所属的大学。"""
    summary: Text | None = None
    """简介，写是怎样的单位，用自己的话写。"""
    background: Text | None = None
    """成立的背景。"""
    aims: Text | None = None
    """宗旨。"""
    lines_of_work: tuple[Line, ...] = ()
    """工作内容，逐项写；只宣布要做的写在 plans 里。"""
    plans: Text | None = None
    """打算，写来源宣布要做的事，以及由谁宣布。"""
    founders: tuple[OrganizationId, ...] = ()
    """发起单位。"""
    partners: tuple[OrganizationId, ...] = ()
    """联合发起的单位。"""
    guides: tuple[OrganizationId, ...] = ()
    """指导单位。"""
    related: tuple[OrganizationId, ...] = ()
    """相关单位，来源在介绍它时提到，但没有写明是成员。"""
    memberships: tuple[Membership, ...] = ()
    """成员关系，只写没有会议记录可查的；会议决定的不写在这里。"""
    unpublished: tuple[Line, ...] = ()
    """未公布的内容，写来源没有公布什么，每项一句完整的话。"""
    not_same_as: tuple[OrganizationId, ...] = ()
    """核对过的另一家；名称相同或很像，却不是同一个单位。"""


class Person(Record, title="人物"):
    """A person, by name. Posts stand where they were held: on statements and attendance."""

    name: Line
    """姓名。"""
    sort: Pinyin
    """排序用的拼音，小写，姓名之间空一格，例如 li binlu。"""
    other_names: tuple[Line, ...] = ()
    """别名。"""
    not_same_as: tuple[PersonId, ...] = ()
    """核对过的另一位；同名或名字很像，却不是同一个人。"""


class Post(Model, title="职务"):
    """A post that a person held on the day. Text alone means a post in the unit named beside it."""

    title: Line
    """职务名称；没有别的要写时，可以直接写在 - 后面。"""
    organization: OrganizationId | None = None
    """职务所在的单位；与发言人的单位相同就不写。"""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) or value is None else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Return the schema of a text or a mapping; what a schema says of the one does not touch the other."""
        reference = handler(core_schema)
        mapping = handler.resolve_ref_schema(reference)
        mapping |= {**LINE.schema, "type": [*LINE.schema["type"], mapping["type"]]}
        return reference


class Attendee(Model, title="出席者"):
    """A person who attended, with the posts held that day."""

    person: PersonId
    """出席的人。"""
    organization: OrganizationId | None = None
    """代表的单位。"""
    posts: tuple[Post, ...] = ()
    """当日的职务，按来源的顺序。"""
    role: Line | None = None
    """出席的身份，例如 主持；只是出席就不写。"""
