"""Grams as bytes, cut into files."""

from __future__ import annotations

import numpy as np
import pytest
from chuxin.search.grams import index
from chuxin.search.packing import Shards, leb128, pack
from gram_texts import REPEATED, TEXTS, decoded, in_units, listed
from hypothesis import given, settings
from hypothesis import strategies as st


def unpacked(shards: Shards, leaf: int) -> dict[str, tuple[list[int], list[int]]]:
    """Every gram of packed files with its fields, read by the letter of the format."""
    found = {}
    for first, content in zip(shards.first, shards.files, strict=True):
        numbers = iter(read(content))
        gram: np.ndarray | None = None
        above: list[tuple[str, list[int]]] = []
        for begin in numbers:
            shared = begin // 2
            units = [next(numbers) for _ in range(next(numbers) if begin % 2 else 1)]
            if gram is None:
                gram = np.frombuffer(first.encode("utf-16-le", "surrogatepass"), "<u2")
            else:
                units[0] += int(gram[shared]) if shared < len(gram) else 0
                gram = np.concatenate((gram[:shared], units))
            count = next(numbers)
            fields = np.cumsum([next(numbers) for _ in range(count // 2)]).tolist()
            marks = np.cumsum([next(numbers) for _ in range(next(numbers))]).tolist() if count % 2 else []
            text = decoded(gram)
            above = [one for one in above if len(one[0]) <= shared and text.startswith(one[0])]
            if above and len(above[-1][0]) == shared and len(above[-1][1]) <= leaf:
                fields = [above[-1][1][place] for place in fields]
            above.append((text, fields))
            found[text] = (fields, [fields[place] for place in marks])
    return found


def read(content: bytes) -> list[int]:
    numbers, number, shift = [], 0, 0
    for byte in content:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number, shift = 0, 0
    return numbers


@settings(deadline=None)
@given(TEXTS | REPEATED, st.integers(1, 5), st.integers(0, 3), st.integers(1, 200))
def test_packing_keeps_everything_in_order(texts: list[str], leaf: int, few: int, size: int) -> None:
    grams = index(texts, range(len(texts)), leaf, few)
    shards = pack(grams, leaf, size)
    assert unpacked(shards, leaf) == listed(grams)
    assert list(unpacked(shards, leaf)) == list(listed(grams))
    first = list(map(in_units, shards.first))
    assert first == sorted(first)


def test_files_are_cut_at_their_size() -> None:
    texts = ["".join(chr(0x4E00 + (7 * at * row) % 900) for at in range(300)) for row in range(60)]
    shards = pack(index(texts, range(60), 4), 4, 2000)
    assert len(shards.files) > 5
    assert all(len(content) < 2500 for content in shards.files)


@pytest.mark.parametrize(
    ("number", "encoded"),
    [(0, b"\0"), (1, b"\1"), (127, b"\x7f"), (128, b"\x80\x01"), (300, b"\xac\x02"), (16384, b"\x80\x80\x01")],
)
def test_leb128(number: int, encoded: bytes) -> None:
    content, ends = leb128(np.array([number, 5]))
    assert content.tobytes() == encoded + b"\5"
    assert ends.tolist() == [len(encoded), len(encoded) + 1]
