"""People as their pages show them."""

from chuxin.pages.parts import Link
from chuxin.pages.people import MOST_SAID, person_view
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
    assert [(line(row.posts), [day.meeting.text for day in row.days]) for row in view.posts.rows] == [
        ("", ["会2033", "会2032"]),
        ("街道书记", ["会2031"]),
    ]
    assert [one.link.text for one in view.statements] == ["李的发言", "又说", "李的发言"]
    assert [one.link.route for one in view.statements] == [
        "statements/2033-i0/",
        "statements/2033-i2/",
        "statements/2031-i0/",
    ]
    assert view.outcomes == (Link("《小桌》", "outcomes/desk/"),)


def test_the_newest_of_what_was_said_stands_in_full_and_the_rest_is_listed():
    found = archive(*(meeting(str(2031 + year), speech("li"), speech("li", form="节选")) for year in range(20)))
    view = person_view(found, found.of(Person)["li"])
    assert (len(view.statements), len(view.earlier)) == (MOST_SAID, 40 - MOST_SAID)
    assert (view.statements[0].date.iso, view.earlier[-1].date.iso) == ("2050", "2031")
    assert [form for form, _ in view.forms] == ["节选", "概述"]
