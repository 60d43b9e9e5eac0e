"""Units join before they leave, once, and before somebody speaks for what they joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..linking import Act, LinkedMembership, statements_of
from ..problems import Problem, Span
from .subject import Subject


def memberships_end_after_they_begin(subject: Subject) -> Iterator[Problem]:
    """Ensure no membership ends before it begins."""
    for unit in subject.loaded.records["organizations"].values():
        for index, own in enumerate(unit.memberships):
            if own.since and own.until and own.until.is_before(own.since):
                span = subject.span("organizations", unit.id, "memberships", index, "until")
                yield Problem(span, "E311", f"退出日期 {own.until} 早于加入日期 {own.since}", "请核对这两个日期")
    for spans in subject.memberships.values():
        for one in spans:
            if one.left and one.since and one.until and one.until.is_before(one.since):
                message = f"{subject.name(one.unit)}在 {one.since} 加入，不能在 {one.until} 退出"
                yield Problem(_place(subject, one.left, "releases", one), "E311", message, "请核对加入和退出的日期")


def nobody_joins_twice(subject: Subject) -> Iterator[Problem]:
    """Ensure no unit is admitted to a body of which it is a member already."""
    for spans in subject.memberships.values():
        lasting = [one for one in spans if one.until is None]
        for before, again in pairwise(lasting):
            since = f"（{before.since} 加入）" if before.since else ""
            message = f"{subject.name(again.unit)}已经是{subject.name(again.body)}的成员{since}，这里又加入一次"
            hint = "删去其中一处；中间退出过，就补上退出"
            span = _place(subject, again.joined, "admits", again) if again.joined else _own_place(subject, again)
            yield Problem(span, "E312", message, hint)


def speakers_speak_for_bodies_they_are_in(subject: Subject) -> Iterator[Problem]:
    """Ensure nobody speaks for a body before his unit joined it or after it left."""
    for meeting in subject.loaded.records["meetings"].values():
        for statement in statements_of(meeting):
            unit, date = statement.item.organization, meeting.date
            for index, body in enumerate(statement.item.on_behalf_of):
                spans = subject.memberships.get((unit, body), []) if unit else []
                later = [one for one in spans if one.since and date.is_before(one.since)]
                earlier = [one for one in spans if one.until and one.until.is_before(date)]
                if spans and len(later) + len(earlier) == len(spans):
                    when = f"{later[0].since} 才加入" if later else f"{earlier[-1].until} 已退出"
                    path = ("agenda", statement.position, "on_behalf_of", index)
                    message = f"{date} 代表{subject.name(body)}发言，而{subject.name(unit)}在 {when}"
                    hint = "请核对代表谁发言，以及加入和退出的日期"
                    yield Problem(subject.span("meetings", meeting.id, *path), "E310", message, hint)


def _place(subject: Subject, act: Act, field: str, membership: LinkedMembership) -> Span:
    """Return where a decision names the unit that it admits or releases."""
    item = next(index for index, one in enumerate(act.meeting.agenda) if one is act.item)
    places = (
        (change_index, index)
        for change_index, change in enumerate(getattr(act.item, field))
        for index, unit in enumerate(change.organizations)
        if change.body == membership.body and unit == membership.unit
    )
    *_, (change, index) = places
    return subject.span("meetings", act.meeting.id, "agenda", item, field, change, "organizations", index)


def _own_place(subject: Subject, membership: LinkedMembership) -> Span:
    """Return the last place where a unit's own file names its membership in a body."""
    own = subject.loaded.records["organizations"][membership.unit].memberships
    index = max(index for index, one in enumerate(own) if one.body == membership.body)
    return subject.span("organizations", membership.unit, "memberships", index, "body")
