"""Rows by the letters of their pinyin, and the letters that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from .parts import Link
from .rows import Group, IndexView, Row

# The part of an index that has its rows by letters, where the index itself has them by something else.
LETTERS = "letters"
_ANCHOR = "letter-"
# Where names stand that have no pinyin, behind all others.
_NONE = "~"


def by_letter(rows: Iterable[Row]) -> Iterator[Group]:
    """Yield rows under the first letters of their pinyin, in its order."""
    ordered = sorted(rows, key=_place)
    for letter, found in groupby(ordered, key=lambda row: _place(row)[0][0]):
        heading, anchor = ("其他", "other") if letter == _NONE else (letter.upper(), letter)
        yield Group(heading, f"{_ANCHOR}{anchor}", tuple(found))


def _place(row: Row) -> tuple[str, str]:
    """Return what rows are sorted by: pinyin, then the names without it, which begin with no letter of its."""
    sort = row.sort.lower()
    return (sort if sort[:1].isascii() and sort[:1].isalpha() else f"{_NONE}{sort}"), row.link.text


def letter_links(view: IndexView) -> tuple[Link, ...]:
    """Return where the rows of each letter begin, if a page has them by letters."""
    return tuple(
        Link(group.heading, group.page or f"{view.route}#{group.anchor}")
        for group in view.groups
        if group.anchor.startswith(_ANCHOR)
    )
