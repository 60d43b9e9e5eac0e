"""The page of components: of each state one, whichever records there are."""

from __future__ import annotations

import gzip
import re
from collections import Counter

import jinja2
import pytest
from chuxin.archive.linking import Archive, link
from chuxin.archive.loading import load
from chuxin.pages.components import ComponentsView, components_view
from chuxin.pages.rendering import TEMPLATES, Renderer
from lxml.html import fromstring
from making import COUNCIL, admits, linked, meeting, person, speech, unit
from sites import SAMPLE


@pytest.fixture(scope="module")
def shown() -> ComponentsView:
    """What is shown of the sample."""
    return components_view(sample())


def sample() -> Archive:
    return link(load(SAMPLE)[0])


@pytest.fixture(scope="module")
def html(shown: ComponentsView) -> str:
    """The page of the sample, without its frame."""
    return Renderer("https://example.com/").render("components.html", "components/", view=shown)


# What draws pictures, or lists what has no room. All that they can say, and every class that they can give, is a state.
PICTURES = (
    *("boxes", "glance", "grid-table", "groups", "growth", "lanes", "members", "offices", "posts", "rows", "strip"),
    *("successions", "tracks", "trails", "way"),
)


def sayings(template: str) -> set[str]:
    """Return the Chinese words between signs, and the classes, that stand in a template, whichever way it goes."""
    tree = jinja2.Environment(autoescape=True).parse((TEMPLATES / f"{template}.html").read_text("utf-8"))
    texts = [node.data for node in tree.find_all(jinja2.nodes.TemplateData)]
    texts += [node.value for node in tree.find_all(jinja2.nodes.Const) if isinstance(node.value, str)]
    return {found for text in texts for found in re.findall(r"[\u3000-\u9fff\uff00-\uffef]+|cx-[a-z_-]*[a-z]", text)}


@pytest.mark.parametrize("template", PICTURES)
def test_all_that_a_picture_can_say_or_look_like_is_shown(html: str, template: str) -> None:
    assert {one for one in sayings(template) if one not in html} == set()


def test_words_of_a_template_are_found_whichever_way_it_goes() -> None:
    """Lest the test above finds nothing to look for."""
    assert {"；日期很多，画的是每年年底的", "年底的", "cx-chart__point--vague"} <= sayings("growth")
    assert sum(len(sayings(template)) for template in PICTURES) > 200


@pytest.mark.parametrize(
    ("state", "path"),
    [
        ("letters at the edge", "//div[contains(@class, 'cx-lettered--edge')]/nav/ul/li[20]"),
        ("the letter of the page", "//nav[@class='cx-letters']//a[@aria-current='page']"),
        ("parts with headings in them", "//section/h2/following-sibling::ul[@class='cx-directory']/li"),
        ("parts without", "//div/ul[@class='cx-directory']/li[3]"),
        ("pages before and after", "//nav[@class='cx-turn'][a[@rel='prev']]/a[@rel='next']"),
        ("a box with groups that open", "//section[@class='cx-map__body']/details[2]//li"),
        ("a box with numbers only", "//section[@class='cx-map__body'][p[contains(., '这里画不下')]]/p[.='企业144家']"),
        ("a unit in very many bodies", "//section/ul/li[@class='cx-map__parent']//span[contains(., '等32个组织')]"),
        ("a box of a unit inside of its parent", "//li[@class='cx-map__parent']/ul/li"),
        ("a strip with one mark", "//*[name()='svg'][@class='cx-strip'][count(.//*[name()='circle'])=1]"),
        ("a strip with numbers", "//*[name()='text'][@class='cx-strip__number']"),
        ("growth by years", "//figure[contains(., '每年年底的')]//*[name()='circle'][4]"),
        ("growth that is not drawn", "//p[contains(., '没有画出成员数的变化：')]"),
        ("more dates than stand in a row", "//td[contains(., '至')]//*[name()='circle'][40]"),
        ("one member without a date", "//div[@data-together][count(.//*[@data-member])=1]"),
        ("a folded grid", "//table[@class='cx-parts__table']/thead//th[.='类别']"),
        ("a grid of one meeting", "//table[@class='cx-parts__table'][count(thead//th)=2]"),
        ("speakers by whom they spoke for", "//table[caption[contains(., '按代表谁归在一起')]]/tbody"),
        ("many results", "//ol[@class='cx-trail__results']/li[6]"),
        ("posts of more days", "//td/p[contains(., '更早的还有')]"),
    ],
)
def test_states_that_no_small_archive_has_are_shown(html: str, state: str, path: str) -> None:
    assert fromstring(html).xpath(path), state


def test_examples_are_the_same_whatever_the_archive_has_and_no_page_is_too_large(
    html: str, shown: ComponentsView
) -> None:
    bare = components_view(linked())
    assert (bare.lists, bare.members, bare.overviews) == (shown.lists, shown.members, shown.overviews)
    assert len(gzip.compress(html.encode())) < 60_000 and len(fromstring(html).xpath("//*")) < 5_000


def test_the_page_grows_with_no_archive() -> None:
    """Neither with members, nor with bodies of one unit, nor with what a meeting came to, nor with meetings."""
    units = [unit(f"u{n}") for n in range(190)]
    alone = unit("alone", memberships=[{"body": f"b{n}", "since": "2030"} for n in range(190)])
    bodies = [unit(f"b{n}", "联盟") for n in range(190)]
    said = [speech("li", on_behalf_of=[f"u{n}"]) for n in range(190)]
    meetings = [meeting(f"m{n}", admits(*[f"u{n}" for n in range(30)]), date="2032") for n in range(20)]
    found = linked(
        people=[person("li")],
        organizations=[COUNCIL, alone, *units, *bodies],
        meetings=[meeting("2031", *[admits(one["id"]) for one in units], *said), *meetings],
    )
    html = Renderer().render("components.html", "components/", view=components_view(found))
    assert len(gzip.compress(html.encode())) < 60_000 and len(fromstring(html).xpath("//*")) < 5_000


def test_ids_are_unique_and_every_place_on_the_page_is_there(html: str) -> None:
    tree = fromstring(html)
    ids = Counter(tree.xpath("//@id"))
    assert [one for one, count in ids.items() if count > 1] == []
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert {link[1:] for link in tree.xpath("//*[name()='use']/@href")} <= set(ids)


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
    fullest, vague, *_ = shown.strips
    assert fullest.count >= vague.count
    assert any(mark.begin < mark.end or mark.is_bound for mark in vague.marks)


def test_two_boxes_of_the_map_and_the_grid_are_shown(shown: ComponentsView) -> None:
    assert len(shown.boxes) == 2
    assert shown.grid.columns and shown.grid.groups


def test_offices_are_shown_with_ends_that_are_known_and_that_are_not(shown: ComponentsView) -> None:
    assert shown.offices.axis
    assert {bool(one.until) for one in shown.offices.rows} == {True, False}
