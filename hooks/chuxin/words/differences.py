"""What changed between two versions of a passage, for people to compare."""

from __future__ import annotations

from itertools import groupby

from rapidfuzz.distance import Indel

# What stays alike between two changes and is as short as this is part of the change: single characters tell nothing.
_SHORT = 1

# A stretch of a text, and whether the other version has it as well.
Stretch = tuple[str, bool]


def compared(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the stretches of both versions. Those that both have come in the same order in both."""
    alike = [False] * len(before), [False] * len(after)
    blocks = [one for one in Indel.opcodes(before, after) if one.tag == "equal"]
    for block in blocks:
        length = block.src_end - block.src_start
        first = block.src_start == 0 and block.dest_start == 0
        last = block.src_end == len(before) and block.dest_end == len(after)
        if length > _SHORT or first or last:
            alike[0][block.src_start : block.src_end] = [True] * length
            alike[1][block.dest_start : block.dest_end] = [True] * length
    return _stretches(before, alike[0]), _stretches(after, alike[1])


def _stretches(text: str, alike: list[bool]) -> tuple[Stretch, ...]:
    runs = groupby(zip(text, alike, strict=True), key=lambda one: one[1])
    return tuple(("".join(character for character, _ in run), same) for same, run in runs)
