"""Grams → files. A file is a row of whole numbers, each in LEB128: seven bits a byte, the lowest first.

For each gram: its length; its last UTF-16 unit, as the difference from the unit at the same place of the gram before
it, or from 0 where that is shorter; the number of its fields; and the fields' numbers as differences, the first from
0. But for its last unit a gram begins as the gram before it; the first gram of a file is written out in the directory.
A file ends after a gram, at about `SHARD` bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .grams import Grams, Integers, ranges

SHARD = 12_000


@dataclass(frozen=True)
class Shards:
    """The files of an index. `first` is each file's first gram; the files are in the order of their grams."""

    first: tuple[str, ...]
    files: tuple[bytes, ...]


def pack(grams: Grams, size: int = SHARD) -> Shards:
    """Return the files of an index."""
    total = len(grams.counts)
    if not total:
        return Shards((), ())
    ends = np.cumsum(grams.counts)
    begins = ends - grams.counts
    differences = np.diff(grams.fields, prepend=0)
    differences[begins] = grams.fields[begins]
    # Three numbers of each gram, then its fields.
    heads = begins + 3 * np.arange(total)
    numbers = np.empty(len(grams.fields) + 3 * total, dtype=np.int32)
    numbers[heads] = grams.lengths
    units = grams.units.astype(np.int64)
    last, above = (np.arange(total), grams.lengths - 1), (np.arange(total) - 1, grams.lengths - 1)
    # Only the first gram of a file can come out below 0, where it is not read.
    numbers[heads + 1] = np.maximum(units[last] - units[above], 0)
    numbers[heads + 2] = grams.counts
    numbers[ranges(heads + 3, grams.counts)] = differences
    encoded, widths = leb128(numbers)
    offsets = (np.cumsum(widths, dtype=np.int64) - widths)[heads]
    cuts = np.flatnonzero(np.diff(offsets // size, prepend=-1))
    bounds = [*offsets[cuts].tolist(), len(encoded)]
    first = tuple(
        grams.units[at, : grams.lengths[at]].astype("<u2").tobytes().decode("utf-16-le", "surrogatepass") for at in cuts
    )
    return Shards(first, tuple(encoded[a:b].tobytes() for a, b in pairwise(bounds)))


def leb128(numbers: Integers) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the numbers' bytes, and how many each number takes. Numbers are below 2**28."""
    places = np.empty((len(numbers), 4), dtype=np.uint8)
    used = np.empty((len(numbers), 4), dtype=bool)
    for place in range(4):
        more = numbers >= 1 << 7 * (place + 1)
        places[:, place] = (numbers >> 7 * place & 0x7F) | more.astype(np.uint8) << 7
        used[:, place] = numbers >= 1 << 7 * place if place else True
    return places[used], used.sum(axis=1, dtype=np.uint8)
