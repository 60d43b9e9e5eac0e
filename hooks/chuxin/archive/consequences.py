"""What followed from what: which entries of lists go back to an item of an agenda, and what came of either.

Only what a record says is a tie: the field `follows` of an entry, and the fields `items`, `entries` and `outcomes` of
what followed a meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..records.listings import Listing
from ..records.meetings import FollowUp, Meeting


@dataclass(frozen=True)
class Result:
    """What was published of a meeting's consequences, with the meeting, and its place among them, from 1."""

    meeting: Meeting
    place: int
    told: FollowUp


@dataclass(frozen=True)
class Consequences:
    """What followed, by what it followed from. Results are in the order of their dates."""

    entries: dict[str, list[str]]
    """The entries (`listing/entry`) that go back to each item (`meeting/item`), in the order of the lists."""
    of_items: dict[str, list[Result]]
    of_entries: dict[str, list[Result]]
    of_outcomes: dict[str, list[Result]]

    @cached_property
    def of_items_alone(self) -> dict[str, list[Result]]:
        """What came of each item and is not said to come of an entry that goes back to it."""
        alone = {}
        for item, results in self.of_items.items():
            entries = set(self.entries.get(item, ()))
            alone[item] = [one for one in results if entries.isdisjoint(one.told.entries)]
        return alone

    def of_item(self, item: str) -> list[Result]:
        """Return all that came of an item, by itself or by the entries that go back to it, by date, each once."""
        entries = self.entries.get(item, ())
        found = [*self.of_items.get(item, ()), *(one for entry in entries for one in self.of_entries.get(entry, ()))]
        return dated({(one.meeting.id, one.place): one for one in found}.values())


def consequences(meetings: Iterable[Meeting], listings: Iterable[Listing]) -> Consequences:
    """Return what followed from what. One pass over the records."""
    entries: dict[str, list[str]] = defaultdict(list)
    for listing in listings:
        for entry in listing.entries:
            for item in dict.fromkeys(entry.follows):
                entries[item].append(f"{listing.id}/{entry.id}")
    results = dated(
        Result(meeting, place, told) for meeting in meetings for place, told in enumerate(meeting.follow_ups, 1)
    )
    found = Consequences(dict(entries), {}, {}, {})
    for one in results:
        told = one.told
        for by, named in (
            (found.of_items, told.items),
            (found.of_entries, told.entries),
            (found.of_outcomes, told.outcomes),
        ):
            for key in dict.fromkeys(named):
                by.setdefault(key, []).append(one)
    return found


def dated(results: Iterable[Result]) -> list[Result]:
    """Return results in the order of their dates."""
    return sorted(results, key=lambda one: (one.told.date, one.meeting.id, one.place))
