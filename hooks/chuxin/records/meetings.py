"""Meetings (Open Civic Data: event).

A meeting is the document of what happened in it.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .agenda import AgendaItem
from .fields import Amount, Count, Date, EntryId, ItemId, Line, Model, OrganizationId, OutcomeId, Record, SourceId, Text
from .people import Attendee


class AttendanceGroup(Model, title="出席的群体"):
    """Participants whom the source counts or names as a group."""

    name: Line
    """哪些人，例如 区域化党建工作成员单位负责人。"""
    count: Amount | None = None
    """数目，照来源写，例如 46、80余、近150；来源没有写就不写。"""
    measure: Line | None = None
    """量词，例如 家、所、人。"""
    organization: OrganizationId | None = None
    """所在的单位，这些人都来自一个单位才写。"""
    body: OrganizationId | None = None
    """所属的组织，数目是它的到会成员单位数才写。"""

    @property
    def line(self) -> str:
        """Who came as a group, and how many as far as that is known: 46家成员单位负责人."""
        return f"{self.count}{self.measure or ''}{self.name}" if self.count is not None else self.name


class Attendance(Model, title="出席情况"):
    """Who attended, in the order of the source."""

    people: tuple[Attendee, ...] = ()
    """出席者，写来源写明姓名的。"""
    organizations: tuple[OrganizationId, ...] = ()
    """出席的单位，来源只写了单位、没有写谁代表的。"""
    groups: tuple[AttendanceGroup, ...] = ()
    """出席的群体，写来源没有写明姓名的。"""
    total: Amount | None = None
    """总人数，照来源写，例如 120余；来源没有写就不写，不自己相加。"""


class FollowUp(Model, title="后续"):
    """What was published of a meeting's consequences. Never inferred."""

    date: Date
    """日期。"""
    text: Text
    """内容，写后来怎样，可用 Markdown。"""
    items: tuple[ItemId, ...] = ()
    """事项，写这是会上哪几项的结果，写成 会议编号/事项编号，例如 2023-07-06/xin-chengyuan；来源写明了才写。"""
    entries: tuple[EntryId, ...] = ()
    """条目，写这是清单里哪几条的进展或结果，写成 清单编号/条目编号；来源写明了才写。"""
    outcomes: tuple[OutcomeId, ...] = ()
    """成果，写由此而来或用到的成果，写编号；来源写明了才写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这件事的依据。"""


class Meeting(Record, title="会议", folder="meetings", naming=("names",), newest_first=True):
    """A meeting: names, date, organizer, the body it convened, attendance, agenda, follow-ups."""

    names: tuple[Line, ...] = Field(min_length=1)
    """会议名称，“某会暨某会”写成两行。"""
    number: Count | None = None
    """届次；没有就不写。"""
    date: Date
    """召开日期；来源只说“近日”，写 不晚于 和报道发布的日期，例如 不晚于2023-07-06。"""
    venue: Line | None = None
    """地点；来源没有写就不写。"""
    time: Line | None = None
    """时间；来源没有写就不写。"""
    organizers: tuple[OrganizationId, ...] = ()
    """召开会议的单位。"""
    body: OrganizationId | None = None
    """会议主体，即所召集的联席会议、联盟或基地。"""
    purpose: tuple[Line, ...] = ()
    """会议的目的，逐项写。"""
    attendance: Attendance = Attendance()
    """出席情况。"""
    agenda: tuple[AgendaItem, ...] = ()
    """议程，按来源叙述的顺序。"""
    follow_ups: tuple[FollowUp, ...] = ()
    """后续，按日期。"""

    @property
    def called(self) -> str:
        """The full name: the names joined as officials write it."""
        return "暨".join(self.names)

    @property
    def known_as(self) -> tuple[str, ...]:
        """The full name, and each of several names."""
        return tuple(dict.fromkeys((self.called, *self.names)))

    @property
    def ordinal(self) -> str | None:
        """Which meeting of its body it is: 第3次; None where the source does not number it."""
        return None if self.number is None else f"第{self.number}次"

    @property
    def sorted_by(self) -> tuple[Any, ...]:
        """What meetings are sorted by: their dates."""
        return self.date, self.id
