"""The pages of every kind: each has a view, a row, an empty state, and a template beside its module."""

from __future__ import annotations

import pytest
from chuxin.pages.kinds import PAGES
from chuxin.pages.rendering import TEMPLATES
from chuxin.records.kinds import KINDS, PAGED
from chuxin.site.site import Site, read_site
from sites import SAMPLE

each_section = pytest.mark.parametrize("section", PAGED)


@pytest.fixture(scope="module")
def site() -> Site:
    read, _ = read_site(SAMPLE, SAMPLE / "docs")
    assert read
    return read


def test_every_kind_has_pages_in_the_order_of_the_navigation() -> None:
    assert list(PAGES) == list(PAGED)


@each_section
def test_a_template_stands_beside_the_module(section: str) -> None:
    assert (TEMPLATES / f"{section}.html").is_file() and (TEMPLATES / f"{section}.py").is_file()


@each_section
def test_an_empty_index_says_what_will_be_listed(section: str) -> None:
    empty = PAGES[section].empty
    assert empty.startswith("这里将") and empty.endswith("至今没有公开的记录。")


def test_no_two_indexes_say_the_same_of_being_empty() -> None:
    assert len({page.empty for page in PAGES.values()}) == len(PAGES)


@each_section
def test_every_record_has_a_view_and_a_row_that_leads_to_it(section: str, site: Site) -> None:
    page, records = PAGES[section], site.archive.paged(section)
    assert records
    for identifier, record in records.items():
        assert page.view(site.archive, record) is not None
        row = page.row(site.archive, record)
        assert row.link.route == site.archive.route_of(section, identifier) and row.link.text


@each_section
def test_a_page_is_headed_and_described_in_one_line(section: str, site: Site) -> None:
    shown = {page.id: page for page in site.record_pages() if page.kind == section}
    assert shown.keys() == site.archive.paged(section).keys()
    for page in shown.values():
        assert page.title.strip() and page.description.strip()
        assert "\n" not in page.title + page.description


@each_section
def test_what_a_view_shows_for_others_are_kinds(section: str) -> None:
    shows = PAGES[section].shows
    assert shows is None or set(shows) <= set(KINDS.values())
