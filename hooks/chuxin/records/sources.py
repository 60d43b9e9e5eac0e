"""Sources: where the facts come from."""

from __future__ import annotations

from .fields import Date, Line, Model, Record, WebAddress


class Credit(Model, title="署名"):
    """Who made a source, as it signs itself."""

    role: Line
    """分工，例如 记者、图片、编辑。"""
    name: Line
    """署名。"""

    @property
    def line(self) -> str:
        """What was done, and by whom: 记者李某."""
        return f"{self.role}{self.name}"


class Source(Record, title="来源", folder="sources", naming=("headline",)):
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
