"""Who held which office of an organization and when, as meetings and organizations' own files tell.

An office lasts until somebody is said to have left it, or until the end of a term that the source gives. A successor
ends nobody's office: two may hold one, and what nobody has published is not concluded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..problems.typed import FieldPath
from ..records.items import Party
from ..records.meetings import Meeting
from ..records.offices import Appointment
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .memberships import Act


@dataclass(frozen=True)
class Holder:
    """Who holds an office: a record by its kind and id, or somebody whom the source only describes."""

    kind: str
    """Empty where `id` is the source's words."""
    id: str


@dataclass(frozen=True)
class LinkedOffice:
    """One span of an office in an organization.

    `taken` and `left` are the deciding items, where recorded. `since` and `until` are None when not known; `until` is
    also None where no end is recorded.
    """

    organization: str
    office: str
    holder: Holder
    since: PartialDate | None
    until: PartialDate | None
    path: FieldPath
    """Where its holder is named, in the record of the meeting, else of the organization."""
    taken: Act | None = None
    left: Act | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()


def offices(meetings: Iterable[Meeting], organizations: Mapping[str, Organization]) -> list[LinkedOffice]:
    """Return every span of every office, those of organizations' own files first. Meetings come the oldest first."""
    spans: list[LinkedOffice] = []
    lasting: dict[tuple[str, str, Holder], list[int]] = defaultdict(list)
    for organization in organizations.values():
        for index, own in enumerate(organization.offices):
            for holder, path in _holders(own.holders, ("offices", index, "holders")):
                lasting[organization.id, own.office, holder].append(len(spans))
                span = LinkedOffice(organization.id, own.office, holder, own.since, own.until, path)
                spans.append(replace(span, note=own.note, sources=own.sources))
    for meeting in meetings:
        for position, item in enumerate(meeting.agenda):
            if isinstance(item, Appointment):
                _apply(Act(meeting, item, ("agenda", position)), item, spans, lasting)
    return spans


def _apply(
    act: Act,
    item: Appointment,
    spans: list[LinkedOffice],
    lasting: dict[tuple[str, str, Holder], list[int]],
) -> None:
    """Close the offices that an item says somebody left, then open those that it says somebody took."""
    date = act.meeting.date
    for holder, path in _holders(item.leaving, (*act.path, "leaving")):
        key = (item.organization, item.office, holder)
        open_at = lasting.pop(key, [])
        for at in open_at:
            # Who leaves before the end of a term has left.
            until = spans[at].until
            if until is None or not until.is_before(date):
                spans[at] = replace(spans[at], until=date, left=act)
        if not open_at:
            spans.append(LinkedOffice(item.organization, item.office, holder, None, date, path, left=act))
    sources = item.sources or act.meeting.sources
    for holder, path in _holders(item.holders, (*act.path, "holders")):
        lasting[item.organization, item.office, holder].append(len(spans))
        since = item.since or date
        spans.append(
            LinkedOffice(item.organization, item.office, holder, since, item.until, path, taken=act, sources=sources)
        )


def _holders(party: Party | None, path: FieldPath) -> Iterator[tuple[Holder, FieldPath]]:
    """Yield who makes up a party, each with where he is named: units, people, then those who are only described."""
    if party:
        for kind, field in (("organizations", "organizations"), ("people", "people"), ("", "others")):
            for index, one in enumerate(getattr(party, field)):
                yield Holder(kind, one), (*path, field, index)
