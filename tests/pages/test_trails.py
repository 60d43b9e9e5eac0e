"""From a decision to what came of it: the stations, what is told whole, and what is not known."""

from __future__ import annotations

import pytest
from chuxin.pages.parts import Link
from chuxin.pages.rendering import TEMPLATES, Renderer
from chuxin.pages.trails import MOST_RESULTS, FollowedView, Trail, entry_trail, followed_view, later_links, result_link
from chuxin.records.meetings import Meeting
from making import decision, meeting, speech
from viewing import archive

LATER = {"date": "2032-06", "text": "**办成**了。\n\n第二段", "entries": ["all/a"], "sources": ["report"]}
FROM = {"id": "a", "title": "条", "follows": ["2031/i0"]}


def listed(*entries: dict, **more):
    return [{"id": "all", "name": "单", "type": "项目", "entries": [{"title": one["id"], **one} for one in entries]}]


def made(*meetings: dict, entries: tuple[dict, ...] = (FROM,)):
    return archive(*meetings, listings=listed(*entries))


def followed(found, meeting_id: str = "2031") -> FollowedView:
    return followed_view(found, found.of(Meeting)[meeting_id])


def stations(trail: Trail) -> tuple[list[str], list[tuple[str | None, list[str]]]]:
    """The texts of the stations of a trail: the origins, and each way."""
    ways = [
        (way.project.link.text if way.project else None, [one.link.text for one in way.results]) for way in trail.ways
    ]
    return [one.link.text for one in trail.origins], ways


@pytest.fixture
def rendered(tmp_path):
    """Return what renders a macro of the template."""

    def render(macro: str, *values: object) -> str:
        text = f"{{% import 'trails.html' as trails %}}{{{{ trails.{macro}(*values) }}}}"
        (tmp_path / "one.html").write_text(text, "utf-8")
        return Renderer(templates=[tmp_path, TEMPLATES]).render("one.html", "x/x/", values=values)

    return render


def test_a_decision_its_project_and_its_result_stand_in_their_order():
    found = made(meeting("2031", decision(), follow_ups=[LATER]))
    view = followed(found)
    (trail,) = view.trails
    assert stations(trail) == (["《案》"], [("条", ["办成了。"])])
    (way,) = trail.ways
    assert (trail.origins[0].name, trail.origins[0].date.iso) == ("决定·通过", "2031")
    assert (way.project.name, way.project.link.route) == ("项目", "listings/all/#a")
    result = way.results[0]
    assert (result.name, result.date.iso, result.text, result.anchor) == (
        "结果",
        "2032-06",
        LATER["text"],
        "_follow-up-1",
    )
    assert [one.text for one in result.sources] == ["报道的题"]
    assert (view.untied, view.without) == ((), 0)


def test_a_result_without_a_project_follows_from_its_item_alone():
    found = made(meeting("2031", decision(), follow_ups=[{**LATER, "entries": [], "items": ["2031/i0"]}]), entries=())
    (trail,) = followed(found).trails
    assert stations(trail) == (["《案》"], [(None, ["办成了。"])])


def test_what_is_told_on_another_page_is_a_link_to_there():
    found = made(meeting("2031", decision()), meeting("2032", follow_ups=[LATER]))
    (result,) = followed(found).trails[0].ways[0].results
    assert (result.text, result.anchor, result.link.route) == (None, "", "meetings/2032/#_follow-up-1")
    # There it is told whole, with where it began.
    (trail,) = followed(found, "2032").trails
    assert stations(trail) == (["《案》"], [("条", ["办成了。"])])
    assert trail.ways[0].results[0].text == LATER["text"]


def test_of_two_projects_the_first_tells_what_came_of_both():
    second = {"id": "b", "title": "款", "follows": ["2031/i0"]}
    both = {**LATER, "entries": ["all/a", "all/b"]}
    found = made(meeting("2031", decision(), follow_ups=[both]), entries=(FROM, second))
    (trail,) = followed(found).trails
    assert stations(trail) == (["《案》"], [("条", ["办成了。"]), ("款", ["办成了。"])])
    first, again = (way.results[0] for way in trail.ways)
    assert (first.text, again.text) == (both["text"], None)


