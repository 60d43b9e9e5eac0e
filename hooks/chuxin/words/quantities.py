"""Numbers as sources word them (46, 80余, 近150, 百余), with what can be counted with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Bound = Literal["exact", "least", "most", "about"]
# No number is written with more characters: 万 again and again would be one of thousands of digits.
_LONGEST = 20
# What stands before and behind a number, and what it makes of it.
_BEFORE: dict[str, Bound] = {
    **dict.fromkeys(("不足", "最多"), "most"),
    **dict.fromkeys(("近", "约"), "about"),
    **dict.fromkeys(("逾", "超", "超过", "上", "至少"), "least"),
}
_BEHIND: dict[str, Bound] = {"余": "least", "多": "least", "以上": "least", "左右": "about"}
_DIGITS = {"零": 0, "〇": 0, "两": 2} | {character: value for value, character in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
# Several of a unit, of which no more is said than that: 数十 is ten at least.
_SEVERAL = "数几"
_DIGIT, _UNIT = "[一二两三四五六七八九]", f"[{''.join(_UNITS)}]"
_IN_CHARACTERS = rf"[{_SEVERAL}]{_UNIT}+|(?:{_DIGIT}?{_UNIT}|[零〇])+{_DIGIT}?|{_DIGIT}"
_ALTERNATIVES = "|".join(sorted(_BEFORE, key=len, reverse=True))
PATTERN = rf"({_ALTERNATIVES})?(0|[1-9][0-9]{{0,8}}|{_IN_CHARACTERS})({'|'.join(_BEHIND)})?"


@dataclass(frozen=True)
class Quantity:
    """A number as it is worded. `bound` says whether it is meant exactly, at least, at most or about."""

    words: str
    number: int
    bound: Bound = "exact"

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a number without its measure word. Raises ValueError for anything else."""
        match = re.fullmatch(PATTERN, text, re.ASCII) if len(text) <= _LONGEST else None
        if not match:
            raise ValueError(text)
        before, number, behind = match.groups()
        by_itself: Bound = "least" if number[0] in _SEVERAL else "exact"
        bound = _BEFORE.get(before) or _BEHIND.get(behind) or by_itself
        return cls(text, int(number) if number.isascii() else _value(number), bound)

    def __str__(self) -> str:
        return self.words

    @property
    def least(self) -> int:
        """How many there are surely. Nobody says 近 or 约 of a number that is twice as large; 不足 may be of any."""
        return {"exact": self.number, "least": self.number, "about": self.number // 2, "most": 0}[self.bound]


def _value(text: str) -> int:
    """Return the value of a number in Chinese characters: 一百二十 is 120, 百 is 100."""
    whole = part = digit = 0
    for character in text.lstrip(_SEVERAL):
        unit = _UNITS.get(character)
        if unit is None:
            digit = _DIGITS[character]
        elif unit == 10_000:
            whole, part, digit = (whole + part + digit or 1) * unit, 0, 0
        else:
            part, digit = part + (digit or 1) * unit, 0
    return whole + part + digit
