"""What things are called whose names take other records: statements, items of an agenda, posts.

What a record itself is called, its model says (`Record.called`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ..markup.routes import statement_id
from ..records.agenda import AgendaItem
from ..records.brands import Brand
from ..records.ceremonies import Award, Founding, Launch, Signing, Unveiling
from ..records.decisions import Decision, Joining
from ..records.items import Party
from ..records.meetings import Meeting
from ..records.offices import Appointment
from ..records.organizations import Organization
from ..records.people import Person, Post
from ..records.speeches import Speech
from ..words.dates import PartialDate
from .linking import Archive
from .memberships import Act

# A title names so many; of more it names the first.
_NAMED = 3


def called(archive: Archive, kind: str, identifier: str, on: PartialDate | None = None) -> str:
    """Return what a record or a statement is called; of a unit that was renamed, what it was called on a day."""
    record = archive.paged(kind)[identifier]
    return record.name_on(on) if on and isinstance(record, Organization) else record.called


def unit_names(archive: Archive, units: Iterable[str], on: PartialDate | None = None) -> list[str]:
    """Return what units are called, or were on a day."""
    return [called(archive, "organizations", unit, on) for unit in units]


def item_title(archive: Archive, meeting: Meeting, item: AgendaItem) -> str:
    """Return what an item of a meeting's agenda is called."""
    if isinstance(item, Speech):
        return archive.statements[statement_id(meeting.id, item.id)].called
    return item.title or _MADE_OF[type(item)](archive, item, meeting.date)


def part_title(archive: Archive, kind: str, identifier: str) -> str:
    """Return what a part of a record is called, which is named by `RECORD/PART`: an entry, or an item of an agenda."""
    return (
        archive.entries[identifier][1].title if kind == "entries" else item_title(archive, *archive.items[identifier])
    )


def act_title(archive: Archive, act: Act) -> str:
    """Return what the ground of a membership or of an office is called: the motion, or what was done."""
    return act.item.motion if isinstance(act.item, Decision) else item_title(archive, act.meeting, act.item)


def party_names(archive: Archive, party: Party | None, on: PartialDate) -> list[str]:
    """Return what people and units that act together on a day are called, the units first."""
    if not party:
        return []
    people = (archive.of(Person)[one].name for one in party.people)
    return [*unit_names(archive, party.organizations, on), *people, *party.others]


def _joining(archive: Archive, item: Joining, on: PartialDate) -> str:
    """Return who joined: their names where all are known and few, else how many."""
    units = unit_names(archive, item.organizations, on)
    if item.count is not None or not units:
        who = f"{item.count if item.count is not None else item.others}家单位"
    else:
        who = f"{units[0]}等" if item.others else _shortly(units)
    return f"{who}加入{called(archive, 'organizations', item.body, on)}"


def _appointment(archive: Archive, item: Appointment, on: PartialDate) -> str:
    verb, party = ("任", item.holders) if item.holders else ("卸任", item.leaving)
    where = called(archive, "organizations", item.organization, on)
    return f"{_shortly(party_names(archive, party, on))}{verb}{where}{item.office}"


def _founding(archive: Archive, item: Founding, on: PartialDate) -> str:
    return f"{called(archive, 'organizations', item.organization, on)}成立"


def _unveiling(archive: Archive, item: Unveiling, on: PartialDate) -> str:
    return f"{called(archive, 'organizations', item.organization, on) if item.organization else item.thing}揭牌"


def _launch(archive: Archive, item: Launch, _: PartialDate) -> str:
    brand = archive.of(Brand)[item.brand] if item.brand else None
    return f"发布{brand.type}“{brand.name}”" if brand else f"发布{item.thing}"


def _award(archive: Archive, item: Award, on: PartialDate) -> str:
    return f"授予{_shortly(party_names(archive, item.receivers, on))}{item.award}"


# How the title of an item that has none is made up.
_MADE_OF: Mapping[type, Callable[[Archive, Any, PartialDate], str]] = {
    Decision: lambda _, item, __: str(item.motion),
    Joining: _joining,
    Appointment: _appointment,
    Founding: _founding,
    Unveiling: _unveiling,
    Launch: _launch,
    Signing: lambda _, item, __: f"签署{item.document}",
    Award: _award,
}


def _shortly(names: list[str]) -> str:
    """Return names as a title has them: a few, of more the first."""
    return "、".join(names) if len(names) <= _NAMED else f"{names[0]}等"


def posts_by_unit(unit: str | None, posts: Sequence[Post]) -> list[tuple[str | None, list[str]]]:
    """Group the titles of posts by the unit they are held in, as the source orders them, the person's own first."""
    groups: list[tuple[str | None, list[str]]] = [(unit, [])] if unit else []
    for post in posts:
        held_in = post.organization or unit
        if not groups or groups[-1][0] != held_in:
            groups.append((held_in, []))
        groups[-1][1].append(post.title)
    return groups


def posts_text(archive: Archive, unit: str | None, posts: Sequence[Post], on: PartialDate) -> str:
    """Return somebody's posts on a day as one line: 区委常委、组织部部长."""
    return "、".join(
        (called(archive, "organizations", held_in, on) if held_in else "") + "、".join(titles)
        for held_in, titles in posts_by_unit(unit, posts)
    )
