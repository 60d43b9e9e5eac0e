"""What the page of a meeting shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.naming import item_title
from ..archive.statements import LinkedStatement
from ..markup.fields import words
from ..markup.routes import STATEMENTS, item_route, statement_id
from ..records.agenda import ITEM_NAMES, Activity, AgendaItem
from ..records.ceremonies import Founding, Launch, Signing, Unveiling
from ..records.decisions import Decision
from ..records.kinds import KIND_NAMES
from ..records.listings import LISTS, Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.people import Person
from ..records.speeches import Speech
from ..records.wording import FORM_NOTES
from .page import Event, Page
from .parts import (
    DateView,
    Link,
    PostsView,
    StatementView,
    date_view,
    link_to,
    links_to,
    posts_view,
    statement_view,
)
from .rows import Row


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
class RoleView:
    """A part in an agenda item, and whoever had it: 参与, 有关."""

    name: str
    links: tuple[Link, ...]


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
    votes: str | None = None
    """How it was voted on, as far as the source says it."""
    changes: tuple[ChangeView, ...] = ()
    subjects: tuple[Link, ...] = ()
    roles: tuple[RoleView, ...] = ()
    """Who had which part in it, and what else it concerned."""
    statement: StatementView | None = None


@dataclass(frozen=True)
class FollowUpView:
    """What was published of the meeting's consequences."""

    date: DateView
    text: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class GroupView:
    """Participants whom the source counts or names as a group, and their unit where all are of one."""

    text: str
    unit: Link | None


@dataclass(frozen=True)
class MeetingView:
    """The page of a meeting."""

    names: tuple[str, ...]
    date: DateView
    ordinal: str | None
    venue: str | None
    time: str | None
    organizers: tuple[Link, ...]
    body: Link | None
    purpose: tuple[str, ...]
    people: tuple[AttendeeView, ...]
    units: tuple[Link, ...]
    """Those that attended without a word of who came."""
    groups: tuple[GroupView, ...]
    total: str | None
    """How many people attended in all, as the source words it."""
    agenda: tuple[ItemView, ...]
    forms: tuple[tuple[str, str], ...]
    """The forms of the statements of this meeting, each with what it means."""
    follow_ups: tuple[FollowUpView, ...]
    listings: tuple[Link, ...]
    """The lists that a source describes together with this meeting."""


def meeting_view(archive: Archive, meeting: Meeting) -> MeetingView:
    """Return everything that is shown of a meeting."""
    statements = {statement.item.id: statement for statement in archive.statements_at[meeting.id]}
    forms = {statement.item.form for statement in statements.values()}
    return MeetingView(
        names=meeting.names,
        date=date_view(meeting.date),
        ordinal=meeting.ordinal,
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
        units=links_to(archive, "organizations", meeting.attendance.organizations),
        groups=tuple(
            GroupView(one.line, link_to(archive, "organizations", one.organization) if one.organization else None)
            for one in meeting.attendance.groups
        ),
        total=str(meeting.attendance.total) if meeting.attendance.total else None,
        agenda=tuple(item_view(archive, meeting, item, statements.get(item.id)) for item in meeting.agenda),
        forms=tuple((form, meaning) for form, meaning in FORM_NOTES.items() if form in forms),
        follow_ups=tuple(
            FollowUpView(date_view(entry.date), entry.text, links_to(archive, "sources", entry.sources))
            for entry in sorted(meeting.follow_ups, key=lambda entry: entry.date)
        ),
        listings=_listings(archive, meeting),
    )


def _listings(archive: Archive, meeting: Meeting) -> tuple[Link, ...]:
    found = {archive.of(Listing)[link.origin[1]] for link in archive.backlinks_to("meetings", meeting.id, "meetings")}
    ordered = sorted(found, key=lambda listing: (LISTS.index(listing.type), listing.id))
    return links_to(archive, "listings", (listing.id for listing in ordered))


