"""Meetings and their agenda (Open Civic Data: event, agenda item, vote; Popolo: speech).

A meeting is the document of what happened in it. Statements stand where they were made.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from .fields import (
    Amount,
    BrandId,
    Count,
    Date,
    Id,
    Line,
    ListingId,
    Model,
    OrganizationId,
    OutcomeId,
    PersonId,
    Record,
    SourceId,
    Text,
)
from .people import Attendee, Post
from .shapes import models_of, tag_of
from .titles import model_title

Form = Literal["原文", "节选", "概述", "未见公开"]
Result = Literal["通过", "未通过", "暂缓"]


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


class Item(Model, title="议程的一项"):
    """What every item of an agenda has."""

    id: Id
    """编号，在本次会议内不重复，一经发布不再改动。"""
    title: Line | None = None
    """标题；不写就由种类和名称组成。"""
    text: Text | None = None
    """内容，写做了什么，可用 Markdown。"""
    sources: tuple[SourceId, ...] = ()
    """来源，这一项另有依据才写。"""
    note: Text | None = None
    """说明，写给读者看。"""

    @property
    def name(self) -> str:
        """What it is, in a word: 决定."""
        return model_title(type(self))


class MembershipChange(Model, title="成员变动"):
    """Units that enter or leave a body by a decision."""

    body: OrganizationId
    """组织，即加入或退出的联席会议、联盟或基地。"""
    organizations: tuple[OrganizationId, ...] = Field(min_length=1)
    """单位，写加入或退出的各家，按来源的顺序。"""


# 全票通过, 一致同意通过, 表决通过; not 未获通过.
_PASSED = re.compile("(?:全票|全体|一致|多数|同意|表决|鼓掌|举手)通过")
_UNANIMOUS = re.compile("全票|全体|(?<!不)一致")


class Votes(Model, title="表决"):
    """How a motion was voted on, as far as the source says it (Popolo: counts)."""

    method: Line | None = None
    """方式，例如 无记名投票、举手表决；来源没有写就不写。"""
    expected: Count | None = None
    """应到，写人数。"""
    quorum: Count | None = None
    """法定到会，写人数；来源写明到会多少人才有效的才写。"""
    present: Count | None = None
    """实到，写人数。"""
    in_favour: Count | None = None
    """赞成，写票数。"""
    against: Count | None = None
    """反对，写票数。"""
    abstained: Count | None = None
    """弃权，写票数。"""
    wording: Line | None = None
    """说法，来源没有写票数、只有一句话的，照写，例如 全票通过。"""

    @property
    def counted(self) -> int:
        """How many votes the source counts."""
        return sum(one or 0 for one in (self.in_favour, self.against, self.abstained))

    @property
    def line(self) -> str:
        """What is known of the vote: 无记名投票，应到50人，实到46人，赞成45票，反对0票，弃权1票."""
        people = (("应到", self.expected), ("法定到会", self.quorum), ("实到", self.present))
        votes = (("赞成", self.in_favour), ("反对", self.against), ("弃权", self.abstained))
        told = [f"{name}{count}人" for name, count in people if count is not None]
        told += [f"{name}{count}票" for name, count in votes if count is not None]
        return "，".join(filter(None, [self.method, *told, self.wording]))

    @property
    def told_passed(self) -> bool:
        """Whether the source's words say that the motion passed: 全票通过, not 一致同意暂缓."""
        return bool(self.wording and _PASSED.search(self.wording))

    @property
    def told_unanimous(self) -> bool:
        """Whether they say that nobody was against it."""
        return self.told_passed and bool(self.wording and _UNANIMOUS.search(self.wording))


class Decision(Item, title="决定"):
    """A motion and what became of it. Only one that passed changes memberships."""

    type: Literal["decision"]
    """种类：决定。"""
    motion: Line
    """议案名称，写在《》里。"""
    result: Result
    """结果，只有通过的决定才改变成员。"""
    votes: Votes | None = None
    """表决，来源写明怎样表决、多少票才写。"""
    admits: tuple[MembershipChange, ...] = ()
    """吸收加入，写哪些单位加入了什么组织。"""
    releases: tuple[MembershipChange, ...] = ()
    """退出，写哪些单位退出了什么组织。"""

    @property
    def passed(self) -> bool:
        """Whether the motion passed."""
        return self.result == "通过"


# 成员代表, 新成员代表, 创新治理联盟成员代表, 成员单位代表.
_MEMBER = re.compile("(?<!非)成员(?:单位)?代表")


