"""How Chinese is typed: warnings of signs that do not belong into Simplified Chinese text.

One look at the whole file tells whether there can be anything; only then are its values gone through. Field names,
comments, addresses, and what is punctuation of YAML or of Markdown are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ..problems.problems import Problem
from ..problems.typed import SourceText
from ..words.folding import fold
from .places import Scalar, scalars

_HAN = "㐀-䶿一-鿿\U00020000-\U0003ffff"
_MARKS = "，。；：？！、）》〉】』」”’…—·"
_CHINESE = _HAN + _MARKS
_WIDE = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
_DOTS = "・•‧∙⋅･．"
# Not seen at all, or only by what they do to the text around them.
_UNSEEN = "\xad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\uffa0\U000e0000-\U000e007f"
# The space of web pages, and those of typesetters.
_SPACES = "\xa0\u2000-\u200a\u202f\u205f"
# Other forms of characters: radicals, compatibility ideographs, full-width letters and digits.
_FORMS = "\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0002f800-\U0002fa1f"

# In GB 2312 as rare surnames; elsewhere they are the Traditional 后 and 于.
_SURNAMES = "後於"

_PUNCTUATION = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!]|[,;?!](?=[{_HAN}])|(?<=[{_HAN}])[()]|[()](?=[{_HAN}])|(?<=[{_HAN}])\.(?=[{_HAN}]|\s|\Z)"
)
_QUOTES = re.compile(rf'(?<=[{_CHINESE}])"|"(?=[{_HAN}])')
_GAP = re.compile(rf"(?<=[{_CHINESE}])[ \t\u3000]+(?=[{_CHINESE}])")
_BREAK = re.compile(rf"(?<=[{_CHINESE}])[ \t]*\n[ \t]*(?=[{_CHINESE}“《（])")
# A point between two short words, as in the name of a brand, ends no sentence.
_DOTTED_NAME = re.compile(rf"(?<![{_CHINESE}])[{_HAN}]{{1,5}}(?P<dot>\.)[{_HAN}]{{1,5}}(?![{_CHINESE[:-1]}])")
_DOT = re.compile(rf"(?<=[{_HAN}])[{_DOTS}](?=[{_HAN}])")
_INVISIBLE = re.compile(f"[{_UNSEEN}{_SPACES}]")
# What is opened and not closed goes on to the end of the line: so every line is gone through once.
_TARGET = re.compile(r"\]\([^)\n]*+(?P<closed>\)?)")
# Addresses keep their signs.
_ADDRESS = re.compile(r"<?https?://[^\s，。；）》”]*|record:[\w/-]*")
# What stands in quotation marks is quoted, in the characters of the source.
_QUOTED = re.compile(r"“[^”\n]*+(?P<closed>”?)")
# A value that goes on in the next line, where YAML puts a space.
_NEXT_LINE = re.compile(rf"\n(?<=[{_CHINESE}>+\d-]\n) +[{_CHINESE}]")
_GOES_ON = re.compile(rf"\n *(?:- +|\w+: +)++(?:(?![|\s])[^\n]*[{_CHINESE}]|>[-+\d]*)\n +[{_CHINESE}]")


def style_problems(source: SourceText) -> Iterator[Problem]:
    """Yield the warnings of a text that YAML can read."""
    text = _blanked(_TARGET, source.text)
    if not any(look.search(text) for look in _first_looks()) and not (
        _NEXT_LINE.search(text) and _GOES_ON.search(f"\n{text}")
    ):
        return
    for scalar in scalars(source):
        value = source.text[scalar.start : scalar.end]
        if not scalar.is_key and not value.isascii():
            value = _blanked(_ADDRESS, _blanked(_TARGET, value))
            for start, length, problem in _found(value, scalar):
                yield Problem(source.span_at(scalar.start + start, length), *problem)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with what a pattern finds made invisible to all others; places stay what they are.

    What a pattern opens and does not close is left as it is.
    """

    def blank(match: re.Match[str]) -> str:
        shown: str = match[0]
        return shown if match.groupdict().get("closed") == "" else "\x00" * len(shown)

    return pattern.sub(blank, text)


