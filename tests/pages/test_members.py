"""Rows of membership: what they rest on, and what became of those whose unit or body ceased to be."""

import pytest
from chuxin.pages.days import Days
from chuxin.pages.growth import growth_view
from chuxin.pages.parts import Link
from making import ALLIANCE, COUNCIL, admits, linked, meeting, person, releases, speech, unit
from viewing import organization


def ended(one: dict, *successors: str, date: str = "2032-06-01") -> dict:
    return {**one, "ended": {"date": date, "manner": "并入", "successors": list(successors)}}


def rows(found, body: str = "council") -> dict:
    return {one.unit.text: one for one in organization(found, body).roster.members}


def test_a_membership_ends_with_its_unit_and_is_not_carried_over():
    units = [COUNCIL, ended(unit("a"), "b"), unit("b")]
    found = linked(meetings=[meeting("2031-03-12", admits("a"))], organizations=units)
    row = rows(found)["A"]
    assert (row.until.iso, row.ended.text, row.ending.line, row.left) == ("2032-06-01", "A", "并入B", None)
    assert (row.days.until_first, row.days.until_last) == ("2032-06-01", "2032-06-01")
    assert row.unsaid == (Link("B", "organizations/b/"),)
    assert list(rows(found)) == ["A"] and organization(found, "b").memberships == ()


def test_what_the_source_says_of_the_successor_decides():
    own = {"memberships": [{"body": "council", "since": "2032-06-01"}]}
    units = [COUNCIL, ended(unit("a"), "b"), {**unit("b"), **own}]
    found = linked(meetings=[meeting("2031-03-12", admits("a"))], organizations=units)
    assert rows(found)["A"].unsaid == ()
    assert [
        (one.date.iso, one.joined, one.left, one.ceased, one.total)
        for one in growth_view(found.members_of["council"]).steps
    ] == [
        ("2031-03-12", 1, 0, 0, 1),
        ("2032-06-01", 1, 0, 1, 1),
    ]


def test_memberships_end_with_their_body():
    units = [ended(COUNCIL, "alliance"), ALLIANCE, unit("a"), unit("b")]
    found = linked(
        meetings=[meeting("2031-03-12", admits("a", "b")), meeting("2032-01-01", releases("b"))], organizations=units
    )
    assert (rows(found)["A"].until.iso, rows(found)["A"].ended.text) == ("2032-06-01", "COUNCIL")
    assert rows(found)["A"].unsaid == (Link("ALLIANCE", "organizations/alliance/"),)
    assert (rows(found)["B"].until.iso, rows(found)["B"].ended, rows(found)["B"].unsaid) == ("2032-01-01", None, ())
    assert organization(found, "alliance").roster.members == ()


def test_what_took_the_place_of_a_unit_or_a_body_says_what_is_open():
    units = [ended(COUNCIL, "alliance"), ALLIANCE, ended(unit("a"), "b", date="2032-01-01"), unit("b"), unit("c")]
    found = linked(meetings=[meeting("2031-03-12", admits("a", "c"))], organizations=units)
    [of_unit] = organization(found, "b").open_questions
    [of_body] = organization(found, "alliance").open_questions
    assert (of_unit.before.text, [one.text for one in of_unit.others], of_unit.as_body) == ("A", ["COUNCIL"], False)
    assert (of_body.before.text, [one.text for one in of_body.others], of_body.as_body) == ("COUNCIL", ["C"], True)
    assert organization(found, "c").open_questions == ()


@pytest.mark.parametrize(("unit_ends", "body_ends", "which"), [("2032", "2033", "A"), ("2033", "2032", "COUNCIL")])
def test_whatever_ends_first_ends_it(unit_ends, body_ends, which):
    units = [ended(COUNCIL, date=body_ends), ended(unit("a"), date=unit_ends)]
    found = linked(meetings=[meeting("2031", admits("a"))], organizations=units)
    assert (rows(found)["A"].ended.text, rows(found)["A"].until.text) == (which, "2032年")


def test_a_row_has_the_former_names_of_its_unit():
    a = {**unit("a"), "former_names": [{"name": "旧名", "until": "2031-09-01"}]}
    found = linked(meetings=[meeting("2031", admits("a"))], organizations=[COUNCIL, a])
    assert [(one.name, one.on_days_before) for one in rows(found)["A"].former_names] == [("旧名", "2031-09-01")]


def test_a_body_shows_the_members_with_their_days():
    archive = linked(
        organizations=[COUNCIL, unit("a"), unit("b", memberships=[{"body": "council"}])],
        meetings=[meeting("2031-03-12", admits("a")), meeting("2032-02", releases("a"))],
    )
    view = organization(archive, "council")
    assert [(one.unit.text, one.days) for one in view.roster.members] == [
        ("B", Days(None, None, None, None, undated=True)),
        ("A", Days("2031-03-12", "2031-03-12", "2032-02-01", "2032-02-29")),
    ]


def said(body: str, **more) -> dict:
    return speech("li", capacity="成员代表", on_behalf_of=[body], **more)


def test_a_body_shows_the_proof_of_a_membership_and_whose_it_may_be():
    archive = linked(
        organizations=[ALLIANCE, unit("school", parent="university"), unit("university")],
        people=[person("li")],
        meetings=[
            meeting(
                "2031-03-12", {"type": "founding", "organization": "alliance"}, said("alliance", organization="school")
            )
        ],
    )
    (row,) = organization(archive, "alliance").roster.members
    assert row.days == Days("2031-03-12", "2031-03-12", None, None, undated=True)
    assert (row.since, row.above.text) == (None, "UNIVERSITY")
    assert [(proof.date.text, proof.capacity, proof.statement.route) for proof in row.proofs] == [
        ("2031年3月12日", "成员代表", "statements/2031-03-12-i1/")
    ]
