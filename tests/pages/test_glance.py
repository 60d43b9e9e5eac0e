"""A meeting at a glance: numbers, sentences of what it came to, who spoke for whom."""

import pytest
from chuxin.pages.glance import MOST_SPEAKERS
from chuxin.pages.meetings import meeting_view
from chuxin.records.meetings import Meeting
from making import activity, admits, appoints, award, decision, joins, meeting, releases, speech
from viewing import archive


def glance(*agenda: dict, **more):
    found = archive(meeting("2031", *agenda), **more)
    return meeting_view(found, found.of(Meeting)["2031"]).glance


def told(result) -> tuple[str, str]:
    """Return a result as one reads it."""
    return result.label.text, "".join(piece.text for piece in result.sentence)


@pytest.mark.parametrize(
    ("agenda", "numbers"),
    [
        ([], []),
        ([admits("street", "district"), admits("alliance", result="暂缓")], ["2家加入"]),
        ([speech("li"), speech("li"), speech("", group="居民代表")], ["3篇发言"]),
        ([speech("li", "report", outcome="desk")], ["1篇发言", "1项成果"]),
        ([joins(count="11"), joins(organizations=["street"], others="10"), admits("district")], ["23家加入"]),
        # Who enters two bodies is one unit.
        ([admits("street"), admits("street", "district", body="alliance")], ["2家加入"]),
        # What is counted about is not added up: those who are named are.
        ([joins(organizations=["street"], others="10余"), joins(count="近百"), admits("district")], ["2家写明加入"]),
        ([releases("street"), award(), appoints(holders={"people": ["li"]})], ["1项任职", "1项授予"]),
    ],
)
def test_the_numbers_are_those_of_the_agenda(agenda, numbers):
    assert [f"{one.count}{one.label}" for one in glance(*agenda).numbers] == numbers


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        (admits("street", "district"), ("通过", "街道、区委加入COUNCIL")),
        (releases("street"), ("通过", "街道退出COUNCIL")),
        (admits("street", result="暂缓"), ("暂缓", "《案》")),
        (decision(), ("通过", "《案》")),
        (joins(organizations=["street"], others="10"), ("加入", "街道（来源称另有10家）加入COUNCIL")),
        (joins(count="11"), ("加入", "来源称共11家加入COUNCIL")),
        (appoints(holders={"people": ["li"]}, leaving={"people": ["wu"]}), ("推选", "李任COUNCIL会长；吴卸任")),
        (appoints(leaving={"others": ["上届会长"]}), ("推选", "上届会长卸任COUNCIL会长")),
        (award(), ("授予", "李获奖牌")),
        ({"type": "founding", "organization": "alliance"}, ("成立", "ALLIANCE")),
        ({"type": "unveiling", "thing": "长廊"}, ("揭牌", "长廊")),
        ({"type": "launch", "brand": "light"}, ("发布", "党建品牌“灯”")),
        ({"type": "launch", "thing": "地图"}, ("发布", "地图")),
        ({"type": "signing", "document": "《书》", "others": ["11家企业"]}, ("签约", "11家企业签署《书》")),
        (activity(), ("发布清单", "公布清单")),
    ],
)
def test_what_an_item_came_to_is_a_sentence_made_of_it(item, wanted):
    (result,) = glance(item).results
    assert told(result) == wanted
    assert result.label.route == "meetings/2031/#i0"


def test_a_decision_has_a_sentence_for_each_change_and_names_its_motion():
    both = decision(
        admits=[{"body": "council", "organizations": ["street"]}],
        releases=[{"body": "alliance", "organizations": ["street"]}],
    )
    results = glance(both, speech("li")).results
    assert [(told(one)[1], one.motion) for one in results] == [
        ("街道加入COUNCIL", "《案》"),
        ("街道退出ALLIANCE", "《案》"),
    ]


def test_what_was_done_before_or_after_the_meeting_says_so():
    before, at = glance(activity(part="会前"), activity(part="会上")).results
    assert (before.part, at.part) == ("会前", "会上")


def spoken(*agenda: dict) -> list[tuple[list[str], list[str], str]]:
    return [
        (
            [one.speaker.text for one in group.speakers],
            [one.text for one in group.targets],
            group.remark + "？" * group.is_unsaid,
        )
        for group in glance(*agenda).spoken
    ]


def test_those_who_follow_each_other_and_speak_for_the_same_stand_together():
    council, alliance = {"on_behalf_of": ["council"]}, {"on_behalf_of": ["alliance"]}
    agenda = [
        speech("li", **council),
        speech("wu", **council),
        {"type": "founding", "organization": "alliance"},
        speech("li", **alliance),
        speech("wu", **council),
        speech("li", "report", outcome="desk"),
        speech("li", "remarks"),
        speech("", group="居民代表"),
        speech("wu"),
    ]
    assert spoken(*agenda) == [
        (["李", "吴"], ["COUNCIL"], ""),
        (["李"], ["ALLIANCE"], "当天成立"),
        (["吴"], ["COUNCIL"], ""),
        (["李"], ["《小桌》"], "汇报"),
        # Nobody is drawn to speak for what no source says.
        (["李"], [], "讲话"),
        (["居民代表"], [], "发言"),
        (["吴"], [], "发言？"),
    ]


def test_of_many_those_who_spoke_for_the_same_stand_together_wherever_they_spoke():
    agenda = [speech("li", on_behalf_of=[("council", "alliance")[n % 2]]) for n in range(MOST_SPEAKERS + 1)]
    view = glance(*agenda)
    assert view.grouped and [len(group.speakers) for group in view.spoken] == [13, 12]
    assert not glance(*agenda[:-1]).grouped


def test_nothing_was_done_at_a_meeting_of_which_nothing_is_known():
    view = glance()
    assert (view.numbers, view.results, view.spoken) == ((), (), ())
