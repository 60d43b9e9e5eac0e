"""Units join before they leave, once, and before somebody speaks for what they joined."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from ..archive.memberships import Act, Pair
from ..problems.problems import Problem, Span, enough
from ..problems.typed import FieldPath
from ..records.decisions import Decision, Joining, MembershipChange
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..words.dates import PartialDate
from .inspection import Inspection


def memberships_end_after_they_begin(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no membership ends before it begins."""
    for unit in inspection.archive.of(Organization).values():
        for index, own in enumerate(unit.memberships):
            if own.since and own.until and own.until.is_before(own.since):
                span = inspection.span("organizations", unit.id, "memberships", index, "until")
                yield Problem(span, "E311", f"退出日期 {own.until} 早于加入日期 {own.since}", "请核对这两个日期")
    for spans in inspection.archive.spans.values():
        for one in spans:
            if one.left and one.since and one.until and one.until.is_before(one.since):
                message = f"{inspection.name(one.unit)}在 {one.since} 加入，不能在 {one.until} 退出"
                yield Problem(_place(inspection, one.left), "E311", message, "请核对加入和退出的日期")


def counts_hold_the_named(inspection: Inspection) -> Iterator[Problem]:
    """Ensure those who enter or leave by name are not more than are counted, nor fewer where all are."""
    for meeting in inspection.archive.of(Meeting).values():
        for place, item in enumerate(meeting.agenda):
            for change in item.changes if isinstance(item, Decision | Joining) else ():
                if message := _miscounted(change.members):
                    span = inspection.span("meetings", meeting.id, "agenda", place, *change.path, "count")
                    yield Problem(span, "E333", message, "请对照来源核对；来源没有写的数目不写")


def _miscounted(members: MembershipChange) -> str | None:
    """Return how what is counted contradicts what is named."""
    count, others, named = members.count, members.others, len(members.organizations)
    if count is None:
        return None
    if count.bound in ("exact", "most") and count.number < named + (others.least if others else 0):
        return f"写了共 {count} 家，却写出了 {named} 家" + (f"，另有 {others} 家" if others else "")
    if count.bound == "exact" and others and others.bound == "exact" and count.number != named + others.number:
        return f"写了共 {count} 家，而写出的 {named} 家和另有的 {others} 家合起来不是这个数"
    return None


def nobody_joins_twice(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no unit is admitted to a body of which it is a member already."""
    own_places = _own_places(inspection)
    for spans in inspection.archive.spans.values():
        lasting = [one for one in spans if one.until is None or one.ceased]
        for before, again in enough(pairwise(lasting)):
            since = f"（{before.since} 加入）" if before.since else ""
            message = f"{inspection.name(again.unit)}已经是{inspection.name(again.body)}的成员{since}，这里又加入一次"
            hint = "删去其中一处；中间退出过，就补上退出"
            if again.joined:
                span = _place(inspection, again.joined)
            else:
                span = inspection.span("organizations", again.unit, *own_places[again.unit, again.body])
            yield Problem(span, "E312", message, hint)


def speakers_speak_for_bodies_they_are_in(inspection: Inspection) -> Iterator[Problem]:
    """Ensure nobody speaks for a body before his unit joined it or after it left."""
    when_not = cache(partial(_when_not, inspection))
    for statement in inspection.statements:
        unit, date = statement.item.organization, statement.dated
        for index, body in enumerate(statement.item.on_behalf_of):
            if unit and (when := when_not(unit, body, date)):
                path = ("agenda", statement.position, "on_behalf_of", index)
                message = f"{date} 代表{inspection.name(body)}发言，而{inspection.name(unit)}在 {when}"
                hint = "请核对代表谁发言，以及加入和退出的日期"
                yield Problem(inspection.span("meetings", statement.meeting.id, *path), "E310", message, hint)


def _when_not(inspection: Inspection, unit: str, body: str, date: PartialDate) -> str | None:
    """Return since or until when a unit is in a body, if it surely is not on a day; None otherwise."""
    spans = inspection.archive.spans.get((unit, body), [])
    later = [one for one in spans if one.since and date.is_before(one.since)]
    # That nobody acts for a unit that is no more is another rule.
    earlier = [one for one in spans if one.until and not one.ceased and one.until.is_before(date)]
    if not spans or len(later) + len(earlier) < len(spans):
        return None
    return f"{later[0].since} 才加入" if later else f"{earlier[-1].until} 已退出"


def _place(inspection: Inspection, act: Act) -> Span:
    """Return where a decision names the unit that it admits or releases."""
    return inspection.span("meetings", act.meeting.id, *act.path)


def _own_places(inspection: Inspection) -> dict[Pair, FieldPath]:
    """Return the last place in each unit's own file that names its membership in each body."""
    units = inspection.archive.of(Organization).values()
    places = {(unit.id, own.body): index for unit in units for index, own in enumerate(unit.memberships)}
    return {key: ("memberships", index, "body") for key, index in places.items()}
