"""Patterns that match every text, be it with nothing."""

import re

import pytest
from chuxin.words.patterns import always


@pytest.mark.parametrize(("text", "at", "found"), [("  a", 0, "  "), ("  a", 1, " "), ("a", 0, ""), ("", 0, "")])
def test_it_matches_from_a_place_on(text, at, found):
    assert always(re.compile(" *"), text, at)[0] == found


def test_what_does_not_match_every_text_is_told():
    with pytest.raises(ValueError, match=r"\[0-9\]"):
        always(re.compile("[0-9]+"), "a")