def test_every_entry_that_a_meeting_tells_of_is_drawn_with_where_it_began():
    """Also beside what came of an item itself, and beside another entry."""
    told = {**LATER, "items": ["2032/i0"], "entries": ["all/a", "all/b"], "outcomes": ["desk"]}
    found = made(
        meeting("2031", decision()), meeting("2032", decision(), follow_ups=[told]), entries=(FROM, {"id": "b"})
    )
    trails = followed(found, "2032").trails
    results = ["办成了。"]
    assert [stations(trail) for trail in trails] == [
        (["《案》"], [(None, results)]),
        (["《案》"], [("条", results)]),
        ([], [("b", results)]),
    ]
    first, *others = (trail.ways[0].results[0] for trail in trails)
    assert first.text and [one.text for one in first.concerned] == ["《小桌》"]
    assert all(one.text is None and one.concerned == () for one in others)


def test_what_is_tied_to_nothing_stands_below_and_of_the_other_items_it_is_said(rendered):
    loose = {"date": "2033", "text": "别的", "outcomes": ["desk"]}
    agenda = (decision(), decision(), speech("li"))
    found = made(meeting("2031", *agenda, follow_ups=[LATER, loose]))
    view = followed(found)
    assert [(one.text, one.anchor, [link.text for link in one.concerned]) for one in view.untied] == [
        ("别的", "_follow-up-2", ["《小桌》"])
    ]
    assert view.without == 1  # The statement is no item that has to be followed.
    text = rendered("followed", view)
    assert "没有记明由会上哪一项而来的" in text and "会上其余1项（发言不计）：没有记明与它有关的后续。" in text
    only = followed(made(meeting("2031", *agenda, follow_ups=[LATER])))
    assert "会上其余1项（发言不计）：未见公开信息。" in rendered("followed", only)


@pytest.mark.parametrize("agenda", [(), (decision(),)])
def test_of_a_meeting_of_which_nothing_followed_one_sentence_says_so(agenda, rendered):
    view = followed(made(meeting("2031", *agenda), entries=()))
    assert rendered("followed", view).split() == ["<p>未见公开信息。</p>"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({}, "结果：未见公开信息"),
        ({"text": "办成了。"}, "没有另外记录的结果"),
    ],
)
def test_of_a_project_without_a_result_nothing_is_concluded(entry, said, rendered):
    found = made(meeting("2031", decision()), entries=({**FROM, **entry},))
    trail = entry_trail(found, "all/a")
    text = rendered("trail", trail)
    assert text.count("cx-station--vague") == 1 and said in text


@pytest.mark.parametrize(("entry", "unknown"), [({}, True), ({"text": "会上定的。"}, False)])
def test_where_an_entry_began_is_unknown_only_where_its_text_may_not_tell_it(entry, unknown, rendered):
    found = made(meeting("2031", follow_ups=[LATER]), entries=({"id": "a", **entry},))
    trail = entry_trail(found, "all/a")
    assert (trail.origins, trail.is_origin_unsaid) == ((), unknown)
    assert ("由来未载明" in rendered("trail", trail)) is unknown


def test_of_an_entry_that_is_tied_to_nothing_no_trail_is_drawn():
    assert entry_trail(made(meeting("2031", decision()), entries=({"id": "a"},)), "all/a") is None


def test_a_project_names_its_unit_and_who_claimed_it_or_says_that_nobody_is_named(rendered):
    known = {**FROM, "organization": "street", "claimed_by": ["district"], "state": "办理中", "date": "2032"}
    found = made(meeting("2031", decision()), entries=(known, {**FROM, "id": "b"}))
    project, bare = (entry_trail(found, one).ways[0].project for one in ("all/a", "all/b"))
    assert (project.organization.text, [one.text for one in project.claimed_by]) == ("街道", ["区委"])
    assert (project.state, project.unsaid, bare.unsaid) == ("办理中", frozenset(), {"organization", "date"})
    text = rendered("trail", entry_trail(found, "all/b"))
    assert text.count("未载明") == 2


def test_with_its_entry_nothing_of_it_is_said_again(rendered):
    known = {**FROM, "organization": "street", "state": "办理中"}
    found = made(meeting("2031", decision()), entries=(known,))
    text = rendered("trail", entry_trail(found, "all/a"), True)
    assert "条" in text and "listings/all" not in text and "街道" not in text and "办理中" not in text


