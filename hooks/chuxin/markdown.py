"""What Python-Markdown may do in hand-written pages: everything but raw HTML."""

from __future__ import annotations

from markdown import Extension, Markdown


class PlainMarkdown(Extension):
    """Takes raw HTML out of Markdown: it comes out escaped, as text."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Remove what recognises raw HTML."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
