"""What is founded, unveiled, launched, signed and awarded at meetings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .alternatives import Alternatives
from .fields import BrandId, Line, OrganizationId, Text
from .items import Ceremony, Party


class Founding(Ceremony, title="成立"):
    """An organization was founded."""

    type: Literal["founding"]
    """种类：成立。"""
    organization: OrganizationId
    """成立的组织。"""


class Unveiling(Ceremony, Alternatives, title="揭牌"):
    """An organization, or something that is none, was unveiled (揭牌)."""

    one_of = ("organization", "thing")

    type: Literal["unveiling"]
    """种类：揭牌。"""
    organization: OrganizationId | None = None
    """揭牌的组织。"""
    thing: Line | None = None
    """揭牌的事物，没有自己的记录的，例如 初心长廊。"""


class Launch(Ceremony, Alternatives, title="发布"):
    """A brand, or something that has no record of its own, was launched."""

    one_of = ("brand", "thing")

    type: Literal["launch"]
    """种类：发布。"""
    brand: BrandId | None = None
    """发布的品牌。"""
    thing: Line | None = None
    """发布的事物，没有自己的记录的，例如 社区服务地图。"""


class Signing(Ceremony, Alternatives, title="签约"):
    """Organizations signed a document; the source may name them or not."""

    some_of = ("organizations", "others")

    type: Literal["signing"]
    """种类：签约。"""
    document: Line
    """文件名称，写在《》里；来源没有写名称，写签了什么，例如 共建协议。"""
    organizations: tuple[OrganizationId, ...] = Field((), min_length=1)
    """签约各方，按来源的顺序。"""
    others: tuple[Line, ...] = Field((), min_length=1)
    """其他签约方，来源没有写名称的，照来源写，例如 11家成员单位。"""


class Award(Ceremony, title="授予"):
    """Somebody was given a plaque, a letter of appointment, a certificate, a medal."""

    type: Literal["award"]
    """种类：授予。"""
    award: Line
    """授予的是什么，例如 “共建先锋”奖牌、社区治理顾问聘书。"""
    receivers: Party
    """获得者。"""
    givers: Party | None = None
    """授予者；来源没有写就不写。"""
    ground: Text | None = None
    """缘由，写为什么授予；来源没有写就不写。"""
