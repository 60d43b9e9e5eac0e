"""What is shown of the items of an agenda: on their meeting's page, and on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.naming import item_title
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, item_route, statement_id
from ..records.agenda import ITEM_NAMES, Activity, AgendaItem
from ..records.ceremonies import Founding, Launch, Signing, Unveiling
from ..records.decisions import Decision
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.people import Person
from ..records.speeches import Speech
from .page import Event
from .parts import Link, StatementView, link_to, links_to, statement_view


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


def item_event(archive: Archive, meeting: Meeting, order: int, item: AgendaItem) -> Event:
    """Return an agenda item as the timeline has it: what it was, and what of it its title leaves out."""
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
