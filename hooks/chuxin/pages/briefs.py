"""The briefs of all kinds but units: what each is, what it came to, how what was said begins.

What was said is told by its own beginning, under the name of its form: 原文, 节选, 概述.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..archive.linking import Archive
from ..archive.naming import called, posts_text, unit_names
from ..archive.statements import LinkedStatement
from ..markup.routes import record_route
from ..records.brands import Brand
from ..records.decisions import Decision, Joining
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Attendee, Person
from ..records.sources import Source
from ..records.speeches import Speech
from ..words.dates import PartialDate
from ..words.shortening import beginning, first_sentence
from .brief import Brief, counted, meetings_of, plain
from .glance import Result, meeting_numbers, meeting_results
from .parts import Link, statements_from

# How many characters of what was said a brief has, and how many there may be of who said it.
SAID, WHO = 60, 48
# Of more names that stand together, so many are named; of more posts, so many.
_NAMED, _POSTS = 2, 2
_MEASURES = {"organizations": "家", "people": "人"}


def statement_brief(archive: Archive, statement: LinkedStatement) -> Brief:
    """Return who spoke, when, and how it began."""
    item = statement.item
    posts = posts_text(archive, item.organization, item.posts, statement.dated)
    who = f"{posts}{statement.speaker}"
    if len(who) > WHO and item.organization:
        who = f"{called(archive, 'organizations', item.organization, statement.dated)}{statement.speaker}"
    said = f"{item.form}：{beginning(plain(item.text), SAID)}" if item.text else "内容未见公开"
    return Brief((f"{beginning(who, WHO)}，{statement.dated.chinese}", said))


def meeting_brief(archive: Archive, meeting: Meeting) -> Brief:
    """Return when a meeting was, what it came to, and its numbers."""
    route = record_route(meeting.folder, meeting.id)
    numbers = (one for one in meeting_numbers(meeting) if one.count)
    results = (_result_text(one) for one in meeting_results(archive, meeting))
    return Brief(
        (meeting.date.chinese, *results),
        tuple(Link(f"{one.count}{one.label}", f"{route}#_{one.shown_in}") for one in numbers),
    )


def decided(archive: Archive, meeting: Meeting) -> tuple[str, ...]:
    """Return what was decided at a meeting, and who joined at it, a line each."""
    return tuple(map(_result_text, meeting_results(archive, meeting, (Decision, Joining))))


def _result_text(result: Result) -> str:
    """Return what an item came to in words: 通过：某某等4家加入联席会议."""
    sentence = "".join(_gathered(result.sentence))
    part = f"（{result.part}）" if result.part and result.part != "会上" else ""
    return f"{'' if result.label.text in sentence else f'{result.label.text}：'}{sentence}{part}"


def _gathered(pieces: Iterable[Link]) -> Iterator[str]:
    """Yield the words of a sentence, of many names that stand together the first, and how many there are."""
    for are_names, run in groupby(pieces, key=lambda piece: piece.route is not None or piece.text == "、"):
        names = [piece for piece in run if not are_names or piece.text != "、"]
        if are_names and len(names) > _NAMED + 1:
            kinds = {str(one.route).partition("/")[0] for one in names}
            measure = _MEASURES.get(kinds.pop(), "个") if len(kinds) == 1 else "个"
            yield f"{'、'.join(one.text for one in names[:_NAMED])}等{len(names)}{measure}"
        else:
            yield ("、" if are_names else "").join(one.text for one in names)


def person_brief(archive: Archive, person: Person) -> Brief:
    """Return the posts that a person last held as far as meetings tell, each with its day."""
    route = record_route(person.folder, person.id)
    said = statements_from(archive, archive.backlinks_to(person.folder, person.id, "agenda.speaker"))
    posts = posts_held(archive, person, said)
    return Brief(
        tuple(f"{text}（{date.chinese}）" for text, date in posts[:_POSTS]) or ("没有职务的记录",),
        counted(
            route,
            (len(said), "发言{}篇", "statements"),
            (meetings_of(archive, person, "attendance.people.person"), "出席会议{}次", "attended"),
        ),
    )


def posts_held(archive: Archive, person: Person, said: Iterable[LinkedStatement]) -> list[tuple[str, PartialDate]]:
    """Return the posts that a person held, each with the last day on which a meeting tells of it, the latest first."""
    attended = archive.backlinks_to(person.folder, person.id, "attendance.people.person")
    meetings = [(archive.of(Meeting)[one.origin[1]], one.place(2)) for one in attended]
    held: list[tuple[PartialDate, Speech | Attendee]] = [(one.dated, one.item) for one in said]
    held += [(meeting.date, meeting.attendance.people[place]) for meeting, place in meetings]
    found: dict[str, PartialDate] = {}
    for date, one in sorted(held, key=lambda each: each[0], reverse=True):
        if one.posts:
            found.setdefault(posts_text(archive, one.organization, one.posts, date), date)
    return list(found.items())


def outcome_brief(archive: Archive, outcome: Outcome) -> Brief:
    """Return what sort of outcome it is, who made it, and how it is summed up."""
    route = record_route(outcome.folder, outcome.id)
    reports = statements_from(archive, archive.backlinks_to(outcome.folder, outcome.id, "agenda.outcome"))
    people = (archive.of(Person)[one].name for one in outcome.authors)
    units = unit_names(archive, [outcome.institution] if outcome.institution else [])
    made = f"，作者{'、'.join(people)}" if outcome.authors else "".join(f"，{unit}" for unit in units)
    return Brief(
        (f"{outcome.type}{made}", first_sentence(plain(outcome.summary))),
        counted(route, (len(reports), "汇报{}次", "way")),
    )


def brand_brief(archive: Archive, brand: Brand) -> Brief:
    """Return what sort of brand it is, whose, and when it was launched."""
    owner = f"，属{called(archive, Organization.folder, brand.owner)}" if brand.owner else ""
    launches = archive.backlinks_to(brand.folder, brand.id, "agenda.brand")
    dates = sorted(archive.of(Meeting)[one.origin[1]].date for one in launches)
    return Brief(
        (
            f"{brand.type}{owner}",
            *(f"{date.chinese}发布" for date in dates[:1]),
            *([first_sentence(plain(brand.summary))] if brand.summary else []),
        )
    )


def listing_brief(_: Archive, listing: Listing) -> Brief:
    """Return of what a list is, what it is, and how many of its entries are public."""
    count = len(listing.entries)
    summary = [first_sentence(plain(listing.summary))] if listing.summary else []
    return Brief(
        (f"{listing.type}清单", *summary, *([] if count else ["条目没有公布"])),
        counted(record_route(listing.folder, listing.id), (count, "已公布{}条", "entries")),
    )


def source_brief(archive: Archive, source: Source) -> Brief:
    """Return of what type a source is, who published it, when, and how many records rest on it."""
    known = [source.type, source.publisher, source.date.chinese if source.date else None]
    resting = {one.origin for one in archive.backlinks_to(source.folder, source.id) if one.role != "text"}
    route = record_route(source.folder, source.id)
    return Brief(("，".join(filter(None, known)),), counted(route, (len(resting), "依据它的记录{}份", "cited-by")))
