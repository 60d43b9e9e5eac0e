"""The members of a body as its page shows them: those who joined alike stand together, on one axis of time.

Up to forty have a bar each; of more, those who joined on one day by one decision have one; where even these are too
many, those who joined in one year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.memberships import LinkedMembership
from ..words.dates import UNDATED, PartialDate
from .axis import Axis
from .counts import CountView
from .days import Days, days_of_all
from .growth import GrowthView, growth_view
from .lanes import MOST_LANES, Lane, Mark, lane
from .members import MemberView, member_view
from .verdicts import VerdictView, last_day, verdict_view


@dataclass(frozen=True)
class Together:
    """Members who joined alike: when and by what is said once."""

    members: tuple[MemberView, ...]
    since: Days | None
    """Between which days they joined; None where each has days of its own."""
    lane: Lane | None
    """One bar for all, where they have none of their own."""


@dataclass(frozen=True)
class Part:
    """Those who joined in one year, where there are very many; else all, without a heading."""

    heading: str
    groups: tuple[Together, ...]
    lane: Lane | None = None
    """One bar for all of the year."""

    @property
    def count(self) -> int:
        """How many memberships there are in it."""
        return sum(len(one.members) for one in self.groups)


@dataclass(frozen=True)
class RosterView:
    """All members, and what they come to."""

    verdict: VerdictView
    members: tuple[MemberView, ...]
    parts: tuple[Part, ...]
    axis: Axis | None
    """None where dates tell no before from an after, or bars are too many."""
    each: bool
    """Whether each member has a bar of its own."""
    growth: GrowthView | None
    """Where no bars of their own show how many there were."""


# A membership with its row.
_Pair = tuple[LinkedMembership, MemberView]


def roster_view(
    archive: Archive,
    memberships: Iterable[LinkedMembership],
    founded: PartialDate | None,
    counts: tuple[CountView, ...],
    most: int = MOST_LANES,
) -> RosterView:
    """Return the members of a body, which was founded on a day that may be known, with at most so many bars."""
    spans = sorted(memberships, key=lambda one: (one.since or UNDATED, one.place))
    rows = [member_view(archive, span, founded) for span in spans]
    dates = [date for span in spans for date in _dates(span)]
    axis = Axis.of(dates)
    each = len(spans) <= most
    together = list(_together(list(zip(spans, rows, strict=True))))
    by_year = not each and len(together) > most
    groups = [_group(pairs, None if by_year else axis, each=each) for pairs in together]
    told = last_day([*dates, *(PartialDate.parse(one.date.iso) for one in counts)] if dates else [])
    return RosterView(
        verdict=verdict_view(((one.unit.route or "", one.days) for one in rows), told, counts),
        members=tuple(rows),
        parts=tuple(_by_year(together, groups, axis)) if by_year else (Part("", tuple(groups)),),
        axis=axis,
        each=each,
        growth=None if each else growth_view(spans),
    )


def _dates(span: LinkedMembership) -> Iterator[PartialDate]:
    yield from (date for date in (span.since, span.until) if date)
    yield from (one.meeting.date for one in span.proofs)


def _together(pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """Yield those of whom the same is said when they joined, in the order of the first of them."""
    found: dict[object, list[_Pair]] = {}
    for span, row in pairs:
        found.setdefault((row.since, row.is_since_unsaid, row.joined), []).append((span, row))
    yield from found.values()


def _group(pairs: Sequence[_Pair], axis: Axis | None, *, each: bool) -> Together:
    rows = [row for _, row in pairs]
    if each:
        return Together(tuple(replace(row, lane=_lane(axis, [(span, row)])) for span, row in pairs), None, None)
    begun = {replace(row.days, until_first=None, until_last=None) for row in rows}
    return Together(tuple(rows), begun.pop() if len(begun) == 1 else None, _lane(axis, pairs))


def _lane(axis: Axis | None, pairs: Sequence[_Pair]) -> Lane | None:
    """Return one bar for memberships: as long as one of them lasts, with a mark wherever one began or ended."""
    if not axis:
        return None
    spans = [span for span, _ in pairs]
    bar = lane(axis, days_of_all([row.days for _, row in pairs]))
    begun = dict.fromkeys(Mark(axis.at(one.since), one.since.to_the_day) for one in spans if one.since)
    ended = dict.fromkeys(Mark(axis.at(one.until), one.until.to_the_day, "end") for one in spans if one.until)
    # What is known to the day needs no proof, and where many stand together it is said of each.
    proofs = spans[0].proofs if len(spans) == 1 and pairs[0][1].proofs else ()
    proven = (Mark(axis.at(one.meeting.date), one.meeting.date.to_the_day, "proof") for one in proofs)
    return replace(bar, marks=(*proven, *begun, *ended))


def _by_year(together: Iterable[list[_Pair]], groups: Iterable[Together], axis: Axis | None) -> Iterator[Part]:
    years: dict[str, tuple[list[_Pair], list[Together]]] = {}
    for of_group, group in zip(together, groups, strict=True):
        since = group.members[0].since
        heading = f"{since.sense}{since.iso[:4]}年加入" if since else "加入日期未载明"
        pairs, found = years.setdefault(heading, ([], []))
        pairs += of_group
        found.append(group)
    for heading, (pairs, found) in years.items():
        yield Part(heading, tuple(found), _lane(axis, pairs))
