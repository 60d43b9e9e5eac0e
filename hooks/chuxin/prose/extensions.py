"""What Python-Markdown makes of a hand-written page: the page's HTML, and what stands in it.

A page is converted once. The HTML is not to be trusted before `prose.cleaning` went through it: what an editor typed
may have got where only the program should write. Raw HTML comes out escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html import escape, unescape
from secrets import token_hex
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pymdownx.slugs import slugify
from pymdownx.superfences import SuperFencesBlockPreprocessor

# The attribute of the element that stands where a record's card belongs.
CARD = "data-chuxin-card"
# What Python-Markdown does with a block grows with the square of the block: how long it may be, in characters and
# lines. In code there may be blank lines; everywhere else they divide blocks.
MOST_CHARACTERS, MOST_LINES = 5_000, 200
# How many quotations and lists a line begins. Each costs as much as the whole block once more.
_DEEPEST = 50
_NESTED = re.compile(r" *(?:> ?|[-+*] |[0-9]+[.)] )")
_RULE = re.compile(r" *(?:(?:- *)+|(?:\* *)+)")
# The words of a link, and what is in brackets behind them, are at most so long, and hold so many brackets in brackets.
_MOST_IN_A_LINK, _MOST_BRACKETS, _MOST_BEHIND = 2_000, 20, 200
# What is coloured. The lexers of some other languages take forever over some texts.
LANGUAGES = frozenset({"yaml", "markdown", "md", "json", "html", "sh"})
# How ids of the site's own elements begin: no heading takes one of them.
_OWN_IDS = ("_", "search-", "filter-")
# Group 1 opens.
_SQUARE, _ROUND = re.compile(r"(\[)|\]"), re.compile(r"(\()|\)")
_FORMATTER = HtmlFormatter(cssclass="highlight", wrapcode=True)
# What reads the address of a link: its text, its title, where it ends, and whether there is one.
_GetLink = Callable[[str, int], tuple[str, str | None, int, bool]]
# What was typed behind the language of a fence.
_Options = dict[str, str]
_slug = slugify(case="lower")


@dataclass(frozen=True)
class Document:
    """A page's Markdown, converted."""

    html: str
    """Not to be trusted yet."""
    addresses: tuple[tuple[str, str], ...]
    """What the page links, shows or places: link, image or card, and the address as it was typed."""
    toc: tuple[dict[str, Any], ...]
    """The headings as MkDocs takes them: level, id, name in HTML, and the headings below."""
    cards: Mapping[str, str]
    """The key of each card's record by the value of its element's attribute, which nobody can guess."""
    misplaced: bool
    """Whether a fence stands inside of a link or a picture, where it can be no block."""

    @property
    def headings(self) -> Iterator[dict[str, Any]]:
        """All headings in the page's order."""
        waiting = list(reversed(self.toc))
        while waiting:
            heading = waiting.pop()
            yield heading
            waiting += reversed(heading["children"])

    @property
    def title(self) -> str | None:
        """The words of the first heading of the first level."""
        names = (unescape(heading["name"]) for heading in self.headings if heading["level"] == 1)
        return next(filter(None, names), None)


def convert(text: str) -> Document:
    """Convert a page's Markdown.

    What nests too deep raises a `RecursionError`, a block that is too long an `OverlongBlock`.
    """
    cards, plain = _Cards(), PlainMarkdown()
    fences = [
        {"name": "*", "class": "highlight", "validator": _any_options, "format": _code},
        {"name": "record", "class": "record", "validator": _any_options, "format": cards.place},
    ]
    md = Markdown(
        extensions=["toc", "tables", "admonition", "pymdownx.superfences", plain],
        extension_configs={"toc": {"slugify": slug}, "pymdownx.superfences": {"custom_fences": fences}},
    )
    html = md.convert(text)
    found = [*plain.addresses.found, *(("card", key) for key in cards.keys.values())]
    document = Document(html, tuple(found), tuple(_toc(md)), cards.keys, plain.addresses.misplaced)
    for heading in document.headings:
        heading["name"] = escape(unescape(heading["name"]))
    return document


def _toc(md: Markdown) -> list[dict[str, Any]]:
    """Return the headings that the extension `toc` has left."""
    tokens: list[dict[str, Any]] = getattr(md, "toc_tokens", [])
    return tokens


def slug(heading: str, separator: str) -> str:
    """Return the id of a heading, which is none of the site's own ids."""
    made = _slug(heading, separator)
    return f"h-{made}" if made.startswith(_OWN_IDS) else made


