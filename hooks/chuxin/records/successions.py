"""Units that were called otherwise, and units that ceased to be (Popolo: other names, dissolution date)."""

from __future__ import annotations

from typing import Literal, get_args

from ..words.dates import PartialDate
from .fields import Date, Line, Model, OrganizationId, SourceId

EndingManner = Literal["合并", "并入", "拆分", "撤销", "其他"]
ENDING_MANNERS: tuple[str, ...] = get_args(EndingManner)


class FormerName(Model, title="曾用名"):
    """What the same unit was called before."""

    name: Line
    """名称，与当时的来源一致。"""
    until: Date | None = None
    """改名的日期，从那天起用后一个名称；不知道就不写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即改名的依据。"""
    note: Line | None = None
    """说明，例如为什么改名。"""

    def tells_of(self, date: PartialDate) -> bool:
        """Tell whether it is recorded when the name was given up, so that it can be known if that was by a date.

        A change no later than a day tells of that day and of those after it.
        """
        if not self.until or not self.until.at_latest:
            return self.until is not None
        return date.first_day is not None and self.until.last_day <= date.first_day


class Ending(Model, title="终止"):
    """How a unit ceased to be, and what took its place."""

    date: Date
    """终止的日期，从那天起不再有这个单位。"""
    manner: EndingManner
    """怎样终止，几家合成新的一家写合并，并到已有的一家写并入。"""
    successors: tuple[OrganizationId, ...] = ()
    """承接的单位，来源写明的才写。"""
    sources: tuple[SourceId, ...] = ()
    """来源，即终止的依据。"""
    note: Line | None = None
    """说明。"""

    @property
    def name(self) -> str:
        """What happened, in a word."""
        return self.manner if self.manner != "其他" else "终止"
