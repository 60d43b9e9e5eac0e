"""What the pages of people, outcomes, lists, brands and sources show."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import entry_route, item_route
from ..records.brands import Brand
from ..records.kinds import KIND_NAMES
from ..records.listings import Entry, Listing
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.sources import Source
from .parts import (
    DateView,
    Link,
    PostsView,
    StatementView,
    date_view,
    dated_meeting,
    link_to,
    links_to,
    meeting_title,
    posts_view,
    records_with,
    sources_view,
    statements_from,
    text_mentions,
    with_reported,
)


@dataclass(frozen=True)
class AttendedView:
    """A meeting that a person attended, with the posts held that day."""

    meeting: Link
    date: DateView
    posts: tuple[PostsView, ...]
    role: str | None


@dataclass(frozen=True)
class PersonView:
    """The page of a person. Posts are shown as on the day; none is carried over to another day."""

    other_names: tuple[str, ...]
    attended: tuple[AttendedView, ...]
    statements: tuple[StatementView, ...]
    outcomes: tuple[Link, ...]
    mentioned_by: tuple[Link, ...]
    note: str | None
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class OutcomeView:
    """The page of a research outcome. `figures` are (name, value) as the source states them."""

    type: str
    authors: tuple[Link, ...]
    presenters: tuple[tuple[Link | None, Link], ...]
    """Who reported it at a meeting, after his unit: not by that its author."""
    institution: Link | None
    date: DateView | None
    summary: str
    figures: tuple[tuple[str, str], ...]
    reports: tuple[StatementView, ...]
    mentioned_by: tuple[Link, ...]
    unpublished: tuple[str, ...]
    note: str | None
    sources: tuple[Link, ...]


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


@dataclass(frozen=True)
class BrandView:
    """The page of a brand."""

    type: str
    owner: Link | None
    launched: tuple[Link, ...]
    summary: str | None
    mentioned_by: tuple[Link, ...]
    unpublished: tuple[str, ...]
    note: str | None
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class SourceView:
    """The page of a source. `cited_by` groups the records that rest on it by the name of their kind."""

    type: str
    publisher: str | None
    date: DateView | None
    url: str | None
    credits: tuple[tuple[str, str], ...]
    cited_by: tuple[tuple[str, tuple[Link, ...]], ...]
    mentioned_by: tuple[Link, ...]
    note: str | None
    sources: tuple[Link, ...]


def person_view(archive: Archive, person: Person) -> PersonView:
    """Return everything that is shown of a person."""
    statements = statements_from(archive, archive.backlinks_to("people", person.id, "agenda.speaker"))
    attended = []
    for backlink in archive.backlinks_to("people", person.id, "attendance.people.person"):
        meeting = archive.meetings[backlink.source[1]]
        attendee = meeting.attendance.people[backlink.path[2]]
        posts = posts_view(archive, attendee.organization, attendee.posts)
        row = AttendedView(link_to(archive, "meetings", meeting.id), date_view(meeting.date), posts, attendee.role)
        attended.append((meeting.date, meeting.id, row))
    return PersonView(
        other_names=person.other_names,
        attended=tuple(row for _, _, row in sorted(attended, key=lambda found: found[:2], reverse=True)),
        statements=statements,
        outcomes=with_reported(records_with(archive, "outcomes", "people", person.id, "authors"), statements),
        mentioned_by=text_mentions(archive, "people", person.id),
        note=person.note,
        sources=sources_view(archive, person),
    )


def outcome_view(archive: Archive, outcome: Outcome) -> OutcomeView:
    """Return everything that is shown of a research outcome."""
    reports = statements_from(archive, archive.backlinks_to("outcomes", outcome.id, "agenda.outcome"))
    return OutcomeView(
        type=outcome.type,
        authors=links_to(archive, "people", outcome.authors),
        presenters=tuple(dict.fromkeys((report.unit, report.speaker) for report in reports)),
        institution=link_to(archive, "organizations", outcome.institution) if outcome.institution else None,
        date=date_view(outcome.date),
        summary=outcome.summary,
        figures=tuple((figure.name, figure.value) for figure in outcome.figures),
        reports=reports,
        mentioned_by=text_mentions(archive, "outcomes", outcome.id),
        unpublished=outcome.unpublished,
        note=outcome.note,
        sources=sources_view(archive, outcome),
    )


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


def brand_view(archive: Archive, brand: Brand) -> BrandView:
    """Return everything that is shown of a brand."""
    launches = archive.backlinks_to("brands", brand.id, "agenda.brand")
    meetings = [(archive.meetings[link.source[1]], link.path[1]) for link in launches]
    return BrandView(
        type=brand.type,
        owner=link_to(archive, "organizations", brand.owner) if brand.owner else None,
        launched=tuple(
            Link(meeting_title(meeting), item_route(meeting.id, meeting.agenda[index].id), date=date_view(meeting.date))
            for meeting, index in meetings
        ),
        summary=brand.summary,
        mentioned_by=text_mentions(archive, "brands", brand.id),
        unpublished=brand.unpublished,
        note=brand.note,
        sources=sources_view(archive, brand),
    )


def source_view(archive: Archive, source: Source) -> SourceView:
    """Return everything that is shown of a source."""
    cited: dict[str, dict[Link, None]] = {}
    for backlink in archive.backlinks_to("sources", source.id):
        if backlink.role != "text":
            kind, identifier = backlink.source
            link = dated_meeting(archive, archive.meetings[identifier]) if kind == "meetings" else None
            cited.setdefault(kind, {})[link or link_to(archive, kind, identifier)] = None
    return SourceView(
        type=source.type,
        publisher=source.publisher,
        date=date_view(source.date),
        url=source.url,
        credits=tuple((credit.role, credit.name) for credit in source.credits),
        cited_by=tuple((KIND_NAMES[kind], tuple(cited[kind])) for kind in KIND_NAMES if kind in cited),
        mentioned_by=text_mentions(archive, "sources", source.id),
        note=source.note,
        sources=sources_view(archive, source),
    )
