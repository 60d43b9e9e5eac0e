"""What is said of meetings, people, statements and the rest in a line or two."""

from __future__ import annotations

import pytest
from chuxin.pages.briefs import (
    SAID,
    WHO,
    brand_brief,
    listing_brief,
    meeting_brief,
    outcome_brief,
    person_brief,
    posts_held,
    source_brief,
    statement_brief,
)
from chuxin.records.brands import Brand
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from chuxin.records.sources import Source
from making import admits, appoints, award, change, decision, meeting, speech, unit
from viewing import BASE, archive


def said(**more) -> str:
    found = archive(meeting("2031-03-12", speech("li", **more)))
    return statement_brief(found, found.statements["2031-03-12-i0"]).description


def of_meeting(*agenda, **more) -> str:
    found = archive(meeting("2031-03-12", *agenda), **more)
    return meeting_brief(found, found.of(Meeting)["2031-03-12"]).description


@pytest.mark.parametrize("form", ["原文", "节选", "概述"])
def test_a_statement_tells_who_when_and_how_it_began_under_its_form(form: str) -> None:
    told = said(form=form, text="**大家**好，见[灯](record:brands/light)。", organization="street", posts=["书记"])
    assert told == f"街道书记李，2031年3月12日。{form}：大家好，见灯。"


def test_what_nobody_published_is_said_to_be_so() -> None:
    assert said(form="未见公开", text=None) == "李，2031年3月12日。内容未见公开。"


def test_so_much_of_what_was_said_is_told() -> None:
    assert said(text="字" * 200).endswith(f"概述：{'字' * (SAID - 1)}…")


def test_of_who_held_many_posts_the_unit_is_told() -> None:
    posts = [f"第{number}个很长的职务" for number in range(9)]
    assert said(organization="street", posts=posts).startswith("街道李，")
    assert len(said(posts=posts).partition("，2031")[0]) <= WHO


def test_a_meeting_tells_what_it_came_to_and_then_how_much() -> None:
    assert of_meeting(admits("street"), speech("li")) == (
        "2031年3月12日。通过：街道加入COUNCIL。1家加入，1篇发言。"
    )  # fmt: skip
    assert of_meeting(decision("未通过")) == "2031年3月12日。未通过：《案》。"
    assert of_meeting() == "2031年3月12日。"


def test_of_many_names_the_first_stand_there_with_their_number() -> None:
    units = [unit(name) for name in ("a", "b", "c", "d")]
    told = of_meeting(admits("a", "b", "c", "d"), organizations=[*BASE["organizations"], *units])
    assert "通过：A、B等4家加入COUNCIL" in told
    three = of_meeting(admits("a", "b", "c"), organizations=[*BASE["organizations"], *units])
    assert "通过：A、B、C加入COUNCIL" in three


def test_what_a_source_counts_stands_between_who_and_what() -> None:
    counted = {"admits": [{"body": "council", "organizations": ["street"], "count": 5}]}
    assert "街道（来源称共5家）加入COUNCIL" in of_meeting(decision(**counted))


def test_a_result_is_labelled_unless_its_sentence_says_it() -> None:
    receives = award(receivers={"people": ["li", "wu"]})
    assert "授予：李、吴获奖牌" in of_meeting(receives)
    assert "推选：李任COUNCIL会长" in of_meeting(appoints(holders={"people": ["li"]}))
    leaving = change("releases", "street", part="会后")
    assert "通过：街道退出COUNCIL（会后）" in of_meeting(leaving)


def test_the_numbers_of_a_meeting_lead_to_where_it_tells_of_them() -> None:
    found = archive(meeting("2031", admits("street"), speech("li")))
    brief = meeting_brief(found, found.of(Meeting)["2031"])
    assert [(one.text, one.route) for one in brief.counts] == [
        ("1家加入", "meetings/2031/#_results"),
        ("1篇发言", "meetings/2031/#_spoken"),
    ]


def test_a_person_has_the_posts_of_days_the_latest_first() -> None:
    here = {"people": [{"person": "li", "organization": "district", "posts": ["主任"]}]}
    found = archive(
        meeting("2031", speech("li", organization="street", posts=["书记"])),
        meeting("2032", attendance=here),
        meeting("2033", speech("li", organization="street", posts=["书记"]), speech("li")),
    )
    li = found.of(Person)["li"]
    brief = person_brief(found, li)
    assert brief.sentences == ("街道书记（2033年）", "区委主任（2032年）")
    assert [one.text for one in brief.counts] == ["发言3篇", "出席会议1次"]
    assert [text for text, _ in posts_held(found, li, ())] == ["区委主任"]


def test_of_whom_no_post_is_recorded_none_is_said() -> None:
    found = archive(meeting("2031", speech("li")))
    assert person_brief(found, found.of(Person)["li"]).description == "没有职务的记录。发言1篇。"


def test_an_outcome_tells_who_made_it_and_its_first_sentence() -> None:
    desk = {"id": "desk", "title": "小桌", "type": "课题", "institution": "street", "summary": "问*了*。又问。"}
    found = archive(meeting("2031", speech("li", "report", outcome="desk")), outcomes=[desk])
    assert outcome_brief(found, found.of(Outcome)["desk"]).description == "课题，街道。问了。汇报1次。"
    found = archive()
    assert outcome_brief(found, found.of(Outcome)["desk"]).description == "课题，作者李。概。"


def test_a_brand_tells_whose_it_is_and_when_it_was_launched() -> None:
    light = {"id": "light", "name": "灯", "type": "党建品牌", "owner": "street", "summary": "一盏灯。"}
    launch = {"type": "launch", "brand": "light"}
    found = archive(meeting("2032", launch), meeting("2031-05", launch), brands=[light])
    assert brand_brief(found, found.of(Brand)["light"]).description == "党建品牌，属街道。2031年5月发布。一盏灯。"
    found = archive()
    assert brand_brief(found, found.of(Brand)["light"]).description == "党建品牌。"


def test_a_list_tells_how_much_of_it_is_public() -> None:
    needs = {"id": "needs", "name": "单子", "type": "需求", "summary": "居民要的。又。"}
    entry = {"id": "room", "title": "一间房"}
    for entries, told in ([], "条目没有公布"), ([entry], "已公布1条"):
        found = archive(listings=[{**needs, "entries": entries}])
        assert listing_brief(found, found.of(Listing)["needs"]).description == f"需求清单。居民要的。{told}。"


def test_a_source_tells_its_type_publisher_and_date_as_far_as_they_are_known() -> None:
    report = {"id": "report", "headline": "题", "type": "新闻报道"}
    found = archive(meeting("2031", speech("li"), sources=["report"]), sources=[report])
    assert source_brief(found, found.of(Source)["report"]).description == "新闻报道。依据它的记录2份。"
    known = {**report, "publisher": "某报", "date": "2031-03"}
    found = archive(sources=[known])
    assert source_brief(found, found.of(Source)["report"]).description == "新闻报道，某报，2031年3月。"
