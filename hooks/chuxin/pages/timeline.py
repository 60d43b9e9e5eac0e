"""Everything of an archive that has a date, as one list of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.fields import words
from ..markup.routes import STATEMENTS, entry_route, item_route, statement_id
from ..prose import Page
from ..records.kinds import KIND_NAMES
from ..records.meetings import ITEM_NAMES, AgendaItem, Decision, Meeting, Speech
from ..words.dates import PartialDate
from .meetings import item_subjects, item_title
from .parts import Link, link_to


@dataclass(frozen=True, order=True)
class Event:
    """Something that happened on a day, for the timeline."""

    date: PartialDate
    meeting: str
    """The id of the meeting where it happened, if it was at one."""
    order: int
    """Its place in the meeting's agenda, from 1."""
    name: str
    link: Link
    remarks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """What it is found under: a decision that admits is also an entry of members."""


def events(archive: Archive, articles: list[Page]) -> list[Event]:
    """Return everything that has a date, newest first; within a day in the order of the records."""
    found = [*_meeting_events(archive), *_membership_events(archive), *_other_events(archive, articles)]
    return sorted(found, key=lambda event: (event.date, event.meeting, -event.order), reverse=True)


def _meeting_events(archive: Archive) -> Iterable[Event]:
    for meeting in archive.meetings.values():
        title = link_to(archive, "meetings", meeting.id)
        yield Event(meeting.date, meeting.id, 0, "会议", title, kinds=("会议",))
        for order, item in enumerate(meeting.agenda, 1):
            yield _item_event(archive, meeting, order, item)
        for follow_up in meeting.follow_ups:
            link = Link(title.text, f"{title.route}#_follow-ups")
            first = words(follow_up.text, "").partition("\n")[0]
            yield Event(follow_up.date, "", 0, "会议后续", link, (first,), ("会议后续",))


def _item_event(archive: Archive, meeting: Meeting, order: int, item: AgendaItem) -> Event:
    name, kinds = ITEM_NAMES[item.type], (ITEM_NAMES[item.type],)
    link = Link(item_title(archive, item), item_route(meeting.id, item.id))
    # A title of its own may leave out what it is about.
    about = "、".join(subject.text for subject in item_subjects(archive, item) if subject.text not in link.text)
    remarks = (about,) if about else ()
    if isinstance(item, Speech):
        link = link_to(archive, STATEMENTS, statement_id(meeting.id, item.id))
        remarks = (archive.people[item.speaker].name,) if item.title else ()
        kinds = (KIND_NAMES[STATEMENTS],)
    elif isinstance(item, Decision):
        name = f"{name}·{item.result}"
        remarks = tuple(_changes(archive, item))
        kinds += ("加入",) * bool(item.admits and item.passed)
        kinds += ("退出",) * bool(item.releases and item.passed)
    return Event(meeting.date, meeting.id, order, name, link, remarks, kinds)


def _changes(archive: Archive, item: Decision) -> Iterable[str]:
    """Yield who enters or leaves which body; of a motion that did not pass, that it did not."""
    failed = f"（{item.result}）" if not item.passed else ""
    for verb, change in [("加入", one) for one in item.admits] + [("退出", one) for one in item.releases]:
        units = "、".join(archive.organizations[unit].name for unit in change.organizations)
        yield f"{verb}{archive.organizations[change.body].name}{failed}：{units}"


def _membership_events(archive: Archive) -> Iterable[Event]:
    """Yield the memberships that no decision tells of."""
    for membership in archive.memberships:
        unit = link_to(archive, "organizations", membership.unit)
        body = archive.organizations[membership.body].name
        if membership.since and not membership.joined:
            yield Event(membership.since, "", 0, "加入", unit, (f"加入{body}",), ("加入",))
        if membership.until and not membership.left:
            yield Event(membership.until, "", 0, "退出", unit, (f"退出{body}",), ("退出",))


def _other_events(archive: Archive, articles: list[Page]) -> Iterable[Event]:
    for outcome in archive.outcomes.values():
        if outcome.date:
            link = link_to(archive, "outcomes", outcome.id)
            yield Event(outcome.date, "", 0, "成果", link, (outcome.type,), ("成果",))
    for listing in archive.listings.values():
        for entry in listing.entries:
            if entry.date:
                link = Link(entry.title, entry_route(listing.id, entry.id))
                yield Event(entry.date, "", 0, listing.name, link, (), ("清单",))
    for article in articles:
        yield Event(article.date, "", 0, "动态", Link(article.title, article.route), (), ("动态",))
    for source in archive.sources.values():
        if source.date:
            link = link_to(archive, "sources", source.id)
            remarks = tuple(filter(None, [source.type, source.publisher]))
            yield Event(source.date, "", 0, "来源", link, remarks, ("来源",))
