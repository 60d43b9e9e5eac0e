"""The beginning of a text, where there is no room for more: sentences that fit, else an ellipsis says so."""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"
# Where a sentence ends, with what closes behind it.
_END = re.compile("[。！？!?…]+[”’」』）》)]*")
# Sentences should fill at least this part of the room: less tells too little.
_LEAST = 1 / 3
_JOINER = "\u200d"
_LONGEST_WORD = 20


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, all of it where it has but one."""
    end = _END.search(text)
    return text[: end.end()] if end else text


def beginning(text: str, room: int) -> str:
    """Return at most `room` characters of a text: the sentences that fit, else what fits with an ellipsis.

    Nothing is cut inside of what is read as one: a letter with its marks, a number, a Latin word.
    """
    if len(text) <= room:
        return text
    ends = [one.end() for one in _END.finditer(text, 0, room + 1) if one.end() <= room]
    if ends and ends[-1] >= room * _LEAST:
        return text[: ends[-1]]
    return text[: _place(text, room - len(ELLIPSIS))].rstrip("，、；：,;: ") + ELLIPSIS


def _place(text: str, at: int) -> int:
    """Return the place at or before one where a text can be cut; that one where there is none near."""
    for place in range(at, max(0, at - _LONGEST_WORD), -1):
        if not _is_inside(text[place - 1], text[place]):
            return place
    return at


def _is_inside(before: str, after: str) -> bool:
    """Tell whether two characters are read as one: a mark on a letter, parts of an emoji, a number or a Latin word."""
    is_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return is_word or _JOINER in (before, after) or unicodedata.category(after).startswith("M")
