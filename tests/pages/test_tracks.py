"""What a unit did over time."""

import pytest
from chuxin.pages.tracks import MOST_DATES
from chuxin.records.meetings import Meeting
from making import COUNCIL, activity, admits, award, meeting, releases, speech, unit
from viewing import BASE, archive, organization

NEEDS = {
    "id": "needs",
    "name": "需求清单",
    "type": "需求",
    "entries": [{"id": "e", "title": "条", "organization": "street", "date": "2034"}],
}


def told(view) -> list[tuple[str, list[str]]]:
    return [(row.label.text, [one.date.text for one in row.dates]) for row in view.tracks.rows]


def test_each_kind_of_thing_has_a_row_with_its_dates():
    found = archive(
        meeting("2031-03-12", admits("street"), speech("li", organization="street"), organizers=["street"]),
        meeting(
            "2032-03-12",
            award(receivers={"organizations": ["street"]}),
            {"type": "signing", "document": "《书》", "organizations": ["street"]},
            activity(organizations=["street"]),
        ),
        meeting("2033-03-12", releases("street"), note="[街道](record:organizations/street)"),
        listings=[NEEDS],
    )
    view = organization(found, "street")
    assert told(view) == [
        ("COUNCIL", ["2031年3月12日", "2033年3月12日"]),
        ("发言1次", ["2031年3月12日"]),
        ("签署1次", ["2032年3月12日"]),
        ("获得1次", ["2032年3月12日"]),
        ("列入清单1次", ["2034年"]),
        ("参会1次", ["2031年3月12日"]),
        ("其他活动1次", ["2032年3月12日"]),
    ]
    assert view.tracks.axis and all(row.lane for row in view.tracks.rows)
    assert [row.dates[0].route for row in view.tracks.rows][:3] == [
        "meetings/2031-03-12/#i0",
        "statements/2031-03-12-i1/",
        "meetings/2032-03-12/#i1",
    ]
    assert not view.tracks.rows[0].lane.open


def test_what_all_was_on_one_day_is_not_drawn():
    view = organization(archive(meeting("2031-03-12", speech("li", organization="street"), admits("street"))), "street")
    assert view.tracks.axis is None and {row.lane for row in view.tracks.rows} == {None}
    assert [one.text for one in view.tracks.days] == ["2031年3月12日"]


def test_of_many_dates_the_first_and_the_last_are_told_and_all_are_drawn():
    years = range(2031, 2031 + MOST_DATES + 1)
    view = organization(archive(*(meeting(f"{year}-01-01", organizers=["street"]) for year in years)), "street")
    [row] = view.tracks.rows
    assert row.folded and [one.date.iso for one in row.dates] == ["2031-01-01", f"{years[-1]}-01-01"]
    assert len(row.lane.marks) == len(years)


def test_nothing_is_made_up_of_what_has_no_date_and_a_body_has_its_members():
    undated = unit("street", memberships=[{"body": "council"}])
    others = [one for one in BASE["organizations"] if one["id"] not in ("street", "council")]
    found = archive(organizations=[*others, COUNCIL, undated])
    assert organization(found, "street").tracks.rows == ()
    assert organization(found, "council").tracks is None


def test_no_page_of_a_unit_hashes_whole_meetings(monkeypatch):
    """A thousand units that one meeting admits by as many items would each hash all of its items."""
    found = archive(meeting("2031", admits("street")), meeting("2032", releases("street")))
    monkeypatch.setattr(Meeting, "__hash__", lambda self: pytest.fail(f"{self.id} is hashed"))
    assert told(organization(found, "street")) == [("COUNCIL", ["2031年", "2032年"])]
    assert organization(found, "council").roster.members
