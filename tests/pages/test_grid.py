"""Meetings × units: everything that a unit did stands where it belongs, and no page is too large."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from chuxin.pages.grid import MOST_ELEMENTS, MOST_MEETINGS, TITLE, GridView, grid_pages, grid_places
from chuxin.site.site import read_site
from making import admits, award, meeting, speech, unit
from sites import DATA, DOCS, SAMPLE
from viewing import BASE, archive

# Where records of meetings name a unit.
FIELDS = {"organizers", "body", "organization", "organizations", "on_behalf_of"}


def cells(pages: tuple[GridView, ...]) -> dict[tuple[str, str], list[str]]:
    """Return the words of the cells of all pages that are not folded, by the addresses of meeting and unit."""
    return {
        (column.route, row.heading.route or ""): [f"{one.text}{one.note}" for one in cell]
        for page in pages
        if not page.folded
        for group in page.groups
        for row in group.rows
        for column, cell in zip(page.columns, row.cells, strict=True)
        if cell
    }


def named(value: Any, units: set[str], field: str = "") -> Iterator[str]:
    """Yield the units that a record names, whatever the field is in."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from named(inside, units, key)
    elif isinstance(value, list):
        for inside in value:
            yield from named(inside, units, field)
    elif value in units and field in FIELDS:
        yield value


@pytest.mark.parametrize(("folder", "docs"), [(DATA, DOCS), (SAMPLE, SAMPLE / "docs")])
def test_every_part_that_a_unit_had_has_its_cell_and_no_cell_is_made_up(folder: Path, docs: Path) -> None:
    """Compared with the files, read without the program."""
    site, _ = read_site(folder, docs)
    assert site
    units = {path.stem for path in (folder / "organizations").glob("*.yml")}
    told = {
        (f"meetings/{path.stem}/", f"organizations/{one}/")
        for path in (folder / "meetings").glob("*.yml")
        for one in named(yaml.safe_load(path.read_text("utf-8")), units)
    }
    assert len(told) > 10
    assert set(cells(site.grid)) == told


def test_a_cell_says_each_word_once_and_leads_to_the_item() -> None:
    found = archive(
        meeting(
            "2031",
            admits("street"),
            speech("li", organization="street"),
            speech("wu", organization="street", on_behalf_of=["street"]),
            award(receivers={"organizations": ["street"]}),
            organizers=["street"],
            attendance={
                "people": [{"person": "li", "organization": "street"}, {"person": "wu", "organization": "street"}]
            },
        )
    )
    (page,) = grid_pages(found)
    ((cell,),) = [row.cells for group in page.groups for row in group.rows if row.heading.text == "街道"]
    assert [(one.text, one.note, one.route) for one in cell] == [
        ("召开", "", "meetings/2031/#_facts"),
        ("出席", "", "meetings/2031/#_attendance"),
        ("加入", "", "meetings/2031/#i0"),
        ("发言", "2项", "meetings/2031/#i1"),
        ("获得", "", "meetings/2031/#i3"),
    ]
    assert page.legend[-1][0] == "几项"


def test_what_did_not_pass_says_so() -> None:
    (page,) = grid_pages(archive(meeting("2031", admits("street", result="暂缓"))))
    assert cells((page,))["meetings/2031/", "organizations/street/"] == ["加入（暂缓）"]
    assert ("未通过、暂缓", "议案没有通过，没有因此改变成员") in page.legend


def test_the_newest_meeting_stands_first_and_one_without_units_stands_there() -> None:
    (page,) = grid_pages(archive(*[meeting(f"203{year}", organizers=["street"]) for year in (1, 3)], meeting("2032")))
    assert [column.date for column in page.columns] == ["2033年", "2032年", "2031年"]
    assert [[bool(cell) for cell in row.cells] for group in page.groups for row in group.rows] == [[True, False, True]]


def test_a_bound_of_a_date_is_said() -> None:
    (page,) = grid_pages(archive(meeting("m", date="不晚于2031-02-03", organizers=["street"])))
    (column,) = page.columns
    assert (column.sense, column.date, column.iso) == ("不晚于", "2031年2月3日", "2031-02-03")


def test_units_stand_by_their_classes_in_the_order_of_the_index() -> None:
    (page,) = grid_pages(archive(meeting("2031", admits("street", "district"))))
    assert [(group.heading, [row.heading.text for row in group.rows]) for group in page.groups] == [
        ("联合组织", ["COUNCIL"]),
        ("党政机关", ["街道", "区委"]),
    ]


def test_of_nothing_there_is_an_empty_page() -> None:
    (page,) = grid_pages(archive())
    assert (page.columns, page.groups, page.folded) == ((), (), False)


# Two years with more meetings than one page shows, of which one month alone has too many; some dates are not whole.
MANY = [
    *[
        meeting(f"a{number}", date=f"2031-05-{number + 1:02}", organizers=["street"])
        for number in range(MOST_MEETINGS + 1)
    ],
    *[meeting(f"b{number}", date=f"2032-0{number + 1}-01", organizers=["district"]) for number in range(3)],
    meeting("c", date="2032", organizers=["street"]),
    meeting("d", date="2031-05", organizers=["street"]),
    meeting("e", date="2031-11-30", organizers=["street"]),
]