def _found(value: str, scalar: Scalar) -> Iterator[tuple[int, int, tuple[str, str, str]]]:
    """Yield where a value has something unusual, how many characters long, and what is said of it."""
    names = {match.start("dot") for match in _DOTTED_NAME.finditer(value)}
    for match in _PUNCTUATION.finditer(value):
        wide = _WIDE[match[0]]
        if match.start() in names:
            yield match.start(), 1, ("W504", "间隔号写成了 .", "改用 ·")
            continue
        yield match.start(), 1, ("W501", f"中文里的 “{match[0]}” 是半角", f"改用全角的 “{wide}”")
    for match in _QUOTES.finditer(value):
        yield match.start(), 1, ("W501", '中文里的 " 是半角', "改用 “ 和 ”")
    for match in _GAP.finditer(value):
        yield match.start(), len(match[0]), ("W502", "汉字之间有空格", "删去空格")
    for match in _BREAK.finditer(value) if scalar.style != "|" else ():
        hint = "在冒号后面写 |-，文字从下一行开始"
        yield match.start() - 1, 1, ("W502", "这里换行，网站上会多出一个空格", hint)
    for match in _traditional().finditer(_blanked(_QUOTED, value)):
        simple = "".join(map(_simplified, match[0]))
        what = "是全角" if simple.isascii() else "不是通行的简体字形"
        yield match.start(), len(match[0]), ("W503", f"“{match[0]}” {what}", f"改为 “{simple}”")
    for match in _DOT.finditer(value):
        yield match.start(), 1, ("W504", f"间隔号写成了 {match[0]}", "改用 ·")
    for match in _INVISIBLE.finditer(value):
        is_space = match[0].isspace()
        name = "网页上的空格" if is_space else "看不见的字符"
        hint = "改用普通的空格，或者删去" if is_space else "删掉这个词，重新打一遍"
        yield match.start(), 1, ("W505", f"这里有一个{name} U+{ord(match[0]):04X}", hint)
    if re.fullmatch(r"“[^“”]*”", value.strip()):
        at = value.index("“")
        yield at, len(value.strip()), ("W506", "整句都在引号里，网站上也会有引号", "引号不是内容的一部分，就删去")


@cache
def _first_looks() -> tuple[re.Pattern[str], ...]:
    """Return what finds hardly anything but mistakes, and lets none through but values that go on in the next line.

    Each begins with the signs that it looks for and only then looks around: so a whole file is gone through fast.
    """
    forms = f"{_traditional().pattern[1:-2]}{_UNSEEN}{_SPACES}"
    sign = (
        rf"[,;:?!().\"{_DOTS}{forms}\t\u3000](?:(?<=[{forms}])|(?<=[{_CHINESE}][,;:?!().\"])|(?<=[{_HAN}][{_DOTS}])"
        rf"|(?<=[,;?!()\"])(?=[{_HAN}])|(?<=[{_CHINESE}][\t\u3000])[ \t\u3000]*[{_CHINESE}])"
    )
    gap = rf" (?<=[{_CHINESE}] )[ \t\u3000]*[{_CHINESE}]"
    return tuple(map(re.compile, (sign, gap, "”\n")))


@cache
def _traditional() -> re.Pattern[str]:
    """Return what finds characters that are not those of Simplified Chinese, although it has the same ones.

    OpenCC and Unicode's compatibility forms say what to write for them; GB 2312, the basic set of Simplified Chinese,
    does not have them.
    """
    characters = (chr(code) for code in range(0x4E00, 0xA000))
    return re.compile(f"[{''.join(one for one in characters if _simplified(one) != one)}{_FORMS}]+")


def _simplified(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and not re.match(f"[{_HAN}]", plain):
        return plain
    return character if character not in _SURNAMES and _in_gb2312(character) else fold(plain)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
