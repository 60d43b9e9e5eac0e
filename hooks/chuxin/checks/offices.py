"""Terms of office end after they begin, and what one person holds is not held by two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..archive.offices import LinkedOffice
from ..problems.problems import Problem, Span
from ..problems.typed import FieldPath
from ..words.dates import UNDATED
from .inspection import Inspection

# Offices of which an organization has one: 会长, 轮值主席, 总召集人; not 副会长, 理事.
_SINGLE = re.compile("(?<!副)(?:会长|主席|理事长|秘书长|主任|院长|总召集人)$")


def terms_end_after_they_begin(inspection: Inspection) -> Iterator[Problem]:
    """Ensure nobody's office ends before it begins."""
    told: set[tuple[str, FieldPath]] = set()
    for office in inspection.archive.offices:
        if not (office.since and office.until and office.until.is_before(office.since)):
            continue
        act = office.left or office.taken
        path = office.path[:2] if not office.left else (*office.left.path, "leaving")
        place = (*path, "until") if not office.left else path
        key = (act.meeting.id if act else office.organization, place)
        if key not in told:
            told.add(key)
            message = f"{office.office}的任期止 {office.until} 早于任期起 {office.since}"
            yield Problem(_span(inspection, office, place, left=True), "E331", message, "请核对这两个日期")


def one_holds_what_is_one(inspection: Inspection) -> Iterator[Problem]:
    """Ensure an office of which there is one is surely held by no two at a time, unless the source names both."""
    of_office: dict[tuple[str, str], list[LinkedOffice]] = defaultdict(list)
    for office in inspection.archive.offices:
        if office.since and _SINGLE.search(office.office):
            of_office[office.organization, office.office].append(office)
    for spans in of_office.values():
        for before, after in pairwise(sorted(spans, key=lambda one: one.since or UNDATED)):
            together = before.path[:-2] == after.path[:-2] and _ground(before) == _ground(after)
            if before.holder == after.holder or together or not (before.until and after.since):
                continue
            # Who took it at some time before may have left it before the other took it.
            if after.since.is_before(before.until) and not after.since.at_latest:
                message = (
                    f"{after.since} 起由{_name(inspection, after)}任{after.office}，"
                    f"而{_name(inspection, before)}到 {before.until} 才卸任"
                )
                yield Problem(_span(inspection, after, after.path), "W332", message, "来源确是这样写，可以不改")


def _ground(office: LinkedOffice) -> str:
    return office.taken.meeting.id if office.taken else ""


def _name(inspection: Inspection, office: LinkedOffice) -> str:
    holder = office.holder
    found = inspection.archive.records[holder.kind].get(holder.id) if holder.kind else None
    return found.called if found else holder.id


def _span(inspection: Inspection, office: LinkedOffice, path: FieldPath, *, left: bool = False) -> Span:
    """Return a place in the record that says who took an office, or left it."""
    act = (office.left if left else None) or office.taken
    if act:
        return inspection.span("meetings", act.meeting.id, *path)
    return inspection.span("organizations", office.organization, *path)
