"""What Python-Markdown does with hand-written pages: its extensions, and the bounds that it is kept in.

MkDocs renders the pages, and `prose` reads them before with the same extensions: what is checked is what is rendered.
Raw HTML comes out escaped. An address leads to http(s), mailto, a record or a place on this site; a picture lies on
this site. `prose` reports what does not; here it is taken out, whatever was written.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import escape
from pymdownx.slugs import slugify

from .markup import RECORD

# No page can hold this attribute: raw HTML is not let through.
CARD = re.compile(r'<div data-chuxin-card="([^"]*)"></div>')

# An address without a scheme, or with one of these. Automatic mail links come as character references.
_LINK = re.compile(rf"(?:https?:|mailto:|{RECORD}|(?!//)[^:\\]*(?:[/?#]|$))", re.IGNORECASE)
_PICTURE = re.compile(r"(?!//)[^:\\]*(?:[?#]|$)")


def _card(source: str, language: str, css_class: str, options: dict, md: Markdown, **more: Any) -> str:
    return f'<div data-chuxin-card="{escape(source.strip())}"></div>'


def extensions(keep_addresses: bool = False) -> tuple[list[str | Extension], dict[str, dict[str, Any]]]:
    """Return the extensions of hand-written pages and their settings, as Python-Markdown and MkDocs take them.

    With `keep_addresses`, unsafe ones are left in, to be found and reported.
    """
    settings: dict[str, dict[str, Any]] = {
        "toc": {"slugify": slugify(case="lower")},
        "pymdownx.superfences": {"custom_fences": [{"name": "record", "class": "record", "format": _card}]},
    }
    names = ["toc", "tables", "fenced_code", "admonition", "pymdownx.highlight", "pymdownx.superfences"]
    return [*names, PlainMarkdown(keep_addresses)], settings


def addresses(text: str) -> list[tuple[str, str]]:
    """Return what a page links, shows or places, in its order: (link, image or card; the address as it was typed)."""
    names, settings = extensions(keep_addresses=True)
    reader = _Reader()
    reader.feed(Markdown(extensions=names, extension_configs=settings).convert(text))
    return reader.found


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown, which then comes out escaped, and unsafe addresses out of links."""

    def __init__(self, keep_addresses: bool = False) -> None:
        super().__init__()
        self._keep_addresses = keep_addresses

    def extendMarkdown(self, md: Markdown) -> None:
        """Remove what recognises raw HTML; look at links after everything else."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        if not self._keep_addresses:
            md.treeprocessors.register(_SafeAddresses(md), "chuxin_safe_addresses", -10)


class _SafeAddresses(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, allowed in (("href", _LINK), ("src", _PICTURE)):
                address = unescape(element.get(name, ""))
                if not address.startswith(AMP_SUBSTITUTE) and not allowed.match(address):
                    del element.attrib[name]


class _Reader(HTMLParser):
    """Collects addresses from HTML that Python-Markdown made."""

    _NAMES = (("a", "link", "href"), ("img", "image", "src"), ("div", "card", "data-chuxin-card"))

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element's address."""
        values = dict(attrs)
        for name, kind, attribute in self._NAMES:
            if tag == name and attribute in values:
                self.found.append((kind, values[attribute] or ""))
