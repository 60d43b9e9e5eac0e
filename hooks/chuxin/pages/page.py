"""What the module of a kind says of its pages: `PAGE = Page(view=…, row=…, empty=…)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..archive.linking import Archive
from ..records.fields import Record
from ..words.dates import PartialDate
from .brief import Brief
from .parts import Link
from .rows import Group, Row

R = TypeVar("R")


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


@dataclass(frozen=True)
class Page(Generic[R]):
    """What the site shows of a kind of records: the page of each, their index, and their part of the timeline.

    What is None is by default: rows by year, the newest first, when the kind has dates, else in one group; an event on
    the date of each record that has one.
    """

    view: Callable[[Archive, R], Any]
    """What the template beside the module, `KIND.html`, shows of a record."""
    row: Callable[[Archive, R], Row]
    """A record's row in the index, and in cards."""
    empty: str
    """What the index says as long as there are no records."""
    shows: tuple[type[Record], ...] | None = ()
    """The kinds whose records refer to one of this kind and are shown for it by its view, None for all. The foot shows
    the others: no link is one-way."""
    order: str | None = None
    """How rows are ordered, as the index says it."""
    groups: Callable[[Archive], Iterable[Group]] | None = None
    """The groups of the index."""
    by_letter: bool = False
    """Whether its rows, which are grouped by something else, are listed by the letters of their pinyin as well."""
    events: Callable[[Archive], Iterable[Event]] | None = None
    """What the timeline tells of the kind."""
    heading: Callable[[R], str] | None = None
    """What the browser calls a record's page; by default what the record is called."""
    brief: Callable[[Archive, R], Brief] | None = None
    """What a record is, in a line or two; by default its kind and what it is called."""
