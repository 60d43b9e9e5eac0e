"""The agenda of a meeting: every item that it may have, and what these are called."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .ceremonies import Award, Founding, Launch, Signing, Unveiling
from .decisions import Decision, Joining
from .fields import BrandId, Line, ListingId, OrganizationId, OutcomeId, PersonId
from .items import Ceremony
from .offices import Appointment
from .shapes import models_of, tag_of
from .speeches import Remarks, Report, Statement
from .titles import model_title

Occasion = Literal[
    "发布清单", "启动项目", "宣读倡议", "播放影片", "展示展览", "论坛交流", "参观走访", "慰问关爱", "文艺演出", "其他"
]


class Activity(Ceremony, title="活动"):
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


AgendaItem = Annotated[
    Decision
    | Joining
    | Appointment
    | Statement
    | Report
    | Remarks
    | Founding
    | Unveiling
    | Launch
    | Signing
    | Award
    | Activity,
    Field(discriminator="type"),
]

# What the items of an agenda are called, by their `type`.
ITEM_NAMES: dict[str, str] = {str(tag_of(model)): model_title(model) for model in models_of(AgendaItem)}
# What editors may write for a `type`, by what was meant.
ITEM_WORDS = {name: tag for tag, name in ITEM_NAMES.items()}
