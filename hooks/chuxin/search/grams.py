"""An exact substring index: which fields contain a given run of characters.

A gram is a run of characters. The grams form a tree, in which a gram's children are longer grams that begin with it:

- Every character of the folded texts begins a gram.
- A gram of one character, or in more than `LEAF` fields, has a child for every character that follows it anywhere; any
  other gram only for those that follow it in more than `FEW` fields.
- A gram that is always followed by the same character is not its own: it is part of the longer gram (as in a suffix
  tree), up to `LONGEST`.

So every gram's list of fields is exact, and to look for a term is to go down the tree. Either the term ends inside of a
gram: the gram's list is the answer. Or the longest gram that the term begins with has all its children: the term is
nowhere. Or else the term is in at most `FEW` of that gram's fields: few enough to look at their texts.

Characters are UTF-16 units, as browsers count them. Sorting is the whole work: numpy does it, one length at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAF = 256
FEW = 10
LONGEST = 64

Integers = NDArray[np.integer]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True)
class Grams:
    """Grams in order, each after all that it begins with. Of most arrays one value belongs to each gram.

    A gram is `units[at : at + length]`. `parents` are places in this order, -1 for none. `counts` says in how many
    fields a gram occurs; `fields` are their numbers, ascending within a gram, one gram after the other. `whole` says,
    for each of `fields`, whether the gram is a whole text there.
    """

    units: NDArray[np.uint16]
    at: Integers
    lengths: Integers
    parents: Integers
    counts: Integers
    fields: Integers
    whole: Booleans


@dataclass(frozen=True)
class _Level:
    """The grams that branch off at one length, in order, with their fields as in `Grams`.

    `parents` are numbers of grams: they are numbered level by level. `longer` are numbers of grams of earlier levels
    that go on to this length. `whole` are pairs of a gram's number and a field where it is a whole text.
    """

    at: Integers
    parents: Integers
    counts: Integers
    fields: Integers
    longer: Integers
    whole: tuple[Integers, Integers]


def index(texts: Sequence[str], fields: Sequence[int], leaf: int = LEAF, few: int = FEW) -> Grams:
    """Return the grams of folded texts, none of which is empty.

    `fields[i]` is the number of the field that `texts[i]` belongs to, ascending; a gram never spans two texts.
    """
    if not texts:
        nothing = np.zeros(0, dtype=np.int32)
        none = nothing.astype(np.uint16), nothing.astype(bool)
        return Grams(none[0], nothing, nothing, nothing, nothing, nothing, none[1])
    units = np.frombuffer("".join(f"{text}\0" for text in texts).encode("utf-16-le"), dtype="<u2")
    ends = np.flatnonzero(units == 0)
    field_of = np.repeat(np.asarray(fields, dtype=np.int32), np.diff(ends, prepend=-1))
    return _ordered(units, list(_levels(units, field_of, leaf, few)))


def ranges(begins: Integers, lengths: Integers) -> Integers:
    """Return the whole numbers of several ranges, one range after the other: ([5, 0], [2, 3]) is [5, 6, 0, 1, 2]."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    # Half as wide is twice as fast.
    kind = np.int32 if total < 1 << 31 and int(begins.max(initial=0)) < 1 << 30 else np.int64
    return np.repeat((begins - ends + lengths).astype(kind), lengths) + np.arange(total, dtype=kind)


def postings(grams: Integers, numbers: Integers, counts: Integers, fields: Integers) -> Integers:
    """Return where in all `fields` some are, each given with its gram; `counts` and `fields` are as in `Grams`."""
    asked = np.zeros(len(counts), dtype=bool)
    asked[grams] = True
    listed = np.flatnonzero(asked)
    places = ranges((np.cumsum(counts) - counts)[listed], counts[listed])
    width = int(fields.max(initial=0)) + 1
    keys = np.repeat(listed, counts[listed]) * width + fields[places]
    return places[np.searchsorted(keys, grams * width + numbers)]


