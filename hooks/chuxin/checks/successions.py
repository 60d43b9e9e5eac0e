"""Units act while they are there, and what takes the place of one is there by then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..problems.problems import Problem, enough
from ..problems.typed import FieldPath
from ..reading.places import locate
from ..records.ceremonies import Founding
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..words.dates import PartialDate
from ..words.folding import fold
from .inspection import Inspection

# Who leaves may be no more: a conference notes it when it meets again.
_LEAVING = {"releases", "leaving"}


def units_act_while_they_are_there(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no unit attends, joins, signs or speaks at a meeting after it ceased to be, nor joins by its own file."""
    for meeting in inspection.archive.of(Meeting).values():
        found = (
            _no_more(inspection, ("meetings", meeting.id), one.id, meeting.date, one.path)
            for one in inspection.archive.references["meetings", meeting.id]
            if one.kind == "organizations" and not _LEAVING.intersection(one.path)
        )
        yield from enough(filter(None, found))
    for unit in inspection.archive.of(Organization).values():
        begun = [(own.since, unit.id, ("memberships", index, "since")) for index, own in enumerate(unit.memberships)]
        begun += [(own.since, own.body, ("memberships", index, "since")) for index, own in enumerate(unit.memberships)]
        begun += [(own.since, unit.id, ("offices", index, "since")) for index, own in enumerate(unit.offices)]
        for since, one, path in begun:
            if since and (problem := _no_more(inspection, ("organizations", unit.id), one, since, path)):
                yield problem


def _no_more(
    inspection: Inspection, key: tuple[str, str], identifier: str, date: PartialDate, path: FieldPath
) -> Problem | None:
    """Return the problem of a unit that does something on a day on which it surely is no more."""
    unit = inspection.archive.of(Organization).get(identifier)
    if not unit or not unit.ended or not unit.ended.date.is_before(date):
        return None
    message = f"{unit.name}在 {unit.ended.date} 已经{unit.ended.name}，{date} 不再有这个单位"
    names = (inspection.catalogue.directory.shown("organizations", one) for one in unit.ended.successors)
    hint = "请核对这两个日期" + "".join(f"；是承接它的单位，就写 {one}" for one in names)
    return Problem(locate(inspection.loaded.text(key), path), "E340", message, hint)


def successions_make_no_circle(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no unit comes after itself."""
    organizations = inspection.archive.of(Organization)
    cleared: set[str] = set()
    for start in organizations:
        # The units on the way from the start to the one that is looked at, each with the successors that are left.
        way = {start: iter(_successors(organizations[start]))} if start not in cleared else {}
        while way:
            current = next(reversed(way))
            after = next(way[current], None)
            if after is None:
                cleared.add(current)
                del way[current]
            elif after in way:
                circle = [*list(way)[list(way).index(after) :], after]
                names = " → ".join(organizations[one].name for one in circle)
                place = _successors(organizations[current]).index(after)
                span = inspection.span("organizations", current, "ended", "successors", place)
                yield Problem(span, "E341", f"承接的单位绕成一圈：{names}", "至少有一处 successors 写错了")
            elif after in organizations and after not in cleared:
                way[after] = iter(_successors(organizations[after]))


def _successors(unit: Organization) -> tuple[str, ...]:
    return unit.ended.successors if unit.ended else ()


def successors_are_there(inspection: Inspection) -> Iterator[Problem]:
    """Ensure what takes the place of a unit is not gone before, nor founded only after."""
    organizations = inspection.archive.of(Organization)
    founded = _foundings(inspection)
    for unit in organizations.values():
        for index, identifier in enumerate(unit.ended.successors if unit.ended else ()):
            other = organizations.get(identifier)
            if not other or not unit.ended or other is unit:
                continue
            span = inspection.span("organizations", unit.id, "ended", "successors", index)
            end, begin = other.ended, founded.get(identifier)
            if end and end.date.is_before(unit.ended.date):
                message = f"{other.name}在 {end.date} 已经{end.name}，不能在 {unit.ended.date} 承接"
                yield Problem(span, "E342", message, "请核对两个单位终止的日期")
            if begin and unit.ended.date.is_before(begin):
                message = f"{other.name}在 {begin} 才成立，{unit.ended.date} 还没有它"
                yield Problem(span, "W342", message, "请核对这两个日期；来源确是这样写，可以不改")


def _foundings(inspection: Inspection) -> dict[str, PartialDate]:
    """Return when units were founded, as meetings tell."""
    found: dict[str, PartialDate] = {}
    for meeting in inspection.archive.of(Meeting).values():
        for item in meeting.agenda:
            if isinstance(item, Founding):
                found[item.organization] = min(found.get(item.organization, meeting.date), meeting.date)
    return found


def names_follow_each_other(inspection: Inspection) -> Iterator[Problem]:
    """Ensure former names are other names, in the order of their days, and given up before the unit ceased to be."""
    for unit in inspection.archive.of(Organization).values():
        dated = [(index, one.until) for index, one in enumerate(unit.former_names) if one.until]
        for (_, before), (index, until) in pairwise(dated):
            if until.is_before(before):
                message = f"改名的日期 {until} 早于前一个曾用名的 {before}"
                yield _former(inspection, unit.id, index, "until", message, "早的在前，晚的在后；请核对这两个日期")
        for index, until in dated:
            if unit.ended and unit.ended.date.is_before(until):
                message = f"单位在 {unit.ended.date} 已经{unit.ended.name}，不能在 {until} 改名"
                yield _former(inspection, unit.id, index, "until", message, "请核对这两个日期")
        names = [*(one.name for one in unit.former_names), unit.name]
        for index, (before_it, name) in enumerate(pairwise(names)):
            if fold(before_it) == fold(name):
                message = f"“{before_it}” 与后来的名称相同，没有改名"
                yield _former(inspection, unit.id, index, "name", message, "写从前的名称；没有改过名，就删去这一项")


def _former(inspection: Inspection, unit: str, index: int, field: str, message: str, hint: str) -> Problem:
    return Problem(inspection.span("organizations", unit, "former_names", index, field), "E343", message, hint)
