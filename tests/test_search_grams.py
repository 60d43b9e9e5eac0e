"""The substring index, compared with looking at every text."""

from __future__ import annotations

import numpy as np
import pytest
from chuxin.search.grams import LONGEST, Grams, index, ranges
from chuxin.search.packing import Shards, leb128, pack
from hypothesis import given, settings
from hypothesis import strategies as st

TEXTS = st.lists(st.text("ab中文𠀀", min_size=1, max_size=30), max_size=40)


def listed(grams: Grams) -> dict[str, list[int]]:
    """Every gram with its fields."""
    found, at = {}, 0
    for units, length, count in zip(grams.units, grams.lengths, grams.counts, strict=True):
        gram = units[:length].astype("<u2").tobytes().decode("utf-16-le", "surrogatepass")
        found[gram] = grams.fields[at : at + count].tolist()
        at += count
    assert at == len(grams.fields)
    return found


def unpacked(shards: Shards) -> dict[str, list[int]]:
    """Every gram of packed files with its fields, read by the letter of the format."""
    found = {}
    for first, content in zip(shards.first, shards.files, strict=True):
        numbers, number, shift = [], 0, 0
        for byte in content:
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                numbers.append(number)
                number, shift = 0, 0
        units, at = first.encode("utf-16-le", "surrogatepass"), 0
        while at < len(numbers):
            length, unit, count = numbers[at : at + 3]
            if at:
                above = int.from_bytes(units[2 * length - 2 : 2 * length], "little")
                units = units[: 2 * length - 2] + (above + unit).to_bytes(2, "little")
            fields = np.cumsum(numbers[at + 3 : at + 3 + count]).tolist()
            found[units.decode("utf-16-le", "surrogatepass")] = fields
            at += 3 + count
    return found


def units_of(text: str) -> list[bytes]:
    encoded = text.encode("utf-16-le")
    return [encoded[at : at + 2] for at in range(0, len(encoded), 2)]


def contains(text: str, gram: str) -> bool:
    """Whether a text has a run of UTF-16 units."""
    units, wanted = units_of(text), [gram.encode("utf-16-le", "surrogatepass")[at : at + 2] for at in range(0, 99, 2)]
    wanted = [unit for unit in wanted if unit]
    return any(units[at : at + len(wanted)] == wanted for at in range(len(units) - len(wanted) + 1))


@settings(deadline=None)
@given(TEXTS, st.integers(1, 5), st.integers(1, 3))
def test_every_list_of_fields_is_exact(texts: list[str], leaf: int, per_field: int) -> None:
    fields = [number // per_field for number in range(len(texts))]
    grams = listed(index(texts, fields, leaf))
    for gram, found in grams.items():
        assert found == sorted({field for field, text in zip(fields, texts, strict=True) if contains(text, gram)}), gram


@settings(deadline=None)
@given(TEXTS, st.integers(1, 5))
def test_every_substring_is_a_gram_or_begins_with_a_short_list(texts: list[str], leaf: int) -> None:
    grams = listed(index(texts, range(len(texts)), leaf))
    for text in texts:
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                part = text[start:end].encode("utf-16-le")
                prefixes = [part[:at].decode("utf-16-le", "surrogatepass") for at in range(2, len(part) + 1, 2)]
                best = [prefix for prefix in prefixes if prefix in grams][-1]
                whole = len(best.encode("utf-16-le", "surrogatepass")) == len(part)
                longest = len(best.encode("utf-16-le", "surrogatepass")) == 2 * LONGEST
                assert whole or longest or len(grams[best]) <= leaf


@settings(deadline=None)
@given(TEXTS, st.integers(1, 200))
def test_packing_keeps_everything_in_order(texts: list[str], size: int) -> None:
    grams = index(texts, range(len(texts)), 2)
    shards = pack(grams, size)
    assert unpacked(shards) == listed(grams)
    first = [one.encode("utf-16-be", "surrogatepass") for one in shards.first]
    assert first == sorted(first)


def test_files_are_cut_at_their_size() -> None:
    texts = ["".join(chr(0x4E00 + (7 * at * row) % 900) for at in range(300)) for row in range(60)]
    shards = pack(index(texts, range(60), 4), 2000)
    assert len(shards.files) > 5
    assert all(len(content) < 2500 for content in shards.files)


def test_nothing_to_index() -> None:
    assert pack(index([], [])) == Shards((), ())


@pytest.mark.parametrize(
    ("number", "encoded"),
    [(0, b"\0"), (1, b"\1"), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02"), (16384, b"\x80\x80\x01")],
)
def test_leb128(number: int, encoded: bytes) -> None:
    content, widths = leb128(np.array([number, 5]))
    assert content.tobytes() == encoded + b"\5"
    assert widths.tolist() == [len(encoded), 1]


def test_ranges_follow_each_other() -> None:
    assert ranges(np.array([5, 0, 9]), np.array([2, 3, 0])).tolist() == [5, 6, 0, 1, 2]
