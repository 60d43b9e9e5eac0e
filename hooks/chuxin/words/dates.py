"""Dates with the precision that is known: a year, a month or a day (ISO 8601: 2023, 2023-07, 2023-07-06)."""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# As people write dates: 2023/7/6, 2023.7.6, 2023-7-6, 2023年7月6日, 20230706, 2023年.
_WRITTEN = re.compile(
    r"(\d{4})(?:\s*[-/.年、_—–]\s*(?:(\d{1,2})(?:\s*[-/.月、_—–]\s*(?:(\d{1,2})\s*[日号]?)?)?)?|(\d\d)(\d\d))?\s*",
    re.ASCII,
)
_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


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
            raise ValueError(_no_such_day(text, year, month)) from None
        return cls(year, month, day)

    @classmethod
    def guess(cls, text: str) -> PartialDate | None:
        """Return the date that somebody means who writes it in another way (2023/7/6, 2023年7月6日), or None."""
        match = _WRITTEN.fullmatch(_in_digits(unicodedata.normalize("NFKC", text).strip().strip("\"'“”")))
        if not match:
            return None
        year, month, day = int(match[1]), int(match[2] or match[4] or 0), int(match[3] or match[5] or 0)
        try:
            return cls.parse(str(cls(year, month, day)))
        except ValueError:
            return None

    def __str__(self) -> str:
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    def is_before(self, other: PartialDate) -> bool:
        """Tell whether this date is surely earlier: 2023 is before 2024-05, not before 2023-05."""
        for mine, its in zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True):
            if mine != its:
                return 0 < mine < its
        return False

    @property
    def first_day(self) -> datetime.date:
        """The first day that it can stand for."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that it can stand for."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def chinese(self) -> str:
        """The date as pages show it: 2023年7月6日."""
        return f"{self.year}年" + (f"{self.month}月" if self.month else "") + (f"{self.day}日" if self.day else "")


def _no_such_day(text: str, year: int, month: int) -> str:
    if not year:
        return f"没有 {text} 这一年"
    if not 1 <= month <= 12:
        return f"没有 {text} 这个日期：月份从 01 到 12"
    days = calendar.monthrange(year, month)[1]
    return f"没有 {text} 这一天：{year}年{month}月有 {days} 天"


def _in_digits(text: str) -> str:
    """Return a date with its Chinese numerals as digits: 二〇二三年十二月三十一日 → 2023年12月31日."""

    def number(match: re.Match[str]) -> str:
        tens, ten, ones = match[0].partition("十")
        if not ten:
            return "".join(_DIGITS[character] for character in match[0])
        return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"

    return re.sub(
        "[〇零○一二三四五六七八九]*十?[〇零○一二三四五六七八九]*", lambda match: match[0] and number(match), text
    )
