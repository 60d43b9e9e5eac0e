"""Votes add up, and what passed can have passed."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problems import Problem
from ..records.decisions import Decision, Votes
from ..records.meetings import Meeting
from .inspection import Inspection


def votes_add_up(inspection: Inspection) -> Iterator[Problem]:
    """Ensure the figures of a vote do not contradict each other, nor the result."""
    for meeting in inspection.archive.of(Meeting).values():
        for place, item in enumerate(meeting.agenda):
            if isinstance(item, Decision) and item.votes:
                for field, message in _contradictions(item.votes, item.passed):
                    span = inspection.span("meetings", meeting.id, "agenda", place, "votes", field)
                    yield Problem(span, "E319", message, "请对照来源核对这些数目")


def _contradictions(votes: Votes, passed: bool) -> Iterator[tuple[str, str]]:
    """Yield the fields that cannot be true, each with what they contradict."""
    present, expected = votes.present, votes.expected
    if present is not None and expected is not None and present > expected:
        yield "present", f"实到 {present} 人，多于应到的 {expected} 人"
    if present is not None and votes.counted > present:
        yield "in_favour", f"赞成、反对和弃权共 {votes.counted} 票，多于实到的 {present} 人"
    if votes.told_unanimous and (votes.against or votes.abstained):
        yield "wording", f"写了{votes.wording}，却有反对或弃权的票"
    if votes.told_passed and not passed:
        yield "wording", f"写了{votes.wording}，结果却不是通过"
    if passed and votes.in_favour is not None and votes.in_favour <= (votes.against or 0):
        than = f"，不多于反对的 {votes.against} 票" if votes.against is not None else ""
        yield "in_favour", f"赞成 {votes.in_favour} 票{than}，结果却是通过"
    if passed and present is not None and votes.quorum is not None and present < votes.quorum:
        yield "present", f"实到 {present} 人，不足法定的 {votes.quorum} 人，结果却是通过"
