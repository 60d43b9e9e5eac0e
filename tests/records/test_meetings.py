"""Meetings and the items of their agenda."""

from typing import get_args

import pytest
from chuxin.records.meetings import ITEM_NAMES, AgendaItem, AttendanceGroup, Decision, Meeting, Statement, Votes
from pydantic import ValidationError


def literals(annotation) -> tuple[str, ...]:
    return get_args(annotation)


def test_every_item_of_an_agenda_has_its_own_type_and_name():
    items = get_args(get_args(AgendaItem)[0])
    names = [name for item in items for name in literals(item.model_fields["type"].annotation)]
    assert names == list(ITEM_NAMES)
    assert len(set(ITEM_NAMES.values())) == len(names)


MEETING = {"id": "a", "names": ["会"], "date": "2023-07-06"}


SPEECH = {"id": "s", "speaker": "li", "form": "概述", "text": "说"}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("decision", {"motion": "《议案》", "result": "通过"}),
        ("statement", SPEECH),
        ("report", {**SPEECH, "outcome": "o"}),
        ("remarks", SPEECH),
        ("founding", {"organization": "o"}),
        ("unveiling", {"organization": "o"}),
        ("launch", {"brand": "b"}),
        ("signing", {"document": "《书》", "organizations": ["o"]}),
    ],
)
def test_the_type_of_an_item_decides_what_it_is(name, others):
    item = Meeting.model_validate({**MEETING, "agenda": [{"id": "s", "type": name, **others}]}).agenda[0]
    assert type(item).__name__ == name.capitalize()
    assert item.type == name


@pytest.mark.parametrize("missing", sorted(SPEECH.keys() - {"text"}))
def test_a_statement_needs_its_speaker_and_its_form(missing):
    data = {name: value for name, value in SPEECH.items() if name != missing}
    with pytest.raises(ValidationError) as caught:
        Statement.model_validate({"type": "statement", **data})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (missing,))]


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


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ({"name": "居民"}, "居民"),
        ({"name": "居民代表", "count": "80余", "measure": "名"}, "80余名居民代表"),
        ({"name": "单位负责人", "count": "近150", "measure": "家"}, "近150家单位负责人"),
        ({"name": "志愿者", "count": "百余"}, "百余志愿者"),
    ],
)
def test_a_group_is_counted_as_its_source_counts_it(group, line):
    assert AttendanceGroup.model_validate(group).line == line


@pytest.mark.parametrize(("form", "published"), [("原文", True), ("节选", True), ("概述", True), ("未见公开", False)])
def test_what_nobody_published_is_known_to_have_been_said(form, published):
    assert Statement.model_validate({"type": "statement", **SPEECH, "form": form}).is_published is published
