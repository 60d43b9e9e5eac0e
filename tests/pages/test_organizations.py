"""Organizations as their pages show them."""

import pytest
from chuxin.pages.parts import DateView, Link, foot
from chuxin.records.organizations import Organization
from making import ALLIANCE, COUNCIL, activity, admits, meeting, releases, speech, unit
from viewing import BASE, DESK, LIGHT, archive, organization


def rows(view) -> list[tuple[str, list[str]]]:
    """Return the meetings of an organization, each with its parts as one reads them."""
    return [
        (row.date.iso, [part.text + (part.link.text if part.link else "") for part in row.parts])
        for row in view.meetings
    ]


# the organization, the agenda, what its page says of the meeting
PARTS = [
    ("street", {"organizers": ["street"]}, [], ["召开"]),
    ("council", {"body": "council"}, [], ["召集"]),
    ("street", {"attendance": {"people": [{"person": "li", "organization": "street"}]}}, [], ["出席：李"]),
    ("street", {"attendance": {"organizations": ["street"]}}, [], ["出席"]),
    (
        "street",
        {"attendance": {"groups": [{"name": "干部", "count": "20余", "measure": "名", "organization": "street"}]}},
        [],
        ["出席：20余名干部"],
    ),
    (
        "department",
        {"attendance": {"people": [{"person": "li", "posts": [{"title": "长", "organization": "department"}]}]}},
        [],
        ["出席：李"],
    ),
    ("street", {}, [admits("street")], ["加入：《案》"]),
    ("street", {}, [admits("street", result="未通过")], ["加入（未通过）：《案》"]),
    ("street", {}, [releases("street")], ["退出：《案》"]),
    ("street", {}, [releases("street", result="暂缓")], ["退出（暂缓）：《案》"]),
    ("council", {}, [admits("street", "district")], ["吸收成员：《案》"]),
    ("council", {}, [releases("street")], ["成员退出：《案》"]),
    ("alliance", {}, [{"type": "founding", "organization": "alliance"}], ["成立"]),
    ("alliance", {}, [{"type": "unveiling", "organization": "alliance"}], ["揭牌"]),
    ("street", {}, [{"type": "signing", "document": "《书》", "organizations": ["street"]}], ["签署：《书》"]),
    ("street", {}, [speech("li", organization="street")], ["发言：李"]),
    ("council", {}, [speech("li", on_behalf_of=["council"])], ["发言：李"]),
    ("department", {}, [speech("li", posts=[{"title": "长", "organization": "department"}])], ["发言：李"]),
    # the same part once, different parts one after the other
    ("street", {}, [speech("li", organization="street", on_behalf_of=["street"])], ["发言：李"]),
    (
        "street",
        {"organizers": ["street"], "attendance": {"people": [{"person": "wu", "organization": "street"}]}},
        [admits("street"), speech("li", organization="street")],
        ["召开", "出席：吴", "加入：《案》", "发言：李"],
    ),
]


@pytest.mark.parametrize(("identifier", "more", "agenda", "parts"), PARTS)
def test_what_an_organization_did_at_a_meeting(identifier, more, agenda, parts):
    assert rows(organization(archive(meeting("2031", *agenda, **more)), identifier)) == [("2031", parts)]


def test_a_meeting_that_only_mentions_an_organization_is_none_of_its_meetings():
    found = archive(meeting("2031", note="[街道](record:organizations/street)"))
    view = organization(found, "street")
    assert view.meetings == ()
    assert foot(found, found.of(Organization)["street"]).mentions == (Link("会2031", "meetings/2031/", "会议"),)


def test_the_meetings_of_an_organization_come_newest_first():
    found = archive(*[meeting(f"203{year}", organizers=["street"]) for year in (1, 3, 2)])
    assert [iso for iso, _ in rows(organization(found, "street"))] == ["2033", "2032", "2031"]


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
    assert [(one.unit.text, one.since and one.since.text) for one in view.members] == [
        ("OLD", None),
        ("X", "2031年"),
        ("OWN", "2032年"),
        ("B", "2033年"),
        ("A", "2033年"),
    ]
    assert view.members[1].joined == Link("《案》", "meetings/2031/#i0")
    assert view.members[1].left == Link("《案》", "meetings/2032/#i0")
    assert (view.members[0].joined, view.members[0].left, view.members[0].until) == (None, None, None)
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
    members = organization(found, "council").members
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
    assert street.listings == (
        Link("需求清单", "listings/needs/", "梳理"),
        Link("条", "listings/needs/#e", "需求清单"),
        Link("款", "listings/needs/#f", "需求清单，认领"),
    )
    assert not street.is_body


def test_a_body_knows_its_founding_and_its_unveiling():
    agenda = [{"type": kind, "organization": "alliance"} for kind in ("founding", "unveiling")]
    view = organization(archive(meeting("2031", *agenda)), "alliance")
    assert view.founded == (Link("会2031", "meetings/2031/#i0", date=DateView("2031年", "2031")),)
    assert view.unveiled == (Link("会2031", "meetings/2031/#i1", date=DateView("2031年", "2031")),)


def held(kind: str, *posts: str) -> dict:
    return speech("li", organization="street", posts=[{"title": name, "organization": kind} for name in posts])


def test_the_offices_of_a_body():
    found = archive(meeting("2031", held("council", "召集人", "秘书")), meeting("2032", held("council", "召集人")))
    assert [(one.title, one.person) for one in organization(found, "council").offices] == [
        ("召集人", Link("李", "people/li/", date=DateView("2032年", "2032"))),
        ("召集人", Link("李", "people/li/", date=DateView("2031年", "2031"))),
        ("秘书", Link("李", "people/li/", date=DateView("2031年", "2031"))),
    ]
    assert organization(found, "street").offices == ()


def test_an_office_is_that_of_one_body_even_when_two_have_one_name():
    units = [*BASE["organizations"], {**ALLIANCE, "id": "other", "name": COUNCIL["name"]}]
    said = held("council", "召集人")
    said["on_behalf_of"] = ["other"]
    found = archive(meeting("2031", said), organizations=units)
    assert [one.title for one in organization(found, "council").offices] == ["召集人"]
    assert organization(found, "other").offices == ()


def test_an_office_of_one_day_is_named_once():
    found = archive(meeting("2031", held("council", "召集人"), held("council", "召集人")))
    assert [one.title for one in organization(found, "council").offices] == ["召集人"]


def test_a_unit_shows_the_activities_that_it_took_part_in():
    found = archive(meeting("2031", activity("参观走访", title="参观阅览室", organizations=["street"])))
    (row,) = organization(found, "street").meetings
    (part,) = row.parts
    assert (part.text, part.link) == ("参观走访：", Link("参观阅览室", "meetings/2031/#i0"))
