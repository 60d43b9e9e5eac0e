"""The parts that pages share: links, posts, statements, memberships. No HTML here, and no archive in templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import overload

from ..archive.linking import Archive, Backlink
from ..archive.naming import called, item_title, posts_by_unit
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, item_route, record_route, statement_id
from ..records.agenda import ITEM_NAMES
from ..records.fields import Record
from ..records.items import Party
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.people import Post
from ..records.speeches import Statement
from ..records.wording import FORM_NOTES
from ..words.dates import PartialDate
from .unsaid import Told, unsaid

# Where activities of meetings name what is concerned.
_ACTIVITIES = {f"agenda.{field}" for field in ("outcomes", "listings", "brands")}


@dataclass(frozen=True)
class DateView:
    """A date as shown and as a machine reads it (ISO 8601). `sense` stands before it: 不晚于, or nothing."""

    day: str
    iso: str
    sense: str = ""

    @property
    def text(self) -> str:
        """All of it, where nothing reads dates."""
        return f"{self.sense}{self.day}"


@dataclass(frozen=True)
class Link:
    """A text that leads to a page of this site. `note` and `date` stand after it, outside of the link."""

    text: str
    route: str | None
    """None where what is named has no page: a group, a thing."""
    note: str = ""
    date: DateView | None = None


@dataclass(frozen=True)
class Foot:
    """What the pages of all records end with."""

    unpublished: tuple[str, ...]
    """What the source did not publish."""
    note: str | None
    mentions: tuple[Link, ...]
    """The pages whose texts link the record, and records that name it and are not shown above."""
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class PostsView:
    """The posts that a person held in one unit on the day; `titles` may be empty."""

    unit: Link | None
    titles: tuple[str, ...]


@dataclass(frozen=True)
class StatementView:
    """A statement, report or remarks, as shown on its own page, on its meeting's and in lists."""

    link: Link
    anchor: str
    name: str
    speaker: Link
    unit: Link | None
    posts: tuple[PostsView, ...]
    capacity: str | None
    on_behalf_of: tuple[Link, ...]
    form: str
    form_note: str
    text: str | None
    """None where nobody has published what was said."""
    date: DateView
    meeting: Link
    item: Link
    outcome: Link | None
    sources: tuple[Link, ...]
    note: str | None
    verbatim: bool
    """Whether the words are the speaker's own; a summary must not look as if they were."""
    unsaid: frozenset[str]
    """What of the speaker nothing in the record says."""


@overload
def date_view(date: PartialDate) -> DateView: ...
@overload
def date_view(date: PartialDate | None) -> DateView | None: ...
def date_view(date: PartialDate | None) -> DateView | None:
    """Return a date for display, or None."""
    return DateView(date.bound.chinese, date.iso, date.sense) if date else None


def link_to(archive: Archive, kind: str, identifier: str, note: str = "", on: PartialDate | None = None) -> Link:
    """Return the link to a record or a statement; to a unit by the name that it had on a day."""
    return Link(called(archive, kind, identifier, on), archive.route_of(kind, identifier), note)


def links_to(
    archive: Archive, kind: str, identifiers: Iterable[str], on: PartialDate | None = None
) -> tuple[Link, ...]:
    """Return the links to several records of a kind, in the order given."""
    return tuple(link_to(archive, kind, identifier, on=on) for identifier in identifiers)


def dated_meeting(archive: Archive, meeting: Meeting) -> Link:
    """Return the link to a meeting with its date beside it."""
    return replace(link_to(archive, "meetings", meeting.id), date=date_view(meeting.date))


def posts_view(archive: Archive, unit: str | None, posts: tuple[Post, ...], on: PartialDate) -> tuple[PostsView, ...]:
    """Return the posts of a day by the unit they are held in."""
    return tuple(
        PostsView(link_to(archive, "organizations", held_in, on=on) if held_in else None, tuple(titles))
        for held_in, titles in posts_by_unit(unit, posts)
    )


def speaker_link(statement: LinkedStatement) -> Link:
    """Return the link to whoever spoke; a group has no page."""
    speaker = statement.item.speaker
    return Link(statement.speaker, record_route("people", speaker) if speaker else None)


def statement_link(archive: Archive, statement: LinkedStatement) -> Link:
    """Return the link to a statement, with who speaks beside a title that does not say it."""
    return link_to(archive, STATEMENTS, statement.id, note=statement.speaker if statement.item.title else "")


def statement_view(archive: Archive, statement: LinkedStatement) -> StatementView:
    """Return everything that is shown of a statement."""
    meeting, item = statement.meeting, statement.item
    posts = posts_view(archive, item.organization, item.posts, meeting.date)
    outcome = getattr(item, "outcome", None)
    return StatementView(
        link=Link(statement.called, record_route(STATEMENTS, statement.id)),
        anchor=item.id,
        name=ITEM_NAMES[item.type],
        speaker=speaker_link(statement),
        unit=link_to(archive, "organizations", item.organization, on=meeting.date) if item.organization else None,
        posts=posts,
        capacity=item.capacity,
        on_behalf_of=links_to(archive, "organizations", item.on_behalf_of, meeting.date),
        form=item.form,
        form_note=FORM_NOTES[item.form],
        text=item.text,
        date=date_view(meeting.date),
        meeting=link_to(archive, "meetings", meeting.id),
        item=Link(meeting.called, item_route(meeting.id, item.id)),
        outcome=link_to(archive, "outcomes", outcome) if outcome else None,
        sources=links_to(archive, "sources", statement.sources),
        note=item.note,
        verbatim=item.verbatim,
        unsaid=_unsaid_of(archive, statement) if item.speaker else frozenset(),
    )