def test_a_page_with_too_many_meetings_is_folded_by_years_months_and_days() -> None:
    pages = grid_pages(archive(*MANY))
    by_slug = {page.slug: page for page in pages}
    assert [page.slug for page in pages if page.folded] == ["", "2031", "2031-05"]
    assert [(one.date, one.name, one.route) for one in by_slug[""].columns] == [
        ("2032年", "4次会议", "grid/2032/"), ("2031年", "27次会议", "grid/2031/"),
    ]  # fmt: skip
    assert [one.date for one in by_slug["2031"].columns] == ["2031年11月", "2031年5月"]
    assert by_slug["2031-05"].columns[-1].date == "2031年5月（日期未载明）"
    assert by_slug["2031-05-00"].title == f"{TITLE}：2031年5月（日期未载明）"
    assert by_slug["2031-05"].up == by_slug["2031"].link and by_slug["2031"].up == by_slug[""].link


def test_every_part_is_found_behind_a_folded_page() -> None:
    pages = grid_pages(archive(*MANY))
    expected = {(f"meetings/{one['id']}/", f"organizations/{one['organizers'][0]}/") for one in MANY}
    assert set(cells(pages)) == expected
    links = {column.route for page in pages if page.folded for column in page.columns}
    assert links == {page.route for page in pages[1:]}


def test_folded_cells_count_units_and_not_what_they_did() -> None:
    (first, *_) = grid_pages(archive(*MANY))
    rows = [(row.heading.text, row.heading.note, row.cells) for group in first.groups for row in group.rows]
    assert [(name, note, [[one.text for one in cell] for cell in of_row]) for name, note, of_row in rows] == [
        ("街道", "1家", [["1家"], ["1家"]]),
        ("党的机构", "1家", [["1家"], []]),
    ]


def test_pages_that_are_not_folded_lead_to_those_before_and_after() -> None:
    leaves = [page for page in grid_pages(archive(*MANY)) if not page.folded]
    assert leaves[0].later is None and leaves[-1].earlier is None
    for later, earlier in pairwise(leaves):
        assert (later.earlier, earlier.later) == (earlier.link, later.link)


def test_a_page_with_too_many_units_is_folded() -> None:
    units = [unit(f"u{number:03}") for number in range(300)]
    held = [meeting(f"{year}", admits(*(one["id"] for one in units))) for year in range(2031, 2051)]
    records = {**BASE, "organizations": [*BASE["organizations"], *units]}
    pages = grid_pages(archive(*held, organizations=records["organizations"]))
    assert [page.slug for page in pages if page.folded] == [""]
    assert len(pages) == 21


def test_a_meeting_and_a_unit_lead_to_where_they_stand() -> None:
    """A unit to the last meeting at which it did something."""
    places = grid_places(grid_pages(archive(*MANY)))
    assert places["meetings/a0/"].route == "grid/2031-05-01/#m-a0"
    assert places["organizations/district/"].route == "grid/2032/#u-district"
    assert places["organizations/street/"].route == "grid/2032/#u-street"
    assert "organizations/alliance/" not in places


def test_all_addresses_lie_in_a_folder_of_their_own() -> None:
    """In that of meetings, a meeting might be called as a year is."""
    assert {page.route.split("/")[0] for page in grid_pages(archive(*MANY))} == {"grid"}


def test_a_day_with_too_many_meetings_has_several_pages() -> None:
    """What each meeting shows grows with the meetings of its page, so that a day without bound would be a square."""
    ids = [f"a{number:03}" for number in range(2 * MOST_MEETINGS + 1)]
    held = [meeting(one, date="2031-05-06", organizers=["street"]) for one in ids]
    pages = grid_pages(archive(*held))
    by_slug = {page.slug: page for page in pages}
    assert [page.slug for page in pages if page.folded] == ["", "2031", "2031-05", "2031-05-06"]
    columns = by_slug["2031-05-06"].columns
    assert [(one.date, one.iso, one.name) for one in columns] == [
        ("2031年5月6日，第1页", "2031-05-06", "24次会议"),
        ("2031年5月6日，第2页", "2031-05-06", "24次会议"),
        ("2031年5月6日，第3页", "2031-05-06", "1次会议"),
    ]
    assert {one.route for one in columns} == {page.route for page in pages if not page.folded}
    assert set(cells(pages)) == {(f"meetings/{one}/", "organizations/street/") for one in ids}
    assert by_slug["2031-05-06-02"].up == by_slug["2031-05-06"].link


def test_a_page_of_a_day_has_no_more_units_than_it_shows() -> None:
    units = [unit(f"u{number:04}") for number in range(1500)]
    names = [one["id"] for one in units]
    held = [meeting(f"m{number}", admits(*names[500 * number :][:500]), date="2031-05-06") for number in range(3)]
    pages = grid_pages(archive(*held, organizations=[*BASE["organizations"], *units]))
    leaves = [page for page in pages if not page.folded]
    assert [len(page.columns) for page in leaves] == [1, 1, 1]
    assert all((page.units + 1) * (3 + len(page.columns)) < MOST_ELEMENTS for page in leaves)
