"""What can be found: every record, statement and hand-written page as a document with names, text and facets.

A document's text is what its record says, and the names of what the record refers to. What was said at a meeting is
text of the statement, not of the meeting: nothing is found twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..archive.linking import Archive, LinkedStatement
from ..markup.fields import words
from ..markup.routes import record_route, root_from
from ..pages.meetings import item_title
from ..pages.parts import meeting_title, posts_text, posts_view, speech_title, title
from ..prose import Page
from ..records.brands import Brand
from ..records.fields import Record
from ..records.listings import Listing
from ..records.meetings import Meeting, Speech
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.sources import Source

# Kinds in the order in which equally good results are listed: names, then titles, then what is said by date.
ORDER = (
    "people", "organizations", "brands", "outcomes", "listings", "meetings",
    "statements", "sources", "pages", "handbook",
)  # fmt: skip
# Those of them that are called by a name, which a reader may shorten; the others have titles.
NAMED = ORDER[: ORDER.index("statements")]

_BY_DATE = {"meetings", "statements"}
_SPEECH_PINYIN = {"statement": "de fa yan", "report": "de cheng guo hui bao", "remarks": "de jiang hua"}
# Texts are asked for as the records' pages show them, which have been rendered by then.
_FROM_RECORD = root_from(record_route("people", "x"))


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


def documents(archive: Archive, pages: Iterable[tuple[Page, str]]) -> list[Document]:
    """Return all documents in the order of `ORDER`, the shortest title first; meetings and statements the newest first.

    `pages` are the hand-written pages with their text.
    """
    found = [document for kind, make in _MAKERS.items() for document in _of_kind(archive, kind, make)]
    found += [_page(page, text) for page, text in pages]
    return sorted(found, key=_place)


def _place(document: Document) -> tuple[int, int, str]:
    title = "" if document.kind in _BY_DATE else document.names[0]
    return ORDER.index(document.kind), len(title), title


def _of_kind(archive: Archive, kind: str, make: Callable) -> Iterator[Document]:
    for record in getattr(archive, kind).values():
        yield make(archive, record)


def _document(kind: str, record: Record, names: Iterable[str], texts: Iterable[str | None], **more) -> Document:
    values = {"reading": None, "year": None, "date": "", "context": "", **more}
    paragraphs = (line for text in texts if text for line in words(text, _FROM_RECORD).split("\n") if line)
    return Document(kind, record_route(kind, record.id), tuple(names), paragraphs=tuple(paragraphs), **values)


def _names(archive: Archive, kind: str, identifiers: Iterable[str | None]) -> Iterator[str]:
    return (title(archive, kind, identifier) for identifier in identifiers if identifier)


def _person(archive: Archive, person: Person) -> Document:
    return _document(
        "people", person, (person.name, *person.other_names), (person.note,), reading=person.sort, people=(person.id,)
    )


def _organization(archive: Archive, unit: Organization) -> Document:
    others = (unit.parent, *unit.founders, *unit.partners, *unit.guides, *unit.related)
    texts = (
        *(unit.summary, unit.background, unit.aims, *unit.lines_of_work, unit.plans),
        *_names(archive, "organizations", others),
        *(membership.note for membership in unit.memberships),
        *(*unit.unpublished, unit.note),
    )
    names = (unit.name, *unit.other_names)
    return _document("organizations", unit, names, texts, context=unit.classification, units=(unit.id,))


def _meeting(archive: Archive, meeting: Meeting) -> Document:
    attended = meeting.attendance
    texts = [meeting.venue, meeting.time, *meeting.purpose]
    units = [*meeting.organizers, *([meeting.body] if meeting.body else [])]
    for one in attended.people:
        posts = posts_text(posts_view(archive, one.organization, one.posts))
        texts.append(f"{posts}{archive.people[one.person].name}{one.role or ''}")
    texts += [f"{group.count or ''}{group.measure or ''}{group.name}" for group in attended.groups]
    for item in meeting.agenda:
        texts.append(item_title(archive, item))
        if not isinstance(item, Speech):
            texts += [getattr(item, "motion", None), getattr(item, "document", None), item.text, item.note]
            changes = (*getattr(item, "admits", ()), *getattr(item, "releases", ()))
            units += [unit for change in changes for unit in change.organizations]
            units += getattr(item, "organizations", ())
    texts += [*_names(archive, "organizations", dict.fromkeys(units)), *(one.text for one in meeting.follow_ups)]
    return _document(
        "meetings",
        meeting,
        (meeting_title(meeting), *(meeting.names if len(meeting.names) > 1 else ())),
        [*texts, meeting.note],
        year=meeting.date.year,
        date=meeting.date.chinese,
        units=tuple(dict.fromkeys(units)),
        people=tuple(one.person for one in attended.people),
    )


def _statement(archive: Archive, statement: LinkedStatement) -> Document:
    meeting, item = statement.meeting, statement.item
    posts = posts_text(posts_view(archive, item.organization, item.posts))
    speaker = archive.people[item.speaker].name
    units = [item.organization, *(post.organization for post in item.posts), *item.on_behalf_of]
    outcome = getattr(item, "outcome", None)
    texts = (
        f"{posts}{speaker}",
        item.capacity,
        *_names(archive, "organizations", item.on_behalf_of),
        *_names(archive, "outcomes", [outcome]),
        item.text,
        item.note,
    )
    return _document(
        "statements",
        statement,
        (speech_title(archive, item),),
        texts,
        reading=None if item.title else f"{archive.people[item.speaker].sort} {_SPEECH_PINYIN[item.type]}",
        year=meeting.date.year,
        date=meeting.date.chinese,
        context=f"{posts}{speaker}",
        units=tuple(dict.fromkeys(unit for unit in units if unit)),
        people=(item.speaker,),
    )


def _outcome(archive: Archive, outcome: Outcome) -> Document:
    reports = archive.backlinks_to("outcomes", outcome.id, "agenda.outcome")
    reported = dict.fromkeys(archive.meetings[link.source[1]].agenda[link.path[1]].speaker for link in reports)
    people = tuple(dict.fromkeys((*outcome.authors, *reported)))
    authors, presenters = ("、".join(_names(archive, "people", found)) for found in (outcome.authors, reported))
    texts = (
        *_names(archive, "people", people),
        *_names(archive, "organizations", [outcome.institution]),
        *(outcome.type, outcome.summary),
        *(f"{figure.name}{figure.value}" for figure in outcome.figures),
        *(*outcome.unpublished, outcome.note),
    )
    return _document(
        "outcomes",
        outcome,
        (outcome.title,),
        texts,
        year=outcome.date.year if outcome.date else None,
        date=outcome.date.chinese if outcome.date else "",
        context=authors or (presenters and f"{presenters}汇报"),
        units=(outcome.institution,) if outcome.institution else (),
        people=people,
    )


def _listing(archive: Archive, listing: Listing) -> Document:
    units = [listing.keeper, *(entry.organization for entry in listing.entries)]
    texts = [listing.summary, *_names(archive, "organizations", dict.fromkeys(units))]
    for part in (*listing.entries, *listing.mentions):
        texts += [part.title, part.text]
    texts += [*listing.unpublished, listing.note]
    return _document("listings", listing, (listing.name,), texts, units=tuple(dict.fromkeys(filter(None, units))))


def _brand(archive: Archive, brand: Brand) -> Document:
    texts = (
        brand.type,
        *_names(archive, "organizations", [brand.owner]),
        brand.summary,
        *brand.unpublished,
        brand.note,
    )
    units = (brand.owner,) if brand.owner else ()
    return _document("brands", brand, (brand.name,), texts, context=brand.type, units=units)


def _source(archive: Archive, source: Source) -> Document:
    texts = (source.type, source.publisher, *(f"{one.role}{one.name}" for one in source.credits), source.note)
    date = source.date.chinese if source.date else ""
    year = source.date.year if source.date else None
    return _document("sources", source, (source.headline,), texts, year=year, date=date, context=source.type)


def _page(page: Page, text: str) -> Document:
    lines = tuple(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
    year, date = (page.date.year, page.date.chinese) if page.date else (None, "")
    kind = "handbook" if page.is_for_editors else "pages"
    return Document(kind, page.route, (page.name,), None, year, date, page.description or "", lines)


_MAKERS: dict[str, Callable[[Archive, Record], Document]] = {
    "people": _person,
    "organizations": _organization,
    "brands": _brand,
    "outcomes": _outcome,
    "listings": _listing,
    "meetings": _meeting,
    "statements": _statement,
    "sources": _source,
}
