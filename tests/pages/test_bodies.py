"""The map of units: every membership is in its box, nothing else looks like one, and the page stays small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import lxml.html
import pytest
import yaml
from chuxin.pages.bodies import MANY, map_link, map_place, map_view
from chuxin.pages.boxes import BodyView, Node, NodeGroup
from chuxin.pages.rendering import Renderer
from chuxin.site.site import read_site
from making import ALLIANCE, COUNCIL, admits, linked, meeting, person, releases, speech, unit
from sites import DATA, DOCS, SAMPLE

ARCHIVES = pytest.mark.parametrize(("folder", "docs"), [(DATA, DOCS), (SAMPLE, SAMPLE / "docs")])
FEW = [COUNCIL, ALLIANCE, unit("a"), unit("b"), unit("school", "院系", parent="college"), unit("college", "院校")]


def archive(*meetings: dict, units: Iterable[dict] = FEW):
    return linked(organizations=list(units), people=[person("li", "li")], meetings=list(meetings))


def within(groups: Iterable[NodeGroup | Node]) -> Iterator[Node]:
    for group in groups:
        for node in group.nodes if isinstance(group, NodeGroup) else group.inside:
            yield node
            yield from within([node])


def name_of(route: str | None) -> str:
    return (route or "").split("/")[1]


def in_box(body: BodyView) -> list[str]:
    """Return the units that a box shows as members, and those of before."""
    return [name_of(node.unit.route) for node in within((*body.members, *body.past)) if node.span]


def box(view, body: str = "council") -> BodyView:
    return next(one for one in view.bodies if name_of(one.body.route) == body)


def told_in_files(folder: Path) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return units and bodies: of what units' files and decisions tell, and of what was said in the name of members."""
    told, said = set(), set()
    for file in (folder / "organizations").glob("*.yml"):
        for own in yaml.safe_load(file.read_text("utf-8")).get("memberships", ()):
            told.add((file.stem, own["body"]))
    for file in (folder / "meetings").glob("*.yml"):
        for item in yaml.safe_load(file.read_text("utf-8")).get("agenda", ()):
            changes = [item] if item["type"] == "joining" else []
            if item.get("result") == "通过":
                changes += [*item.get("admits", ()), *item.get("releases", ())]
            told |= {(one, change["body"]) for change in changes for one in change.get("organizations", ())}
            if re.search("成员(单位)?代表", item.get("capacity", "")):
                said |= {(item.get("organization", ""), body) for body in item.get("on_behalf_of", ())}
    return told, said


@ARCHIVES
def test_every_membership_is_drawn_and_none_that_no_record_tells_of(folder: Path, docs: Path) -> None:
    """Compared with the files, read without the program."""
    site, _ = read_site(folder, docs)
    assert site
    drawn = [(one, name_of(body.body.route)) for body in map_view(site.archive).bodies for one in in_box(body)]
    told, said = told_in_files(folder)
    assert len(told) > 3
    assert len(drawn) == len(set(drawn))
    assert told <= set(drawn) <= told | said
    assert set(drawn) == {(one.unit, one.body) for one in site.archive.memberships}


@ARCHIVES
def test_every_unit_has_its_place(folder: Path, docs: Path) -> None:
    site, _ = read_site(folder, docs)
    assert site
    view = map_view(site.archive)
    groups = (*view.others, *(group for body in view.bodies for group in (*body.members, *body.past)))
    there = {node.unit.route for node in within(groups) if not node.only_parent}
    there |= {link.route for body in view.bodies for link in (body.body, *body.below)}
    assert {name_of(route) for route in there} == {path.stem for path in (folder / "organizations").glob("*.yml")}


def test_a_member_stands_inside_of_its_parent_which_is_none_by_that() -> None:
    view = map_view(archive(meeting("2031", admits("school", "a"))))
    college, other = (node for group in box(view).members for node in group.nodes)
    assert (college.unit.text, college.span, college.only_parent) == ("COLLEGE", None, True)
    assert [one.unit.text for one in college.inside] == ["SCHOOL"]
    assert other.span and other.span.since and other.span.since.text == "2031年"
    assert box(view).count == 2


def test_a_parent_that_is_a_member_itself_is_shown_as_one() -> None:
    (college,) = box(map_view(archive(meeting("2031", admits("school", "college"))))).members[0].nodes
    assert college.span and not college.only_parent
    assert [one.unit.text for one in college.inside] == ["SCHOOL"]


