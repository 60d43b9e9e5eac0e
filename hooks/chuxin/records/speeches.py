"""What is said at meetings (Popolo: speech). Statements stand where they were made."""

from __future__ import annotations

import re
from typing import Literal

from .alternatives import Alternatives
from .fields import Line, OrganizationId, OutcomeId, PersonId, Text
from .items import Item
from .people import Post

Form = Literal["原文", "节选", "概述", "未见公开"]

# 成员代表, 新成员代表, 创新治理联盟成员代表, 成员单位代表.
_MEMBER = re.compile("(?<!非)成员(?:单位)?代表")


class Speech(Item, Alternatives, title="发言"):
    """What one person said, or a group that the source describes. Each has a permanent page of its own."""

    one_of = ("speaker", "group")

    type: Literal["statement", "report", "remarks"]
    """种类。"""
    speaker: PersonId | None = None
    """发言人，来源写明姓名的。"""
    group: Line | None = None
    """发言的群体，来源没有写姓名的，照来源写，例如 居民代表。"""
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
