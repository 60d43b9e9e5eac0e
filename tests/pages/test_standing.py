"""How a unit stands, in a line or two."""

from __future__ import annotations

from chuxin.pages.standing import organization_brief, standing
from chuxin.records.organizations import Organization
from making import COUNCIL, admits, linked, meeting, person, releases, speech, unit

LI = person("li", "li")


def told(identifier: str, *meetings: dict, organizations: list[dict]) -> str:
    found = linked(meetings=list(meetings), organizations=[COUNCIL, *organizations], people=[LI])
    return organization_brief(found, found.of(Organization)[identifier]).description


def test_a_unit_that_joined_by_a_decision() -> None:
    one = told("a", meeting("2031-03-12", admits("a")), organizations=[unit("a")])
    assert one == "企业。2031年3月12日加入COUNCIL，无退出记录。会议1次。"


def test_a_unit_that_left() -> None:
    one = told("a", meeting("2031", admits("a")), meeting("2032-05", releases("a")), organizations=[unit("a")])
    assert one == "企业。2031年加入COUNCIL，2032年5月退出。会议2次。"
    one = told("a", meeting("2032-05", releases("a")), organizations=[unit("a")])
    assert one == "企业。COUNCIL的成员，加入日期未载明，2032年5月退出。会议1次。"


def test_what_is_known_less_well_is_said_so() -> None:
    joined = unit("a", memberships=[{"body": "council", "since": "不晚于2031-03"}])
    assert told("a", organizations=[joined]) == "企业。不晚于2031年3月加入COUNCIL，无退出记录。"
    undated = unit("a", memberships=[{"body": "council"}])
    assert told("a", organizations=[undated]) == "企业。COUNCIL的成员，加入日期未载明，无退出记录。"
    noted = unit("a", memberships=[{"body": "council", "note": "报道说是2031年前后"}])
    assert told("a", organizations=[noted]) == "企业。COUNCIL的成员，无退出记录。"


def test_who_only_spoke_as_a_member_is_said_to_have_spoken() -> None:
    said = meeting("2031", speech("li", organization="a", capacity="成员代表", on_behalf_of=["council"]))
    one = told("a", said, organizations=[unit("a")])
    assert one == "企业。2031年以COUNCIL“成员代表”的身份发言，加入日期未载明，无退出记录。发言1篇。"
    below = [unit("a", parent="b"), unit("b")]
    one = told("a", said, organizations=below)
    assert one == "企业。2031年以COUNCIL“成员代表”的身份发言，成员是它还是B没有写明。发言1篇。"


def test_a_unit_or_a_body_that_ceased_to_be() -> None:
    gone = unit("a", ended={"date": "2033", "manner": "并入", "successors": ["b"]})
    one = told("a", meeting("2031", admits("a")), organizations=[gone, unit("b")])
    assert one == "企业。2033年并入B。2031年加入COUNCIL，2033年单位终止。会议1次。"
    found = linked(
        meetings=[meeting("2031", admits("a"))],
        organizations=[{**COUNCIL, "ended": {"date": "2034", "manner": "撤销"}}, unit("a")],
    )
    one = organization_brief(found, found.of(Organization)["a"]).description
    assert one == "企业。2031年加入COUNCIL，2034年该组织终止。会议1次。"


def test_former_names() -> None:
    former = [{"name": "甲", "until": "2030-01"}, {"name": "乙"}, {"name": "丙", "until": "不晚于2032"}]
    one = told("a", organizations=[unit("a", former_names=former)])
    assert one == "企业。2030年1月以前称甲。曾用名乙。曾用名丙。"


def test_of_many_memberships_those_that_last_are_told() -> None:
    bodies = [unit(name, "联盟") for name in ("x", "y", "z")]
    joined = [{"body": "x", "since": "2030"}, {"body": "y", "since": "2031", "until": "2032"}, {"body": "z"}]
    one = told("a", organizations=[unit("a", memberships=joined), *bodies])
    assert one == "企业。2030年加入X，无退出记录。Z的成员，加入日期未载明，无退出记录。成员关系共3条。"


def test_a_unit_that_joined_nothing_is_told_by_where_it_belongs() -> None:
    assert told("a", organizations=[unit("a", parent="b"), unit("b")]) == "企业。上级单位是B。"
    assert told("b", organizations=[unit("a", parent="b"), unit("b")]) == "企业。"


def test_a_body_tells_its_members_and_what_a_source_counts() -> None:
    units = [unit("a"), unit("b")]
    joined = meeting("2031", admits("a", "b"))
    assert told("council", organizations=units) == "联席会议。没有成员的公开记录。"
    assert told("council", joined, organizations=units) == (
        "联席会议。有记录可查的成员2家，都没有退出的记录。成员关系2条，会议1次。"
    )
    came = {"groups": [{"name": "成员单位负责人", "count": 46, "measure": "家", "body": "council"}]}
    one = told("council", joined, meeting("2032", releases("a"), attendance=came), organizations=units)
    assert one == (
        "联席会议。有记录可查的成员2家，其中1家没有退出的记录。"
        "名单未公开：来源称2032年有46家成员单位负责人参会。成员关系2条，会议2次。"
    )


def test_a_row_has_the_last_of_what_was_joined_and_nothing_where_nothing_is_recorded() -> None:
    joined = unit("a", memberships=[{"body": "council", "since": "2031"}, {"body": "other", "since": "2032"}])
    found = linked(organizations=[COUNCIL, {**COUNCIL, "id": "other", "name": "OTHER"}, joined, unit("b")])
    units = found.of(Organization)
    assert list(standing(found, units["a"])) == ["2032年加入OTHER，无退出记录", "另有1条成员关系"]
    assert list(standing(found, units["b"])) == []
    assert list(standing(found, units["council"])) == ["有记录可查的成员1家，没有退出的记录"]
    alone = linked(organizations=[COUNCIL])
    assert list(standing(alone, alone.of(Organization)["council"])) == []
