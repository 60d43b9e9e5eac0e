"""Organizations (Popolo: organization, membership)."""

from __future__ import annotations

from typing import Any

from ..words.dates import PartialDate
from .classes import Class
from .fields import Date, Line, Model, OrganizationId, Record, SourceId, Text, Unpublished
from .offices import Tenure
from .successions import Ending, FormerName


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
    former_names: tuple[FormerName, ...] = ()
    """曾用名，同一个单位从前的名称，早的在前。"""
    ended: Ending | None = None
    """终止，单位合并、拆分或撤销了才写；只是改名的写 former_names。"""
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
    def known_as(self) -> tuple[str, ...]:
        """All that the unit is and was called."""
        return (*super().known_as, *(one.name for one in self.former_names))

    def name_on(self, date: PartialDate | None) -> str:
        """Return what the unit was called on a day; what it is called where the record does not tell."""
        for former in self.former_names if date else ():
            if not date or not former.until or not former.tells_of(date):
                return self.name
            if date.is_before(former.until):
                return former.name
        return self.name

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
