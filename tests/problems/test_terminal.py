"""What reaches a terminal: nothing moves its cursor, everything is measured, and whatever takes it is written to."""

from __future__ import annotations

import io
import json
import sys
import unicodedata

import pytest
from chuxin.problems.problems import display_path
from chuxin.problems.terminal import OutputError, blank, printable, say, width
from hypothesis import given, settings
from hypothesis import strategies as st

# Signs of scripts that are counted as control characters, but are to be seen.
SEEN = {"\u0600", "\u0601", "\u0602", "\u0603", "\u0604", "\u0605", "\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2"}
JOINER = "\u200d"


def test_no_control_character_and_no_line_break_is_left():
    every = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp")]
    assert {one for one in every if printable(one) == one} == SEEN | {JOINER}
    assert {printable(chr(code)) for code in range(0xE0000, 0xE0080)} == {"�"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[2J张三", "␛[2J张三"),
        ("a\r\n::error::b", "a␍␊::error::b"),
        ("\x7f\x85\u202e", "␡��"),
        ("a\tb", "a b"),
        ("\udce5\udcbc", "??"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_a_sign(typed, shown):
    assert printable(typed) == shown


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("", 0),
        ("ab", 2),
        ("张三", 4),
        ("e\u0301", 1),
        ("👨‍👩‍👧", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("1️⃣", 2),
        ("🇨🇳", 2),
        ("🏳️‍🌈a", 3),
        ("🏽", 2),
    ],
)
def test_an_emoji_made_of_several_is_as_wide_as_one(words, columns):
    assert width(words) == width(blank(words)) == columns


@given(st.text())
def test_a_blank_is_as_wide_as_what_it_stands_below(words):
    shown = printable(words)
    assert width(blank(shown)) == width(shown)
    assert set(blank(shown)) <= {" ", "\u3000"}


@pytest.mark.parametrize("name", ["a\n::error::b.yml", "\x1b[31m.yml", "\u202egnp.yml", "\udcff.yml"])
def test_the_name_of_a_file_is_one_line_that_moves_no_cursor(name):
    shown = display_path(name)
    assert shown.isprintable() and shown.encode()


class Stream(io.TextIOWrapper):
    """An output of some encoding, of which a test reads what was written."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, newline="")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["gbk", "gb18030", "utf-8", "ascii", "latin-1", "cp1252"]))
def test_anything_can_be_said_in_any_encoding(words, encoding):
    stream = Stream(encoding)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        say(json.dumps(words, ensure_ascii=False))
    shown = stream.bytes.getvalue().decode(encoding)
    assert shown.endswith("\n")
    if not any(0xD800 <= ord(one) < 0xE000 for one in words):
        assert json.loads(shown) == words


class Full(io.StringIO):
    """An output that takes no more."""

    def write(self, words: str) -> int:
        raise OSError(self.errno, "")


@pytest.mark.parametrize(("errno", "raises"), [(28, True), (5, True), (32, False)])
def test_a_full_disk_is_told_and_a_closed_pipe_is_not(monkeypatch, errno, raises):
    monkeypatch.setattr(Full, "errno", errno, raising=False)
    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(sys, "stderr", Full())
    say("x", err=True)
    if raises:
        with pytest.raises(OutputError):
            say("x")
    else:
        say("x")


def test_without_outputs_nothing_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    say("x")
    say("x", err=True)
