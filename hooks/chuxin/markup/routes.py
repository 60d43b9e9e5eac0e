"""Addresses. The only room that knows where a page stands; every address is relative to the site's root.

A record stands at `KIND/ID/`, two folders deep whatever its kind, so that one rendered frame fits all of a kind; a part
of an index that is too long for a page stands at `SECTION/list/PART/`.
"""

from __future__ import annotations

STATEMENTS, FOLLOW_UPS, TIMELINE, NEWS, SEARCH = "statements", "follow-ups", "timeline", "news", "search"
# The page about the site, where the contact stands.
ABOUT = "about"
# The pages for those who write the records.
HANDBOOK = "handbook"
# Only in invented archives.
COMPONENTS = "components"
# What all meetings and units come to: who did what at which meeting, and who is in which body. Folders of their own: in
# that of a kind, a record might have any name.
GRID, MAP = "grid", "map"
# What else of the site's folder is the program's: folders with everything in them, and files.
OWN_FOLDERS = (SEARCH, COMPONENTS, GRID, MAP, "assets")
OWN_FILES = ("404.html", "sitemap.xml", "robots.txt", "favicon.ico", "apple-touch-icon.png")


def index_route(section: str) -> str:
    """Return the address of a section's index page."""
    return f"{section}/"


def list_route(section: str, slug: str) -> str:
    """Return the address of a part of a section's index. Three folders deep, so that no record's is the same."""
    return f"{list_folder(section)}/{slug}/"


def list_folder(section: str) -> str:
    """Return the folder of the parts of a section's index."""
    return f"{section}/list"


def record_route(kind: str, identifier: str) -> str:
    """Return the address of a record, or of a statement (`kind` is then `statements`)."""
    return f"{kind}/{identifier}/"


def place_on_index(kind: str, identifier: str) -> str:
    """Return where a record stands that has no page of its own: on its kind's index."""
    return f"{index_route(kind)}#_{identifier}"


def statement_id(meeting_id: str, item_id: str) -> str:
    """Return the id under which a statement made at a meeting has its own page."""
    return f"{meeting_id}-{item_id}"


def item_route(meeting_id: str, item_id: str) -> str:
    """Return the place of an agenda item on its meeting's page."""
    return f"{record_route('meetings', meeting_id)}#{item_id}"


def entry_route(listing_id: str, entry_id: str) -> str:
    """Return the place of an entry on its list's page."""
    return f"{record_route('listings', listing_id)}#{entry_id}"


def root_from(route: str) -> str:
    """Return the relative address of the site's root as seen from `route`."""
    return "../" * route.split("#")[0].count("/") or "./"
