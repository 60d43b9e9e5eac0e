"""What followed came after, and from what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problems import Problem
from ..records.decisions import Decision
from ..records.listings import Listing
from ..records.meetings import FollowUp, Meeting
from .inspection import Inspection

_DATES = "请核对这两个日期"


def follow_ups_follow(inspection: Inspection) -> Iterator[Problem]:
    """Ensure what followed a meeting is not dated before it, nor before what it is the result of."""
    for meeting in inspection.archive.of(Meeting).values():
        for index, follow_up in enumerate(meeting.follow_ups):
            if message := _too_early(inspection, meeting, follow_up):
                span = inspection.span("meetings", meeting.id, "follow_ups", index, "date")
                yield Problem(span, "E317", message, _DATES)


def _too_early(inspection: Inspection, meeting: Meeting, follow_up: FollowUp) -> str:
    if follow_up.date.is_before(meeting.date):
        return f"后续的日期 {follow_up.date} 早于会议的日期 {meeting.date}"
    for written in follow_up.items:
        decided, _ = inspection.archive.items.get(written, (meeting, None))
        if follow_up.date.is_before(decided.date):
            return f"后续的日期 {follow_up.date} 早于 {written} 那次会议的日期 {decided.date}"
    return ""


def entries_follow(inspection: Inspection) -> Iterator[Problem]:
    """Ensure an entry is not listed before what it follows from, which was not refused."""
    for listing in inspection.archive.of(Listing).values():
        for index, entry in enumerate(listing.entries):
            for place, written in enumerate(entry.follows):
                meeting, item = inspection.archive.items.get(written, (None, None))
                if meeting and entry.date and entry.date.is_before(meeting.date):
                    span = inspection.span("listings", listing.id, "entries", index, "date")
                    message = f"列入的日期 {entry.date} 早于 {written} 那次会议的日期 {meeting.date}"
                    yield Problem(span, "W344", message, "请核对日期；条目在会前已经列入的，不写 follows")
                if isinstance(item, Decision) and not item.passed:
                    span = inspection.span("listings", listing.id, "entries", index, "follows", place)
                    message = f"{written} 这项决定的结果是{item.result}，却写了它落实成的条目"
                    yield Problem(span, "W345", message, "请核对是不是由别的事项而来")


def results_follow_entries(inspection: Inspection) -> Iterator[Problem]:
    """Ensure what came of an entry is not dated before the entry was listed."""
    for meeting in inspection.archive.of(Meeting).values():
        for index, follow_up in enumerate(meeting.follow_ups):
            for written in follow_up.entries:
                _, entry = inspection.archive.entries.get(written, (None, None))
                if entry and entry.date and follow_up.date.is_before(entry.date):
                    span = inspection.span("meetings", meeting.id, "follow_ups", index, "date")
                    message = f"后续的日期 {follow_up.date} 早于条目 {written} 列入的日期 {entry.date}"
                    yield Problem(span, "W344", message, f"{_DATES}；来源确是这样写，可以不改")