def test_who_left_stands_apart_with_both_days() -> None:
    view = map_view(archive(meeting("2031", admits("a", "b")), meeting("2032", releases("a"))))
    assert [one.unit.text for one in within(box(view).members)] == ["B"]
    (gone,) = within(box(view).past)
    assert gone.span and gone.span.since and gone.span.until
    assert (gone.unit.text, gone.span.since.text, gone.span.until.text, gone.span.end) == (
        "A",
        "2031年",
        "2032年",
        "退出",
    )


def test_who_came_back_is_a_member() -> None:
    held = [meeting("2031", admits("a")), meeting("2032", releases("a")), meeting("2033", admits("a"))]
    (node,) = within(box(map_view(archive(*held))).members)
    assert node.span and node.span.since and node.span.since.text == "2033年"
    assert box(map_view(archive(*held))).past == ()


def test_a_unit_that_is_no_more_left_nothing() -> None:
    ended = unit("a", ended={"date": "2032-07", "manner": "撤销"})
    (node,) = within(box(map_view(archive(meeting("2031", admits("a")), units=[COUNCIL, ended]))).past)
    assert node.span and node.span.end == "撤销"


def test_who_is_known_by_a_statement_only_is_undated_and_may_be_the_unit_above() -> None:
    spoken = speech("li", organization="school", capacity="成员代表", on_behalf_of=["council"])
    view = map_view(archive(meeting("2031-02-03", spoken)))
    (node,) = (one for one in within(box(view).members) if one.span)
    assert node.span and node.span.since is None and node.span.or_above
    assert node.span.proof and node.span.proof.text == "2031年2月3日"
    assert view.undated


def test_a_note_that_tells_since_when_is_not_called_unknown() -> None:
    for note, is_unsaid in (("见简报", True), ("2010年前后加入", False)):
        own = {"memberships": [{"body": "council", "note": note}]}
        view = map_view(archive(units=[COUNCIL, unit("a", **own)]))
        (node,) = within(box(view).members)
        assert node.span and (node.span.note, node.span.is_since_unsaid, view.undated) == (note, is_unsaid, is_unsaid)
        html = Renderer().render("bodies.html", "map/", view=view)
        assert ("加入日期未载明" in html) == is_unsaid


def test_a_unit_in_two_bodies_stands_in_both_and_says_so() -> None:
    view = map_view(archive(meeting("2031", admits("a"), admits("a", body="alliance"))))
    for body, other in (("council", "ALLIANCE"), ("alliance", "COUNCIL")):
        (node,) = within(box(view, body).members)
        assert [one.text for one in node.elsewhere] == [other]
    assert [one.route for one in node.elsewhere] == ["map/#b-council"]


def test_of_many_other_bodies_the_first_are_named_and_all_are_counted() -> None:
    bodies = [unit(f"b{place}", "联盟") for place in range(9)]
    joined = meeting("2031", *(admits("a", body=one["id"]) for one in bodies))
    view = map_view(archive(joined, units=[unit("a"), *bodies]))
    for body in view.bodies:
        ((node,),) = [group.nodes for group in body.members]
        assert (len(node.elsewhere), node.more_elsewhere) == (6, 2)
    assert "等8个组织" in Renderer().render("bodies.html", "map/", view=view)


def test_a_body_that_one_left_is_none_that_one_is_also_in() -> None:
    held = [meeting("2031", admits("a"), admits("a", body="alliance")), meeting("2032", releases("a"))]
    (node,) = within(box(map_view(archive(*held)), "alliance").members)
    assert node.elsewhere == ()


def test_units_in_no_body_stand_outside_in_their_parents() -> None:
    view = map_view(archive(meeting("2031", admits("a"))))
    ((college, b),) = [group.nodes for group in view.others]
    assert [one.unit.text for one in (college, b)] == ["COLLEGE", "B"]
    assert [one.unit.text for one in college.inside] == ["SCHOOL"]
    assert not any(node.span or node.only_parent for node in within(view.others))


def test_units_far_below_others_are_drawn_beside_them() -> None:
    chain = [unit("u0"), *(unit(f"u{place}", parent=f"u{place - 1}") for place in range(1, 1200))]
    view = map_view(archive(units=chain))
    assert sum(group.count for group in view.others) == len(chain)
    assert Renderer().render("bodies.html", "map/", view=view)


def test_committees_of_a_body_stand_in_its_box_and_are_no_members() -> None:
    view = map_view(archive(units=[*FEW, unit("committee", "专业委员会", parent="council")]))
    assert [one.text for one in box(view).below] == ["COMMITTEE"]
    assert box(view).members == ()
    assert "COMMITTEE" not in [one.unit.text for one in within(view.others)]


