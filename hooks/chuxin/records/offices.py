"""Who takes and leaves an office (Popolo: post, membership with a role)."""

from __future__ import annotations

from typing import Literal, get_args

from .alternatives import Alternatives
from .fields import Date, Line, Model, OrganizationId, SourceId
from .items import Ceremony, Party

Manner = Literal["选举", "推选", "聘任", "任命", "轮值", "卸任", "其他"]
MANNERS: tuple[str, ...] = get_args(Manner)


class Appointment(Ceremony, Alternatives, title="任职"):
    """Somebody took an office in an organization, or left it, or both."""

    some_of = ("holders", "leaving")

    type: Literal["appointment"]
    """种类：任职。"""
    manner: Manner
    """怎样任职，都不合适就写其他。"""
    organization: OrganizationId
    """组织，即在哪里任职。"""
    office: Line
    """职务，例如 轮值主席。"""
    holders: Party | None = None
    """任职者。"""
    leaving: Party | None = None
    """卸任者，来源写明卸任的才写；不由继任推断。"""
    since: Date | None = None
    """任期起，来源写明、又不是会议当天的才写。"""
    until: Date | None = None
    """任期止，来源写明任期的才写。"""

    @property
    def name(self) -> str:
        """How it came about, where the list of manners has it."""
        return self.manner if self.manner != "其他" else super().name


class Tenure(Model, title="任职情况"):
    """An office that no recorded meeting gave; what a meeting decided is derived from its record."""

    office: Line
    """职务，例如 会长。"""
    holders: Party
    """任职者。"""
    since: Date | None = None
    """任期起；不知道就不写。"""
    until: Date | None = None
    """任期止；不知道就不写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这项任职的依据。"""
    note: Line | None = None
    """说明，例如从何得知其任职。"""
