"""Decisions, and how they were voted on."""

import pytest
from chuxin.records.decisions import Amendment, Decision, Joining, MembershipChange, Votes
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
    ("members", "counted"),
    [
        ({"organizations": ["a"]}, ""),
        ({"count": "11"}, "共11家"),
        ({"organizations": ["a"], "others": "10"}, "另有10家"),
        ({"organizations": ["a"], "count": "近百", "others": "90余"}, "共近百家，另有90余家"),
    ],
)
def test_those_who_are_not_named_are_counted_as_the_source_counts_them(members, counted):
    assert MembershipChange.model_validate({"body": "b", **members}).counted == counted


def test_only_what_passed_changes_members():
    data = {"id": "a", "type": "decision", "motion": "《案》", "admits": [{"body": "b", "organizations": ["o"]}]}
    data["releases"] = [{"body": "b", "count": "2"}]
    passed, failed = (Decision.model_validate({**data, "result": result}) for result in ("通过", "未通过"))
    assert [(one.verb, one.path) for one in passed.effective] == [("加入", ("admits", 0)), ("退出", ("releases", 0))]
    assert (failed.changes, failed.effective) == (passed.changes, ())


def test_who_joins_without_a_motion_joins():
    joining = Joining.model_validate({"id": "a", "type": "joining", "body": "b", "organizations": ["o"]})
    assert [(one.verb, one.path, one.members) for one in joining.effective] == [("加入", (), joining)]


def test_an_amendment_has_the_old_words_or_the_new():
    with pytest.raises(ValidationError):
        Amendment.model_validate({"article": "第四条"})
    assert Amendment.model_validate({"after": " 第一行\n第二行 "}).after == "第一行\n第二行"


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
