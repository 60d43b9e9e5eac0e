"""People as their pages show them."""

from chuxin.pages.parts import Link
from chuxin.pages.people import person_view
from chuxin.records.people import Person
from making import decision, meeting, speech
from viewing import archive, line


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