class Speech(Item, title="发言"):
    """What one person said. Each has a permanent page of its own."""

    type: Literal["statement", "report", "remarks"]
    """种类。"""
    speaker: PersonId
    """发言人。"""
    organization: OrganizationId | None = None
    """发言人的单位。"""
    posts: tuple[Post, ...] = ()
    """当日的职务，按来源的顺序。"""
    capacity: Line | None = None
    """发言的身份，例如 新成员代表；来源没有写就不写。"""
    on_behalf_of: tuple[OrganizationId, ...] = ()
    """代表谁发言，联席会议、联盟、基地或单位都可以。"""
    form: Form
    """文字的形式，用自己的话写的一律是概述；没有人公布说了什么，就写未见公开，不写内容。"""
    text: Text | None = None
    """内容，写说了什么，可用 Markdown。"""

    @property
    def is_published(self) -> bool:
        """Whether anybody has published what was said."""
        return self.form != "未见公开"

    @property
    def verbatim(self) -> bool:
        """Whether the words are the speaker's own; a summary must not look as if they were."""
        return self.form in ("原文", "节选")

    @property
    def as_member(self) -> bool:
        """Whether it was said in the capacity of a member of the bodies on whose behalf it was said."""
        return bool(self.capacity and _MEMBER.search(self.capacity))


class Statement(Speech, title="发言"):
    """A statement by a representative."""

    type: Literal["statement"]
    """种类：发言。"""


class Report(Speech, title="成果汇报"):
    """A report of a research outcome."""

    type: Literal["report"]
    """种类：成果汇报。"""
    outcome: OutcomeId
    """汇报的成果。"""


class Remarks(Speech, title="讲话"):
    """Remarks by a leader who attended."""

    type: Literal["remarks"]
    """种类：领导讲话。"""


class Founding(Item, title="成立"):
    """An organization was founded."""

    type: Literal["founding"]
    """种类：成立。"""
    organization: OrganizationId
    """成立的组织。"""


class Unveiling(Item, title="揭牌"):
    """An organization was unveiled (揭牌)."""

    type: Literal["unveiling"]
    """种类：揭牌。"""
    organization: OrganizationId
    """揭牌的组织。"""


class Launch(Item, title="发布"):
    """A brand was launched."""

    type: Literal["launch"]
    """种类：发布品牌。"""
    brand: BrandId
    """发布的品牌。"""


Occasion = Literal[
    "发布清单", "启动项目", "宣读倡议", "播放影片", "展示展览", "论坛交流", "参观走访", "慰问关爱", "文艺演出", "其他"
]


class Activity(Item, title="活动"):
    """Whatever else was done at a meeting: a list was published, a project started, a film shown."""

    type: Literal["activity"]
    """种类：活动，没有专门种类的事都写在这里。"""
    category: Occasion
    """哪一种活动，都不合适就写其他。"""
    title: Line
    """标题，写做了什么。"""
    people: tuple[PersonId, ...] = ()
    """参与的人，来源写明姓名的才写。"""
    organizations: tuple[OrganizationId, ...] = ()
    """参与的单位，来源写明的才写。"""
    outcomes: tuple[OutcomeId, ...] = ()
    """有关的成果。"""
    listings: tuple[ListingId, ...] = ()
    """有关的清单。"""
    brands: tuple[BrandId, ...] = ()
    """有关的品牌。"""

    @property
    def name(self) -> str:
        """Which sort of activity it was, where the list of sorts has it."""
        return self.category if self.category != "其他" else super().name


class Signing(Item, title="签约"):
    """Organizations signed a document."""

    type: Literal["signing"]
    """种类：签约。"""
    document: Line
    """文件名称，写在《》里。"""
    organizations: tuple[OrganizationId, ...] = Field(min_length=1)
    """签约各方，按来源的顺序。"""


AgendaItem = Annotated[
    Decision | Statement | Report | Remarks | Founding | Unveiling | Launch | Signing | Activity,
    Field(discriminator="type"),
]


class FollowUp(Model, title="后续"):
    """What was published of a meeting's consequences. Never inferred."""

    date: Date
    """日期。"""
    text: Text
    """内容，写后来怎样，可用 Markdown。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即这件事的依据。"""


class Meeting(Record, title="会议", folder="meetings", naming=("names",), newest_first=True):
    """A meeting: names, date, organizer, the body it convened, attendance, agenda, follow-ups."""

    names: tuple[Line, ...] = Field(min_length=1)
    """会议名称，“某会暨某会”写成两行。"""
    number: Count | None = None
    """届次；没有就不写。"""
    date: Date
    """召开日期。"""
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


# What the items of an agenda are called, by their `type`.
ITEM_NAMES: dict[str, str] = {str(tag_of(model)): model_title(model) for model in models_of(AgendaItem)}
# What editors may write for a `type`, by what was meant.
ITEM_WORDS = {name: tag for tag, name in ITEM_NAMES.items()} | dict.fromkeys(get_args(Occasion), "activity")
