"""Units in the index, and what became of them in the timeline."""

from chuxin.pages.units import organization_row, unit_events, unit_groups
from chuxin.records.organizations import Organization
from making import COUNCIL, admits, linked, meeting, unit
from viewing import archive


def test_a_row_says_what_became_of_a_unit_and_what_else_it_is_called():
    gone = {**unit("a"), "other_names": ["甲"], "former_names": [{"name": "旧名"}]}
    gone |= {"ended": {"date": "2032", "manner": "并入", "successors": ["b"]}}
    found = linked(organizations=[gone, unit("b")])
    row = organization_row(found, found.of(Organization)["a"])
    assert (row.link.text, row.date.text, row.remarks) == ("A", "2032年", ("并入B", "甲", "曾用名旧名"))


def test_units_stand_by_their_classes():
    groups = list(unit_groups(archive()))
    assert {row.link.text for group in groups for part in (group, *group.groups) for row in part.rows} == {
        "区委",
        "组织部",
        "街道",
        "COUNCIL",
        "ALLIANCE",
    }


def test_memberships_that_no_decision_tells_of_are_events_of_their_own():
    own = [{"body": "council", "since": "2031", "until": "2032"}]
    found = linked(
        organizations=[COUNCIL, unit("a", memberships=own), unit("b")], meetings=[meeting("2033", admits("b"))]
    )
    assert [(str(one.date), one.name, one.link.text) for one in unit_events(found)] == [
        ("2031", "加入", "A"),
        ("2032", "退出", "A"),
    ]
