"""Lists as their pages show them."""

import pytest
from chuxin.pages.listings import ListingView, listing_view
from chuxin.pages.meetings import meeting_view
from chuxin.pages.parts import DateView, Link
from chuxin.pages.trails import MOST_TRAILS
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from making import decision, meeting
from viewing import archive


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


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ({}, True),
        ({"organization": "street"}, False),
        ({"claimed_by": ["street"]}, False),
        ({"text": "街道的。"}, False),
        ({"title": "街道的阅览室"}, False),
    ],
)
def test_a_unit_is_unknown_only_where_nothing_in_the_entry_may_say_it(said, unknown):
    needs = {"id": "needs", "name": "需求清单", "type": "需求", "entries": [{"id": "room", "title": "阅览室", **said}]}
    found = archive(listings=[needs])
    (room,) = listing_view(found, found.of(Listing)["needs"]).entries
    assert ("organization" in room.unsaid) is unknown


def test_an_entry_shows_who_claimed_it_and_how_far_it_is():
    entry = {"id": "room", "title": "阅览室", "claimed_by": ["street", "district"], "state": "办理中"}
    found = archive(listings=[{"id": "needs", "name": "需求清单", "type": "需求", "entries": [entry]}])
    (room,) = listing_view(found, found.of(Listing)["needs"]).entries
    assert ([one.text for one in room.claimed_by], room.state) == (["街道", "区委"], "办理中")


def test_what_came_of_an_entry_is_drawn_with_it_and_of_very_many_told_in_lines():
    def listing(count: int) -> ListingView:
        entries = [{"id": f"e{number}", "title": "条", "follows": ["2031/i0"]} for number in range(count)]
        kept = {"id": "all", "name": "单", "type": "项目", "entries": [*entries, {"id": "z", "title": "无"}]}
        found = archive(meeting("2031", decision()), listings=[kept])
        return listing_view(found, found.of(Listing)["all"])

    few, many = listing(MOST_TRAILS), listing(MOST_TRAILS + 1)
    assert few.are_trails_drawn and not many.are_trails_drawn
    assert [entry.trail is None for entry in few.entries] == [False] * MOST_TRAILS + [True]
