"""What the page of a meeting shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive, LinkedStatement, statements_of
from ..records.listings import LISTS
from ..records.meetings import ITEM_NAMES, AgendaItem, Decision, Founding, Launch, Meeting, Signing, Speech, Unveiling
from ..records.wording import FORM_NOTES
from .parts import (
    DateView,
    Link,
    PostsView,
    StatementView,
    date_view,
    group_text,
    link_to,
    links_to,
    posts_view,
    sources_view,
    speech_title,
    statement_view,
    text_mentions,
)


@dataclass(frozen=True)
class AttendeeView:
    """A person who attended and the posts held that day."""

    person: Link
    posts: tuple[PostsView, ...]
    role: str | None


@dataclass(frozen=True)
class ChangeView:
    """Units that entered or left a body."""

    verb: str
    body: Link
    units: tuple[Link, ...]


@dataclass(frozen=True)
class ItemView:
    """One item of the agenda.

    `statement` is set for what was said, `subjects` for what was founded, unveiled or launched, or who signed.
    """

    anchor: str
    name: str
    title: str
    text: str | None
    note: str | None
    sources: tuple[Link, ...]
    result: str | None = None
    changes: tuple[ChangeView, ...] = ()
    subjects: tuple[Link, ...] = ()
    statement: StatementView | None = None


@dataclass(frozen=True)
class FollowUpView:
    """What was published of the meeting's consequences."""

    date: DateView
    text: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class MeetingView:
    """The page of a meeting."""

    names: tuple[str, ...]
    date: DateView
    number: int | None
    venue: str | None
    time: str | None
    organizers: tuple[Link, ...]
    body: Link | None
    purpose: tuple[str, ...]
    people: tuple[AttendeeView, ...]
    groups: tuple[str, ...]
    agenda: tuple[ItemView, ...]
    forms: tuple[tuple[str, str], ...]
    """The forms of the statements of this meeting, each with what it means."""
    follow_ups: tuple[FollowUpView, ...]
    listings: tuple[Link, ...]
    """The lists that a source describes together with this meeting."""
    mentioned_by: tuple[Link, ...]
    note: str | None
    sources: tuple[Link, ...]


def meeting_view(archive: Archive, meeting: Meeting) -> MeetingView:
    """Return everything that is shown of a meeting."""
    statements = {statement.item.id: statement for statement in statements_of(meeting)}
    forms = {statement.item.form for statement in statements.values()}
    return MeetingView(
        names=meeting.names,
        date=date_view(meeting.date),
        number=meeting.number,
        venue=meeting.venue,
        time=meeting.time,
        organizers=links_to(archive, "organizations", meeting.organizers),
        body=link_to(archive, "organizations", meeting.body) if meeting.body else None,
        purpose=meeting.purpose,
        people=tuple(
            AttendeeView(
                link_to(archive, "people", attendee.person),
                posts_view(archive, attendee.organization, attendee.posts),
                attendee.role,
            )
            for attendee in meeting.attendance.people
        ),
        groups=tuple(group_text(group) for group in meeting.attendance.groups),
        agenda=tuple(item_view(archive, item, statements.get(item.id)) for item in meeting.agenda),
        forms=tuple((form, meaning) for form, meaning in FORM_NOTES.items() if form in forms),
        follow_ups=tuple(
            FollowUpView(date_view(entry.date), entry.text, links_to(archive, "sources", entry.sources))
            for entry in sorted(meeting.follow_ups, key=lambda entry: entry.date)
        ),
        listings=_listings(archive, meeting),
        mentioned_by=text_mentions(archive, "meetings", meeting.id),
        note=meeting.note,
        sources=sources_view(archive, meeting),
    )


def _listings(archive: Archive, meeting: Meeting) -> tuple[Link, ...]:
    found = {archive.listings[link.source[1]] for link in archive.backlinks_to("meetings", meeting.id, "meetings")}
    ordered = sorted(found, key=lambda listing: (LISTS.index(listing.type), listing.id))
    return links_to(archive, "listings", (listing.id for listing in ordered))


def item_view(archive: Archive, item: AgendaItem, statement: LinkedStatement | None) -> ItemView:
    """Return everything that is shown of an agenda item on its meeting's page."""
    changes = ()
    if isinstance(item, Decision):
        changes = tuple(
            ChangeView(
                verb,
                link_to(archive, "organizations", change.body),
                links_to(archive, "organizations", change.organizations),
            )
            for verb, of_verb in (("加入", item.admits), ("退出", item.releases))
            for change in of_verb
        )
    return ItemView(
        anchor=item.id,
        name=ITEM_NAMES[item.type],
        title=item_title(archive, item),
        text=None if statement else item.text,
        note=None if statement else item.note,
        sources=links_to(archive, "sources", item.sources),
        result=getattr(item, "result", None),
        changes=changes,
        subjects=item_subjects(archive, item),
        statement=statement_view(archive, statement) if statement else None,
    )


def item_title(archive: Archive, item: AgendaItem) -> str:
    """Return what an agenda item is called."""
    if isinstance(item, Speech):
        return speech_title(archive, item)
    if item.title:
        return item.title
    match item:
        case Decision():
            return item.motion
        case Founding():
            return f"{archive.organizations[item.organization].name}成立"
        case Unveiling():
            return f"{archive.organizations[item.organization].name}揭牌"
        case Launch():
            return f"发布{archive.brands[item.brand].type}“{archive.brands[item.brand].name}”"
        case Signing():
            return f"签署{item.document}"


def item_subjects(archive: Archive, item: AgendaItem) -> tuple[Link, ...]:
    """Return what an agenda item is about: the organization founded or unveiled, the brand, the signatories."""
    match item:
        case Founding() | Unveiling():
            return (link_to(archive, "organizations", item.organization),)
        case Launch():
            return (link_to(archive, "brands", item.brand),)
        case Signing():
            return links_to(archive, "organizations", item.organizations)
    return ()
