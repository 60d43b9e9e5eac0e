"""Records fit together: bodies, parts, parents, numbers, sources."""

import pytest
from checking import BASE, DECISION, NEEDS, Row, archive, at, found_by, found_in, item, meeting, no_body, unit
from chuxin.checks.structure import (
    bodies_take_members,
    claims_are_not_awaited,
    facts_have_sources,
    meetings_have_their_own_number,
    parents_make_no_circle,
    parts_are_unique,
)


def twice(identifier: str):
    return "E304", f"编号 “{identifier}” 在这份记录里用了两次"


# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    (bodies_take_members, meeting("attendance: {groups: [{name: 人, body: ▲street}]}\n"), [no_body("街道", "街道")]),
    # what is no body has no members
    (bodies_take_members, meeting("body: ▲street\n"), [no_body("街道", "街道")]),
    (
        bodies_take_members,
        item("decision", DECISION + "admits:\n      - {body: ▲school, organizations: [street]}\n"),
        [no_body("学校", "院校")],
    ),
    (
        bodies_take_members,
        item("decision", DECISION + "releases:\n      - body: ▲school\n        organizations: [street]\n"),
        [no_body("学校", "院校")],
    ),
    (
        bodies_take_members,
        ("organizations/bank", "id: bank\nname: 银行\nclassification: 金融机构\nmemberships:\n  - body: ▲street\n"),
        [no_body("街道", "街道")],
    ),
    # ids inside of a record
    (
        parts_are_unique,
        meeting(
            "agenda:\n  - {id: a, type: launch, brand: light}\n  - {id: b, type: founding, organization: street}\n"
            "  - id: ▲a\n    type: founding\n    organization: street\n  - {type: launch, id: ▲a, brand: light}\n"
        ),
        [twice("a"), twice("a")],
    ),
    (
        parts_are_unique,
        (
            "listings/more",
            "id: more\nname: 单\ntype: 资源\nentries:\n  - {id: a, title: 甲}\n  - {title: 乙, id: ▲a}\n",
        ),
        [twice("a")],
    ),
    # what contradicts itself
    (
        claims_are_not_awaited,
        ("listings/needs", NEEDS[1] + "    state: ▲待认领\n    claimed_by: [school, street]\n"),
        [("E320", "写了待认领，却有认领的单位：学校")],
    ),
    (parents_make_no_circle, unit("parent: ▲bank"), [("E313", "上级单位绕成一圈：银行 → 银行")]),
    (
        meetings_have_their_own_number,
        ("meetings/2032", "id: '2032'\nnames: [会]\ndate: 2032\nbody: council\nnumber: ▲3\n"),
        [("E314", "届次 3 已用在会议 2030（会）")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    ("listings/needs", NEEDS[1] + "    state: 待认领\n"),
    # The source may not name who claimed it.
    ("listings/needs", NEEDS[1] + "    state: 已认领\n"),
    ("listings/needs", NEEDS[1] + "    claimed_by: [school]\n"),
    unit("parent: school"),
    meeting("number: 3\n"),
    meeting("body: council\nnumber: 4\n"),
    # the same id in two records, or in two kinds
    meeting("agenda:\n  - {id: li, type: launch, brand: light}\n"),
    ("organizations/li", "id: li\nname: 李\nclassification: 企业\n"),
    ("listings/more", NEEDS[1].replace("needs", "more")),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []


@pytest.mark.parametrize("classification", ["联席会议", "联盟", "基地"])
def test_bodies_take_members(classification):
    body = "organizations/body", f"id: body\nname: 体\nclassification: {classification}\n"
    unit = "organizations/unit", "id: unit\nname: 单位\nclassification: 企业\nmemberships:\n  - body: body\n"
    assert found_in(archive(*BASE, body, unit, meeting("body: body\n"))[0]) == []


def test_facts_have_sources():
    with_source = "people/wu", "id: wu\nname: 吴\nsort: wu\nsources: [report]\n"
    parts = item("founding", "organization: street\n    sources: [report]\n")
    loaded, _ = archive(*BASE, with_source, parts)
    found = {one[0].path for one in found_by(facts_have_sources, loaded)}
    assert found == {f"data/{key}.yml" for key, _ in BASE} - {"data/sources/report.yml"}
    unsaid = meeting("agenda:\n  - {id: a, type: founding, organization: street}\n")
    loaded, [span] = archive(*BASE, (unsaid[0], unsaid[1].replace("'2032'", "▲'2032'")))
    assert (span, "W315", "这份会议记录没有写来源（sources）") in found_by(facts_have_sources, loaded)
