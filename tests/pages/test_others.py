"""People, outcomes, lists, brands and sources as their pages show them."""

from chuxin.pages.brands import brand_view
from chuxin.pages.indexes import index_view
from chuxin.pages.listings import listing_view
from chuxin.pages.meetings import meeting_view
from chuxin.pages.outcomes import outcome_view
from chuxin.pages.parts import DateView, Link, foot
from chuxin.pages.people import person_view
from chuxin.pages.sources import source_view
from chuxin.records.brands import Brand
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from chuxin.records.sources import Source
from making import decision, meeting, speech
from viewing import DESK, LI, LIGHT, WU, archive, line, organization


def test_a_person_attended_and_spoke_newest_first():
    here = {"people": [{"person": "li", "organization": "street", "posts": ["书记"], "role": "主持"}]}
    found = archive(
        meeting("2031", speech("li"), attendance=here),
        meeting("2033", speech("li"), decision(), speech("li", title="又说")),
        meeting("2032", attendance={"people": [{"person": "wu"}, {"person": "li"}]}),
    )
    view = person_view(found, found.of(Person)["li"])
    assert [(one.meeting.text, one.date.iso, line(one.posts), one.role) for one in view.attended] == [
        ("会2032", "2032", "", None),
        ("会2031", "2031", "街道书记", "主持"),
    ]
    assert [one.link.text for one in view.statements] == ["李的发言", "又说", "李的发言"]
    assert [one.link.route for one in view.statements] == [
        "statements/2033-i0/",
        "statements/2033-i2/",
        "statements/2031-i0/",
    ]
    assert view.outcomes == (Link("《小桌》", "outcomes/desk/"),)


def test_an_outcome_knows_where_it_was_reported():
    found = archive(
        meeting("2031", speech("li", "report", outcome="desk")), meeting("2032", speech("wu", "report", outcome="desk"))
    )
    view = outcome_view(found, found.of(Outcome)["desk"])
    assert [one.link.route for one in view.reports] == ["statements/2032-i0/", "statements/2031-i0/"]
    assert [link.text for link in view.authors] == ["李"]
    assert view.presenters == ((None, Link("吴", "people/wu/")), (None, Link("李", "people/li/")))
    # Who reported it and did not write it has it among his outcomes, with the word.
    outcomes = [person_view(found, found.of(Person)[one]).outcomes for one in ("li", "wu")]
    assert outcomes == [(Link("《小桌》", "outcomes/desk/"),), (Link("《小桌》", "outcomes/desk/", "汇报"),)]


def test_an_outcome_without_authors_names_who_reported_it():
    desk = {key: value for key, value in DESK.items() if key != "authors"}
    found = archive(meeting("2031", speech("wu", "report", outcome="desk", organization="street")), outcomes=[desk])
    view = outcome_view(found, found.of(Outcome)["desk"])
    assert (view.authors, view.institution) == ((), None)
    assert view.presenters == ((Link("街道", "organizations/street/"), Link("吴", "people/wu/")),)
    assert organization(found, "street").outcomes == (Link("《小桌》", "outcomes/desk/", "汇报"),)
    (group,) = index_view(found, [], "outcomes").groups
    assert group.rows[0].remarks == ("课题", "街道吴汇报")


def test_a_list_and_the_meeting_with_which_it_was_described():
    lists = [
        {"id": one, "name": name, "type": kind, "meetings": ["2031"]}
        for one, name, kind in (("a", "甲", "项目"), ("b", "乙", "需求"), ("c", "丙", "资源"))
    ]
    found = archive(meeting("2031"), meeting("2032"), listings=lists)
    assert [link.text for link in meeting_view(found, found.of(Meeting)["2031"]).listings] == ["乙", "丙", "甲"]
    assert meeting_view(found, found.of(Meeting)["2032"]).listings == ()
    (link,) = listing_view(found, found.of(Listing)["a"]).meetings
    assert link == Link("会2031", "meetings/2031/", date=DateView("2031年", "2031"))


def test_entries_and_what_meets_them():
    needs = {"id": "needs", "name": "需求清单", "type": "需求", "entries": [{"id": "room", "title": "阅览室"}]}
    entry = {"id": "hall", "title": "大厅", "meets": ["needs/room"], "date": "2031", "organization": "street"}
    found = archive(listings=[needs, {"id": "more", "name": "资源清单", "type": "资源", "entries": [entry]}])
    (room,) = listing_view(found, found.of(Listing)["needs"]).entries
    (hall,) = listing_view(found, found.of(Listing)["more"]).entries
    assert (room.meets, room.met_by) == ((), (Link("大厅", "listings/more/#hall", "资源清单"),))
    assert (hall.meets, hall.met_by) == ((Link("阅览室", "listings/needs/#room", "需求清单"),), ())
    assert (hall.date.text, hall.organization.text, room.date, room.organization) == ("2031年", "街道", None, None)


def test_a_brand_knows_its_launch():
    found = archive(meeting("2031", decision(), {"type": "launch", "brand": "light"}))
    assert brand_view(found, found.of(Brand)["light"]).launched == (
        Link("会2031", "meetings/2031/#i1", date=DateView("2031年", "2031")),
    )


def test_a_source_knows_what_rests_on_it_by_kind():
    found = archive(
        meeting("2031", speech("li"), decision(sources=["report"]), sources=["report"]),
        people=[{**LI, "sources": ["report"]}, WU],
        brands=[{**LIGHT, "note": "[来源](record:sources/report)"}],
    )
    view = source_view(found, found.of(Source)["report"])
    assert view.cited_by == (
        ("会议", (Link("会2031", "meetings/2031/", date=DateView("2031年", "2031")),)),
        ("人物", (Link("李", "people/li/"),)),
        ("发言", (Link("李的发言", "statements/2031-i0/"),)),
    )
    assert foot(found, found.of(Source)["report"], shown=None).mentions == (Link("灯", "brands/light/", "品牌"),)


def test_mentions_name_the_record_and_the_statement_once_each():
    text = "[灯](record:brands/light)和[灯](record:brands/light)"
    found = archive(meeting("2031", speech("li", text=text), note=text), people=[{**LI, "note": text}, WU])
    assert foot(found, found.of(Brand)["light"]).mentions == (
        Link("会2031", "meetings/2031/", "会议"),
        Link("李的发言", "statements/2031-i0/", "发言"),
        Link("李", "people/li/", "人物"),
    )


def test_a_record_that_links_itself_is_not_mentioned_by_itself():
    found = archive(people=[{**LI, "note": "[李](record:people/li)"}, WU])
    assert foot(found, found.of(Person)["li"], shown=(Outcome,)).mentions == ()