def test_an_item_names_what_it_became_and_what_came_of_it():
    found = made(meeting("2031", decision(), decision(), follow_ups=[LATER]), entries=({**FROM, "date": "2032"},))
    project, result = later_links(found, "2031/i0")
    assert (project.text, project.route, project.note, project.date.iso) == ("条", "listings/all/#a", "项目", "2032")
    assert (result.text, result.route, result.date.iso) == ("办成了。", "meetings/2031/#_follow-up-1", "2032-06")
    assert later_links(found, "2031/i1") == ()


def test_a_result_is_called_by_its_first_line_without_its_colon():
    found = made(meeting("2031", follow_ups=[LATER]), entries=(FROM,))
    first = found.of(Meeting)["2031"]
    link = result_link(first, 1, first.follow_ups[0])
    assert link == Link("办成了。", "meetings/2031/#_follow-up-1", date=link.date)
    assert result_link(first, 1, first.follow_ups[0].model_copy(update={"text": "三件事：\n\n- 一"})).text == "三件事"


def test_every_result_of_a_meeting_has_its_place_on_the_page_once(rendered):
    """Whatever they are tied to: items and entries of this meeting, of others, of none."""
    ties = [{}, {"items": ["2031/i0"]}, {"entries": ["all/a"]}, {"entries": ["all/b"]}, {"items": ["2030/i0"]}]
    ties += [{"items": ["2031/i0", "2030/i0"], "entries": ["all/a", "all/b"]}]
    told = [{"date": f"{2033 - number}", "text": f"事{number}", **tie} for number, tie in enumerate(ties[:2])]
    told += [{"date": f"{2040 - number}", "text": f"事{number}", **tie} for number, tie in enumerate(ties[2:], 2)]
    found = made(meeting("2031", decision(), follow_ups=told), meeting("2030", decision()), entries=(FROM, {"id": "b"}))
    text = rendered("followed", followed(found))
    for place in range(1, len(told) + 1):
        assert text.count(f'id="_follow-up-{place}"') == 1, place


def ends(trail: Trail) -> list[tuple[int, int, int]]:
    """Of each way how many results are told whole, are links, and are left out."""
    return [
        (sum(bool(one.text) for one in way.results), sum(not one.text for one in way.results), way.more)
        for way in trail.ways
    ]


@pytest.mark.parametrize("tie", [{"items": ["2031/i0"]}, {"entries": ["all/a"]}])
def test_of_very_many_results_elsewhere_a_page_has_the_first_and_each_is_whole_where_it_is_told(tie, rendered):
    """Each of many meetings would draw what all the others tell: their square."""
    number = 3 * MOST_RESULTS
    later = [{"date": f"{2040 + n}", "text": f"事{n}", **tie} for n in range(number)]
    found = made(
        meeting("2031", decision()),
        *[meeting(f"m{n}", date="2033", follow_ups=[one]) for n, one in enumerate(later)],
        entries=({**FROM, "follows": ["2031/i0"] if "entries" in tie else []},),
    )
    (trail,) = followed(found).trails
    assert ends(trail) == [(0, MOST_RESULTS, number - MOST_RESULTS)]
    (last,) = followed(found, f"m{number - 1}").trails
    assert ends(last) == [(1, MOST_RESULTS, number - MOST_RESULTS - 1)]
    assert last.ways[0].results[-1].text == later[-1]["text"]
    text = rendered("followed", followed(found))
    assert f"另有{number - MOST_RESULTS}项结果" in text and "follow-ups/" in text
    assert f"另有{number - MOST_RESULTS}项结果" in rendered("lines", trail)


def test_very_many_results_of_one_meeting_are_told_there_once():
    number = 3 * MOST_RESULTS
    own = [{"date": f"{2040 + n}", "text": f"事{n}", "entries": ["all/a"]} for n in range(number)]
    agenda = [decision() for _ in range(3)]
    entry = {**FROM, "follows": [f"2031/i{n}" for n in range(3)]}
    trails = followed(made(meeting("2031", *agenda, follow_ups=own), entries=(entry,))).trails
    again = (0, MOST_RESULTS, number - MOST_RESULTS)
    assert [ends(trail) for trail in trails] == [[(number, 0, 0)], [again], [again]]
