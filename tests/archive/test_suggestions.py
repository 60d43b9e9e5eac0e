"""What is misspelt in the real records is guessed right, nearly always at once. `make bench` tries every way."""

import pytest
from bench.suggestions import RATES, misspellings

# Of so many ways to misspell a word one is tried.
EVERY = 9


@pytest.mark.parametrize("name", RATES)
def test_the_first_guess_is_right(name):
    rate = RATES[name](every=EVERY)
    print(f"{name}: {rate}")
    assert rate.tried > 1000
    # Where it is not, two ids are equally near: siu may be sisu or shu.
    assert rate.right >= 0.998, rate.wrong


def test_misspellings_are_one_slip_away():
    assert list(misspellings("ab")) == ["a", "aa", "aab", "abb", "ac", "acb", "b", "ba", "bab", "bb", "zab", "zb"]
