"""A meeting at a glance: how much was done, what it came to, and who spoke for whom. All is made of its agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..archive.linking import Archive
from ..archive.naming import item_title
from ..markup.routes import item_route, record_route
from ..records.agenda import AgendaItem
from ..records.brands import Brand
from ..records.ceremonies import Award, Founding, Launch, Signing, Unveiling
from ..records.decisions import Decision, Joining, MembershipChange
from ..records.items import Item
from ..records.meetings import Meeting
from ..records.offices import Appointment
from ..records.speeches import Report, Speech
from .agenda import item_subjects
from .parts import Link, StatementView, link_to, links_to, party_links

# A picture has a line for each speaker up to so many; of more it shows who spoke for each.
MOST_SPEAKERS = 24


# For whom somebody spoke, what is remarked of it, and whether nothing tells.
_Target = tuple[tuple[Link, ...], str, bool]
_COUNTED: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (Speech, "篇发言"),
    ((Founding, Unveiling), "项成立、揭牌"),
    (Report, "项成果"),
    (Appointment, "项任职"),
    (Award, "项授予"),
    (Signing, "项签约"),
)


@dataclass(frozen=True)
class Number:
    """How many of something there were: 4 家加入. `shown_in` is the section of the page that tells of them."""

    count: int
    label: str
    shown_in: str = "results"


@dataclass(frozen=True)
class Result:
    """What an item came to, as a sentence in pieces: links, and words that lead nowhere. `label` leads to the item."""

    label: Link
    sentence: tuple[Link, ...]
    motion: str = ""
    """The motion by which it came about."""
    part: str | None = None
    """In which part of the day: 会前, 会后."""


@dataclass(frozen=True)
class SpokenFor:
    """Speakers who stand together in the agenda, and for whom they spoke; of reports, what they reported."""

    speakers: tuple[StatementView, ...]
    targets: tuple[Link, ...]
    remark: str
    """What the targets were that day: 当天成立; where there are none, as what they spoke."""
    is_unsaid: bool
    """Whether nothing tells for whom they spoke, though it was for somebody."""


@dataclass(frozen=True)
class GlanceView:
    """What stands above a meeting's agenda."""

    numbers: tuple[Number, ...]
    results: tuple[Result, ...]
    spoken: tuple[SpokenFor, ...]
    grouped: bool
    """Whether those who spoke for the same stand together, wherever they stand in the agenda: there are many."""
    more_results: int = 0
    """How many results are left out."""
    more_speakers: int = 0
    """How many speakers are left out."""

    def brief(self, results: int, speakers: int) -> GlanceView:
        """Return the beginning of it: so many results, and so many of those who spoke, at most."""
        spoken = tuple(_first(self.spoken, speakers))
        left_out = sum(len(one.speakers) for one in self.spoken) - sum(len(one.speakers) for one in spoken)
        return replace(
            self,
            results=self.results[:results],
            spoken=spoken,
            more_results=max(0, len(self.results) - results),
            more_speakers=left_out,
        )


def glance_view(archive: Archive, meeting: Meeting, statements: tuple[StatementView, ...]) -> GlanceView:
    """Return a meeting at a glance. `statements` are what was said at it, in the order of its agenda."""
    grouped = len(statements) > MOST_SPEAKERS
    return GlanceView(
        numbers=tuple(one for one in meeting_numbers(meeting) if one.count),
        results=tuple(meeting_results(archive, meeting)),
        spoken=tuple(_spoken(meeting, statements, grouped=grouped)),
        grouped=grouped,
    )


def _first(spoken: Iterable[SpokenFor], most: int) -> Iterator[SpokenFor]:
    """Yield those who spoke until there are so many, the last of their groups cut."""
    for group in spoken:
        if most <= 0:
            return
        yield replace(group, speakers=group.speakers[:most])
        most -= len(group.speakers)


def meeting_numbers(meeting: Meeting) -> Iterator[Number]:
    """Yield how much was done at a meeting, kind by kind; numbers may be 0."""
    changes = [change for item in meeting.agenda if isinstance(item, Decision | Joining) for change in item.effective]
    joined = [one.members for one in changes if one.verb == "加入"]
    # Who enters two bodies is one unit.
    named = len({unit for members in joined for unit in members.organizations})
    unnamed = [_unnamed(members) for members in joined]
    exact = [number for number in unnamed if number is not None]
    # Where a source counts in other words than numbers, those it names are all that can be added up.
    if len(exact) == len(unnamed):
        yield Number(named + sum(exact), "家加入")
    else:
        yield Number(named, "家写明加入")
    for kinds, label in _COUNTED:
        shown_in = "spoken" if kinds in (Speech, Report) else "results"
        yield Number(sum(isinstance(item, kinds) for item in meeting.agenda), label, shown_in)


