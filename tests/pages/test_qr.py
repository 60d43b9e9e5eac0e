"""QR codes: what is put together from other codes equals what segno draws, and a scanner reads what is drawn."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from chuxin.pages import qr
from chuxin.pages.qr import QUIET, QrCodes, drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from scanning import picture, read

SITE = "https://example.org/quyang/"


def slugs(count: int) -> list[str]:
    random = Random(1)
    return [
        "".join(random.choices("abcdefghijklmnopqrstuvwxyz0123456789-", k=random.randint(1, 40))) for _ in range(count)
    ]


@pytest.mark.parametrize("address", [
    "a", SITE, f"{SITE}people/li-binlu/", f"{SITE}meetings/2023-07-06/", f"{SITE}人物/", "HTTPS://A.ORG/", "12345",
    *(f"{SITE}{'x' * length}/" for length in range(30, 230, 7)),
])  # fmt: skip
def test_a_scanner_reads_the_address(address):
    assert read(QrCodes().code(address)).text == address


def test_a_scanner_reads_what_was_put_together():
    codes = QrCodes()
    for slug in slugs(300):
        assert read(codes.code(f"{SITE}people/{slug}/")).text == f"{SITE}people/{slug}/"


def test_the_level_is_m():
    assert read(QrCodes().code(SITE)).ec_level == "M"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text("abz09-/初", min_size=1, max_size=50) | st.text("ab", min_size=10, max_size=12), max_size=20))
def test_codes_equal_those_that_segno_draws(addresses):
    codes = QrCodes()
    assert [codes.modules(address) for address in addresses] == [drawn(address) for address in addresses]


def test_a_code_does_not_depend_on_those_before_it():
    addresses = [f"{SITE}people/{slug}/" for slug in slugs(100)]
    forwards, backwards = QrCodes(), QrCodes()
    there = [forwards.code(address) for address in addresses]
    assert [backwards.code(address) for address in reversed(addresses)] == there[::-1]
    assert [forwards.code(address) for address in addresses] == there


def test_most_codes_need_no_drawing(monkeypatch):
    """Time is what this module is about; the number of slow steps stands for it."""
    calls = []
    monkeypatch.setattr(qr, "drawn", lambda address: calls.append(address) or drawn(address))
    codes = QrCodes()
    for number in range(1000):
        codes.code(f"{SITE}meetings/2031-{number:04}/")
    assert len(calls) < 20


def test_the_quiet_zone_is_light_and_the_corners_are_dark():
    points = picture(QrCodes().code(SITE))
    inside = points[QUIET:-QUIET, QUIET:-QUIET]
    assert (np.delete(points, np.s_[QUIET:-QUIET], 0) == 255).all()
    assert (np.delete(points, np.s_[QUIET:-QUIET], 1) == 255).all()
    assert (inside[0, :7] == 0).all() and (inside[0, -7:] == 0).all() and (inside[-1, :7] == 0).all()
