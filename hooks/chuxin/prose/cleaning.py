"""The one rule at the end: of a page's HTML only what stands in these lists comes through.

`nh3` reads the HTML as browsers do and writes it anew. Records' cards are set in afterwards: they are the program's
own, and stand where the cleaned HTML has an element that only `markdown.convert` can have made.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

from ..markup.fields import RECORD, split_record
from .extensions import CARD, Document
from .uploads import DOCUMENTS

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT = ("p", "ul", "ol", "li", "blockquote", "pre", "code", "span", "em", "strong", "a", "img", "br", "hr", "div")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
TAGS = frozenset({*_HEADINGS, *_TEXT, *_TABLE})
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "span": {"class"},
    "div": {CARD},
    **{heading: {"id"} for heading in _HEADINGS},
}
_NOTES = ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning")
CLASSES = {"div": {"highlight", "toc", "admonition", *_NOTES}, "p": {"admonition-title"}}
SCHEMES = frozenset({"http", "https", "mailto"})
# A long line of code scrolls: by the keyboard, too.
ADDED = {"pre": {"tabindex": "0"}}

# The kinds of words in code: nt, c1, l-Scalar-Plain.
_KIND = re.compile(r"[a-z][a-z0-9]{0,2}(?:-[A-Z][A-Za-z]*)*")
# An address that leads out, or stays on this site: it has no scheme and no host. Browsers read a backslash as a slash,
# and control characters not at all.
_OUTSIDE = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_INSIDE = re.compile(r"(?!//)[^:/?#\\\x00-\x20]*(?:[/?#][^\\\x00-\x20]*)?")
# A link to a document of this site, as nh3 writes it: a quotation mark in an attribute is escaped.
_DOCUMENT = re.compile(
    rf'<a (?=href="(?![a-z]+:)[^"?#]*(?:{"|".join(map(re.escape, sorted(DOCUMENTS)))})["?#])', re.IGNORECASE
)
_MARKER = re.compile(rf'<div {CARD}="([0-9a-f]+-[0-9]+)"></div>')

Lead = Callable[[str], str | None]


def clean(document: Document, lead: Lead) -> str:
    """Return a page's HTML, clean, still without its cards. Links to documents of this site download them.

    `lead` says where an address on this site leads from the page, or None where there is nothing.
    """
    cleaner = nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_Filter(document, lead),
        link_rel=None,
        url_schemes={*SCHEMES, RECORD.removesuffix(":")},
        allowed_classes=CLASSES,
        set_tag_attribute_values=ADDED,
    )
    return _DOCUMENT.sub("<a download ", cleaner.clean(document.html))


def with_cards(html: str, document: Document, card: Callable[[str, str], str]) -> str:
    """Return cleaned HTML with its cards; `card` gives the HTML of a record's."""
    return _MARKER.sub(lambda match: card(*split_record(document.cards[match[1]])), html)


class _Filter:
    """What becomes of each attribute that the lists let through."""

    def __init__(self, document: Document, lead: Lead) -> None:
        self._lead = lead
        # Each once: two elements with one id would be one too many.
        self._left = {*(heading["id"] for heading in document.headings), *document.cards}

    def __call__(self, tag: str, name: str, value: str) -> str | None:
        if name == "href":
            return value if _OUTSIDE.match(value) else self._on_site(value)
        if name == "src":
            return self._on_site(value)
        if name in ("id", CARD):
            return self._once(value)
        if tag == "span":
            return " ".join(filter(_KIND.fullmatch, value.split())) or None
        return value

    def _on_site(self, address: str) -> str | None:
        return self._lead(address) if address.startswith(RECORD) or _INSIDE.fullmatch(address) else None

    def _once(self, value: str) -> str | None:
        if value not in self._left:
            return None
        self._left.remove(value)
        return value
