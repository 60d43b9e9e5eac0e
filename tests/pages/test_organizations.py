"""Organizations as their pages show them."""

from chuxin.pages.parts import DateView, Link
from making import ALLIANCE, COUNCIL, admits, meeting, releases, speech, unit
from viewing import BASE, DESK, LIGHT, archive, organization


def test_the_members_of_a_body_come_by_date():
    own = [{"body": "council", "since": "2032"}]
    undated = [{"body": "council"}]
    units = [unit("x"), unit("own", memberships=own), unit("old", memberships=undated), unit("a"), unit("b"), COUNCIL]
    found = archive(
        meeting("2031", admits("x")),
        meeting("2032", releases("x")),
        meeting("2033", admits("b", "a")),
        organizations=units,
    )
    view = organization(found, "council")
    assert [(one.unit.text, one.since and one.since.text) for one in view.roster.members] == [
        ("OLD", None),
        ("X", "2031年"),
        ("OWN", "2032年"),
        ("B", "2033年"),
        ("A", "2033年"),
    ]
    assert view.roster.members[1].joined == Link("《案》", "meetings/2031/#i0")
    assert view.roster.members[1].left == Link("《案》", "meetings/2032/#i0")
    oldest = view.roster.members[0]
    assert (oldest.joined, oldest.left, oldest.until) == (None, None, None)
    assert view.is_body


def test_members_of_one_day_stand_in_the_order_of_the_source():
    """One that was a member before stands where the decision names it."""
    units = [unit(name) for name in "abx"] + [COUNCIL]
    found = archive(
        meeting("2031", admits("x")),
        meeting("2032", releases("x")),
        meeting("2033", admits("a", "x", "b")),
        organizations=units,
    )
    members = organization(found, "council").roster.members
    assert [one.unit.text for one in members if one.since.text == "2033年"] == ["A", "X", "B"]


def test_an_organization_knows_who_names_it():
    units = [
        unit("street", parent="district"),
        unit("alliance", "联盟", founders=["street"], partners=["district"], guides=["district"], related=["street"]),
        unit("district", parent="street"),
    ]
    outcome = {**DESK, "institution": "street"}
    entries = [
        {"id": "e", "title": "条", "organization": "street"},
        {"id": "f", "title": "款", "claimed_by": ["district", "street"]},
    ]
    listing = {"id": "needs", "name": "需求清单", "type": "需求", "keeper": "street", "entries": entries}
    brand = {**LIGHT, "owner": "street"}
    found = archive(organizations=units, outcomes=[outcome], listings=[listing], brands=[brand])
    street, district = organization(found, "street"), organization(found, "district")
    assert street.parent == Link("DISTRICT", "organizations/district/")
    assert [link.text for link in street.children] == ["DISTRICT"]
    assert [link.text for link in (*street.founder_of, *street.related_to)] == ["ALLIANCE", "ALLIANCE"]
    assert (street.partner_of, street.guide_of) == ((), ())
    assert [link.text for link in (*district.partner_of, *district.guide_of)] == ["ALLIANCE", "ALLIANCE"]
    assert [link.text for link in (*street.outcomes, *street.brands)] == ["《小桌》", "灯"]
    assert street.duties.listed == (
        Link("需求清单", "listings/needs/", "梳理"),
        Link("条", "listings/needs/#e", "需求清单"),
        Link("款", "listings/needs/#f", "需求清单，认领"),
    )
    assert not street.is_body


def held(kind: str, *posts: str) -> dict:
    return speech("li", organization="street", posts=[{"title": name, "organization": kind} for name in posts])


def test_the_posts_in_a_body():
    found = archive(meeting("2031", held("council", "召集人", "秘书")), meeting("2032", held("council", "召集人")))
    assert [(one.title, one.person) for one in organization(found, "council").posts] == [
        ("召集人", Link("李", "people/li/", date=DateView("2032年", "2032"))),
        ("召集人", Link("李", "people/li/", date=DateView("2031年", "2031"))),
        ("秘书", Link("李", "people/li/", date=DateView("2031年", "2031"))),
    ]
    assert organization(found, "street").posts == ()


def test_a_post_is_that_of_one_body_even_when_two_have_one_name():
    units = [*BASE["organizations"], {**ALLIANCE, "id": "other", "name": COUNCIL["name"]}]
    said = held("council", "召集人")
    said["on_behalf_of"] = ["other"]
    found = archive(meeting("2031", said), organizations=units)
    assert [one.title for one in organization(found, "council").posts] == ["召集人"]
    assert organization(found, "other").posts == ()


def test_a_post_of_one_day_is_named_once():
    found = archive(meeting("2031", held("council", "召集人"), held("council", "召集人")))
    assert [one.title for one in organization(found, "council").posts] == ["召集人"]


def test_a_unit_shows_what_its_parts_said_and_marks_it_as_theirs():
    units = [unit("university"), unit("school", parent="university"), unit("chair", parent="school"), unit("other")]
    found = archive(
        meeting("2031", speech("li", organization="school", posts=["院长"], title="题")),
        meeting("2032", speech("wu", organization="chair"), speech("li", organization="university")),
        meeting("2033", speech("wu", organization="school", on_behalf_of=["university"]), speech("li")),
        organizations=units,
    )
    university, school = organization(found, "university"), organization(found, "school")
    assert [one.link.text for one in university.said.shown] == ["吴的发言", "李的发言"]
    # What was said on its behalf stands with its own.
    assert [(one.link.text, one.date.text, one.remarks) for one in university.said_below] == [
        ("吴的发言", "2032年", ("CHAIR", "会2032")),
        ("题", "2031年", ("发言：SCHOOL院长李", "会2031")),
    ]
    assert [one.link.text for one in school.said_below] == ["吴的发言"]
    assert organization(found, "chair").said_below == organization(found, "other").said_below == ()


def test_what_the_parts_of_many_levels_said_costs_no_more_than_its_levels():
    """A chain of a thousand parents: each statement stands on the pages of the few units above it."""
    units = [unit(f"u{number}", **({"parent": f"u{number - 1}"} if number else {})) for number in range(1000)]
    said = [speech("li", organization=f"u{number}") for number in range(1000)]
    found = archive(meeting("2031", *said), organizations=units)
    assert max(map(len, found.said_below.values())) < 10
    assert len(organization(found, "u0").said_below) == len(organization(found, "u500").said_below) > 3
