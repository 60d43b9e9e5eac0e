"""Dates with the precision that is known: a year, a month or a day (ISO 8601: 2023, 2023-07, 2023-07-06)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; unknown parts are 0, so that `2023` sorts before `2023-01`."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 text. Raises ValueError, with the reason in Chinese, for anything else."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError("日期要写成 2023-07-06、2023-07 或 2023")
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            datetime.date(year, month if match[2] else 1, day if match[3] else 1)
        except ValueError:
            raise ValueError(f"没有 {text} 这一天") from None
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    @property
    def chinese(self) -> str:
        """The date as pages show it: 2023年7月6日."""
        return f"{self.year}年" + (f"{self.month}月" if self.month else "") + (f"{self.day}日" if self.day else "")
