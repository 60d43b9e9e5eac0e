"""What the page of a source shows: first what it leaves open, then what rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..archive.linking import Archive
from ..markup.routes import STATEMENTS, index_route
from ..records.kinds import KIND_NAMES, KINDS
from ..records.meetings import Meeting
from ..records.sources import Source
from ..words.dates import PartialDate
from .briefs import source_brief
from .page import Page
from .parts import DateView, Link, date_view, dated_meeting, link_to
from .rows import Row
from .unsaid import Told, unsaid

# So many records of a kind are listed, the newest or the first; of more it is said how many there are.
MOST_LISTED = 100
# So many records say on a source's page what of them is not public.
MOST_UNPUBLISHED = 12


@dataclass(frozen=True)
class CitedView:
    """The records of a kind that rest on a source."""

    kind: str
    index: Link
    """Where all of the kind are found."""
    count: int
    listed: tuple[Link, ...]
    rest: tuple[tuple[str, int], ...]
    """Of those that are not listed how many there are in each year: (2031年, 12); of what has no date, in all."""

    @property
    def anchor(self) -> str:
        """The id of their heading, which begins with _ as those of all parts of a page do."""
        return f"cited-{self.kind}"


@dataclass(frozen=True)
class UnpublishedView:
    """What a record that rests on the source says is not public."""

    record: Link
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SourceView:
    """The page of a source."""

    type: str
    publisher: str | None
    date: DateView | None
    url: str | None
    credits: tuple[tuple[str, str], ...]
    unpublished: tuple[UnpublishedView, ...]
    more_unpublished: int
    """How many more records say so."""
    cited_by: tuple[CitedView, ...]
    unsaid: frozenset[str]
    """What nothing in the record says."""


def source_view(archive: Archive, source: Source) -> SourceView:
    """Return everything that is shown of a source."""
    cited: dict[str, dict[str, None]] = {}
    whole: dict[tuple[str, str], tuple[str, ...]] = {}
    for backlink in archive.backlinks_to("sources", source.id):
        kind, identifier = backlink.origin
        if backlink.role != "text":
            cited.setdefault(kind, {})[identifier] = None
        # What only a part of a record rests on leaves open no more than this part.
        if backlink.role == "sources" and (lines := getattr(archive.records[kind][identifier], "unpublished", ())):
            whole[backlink.origin] = lines
    told = Told(archive, source.headline, source.note)
    shown = [UnpublishedView(link_to(archive, *key), lines) for key, lines in list(whole.items())[:MOST_UNPUBLISHED]]
    return SourceView(
        type=source.type,
        publisher=source.publisher,
        date=date_view(source.date),
        url=source.url,
        credits=tuple((credit.role, credit.name) for credit in source.credits),
        unpublished=tuple(shown),
        more_unpublished=len(whole) - len(shown),
        cited_by=tuple(_cited(archive, kind, [*cited[kind]]) for kind in KIND_NAMES if kind in cited),
        unsaid=unsaid(
            publisher=source.publisher or told.unit(),
            date=source.date or told.date,
            url=source.url or told.word("https?://"),
        ),
    )


def _cited(archive: Archive, kind: str, identifiers: list[str]) -> CitedView:
    """Return the records of a kind that rest on a source, in the order of their index, dated ones newest first."""
    index = Link(KIND_NAMES[kind], index_route(kind))
    if kind == STATEMENTS:
        found = sorted((archive.statements[one] for one in identifiers), key=lambda one: one.position)
        found.sort(key=lambda one: (one.dated, one.meeting.id), reverse=True)
        listed = tuple(link_to(archive, kind, one.id) for one in found[:MOST_LISTED])
        return CitedView(kind, index, len(found), listed, _years(one.dated for one in found[MOST_LISTED:]))
    model, of_kind = KINDS[kind], archive.records[kind]
    records = sorted((of_kind[one] for one in identifiers), key=lambda one: one.sorted_by, reverse=model.newest_first)
    listed = tuple(
        dated_meeting(archive, one) if isinstance(one, Meeting) else link_to(archive, kind, one.id)
        for one in records[:MOST_LISTED]
    )
    rest = _years(getattr(one, "date", None) for one in records[MOST_LISTED:])
    return CitedView(kind, index, len(records), listed, rest)


def _years(dates: Iterable[PartialDate | None]) -> tuple[tuple[str, int], ...]:
    """Return how many dates there are in each year; those that are none have no year."""
    return tuple(Counter(f"{date.year}年" if date else "" for date in dates).items())


def source_row(archive: Archive, source: Source) -> Row:
    """Return a source's row: of what type it is, and who published it."""
    remarks = tuple(filter(None, [source.type, source.publisher]))
    return Row(link_to(archive, "sources", source.id), date_view(source.date), remarks, kinds=(source.type,))


PAGE = Page(
    view=source_view,
    row=source_row,
    empty="这里将列出记录所依据的来源。至今没有公开的记录。",
    shows=None,
    brief=source_brief,
)
