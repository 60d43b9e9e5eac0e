"""What somebody had to do with a meeting, as pages show it."""

import pytest
from chuxin.pages.parts import Link, foot
from chuxin.records.organizations import Organization
from making import activity, admits, appoints, award, joins, meeting, releases, speech
from viewing import archive, organization


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
    ("street", {}, [joins(organizations=["street"])], ["加入：街道加入COUNCIL"]),
    ("council", {}, [joins(count="11")], ["吸收成员：11家单位加入COUNCIL"]),
    ("street", {}, [appoints(holders={"organizations": ["street"]})], ["推选：街道任COUNCIL会长"]),
    ("street", {}, [appoints(leaving={"organizations": ["street"]})], ["卸任：街道卸任COUNCIL会长"]),
    ("council", {}, [appoints(leaving={"organizations": ["street"]})], ["推选：街道卸任COUNCIL会长"]),
    ("street", {}, [award(receivers={"organizations": ["street"]})], ["获得：奖牌"]),
    ("street", {}, [award(givers={"organizations": ["street"]})], ["授予：奖牌"]),
    ("street", {}, [award(roles=[{"role": "见证", "organizations": ["street"]}])], ["见证：授予李奖牌"]),
    # different parts one after the other, and what was said in lists of its own
    (
        "street",
        {"organizers": ["street"], "attendance": {"people": [{"person": "wu", "organization": "street"}]}},
        [admits("street"), speech("li", organization="street")],
        ["召开", "出席：吴", "加入：《案》"],
    ),
]


@pytest.mark.parametrize(("identifier", "more", "agenda", "parts"), PARTS)
def test_what_an_organization_did_at_a_meeting(identifier, more, agenda, parts):
    assert rows(organization(archive(meeting("2031", *agenda, **more)), identifier)) == [("2031", parts)]


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        ("street", {"organization": "street"}),
        ("council", {"on_behalf_of": ["council"]}),
        ("department", {"posts": [{"title": "长", "organization": "department"}]}),
    ],
)
def test_who_only_spoke_at_a_meeting_has_it_in_the_list_of_what_was_said(identifier, said):
    view = organization(archive(meeting("2031", speech("li", **said))), identifier)
    assert (view.meetings, [one.meeting.text for one in view.said.shown]) == ((), ["会2031"])


def test_a_meeting_that_only_mentions_an_organization_is_none_of_its_meetings():
    found = archive(meeting("2031", note="[街道](record:organizations/street)"))
    view = organization(found, "street")
    assert view.meetings == ()
    assert foot(found, found.of(Organization)["street"]).mentions == (Link("会2031", "meetings/2031/", "会议"),)


def test_the_meetings_of_an_organization_come_newest_first():
    found = archive(*[meeting(f"203{year}", organizers=["street"]) for year in (1, 3, 2)])
    assert [iso for iso, _ in rows(organization(found, "street"))] == ["2033", "2032", "2031"]


def test_a_unit_shows_the_activities_that_it_took_part_in():
    found = archive(meeting("2031", activity("参观走访", title="参观阅览室", organizations=["street"])))
    (row,) = organization(found, "street").meetings
    (part,) = row.parts
    assert (part.text, part.link) == ("参观走访：", Link("参观阅览室", "meetings/2031/#i0"))
