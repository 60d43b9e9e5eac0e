"""Research outcomes."""

from __future__ import annotations

from .fields import Date, Line, Model, OrganizationId, PersonId, Record, Text, Unpublished


class Figure(Model, title="数目"):
    """A figure that the source states, as it states it (20余项 stays 20余项), or what it sets side by side."""

    name: Line
    """名称，写是什么的数目。"""
    value: Line
    """数目，与来源一致，例如 20余项；来源并列的几样也可以写，例如 横向、纵向。"""

    @property
    def line(self) -> str:
        """What is counted, and how many: 指标20余项."""
        return f"{self.name}{self.value}"


class Outcome(Record, title="成果", folder="outcomes", naming=("title",)):
    """A research outcome. The meeting that heard it, and from whom, is derived from that meeting's agenda."""

    title: Line
    """题目，不写书名号。"""
    type: Line
    """种类，例如 课题。"""
    authors: tuple[PersonId, ...] = ()
    """作者，来源写明的才写；谁在会上汇报，由会议的议程得出。"""
    institution: OrganizationId | None = None
    """所属单位，来源写明的才写。"""
    date: Date | None = None
    """完成或发表的日期；不知道就不写。"""
    summary: Text
    """内容，用自己的话写。"""
    figures: tuple[Figure, ...] = ()
    """数目，只写来源写明的。"""
    unpublished: Unpublished

    @property
    def called(self) -> str:
        """What the outcome is called: its title in 《》."""
        return f"《{self.title}》"
