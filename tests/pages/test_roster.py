"""The members of a body: a bar each, one for those who joined alike, or one for a year."""

from __future__ import annotations

import lxml.html
import pytest
from chuxin.pages.axis import Axis
from chuxin.pages.lanes import Mark
from chuxin.pages.rendering import Renderer
from chuxin.pages.roster import RosterView, roster_view
from making import COUNCIL, admits, linked, meeting, releases, unit


def roster(*meetings: dict, most: int = 40, units: str = "abcd", **more) -> RosterView:
    own = [unit(name, **more) for name in units]
    found = linked(organizations=[COUNCIL, *own], meetings=list(meetings))
    return roster_view(found, found.members_of.get("council", ()), None, (), most)


def names(view: RosterView) -> list[list[str]]:
    return [[one.unit.text for one in group.members] for part in view.parts for group in part.groups]


JOINED = (
    meeting("2031-01-01", admits("a", "b")),
    meeting("2032-01-01", admits("c"), releases("b")),
    meeting("2033-01-01", admits("d")),
)


def test_few_have_a_bar_each_and_those_of_one_decision_stand_together():
    view = roster(*JOINED)
    assert view.each and view.axis == Axis(2031, 2034) and view.growth is None
    assert names(view) == [["A", "B"], ["C"], ["D"]]
    lanes = [one.lane for group in view.parts[0].groups for one in group.members]
    assert [one.open for one in lanes] == [True, False, True, True]
    assert {group.lane for group in view.parts[0].groups} == {None}


def test_of_more_those_of_one_decision_have_one_bar_with_a_mark_where_one_left():
    view = roster(*JOINED, most=3)
    assert not view.each and view.growth
    assert names(view) == [["A", "B"], ["C"], ["D"]]
    first = view.parts[0].groups[0]
    assert first.lane.open and first.lane.marks == (Mark(0, True), Mark(33.33, True, "end"))
    assert (first.since.since_first, first.since.until_first) == ("2031-01-01", None)


def test_of_very_many_those_of_a_year_have_one_bar():
    view = roster(*JOINED, most=2)
    assert [(part.heading, part.count) for part in view.parts] == [
        ("2031年加入", 2),
        ("2032年加入", 1),
        ("2033年加入", 1),
    ]
    assert all(part.lane for part in view.parts)
    assert {group.lane for part in view.parts for group in part.groups} == {None}


def test_one_date_tells_no_before_from_an_after():
    view = roster(meeting("2031-01-01", admits("a", "b")))
    assert view.axis is None and {one.lane for one in view.members} == {None}


def test_a_body_without_members_and_one_without_dates():
    assert roster().verdict.sure == 0
    view = roster(memberships=[{"body": "council"}])
    assert (view.verdict.date, view.verdict.sure, view.axis) == (None, 4, None)
    assert names(view) == [["A", "B", "C", "D"]]


PAGE = '{% import "members.html" as membership %}{{ membership.members(view, ()) }}'


@pytest.mark.parametrize("most", [40, 3, 2])
def test_each_member_says_its_days_in_every_form(most, tmp_path):
    """What assets/javascripts/members.js reads of a member and of the group in which it stands is what is recorded."""
    view = roster(*JOINED, most=most)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    renderer = Renderer()
    renderer._loader.searchpath.append(str(tmp_path))
    root = lxml.html.fromstring(f"<div>{renderer.render('page.html', 'x/', view=view)}</div>")
    found = {}
    for element in root.xpath("//*[@data-member]"):
        told = {**element.xpath("ancestor::*[@data-together]")[0].attrib, **element.attrib}
        (link, *_) = element.xpath("descendant-or-self::a")
        found[link.text] = [told.get(f"data-{name}") for name in ("since-first", "since-last", "until-first")]
    days = {one.unit.text: one.days for one in view.members}
    assert found == {name: [one.since_first, one.since_last, one.until_first] for name, one in days.items()}
    assert len(root.xpath("//*[@role='status'][@data-members-status]")) == 1
    assert len(root.xpath("//figure")) == (most < 4)
