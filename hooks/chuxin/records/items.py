"""What every item of an agenda has (Open Civic Data: agenda item), and who had a part in it."""

from __future__ import annotations

from pydantic import Field

from .alternatives import Alternatives
from .fields import Id, Line, Model, OrganizationId, PersonId, SourceId, Text
from .titles import model_title


class Item(Model, title="议程的一项"):
    """What every item of an agenda has."""

    id: Id
    """编号，在本次会议内不重复，一经发布不再改动。"""
    title: Line | None = None
    """标题；不写就由种类和名称组成。"""
    part: Line | None = None
    """在哪一段，例如 会前、上半场、会后；会议不分段就不写。"""
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


class Party(Alternatives, title="一方"):
    """People and units that do or receive something together."""

    some_of = ("people", "organizations", "others")

    people: tuple[PersonId, ...] = Field((), min_length=1)
    """人物，来源写明姓名的。"""
    organizations: tuple[OrganizationId, ...] = Field((), min_length=1)
    """单位，来源写明名称的。"""
    others: tuple[Line, ...] = Field((), min_length=1)
    """其他人，来源没有写姓名或名称的，照来源写，例如 居民代表、11家成员单位。"""


class Role(Party, title="参与者"):
    """Who had which part in something that was done."""

    role: Line
    """做了什么，例如 揭牌、见证、宣读、颁奖。"""


class Ceremony(Item, title="仪式"):
    """What is done at a meeting by people and units, each with a part in it."""

    roles: tuple[Role, ...] = ()
    """参与者，来源写明谁做了什么才写。"""
