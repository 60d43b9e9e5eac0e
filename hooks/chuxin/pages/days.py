"""The days that the record gives to a span: between which it can have begun, and between which it can have ended.

A unit is a member from the day on which it joins until the day before the one on which it leaves. Where no leaving is
recorded the membership lasts. The record may give a year or a month only; then nothing is made up, and the days within
it are days of which the record does not tell.

One rule holds for all bodies: what a source shows somebody of a unit to say as a member on a day proves that the unit
was a member that day. When it joined stays unknown; nobody joined before the body was founded.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from ..words.dates import PartialDate

_DAY = datetime.timedelta(days=1)
# Whether something lasted on a day: yes, no, or why nobody can tell.
Answer = Literal["yes", "no", "undated", "vague"]


@dataclass(frozen=True)
class Days:
    """The first and the last day on which a unit can have joined and left, in ISO 8601, so that texts compare as days.

    They are None where nothing tells of them, those of leaving also when none is recorded. A first day alone is None of
    what was no later than a day.
    """

    since_first: str | None
    since_last: str | None
    until_first: str | None
    until_last: str | None
    undated: bool = False
    """Whether no date of joining is recorded: what is known of it is from elsewhere."""

    @property
    def vague(self) -> bool:
        """Whether there are days of which the record does not tell if the unit was a member."""
        return not self.since_first or self.since_first != self.since_last or self.until_first != self.until_last

    def on(self, day: str) -> Answer:
        """Tell whether it lasted on a day (ISO 8601), as assets/javascripts/members.js does.

        On the day of its end it does not. What ended no later than a day may have ended as soon as it began.
        """
        if (self.since_first and day < self.since_first) or (self.until_last and day >= self.until_last):
            return "no"
        begun = self.since_last is not None and day >= self.since_last
        ending = day >= self.until_first if self.until_first else bool(self.until_last)
        if begun and not ending:
            return "yes"
        return "undated" if self.undated and not begun else "vague"


def days(
    since: PartialDate | None,
    until: PartialDate | None,
    proven: Iterable[PartialDate] = (),
    founded: PartialDate | None = None,
) -> Days:
    """Return the days between which a membership can have begun and ended.

    `proven` are dates on which it lasted, a month or a year for some day in it; `founded` is when its body was. Where
    they go against what is recorded of joining and leaving, they tell nothing.
    """
    first, last = (since.first_day, since.last_day) if since else (None, None)
    leaves, left = (until.first_day, until.last_day) if until else (None, None)
    for date in proven:
        last = min(last or date.last_day, date.last_day)
        if left and date.first_day and date.first_day < left:
            leaves = max(leaves or datetime.date.min, date.first_day + _DAY)
    begun = founded.first_day if founded else None
    if begun and begun <= (last or begun) and (not left or begun <= left):
        first = max(first or begun, begun)
    return Days(_iso(first), _iso(last), _iso(leaves), _iso(left), undated=since is None)


def days_of_all(found: Collection[Days]) -> Days:
    """Return the days between which the first of several spans can have begun, and the last of them can have ended."""
    undated = all(one.undated for one in found)
    first = None if any(one.since_first is None for one in found) else min(one.since_first or "" for one in found)
    last = min((one.since_last for one in found if one.since_last), default=None)
    if any(one.until_first is None and one.until_last is None for one in found):
        return Days(first, last, None, None, undated)
    lasted = max((one.until_first for one in found if one.until_first), default=None)
    ended = None if any(one.until_last is None for one in found) else max(one.until_last or "" for one in found)
    return Days(first, last, lasted, ended, undated)


def _iso(day: datetime.date | None) -> str | None:
    return str(day) if day else None
