"""Where an address that a page names leads from there: relative to the page, whatever the address counted from."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import partial

from ..markup.fields import RECORD, split_record
from ..markup.routes import record_route, root_from
from ..words.patterns import always
from .cleaning import clean, with_cards
from .files import SUFFIXES
from .pages import Page

_NAME_AND_REST = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def rendered(page: Page, pages: Mapping[str, Page]) -> str:
    """Return the clean HTML of a page, without its cards. `pages` holds all pages by their path."""
    routes = {path: other.route for path, other in pages.items()}
    return clean(page.document, partial(resolve, path=page.path, route=page.route, routes=routes))


def finished(html: str, page: Page, card: Callable[[str, str], str]) -> str:
    """Return the clean HTML of a page with its cards; `card` gives the HTML of a record's card."""
    return with_cards(html, page.document, card)


def boxed(html: str) -> str:
    """Return the HTML of a page with boxes in which what is wider than a phone scrolls, by keyboard too."""
    # Attributes without quotation marks: where an editor wrote these very words into an attribute, they end nothing.
    html = html.replace("<pre>", "<pre tabindex=0>")
    return html.replace("<table>", "<div class=cx-table tabindex=0><table>").replace("</table>", "</table></div>")


def resolve(address: str, path: str, route: str, routes: Mapping[str, str]) -> str:
    """Return where an address on this site leads from the page at `route`, which was read from `path`.

    `routes` are those of all pages by their path.
    """
    if address.startswith(RECORD):
        return root_from(route) + record_route(*split_record(address))
    if address.startswith("/"):
        return root_from(route) + address[1:]
    name, rest = always(_NAME_AND_REST, address).groups()
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    if not name or (file not in routes and posixpath.splitext(file)[1].lower() not in SUFFIXES):
        return address
    target = routes.get(file, file)
    folder = "/" if target.endswith("/") or not target else ""
    return posixpath.relpath(target or ".", route or ".") + folder + rest
