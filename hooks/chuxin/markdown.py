"""What Python-Markdown may do in hand-written pages: no raw HTML, no address that runs or leaves unasked.

`prose` reports such links before the build. This is the net below it: it judges what was really parsed.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

# An address without a scheme, or with one of three. Automatic mail links come as character references.
_LINK = re.compile(r"(?:https?:|mailto:|[^:]*(?:[/?#]|$))", re.IGNORECASE)
_PICTURE = re.compile(r"(?!//)[^:]*(?:[/?#]|$)")


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown, which then comes out escaped, and unsafe addresses out of links."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Remove what recognises raw HTML; look at links after everything else."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_SafeAddresses(md), "chuxin_safe_addresses", -10)


class _SafeAddresses(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, allowed in (("href", _LINK), ("src", _PICTURE)):
                address = unescape(element.get(name, ""))
                if not address.startswith(AMP_SUBSTITUTE) and not allowed.match(address):
                    del element.attrib[name]
