"""Regular expressions that match every text, be it with nothing."""

from __future__ import annotations

import re


def always(pattern: re.Pattern[str], text: str, at: int = 0) -> re.Match[str]:
    """Return what a pattern matches from a place on. Raises ValueError when it does not match every text after all."""
    match = pattern.match(text, at)
    if match is None:
        raise ValueError(pattern.pattern)
    return match
