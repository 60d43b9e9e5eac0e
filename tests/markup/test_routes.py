"""Addresses: where everything stands, and the way back to the root from each place."""

from urllib.parse import urljoin

import pytest
from chuxin.markup.routes import entry_route, index_route, item_route, record_route, root_from, statement_id
from chuxin.records.kinds import KINDS, SECTIONS
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("route", "root"),
    [
        ("", "./"),
        ("about/", "../"),
        ("meetings/", "../"),
        ("people/li-binlu/", "../../"),
        ("handbook/a/b/", "../../../"),
        ("meetings/2023-07-06/#li-binlu", "../../"),
        ("meetings/2023-07-06/#a/b", "../../"),
        ("#top", "./"),
        ("404.html", "./"),
        ("news/x.html", "../"),
    ],
)
def test_the_way_to_the_root(route, root):
    assert root_from(route) == root


@pytest.mark.parametrize(
    ("address", "route"),
    [
        (index_route("meetings"), "meetings/"),
        (record_route("people", "li-binlu"), "people/li-binlu/"),
        (record_route("statements", statement_id("2023-07-06", "li-binlu")), "statements/2023-07-06-li-binlu/"),
        (item_route("2023-07-06", "brand"), "meetings/2023-07-06/#brand"),
        (entry_route("needs", "reading-room"), "listings/needs/#reading-room"),
    ],
)
def test_where_things_stand(address, route):
    assert address == route


def test_every_record_stands_two_folders_deep():
    assert {root_from(record_route(kind, "x")) for kind in [*KINDS, "statements"]} == {"../../"}


def test_every_kind_has_an_index():
    assert {*KINDS, "statements"} <= set(SECTIONS)
    assert len(SECTIONS) == len(set(SECTIONS))


names = st.text("abc-012", min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(names, max_size=5), st.lists(names, max_size=5), names)
def test_from_every_page_every_other_is_reached(here, there, fragment):
    here, there = ("".join(f"{name}/" for name in names) for names in (here, there))
    for site in ("https://example.org/", "https://example.org/site/"):
        assert urljoin(f"{site}{here}", root_from(here) + there) == site + there
        assert urljoin(f"{site}{here}", root_from(f"{here}#{fragment}") + there) == site + there