def _levels(units: NDArray[np.uint16], field_of: Integers, leaf: int, few: int) -> Iterator[_Level]:
    """Yield the grams that branch off at length 1, at length 2, and so on, as far as there are any."""
    characters, alphabet = _numbered(units)
    begins = np.concatenate(([True], units[:-1] == 0))
    places = np.flatnonzero(units).astype(np.int32)
    # Places where the same gram begins are a group. Of each group: its gram's number, its size, its count of fields.
    group = np.zeros(len(places), dtype=np.int32)
    gram, sizes, counts = np.array([-1]), np.array([0]), np.array([leaf + 1])
    made = 0
    for length in range(1, LONGEST + 1):
        if not len(places):
            return
        # Half as wide is twice as fast; and numbers of 16 bits are sorted by counting them.
        kind = np.min_scalar_type(len(sizes) * alphabet)
        keys = group.astype(kind) * kind.type(alphabet) + characters[places + (length - 1)]
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], places[order]
        changes = _changes(keys)
        starts, group = np.flatnonzero(changes), np.cumsum(changes, dtype=np.int32) - 1
        fields = field_of[places]
        first = changes | _changes(fields)
        above = keys[starts] // alphabet
        found, size = np.add.reduceat(first, starts, dtype=np.int64), np.diff(starts, append=len(places))
        same = size == sizes[above]
        new = ~same & ((counts[above] > leaf) | (found > few) | (length == 2))
        parents = gram[above]
        gram = np.where(same, parents, -1)
        gram[new] = made + np.arange(np.count_nonzero(new))
        made += int(np.count_nonzero(new))
        ends = characters[places + length] == 0
        kept = same | new
        whole = np.flatnonzero(ends & begins[places] & kept[group])
        yield _Level(
            at=places[starts[new]],
            parents=parents[new],
            counts=found[new],
            fields=fields[first & new[group]],
            longer=gram[same],
            whole=(gram[group[whole]], fields[whole]),
        )
        on = (kept & ((found > few) | (length == 1)))[group] & ~ends
        places, group = places[on], group[on]
        sizes, counts = size, found


def _changes(values: Integers) -> Booleans:
    """Tell of each value whether it differs from the one before."""
    return np.concatenate(([True], values[1:] != values[:-1]))


def _numbered(units: NDArray[np.uint16]) -> tuple[NDArray[np.uint16], int]:
    """Number the characters that there are, in order; return the numbers, and how many there are."""
    present = np.zeros(1 << 16, dtype=bool)
    present[units] = True
    return (np.cumsum(present) - 1).astype(np.uint16)[units], int(np.count_nonzero(present))


def _ordered(units: NDArray[np.uint16], levels: Sequence[_Level]) -> Grams:
    """Put the grams of all levels into one order."""
    at, parents, counts, fields = (
        np.concatenate([getattr(level, name) for level in levels]) for name in ("at", "parents", "counts", "fields")
    )
    made = [len(level.at) for level in levels]
    lengths = np.repeat(np.arange(1, len(levels) + 1), made)
    for length, level in enumerate(levels, 1):
        lengths[level.longer] = length
    whole = np.zeros(len(fields), dtype=bool)
    ends_in, ends_of = (np.concatenate([level.whole[side] for level in levels]) for side in (0, 1))
    whole[postings(ends_in, ends_of, counts, fields)] = True
    place = _places(parents, made)
    order = np.argsort(place)
    moved = ranges((np.cumsum(counts) - counts)[order], counts[order])
    parents = np.where(parents < 0, -1, place[parents])
    return Grams(units, at[order], lengths[order], parents[order], counts[order], fields[moved], whole[moved])


def _places(parents: Integers, made: Sequence[int]) -> Integers:
    """Return each gram's place when all are in order, that is a parent before its children and these in their order.

    `made` says how many there are of each level.
    """
    ends = np.cumsum(made)
    below = np.ones(len(parents), dtype=np.int64)
    for begin, end in zip((ends - made)[::-1], ends[::-1], strict=True):
        inner = parents[begin:end]
        below += np.bincount(inner[inner >= 0], weights=below[begin:end][inner >= 0], minlength=len(below)).astype(
            np.int64
        )
    places = np.zeros(len(parents), dtype=np.int64)
    for begin, end in zip(ends - made, ends, strict=True):
        if begin == end:
            continue
        before = np.cumsum(below[begin:end]) - below[begin:end]
        inner = parents[begin:end]
        first = np.maximum.accumulate(np.where(np.diff(inner, prepend=-2) != 0, np.arange(end - begin), 0))
        places[begin:end] = np.where(inner < 0, -1, places[inner]) + 1 + before - before[first]
    return places
