"""What a unit has to do with lists: which it keeps, what it brought in or claimed, and what came of these."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import entry_route
from ..records.listings import Listing
from .parts import Link, link_to
from .trails import MOST_TRAILS, Trail, entry_trail


@dataclass(frozen=True)
class DutiesView:
    """The lists and entries of a unit."""

    trails: tuple[Trail, ...]
    """Of its entries that follow from a meeting, or of which something came."""
    listed: tuple[Link, ...]
    """The lists that it keeps, and its entries of which no trail is drawn."""
    more: int
    """Of how many of these a trail would be drawn, were they not so many."""


def duties_view(archive: Archive, unit: str) -> DutiesView:
    """Return what a unit has to do with lists."""
    trails: dict[str, Trail] = {}
    followed: set[str] = set()
    listed = []
    for backlink in archive.backlinks_to("organizations", unit, "keeper", "entries.organization", "entries.claimed_by"):
        listing = archive.of(Listing)[backlink.origin[1]]
        if backlink.role == "keeper":
            listed.append(link_to(archive, "listings", listing.id, "梳理"))
            continue
        entry = listing.entries[backlink.place(1)]
        written = f"{listing.id}/{entry.id}"
        if written not in followed and (trail := entry_trail(archive, written)):
            followed.add(written)
            if len(trails) < MOST_TRAILS:
                trails[written] = trail
        if written not in trails:
            note = f"{listing.name}，认领" if backlink.role == "entries.claimed_by" else listing.name
            listed.append(Link(entry.title, entry_route(listing.id, entry.id), note))
    return DutiesView(tuple(trails.values()), tuple(listed), len(followed) - len(trails))
