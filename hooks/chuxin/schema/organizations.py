"""Organizations and people (Popolo: organization, membership, post, person)."""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import model_validator

from .fields import Date, Line, Model, OrganizationId, PersonId, Pinyin, Record, SourceId, Text

Classification = Literal[
    "联席会议", "联盟", "基地",
    "街道", "党的机构", "政府机构", "驻沪机构", "居民区", "院校", "院系", "科研院所", "医疗机构", "金融机构", "企业",
    "社会组织", "其他单位",
]  # fmt: skip
CLASSES: tuple[str, ...] = get_args(Classification)
BODIES = ("联席会议", "联盟", "基地")


class Membership(Model):
    """A membership that no recorded meeting decided; what a meeting decided is derived from its record."""

    body: OrganizationId
    """所加入的联席会议、联盟或基地。"""
    since: Date | None = None
    """加入日期；不知道就不写。"""
    until: Date | None = None
    """退出日期；仍是成员就不写。"""
    sources: tuple[SourceId, ...] = ()
    """依据的来源。"""
    note: Line | None = None
    """说明，例如从何得知其为成员。"""


class Organization(Record):
    """A unit, or a body that units join."""

    name: Line
    """全称，与来源一致。"""
    other_names: tuple[Line, ...] = ()
    """简称和别的叫法。"""
    classification: Classification
    """类别。"""
    parent: OrganizationId | None = None
    """上级单位，例如学院所属的大学。"""
    summary: Text | None = None
    """是怎样的单位，用自己的话写。"""
    background: Text | None = None
    """成立的背景。"""
    aims: Text | None = None
    """宗旨。"""
    lines_of_work: tuple[Line, ...] = ()
    """工作内容，逐项写。"""
    founders: tuple[OrganizationId, ...] = ()
    """发起单位。"""
    partners: tuple[OrganizationId, ...] = ()
    """联合发起的单位。"""
    guides: tuple[OrganizationId, ...] = ()
    """指导单位。"""
    related: tuple[OrganizationId, ...] = ()
    """来源在介绍它时提到、但没有写明为成员的单位。"""
    memberships: tuple[Membership, ...] = ()
    """没有会议记录可查的成员关系；会议决定的不写在这里。"""
    unpublished: tuple[Line, ...] = ()
    """来源没有公布的内容，每项一句完整的话。"""


class Person(Record):
    """A person, by name. Posts stand where they were held: on statements and attendance."""

    name: Line
    """姓名。"""
    sort: Pinyin
    """排序用的拼音，小写，姓名之间空一格，例如 li binlu。"""
    other_names: tuple[Line, ...] = ()
    """别名。"""


class Post(Model):
    """A post that a person held on the day. Text alone means a post in the unit named beside it."""

    title: Line
    """职务名称。"""
    organization: OrganizationId | None = None
    """职务所在的单位；与发言人的单位相同就不写。"""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) or value is None else value


class Attendee(Model):
    """A person who attended, with the posts held that day."""

    person: PersonId
    """出席的人。"""
    organization: OrganizationId | None = None
    """代表的单位。"""
    posts: tuple[Post, ...] = ()
    """当日的职务，按来源的顺序。"""
    role: Line | None = None
    """出席的身份，例如 主持；只是出席就不写。"""