def test_founders_and_guides_are_named_beside_the_members() -> None:
    council = {**COUNCIL, "founders": ["a"], "guides": ["b"]}
    view = map_view(archive(units=[council, unit("a"), unit("b")]))
    assert [(label, [one.text for one in links]) for label, links in box(view).relations] == [
        ("发起", ["A"]), ("指导", ["B"]),
    ]  # fmt: skip
    assert in_box(box(view)) == []


def test_what_a_source_counts_beyond_the_record_is_said() -> None:
    groups = [{"name": "成员单位负责人", "count": "46", "measure": "家", "body": "council"}]
    view = map_view(archive(meeting("2031", admits("a"), attendance={"groups": groups})))
    counted = box(view).counted
    assert counted and counted.text == "46家成员单位负责人"


def test_the_table_says_the_same_by_units() -> None:
    view = map_view(archive(meeting("2031", admits("school"))))
    rows = {row.unit.text: row for row in view.rows}
    assert set(rows) == {"A", "B", "SCHOOL", "COLLEGE"}
    assert rows["SCHOOL"].parent and rows["SCHOOL"].parent.text == "COLLEGE"
    ((body, span),) = rows["SCHOOL"].bodies
    assert body.text == "COUNCIL" and span.since and span.since.text == "2031年"
    assert rows["A"].bodies == ()


def test_up_to_a_few_members_stand_openly_and_more_by_their_groups() -> None:
    for count, headings in ((MANY, [""]), (MANY + 1, ["教育", "企业"])):
        units = [unit(f"u{number}", "企业" if number else "学校") for number in range(count)]
        held = meeting("2031", admits(*(one["id"] for one in units)))
        members = box(map_view(archive(held, units=[COUNCIL, *units]))).members
        assert [group.heading for group in members] == headings
        assert sum(group.count for group in members) == count


def test_where_there_are_many_in_all_every_box_folds_more_than_a_few() -> None:
    units = [unit(f"u{number}") for number in range(100)]
    bodies = [unit(f"b{number}", "联盟") for number in range(16)]
    held = [meeting(f"m{at}", admits(*(one["id"] for one in units[: at + 1]), body=body["id"]), date="2031")
            for at, body in enumerate(bodies)]  # fmt: skip
    few = map_view(archive(*held[:9], units=[*bodies, *units]))
    many = map_view(archive(meeting("more", admits(*(one["id"] for one in units), body="b15"), date="2031"), *held,
                            units=[*bodies, *units]))  # fmt: skip
    assert [bool(box(few, "b8").members[0].heading), bool(box(many, "b8").members[0].heading)] == [False, True]
    assert not box(many, "b7").members[0].heading
    assert many.folded


@pytest.mark.parametrize(("members", "bodies", "outside"), [(300, 3, 100), (666, 1, 300), (1500, 2, 0), (30, 40, 3000)])
def test_the_page_stays_small(members: int, bodies: int, outside: int) -> None:
    """And tells how many there are of those that it does not show."""
    inside = [unit(f"u{number}") for number in range(members)]
    units = [unit(f"b{number}", "联盟") for number in range(bodies)]
    rest = [unit(f"o{number}") for number in range(outside)]
    held = [meeting(f"m{at}", *[admits(*(one["id"] for one in inside), body=one["id"])], date="2031")
            for at, one in enumerate(units)]  # fmt: skip
    view = map_view(archive(*held, units=[*units, *inside, *rest]))
    html = Renderer().render("bodies.html", "map/", view=view)
    assert len(lxml.html.fromstring(html).xpath("//*")) < 4800
    assert [body.count for body in view.bodies] == [members] * bodies
    assert sum(group.count for group in view.others) == outside
    shown = [body for body in view.bodies if not body.only_counted]
    assert all(len(in_box(body)) == members for body in shown)


def test_a_unit_leads_to_where_it_stands() -> None:
    found = archive(
        meeting("2031", admits("a")),
        units=[*FEW, unit("committee", "专业委员会", parent="council")],
    )
    places = {one: map_place(found, one).route for one in ("council", "a", "b", "committee")}
    assert places == {
        "council": "map/#b-council", "a": "map/#b-council", "b": "map/#_others", "committee": "map/#b-council",
    }  # fmt: skip
    assert map_link().route == "map/"


def test_of_nothing_there_is_an_empty_page() -> None:
    view = map_view(archive(units=[]))
    assert (view.bodies, view.others, view.rows) == ((), (), ())
    assert "至今没有公开的记录" in Renderer().render("bodies.html", "map/", view=view)
