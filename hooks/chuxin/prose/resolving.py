"""The HTML of a page: links to records and to this site made relative, cards set in."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from ..markdown import CARD
from ..markup import RECORD, split_record
from ..routes import record_route, root_from

# Text holds no such thing: its < are escaped.
_TAG = re.compile(r"<(?:a|img)\b[^>]*>")
# Attributes that lead to a record or to an address of this site from its root.
_OF_SITE = re.compile(rf'((?:href|src)=)"({RECORD}[^"]*|/(?!/)[^"]*)"')


def resolve(html: str, route: str, card: Callable[[str, str], str]) -> str:
    """Return the HTML of the page at `route` with links to records and to this site made relative, and with cards.

    `card` gives the HTML of a record's card.
    """

    def relative(match: re.Match) -> str:
        target = unescape(match[2])
        inside = record_route(*split_record(target)) if target.startswith(RECORD) else target[1:]
        return f'{match[1]}"{escape(root_from(route) + inside)}"'

    html = CARD.sub(lambda match: card(*split_record(unescape(match[1]))), html)
    return _TAG.sub(lambda tag: _OF_SITE.sub(relative, tag[0]), html)
