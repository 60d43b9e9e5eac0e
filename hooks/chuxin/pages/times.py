"""Sentences that dates stand in, in pieces: pages write a date so that machines read it, too."""

from __future__ import annotations

from collections.abc import Iterator

from ..words.dates import dates_in
from .parts import DateView, date_view


def in_pieces(text: str) -> Iterator[str | DateView]:
    """Yield the pieces of a text, each date in it for itself."""
    end = 0
    for start, after, date in dates_in(text):
        yield text[end:start]
        yield date_view(date)
        end = after
    yield text[end:]
