"""Hostile pages: texts over which Python-Markdown, or what places and checks links, would brood too long.

`python -m bench.hostile_pages [NAME]` measures all of them, or those whose name has a word in it. The larger of the two
sizes is the longest that a page may have.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from chuxin.checks.catalogue import Catalogue
from chuxin.problems.typed import SourceText
from chuxin.prose import check_pages, rendered
from chuxin.prose.extensions import MOST_CHARACTERS, MOST_LINES
from chuxin.prose.pages import MOST_OF_A_PAGE, page_of
from making import directory

from .growth import MOST, Growth, growths, worst

SIZE = MOST_OF_A_PAGE // 2 - 100
_TARGETS = Catalogue(frozenset(), frozenset({""}), directory())
# Signs and constructs; `%d` is a number that counts.
INLINE = (
    *("[", "]", "![", "](", "[]", "[a](", "![a](", "[a][", "[a [b ", "[ []", "[a](<", '[a](b "', '[a]("b)', "[a]('b)"),
    *(
        "<",
        "<a",
        "<a>",
        "<a@b.c>",
        "<http://a.b/%d>",
        "<![CDATA[",
        "<!--",
        "<a:",
        "&",
        "&a;",
        "&#106;",
        ">",
        "\\",
        "\\`",
    ),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "*a",
        "a*",
        "**a",
        "_a",
        "*_*_",
        "*a **b ",
        "**a *b ",
        "`",
        "``",
        "`a",
        "a` ",
        "`a``b",
    ),
    *(
        "[a](/x/)",
        "[a](x%d.md)",
        "![a](b%d.png)",
        "[a](record:people/%d)",
        "&#106;[a](&#97;%d)",
        "[a](https://a.cn？%d)",
    ),
    *(
        "# ",
        "# a #",
        "- ",
        "1. ",
        "> ",
        ">",
        "> - ",
        "- > ",
        "|",
        "|-|",
        "中",
        "，",
        "\t",
        "\u3000",
        "{.a}",
        "``` {",
        "!!! ",
    ),
)
LINES = (
    "#",
    "# a%d",
    "=",
    "-",
    "- a",
    "1. a",
    "> a",
    "| a | b |",
    "~~~",
    "```",
    "***",
    "[a]: b",
    "[%d]: b",
    "    a",
    "!!! note",
    "*",
)
NESTED = ("> " * 50 + "a", "- > " * 25 + "a", "1. " * 50 + "a")
BLOCKS = (
    *("a%d", "# %d", "a\n=", "- a\n\n    - b", "> a\n>\n> b", "    a", "~~~yaml\na: [b]\n~~~", "~~~html\n<a b=c>\n~~~"),
    *("~~~json\n[{}]\n~~~", "~~~markdown\n*a*\n~~~", "~~~sh\na $(b)\n~~~", "```record\na%d\n```", "[%d]: b\n\n[a][%d]"),
    *("!!! note\n    a", "| a | b |\n|-|-|\n| 1 | 2 |", "***", "[a%d]", "<b>", "~~~", "1. a\n\n2. b"),
)


def paragraphs(unit: str) -> Callable[[int], str]:
    """Return what makes a page of paragraphs as long as they may be, each full of a sign and closed by `#`."""
    return lambda size: "\n\n".join([_filled(unit, "", MOST_CHARACTERS - 10) + "\na #"] * (size // MOST_CHARACTERS))


def lines(unit: str) -> Callable[[int], str]:
    """Return what makes a page of blocks with as many lines as they may have."""

    def make(size: int) -> str:
        block = "\n".join(_counted(unit, number) for number in range(MOST_LINES - 1))[: MOST_CHARACTERS - 10]
        return "\n\n".join([block] * (size // (len(block) + 2)))

    return make


def blocks(unit: str) -> Callable[[int], str]:
    """Return what makes a page of small blocks."""
    return lambda size: _filled(unit, "\n\n", size)


def check(text: str) -> None:
    """Do all that is done with a page: read, check and render it."""
    page, problems = page_of(SourceText("a.md", text), "a.md")
    if page is None:
        # Nested too deep: that is found out in time, too.
        assert {problem.code for problem in problems} == {"E410"}, problems
        return
    list(check_pages([page], Path("nowhere"), _TARGETS))
    rendered(page, {"a.md": page})


PAGES = {
    **{f"{unit!r} in paragraphs": paragraphs(unit) for unit in INLINE},
    **{f"{unit!r} in lines": lines(unit) for unit in (*LINES, *NESTED)},
    **{f"{unit!r} in blocks": blocks(unit) for unit in BLOCKS},
}


def measured(word: str = "", size: int = SIZE) -> list[Growth]:
    """Return how the cost of each hostile page grows."""
    return list(growths({name: make for name, make in PAGES.items() if word in name}, check, size))


def _filled(unit: str, between: str, size: int) -> str:
    parts, length = [], 0
    while length < size:
        parts.append(_counted(unit, len(parts)) + between)
        length += len(parts[-1])
    return "".join(parts)[:size]


def _counted(unit: str, number: int) -> str:
    return unit.replace("%d", str(number))


if __name__ == "__main__":
    found = measured(*sys.argv[1:2])
    print(worst(found, shown=len(found)))
    sys.exit(any(one.ratio > MOST for one in found))
