"""What is shown of the items of an agenda: on their meeting's page, and on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..archive.linking import Archive
from ..archive.naming import called, item_title, unit_names
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, item_route, statement_id
from ..records.agenda import ITEM_NAMES, Activity, AgendaItem
from ..records.ceremonies import Award, Founding, Launch, Signing, Unveiling
from ..records.decisions import Amendment, Decision, Joining
from ..records.items import Ceremony
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.offices import Appointment
from ..records.speeches import Speech
from ..words.dates import PartialDate
from ..words.differences import Stretch, compared
from .page import Event
from .parts import DateView, Link, StatementView, date_view, link_to, links_to, party_links, statement_view
from .trails import later_links


@dataclass(frozen=True)
class ChangeView:
    """Units that entered or left a body, and what the source says of those that it does not name."""

    verb: str
    body: Link
    units: tuple[Link, ...]
    counted: str


@dataclass(frozen=True)
class RoleView:
    """A part in an agenda item, and whoever had it: 参与, 授予者, 有关."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class AmendmentView:
    """A passage before and after, in stretches of which both or one of them has the words; empty where it is not."""

    article: str | None
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


@dataclass(frozen=True)
class ItemView:
    """One item of the agenda. `statement` is set for what was said, `subjects` for what was founded or unveiled."""

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
    amendments: tuple[AmendmentView, ...] = ()
    subjects: tuple[Link, ...] = ()
    roles: tuple[RoleView, ...] = ()
    """Who had which part in it, and what else it concerned."""
    term: tuple[tuple[str, DateView], ...] = ()
    """From when to when an office was given, as far as the source says it."""
    ground: str | None = None
    """Why something was awarded."""
    statement: StatementView | None = None
    later: tuple[Link, ...] = ()
    """What it became, and what came of it."""


@dataclass(frozen=True)
class AgendaPart:
    """The items of one part of the day: 会前, 会后. The heading is None where the source does not part it."""

    heading: str | None
    items: tuple[ItemView, ...]


def agenda_parts(archive: Archive, meeting: Meeting) -> tuple[AgendaPart, ...]:
    """Return the agenda of a meeting by the parts of the day, in the order of the source."""
    statements = {statement.item.id: statement for statement in archive.statements_at[meeting.id]}
    return tuple(
        AgendaPart(part, tuple(item_view(archive, meeting, item, statements.get(item.id)) for item in items))
        for part, items in groupby(meeting.agenda, key=lambda item: item.part)
    )


def item_view(archive: Archive, meeting: Meeting, item: AgendaItem, statement: LinkedStatement | None) -> ItemView:
    """Return everything that is shown of an agenda item on its meeting's page."""
    return ItemView(
        anchor=item.id,
        name=item.name,
        title=item_title(archive, meeting, item),
        text=None if statement else item.text,
        note=None if statement else item.note,
        sources=links_to(archive, "sources", item.sources),
        result=item.result if isinstance(item, Decision) else None,
        votes=item.votes.line if isinstance(item, Decision) and item.votes else None,
        changes=tuple(_changes(archive, item, meeting.date)) if isinstance(item, Decision | Joining) else (),
        amendments=tuple(map(_amendment, item.amendments)) if isinstance(item, Decision) else (),
        subjects=item_subjects(archive, item, meeting.date),
        roles=tuple(_roles(archive, item, meeting.date)),
        term=tuple(_term(item)) if isinstance(item, Appointment) else (),
        ground=item.ground if isinstance(item, Award) else None,
        statement=statement_view(archive, statement) if statement else None,
        later=later_links(archive, f"{meeting.id}/{item.id}"),
    )


def _changes(archive: Archive, item: Decision | Joining, on: PartialDate) -> Iterator[ChangeView]:
    for change in item.changes:
        members = change.members
        units = links_to(archive, "organizations", members.organizations, on)
        yield ChangeView(change.verb, link_to(archive, "organizations", members.body, on=on), units, members.counted)


