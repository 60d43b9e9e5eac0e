"""The substring index, compared with looking at every text."""

from __future__ import annotations

import numpy as np
from chuxin.search.grams import LONGEST, index, ranges
from chuxin.search.packing import Shards, pack
from gram_texts import REPEATED, TEXTS, in_units, listed
from hypothesis import given, settings
from hypothesis import strategies as st


def fields_of(texts: list[str], per_field: int) -> list[int]:
    return [number // per_field for number in range(len(texts))]


@settings(deadline=None)
@given(TEXTS | REPEATED, st.integers(1, 5), st.integers(0, 3), st.integers(1, 3))
def test_every_list_of_fields_is_exact(texts: list[str], leaf: int, few: int, per_field: int) -> None:
    fields = fields_of(texts, per_field)
    for gram, (found, whole) in listed(index(texts, fields, leaf, few)).items():
        pairs = list(zip(fields, map(in_units, texts), strict=True))
        assert found == sorted({field for field, text in pairs if gram in text}), gram
        assert whole == sorted({field for field, text in pairs if text == gram}), gram


@settings(deadline=None)
@given(TEXTS | REPEATED, st.integers(2, 5), st.integers(0, 2), st.integers(1, 3))
def test_every_term_is_answered(texts: list[str], leaf: int, few: int, per_field: int) -> None:
    """By the gram in which it ends, or it is nowhere, or it is in few fields of the gram that it begins with."""
    fields = fields_of(texts, per_field)
    grams = listed(index(texts, fields, leaf, few))
    texts = list(map(in_units, texts))
    terms = {text[start:end] for text in texts for start in range(len(text)) for end in range(start + 1, len(text) + 1)}
    for term in {*terms, *(term[:-1] + other for term in terms for other in "ab中")}:
        containing = sorted({field for field, text in zip(fields, texts, strict=True) if term in text})
        ending = [gram for gram in grams if gram.startswith(term)]
        if ending:
            # The shortest is the one in which the term ends.
            assert grams[min(ending, key=len)][0] == containing
            continue
        prefixes = [gram for gram in grams if term.startswith(gram)]
        best = max(prefixes, key=len, default=None)
        if best is None or len(best) == 1 or len(grams[best][0]) > leaf:
            assert containing == []
        else:
            assert len(containing) <= few
            assert set(containing) <= set(grams[best][0])


def test_a_gram_is_no_longer_than_it_may_be() -> None:
    """What is longer is looked for in the texts of its gram, however many there are."""
    text = "".join(chr(0x4E00 + place) for place in range(LONGEST + 20))
    grams = listed(index([text] * 30, range(30), 5, 2))
    assert max(map(len, grams)) == LONGEST
    assert grams[text[:LONGEST]] == (list(range(30)), [])


def test_nothing_to_index() -> None:
    assert pack(index([], [])) == Shards((), ())


def test_ranges_follow_each_other() -> None:
    assert ranges(np.array([5, 0, 9]), np.array([2, 3, 0])).tolist() == [5, 6, 0, 1, 2]
