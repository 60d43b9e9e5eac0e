"""Frames: one page that MkDocs rendered per kind of record, into which every record of the kind is set.

The frame is rendered with placeholders for what differs. It is split at them once; a page is then one join.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

# Letters and hyphens only: they come through Markdown, templates and addresses unchanged.
_PLACEHOLDER = re.compile(r"chuxin-frame-(title|description|slug|body)")
_BLANK_LINES = re.compile(r"\n\s*\n")


def placeholder(field: str) -> str:
    """Return what stands in a frame for the title, the description, the address's last part or the body."""
    return f"chuxin-frame-{field}"


def tidy(html: str) -> str:
    """Return HTML without blank lines. Not for pages with preformatted text."""
    return _BLANK_LINES.sub("\n", html)


@dataclass(frozen=True)
class Frame:
    """A rendered page, split at its placeholders: texts at even places, names of fields at odd ones."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Frame:
        """Split a rendered page. Its blank lines, left by templates, are not repeated in every record."""
        return cls(tuple(_PLACEHOLDER.split(tidy(html))))

    def fill(self, title: str, description: str, slug: str, body: str) -> str:
        """Return the page of one record. All but the body is text, and is escaped."""
        values: Mapping[str, str] = {
            "title": escape(title),
            "description": escape(description),
            "slug": escape(slug),
            "body": body,
        }
        return "".join(values[part] if index % 2 else part for index, part in enumerate(self.parts))
