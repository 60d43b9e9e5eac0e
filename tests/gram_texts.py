"""Texts for tests of grams, and every gram of some with its fields."""

from __future__ import annotations

import numpy as np
from chuxin.search.grams import Grams
from hypothesis import strategies as st

TEXTS = st.lists(st.text("ab中文𠀀", min_size=1, max_size=30), max_size=40)


# Many texts that repeat each other: long grams, some of them whole texts.
REPEATED = st.lists(st.sampled_from(["ab中文", "中文ab", "ab", "b中", "文" * 9, "ab中文ab"]), max_size=40)


def in_units(text: str) -> str:
    """A text with each of its UTF-16 units as a character: surrogates stay apart."""
    return decoded(np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2"))


def decoded(units: np.ndarray) -> str:
    return "".join(map(chr, units.tolist()))


def listed(grams: Grams) -> dict[str, tuple[list[int], list[int]]]:
    """Every gram with its fields, and with those where it is a whole text."""
    found, begin = {}, 0
    for at, length, count in zip(grams.at, grams.lengths, grams.counts, strict=True):
        fields, whole = grams.fields[begin : begin + count], grams.whole[begin : begin + count]
        found[decoded(grams.units[at : at + length])] = (fields.tolist(), fields[whole].tolist())
        begin += count
    assert begin == len(grams.fields)
    assert len(found) == len(grams.at)
    return found
