"""The box in the header of every page: what it suggests; only who types into it fetches what does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from serving import served
from sites import BuiltSite

SUGGESTING = "**/suggestions.js"


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
    page.close()


def test_suggestions_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#search-box").press_sequentially("qs")
    listbox = page.locator("#search-suggestions")
    expect(listbox).to_be_visible()
    expect(listbox.get_by_role("option").first).to_contain_text("青石医院")
    page.keyboard.press("ArrowDown")
    assert page.locator("#search-box").get_attribute("aria-activedescendant") == "cx-suggestion-0"
    page.keyboard.press("Escape")
    expect(listbox).to_be_hidden()
    page.locator("#search-box").press_sequentially("y")
    expect(listbox).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}organizations/qingshi-hospital/")


def test_the_search_is_fetched_by_the_first_who_types(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    searching = [one for one in asked if "suggest" in one or "search" in one]
    assert searching == ["assets/javascripts/search-box.js"]
    with page.expect_request(SUGGESTING):
        page.locator("#search-box").focus()


def test_what_was_typed_before_the_search_came_is_answered(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route(SUGGESTING, lambda route: held.append(route))
    page.goto(address)
    page.locator("#search-box").press_sequentially("青石")
    listbox = page.locator("#search-suggestions")
    expect(listbox).to_be_hidden()
    held[0].continue_()
    expect(listbox.get_by_role("option").first).to_contain_text("青石医院")


def test_where_the_search_does_not_come_the_form_works(page: Page, address: str) -> None:
    page.route(SUGGESTING, lambda route: route.abort())
    page.goto(address)
    page.locator("#search-box").press_sequentially("青石")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=*")
