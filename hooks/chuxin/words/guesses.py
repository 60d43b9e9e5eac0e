"""What somebody means who typed what is not right: the nearest of known words, or the same thing written well.

A guess is only ever shown to the editor; nothing is replaced by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .folding import fold
from .quantities import Quantity

# Measure words, which stand apart from a number, and longer words for what is said with one character.
_MEASURE = r"[家所人名位次届个项条]"
_SHORTER = {"大约": "约", "将近": "近", "多余": "余", "大概": "约"}
# So many guesses are shown at most when several are as good.
_MOST = 3


def nearest(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known words with the fewest slips of the keyboard between them and what was typed, the best first.

    A slip is a letter too many, too few, another, or two that changed places (the optimal string alignment distance).
    Words of which too little is left are not among them.
    """
    words = list(dict.fromkeys(known))
    typed = typed.strip().lower()
    most = 1 if len(typed) < 4 else 2 if len(typed) < 9 else 3
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    least = min((distance for _, distance, _ in found), default=0)
    # A letter left out or typed twice is likelier than another one in its place.
    best = [word for word, distance, _ in found if distance == least and len(word) > distance]
    return sorted(best, key=lambda word: (abs(len(word) - len(typed)) != least, word[:1] != typed[:1], word))[:_MOST]


def among(typed: str, choices: Sequence[str]) -> str | None:
    """Return the one of a field's choices that was meant: in other characters or quotation marks, or a near one."""
    folded = fold(typed)
    same = [choice for choice in choices if fold(choice) == folded]
    if same or not folded:
        return next(iter(same), None)
    if folded.isascii():
        return next(iter(nearest(folded, choices)), None)
    # Chinese words are short: what counts is how many characters they share, in their order.
    near = [(OSA.normalized_similarity(folded, choice), -index) for index, choice in enumerate(choices)]
    likeness, position = max(near, default=(0, 0))
    return choices[-position] if likeness >= 0.5 else None


def number(typed: str) -> str | None:
    """Return the digits of a number in full-width digits, or with its measure word (46家)."""
    match = re.fullmatch(rf"第?(0|[1-9]\d{{0,8}}){_MEASURE}?", _plain(typed), re.ASCII)
    return match[1] if match else None


def amount(typed: str) -> str | None:
    """Return a number as its source words it (80余) in full-width digits, with its measure word or in other words."""
    plain = re.sub(rf"^(?:另有|另|共|共计|一共)|{_MEASURE}$|{_MEASURE}(?=左右|以上)", "", _plain(typed))
    for longer, word in _SHORTER.items():
        plain = plain.replace(longer, word)
    try:
        return str(Quantity.parse(plain))
    except ValueError:
        return None


def flag(typed: str) -> str | None:
    """Return `true` or `false` for another way to say so."""
    said = fold(typed)
    return (
        "true"
        if said in ("true", "yes", "是", "对", "y", "1")
        else "false"
        if said in ("false", "no", "否", "不是", "n", "0")
        else None
    )


def web_address(typed: str) -> str | None:
    """Return a web address with what is lacking or in full-width signs."""
    plain = _plain(typed).replace("\\", "/")
    if re.fullmatch(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?", plain):
        return f"https://{plain}"
    return plain if plain != typed and re.fullmatch(r"https?://[^\s<>\"]+", plain) else None


def contact_address(typed: str) -> str | None:
    """Return an address of mail or a telephone number that was written in full-width signs."""
    plain = _plain(typed)
    looks_right = re.fullmatch(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d -]{3,18}\d", plain, re.ASCII)
    return plain if looks_right and plain != typed else web_address(typed)


def pinyin(typed: str) -> str | None:
    """Return pinyin in small letters, without tones and signs."""
    decomposed = unicodedata.normalize("NFD", _plain(typed).lower().replace("v", "ü"))
    letters = unicodedata.normalize("NFC", re.sub("[\u0300-\u0307\u0309-\u036f]", "", decomposed))
    words = " ".join(re.findall("[a-zü]+", letters))
    return words if words and words != typed and not re.search("[㐀-鿿]", letters) else None


def identifier(typed: str) -> str | None:
    """Return an id in small letters, with hyphens for what else divides its words."""
    made = re.sub(r"[\s_./·—–-]+", "-", _plain(typed).lower()).strip("-")
    return made if made != typed and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made) else None


def _plain(typed: str) -> str:
    """Return what was typed in half-width characters, without quotation marks around it."""
    return unicodedata.normalize("NFKC", typed).strip().strip("\"'“”‘’「」").strip()
