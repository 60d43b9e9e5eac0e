"""From a decision to what came of it: stations in their order, as a picture. Only recorded ties are drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ..archive.consequences import Result, dated
from ..archive.linking import Archive
from ..archive.naming import item_title
from ..markup.fields import words
from ..markup.routes import entry_route, item_route, record_route
from ..records.decisions import Decision
from ..records.listings import Entry
from ..records.meetings import FollowUp, Meeting
from .parts import DateView, Link, date_view, link_to, links_to
from .unsaid import Told, unsaid

# So many trails are drawn on a page of a unit or of a list; what goes beyond stands there in words.
MOST_TRAILS = 24
# So many results stand on a way, besides those that the page tells whole: these have no other place.
MOST_RESULTS = 24


@dataclass(frozen=True)
class Station:
    """What was decided, what it became, or what came of it."""

    name: str
    """What it is: 决定·通过, 项目, 结果."""
    date: DateView | None
    link: Link
    organization: Link | None = None
    claimed_by: tuple[Link, ...] = ()
    state: str | None = None
    unsaid: frozenset[str] = frozenset()
    """What of an entry nothing in it says: `organization`, `date`."""
    concerned: tuple[Link, ...] = ()
    """The outcomes that a result is about which is told whole."""
    anchor: str = ""
    """The id of a result where its page tells it whole, with its text and its sources."""
    text: str | None = None
    sources: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Way:
    """What something became, where it became an entry of a list, and what came of it."""

    project: Station | None
    results: tuple[Station, ...]
    told_in_entry: bool = False
    """Whether the text of the entry may tell what came of it, where no result is recorded."""
    more: int = 0
    """How many results more there are."""


@dataclass(frozen=True)
class Trail:
    """Where something began, and the ways on which it went on. No origins: nothing tells where it began."""

    origins: tuple[Station, ...]
    ways: tuple[Way, ...]
    is_origin_unsaid: bool = False


@dataclass(frozen=True)
class FollowUpView:
    """What was published of a meeting's consequences and is not said to come of an item or of an entry."""

    anchor: str
    date: DateView
    text: str
    sources: tuple[Link, ...]
    concerned: tuple[Link, ...]


@dataclass(frozen=True)
class FollowedView:
    """What followed a meeting, by the item, and what is not tied to one."""

    trails: tuple[Trail, ...]
    untied: tuple[FollowUpView, ...]
    without: int
    """How many items that are no statements have nothing that followed."""


@dataclass
class _Page:
    """The meeting on whose page trails stand, if it is one's: its results are told whole there, each once."""

    meeting: str = ""
    told: set[int] = field(default_factory=set)
    drawn: set[str] = field(default_factory=set)
    """The entries that stand in a trail."""
    of_items: dict[str, list[Result]] = field(default_factory=lambda: defaultdict(list))
    of_entries: dict[str, list[Result]] = field(default_factory=lambda: defaultdict(list))
    """What the meeting tells of each item and each entry, until it has been drawn."""

    @classmethod
    def of(cls, meeting: Meeting) -> _Page:
        page = cls(meeting.id)
        for place, told in enumerate(meeting.follow_ups, 1):
            for found, named in ((page.of_items, told.items), (page.of_entries, told.entries)):
                for one in dict.fromkeys(named):
                    found[one].append(Result(meeting, place, told))
        return page


def result_anchor(place: int) -> str:
    """Return the id of what followed on the page of its meeting; places are counted from 1."""
    return f"_follow-up-{place}"


def result_link(meeting: Meeting, place: int, told: FollowUp) -> Link:
    """Return the link to what followed, by the first line of its text."""
    first = words(told.text, "").partition("\n")[0].rstrip("：:")
    return Link(first, f"{record_route('meetings', meeting.id)}#{result_anchor(place)}", date=date_view(told.date))


def followed_view(archive: Archive, meeting: Meeting) -> FollowedView:
    """Return what followed a meeting. What another meeting's page tells is named with a link to it."""
    page = _Page.of(meeting)
    found = [_item_trail(archive, f"{meeting.id}/{item.id}", page) for item in meeting.agenda]
    trails = [trail for trail in found if trail]
    # What is the result of what another meeting decided, and entries that follow from none of its own items.
    for place, told in enumerate(meeting.follow_ups, 1):
        others = [_entry_trail(archive, one, page) for one in told.entries if one not in page.drawn]
        others += [_item_trail(archive, one, page) for one in told.items if place not in page.told]
        trails += [trail for trail in others if trail]
    speeches = {statement.item.id for statement in archive.statements_at[meeting.id]}
    without = [item for item, trail in zip(meeting.agenda, found, strict=True) if not trail and item.id not in speeches]
    untied = [
        FollowUpView(
            result_anchor(place),
            date_view(told.date),
            told.text,
            links_to(archive, "sources", told.sources),
            links_to(archive, "outcomes", told.outcomes),
        )
        for place, told in sorted(enumerate(meeting.follow_ups, 1), key=lambda one: one[1].date)
        if not (told.items or told.entries)
    ]
    return FollowedView(tuple(trails), tuple(untied), len(without))


