"""Votes add up, and what passed can have passed."""

import pytest
from checking import BASE, Row, archive, at, found_by, found_in, item
from chuxin.checks.votes import votes_add_up


def vote(votes: str, result: str = "通过") -> tuple[str, str]:
    """Return a meeting that decided something by such votes."""
    return item("decision", f"motion: 《案》\n    result: {result}\n    votes: {{{votes}}}\n")


NOT_ALL = "写了全票通过，却有反对或弃权的票"
REPORTED: list[Row] = [
    (votes_add_up, vote("expected: 10, present: ▲11"), [("E319", "实到 11 人，多于应到的 10 人")]),
    (
        votes_add_up,
        vote("present: 9, in_favour: ▲8, against: 1, abstained: 1"),
        [("E319", "赞成、反对和弃权共 10 票，多于实到的 9 人")],
    ),
    (
        votes_add_up,
        vote("in_favour: 8, against: 1, wording: ▲全票通过"),
        [("E319", NOT_ALL)],
    ),
    (votes_add_up, vote("abstained: 1, wording: ▲全票通过"), [("E319", NOT_ALL)]),
    (votes_add_up, vote("wording: ▲全票通过", "暂缓"), [("E319", "写了全票通过，结果却不是通过")]),
    (
        votes_add_up,
        vote("in_favour: ▲4, against: 4"),
        [("E319", "赞成 4 票，不多于反对的 4 票，结果却是通过")],
    ),
    (votes_add_up, vote("in_favour: ▲0"), [("E319", "赞成 0 票，结果却是通过")]),
    (
        votes_add_up,
        vote("quorum: 20, present: ▲19"),
        [("E319", "实到 19 人，不足法定的 20 人，结果却是通过")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    # All may be of one mind to wait, or against it.
    vote("wording: 一致同意暂缓", "暂缓"),
    vote("in_favour: 0, against: 9, wording: 一致否决", "未通过"),
    vote("wording: 未获通过", "未通过"),
    vote("wording: 多数通过, against: 2"),
    vote("method: 无记名投票"),
    vote("expected: 10, quorum: 9, present: 9, in_favour: 8, against: 1, abstained: 0"),
    # Not everybody votes, and not all is told.
    vote("present: 9, in_favour: 5"),
    vote("in_favour: 9, against: 0, wording: 一致通过"),
    # What did not pass may have had a majority that was too small.
    vote("in_favour: 5, against: 4", "未通过"),
    vote("quorum: 20, present: 19", "暂缓"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []
