"""Statements are taken out of their meetings."""

import pytest
from chuxin.records.meetings import Meeting
from making import decision, linked, meeting, person, speech


def test_statements_are_taken_out_of_their_meetings():
    founding = {"type": "founding", "organization": "alliance"}
    items = [decision(), speech("li"), founding, speech("wu", "report", outcome="desk"), speech("li", "remarks")]
    found = linked(people=[person("li")], meetings=[meeting("2031", *items)])
    record = found.of(Meeting)["2031"]
    assert [(one.id, one.position, one.item.type) for one in found.statements_at["2031"]] == [
        ("2031-i1", 1, "statement"),
        ("2031-i3", 3, "report"),
        ("2031-i4", 4, "remarks"),
    ]
    assert all(one.meeting is record for one in found.statements.values())
    # Whether a speaker's record is there is seen by the checks.
    assert [one.called for one in found.statements.values()] == ["LI的发言", "wu的成果汇报", "LI的讲话"]


@pytest.mark.parametrize(
    ("own", "of_meeting", "wanted"),
    [
        ([], [], ()),
        ([], ["report"], ("report",)),
        (["minutes"], ["report"], ("minutes",)),
        (["minutes"], [], ("minutes",)),
    ],
)
def test_a_statement_rests_on_its_own_sources_or_its_meetings(own, of_meeting, wanted):
    found = linked(meetings=[meeting("2031", speech("li", sources=own), sources=of_meeting)])
    assert [one.sources for one in found.statements.values()] == [wanted]
