"""Offices over time: who held which in an organization, and from when to when as far as anybody has published it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..archive.memberships import Act
from ..archive.offices import Holder, LinkedOffice
from ..markup.routes import item_route
from ..words.dates import UNDATED
from .axis import Axis
from .days import Days, days
from .lanes import MOST_LANES, Lane, lane
from .parts import DateView, Link, date_view, link_to, links_to
from .unsaid import Told


@dataclass(frozen=True)
class OfficeView:
    """A span of an office. `since` is None when the date is not known, `until` where no end is recorded."""

    organization: Link
    office: str
    holder: Link
    since: DateView | None
    until: DateView | None
    taken: Link | None
    left: Link | None
    note: str | None
    is_since_unsaid: bool
    """Whether no note says either when it began."""
    sources: tuple[Link, ...]
    days: Days
    lane: Lane | None


@dataclass(frozen=True)
class OfficesView:
    """Offices, and the axis of their lanes: none where dates tell no before from an after, or there are too many."""

    rows: tuple[OfficeView, ...]
    axis: Axis | None


def offices_in(archive: Archive, organization: str) -> OfficesView:
    """Return the offices of an organization, those of one name together, each in the order of time."""
    return _views(archive, archive.offices_in.get(organization, ()))


def offices_held(archive: Archive, kind: str, identifier: str) -> OfficesView:
    """Return the offices that a person or a unit held."""
    return _views(archive, archive.offices_of.get(Holder(kind, identifier), ()))


def _views(archive: Archive, spans: Iterable[LinkedOffice]) -> OfficesView:
    by_office: dict[tuple[str, str], list[LinkedOffice]] = {}
    for span in spans:
        by_office.setdefault((span.organization, span.office), []).append(span)
    ordered = [one for group in by_office.values() for one in sorted(group, key=lambda one: one.since or UNDATED)]
    dates = (date for span in ordered for date in (span.since, span.until) if date)
    axis = Axis.of(dates) if len(ordered) <= MOST_LANES else None
    return OfficesView(tuple(_view(archive, span, axis) for span in ordered), axis)


def _view(archive: Archive, span: LinkedOffice, axis: Axis | None) -> OfficeView:
    found = _days(span)
    return OfficeView(
        organization=link_to(archive, "organizations", span.organization),
        office=span.office,
        holder=_holder(archive, span),
        since=date_view(span.since),
        until=date_view(span.until),
        taken=_act(span.taken, span.taken.item.name if span.taken else ""),
        left=_act(span.left, "卸任"),
        note=span.note,
        is_since_unsaid=not span.since and not Told(archive, span.note).date,
        sources=links_to(archive, "sources", span.sources),
        days=found,
        lane=lane(axis, found, span.since, span.until, lasting=False) if axis else None,
    )


def _act(act: Act | None, name: str) -> Link | None:
    """Return the link to where somebody took or left an office. What the office is stands beside it."""
    return Link(name, item_route(act.meeting.id, act.item.id)) if act else None


def _days(span: LinkedOffice) -> Days:
    """Return the days between which an office can have begun and ended.

    Where nobody tells of its end, nobody tells of more than the day on which it was taken: offices have terms.
    """
    found = days(span.since, span.until)
    if span.since and span.since.at_latest and not span.until:
        return replace(found, since_last=None)
    if span.since and not span.until:
        day_after = span.since.last_day + datetime.timedelta(days=1)
        return replace(found, until_first=day_after.isoformat())
    return found


def _holder(archive: Archive, span: LinkedOffice) -> Link:
    """Return who held an office, a unit by the name that it had when it took it."""
    kind, identifier = span.holder.kind, span.holder.id
    return link_to(archive, kind, identifier, on=span.since or span.until) if kind else Link(identifier, None)
