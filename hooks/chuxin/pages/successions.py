"""What became of a unit: what it was called, what it came from, how it ceased to be and what took its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from ..archive.linking import Archive
from ..markup.routes import record_route
from ..records.organizations import Organization
from ..records.successions import FormerName
from ..words.dates import UNDATED, PartialDate
from .page import Event
from .parts import DateView, Link, date_view, link_to, links_to

# What stands before and after the successors of a unit, by how it ceased to be; and what is said where it has none.
_WORDS = {
    "合并": ("合并为", "", "合并"),
    "并入": ("并入", "", "并入别的单位"),
    "拆分": ("拆分为", "", "拆分"),
    "撤销": ("撤销，由", "承接", "撤销"),
    "其他": ("终止，由", "承接", "终止"),
}

# Of units that took the place of one, so many are named, but on its own page.
MOST_NAMED = 12


@dataclass(frozen=True)
class FormerNameView:
    """A name that a unit gave up. `until` is None where nobody knows when."""

    name: str
    until: DateView | None
    on_days_before: str | None
    """Before which day it is `shown` (ISO 8601), but for what is shown on days before that; see `name_on`."""
    shown: str
    """The name, or what the unit is called now where nobody knows when before that day the name was given up."""


@dataclass(frozen=True)
class EndingView:
    """How a unit ceased to be: 并入, what it went into; the words around that stand before and after."""

    date: DateView
    before: str
    successors: tuple[Link, ...]
    after: str

    @property
    def line(self) -> str:
        """It in words, without the date."""
        return f"{self.before}{'、'.join(one.text for one in self.successors)}{self.after}"


@dataclass(frozen=True)
class TurnView:
    """A turn in what became of a unit: a change of its name, the end of one before it, its own end."""

    date: DateView | None
    names: tuple[str, str] | None
    """The name before and the name after, where it was renamed."""
    unit: Link | None
    """The unit that ended; None for itself."""
    ending: EndingView | None
    note: str | None
    sources: tuple[Link, ...]


def former_names(unit: Organization) -> tuple[FormerNameView, ...]:
    """Return what a unit was called before, the oldest first."""
    dated = list(takewhile(lambda one: one.until, unit.former_names))
    days = [(one.until.first_day or one.until.last_day).isoformat() for one in dated if one.until]
    return tuple(
        FormerNameView(one.name, date_view(one.until), day, _shown(unit, one))
        for one, day in zip_longest(unit.former_names, days)
    )


def _shown(unit: Organization, former: FormerName) -> str:
    return unit.name if former.until and former.until.at_latest else former.name


def ending_view(archive: Archive, unit: Organization, here: str = "") -> EndingView | None:
    """Return how a unit ceased to be; None as long as it is there. What is `here`, on its own page, is no link.

    Its own page names all of its successors; those of others are as many as there are units that name it.
    """
    if not unit.ended:
        return None
    before, after, alone = _WORDS[unit.ended.manner]
    named = unit.ended.successors
    links = links_to(archive, "organizations", named) if unit.id == here else some_units(archive, named)
    own = record_route("organizations", here)
    successors = tuple(replace(link, route=None) if link.route == own else link for link in links)
    words = (before, after) if successors else (alone, "")
    return EndingView(date_view(unit.ended.date), words[0], successors, words[1])


def some_units(archive: Archive, units: Sequence[str]) -> tuple[Link, ...]:
    """Return the links to the first of units, and how many there are besides."""
    named = links_to(archive, "organizations", units[:MOST_NAMED])
    rest = len(units) - len(named)
    return (*named, Link(f"其余{rest}家", None)) if rest else named


def predecessors(archive: Archive, unit: Organization) -> list[Organization]:
    """Return the units whose place one took, in the order in which they ceased to be."""
    found = archive.backlinks_to("organizations", unit.id, "ended.successors")
    units = [archive.of(Organization)[one.origin[1]] for one in found]
    return sorted(units, key=lambda one: (one.ended.date if one.ended else UNDATED, one.id))


def turns(archive: Archive, unit: Organization) -> tuple[TurnView, ...]:
    """Return what became of a unit and of those before it, in the order of time as far as it is known."""
    found: list[tuple[PartialDate | None, TurnView]] = []
    for before, after, former in _renamings(unit):
        sources = links_to(archive, "sources", former.sources)
        found.append(
            (former.until, TurnView(date_view(former.until), (before, after), None, None, former.note, sources))
        )
    for one in (*predecessors(archive, unit), unit):
        if one.ended:
            link = None if one is unit else link_to(archive, "organizations", one.id)
            sources = links_to(archive, "sources", one.ended.sources)
            view = ending_view(archive, one, here=unit.id)
            turn = TurnView(date_view(one.ended.date), None, link, view, one.ended.note, sources)
            found.append((one.ended.date, turn))
    return tuple(turn for _, turn in sorted(found, key=lambda one: one[0] or UNDATED))


def _renamings(unit: Organization) -> Iterator[tuple[str, str, FormerName]]:
    """Yield each name that was given up with the one that came after it."""
    names = [*(one.name for one in unit.former_names), unit.name]
    for former, after in zip(unit.former_names, names[1:], strict=True):
        yield former.name, after, former


def succession_events(archive: Archive) -> Iterator[Event]:
    """Yield when units changed their names, and when they ceased to be."""
    for unit in archive.of(Organization).values():
        link = link_to(archive, "organizations", unit.id)
        for before, after, former in _renamings(unit):
            if former.until:
                yield Event(former.until, "", 0, "更名", link, (f"由“{before}”改称“{after}”",), ("更名",))
        if unit.ended and (ending := ending_view(archive, unit)):
            yield Event(unit.ended.date, "", 0, unit.ended.name, link, (ending.line,), (unit.ended.name,))
