"""What a unit has to do with lists."""

from __future__ import annotations

from chuxin.pages.duties import duties_view
from chuxin.pages.parts import Link
from chuxin.pages.trails import MOST_TRAILS
from making import decision, meeting
from viewing import archive


def listing(*entries: dict) -> dict:
    return {"id": "all", "name": "单", "type": "项目", "keeper": "street", "entries": list(entries)}


def entry(identifier: str, **more) -> dict:
    return {"id": identifier, "title": identifier, "organization": "street", **more}


def test_of_what_follows_from_a_meeting_the_trail_is_drawn_and_the_rest_is_listed():
    entries = (
        entry("a", follows=["2031/i0"]),
        entry("b"),
        entry("c", organization="district", claimed_by=["street"], follows=["2031/i0"]),
    )
    found = archive(meeting("2031", decision()), listings=[listing(*entries)])
    view = duties_view(found, "street")
    assert [trail.ways[0].project.link.text for trail in view.trails] == ["a", "c"]
    assert view.listed == (Link("单", "listings/all/", "梳理"), Link("b", "listings/all/#b", "单"))
    assert view.more == 0


def test_what_a_unit_brought_in_and_claimed_itself_is_drawn_once():
    found = archive(
        meeting("2031", decision()), listings=[listing(entry("a", claimed_by=["street"], follows=["2031/i0"]))]
    )
    assert len(duties_view(found, "street").trails) == 1


def test_of_very_many_the_first_are_drawn_and_the_others_listed():
    entries = [entry(f"e{number}", follows=["2031/i0"]) for number in range(MOST_TRAILS + 3)]
    view = duties_view(archive(meeting("2031", decision()), listings=[listing(*entries)]), "street")
    assert (len(view.trails), view.more) == (MOST_TRAILS, 3)
    assert [link.text for link in view.listed[1:]] == [one["id"] for one in entries[MOST_TRAILS:]]


def test_who_has_nothing_to_do_with_lists_has_none():
    view = duties_view(archive(), "street")
    assert (view.trails, view.listed, view.more) == ((), (), 0)
