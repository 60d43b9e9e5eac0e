"""Long lists: each row on exactly one page, and every address that was given out still leads to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from chuxin.pages.indexes import index_pages, index_view
from chuxin.pages.letters import LETTERS
from chuxin.pages.paging import MOST_ROWS, pages_of
from chuxin.pages.parts import DateView, Link
from chuxin.pages.rendering import Renderer
from chuxin.pages.rows import Group, IndexView, Row, rows_in
from chuxin.records.kinds import SECTIONS
from making import linked, meeting, person, speech, unit
from viewing import DESK, LI, REPORT, archive, article

MANY = MOST_ROWS + 1
ENTRY = {"id": "e", "title": "条"}


def rows(count: int, date: str = "", sort: str = "") -> Iterator[Row]:
    for number in range(count):
        yield Row(
            Link(f"第{number}", f"x/{date or 'u'}{sort}{number}/"), DateView(date, date) if date else None, sort=sort
        )


def a_list(*groups: Group) -> IndexView:
    return IndexView("outcomes", groups, "", "没有")


def unheaded(*all_rows: Row) -> IndexView:
    return a_list(Group("", "", all_rows))


def outline(pages: Sequence[IndexView]) -> list[tuple[str, str, int]]:
    """Return of each page its address, its title, and how many rows it shows."""
    return [(page.route, page.title, len(list(rows_in(page.groups)))) for page in pages]


def large(section: str) -> tuple[IndexView, ...]:
    """The index of an archive in which every section is too long for a page."""
    meetings = [
        meeting(
            f"m{number}",
            *(speech("li") for _ in range(2)),
            date=f"{2031 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}",
            follow_ups=[{"date": "2035-01", "text": "后"}],
        )
        for number in range(MANY)
    ]
    found = archive(
        *meetings,
        organizations=[
            {**unit(f"u{number}", "企业" if number % 2 else "院校"), "name": f"甲{number}"} for number in range(900)
        ],
        people=[LI, *(person(f"p{number}", f"{'lmn'[number % 3]}{'abc'[number % 2]} x") for number in range(1400))],
        outcomes=[{**DESK, "id": f"o{number}", "date": f"2031-{1 + number % 12:02}"} for number in range(MANY)],
        brands=[{"id": f"b{number}", "name": f"牌{number}", "type": "党建品牌"} for number in range(MANY)],
        listings=[{"id": f"l{number}", "name": "单", "type": "需求", "entries": [ENTRY]} for number in range(MANY)],
        sources=[{**REPORT, "id": f"s{number}"} for number in range(MANY)],
    )
    return index_pages(found, [article(f"n{number}", f"203{number % 3}-01-02") for number in range(MANY)], section)


@pytest.fixture(scope="module", params=SECTIONS)
def pages(request: pytest.FixtureRequest) -> tuple[IndexView, ...]:
    return large(request.param)


def test_each_row_is_on_exactly_one_page_and_none_has_too_many(pages: tuple[IndexView, ...]) -> None:
    # Those of units by letters are the same ones in another order.
    parts: dict[bool, list[Row]] = {False: [], True: []}
    for page in pages:
        found = list(rows_in(page.groups))
        assert len(found) <= MOST_ROWS, page.route
        is_lettered = page.section == "organizations" and page.slug.startswith("letter")
        parts[is_lettered] += found
    for found in filter(None, parts.values()):
        assert len(found) == pages[0].count > MOST_ROWS
        assert max(Counter(row.link for row in found).values()) == 1


def test_pages_have_addresses_and_titles_of_their_own(pages: tuple[IndexView, ...]) -> None:
    assert len({page.route for page in pages}) == len({page.title for page in pages}) == len(pages) > 2
    section = pages[0].section
    assert pages[0].route == f"{section}/"
    assert all(re.fullmatch(rf"{section}/list/[a-z0-9_-]+/", page.route) for page in pages[1:])


def test_every_link_of_a_list_leads_to_a_page_and_a_place_that_are_there(pages: tuple[IndexView, ...]) -> None:
    html = {page.route: Renderer().render("index.html", page.route, view=page) for page in pages}
    ids = {route: re.findall(r' id="([^"]+)"', text) for route, text in html.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())

    def groups(inside: Sequence[Group]) -> Iterator[Group]:
        for group in inside:
            yield from (group, *groups(group.groups))

    for page in pages:
        ways = [group.page for group in groups(page.groups) if group.page]
        ways += [link.route for link in (*page.up, *page.letters, page.before, page.after) if link and link.route]
        for way in ways:
            route, _, place = way.partition("#")
            assert route in html and (not place or place in ids[route]), way
        assert ("data-list" in html[page.route]) == (not page.is_split)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_heading_of_the_whole_list_is_still_on_its_first_page(section: str) -> None:
    first = large(section)[0]

    def anchors(groups: Sequence[Group]) -> Iterator[str]:
        for group in groups:
            yield from (group.anchor, *anchors(group.groups))

    html = Renderer().render("index.html", first.route, view=first)
    assert set(re.findall(r' id="([^"]+)"', html)) >= set(anchors(first.groups)) - {""}
    # Finding is left to the search, which knows all of them.
    assert '<form class="cx-search"' in html and "data-filter" not in html


def test_a_list_that_has_room_is_one_page() -> None:
    view = unheaded(*rows(MOST_ROWS))
    assert pages_of(view) == (view,)


def test_a_long_year_goes_on_by_months_and_a_long_month_by_days() -> None:
    year = (
        *rows(300, "2031-05-02"),
        *rows(300, "2031-05-01"),
        *rows(1, "2031-05"),
        *rows(1, "2031-04-30"),
        *rows(1, "2031"),
    )
    pages = pages_of(a_list(Group("2032年", "y2032", tuple(rows(1, "2032"))), Group("2031年", "y2031", year)))
    assert outline(pages) == [
        ("outcomes/", "成果", 0),
        ("outcomes/list/y2032/", "成果：2032年", 1),
        ("outcomes/list/y2031/", "成果：2031年", 0),
        ("outcomes/list/y2031-05/", "成果：2031年5月", 0),
        ("outcomes/list/y2031-05-02/", "成果：2031年5月2日", 300),
        ("outcomes/list/y2031-05-01/", "成果：2031年5月1日", 300),
        ("outcomes/list/y2031-05-00/", "成果：2031年5月（日期未载明）", 1),
        ("outcomes/list/y2031-04/", "成果：2031年4月", 1),
        ("outcomes/list/y2031-00/", "成果：2031年（月份未载明）", 1),
    ]
    assert [link.text for link in pages[4].up] == ["成果", "2031年", "2031年5月"]
    assert [link and link.text for link in (pages[7].before, pages[7].after)] == ["2031年5月", "2031年（月份未载明）"]


def test_what_has_no_headings_and_no_dates_goes_by_letters_or_by_numbers() -> None:
    by_name = unheaded(*rows(300, sort="zhang"), *rows(300, sort="zhao"), *rows(1, sort="an"))
    assert [page.heading for page in pages_of(by_name)] == ["", "A", "Z", "Zhan", "Zhao"]
    assert outline(pages_of(unheaded(*rows(MANY))))[1:] == [
        ("outcomes/list/n-1/", "成果：第1至400条", 400),
        ("outcomes/list/n-401/", "成果：第401至401条", 1),
    ]


def test_a_part_of_a_class_says_of_which_class_it_is() -> None:
    view = a_list(Group("企业", "c-1", (*rows(300, sort="an"), *rows(300, sort="bo"))))
    assert [page.title for page in pages_of(view)] == ["成果", "成果：企业", "成果：企业，A", "成果：企业，B"]


def test_rows_without_a_date_are_kept_together() -> None:
    pages = pages_of(unheaded(*rows(300, "2031"), *rows(300)))
    assert [(page.slug, page.heading) for page in pages] == [("", ""), ("y2031", "2031年"), ("y0", "年份未载明")]


def test_the_unsplit_view_has_all_rows() -> None:
    found = linked(people=[person(f"p{number}", "ren") for number in range(MANY)])
    assert len(list(rows_in(index_view(found, [], "people").groups))) == MANY
    assert LETTERS not in {page.slug for page in index_pages(found, [], "people")}
