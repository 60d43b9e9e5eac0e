"""Dates in sentences are dates for machines, and nothing else is."""

from __future__ import annotations

import pytest
from chuxin.pages.times import in_pieces
from hypothesis import given
from hypothesis import strategies as st

TEXTS = [
    ("2023年7月6日加入", ["2023-07-06"]),
    ("2030年5月至2031年", ["2030-05", "2031"]),
    # None of these is a date.
    ("2023年度联席会议", []),
    ("12023年", []),
    ("2023年02月3日", []),
    ("2023年2月30日", []),
    ("0000年", []),
]


@pytest.mark.parametrize(("text", "dates"), TEXTS)
def test_what_is_a_date_is_one_for_machines(text: str, dates: list[str]) -> None:
    assert [piece.iso for piece in in_pieces(text) if not isinstance(piece, str)] == dates


@given(st.text(alphabet="0123456789年月日度<&\"' "))
def test_the_text_stays_what_it_is(text: str) -> None:
    assert "".join(piece if isinstance(piece, str) else piece.text for piece in in_pieces(text)) == text
