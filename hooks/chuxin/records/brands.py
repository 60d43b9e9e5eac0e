"""Brands."""

from __future__ import annotations

from .fields import Line, OrganizationId, Record, Text, Unpublished


class Brand(Record, title="品牌", folder="brands"):
    """A brand. Its launch is derived from the meeting that launched it."""

    name: Line
    """名称，间隔号用 ·。"""
    type: Line
    """种类，例如 党建品牌。"""
    owner: OrganizationId | None = None
    """所属单位。"""
    summary: Text | None = None
    """简介，写是怎样的品牌。"""
    unpublished: Unpublished
