"""Grams → files. A file is a row of whole numbers, each in LEB128: seven bits a byte, the lowest first.

For each gram there are these numbers:

    begin     twice the characters that it has from its parent, plus 1 when it adds more than one to them
    added     how many characters it adds, when more than one
    units     the characters that it adds, as UTF-16 units: the first one as the difference from the unit at the same
              place of the gram before, or from 0 where that is shorter
    count     twice the number of its fields, plus 1 when it is a whole text in one of them
    fields    the fields, ascending, each as the difference from the one before, the first from 0. A gram whose parent
              is in at most `LEAF` fields has their places in its parent's list instead
    whole     when there are any: how many, and the places of those fields in the gram's list, as differences again

A file ends at about `SHARD` bytes, but never between a gram and its children that need its list. The first gram of a
file is written out in the directory; what stands in the file about its characters means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .grams import LEAF, Booleans, Grams, Integers, postings, ranges

SHARD = 8_000


@dataclass(frozen=True)
class Shards:
    """The files of an index. `first` is each file's first gram; the files are in the order of their grams."""

    first: tuple[str, ...]
    files: tuple[bytes, ...]


def pack(grams: Grams, leaf: int = LEAF, size: int = SHARD) -> Shards:
    """Return the files of an index that was made with the same `leaf`."""
    total = len(grams.at)
    if not total:
        return Shards((), ())
    inner = (grams.parents >= 0) & (grams.counts[grams.parents] <= leaf)
    marks, marked = _marks(grams)
    shared = np.where(grams.parents < 0, 0, grams.lengths[grams.parents])
    added = grams.lengths - shared
    several = (added > 1).astype(np.int64)
    widths = 2 + several + added + grams.counts + marked
    heads = np.cumsum(widths) - widths
    numbers = np.empty(int(widths.sum()), dtype=np.int32)
    numbers[heads] = 2 * shared + several
    numbers[heads[several > 0] + 1] = added[several > 0]
    units = heads + 1 + several
    numbers[ranges(units, added)] = grams.units[ranges(grams.at + shared, added)]
    numbers[units] = np.maximum(numbers[units] - _above(grams, shared), 0)
    counts = units + added
    numbers[counts] = 2 * grams.counts + (marked > 0)
    numbers[ranges(counts + 1, grams.counts)] = _differences(_listed(grams, inner), grams.counts)
    numbers[ranges(counts + 1 + grams.counts, marked)] = marks
    encoded, ends = leb128(numbers)
    offsets = np.concatenate(([0], ends[heads[1:] - 1]))
    free = np.flatnonzero(~inner)
    cuts = free[np.diff(offsets[free] // size, prepend=-1) > 0]
    bounds = [*offsets[cuts].tolist(), len(encoded)]
    first = tuple(_text(grams, at) for at in cuts)
    return Shards(first, tuple(encoded[a:b].tobytes() for a, b in pairwise(bounds)))


def leb128(numbers: Integers) -> tuple[NDArray[np.uint8], Integers]:
    """Return the numbers' bytes, and where each number's bytes end. Numbers are below 2**28."""
    widths: Integers = np.ones(len(numbers), dtype=np.int8)
    for place in range(1, 4):
        widths += numbers >= 1 << 7 * place
    ends: Integers = np.cumsum(widths, dtype=np.int32 if len(numbers) < 1 << 29 else np.int64)
    begins = ends - widths
    encoded = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    encoded[begins] = numbers & 0x7F
    for place in range(1, 4):
        longer = np.flatnonzero(widths > place)
        at = begins[longer] + place
        encoded[at] = numbers[longer] >> 7 * place & 0x7F
        encoded[at - 1] |= 0x80
    return encoded, ends


def _above(grams: Grams, places: Integers) -> Integers:
    """Return, for each gram, the unit of the gram before it at one place; 0 where that is shorter."""
    before = np.maximum(np.arange(len(grams.at)) - 1, 0)
    there = (grams.lengths[before] > places) & (np.arange(len(grams.at)) > 0)
    return np.where(there, grams.units[grams.at[before] + np.where(there, places, 0)], 0)


def _listed(grams: Grams, inner: Booleans) -> Integers:
    """Return the fields of each gram as they are written."""
    listed = grams.fields.copy()
    begins = np.cumsum(grams.counts) - grams.counts
    where = ranges(begins[inner], grams.counts[inner])
    parent = np.repeat(grams.parents[inner], grams.counts[inner])
    listed[where] = postings(parent, listed[where], grams.counts, grams.fields) - begins[parent]
    return listed


def _marks(grams: Grams) -> tuple[Integers, Integers]:
    """Return the numbers about fields in which a gram is a whole text, and how many numbers each gram has of them."""
    begins = np.cumsum(grams.counts) - grams.counts
    places = np.flatnonzero(grams.whole)
    owner = np.searchsorted(begins, places, side="right") - 1
    places -= begins[owner]
    counts = np.bincount(owner, minlength=len(grams.at))
    marked = counts + (counts > 0)
    numbers = np.empty(int(marked.sum()), dtype=np.int64)
    heads = np.cumsum(marked) - marked
    some = counts > 0
    numbers[heads[some]] = counts[some]
    numbers[ranges(heads[some] + 1, counts[some])] = _differences(places, counts[some])
    return numbers, marked


def _differences(values: Integers, lengths: Integers) -> Integers:
    """Return several ascending lists, one after the other, as differences; the first of each from 0."""
    differences = np.empty_like(values)
    differences[:1] = values[:1]
    np.subtract(values[1:], values[:-1], out=differences[1:])
    begins = (np.cumsum(lengths) - lengths)[lengths > 0]
    differences[begins] = values[begins]
    return differences


def _text(grams: Grams, gram: int) -> str:
    at = grams.at[gram]
    return grams.units[at : at + grams.lengths[gram]].tobytes().decode("utf-16-le", "surrogatepass")
