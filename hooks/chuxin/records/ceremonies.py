"""What is founded, unveiled, launched and signed at meetings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .fields import BrandId, Line, OrganizationId
from .items import Item


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


class Signing(Item, title="签约"):
    """Organizations signed a document."""

    type: Literal["signing"]
    """种类：签约。"""
    document: Line
    """文件名称，写在《》里。"""
    organizations: tuple[OrganizationId, ...] = Field(min_length=1)
    """签约各方，按来源的顺序。"""
