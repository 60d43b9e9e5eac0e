"""The page of components: of each state one, whichever records there are."""

from __future__ import annotations

import pytest
from chuxin.archive.linking import Archive, link
from chuxin.archive.loading import load
from chuxin.pages.components import ComponentsView, components_view
from chuxin.pages.rendering import Renderer
from making import COUNCIL, linked, person, unit
from sites import SAMPLE


@pytest.fixture(scope="module")
def shown() -> ComponentsView:
    """What is shown of the sample."""
    return components_view(sample())


def sample() -> Archive:
    return link(load(SAMPLE)[0])


def test_a_year_a_month_a_day_and_a_bound_are_shown(shown: ComponentsView) -> None:
    assert sorted((date.sense, len(date.iso)) for date in shown.dates) == [("", 4), ("", 7), ("", 10), ("不晚于", 10)]


def test_of_each_form_of_a_statement_one_is_shown(shown: ComponentsView) -> None:
    assert [one.form for one in shown.statements] == sorted({one.item.form for one in sample().statements.values()})


def test_the_meeting_that_came_to_most_is_shown_and_one_where_several_spoke_for_the_same(shown: ComponentsView) -> None:
    most, *others = shown.glances
    assert len(most.results) > 8 and len(most.numbers) > 5
    groups = [group for one in (most, *others) for group in one.spoken]
    assert any(len(group.speakers) > 1 for group in groups) and any(group.is_unsaid for group in groups)


def test_of_each_kind_of_item_one_is_shown_and_no_statement(shown: ComponentsView) -> None:
    kinds = [(item.name, item.result) for item in shown.items]
    assert len(kinds) == len(set(kinds)) > 3
    assert all(item.statement is None for item in shown.items)


def test_the_body_of_which_most_is_unknown_comes_first_and_two_are_enough(shown: ComponentsView) -> None:
    vague = [sum(member.days.vague for member in body.roster.members) for body in shown.bodies]
    assert len(vague) == 2 and vague == sorted(vague, reverse=True) and vague[0]


def test_members_are_shown_in_every_form(shown: ComponentsView) -> None:
    many, very_many = shown.rosters
    assert shown.bodies[0].roster.each and not many.each and many.axis
    assert [bool(one.parts[0].heading) for one in (many, very_many)] == [False, True]
    assert shown.tracks and shown.tracks.axis and len(shown.tracks.rows) > 3


def test_without_records_there_is_nothing_to_show_and_the_page_is_whole() -> None:
    view = components_view(linked())
    assert (view.dates, view.statements, view.items, view.citation, view.bodies) == ((), (), (), None, ())
    assert "<h2" in Renderer().render("components.html", "components/", view=view)


def test_markup_in_records_is_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    archive = linked(
        organizations=[
            {**COUNCIL, "name": hostile},
            {**unit("school", "院校"), "name": hostile, "memberships": [{"body": COUNCIL["id"]}]},
        ],
        people=[{**person("li", "li"), "name": hostile}],
        meetings=[
            {
                "id": "2031",
                "names": [hostile],
                "date": "2031",
                "agenda": [
                    {"id": "a", "type": "remarks", "speaker": "li", "form": "概述", "text": hostile},
                    {"id": "b", "type": "decision", "motion": hostile, "result": "通过"},
                ],
            }
        ],
    )
    html = Renderer().render("components.html", "components/", view=components_view(archive))
    assert "<img" not in html and "&lt;img src=x" in html


def test_posts_are_shown_as_lanes_and_as_a_sentence(shown: ComponentsView) -> None:
    lanes, sentence = shown.posts
    assert lanes.axis and len(lanes.rows) > 2
    assert sentence.only


def test_the_way_of_an_outcome_is_shown_in_every_state(shown: ComponentsView) -> None:
    found = {(bool(one.reports), bool(one.later)) for one in shown.ways}
    assert {(True, True), (True, False), (False, False)} <= found


def test_years_are_shown_with_days_that_are_known_and_that_are_not(shown: ComponentsView) -> None:
    fullest, vague = shown.strips
    assert fullest.count >= vague.count
    assert any(mark.begin < mark.end or mark.is_bound for mark in vague.marks)


def test_two_boxes_of_the_map_and_the_grid_are_shown(shown: ComponentsView) -> None:
    assert len(shown.boxes) == 2
    assert shown.grid.columns and shown.grid.groups


def test_offices_are_shown_with_ends_that_are_known_and_that_are_not(shown: ComponentsView) -> None:
    assert shown.offices.axis
    assert {bool(one.until) for one in shown.offices.rows} == {True, False}