def _unsaid_of(archive: Archive, statement: LinkedStatement) -> frozenset[str]:
    """Return what of a speaker is not said: neither there, nor where the same meeting lists those who attended.

    Only of who spoke for others does one ask in which capacity, and for whom: each of these answers the other.
    """
    item, attendee = statement.item, statement.attendee
    in_post = any(post.organization for post in item.posts)
    attended = attendee.organization if attendee else None
    told = Told(archive, item.title, item.capacity, item.note)
    found = unsaid(
        organization=item.organization or in_post or attended or told.unit(),
        posts=item.posts or (attendee and attendee.posts),
    )
    if isinstance(item, Statement):
        found |= {"capacity", "on_behalf_of"} if not (item.capacity or item.on_behalf_of) else set()
    return found


def statement_of(archive: Archive, backlink: Backlink) -> LinkedStatement | None:
    """Return the statement that a backlink comes from, if it comes from inside of one."""
    if backlink.origin[0] != "meetings" or backlink.path[0] != "agenda":
        return None
    meeting = archive.of(Meeting)[backlink.origin[1]]
    return archive.statements.get(statement_id(meeting.id, meeting.agenda[backlink.place(1)].id))


def statements_from(archive: Archive, backlinks: Iterable[Backlink]) -> list[LinkedStatement]:
    """Return the statements that the backlinks come from, each once, newest meeting first."""
    found = {statement.id: statement for link in backlinks if (statement := statement_of(archive, link))}
    by_agenda = sorted(found.values(), key=lambda statement: statement.position)
    return sorted(by_agenda, key=lambda statement: (statement.meeting.date, statement.meeting.id), reverse=True)


def statement_views(archive: Archive, statements: Iterable[LinkedStatement]) -> tuple[StatementView, ...]:
    """Return everything that is shown of statements."""
    return tuple(statement_view(archive, statement) for statement in statements)


def _named_by(archive: Archive, record: Record | LinkedStatement, without: set[str]) -> Iterator[Link]:
    """Yield the records that name a record in a field, each with the name of its kind, but for some kinds.

    Activities of meetings, which no view but that of units shows, are always among them.
    """
    for backlink in archive.backlinks_to(record.folder, record.id):
        if backlink.role in _ACTIVITIES and record.folder != "organizations":
            meeting = archive.of(Meeting)[backlink.origin[1]]
            item = meeting.agenda[backlink.place(1)]
            route = item_route(meeting.id, item.id)
            yield Link(item_title(archive, meeting, item), route, item.name, date_view(meeting.date))
        elif backlink.role != "text" and backlink.origin[0] not in without:
            yield link_to(archive, *backlink.origin, note=KIND_NAMES[backlink.origin[0]])


def _text_mentions(archive: Archive, kind: str, identifier: str) -> tuple[Link, ...]:
    """Return the pages of records whose texts link a record, each with the name of its kind."""
    found: dict[str, Link] = {}
    for backlink in archive.backlinks_to(kind, identifier, "text"):
        keys = [backlink.origin]
        if statement := statement_of(archive, backlink):
            keys.append((STATEMENTS, statement.id))
        for key in keys:
            if key == (kind, identifier):
                continue
            found[record_route(*key)] = link_to(archive, *key, note=KIND_NAMES[key[0]])
    return tuple(found.values())


def records_with(archive: Archive, kind: str, to_kind: str, identifier: str, *roles: str) -> tuple[Link, ...]:
    """Return the records of a kind that name another one in the fields given, each once."""
    found = archive.backlinks_to(to_kind, identifier, *roles)
    return links_to(archive, kind, dict.fromkeys(link.origin[1] for link in found if link.origin[0] == kind))


def with_reported(own: tuple[Link, ...], statements: Iterable[StatementView]) -> tuple[Link, ...]:
    """Return somebody's own outcomes, then those that he only reported, which says so, each once."""
    reported = dict.fromkeys(one.outcome for one in statements if one.outcome and one.outcome not in own)
    return (*own, *(replace(link, note="汇报") for link in reported))


def foot(
    archive: Archive,
    record: Record | LinkedStatement,
    mentions: Iterable[Link] = (),
    shown: tuple[type[Record], ...] | None = (),
) -> Foot:
    """Return the foot of a record's page.

    `mentions` are hand-written pages that link the record; `shown` are the kinds of the records that refer to it which
    its view shows, None for all.
    """
    named = () if shown is None else _named_by(archive, record, {model.folder for model in shown})
    return Foot(
        unpublished=getattr(record, "unpublished", ()),
        note=record.note,
        mentions=tuple(dict.fromkeys((*named, *_text_mentions(archive, record.folder, record.id), *mentions))),
        sources=links_to(archive, "sources", record.sources or _sources_of_parts(archive, record)),
    )


def _sources_of_parts(archive: Archive, record: Record | LinkedStatement) -> Iterable[str]:
    """Return the sources that only parts of a record name."""
    found = archive.references.get((record.folder, record.id), ())
    return dict.fromkeys(one.id for one in found if one.kind == "sources")


def party_links(archive: Archive, party: Party | None, on: PartialDate) -> tuple[Link, ...]:
    """Return who makes up a party: units, people, then those who are only described."""
    if not party:
        return ()
    units = links_to(archive, "organizations", party.organizations, on)
    people = links_to(archive, "people", party.people)
    return (*units, *people, *(Link(words, None) for words in party.others))
