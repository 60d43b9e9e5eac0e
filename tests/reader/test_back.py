"""After *back* and *forward* a reader stands where he stood, whether or not the browser kept the page as it was."""

from __future__ import annotations

from collections.abc import Iterator

import browser as chromium
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import served
from sites import BuiltSite

# Pages that a script fills or thins out, and what shows that it has.
FILLED = {
    "search/?q=的": "[data-search-result]",
    "search/?q=社区&kind=statements": "[data-search-result]",
    "timeline/?q=共建": "[data-rows] > li:not([hidden])",
    "statements/": "[data-rows] > li:not([hidden])",
    "organizations/shili-conference/?on=2032-05-01": "[data-members-status]:not(:empty)",
}
ELSEWHERE = "about/"


@pytest.fixture(scope="module", params=["kept", "loaded"])
def running(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Browser]:
    """A browser that keeps pages as they were when they are left, and one that loads them again, as WeChat does."""
    if request.param == "loaded":
        yield browser
        return
    options = {"executable_path": chromium.find(), "args": ["--no-sandbox"]}
    other = browser.browser_type.launch(**options, ignore_default_args=["--disable-back-forward-cache"])
    yield other
    other.close()


@pytest.fixture(scope="module")
def context(running: Browser, sample: BuiltSite) -> Iterator[BrowserContext]:
    """One for all tests: to make it takes longer than most of them."""
    with served(sample.folder) as address:
        context = running.new_context(viewport={"width": 390, "height": 600}, base_url=address)
        yield context
        context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    assert page.errors == []
    page.close()


def filled(page: Page, route: str) -> None:
    expect(page.locator(FILLED[route]).first).to_be_attached()


def stand(page: Page) -> int:
    """Scroll to the middle of the page and return where that is."""
    page.evaluate("scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2)")
    return top(page)


def top(page: Page) -> int:
    return page.evaluate("Math.round(scrollY)")


def stands(page: Page, place: int) -> None:
    page.wait_for_function("place => Math.abs(scrollY - place) < 2", arg=place)


def leave(page: Page) -> None:
    """Follow a link as a finger does: the page is not scrolled to it."""
    links = "[...document.querySelectorAll('article a[href]')].filter(link => link.pathname !== location.pathname)"
    page.evaluate(f"{links}[0].click()")


def pause(page: Page) -> None:
    """Read for as long as it takes to notice that a reader stands."""
    page.wait_for_timeout(600)


@pytest.mark.parametrize("route", FILLED)
def test_back_leads_to_where_the_reader_stood(page: Page, route: str) -> None:
    page.goto(route)
    filled(page, route)
    address = page.url
    place = stand(page)
    assert place > 100
    leave(page)
    page.wait_for_url(lambda url: url != address)
    page.wait_for_load_state()
    page.go_back(wait_until="commit")
    assert page.url == address
    filled(page, route)
    stands(page, place)
    page.go_forward(wait_until="commit")
    expect(page.locator(".cx-footer")).to_be_attached()
    assert page.url != address
    page.go_back(wait_until="commit")
    filled(page, route)
    stands(page, place)


@pytest.mark.parametrize("route", FILLED)
def test_a_page_that_is_opened_anew_begins_at_its_top(page: Page, route: str) -> None:
    page.goto(route)
    filled(page, route)
    stand(page)
    pause(page)
    page.goto(ELSEWHERE)
    page.goto(route)
    filled(page, route)
    assert top(page) == 0


def test_a_page_that_is_loaded_again_stays(page: Page) -> None:
    page.goto("search/?q=的")
    filled(page, "search/?q=的")
    place = stand(page)
    pause(page)
    page.reload()
    filled(page, "search/?q=的")
    stands(page, place)


def test_each_step_of_a_search_has_its_own_place(page: Page) -> None:
    page.goto("search/?q=的")
    filled(page, "search/?q=的")
    before = stand(page)
    page.evaluate("document.querySelector('[data-search-filter=kind] a').click()")
    page.wait_for_url("**kind=*")
    expect(page.locator("[data-search-results] h2")).to_have_count(1)
    page.evaluate("scrollTo(0, 40)")
    pause(page)
    page.go_back(wait_until="commit")
    page.wait_for_url(lambda url: "kind=" not in url)
    stands(page, before)
    page.go_forward(wait_until="commit")
    page.wait_for_url("**kind=*")
    stands(page, 40)


def test_typing_does_not_move_the_page(page: Page) -> None:
    page.goto("search/?q=的")
    filled(page, "search/?q=的")
    stand(page)
    pause(page)
    page.evaluate("scrollTo(0, 0)")
    page.fill("#search-query", "社区")
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-results", "社区")
    assert top(page) == 0
