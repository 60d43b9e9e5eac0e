"""Organizations (Popolo: organization, membership)."""

from __future__ import annotations

from typing import Any

from .classes import Class
from .fields import Date, Line, Model, OrganizationId, Record, SourceId, Text, Unpublished
from .offices import Tenure


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


class Organization(Record, title="单位", folder="organizations"):
    """A unit, or a body that units join."""

    name: Line
    """名称，与来源一致。"""
    other_names: tuple[Line, ...] = ()
    """简称和别的叫法。"""
    classification: Class
    """类别，归不进任何一类的写 其他单位。"""
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
    offices: tuple[Tenure, ...] = ()
    """任职情况，只写没有会议记录可查的；会议上任职的不写在这里。"""
    memberships: tuple[Membership, ...] = ()
    """成员关系，只写没有会议记录可查的；会议决定的不写在这里。"""
    unpublished: Unpublished
    not_same_as: tuple[OrganizationId, ...] = ()
    """核对过的另一家；名称相同或很像，却不是同一个单位。"""

    @property
    def is_body(self) -> bool:
        """Whether units join it."""
        return self.classification.is_body

    @property
    def sort_of(self) -> str:
        """What sort of unit it is."""
        return self.classification.name

    @property
    def sorted_by(self) -> tuple[Any, ...]:
        """What units are sorted by: their classes, in the order in which these are listed."""
        return self.classification, self.id
