"""Names → the Latin strings under which they are found: their pinyin and its initials.

Source: readings of characters and of phrases are pypinyin's, which has them from pinyin-data and phrase-pinyin-data.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import product
from math import prod
from types import ModuleType

from .folding import fold

# A name that is longer, or that could be read in more ways, is read in the likeliest one only.
LONGEST, MOST = 12, 8
# A reading is common when so many of a hundred phrases with the character have it: háng of 行, but not tái of 大.
COMMON = 10
# Words that the library lacks and would read wrong, or in too many ways.
MISSING = {
    "〇": "líng", "支行": "zhī háng", "总行": "zǒng háng", "长宁": "cháng níng", "闵行": "mǐn háng",
    "长三角": "cháng sān jiǎo",
}  # fmt: skip


# Many statements have the same title, that of their speaker; units are found and sorted by theirs.
@cache
def pinyin_forms(name: str, reading: str | None = None) -> tuple[str, ...]:
    """Return the folded strings under which `name` is found: its syllables run together, and their initials.

    Letters and digits stay in their places, punctuation vanishes, ü is written both u and v. `reading` is the whole
    name's pinyin as records give it ("li binlu"). Without it a short name is read in every common way, the likeliest
    first.
    """
    runs = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).lower())
    readings = [_spoken("".join(runs), reading)] if reading else _likely(runs)
    forms = (form for syllables in readings for form in _written(syllables))
    return tuple(dict.fromkeys(filter(None, forms)))


def _written(syllables: Sequence[str]) -> Iterator[str]:
    whole = "".join(syllables)
    yield fold(whole)
    yield fold(re.sub("(?<=[ln])ü", "v", whole))
    yield fold("".join(syllable[0] for syllable in syllables))


def _spoken(characters: str, reading: str) -> Sequence[str]:
    """Divide a reading into syllables. It says where words end; where syllables do, the characters know.

    When they are never read like that, words are taken for syllables.
    """
    words = re.sub("(?<=[ln])v", "ü", reading).split()
    return _divided("".join(words), [_syllables(character) for character in characters]) or words


def _divided(spoken: str, choices: Sequence[Sequence[str]]) -> list[str] | None:
    """Divide what is spoken into one of each character's syllables, the likeliest that fit; None when none do.

    From the end, one character after the other: where its syllable may begin so that the rest fits. A name can be
    divided in more ways than could be tried.
    """
    fitting = [{len(spoken)}]
    for syllables in reversed(choices):
        ends = fitting[-1]
        starts = ((end - len(syllable), syllable) for end in ends for syllable in syllables)
        fitting.append({start for start, syllable in starts if start >= 0 and _is_spoken(spoken, syllable, start)})
    if 0 not in fitting[-1]:
        return None
    divided, place = [], 0
    for syllables, ends in zip(choices, fitting[-2::-1], strict=True):
        fits = (one for one in syllables if place + len(one) in ends and _is_spoken(spoken, one, place))
        divided.append(next(fits))
        place += len(divided[-1])
    return divided


def _is_spoken(spoken: str, syllable: str, place: int) -> bool:
    """Tell whether a syllable is spoken at a place; where u is written, ü may be meant."""
    return spoken.startswith((syllable, syllable.replace("ü", "u")), place)


def _likely(runs: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return the likely ways to read runs of letters, each as syllables."""
    choices = [choice for run in runs for choice in _readings(run)]
    if len(choices) <= LONGEST:
        common = [
            [first, *(syllable for syllable in others if _is_common(character, syllable))]
            for character, (first, *others) in zip("".join(runs), choices, strict=True)
        ]
        if prod(map(len, common)) <= MOST:
            return list(product(*common))
    return [[choice[0] for choice in choices]]


def _readings(run: str) -> list[list[str]]:
    """Return for each character its syllables, the likeliest first; for one in a phrase, only what it is there."""
    read, plain = _library()
    return [list(dict.fromkeys(map(plain, syllables))) for syllables in read(run)]


@cache
def _syllables(character: str) -> list[str]:
    """Return the syllables of one character by itself."""
    return _readings(character)[0]


@cache
def library() -> ModuleType:
    """Return pypinyin, with the words that it lacks."""
    import pypinyin  # Late: takes 0.3 seconds.

    own = {word: [[syllable] for syllable in reading.split()] for word, reading in MISSING.items()}
    pypinyin.load_phrases_dict(own)
    return pypinyin


@cache
def _library() -> tuple[Callable[[str], list[list[str]]], Callable[[str], str]]:
    """Return what reads characters, and what takes the tone off a syllable."""
    from pypinyin.contrib.tone_convert import to_normal

    # There are a few hundred syllables: the library would work each out again at every character.
    @cache
    def plain(syllable: str) -> str:
        # Of letters and digits of some scripts it leaves nothing: they are not spoken, and stay what they are.
        return syllable if syllable.isascii() else to_normal(syllable, v_to_u=True) or syllable

    own = library()
    return partial(own.pinyin, style=own.Style.TONE, heteronym=True, errors=list), plain


def _is_common(character: str, syllable: str) -> bool:
    phrases = _phrases().get(character, Counter())
    return 100 * phrases[syllable] >= COMMON * phrases.total()


@cache
def _phrases() -> dict[str, Counter[str]]:
    """Return for each character how many phrases have it in which reading."""
    from pypinyin.constants import PHRASES_DICT

    _, plain = _library()
    pairs = Counter(
        pair
        for phrase, readings in PHRASES_DICT.items()
        for pair in zip(phrase, (reading[0] for reading in readings), strict=True)
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (character, reading), count in pairs.items():
        found[character][plain(reading)] += count
    return found
