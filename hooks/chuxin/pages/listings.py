"""What the page of a list shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import entry_route
from ..records.listings import Entry, Listing
from .parts import (
    DateView,
    Link,
    date_view,
    dated_meeting,
    link_to,
    links_to,
    sources_view,
    text_mentions,
)


@dataclass(frozen=True)
class EntryView:
    """An entry of a list, what it meets and what meets it."""

    anchor: str
    title: str
    organization: Link | None
    date: DateView | None
    text: str | None
    meets: tuple[Link, ...]
    met_by: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class ListingView:
    """The page of a list. `mentions` are (title, text) of what the source names but does not place."""

    type: str
    keeper: Link | None
    meetings: tuple[Link, ...]
    """The meetings together with which a source describes it."""
    summary: str | None
    entries: tuple[EntryView, ...]
    mentions: tuple[tuple[str, str], ...]
    mentioned_by: tuple[Link, ...]
    unpublished: tuple[str, ...]
    note: str | None
    sources: tuple[Link, ...]


def listing_view(archive: Archive, listing: Listing) -> ListingView:
    """Return everything that is shown of a list."""

    def entry_link(of: Listing, entry: Entry) -> Link:
        return Link(entry.title, entry_route(of.id, entry.id), of.name)

    def met_by(entry: Entry) -> tuple[Link, ...]:
        backlinks = archive.backlinks_to("entries", f"{listing.id}/{entry.id}")
        sources = [(archive.listings[link.source[1]], link.path[1]) for link in backlinks]
        return tuple(entry_link(of, of.entries[index]) for of, index in sources)

    return ListingView(
        type=listing.type,
        keeper=link_to(archive, "organizations", listing.keeper) if listing.keeper else None,
        meetings=tuple(dated_meeting(archive, archive.meetings[meeting]) for meeting in listing.meetings),
        summary=listing.summary,
        entries=tuple(
            EntryView(
                anchor=entry.id,
                title=entry.title,
                organization=link_to(archive, "organizations", entry.organization) if entry.organization else None,
                date=date_view(entry.date),
                text=entry.text,
                meets=tuple(entry_link(*archive.entries[reference]) for reference in entry.meets),
                met_by=met_by(entry),
                sources=links_to(archive, "sources", entry.sources),
            )
            for entry in listing.entries
        ),
        mentions=tuple((mention.title, mention.text) for mention in listing.mentions),
        mentioned_by=text_mentions(archive, "listings", listing.id),
        unpublished=listing.unpublished,
        note=listing.note,
        sources=sources_view(archive, listing),
    )
