"""Dates as far as they are known: a year, a month or a day (ISO 8601: 2023, 2023-07, 2023-07-06), or no more than that
something was no later than that: 不晚于2023-07-06.

A report that says 近日 tells of what happened before it was published. ISO 8601-2 (EDTF) has [..2023-07-06] for it.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import total_ordering

from .patterns import always

# What stands before a date of which no more is known than that it was no later.
AT_LATEST = "不晚于"
_ISO = re.compile(rf"({AT_LATEST})?(\d{{4}})(?:-(\d{{2}})(?:-(\d{{2}}))?)?", re.ASCII)
# As people write dates: 2023/7/6, 2023.7.6, 2023-7-6, 2023年7月6日, 20230706, 2023年.
_WRITTEN = re.compile(
    r"(\d{4})(?:\s*[-/.年、_—–]\s*(?:(\d{1,2})(?:\s*[-/.月、_—–]\s*(?:(\d{1,2})\s*[日号]?)?)?)?|(\d\d)(\d\d))?\s*",
    re.ASCII,
)
# As people write that something was no later: 截至2023年7月6日, 2023年7月6日前, [..2023-07-06].
_NO_LATER = re.compile(
    r"(?P<before>不晚于|不迟于|早于|最晚|最迟|至迟|至晚|截至|截止到?|[<≤]=?|\[?\.\.)?(?P<date>.*?)"
    r"(?P<behind>(?:[及或]?以|之)?前|[及或]更早|止)?\Z",
    re.DOTALL,
)
# As pages write dates. 2023年度 is none.
_IN_TEXT = re.compile(r"(?<!\d)(\d{4})年(?!度)(?:(\d{1,2})月(?:(\d{1,2})日)?)?", re.ASCII)
_LATELY = re.compile(r"(?:于|在)?(?:近日|日前|近期|最近|近来|不久前|前不久|前些天|前几天|这几天)")
_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day, or only a bound; unknown parts of it are 0.

    What is known less well sorts first: `2023` before `2023-01`, and 不晚于 a date right before the date. So dates sort
    as what is sure of them does (`is_before`).
    """

    year: int
    month: int = 0
    day: int = 0
    at_latest: bool = False
    """Whether it may have been any time before as well."""

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ISO 8601 text. Raises ValueError, with the reason in Chinese, for anything else."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError("日期要写成 2023-07-06、2023-07 或 2023")
        year, month, day = (int(part) if part else 0 for part in match.groups()[1:])
        try:
            datetime.date(year, month if match[3] else 1, day if match[4] else 1)
        except ValueError:
            raise ValueError(_no_such_day(text.removeprefix(AT_LATEST), year, month)) from None
        return cls(year, month, day, at_latest=bool(match[1]))

    @classmethod
    def guess(cls, text: str) -> PartialDate | None:
        """Return the date that somebody means who writes it in another way (2023/7/6, 2023年7月6日), or None."""
        plain = unicodedata.normalize("NFKC", text).strip().strip("\"'“”")
        bound = always(_NO_LATER, plain)
        match = _WRITTEN.fullmatch(_in_digits(bound["date"].strip(" :/]")))
        if not match:
            return None
        year, month, day = int(match[1]), int(match[2] or match[4] or 0), int(match[3] or match[5] or 0)
        try:
            return cls.parse(str(cls(year, month, day, at_latest=bool(bound["before"] or bound["behind"]))))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.sense}{self.iso}"

    def __lt__(self, other: PartialDate) -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[int, int, int, bool]:
        return self.year, self.month, self.day, not self.at_latest

    def is_before(self, other: PartialDate) -> bool:
        """Tell whether this date is surely earlier: 2023 is before 2024-05, not before 2023-05.

        不晚于2023 is before 2024-05 as well. Nothing is surely before 不晚于2023: that may have been ages ago.
        """
        if other.at_latest:
            return False
        for mine, its in zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True):
            if mine != its:
                return 0 < mine < its
        return False

    @property
    def first_day(self) -> datetime.date | None:
        """The first day that it can stand for; None where it is known by its bound."""
        return None if self.at_latest else self.drawn_on

    @property
    def drawn_on(self) -> datetime.date:
        """The day at which it stands where days are drawn to scale: the first of the year or the month."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that it can stand for."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def to_the_day(self) -> bool:
        """Whether it is known which day it was."""
        return bool(self.day) and not self.at_latest

    @property
    def sense(self) -> str:
        """What stands before the date itself: 不晚于, or nothing."""
        return AT_LATEST if self.at_latest else ""

    @property
    def bound(self) -> PartialDate:
        """The date itself, without 不晚于."""
        return replace(self, at_latest=False)

    @property
    def iso(self) -> str:
        """The date itself as machines read it, without 不晚于: 2023-07-06."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])

    @property
    def chinese(self) -> str:
        """The date as pages show it: 2023年7月6日, 不晚于2023年7月6日."""
        parts = [f"{self.year}年", f"{self.month}月", f"{self.day}日"]
        return self.sense + "".join(parts[: 1 + bool(self.month) + bool(self.day)])


def dates_in(text: str) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield where in a text a date stands as pages write it, from where to where, and which one."""
    for found in _IN_TEXT.finditer(text):
        year, month, day = (int(part or 0) for part in found.groups())
        date = PartialDate(year, month, day)
        if date.chinese == found[0] and _is_there(date):
            yield found.start(), found.end(), date


def _is_there(date: PartialDate) -> bool:
    try:
        datetime.date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return False
    return True


# What has no date sorts before all that has one.
UNDATED = PartialDate(0)


def means_lately(text: str) -> bool:
    """Tell whether a text says no more than that something was not long ago: 近日."""
    return bool(_LATELY.fullmatch(text.strip().strip("\"'“”")))


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
