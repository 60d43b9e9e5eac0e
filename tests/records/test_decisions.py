"""Decisions, and how they were voted on."""

import pytest
from chuxin.records.decisions import Decision, Votes
from pydantic import ValidationError


@pytest.mark.parametrize("result", ["通过", "未通过", "暂缓"])
def test_the_results_of_a_decision(result):
    data = {"id": "a", "type": "decision", "motion": "《议案》", "result": result}
    assert Decision.model_validate(data).result == result


def test_a_change_of_members_names_somebody():
    data = {"id": "a", "type": "decision", "motion": "《议案》", "result": "通过"}
    for verb in ("admits", "releases"):
        with pytest.raises(ValidationError) as caught:
            Decision.model_validate({**data, verb: [{"body": "b", "organizations": []}]})
        assert [error["type"] for error in caught.value.errors()] == ["too_short"]


@pytest.mark.parametrize(
    ("votes", "line"),
    [
        ({"method": "无记名投票"}, "无记名投票"),
        ({"wording": "全票通过"}, "全票通过"),
        (
            {"expected": "50", "quorum": "40", "present": "46", "in_favour": "45", "against": "0", "abstained": "1"},
            "应到50人，法定到会40人，实到46人，赞成45票，反对0票，弃权1票",
        ),
        ({"method": "举手表决", "in_favour": "9"}, "举手表决，赞成9票"),
    ],
)
def test_a_vote_is_told_as_far_as_it_is_known(votes, line):
    """What the source does not say is not said: nobody against is another thing than no word of it."""
    assert Votes.model_validate(votes).line == line


@pytest.mark.parametrize(
    ("wording", "passed", "unanimous"),
    [
        ("全票通过", True, True),
        ("一致同意通过", True, True),
        ("鼓掌通过", True, False),
        ("多数通过", True, False),
        ("意见不一致，多数通过", True, False),
        # All may be of one mind to wait, or against it.
        ("一致同意暂缓", False, False),
        ("一致否决", False, False),
        ("未获通过", False, False),
        (None, False, False),
    ],
)
def test_what_the_sources_words_say_of_a_vote(wording, passed, unanimous):
    votes = Votes(wording=wording)
    assert (votes.told_passed, votes.told_unanimous) == (passed, unanimous)