def item_view(archive: Archive, meeting: Meeting, item: AgendaItem, statement: LinkedStatement | None) -> ItemView:
    """Return everything that is shown of an agenda item on its meeting's page."""
    changes: tuple[ChangeView, ...] = ()
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
        name=item.name,
        title=item_title(archive, meeting, item),
        text=None if statement else item.text,
        note=None if statement else item.note,
        sources=links_to(archive, "sources", item.sources),
        result=getattr(item, "result", None),
        votes=item.votes.line if isinstance(item, Decision) and item.votes else None,
        changes=changes,
        subjects=item_subjects(archive, item),
        roles=tuple(_roles(archive, item)),
        statement=statement_view(archive, statement) if statement else None,
    )


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


def _roles(archive: Archive, item: AgendaItem) -> Iterator[RoleView]:
    """Yield who took part in an activity, and what it concerned."""
    if isinstance(item, Activity):
        took_part = (("organizations", item.organizations), ("people", item.people))
        concerned = (("outcomes", item.outcomes), ("listings", item.listings), ("brands", item.brands))
        for name, named in (("参与", took_part), ("有关", concerned)):
            links = tuple(link for kind, ids in named for link in links_to(archive, kind, ids))
            if links:
                yield RoleView(name, links)


def meeting_row(archive: Archive, meeting: Meeting) -> Row:
    """Return a meeting's row: what it decided, founded, unveiled, launched and did besides."""
    done = (
        item_title(archive, meeting, item)
        for item in meeting.agenda
        if isinstance(item, Decision | Founding | Unveiling | Launch | Activity)
    )
    return Row(link_to(archive, "meetings", meeting.id), date_view(meeting.date), tuple(done))


def _meeting_events(archive: Archive) -> Iterator[Event]:
    for meeting in archive.of(Meeting).values():
        title = link_to(archive, "meetings", meeting.id)
        yield Event(meeting.date, meeting.id, 0, "会议", title, kinds=("会议",))
        for order, item in enumerate(meeting.agenda, 1):
            yield _item_event(archive, meeting, order, item)
        for follow_up in meeting.follow_ups:
            link = Link(title.text, f"{title.route}#_follow-ups")
            first = words(follow_up.text, "").partition("\n")[0]
            yield Event(follow_up.date, "", 0, "会议后续", link, (first,), ("会议后续",))


def _item_event(archive: Archive, meeting: Meeting, order: int, item: AgendaItem) -> Event:
    name = item.name
    kinds: tuple[str, ...] = (ITEM_NAMES[item.type],)
    link = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
    # A title of its own may leave out what it is about.
    named = (*item_subjects(archive, item), *(one for role in _roles(archive, item) for one in role.links))
    about = "、".join(one.text for one in named if one.text not in link.text)
    remarks: tuple[str, ...] = (about,) if about else ()
    if isinstance(item, Speech):
        link = link_to(archive, STATEMENTS, statement_id(meeting.id, item.id))
        remarks = (archive.of(Person)[item.speaker].name,) if item.title else ()
        kinds = (KIND_NAMES[STATEMENTS],)
    elif isinstance(item, Decision):
        name = f"{name}·{item.result}"
        remarks = tuple(_changes(archive, item))
        kinds += ("加入",) * bool(item.admits and item.passed)
        kinds += ("退出",) * bool(item.releases and item.passed)
    return Event(meeting.date, meeting.id, order, name, link, remarks, kinds)


def _changes(archive: Archive, item: Decision) -> Iterator[str]:
    """Yield who enters or leaves which body; of a motion that did not pass, that it did not."""
    failed = f"（{item.result}）" if not item.passed else ""
    for verb, change in [("加入", one) for one in item.admits] + [("退出", one) for one in item.releases]:
        units = "、".join(archive.of(Organization)[unit].name for unit in change.organizations)
        yield f"{verb}{archive.of(Organization)[change.body].name}{failed}：{units}"


PAGE = Page(
    view=meeting_view,
    row=meeting_row,
    empty="这里将列出联席会议的每一次会议：日期、议程、谁说了什么。至今没有公开的记录。",
    shows=(Listing,),
    events=_meeting_events,
    description=lambda meeting: f"{meeting.date.chinese}，{meeting.called}",
)
