"""What every item of an agenda has (Open Civic Data: agenda item)."""

from __future__ import annotations

from .fields import Id, Line, Model, SourceId, Text
from .titles import model_title


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
