"""The three lists (三张清单): needs, resources, projects."""

from __future__ import annotations

from typing import Any, Literal, get_args

from .fields import (
    Date,
    EntryId,
    Id,
    ItemId,
    Line,
    MeetingId,
    Model,
    OrganizationId,
    Record,
    SourceId,
    Text,
    Unpublished,
)

State = Literal["待认领", "已认领", "办理中", "已完成"]


class Mention(Model, title="提到的名称"):
    """Something the source names without saying whether it belongs to the list."""

    title: Line
    """名称，与来源一致。"""
    text: Text
    """提到的情形，写来源怎样提到它。"""


class Entry(Model, title="条目"):
    """One need, resource or project of a list."""

    id: Id
    """编号，在本清单内不重复。"""
    title: Line
    """名称。"""
    organization: OrganizationId | None = None
    """提出或提供的单位。"""
    date: Date | None = None
    """列入的日期。"""
    claimed_by: tuple[OrganizationId, ...] = ()
    """认领的单位，几家一起认领的都写；来源没有写就不写。"""
    state: State | None = None
    """进展，照来源写；来源没有写就不写。"""
    text: Text | None = None
    """内容。"""
    meets: tuple[EntryId, ...] = ()
    """回应的条目，写成 清单编号/条目编号，例如 needs/reading-room。"""
    follows: tuple[ItemId, ...] = ()
    """由来，写它落实会上的哪一项，写成 会议编号/事项编号，例如 2023-07-06/xin-chengyuan；来源写明了才写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这一条的依据。"""


ListingType = Literal["需求", "资源", "项目"]
LISTS: tuple[str, ...] = get_args(ListingType)


class Listing(Record, title="清单", folder="listings"):
    """One of the three lists (三张清单) and what is public of it."""

    name: Line
    """清单名称。"""
    type: ListingType
    """种类，三张清单各是一种。"""
    keeper: OrganizationId | None = None
    """梳理清单的单位。"""
    meetings: tuple[MeetingId, ...] = ()
    """一并报道的会议，来源报道会议时介绍了这份清单才写。"""
    summary: Text | None = None
    """简介，写清单是什么、由谁梳理。"""
    entries: tuple[Entry, ...] = ()
    """已公布的条目。"""
    mentions: tuple[Mention, ...] = ()
    """提到的名称，来源没有写明是否列入清单。"""
    unpublished: Unpublished

    @property
    def sorted_by(self) -> tuple[Any, ...]:
        """What lists are sorted by: needs, resources, projects."""
        return LISTS.index(self.type), self.id

    @property
    def has_page(self) -> bool:
        """Whether any of its entries is public: three lists of which nothing is are one page, not three."""
        return bool(self.entries)
