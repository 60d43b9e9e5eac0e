"""Decisions, and how they were voted on (Open Civic Data: vote; Popolo: motion, vote event, count)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from ..problems.typed import FieldPath
from .alternatives import Alternatives
from .fields import Amount, Count, Line, Model, OrganizationId, Passage
from .items import Ceremony, Item

Verb = Literal["加入", "退出"]
Result = Literal["通过", "未通过", "暂缓"]


class MembershipChange(Alternatives, title="成员变动"):
    """Units that enter or leave a body; the source may name all, some, or only count them."""

    some_of = ("organizations", "count", "others")

    body: OrganizationId
    """组织，即加入或退出的联席会议、联盟或基地。"""
    organizations: tuple[OrganizationId, ...] = Field((), min_length=1)
    """单位，写加入或退出的各家，按来源的顺序。"""
    count: Amount | None = None
    """一共几家，照来源写，例如 11；都写了名称就不写。"""
    others: Amount | None = None
    """另有几家，来源写了一部分名称、又写“另有几家”的才写。"""

    @property
    def counted(self) -> str:
        """What the source says of those that it does not name, and of all: 共11家, 另有10家."""
        told = (("共", self.count), ("另有", self.others))
        return "，".join(f"{word}{number}家" for word, number in told if number is not None)


@dataclass(frozen=True)
class Change:
    """A change of members, what it was, and where it stands in its item."""

    verb: Verb
    members: MembershipChange
    path: FieldPath = ()


class Joining(MembershipChange, Ceremony, title="加入"):
    """Units entered a body, and no motion is told of."""

    type: Literal["joining"]
    """种类：加入，来源没有提到议案或决定的。"""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The units that entered."""
        return (Change("加入", self),)

    @property
    def effective(self) -> tuple[Change, ...]:
        """Which of the changes took place."""
        return self.changes


class Amendment(Alternatives, title="修改"):
    """A passage that a decision changed, as it was and as it is since."""

    some_of = ("before", "after")

    article: Line | None = None
    """条款，例如 第四条。"""
    before: Passage | None = None
    """原文，修改之前的文字，一字不改；新增的条款不写。"""
    after: Passage | None = None
    """修改后，修改之后的文字，一字不改；删去的条款不写。"""


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
    amendments: tuple[Amendment, ...] = ()
    """修改，写章程等文件改了哪些文字，来源公布了原文才写。"""

    @property
    def passed(self) -> bool:
        """Whether the motion passed."""
        return self.result == "通过"

    @property
    def changes(self) -> tuple[Change, ...]:
        """Who was to enter and to leave."""
        fields: tuple[tuple[Verb, str], ...] = (("加入", "admits"), ("退出", "releases"))
        return tuple(
            Change(verb, change, (field, place))
            for verb, field in fields
            for place, change in enumerate(getattr(self, field))
        )

    @property
    def effective(self) -> tuple[Change, ...]:
        """Which of the changes took place."""
        return self.changes if self.passed else ()
