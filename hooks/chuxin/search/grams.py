"""An exact substring index: which fields contain a given run of characters.

A gram is a run of characters. Every character of the folded texts is a gram; a gram that occurs in more than `LEAF`
fields is extended by each character that follows it, up to `LONGEST`. So every gram's list of fields is exact, and a
query is answered by one look-up: either the query itself is a gram, or a gram that it begins with lists at most `LEAF`
fields, few enough to look at their texts. (Minimal useful grams: Cho and Rajagopalan, A Fast Regular Expression
Indexing Engine, 2002.) Characters are UTF-16 units, as browsers count them.

Sorting is the whole work: numpy does it, one length at a time. Time grows as n log n with the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAF = 128
LONGEST = 8

# Up to here a table of all keys is quicker than sorting them.
_TABLE = 1 << 24

Integers = NDArray[np.integer]
Units = NDArray[np.uint16]


@dataclass(frozen=True)
class Grams:
    """Grams in order. `units` is (grams, longest), padded with 0; the others have one number for each gram.

    `counts` says in how many fields a gram occurs; `fields` are their numbers, ascending within a gram, one gram
    after the other.
    """

    units: Units
    lengths: Integers
    counts: Integers
    fields: Integers


def index(texts: Sequence[str], fields: Sequence[int], leaf: int = LEAF) -> Grams:
    """Return the grams of folded texts, a gram right after what it begins with.

    `fields[i]` is the number of the field that `texts[i]` belongs to; a gram never spans two texts.
    """
    found = list(_levels(texts, fields, leaf))
    units = np.concatenate([level.units for level in found] or [np.zeros((0, LONGEST), np.uint16)])
    lengths, counts, numbers = (
        np.concatenate([getattr(level, name) for level in found] or [np.zeros(0, np.int32)])
        for name in ("lengths", "counts", "fields")
    )
    halves = [units[:, side : side + 4].astype(">u2").copy().view(">u8").ravel() for side in (0, 4)]
    order = np.lexsort((halves[1], halves[0]))
    begins = np.cumsum(counts) - counts
    return Grams(units[order], lengths[order], counts[order], numbers[ranges(begins[order], counts[order])])


def ranges(begins: Integers, lengths: Integers) -> Integers:
    """Return the whole numbers of several ranges, one range after the other: ([5, 0], [2, 3]) is [5, 6, 0, 1, 2]."""
    ends = np.cumsum(lengths)
    return np.repeat(begins - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)


def _levels(texts: Sequence[str], fields: Sequence[int], leaf: int) -> Iterator[Grams]:
    """Yield all grams of one length, then those one longer, as far as there are any.

    Characters and grams are known by their place among all there are, in order; 0 is the end of a text.
    """
    if not texts:
        return
    encoded = [text.encode("utf-16-le") + b"\0\0" for text in texts]
    alphabet, characters = _numbered(np.frombuffer(b"".join(encoded), dtype="<u2").astype(np.int64))
    field_of = np.repeat(np.asarray(fields, dtype=np.int64), [len(text) // 2 for text in encoded])
    width = int(field_of.max(initial=0)) + 1
    starts = np.flatnonzero(characters)
    prefix = np.zeros(len(starts), dtype=np.int64)
    prefixes = np.zeros((1, LONGEST), dtype=np.uint16)
    for length in range(1, LONGEST + 1):
        if not len(starts):
            return
        keys = prefix * len(alphabet) + characters[starts + length - 1]
        distinct, number = _numbered(keys)
        gram, numbers = np.divmod(_distinct(number * width + field_of[starts]), width)
        counts = np.bincount(gram, minlength=len(distinct))
        before, last = np.divmod(distinct, len(alphabet))
        prefixes = prefixes[before]
        prefixes[:, length - 1] = alphabet[last]
        yield Grams(prefixes, np.full(len(distinct), length), counts, numbers.astype(np.int32))
        # Go on where a gram is frequent and its text does not end.
        on = (counts > leaf)[number] & (characters[starts + length] != 0)
        starts, prefix = starts[on], number[on]


def _numbered(keys: Integers) -> tuple[Integers, Integers]:
    """Return the distinct keys in order, and the place of each key among them."""
    highest = int(keys.max())
    if highest > _TABLE:
        distinct = _distinct(keys)
        return distinct, np.searchsorted(distinct, keys)
    present = np.zeros(highest + 1, dtype=bool)
    present[keys] = True
    return np.flatnonzero(present), (np.cumsum(present) - 1)[keys]


def _distinct(values: Integers) -> Integers:
    """Return the distinct values in order, as np.unique does, which is slower here."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]
