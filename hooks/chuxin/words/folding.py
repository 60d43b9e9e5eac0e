"""Text → what is compared when searching: no case, marks, punctuation or widths, no Traditional characters.

`overrides/assets/javascripts/folding.js` does exactly the same in the browser; tests hold the two together.

Sources: normalization forms and categories are Unicode's (UAX #15, UAX #44, through `unicodedata`); Traditional →
Simplified is OpenCC's t2s, of single characters. Every code point is folded on its own, so that each folded character
is known to come from one place of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

_MARKS = re.compile("[\u0300-\u036f]")  # of Latin, Greek and Cyrillic: ガ and 각 stay what they are
_HAN = (range(0x3400, 0xA000), range(0x20000, 0x2F800), range(0x30000, 0x34000))  # what NFKC leaves of it
_PLANES = range(0x20000, 0x3FFFE)  # ideographs, and those still to be assigned: not a matter of Unicode's version


class _Table(dict[int, str]):
    """For `str.translate`: code points and what they fold to, filled as they are asked for."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the letters and digits of `text`, folded; folding again changes nothing."""
    return text.translate(_TABLE)


def folding_table(characters: Iterable[str]) -> str:
    """Return what the browser cannot know by itself: the Traditional variants of the Simplified among `characters`.

    Groups are separated by spaces: a Simplified character, then its variants ("党黨 阳陽"), by code point.
    """
    present = set(fold("".join(characters)))
    groups = defaultdict(list)
    for variant, simplified in _simplified().items():
        if simplified in present:
            groups[simplified].append(variant)
    return " ".join(simplified + "".join(variants) for simplified, variants in sorted(groups.items()))


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).lower())
    plain = unicodedata.normalize("NFC", _MARKS.sub("", plain))
    return "".join(_simplified().get(part, part) for part in plain if _is_kept(part))


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or ord(character) in _PLANES


@cache
def _simplified() -> dict[str, str]:
    """Traditional characters, by code point, and their Simplified ones."""
    import opencc  # Late: whoever only reads records needs none of it.

    characters = [chr(code_point) for block in _HAN for code_point in block]
    # One call for all of them; the line breaks keep them from being read as phrases.
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    simplified = {one: other for one, other in zip(characters, converted, strict=True) if one != other}
    # A few lead on: 薴 → 苧 → 苎.
    return {one: simplified.get(other, other) for one, other in simplified.items()}