def entry_trail(archive: Archive, written: str) -> Trail | None:
    """Return where an entry (`listing/entry`) began and what came of it; None where nothing tells of either."""
    return _entry_trail(archive, written, _Page())


def later_links(archive: Archive, written: str) -> tuple[Link, ...]:
    """Return what an item (`meeting/item`) became and what came of it, each as a link with its date."""
    found = []
    for one in archive.consequences.entries.get(written, ()):
        listing, entry = archive.entries[one]
        route = entry_route(listing.id, entry.id)
        found.append(Link(entry.title, route, listing.type, date_view(entry.date)))
    results = archive.consequences.of_item(written)
    return (*found, *(result_link(one.meeting, one.place, one.told) for one in results))


def unsaid_of_entry(archive: Archive, entry: Entry) -> frozenset[str]:
    """Return what nothing in an entry says: whose it is, neither a field, nor who claimed it, nor a text, which may."""
    by_unit = bool(entry.claimed_by or entry.text or Told(archive, entry.title).unit())
    by_date = Told(archive, entry.title, entry.text).date
    return unsaid(organization=entry.organization or by_unit, date=entry.date or by_date)


def _item_trail(archive: Archive, written: str, page: _Page) -> Trail | None:
    entries = archive.consequences.entries.get(written, [])
    ways = [_way(archive, entry, page) for entry in entries]
    own = (one for one in page.of_items.pop(written, ()) if one.place not in page.told)
    alone = archive.consequences.of_items_alone.get(written, [])
    if alone:
        ways.append(_results_way(archive, None, alone, own, page))
    return Trail((_origin(archive, written),), tuple(ways)) if ways else None


def _entry_trail(archive: Archive, written: str, page: _Page) -> Trail | None:
    _, entry = archive.entries[written]
    if not entry.follows and written not in archive.consequences.of_entries:
        return None
    origins = tuple(_origins(archive, entry.follows))
    return Trail(origins, (_way(archive, written, page),), not origins and not entry.text)


def _way(archive: Archive, written: str, page: _Page) -> Way:
    page.drawn.add(written)
    own = page.of_entries.pop(written, ())
    way = _results_way(archive, _project(archive, written), archive.consequences.of_entries.get(written, []), own, page)
    return replace(way, told_in_entry=bool(archive.entries[written][1].text))


def _results_way(
    archive: Archive, project: Station | None, found: Sequence[Result], own: Iterable[Result], page: _Page
) -> Way:
    """Return a way with the first of its results, and with all of the page's own that it has not told yet."""
    shown = found
    if len(found) > MOST_RESULTS:
        own_places = {one.place: one for one in own}
        others = (one for one in found if one.meeting.id != page.meeting or one.place not in own_places)
        shown = dated([*own_places.values(), *islice(others, MOST_RESULTS)])
    return Way(project, tuple(_result(archive, one, page) for one in shown), more=len(found) - len(shown))


def _origins(archive: Archive, written: Iterable[str]) -> Iterator[Station]:
    for one in dict.fromkeys(written):
        yield _origin(archive, one)


def _origin(archive: Archive, written: str) -> Station:
    meeting, item = archive.items[written]
    name = f"{item.name}·{item.result}" if isinstance(item, Decision) else item.name
    link = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
    return Station(name, date_view(meeting.date), link)


def _project(archive: Archive, written: str) -> Station:
    listing, entry = archive.entries[written]
    return Station(
        listing.type,
        date_view(entry.date),
        Link(entry.title, entry_route(listing.id, entry.id)),
        link_to(archive, "organizations", entry.organization) if entry.organization else None,
        links_to(archive, "organizations", entry.claimed_by),
        entry.state,
        unsaid_of_entry(archive, entry),
    )


def _result(archive: Archive, result: Result, page: _Page) -> Station:
    """Return the station of a result: whole where it is told first on its meeting's page, else as a link to there."""
    told = result.told
    link = result_link(result.meeting, result.place, told)
    station = Station("结果", link.date, Link(link.text, link.route))
    if result.meeting.id != page.meeting or result.place in page.told:
        return station
    page.told.add(result.place)
    return replace(
        station,
        anchor=result_anchor(result.place),
        text=told.text,
        concerned=links_to(archive, "outcomes", told.outcomes),
        sources=links_to(archive, "sources", told.sources),
    )
