"""Hand-written Markdown pages: what they say of themselves, which records they link, and what is wrong with them.

A page is converted once, when it is read: a mistake in it is a located problem, and what was checked is what is shown.
Its HTML is cleaned and its links are made to lead where they should when the page is written. A fenced block `record`
with a key (`people/li-binlu`) places a record's card.
"""

from __future__ import annotations

from .checking import check_pages
from .pages import Page, read_pages
from .places import PageLink
from .resolving import boxed, finished, rendered

__all__ = ["Page", "PageLink", "boxed", "check_pages", "finished", "read_pages", "rendered"]