def _amendment(amendment: Amendment) -> AmendmentView:
    before, after = compared(amendment.before or "", amendment.after or "")
    return AmendmentView(amendment.article, before, after)


def _term(item: Appointment) -> Iterator[tuple[str, DateView]]:
    for name, date in (("任期起", item.since), ("任期止", item.until)):
        if date:
            yield name, date_view(date)


def item_subjects(archive: Archive, item: AgendaItem, on: PartialDate) -> tuple[Link, ...]:
    """Return what an agenda item is about: the organization founded or unveiled, the brand, the signatories."""
    match item:
        case Founding() | Unveiling() if item.organization:
            return (link_to(archive, "organizations", item.organization, on=on),)
        case Launch() if item.brand:
            return (link_to(archive, "brands", item.brand),)
        case Signing():
            others = (Link(words, None) for words in item.others)
            return (*links_to(archive, "organizations", item.organizations, on), *others)
    return ()


def _roles(archive: Archive, item: AgendaItem, on: PartialDate) -> Iterator[RoleView]:
    """Yield who had which part in an item, and what it concerned."""
    found: list[tuple[str, tuple[Link, ...]]] = []
    match item:
        case Activity():
            took_part = (("organizations", item.organizations), ("people", item.people))
            concerned = (("outcomes", item.outcomes), ("listings", item.listings), ("brands", item.brands))
            for name, named in (("参与", took_part), ("有关", concerned)):
                found.append((name, tuple(link for kind, ids in named for link in links_to(archive, kind, ids, on))))
        case Award():
            found = [
                ("获得者", party_links(archive, item.receivers, on)),
                ("授予者", party_links(archive, item.givers, on)),
            ]
        case Appointment():
            where = link_to(archive, "organizations", item.organization, on=on)
            found = [("组织", (where,)), ("任职者", party_links(archive, item.holders, on))]
            found.append(("卸任者", party_links(archive, item.leaving, on)))
    if isinstance(item, Ceremony):
        found += [(role.role, party_links(archive, role, on)) for role in item.roles]
    return (RoleView(name, links) for name, links in found if links)


def item_event(archive: Archive, meeting: Meeting, order: int, item: AgendaItem) -> Event:
    """Return an agenda item as the timeline has it: what it was, and what of it its title leaves out."""
    name = item.name
    kinds: tuple[str, ...] = (ITEM_NAMES[item.type],)
    link = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
    on = meeting.date
    # A title of its own may leave out what it is about, and who had which part in it.
    roles = ((f"{role.name}：", role.links) for role in _roles(archive, item, on))
    named = ((label, [one.text for one in links]) for label, links in (("", item_subjects(archive, item, on)), *roles))
    remarks = tuple(
        f"{label}{'、'.join(names)}" for label, names in named if any(one not in link.text for one in names)
    )
    if isinstance(item, Speech):
        statement = archive.statements[statement_id(meeting.id, item.id)]
        link = link_to(archive, STATEMENTS, statement.id)
        remarks = (statement.speaker,) if item.title else ()
        kinds = (KIND_NAMES[STATEMENTS],)
    elif isinstance(item, Decision | Joining):
        name = f"{name}·{item.result}" if isinstance(item, Decision) else name
        remarks = tuple(_told(archive, item, on))
        kinds = tuple(dict.fromkeys((*kinds, *(change.verb for change in item.effective))))
    return Event(meeting.date, meeting.id, order, name, link, (*filter(None, [item.part]), *remarks), kinds)


def _told(archive: Archive, item: Decision | Joining, on: PartialDate) -> Iterator[str]:
    """Yield who enters or leaves which body; of a motion that did not pass, that it did not."""
    failed = f"（{item.result}）" if isinstance(item, Decision) and not item.passed else ""
    for change in item.changes:
        members = change.members
        named = "、".join(unit_names(archive, members.organizations, on))
        who = "，".join(filter(None, (named, members.counted)))
        yield f"{change.verb}{called(archive, 'organizations', members.body, on)}{failed}：{who}"
