"""Units act while they are there, and what takes the place of one is there by then."""

import pytest
from checking import BASE, Row, archive, at, found_by, found_in, meeting, unit
from chuxin.checks.successions import (
    names_follow_each_other,
    successions_make_no_circle,
    successors_are_there,
    units_act_while_they_are_there,
)


def ended(identifier: str, rest: str, date: str = "2031-06", manner: str = "并入"):
    """Return a unit that ceased to be, with the rest of what is said of that."""
    text = (
        f"id: {identifier}\nname: {identifier}\nclassification: 企业\nended: {{date: {date}, manner: {manner}{rest}}}\n"
    )
    return f"organizations/{identifier}", text


GONE = ended("gone", "")
NO_MORE = ("E340", "gone在 2031-06 已经并入，2032 不再有这个单位")
REPORTED: list[Row] = [
    (units_act_while_they_are_there, meeting("organizers: [▲gone]\n"), [NO_MORE]),
    (
        units_act_while_they_are_there,
        meeting("attendance:\n  organizations: [street, ▲gone]\n  people: [{person: li, organization: ▲gone}]\n"),
        [NO_MORE, NO_MORE],
    ),
    (
        units_act_while_they_are_there,
        meeting("agenda:\n  - {id: a, type: joining, body: council, organizations: [▲gone]}\n"),
        [NO_MORE],
    ),
    (
        units_act_while_they_are_there,
        unit("memberships:\n  - {body: gone, since: ▲2032}\n"),
        [NO_MORE],
    ),
    (
        units_act_while_they_are_there,
        (
            "organizations/bank",
            "id: bank\nname: 银行\nclassification: 企业\nended: {date: 2031, manner: 撤销}\n"
            "offices:\n  - {office: 会长, holders: {people: [li]}, since: ▲2032}\n",
        ),
        [("E340", "银行在 2031 已经撤销，2032 不再有这个单位")],
    ),
    (
        successions_make_no_circle,
        ended("bank", ", successors: [street, ▲bank]"),
        [("E341", "承接的单位绕成一圈：bank → bank")],
    ),
    (
        successors_are_there,
        ended("bank", ", successors: [street, ▲gone]", "2031-07"),
        [("E342", "gone在 2031-06 已经并入，不能在 2031-07 承接")],
    ),
    (
        names_follow_each_other,
        unit("former_names:\n  - {name: 二, until: 2031}\n  - {name: 一, until: ▲2030-05}\n"),
        [("E343", "改名的日期 2030-05 早于前一个曾用名的 2031")],
    ),
    (
        names_follow_each_other,
        unit("former_names:\n  - {name: 一, until: ▲2032}\nended: {date: 2031, manner: 撤销}\n"),
        [("E343", "单位在 2031 已经撤销，不能在 2032 改名")],
    ),
    (
        names_follow_each_other,
        unit("former_names:\n  - {name: ▲一}\n  - {name: 一}\n  - {name: ▲银行}\n"),
        [("E343", "“一” 与后来的名称相同，没有改名"), ("E343", "“银行” 与后来的名称相同，没有改名")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, GONE, record)
    assert found_by(rule, loaded) == at(spans, wanted)


def test_a_circle_of_several_is_told_once():
    units = [
        ended("a", ", successors: [b]"),
        ended("b", ", successors: [c, d]"),
        ended("c", ", successors: [d, a]"),
        ended("d", ", successors: [street]"),
    ]
    loaded, _ = archive(*BASE, *units)
    [(_, code, message)] = found_by(successions_make_no_circle, loaded)
    assert (code, message) == ("E341", "承接的单位绕成一圈：a → b → c → a")


def test_a_successor_that_is_founded_later_is_asked_about():
    founding = meeting("agenda:\n  - {id: a, type: founding, organization: alliance}\n")
    alliance = ("organizations/alliance", "id: alliance\nname: 联盟\nclassification: 联盟\n")
    loaded, spans = archive(*BASE, alliance, founding, ended("bank", ", successors: [▲alliance]", "2031-12"))
    assert found_by(successors_are_there, loaded) == at(spans, [("W342", "联盟在 2032 才成立，2031-12 还没有它")])


SOUND = [
    # As long as it is not surely later.
    ("meetings/2031-06", "id: 2031-06\nnames: [会]\ndate: 2031-06\norganizers: [gone]\n"),
    ended("bank", ", successors: [street]", "2032-03"),
    meeting(
        "agenda:\n  - id: a\n    type: decision\n    motion: 《案》\n    result: 通过\n"
        "    releases: [{body: council, organizations: [gone]}]\n"
    ),
    unit("former_names:\n  - {name: 一}\n  - {name: 二, until: 2030}\n  - {name: 一, until: 2030-05}\n"),
    ended("bank", ", successors: [gone]", "2031-06-01"),
]


@pytest.mark.parametrize("record", SOUND)
def test_finds_nothing_in_sound_records(record):
    loaded, _ = archive(*BASE, GONE, record)
    assert found_in(loaded) == []


def test_a_long_row_of_successors_is_walked_once():
    units = [ended(f"u{number}", f", successors: [u{number + 1}, u{number + 2}]") for number in range(1500)]
    loaded, _ = archive(*BASE, *units, ended("u1500", ""), ended("u1501", ""))
    assert found_by(successions_make_no_circle, loaded) == []
