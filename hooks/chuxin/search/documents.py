"""What can be found: every record, statement and hand-written page as a document with names, text and facets.

A document's text is what its record says, and the names of what the record refers to (`texts.py`). What was said at a
meeting is text of the statement, not of the meeting: nothing is found twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..archive.linking import Archive
from ..archive.naming import item_title, posts_text, unit_names
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS, place_on_index, record_route, statement_id
from ..pages.brief import Brief, record_brief
from ..pages.briefs import posts_held
from ..pages.kinds import PAGES
from ..pages.parts import statements_from
from ..prose import Page
from ..records.fields import Record
from ..records.kinds import KIND_NAMES, PAGED
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.speeches import Speech
from .texts import shown, texts

# Kinds in the order in which equally good results are listed: names, then titles, then what is said by date. Kinds that
# are not named here stand between.
_FIRST = ("people", "organizations", "brands", "outcomes", "listings")
_LAST = ("meetings", STATEMENTS, "sources", "pages", "handbook")
ORDER = (*_FIRST, *(kind for kind in PAGED if kind not in _FIRST + _LAST), *_LAST)
# Those of them that are called by a name, which a reader may shorten; the others have titles.
NAMED = ORDER[: ORDER.index(STATEMENTS)]

_BY_DATE = {"meetings", STATEMENTS}
# What of a statement says who spoke.
_WHO = ("speaker", "group", "organization", "posts")
_SPEECH_PINYIN = {"statement": "de fa yan", "report": "de cheng guo hui bao", "remarks": "de jiang hua"}


@dataclass(frozen=True)
class Document:
    """One thing to be found. `names` begins with the title; `units` and `people` are ids of records."""

    kind: str
    route: str
    names: tuple[str, ...]
    reading: str | None
    """The pinyin of the title, when the record gives it."""
    year: int | None
    date: str
    """As shown, may be empty. A document is found by it as by a name."""
    context: str
    """A line that tells this document from others of the same name."""
    paragraphs: tuple[str, ...]
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    brief: Brief | None = None
    """What it is in a line or two, of one that is called by a name."""


def documents(archive: Archive, pages: Iterable[tuple[Page, str]]) -> list[Document]:
    """Return all documents in the order of `ORDER`, the shortest title first; meetings and statements the newest first.

    `pages` are the hand-written pages with their text.
    """
    found = [_made(archive, section, record) for section in PAGED for record in archive.paged(section).values()]
    found += [_page(page, text) for page, text in pages]
    return sorted(found, key=_place)


def _made(archive: Archive, section: str, record: Record | LinkedStatement) -> Document:
    if isinstance(record, LinkedStatement):
        return _statement(archive, record)
    made = _MAKERS.get(type(record), _record)(archive, record)
    if section not in NAMED:
        return made
    brief = PAGES[section].brief
    return replace(made, brief=brief(archive, record) if brief else record_brief(KIND_NAMES[section], record))


def _place(document: Document) -> tuple[int, int, str]:
    title = "" if document.kind in _BY_DATE else document.names[0]
    return ORDER.index(document.kind), len(title), title


def _record(archive: Archive, record: Record) -> Document:
    """Return the document of a record as its model has it: all that it says, and whom it names."""
    dated = ("date",) if record.dated else ()
    return _document(
        record,
        record.known_as,
        texts(archive, record, *record.naming, *dated),
        reading=record.reading,
        context=record.sort_of,
        units=_named(archive, record, Organization),
        people=_named(archive, record, Person),
    )


def _document(
    record: Record | LinkedStatement, names: tuple[str, ...], said: Iterable[str | None], **more: Any
) -> Document:
    values = {"reading": None, "context": "", **more}
    dated = record.dated
    paragraphs = tuple(line for text in said if text for line in text.split("\n") if line)
    return Document(
        record.folder,
        (record_route if record.has_page else place_on_index)(record.folder, record.id),
        names,
        year=dated.year if dated else None,
        date=dated.chinese if dated else "",
        paragraphs=paragraphs,
        **values,
    )


def _named(archive: Archive, record: Record, model: type[Record]) -> tuple[str, ...]:
    """Return the units or people by which a record is found: those that it names; of one of them, itself."""
    if isinstance(record, Organization | Person):
        return (record.id,) if isinstance(record, model) else ()
    found = archive.references[record.folder, record.id]
    return tuple(dict.fromkeys(one.id for one in found if one.kind == model.folder))


def _meeting(archive: Archive, meeting: Meeting) -> Document:
    people = archive.of(Person)
    attended = meeting.attendance
    said = [meeting.ordinal, *texts(archive, meeting, "names", "date", "attendance", "agenda", "note", on=meeting.date)]
    for one in attended.people:
        said.append(
            f"{posts_text(archive, one.organization, one.posts, meeting.date)}{people[one.person].name}{one.role or ''}"
        )
    said += [group.line for group in attended.groups]
    said += [f"总人数{attended.total}人"] if attended.total else []
    named = [one.person for one in attended.people]
    of_groups = (one for group in attended.groups for one in (group.organization, group.body) if one)
    came = [*attended.organizations, *of_groups]
    said += unit_names(archive, came, meeting.date)
    units = [*meeting.organizers, *([meeting.body] if meeting.body else []), *came]
    for item in meeting.agenda:
        said.append(item_title(archive, meeting, item))
        if not isinstance(item, Speech):
            said += texts(archive, item, "title", on=meeting.date)
    for link in archive.references[meeting.folder, meeting.id]:
        if link.path[0] == "agenda" and not isinstance(meeting.agenda[int(link.path[1])], Speech):
            units += [link.id] if link.kind == Organization.folder else []
            named += [link.id] if link.kind == Person.folder else []
    return _document(
        meeting,
        meeting.known_as,
        [*said, meeting.note and shown(meeting.note)],
        units=tuple(dict.fromkeys(units)),
        people=tuple(dict.fromkeys(named)),
    )


def _statement(archive: Archive, statement: LinkedStatement) -> Document:
    item, speaker = statement.item, archive.of(Person).get(statement.item.speaker or "")
    who = f"{posts_text(archive, item.organization, item.posts, statement.dated)}{statement.speaker}"
    units = [item.organization, *(post.organization for post in item.posts), *item.on_behalf_of]
    return _document(
        statement,
        (statement.called,),
        [who, *texts(archive, item, *_WHO, "title", "form", on=statement.dated)],
        reading=f"{speaker.sort} {_SPEECH_PINYIN[item.type]}" if speaker and not item.title else None,
        context=who,
        units=tuple(dict.fromkeys(unit for unit in units if unit)),
        people=(speaker.id,) if speaker else (),
    )


def _person(archive: Archive, person: Person) -> Document:
    """Return the document of a person, whom the last post tells from others of the same name."""
    said = statements_from(archive, archive.backlinks_to(person.folder, person.id, "agenda.speaker"))
    latest = (f"{posts}（{date.chinese}）" for posts, date in posts_held(archive, person, said))
    return replace(_record(archive, person), context=next(latest, ""))


def _outcome(archive: Archive, outcome: Outcome) -> Document:
    reports = archive.backlinks_to("outcomes", outcome.id, "agenda.outcome")
    items = ((one.origin[1], archive.of(Meeting)[one.origin[1]].agenda[one.place(1)].id) for one in reports)
    said = [archive.statements[statement_id(*item)] for item in items]
    people = archive.of(Person)
    authors = [people[one].name for one in outcome.authors]
    presenters = list(dict.fromkeys(one.speaker for one in said))
    document = _record(archive, outcome)
    return replace(
        document,
        context="、".join(authors) or ("、".join(presenters) + "汇报" if presenters else ""),
        paragraphs=(*document.paragraphs, *(one for one in presenters if one not in authors)),
        people=tuple(dict.fromkeys((*document.people, *(one.item.speaker for one in said if one.item.speaker)))),
    )


def _page(page: Page, text: str) -> Document:
    lines = tuple(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
    year, date = (page.date.year, page.date.chinese) if page.date else (None, "")
    kind = "handbook" if page.is_for_editors else "pages"
    return Document(kind, page.route, (page.name,), None, year, date, page.description or "", lines)


# The kinds whose documents are more than what their records say.
_MAKERS: Mapping[type[Record], Callable[[Archive, Any], Document]] = {
    Meeting: _meeting,
    Outcome: _outcome,
    Person: _person,
}
