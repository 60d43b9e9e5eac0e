"""Sections and the home page as they show the archive."""

import pytest
from chuxin.pages.home import MOST_RESULTS, MOST_SPEAKERS, NEWEST, Counts, HomeView, home_view
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
        "listings": 1,
        "timeline": 5,
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
        ("党政机关", "g-515a653f673a5173", ["街道", "区委", "组织部"]),
    ]
    assert groups(views["organizations"].groups[0]) == [
        ("联席会议", "c-80545e2d4f1a8bae", ["COUNCIL"]),
        ("联盟", "c-805476df", ["ALLIANCE"]),
    ]
    assert groups(views["people"]) == [("L", "letter-l", ["李"]), ("W", "letter-w", ["吴"])]
    assert groups(views["statements"]) == [
        ("2031年", "y2031", ["吴的发言", "李的发言", "李的发言"]),
    ]
    assert groups(views["listings"]) == [("", "", ["需求清单"])]
    assert [row.remarks for row in views["listings"].groups[0].rows] == [("1条",)]
    assert groups(views["news"]) == [("2032年", "y2032", ["乙"]), ("2031年", "y2031", ["甲"])]
    assert [row.remarks for group in views["news"].groups for row in group.rows] == [(), ("一句话",)]
    assert views["meetings"].groups[1].rows[1].remarks == ("1篇发言 · 1项成立、揭牌",)
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
    assert view == HomeView(None, Counts(0, 0, 0, 0), (), ())
    html = Renderer().render("home.html", "", view=view)
    assert "还没有公开的会议记录" in html
    assert html.count("还没有公开的记录") == 2
    assert "至今未见公开信息" in html


def test_the_home_page_answers_what_the_last_meeting_came_to():
    found = archive(
        meeting("2031", speech("li"), follow_ups=[{"date": "2032", "text": "后来"}]),
        meeting("2032", admits("street"), speech("wu", on_behalf_of=["council"])),
    )
    view = home_view(found, [])
    assert view.latest.meeting == Link("会2032", "meetings/2032/")
    assert not view.latest.followed
    assert [(one.count, one.label) for one in view.latest.glance.numbers] == [(1, "家加入"), (1, "篇发言")]
    assert [one.label.text for one in view.latest.glance.results] == ["通过"]
    assert [[one.text for one in group.targets] for group in view.latest.glance.spoken] == [["COUNCIL"]]
    assert view.counts == Counts(units=5, statements=2, meetings=2, followed=1)
    assert view.years == (
        (DateView("2032年", "2032"), "meetings/#y2032"),
        (DateView("2031年", "2031"), "meetings/#y2031"),
    )


def test_of_a_long_meeting_the_home_page_says_what_it_leaves_out():
    found = archive(meeting("2032", *[admits("street")] * 9, *[speech("li")] * 11))
    view = home_view(found, [])
    glance = view.latest.glance
    assert (len(glance.results), glance.more_results) == (MOST_RESULTS, 9 - MOST_RESULTS)
    assert sum(len(one.speakers) for one in glance.spoken) == MOST_SPEAKERS
    assert glance.more_speakers == 11 - MOST_SPEAKERS
    html = Renderer().render("home.html", "", view=view)
    assert "另有3项" in html
    assert "另有3篇发言" in html


def test_what_is_new_is_none_of_the_last_meeting():
    found = archive(
        meeting("2031-01", admits("street"), speech("li"), follow_ups=[{"date": "2031-02", "text": "后来"}]),
        meeting("2032-02", admits("district"), speech("wu"), releases("street")),
        sources=[{"id": "report", "headline": "报道", "type": "新闻报道", "date": "2033"}],
    )
    view = home_view(found, [article("a", "2031-03", "文")])
    assert [(row.name, row.link.text) for row in view.news] == [
        ("动态", "文"),
        ("会议后续", "会2031-01"),
        ("会议", "会2031-01"),
        ("决定·通过", "《案》"),
    ]
    many = home_view(found, [article(f"a{number}", "2032", f"文{number}") for number in range(9)])
    assert [row.link.text for row in many.news] == [f"文{number}" for number in range(NEWEST)]


@pytest.mark.parametrize(("date", "heading"), [("2032", "最近一次会议"), ("不晚于2032", "新近的一次会议")])
def test_of_what_was_no_later_than_a_day_nobody_says_that_it_was_the_last(date, heading):
    view = home_view(archive(meeting("m", date=date), meeting("before", date="2031")), [])
    assert f">{heading}</h2>" in Renderer().render("home.html", "", view=view)
