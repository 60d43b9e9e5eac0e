"""Sections and the home page as they show the archive."""

from dataclasses import fields

import pytest
from chuxin.pages.home import home_view
from chuxin.pages.indexes import index_view
from chuxin.pages.parts import DateView, Link
from chuxin.pages.rendering import Renderer
from chuxin.records.kinds import SECTIONS
from making import admits, linked, meeting, releases, speech
from viewing import DISTRICT, LI, STREET, WU, archive, article


def groups(view) -> list[tuple[str, str, list[str]]]:
    return [
        (
            group.heading,
            group.anchor,
            [row.link.text for one in (group, *group.groups) for row in one.rows],
        )
        for group in view.groups
    ]


def test_the_index_of_every_section():
    needs = {"id": "needs", "name": "需求清单", "type": "需求", "entries": [{"id": "room", "title": "阅览室"}]}
    found = archive(
        meeting("2031-03", speech("li"), {"type": "founding", "organization": "alliance"}),
        meeting("2031-04", speech("wu"), speech("li")),
        meeting("2032"),
        listings=[needs, {"id": "more", "name": "资源清单", "type": "资源"}],
    )
    articles = [article("b", "2032", "乙"), article("a", "2031", "甲", "一句话")]
    views = {section: index_view(found, articles, section) for section in SECTIONS}
    assert {section: view.count for section, view in views.items() if view.count} == {
        "meetings": 3,
        "organizations": 5,
        "people": 2,
        "statements": 3,
        "outcomes": 1,
        "listings": 2,
        "timeline": 9,
        "brands": 1,
        "news": 2,
        "sources": 1,
    }
    assert groups(views["meetings"]) == [
        ("2032年", "y2032", ["会2032"]),
        ("2031年", "y2031", ["会2031-04", "会2031-03"]),
    ]
    assert groups(views["organizations"]) == [
        ("联合组织", "g-805454087ec47ec7", ["COUNCIL", "ALLIANCE"]),
        ("党政机关", "g-515a653f673a5173", ["街道", "组织部", "区委"]),
    ]
    assert groups(views["organizations"].groups[0]) == [
        ("联席会议", "c-80545e2d4f1a8bae", ["COUNCIL"]),
        ("联盟", "c-805476df", ["ALLIANCE"]),
    ]
    assert groups(views["people"]) == [("L", "letter-l", ["李"]), ("W", "letter-w", ["吴"])]
    assert groups(views["statements"]) == [
        ("2031年", "y2031", ["吴的发言", "李的发言", "李的发言"]),
    ]
    assert groups(views["listings"]) == [("", "", ["需求清单", "资源清单"])]
    assert [row.remarks for row in views["listings"].groups[0].rows] == [("1条",), ("条目未见公开",)]
    assert groups(views["news"]) == [("2032年", "y2032", ["乙"]), ("2031年", "y2031", ["甲"])]
    assert [row.remarks for group in views["news"].groups for row in group.rows] == [(), ("一句话",)]
    assert views["meetings"].groups[1].rows[1].remarks == ("ALLIANCE成立",)
    assert views["outcomes"].groups[0].rows[0].remarks == ("课题", "李")


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_archive_has_empty_indexes(section):
    view = index_view(linked(), [], section)
    assert (view.section, view.count, view.groups) == (section, 0, ())


def test_people_are_shown_with_their_newest_known_posts():
    found = archive(
        meeting("2031", speech("li", organization="street", posts=["书记"])),
        meeting("2032", speech("li", organization="district", posts=["常委"]), speech("wu")),
    )
    view = index_view(found, [], "people")
    assert [(row.remarks, row.as_of) for group in view.groups for row in group.rows] == [
        (("区委常委",), DateView("2032年", "2032")),
        ((), None),
    ]


def test_anchors_are_ascii():
    found = archive(meeting("2031", speech("li")), people=[{**LI, "sort": "ü"}, WU])
    for section in SECTIONS:
        assert all(group.anchor.isascii() for group in index_view(found, [], section).groups)


def test_anchors_stay_where_they_are_when_others_come():
    few = linked(organizations=[STREET, DISTRICT])
    anchors = {group.heading: group.anchor for group in index_view(few, [], "organizations").groups}
    more = {group.heading: group.anchor for group in index_view(archive(), [], "organizations").groups}
    assert {heading: more[heading] for heading in anchors} == anchors


def test_the_home_page_of_an_empty_archive():
    view = home_view(linked(), [])
    assert view.latest is None
    assert [getattr(view, one.name) for one in fields(view) if one.name != "latest"] == [()] * (len(fields(view)) - 1)


def test_the_home_page_shows_the_newest():
    found = archive(
        meeting("2031-01", admits("street")),
        meeting("2032-01", admits("district", "department"), admits("street", body="alliance"), speech("li")),
        meeting("2032-02", admits("street", result="未通过"), speech("wu"), releases("street")),
    )
    view = home_view(found, [article(f"a{number}", "2031", f"文{number}") for number in range(9)])
    assert view.latest.link == Link("会2032-02", "meetings/2032-02/")
    assert view.latest.remarks == ("《案》", "《案》")
    assert view.latest_statements == (Link("吴的发言", "statements/2032-02-i1/"),)
    assert [([link.text for link in one.units], one.body.text, one.date.iso) for one in view.new_members] == [
        (["区委", "组织部"], "COUNCIL", "2032-01"),
        (["街道"], "ALLIANCE", "2032-01"),
    ]
    assert view.new_members[0].decision == Link("《案》", "meetings/2032-01/#i0")
    assert [row.link.text for row in view.articles] == [f"文{number}" for number in range(6)]
    assert view.years == (
        (DateView("2032年", "2032"), "meetings/#y2032"),
        (DateView("2031年", "2031"), "meetings/#y2031"),
    )
    assert [(link.text, link.note) for link in view.sections] == [
        ("会议", "3"),
        ("单位", "5"),
        ("人物", "2"),
        ("发言", "2"),
        ("成果", "1"),
        ("品牌", "1"),
        ("动态", "9"),
        ("来源", "1"),
    ]


def test_the_home_page_names_who_speaks_and_leads_to_what_can_be_read():
    found = archive(
        meeting(
            "2032",
            speech("li", title="一盏灯", organization="street", capacity="成员代表"),
            speech("wu", organization="street"),
            {"type": "statement", "speaker": "wu", "form": "未见公开"},
        )
    )
    assert home_view(found, []).latest_statements == (
        Link("一盏灯", "statements/2032-i0/", "李，街道，成员代表"),
        Link("吴的发言", "statements/2032-i1/", "街道"),
    )


@pytest.mark.parametrize(("date", "heading"), [("2032", "最近一次会议"), ("不晚于2032", "新近的一次会议")])
def test_of_what_was_no_later_than_a_day_nobody_says_that_it_was_the_last(date, heading):
    view = home_view(archive(meeting("m", date=date), meeting("before", date="2031")), [])
    assert f">{heading}</h2>" in Renderer().render("home.html", "", view=view)
