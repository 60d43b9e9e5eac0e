"""Rows by the letters of their pinyin."""

from __future__ import annotations

import pytest
from chuxin.pages.indexes import index_pages
from chuxin.pages.letters import by_letter
from chuxin.pages.parts import Link
from chuxin.pages.rendering import Renderer
from chuxin.pages.rows import MANY, Row
from making import linked, person, unit

NAMES = ("青石医院", "白鹭银行", "A&B中心", "曲阳街道", "12号楼", "啤酒厂")


def row(text: str, sort: str) -> Row:
    return Row(Link(text, "x/"), sort=sort)


def test_rows_stand_under_their_letters_and_those_without_pinyin_last() -> None:
    rows = [row("丙", "zhang"), row("１", "1hao"), row("甲", "an"), row("乙", "ao"), row("ё", ""), row("吕", "ü")]
    assert [(group.heading, group.anchor, [one.link.text for one in group.rows]) for group in by_letter(rows)] == [
        ("A", "letter-a", ["甲", "乙"]),
        ("Z", "letter-z", ["丙"]),
        ("其他", "letter-other", ["ё", "１", "吕"]),
    ]


def test_letters_lead_to_people_on_their_own_page() -> None:
    (page,) = index_pages(linked(people=[person("li", "li"), person("wu", "wu")]), [], "people")
    assert page.letters == (Link("L", "people/#letter-l"), Link("W", "people/#letter-w"))
    html = Renderer().render("index.html", page.route, view=page)
    assert '<a href="#letter-l">L</a>' in html and 'id="letter-l"' in html
    assert "cx-contents" not in html


def test_units_that_are_grouped_by_class_are_listed_by_letter_as_well() -> None:
    units = [{**unit(f"u{number}"), "name": name} for number, name in enumerate(NAMES * 2)]
    page, lettered = index_pages(linked(organizations=units), [], "organizations")
    assert (page.count, lettered.count, lettered.route) == (12, 12, "organizations/list/letters/")
    assert page.letters == lettered.letters
    assert [one.text for one in page.letters] == ["A", "B", "P", "Q", "其他"]
    # What is pressed leads to the letter, and none to a place that is not there.
    assert page.letters[0].route == "organizations/list/letters/#letter-a"
    assert 'id="letter-a"' in Renderer().render("index.html", lettered.route, view=lettered)
    assert "读音由程序推定" in lettered.order


@pytest.mark.parametrize("count", [MANY - 1, MANY])
def test_few_units_need_no_letters(count: int) -> None:
    pages = index_pages(linked(organizations=[unit(f"u{number}") for number in range(count)]), [], "organizations")
    assert (len(pages) == 2) == bool(pages[0].letters) == (count == MANY)


@pytest.mark.parametrize("count", [39, 40])
def test_letters_stand_at_the_edge_of_a_list_that_is_longer_than_a_screen_or_two(count: int) -> None:
    (page,) = index_pages(linked(people=[person(f"p{number}", "ren") for number in range(count)]), [], "people")
    assert ("cx-lettered--edge" in Renderer().render("index.html", page.route, view=page)) == (count == 40)
