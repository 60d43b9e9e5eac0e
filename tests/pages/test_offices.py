"""Offices as pages show them."""

from chuxin.pages.days import Days
from chuxin.pages.lanes import Lane, Mark, Stretch
from chuxin.pages.offices import offices_held, offices_in
from chuxin.pages.parts import Link
from making import COUNCIL, appoints, meeting
from viewing import STREET, archive


def test_the_offices_of_one_name_stand_together_in_the_order_of_time():
    found = archive(
        meeting(
            "2031",
            appoints("会长", holders={"people": ["li"]}),
            appoints("秘书长", holders={"organizations": ["street"]}),
        ),
        meeting("2033", appoints("会长", holders={"others": ["居民代表"]}, leaving={"people": ["li"]})),
    )
    shown = [
        (one.office, one.holder.text, one.holder.route, one.since.iso, one.until and one.until.iso)
        for one in offices_in(found, "council").rows
    ]
    assert shown == [
        ("会长", "李", "people/li/", "2031", "2033"),
        ("会长", "居民代表", None, "2033", None),
        ("秘书长", "街道", "organizations/street/", "2031", None),
    ]
    first, *_ = offices_in(found, "council").rows
    assert first.taken == Link("推选", "meetings/2031/#i0")
    assert first.left == Link("卸任", "meetings/2033/#i0")
    assert (first.days.since_first, first.days.until_last) == ("2031-01-01", "2033-12-31")
    # Of the end of the second nobody tells: it is sure only on the day on which it was taken.
    second = offices_in(found, "council").rows[1].days
    assert (second.since_last, second.until_first, second.until_last) == ("2033-12-31", "2034-01-01", None)
    held = archive(meeting("不晚于2031", appoints("会长", holders={"people": ["li"]}), id="m"))
    assert [(one.since.text, one.days) for one in offices_in(held, "council").rows] == [
        # He may have left it before the end of 2031 as well.
        ("不晚于2031年", Days(None, None, None, None)),
    ]
    assert [one.organization.text for one in offices_held(found, "people", "li").rows] == ["COUNCIL"]
    assert [one.office for one in offices_held(found, "organizations", "street").rows] == ["秘书长"]
    assert offices_held(found, "people", "wu").rows == ()


def test_a_unit_holds_an_office_by_the_name_of_the_day():
    renamed = {**STREET, "former_names": [{"name": "老街道", "until": "2032-01-01"}]}
    held = {"organizations": ["street"]}
    found = archive(
        meeting("2031", appoints("会长", holders=held)),
        meeting("2033", appoints("会长", leaving=held)),
        meeting("2034", appoints("会长", holders=held)),
        organizations=[renamed, COUNCIL],
    )
    assert [one.holder.text for one in offices_in(found, "council").rows] == ["老街道", "街道"]


def test_an_office_of_whose_end_nobody_tells_is_not_drawn_as_lasting():
    found = archive(
        meeting("2031-01-01", appoints("会长", holders={"people": ["li"]})),
        meeting("2032-01-01", appoints("会长", holders={"people": ["wu"]}, leaving={"people": ["li"]})),
    )
    left, unknown = offices_in(found, "council").rows
    assert left.lane == Lane((Stretch(0, 50, True),), (Mark(0, True), Mark(50, True, "end")))
    sure, unsure = unknown.lane.stretches
    assert (sure.begin, sure.sure, unsure.end, unsure.sure, unknown.lane.open) == (50, True, 100, False, False)
    assert sure.end - sure.begin < 1


def test_offices_of_one_day_and_very_many_have_no_lanes():
    one_day = archive(meeting("2031-01-01", appoints("会长", holders={"people": ["li", "wu"]})))
    many = archive(*(meeting(f"{year}-01-01", appoints(holders={"people": ["li"]})) for year in range(2000, 2041)))
    for found in (one_day, many):
        view = offices_in(found, "council")
        assert view.axis is None and {one.lane for one in view.rows} == {None}
