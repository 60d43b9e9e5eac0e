"""Hand-written Markdown pages: what they say of themselves, which records they link, and what is wrong with them.

MkDocs renders these pages. Before it starts they are read once, so that a mistake in one is a located problem;
afterwards their links are made to lead where they should. A fenced block `record` with a key (`people/li-binlu`)
places a record's card.
"""

from __future__ import annotations

from .checking import check_pages
from .pages import Page, body, read_pages
from .places import Target
from .resolving import resolve

__all__ = ["Page", "Target", "body", "check_pages", "read_pages", "resolve"]
