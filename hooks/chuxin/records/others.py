"""Research outcomes, the three lists, brands and sources."""

from __future__ import annotations

from typing import Literal, get_args

from .fields import (
    Date,
    EntryId,
    Id,
    Line,
    MeetingId,
    Model,
    OrganizationId,
    PersonId,
    Record,
    SourceId,
    Text,
    WebAddress,
)


class Figure(Model, title="数目"):
    """A figure that the source states, as it states it (20余项 stays 20余项)."""

    name: Line
    """名称，写是什么的数目。"""
    value: Line
    """数目，与来源一致。"""


class Outcome(Record, title="成果"):
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
    unpublished: tuple[Line, ...] = ()
    """未公布的内容，写来源没有公布什么，每项一句完整的话。"""


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
    text: Text | None = None
    """内容。"""
    meets: tuple[EntryId, ...] = ()
    """回应的条目，写成 清单编号/条目编号，例如 needs/reading-room。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这一条的依据。"""


ListingType = Literal["需求", "资源", "项目"]
LISTS: tuple[str, ...] = get_args(ListingType)


class Listing(Record, title="清单"):
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
    unpublished: tuple[Line, ...] = ()
    """未公布的内容，写来源没有公布什么，每项一句完整的话。"""


class Brand(Record, title="品牌"):
    """A brand. Its launch is derived from the meeting that launched it."""

    name: Line
    """名称，间隔号用 ·。"""
    type: Line
    """种类，例如 党建品牌。"""
    owner: OrganizationId | None = None
    """所属单位。"""
    summary: Text | None = None
    """简介，写是怎样的品牌。"""
    unpublished: tuple[Line, ...] = ()
    """未公布的内容，写来源没有公布什么，每项一句完整的话。"""


class Credit(Model, title="署名"):
    """Who made a source, as it signs itself."""

    role: Line
    """分工，例如 记者、图片、编辑。"""
    name: Line
    """署名。"""


class Source(Record, title="来源"):
    """Where the facts come from."""

    headline: Line
    """标题，与来源一致。"""
    type: Line
    """种类，例如 新闻报道、文件、会议纪要。"""
    publisher: Line | None = None
    """发布者；不知道就不写。"""
    date: Date | None = None
    """发布日期；不知道就不写。"""
    url: WebAddress | None = None
    """网址；不知道就不写。"""
    credits: tuple[Credit, ...] = ()
    """署名，按来源的顺序。"""


class FrontMatter(Model, title="文件头"):
    """What stands between the two lines of --- at the top of a hand-written page."""

    title: Line | None = None
    """页面标题。"""
    date: Date | None = None
    """动态的日期。"""
    description: Line | None = None
    """一句话说明。"""
