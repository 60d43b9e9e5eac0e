"""What the page of a list shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import entry_route
from ..records.listings import Entry, Listing
from ..records.meetings import Meeting
from .briefs import listing_brief
from .page import Event, Page
from .parts import (
    DateView,
    Link,
    date_view,
    dated_meeting,
    link_to,
    links_to,
)
from .rows import Row
from .trails import MOST_TRAILS, Trail, entry_trail, unsaid_of_entry
from .unsaid import Told, unsaid


@dataclass(frozen=True)
class EntryView:
    """An entry of a list, what it meets and what meets it."""

    anchor: str
    title: str
    organization: Link | None
    unsaid: frozenset[str]
    """What nothing in the entry says: whose it is, neither a field, nor who claimed it, nor a text, which may."""
    claimed_by: tuple[Link, ...]
    state: str | None
    date: DateView | None
    text: str | None
    meets: tuple[Link, ...]
    met_by: tuple[Link, ...]
    trail: Trail | None
    """Where it began, and what came of it."""
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
    unsaid: frozenset[str]
    """What nothing in the record says."""

    @property
    def are_trails_drawn(self) -> bool:
        """Whether what came of the entries is few enough to be drawn."""
        return sum(entry.trail is not None for entry in self.entries) <= MOST_TRAILS


def listing_view(archive: Archive, listing: Listing) -> ListingView:
    """Return everything that is shown of a list."""

    def entry_link(of: Listing, entry: Entry) -> Link:
        return Link(entry.title, entry_route(of.id, entry.id), of.name)

    def met_by(entry: Entry) -> tuple[Link, ...]:
        backlinks = archive.backlinks_to("entries", f"{listing.id}/{entry.id}", "entries.meets")
        sources = [(archive.of(Listing)[link.origin[1]], link.place(1)) for link in backlinks]
        return tuple(entry_link(of, of.entries[index]) for of, index in sources)

    return ListingView(
        type=listing.type,
        keeper=link_to(archive, "organizations", listing.keeper) if listing.keeper else None,
        meetings=tuple(dated_meeting(archive, archive.of(Meeting)[meeting]) for meeting in listing.meetings),
        summary=listing.summary,
        entries=tuple(
            EntryView(
                anchor=entry.id,
                title=entry.title,
                organization=link_to(archive, "organizations", entry.organization) if entry.organization else None,
                unsaid=unsaid_of_entry(archive, entry),
                claimed_by=links_to(archive, "organizations", entry.claimed_by),
                state=entry.state,
                date=date_view(entry.date),
                text=entry.text,
                meets=tuple(entry_link(*archive.entries[reference]) for reference in entry.meets),
                met_by=met_by(entry),
                trail=entry_trail(archive, f"{listing.id}/{entry.id}"),
                sources=links_to(archive, "sources", entry.sources),
            )
            for entry in listing.entries
        ),
        mentions=tuple((mention.title, mention.text) for mention in listing.mentions),
        unsaid=unsaid(keeper=listing.keeper or Told(archive, listing.summary, listing.note).unit()),
    )


def listing_row(archive: Archive, listing: Listing) -> Row:
    """Return a list's row: how many entries are public."""
    return Row(link_to(archive, "listings", listing.id), None, (f"{len(listing.entries)}条",))


def _events(archive: Archive) -> Iterator[Event]:
    """Yield when entries were listed."""
    for listing in archive.of(Listing).values():
        for entry in listing.entries:
            if entry.date:
                link = Link(entry.title, entry_route(listing.id, entry.id))
                yield Event(entry.date, "", 0, listing.name, link, (), ("清单",))


PAGE = Page(
    view=listing_view,
    row=listing_row,
    empty="这里将列出需求、资源、项目三张清单。至今没有公开的记录。",
    events=_events,
    brief=listing_brief,
)