class OverlongBlock(Exception):
    """A block is longer than Python-Markdown can be left alone with. `line` is its first one."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown, which then comes out escaped; keeps its cost in bounds; collects addresses."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Remove what recognises raw HTML; look at links after everything else."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        fences = cast("SuperFencesBlockPreprocessor", md.preprocessors["fenced_code_block"])
        fences.reassemble = partial(_fences_set_in, fences)  # type: ignore[method-assign] # one by one is slow
        # Behind fences, before everything else.
        md.preprocessors.register(_Blocks(md), "chuxin_blocks", 20)
        for pattern in md.inlinePatterns:
            if isinstance(pattern, LinkInlineProcessor):
                # Python-Markdown's own grow with the square of what they read.
                pattern.getText = _words_of_link  # type: ignore[method-assign] # in bounds
                pattern.getLink = _address_of_link(pattern.getLink)  # type: ignore[method-assign,assignment] # in bounds
        self.addresses = _Addresses(md)
        md.treeprocessors.register(self.addresses, "chuxin_addresses", -10)


def _closing(text: str, start: int, brackets: re.Pattern[str]) -> int | None:
    """Return where the bracket is that closes the one before `start`, if it is not too far, nor too deep inside."""
    depth = 1
    for bracket in brackets.finditer(text, start, start + _MOST_IN_A_LINK):
        depth += 1 if bracket.lastindex else -1
        if depth == 0 or depth > _MOST_BRACKETS:
            return bracket.start() if depth == 0 else None
    return None


def _words_of_link(data: str, index: int) -> tuple[str, int, bool]:
    """Return the words of a link, what stands behind them, and whether there are any: as Python-Markdown has it."""
    end = _closing(data, index, _SQUARE)
    return ("", index, False) if end is None else (data[index:end], end + 1, True)


def _address_of_link(read: _GetLink) -> _GetLink:
    """Let what reads the address of a link read only what closes near."""

    def near(data: str, index: int) -> tuple[str, str | None, int, bool]:
        end = _closing(data, index + 1, _ROUND) if data.startswith("(", index) else None
        # A bracket in the link's title closes nothing: then the link goes on.
        return ("", None, index, False) if end is None else read(data[: end + _MOST_BEHIND], index)

    return near


class _Blocks(Preprocessor):
    """Refuses blocks that are too long."""

    def run(self, lines: list[str]) -> list[str]:
        first, characters = 0, 0
        for number, line in enumerate(lines):
            if not line.strip(" "):
                first, characters = number + 1, 0
                continue
            characters += len(line) + 1
            if characters > MOST_CHARACTERS or number - first >= MOST_LINES:
                raise OverlongBlock(lines[first])
            if _depth(line) > _DEEPEST:
                raise RecursionError
        return lines


def _depth(line: str) -> int:
    """Return how many quotations and lists a line begins; a rule of dashes begins none."""
    depth, nested = 0, _NESTED.match(line)
    while nested:
        depth, nested = depth + 1, _NESTED.match(line, nested.end())
    return 0 if depth > _DEEPEST and _RULE.fullmatch(line) else depth


def _fences_set_in(fences: SuperFencesBlockPreprocessor, lines: list[str]) -> list[str]:
    """Set blocks of code in where they stood, all at once: one after another costs the square of their number."""
    made, done = [], 0
    for placeholder, start, end in fences.stack:
        made += [*lines[done:start], placeholder]
        done = end
    fences.stack.clear()
    return [*made, *lines[done:]]


class _Addresses(Treeprocessor):
    """Collects addresses as readers' browsers would understand them."""

    _NAMES = (("a", "link", "href"), ("img", "image", "src"))

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, str]] = []
        self.misplaced = False

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                if HTML_PLACEHOLDER_RE.search(value):
                    # What stands for a block of code or a card would become the block itself.
                    self.misplaced = True
                    element.set(name, HTML_PLACEHOLDER_RE.sub("", value))
            for tag, kind, name in self._NAMES:
                if element.tag == tag and name in element.attrib:
                    self.found.append((kind, unescape(element.attrib[name].replace(AMP_SUBSTITUTE, "&"))))


class _Cards:
    """Places an element for each card, marked so that no text of the page can be taken for one."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self._token = token_hex(16)

    def place(
        self, source: str, language: str, css_class: str, options: dict[str, str], md: Markdown, **more: Any
    ) -> str:
        """Return the element of one card."""
        marker = f"{self._token}-{len(self.keys)}"
        self.keys[marker] = source.strip()
        return f'<div {CARD}="{marker}"></div>'


def _code(source: str, language: str, css_class: str, options: _Options, md: Markdown, **more: Any) -> str:
    """Return a block of code. Ids, classes and options that were typed are left out."""
    lexer = _lexer(language if language in LANGUAGES else "text")
    return str(highlight(source, lexer, _FORMATTER)).strip()


@cache
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language)


def _any_options(
    language: str, inputs: dict[str, str], options: dict[str, str], attrs: dict[str, str], md: Markdown
) -> bool:
    return True
