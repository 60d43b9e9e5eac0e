"""Chinese text → its words, by a dictionary: 同济大学设计创意学院 → 同济 大学 设计 创意 学院.

Source: the dictionary, with how frequent its words are, is jieba's (MIT licence), which rjieba brings; the most
probable division by it is computed without jieba's model of unknown words, so that the same text is always divided in
the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

# Words that the dictionary lacks, as frequent as its frequent ones.
_OWN = ("推进会", "融媒体", "街校", "科创", "区委会", "工委会")
_FREQUENT = 10_000
# A word of more characters is divided further where it is made of words of no more.
_LONGEST = 3
# What belongs to the word before it when it stands alone, and to the word behind it.
_ENDINGS = "省市区县镇乡村街路弄巷里苑园队站所处局部厅委办室科校院系馆厂店社会团组班网"
_BEGINNINGS = "东南西北"
# What is no part of a name's words, but stands between them.
_BETWEEN = "的和与及或暨在对于了也为从向把被是之驻"


def divided(run: str) -> list[str]:
    """Return the words of a run of Chinese characters, without anything else between them."""
    words = [part for word in _jieba().cut(run, hmm=False) for part in _parts(word)]
    return _with_neighbours(list(_joined(words)))


def _parts(word: str) -> list[str]:
    """Return the words that a long word is made of, as few as there can be; the word itself when it is made of none."""
    fewest: list[list[str] | None] = [[]]
    for end in range(1, len(word) + 1):
        ways = (
            [*before, word[start:end]]
            for start in range(max(0, end - _LONGEST), end - 1)
            if (before := fewest[start]) is not None and _jieba().has_word(word[start:end])
        )
        fewest.append(min(ways, key=len, default=None))
    return (fewest[-1] or [word]) if len(word) > _LONGEST else [word]


def _joined(words: list[str]) -> Iterator[str]:
    """Yield the words, single characters in a row as one: the dictionary does not know what they are together."""
    row = ""
    for word in [*words, ""]:
        if len(word) == 1 and word not in _BETWEEN:
            row += word
            continue
        yield from filter(None, (row, word))
        row = ""


def _with_neighbours(words: list[str]) -> list[str]:
    """Return the words, endings joined to the word before them, and points of the compass to the word behind them."""
    found: list[str] = []
    beginning = ""
    for word in words:
        if found and not beginning and _is_ending(word):
            found[-1] += word
        elif word in _BEGINNINGS:
            beginning += word
        else:
            found.append(beginning + word)
            beginning = ""
    return [*found, beginning] if beginning else found


def _is_ending(word: str) -> bool:
    """Tell whether a word only ends others: 路, 会路, but not 社区, which is a word itself."""
    return all(character in _ENDINGS for character in word) and (len(word) == 1 or not _jieba().has_word(word))


@cache
def _jieba() -> Any:
    """Return what divides texts, with the words that it lacks."""
    import rjieba  # Late: takes 0.1 seconds, and only suggested ids need it.

    jieba = rjieba.Jieba()
    for word in _OWN:
        jieba.add_word(word, _FREQUENT, "n")
    return jieba
