"""What followed from meetings, over all of them."""

from __future__ import annotations

from chuxin.archive.consequences import Result
from chuxin.pages.follow_ups import MOST_TIES, followed_count, groups, has_followed, order, result_row
from chuxin.pages.indexes import index_view
from chuxin.pages.parts import DateView, Link
from chuxin.pages.rendering import Renderer
from chuxin.records.meetings import Meeting
from making import decision, linked, meeting

LATE, EARLY = {"date": "2032-05", "text": "第二件"}, {"date": "2032", "text": "**第一件**\n\n详情"}
FOLLOWED = linked(
    meetings=[
        meeting("2031", follow_ups=[LATE, EARLY]),
        meeting("2032"),
        meeting("2033", follow_ups=[{"date": "2033-02", "text": "又一件"}]),
    ]
)


def test_what_followed_stands_by_meetings_the_newest_first_and_in_the_order_of_time():
    assert [
        (year.heading, meeting.link.text, [(row.link.text, row.date.iso) for row in meeting.rows])
        for year in groups(FOLLOWED)
        for meeting in year.groups
    ] == [
        ("2033年", "会2033", [("又一件", "2033-02")]),
        ("2031年", "会2031", [("第一件", "2032"), ("第二件", "2032-05")]),
    ]


def test_a_row_leads_to_where_it_stands():
    first = FOLLOWED.of(Meeting)["2033"]
    row = result_row(FOLLOWED, Result(first, 1, first.follow_ups[0]))
    assert (row.link, row.date) == (Link("又一件", "meetings/2033/#_follow-up-1"), DateView("2033年2月", "2033-02"))


def test_what_became_an_entry_stands_there_too_and_what_other_meetings_tell():
    project = {"id": "a", "title": "条", "date": "2032", "follows": ["2031/i0"]}
    told = {"date": "2034", "text": "办成了。", "items": ["2031/i0"], "entries": ["all/a"]}
    found = linked(
        meetings=[meeting("2031", decision()), meeting("2033", follow_ups=[told]), meeting("2034")],
        listings=[{"id": "all", "name": "单", "type": "项目", "entries": [project]}],
    )
    rows = {group.link.text: group.rows for year in groups(found) for group in year.groups}
    assert [(row.link.text, row.remarks) for row in rows["会2031"]] == [
        ("条", ("项目", "由来：《案》")),
        ("办成了。", ("由来：《案》、条",)),
    ]
    assert [row.link.text for row in rows["会2033"]] == ["办成了。"]
    assert [has_followed(found, one) for one in found.of(Meeting).values()] == [False, True, True]
    assert followed_count(found) == 2


def test_the_page_says_of_how_many_meetings_nothing_was_published():
    assert followed_count(FOLLOWED) == 2
    html = Renderer().render("index.html", "follow-ups/", view=index_view(FOLLOWED, [], "follow-ups"))
    assert "共3条，出自3次会议中的2次；其余1次未见公开信息；新的会议在前。" in html
    assert "其余" not in order(linked(meetings=[meeting("2033", follow_ups=[{"date": "2033", "text": "后来"}])]))


def test_where_nothing_was_published_the_page_says_so():
    view = index_view(linked(meetings=[meeting("2031")]), [], "follow-ups")
    assert "至今未见公开信息" in Renderer().render("index.html", "follow-ups/", view=view)


def test_of_very_many_ties_the_first_are_named_and_all_are_counted():
    """What goes back to many meetings has a row of each, and each would name all."""
    number = MOST_TIES + 5
    ties = [f"2031/i{n}" for n in range(number)]
    told = {"date": "2032", "text": "事", "items": ties}
    found = linked(meetings=[meeting("2031", *[decision() for _ in ties], follow_ups=[told])])
    first = found.of(Meeting)["2031"]
    (remark,) = result_row(found, Result(first, 1, first.follow_ups[0])).remarks
    assert remark.count("、") == MOST_TIES - 1 and remark.endswith(f"等{number}项")