def _unnamed(members: MembershipChange) -> int | None:
    """Return how many entered whom the source does not name, None where it does not count them exactly."""
    if members.count is not None:
        return members.count.number - len(members.organizations) if members.count.bound == "exact" else None
    if members.others is not None:
        return members.others.number if members.others.bound == "exact" else None
    return 0


def meeting_results(archive: Archive, meeting: Meeting, kinds: tuple[type[Item], ...] = (Item,)) -> Iterator[Result]:
    """Yield what a meeting came to, of all kinds of items or of some, in the order of its agenda."""
    for item in meeting.agenda:
        if isinstance(item, Speech) or not isinstance(item, kinds):
            continue
        route = item_route(meeting.id, item.id)
        title = Link(item_title(archive, meeting, item), route)
        if not isinstance(item, Decision):
            sentence = tuple(_sentence(archive, meeting, item)) or (title,)
            yield Result(Link(item.name, route), sentence, part=item.part)
        elif not item.effective:
            yield Result(Link(item.result, route), (title,), part=item.part)
        else:
            for change in item.effective:
                sentence = tuple(_change(archive, meeting, change.verb, change.members))
                yield Result(Link(item.result, route), sentence, item.motion, item.part)


def _change(archive: Archive, meeting: Meeting, verb: str, members: MembershipChange) -> Iterator[Link]:
    yield from _listed(links_to(archive, "organizations", members.organizations, meeting.date))
    if members.counted:
        yield _words(f"（来源称{members.counted}）" if members.organizations else f"来源称{members.counted}")
    yield _words(verb)
    yield link_to(archive, "organizations", members.body, on=meeting.date)


def _sentence(archive: Archive, meeting: Meeting, item: AgendaItem) -> Iterator[Link]:
    """Yield the sentence of what was done; nothing where the title of the item says it all."""
    match item:
        case Joining():
            yield from _change(archive, meeting, "加入", item)
        case Appointment():
            where = link_to(archive, "organizations", item.organization, on=meeting.date)
            holders, leaving = (party_links(archive, one, meeting.date) for one in (item.holders, item.leaving))
            if holders:
                yield from (*_listed(holders), _words("任"), where, _words(item.office))
            if holders and leaving:
                yield _words("；")
            if leaving:
                yield from (*_listed(leaving), _words("卸任"))
                yield from () if holders else (where, _words(item.office))
        case Award():
            yield from (*_listed(party_links(archive, item.receivers, meeting.date)), _words(f"获{item.award}"))
        case Signing():
            yield from (*_listed(item_subjects(archive, item, meeting.date)), _words(f"签署{item.document}"))
        case Launch() if item.brand:
            kind = archive.of(Brand)[item.brand].type
            yield from (_words(f"{kind}“"), link_to(archive, "brands", item.brand), _words("”"))
        case Founding() | Unveiling() | Launch():
            thing = None if isinstance(item, Founding) else item.thing
            yield from item_subjects(archive, item, meeting.date) or (_words(thing or ""),)


def _spoken(meeting: Meeting, statements: tuple[StatementView, ...], *, grouped: bool) -> Iterator[SpokenFor]:
    begun = dict(_begun(meeting))

    def target(statement: StatementView) -> _Target:
        links = (*statement.on_behalf_of, *((statement.outcome,) if statement.outcome else ()))
        if not links:
            return (), statement.capacity or statement.name, "on_behalf_of" in statement.unsaid
        remarks = dict.fromkeys(begun[one.route] for one in links if one.route in begun)
        return links, "、".join([*remarks, *(["汇报"] if statement.outcome else [])]), False

    if grouped:
        together: dict[_Target, list[StatementView]] = {}
        for statement in statements:
            together.setdefault(target(statement), []).append(statement)
        groups: Iterable[tuple[_Target, Iterable[StatementView]]] = together.items()
    else:
        groups = groupby(statements, key=target)
    for (links, remark, is_unsaid), speakers in groups:
        yield SpokenFor(tuple(speakers), links, remark, is_unsaid)


def _begun(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the pages of what was founded or unveiled, each with the word for it."""
    for item in meeting.agenda:
        if isinstance(item, Founding | Unveiling) and item.organization:
            yield record_route("organizations", item.organization), f"当天{item.name}"


def _listed(links: Iterable[Link]) -> Iterator[Link]:
    for place, link in enumerate(links):
        if place:
            yield _words("、")
        yield link


def _words(text: str) -> Link:
    return Link(text, None)
