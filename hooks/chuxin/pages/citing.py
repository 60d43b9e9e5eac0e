"""How a page of this site is cited: as GB/T 7714-2015 has it, in BibTeX and in RIS. Plain texts, no HTML.

What is not known is left out. Two things only the reader's browser knows: the day on which the page is cited, and its
address where the site does not know its own. They are gaps in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

_BIBTEX = {
    # Not \{ and \}: BibTeX counts the braces of a field without looking at what stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
# What may stand in a field of BibTeX and in a line of RIS as it is. Half of an escape is none.
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"


@dataclass(frozen=True)
class Cited:
    """What is cited. `author` is who answers for the words; `note` says what they are; an address may be empty."""

    key: str
    author: str
    title: str
    site: str
    note: str
    address: str = ""


@dataclass(frozen=True)
class Gap:
    """A place in a text that the reader's browser fills; `shown` stands there until then."""

    name: str
    shown: str


Text = tuple[str | Gap, ...]

DAY, SLASHED_DAY, ADDRESS = Gap("day", "访问日期"), Gap("slashed-day", "访问日期"), Gap("address", "网址")


@dataclass(frozen=True)
class Citation:
    """The three texts."""

    gbt: Text
    bibtex: Text
    ris: Text


def citation(cited: Cited) -> Citation:
    """Return how something is cited."""
    address = quote(cited.address, safe=_IN_ADDRESS) or ADDRESS
    return Citation(_gbt(cited, address), _bibtex(cited, address), _ris(cited, address))


def filled(text: Text, values: dict[str, str]) -> str:
    """Return a text with its gaps filled, as the browser does, or with what is shown in them."""
    return "".join(part if isinstance(part, str) else values.get(part.name, part.shown) for part in text)


def _gbt(cited: Cited, address: str | Gap) -> Text:
    """Return 责任者. 题名[EB/OL]. 出版者. [引用日期]. 网址. The site is not named twice."""
    site = "" if cited.author == cited.site else f"{_line(cited.site)}. "
    return f"{_line(cited.author)}. {_line(cited.title)}[EB/OL]. {site}[", DAY, "]. ", address, "."


def _bibtex(cited: Cited, address: str | Gap) -> Text:
    """Return an entry that every style knows. Twofold braces: no name is taken apart, no capital lost."""
    fields = {
        "author": (f"{{{_escaped(cited.author)}}}",),
        "title": (f"{{{_escaped(cited.title)}}}",),
        "howpublished": (_escaped(cited.site),),
        "note": (_escaped(cited.note),),
        "url": (address,),
        "urldate": (DAY,),
        "language": ("chinese",),
    }
    parts = [part for name, value in fields.items() for part in (f",\n  {name} = {{", *value, "}")]
    return tuple(_joined([f"@misc{{{cited.key}", *parts, "\n}"]))


def _ris(cited: Cited, address: str | Gap) -> Text:
    """Return a record of RIS: in each line a tag of two letters, two spaces, a hyphen, a space and the value."""
    fields = (
        ("TY", "ELEC"),
        ("AU", _author(cited.author)),
        ("TI", _line(cited.title)),
        ("PB", _line(cited.site)),
        ("N1", _line(cited.note)),
        ("UR", address),
        ("Y2", SLASHED_DAY),
        ("LA", "zh"),
    )
    return tuple(_joined([*(part for tag, value in fields for part in (f"{tag}  - ", value, "\n")), "ER  - "]))


def _joined(parts: list[str | Gap]) -> Iterator[str | Gap]:
    """Yield the parts with texts that follow each other made one."""
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            yield from (text, part)
            text = ""
    yield text


def _line(text: str) -> str:
    """Return a text as one line: none ends a line of RIS and begins another."""
    return " ".join(text.split())


def _author(text: str) -> str:
    """Return a name for RIS, where a comma parts family and given name and an asterisk may not stand."""
    return _line(text).replace(",", "，").replace("*", "＊")


def _escaped(text: str) -> str:
    return re.sub(r"[{}\\~^#$%&_]", lambda match: _BIBTEX[match[0]], _line(text))
