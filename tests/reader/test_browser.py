"""The built site in a real browser: nothing overflows, nothing fails, nothing leaves the site's own address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from serving import served
from sites import BuiltSite
from watching import watch

REAL = [
    "", "meetings/", "meetings/2023-07-06/", "organizations/", "organizations/quyang-joint-conference/",
    "organizations/buwang-chuxin-base/", "people/", "people/li-binlu/", "statements/",
    "statements/2023-07-06-ge-tianren/", "outcomes/chuxin-for-gaoxing/", "listings/projects/", "brands/chuxin-gaoxing/",
    "timeline/", "news/", "sources/2023-07-06-report/", "about/", "handbook/", "handbook/meetings/",
    "handbook/situations/", "handbook/situations/merger/", "404.html",
]  # fmt: skip
PAPER = {"light": "rgb(251, 247, 240)", "dark": "rgb(27, 22, 20)"}


@pytest.fixture(scope="module")
def address(real: BuiltSite) -> Iterator[str]:
    """Where the real site is served, below a sub-path."""
    with served(real.folder) as at:
        yield at


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_load_without_errors(browser: Browser, address: str, scheme: str) -> None:
    """At every width, to which a window is drawn or a phone is turned."""
    page = browser.new_page(color_scheme=scheme)
    seen = watch(page, address)
    for route in REAL:
        page.goto(address + route)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (route, width)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER[scheme]
    assert seen == []
    page.close()


def test_a_sentence_stands_beside_its_records_where_there_is_room(browser: Browser, address: str) -> None:
    """Below one another on a phone and on paper; side by side elsewhere, each pair at one height."""
    page = browser.new_page()
    page.goto(f"{address}handbook/situations/merger/")
    boxes = """() => [...document.querySelectorAll("blockquote")].map(sentence => {
        const of = element => element.getBoundingClientRect()
        const first = sentence.nextElementSibling, second = first.nextElementSibling
        return [of(sentence), of(first.querySelector("pre")), of(second.querySelector("pre") || second)]
    })"""
    for mode in ("light", "elder"):
        page.evaluate("mode => { document.documentElement.dataset.mode = mode }", mode)
        page.set_viewport_size({"width": 1280, "height": 900})
        for sentence, record, _ in page.evaluate(boxes):
            assert sentence["right"] < record["left"] and abs(sentence["top"] - record["top"]) <= 2
        _, first, second = page.evaluate(boxes)[1]
        assert first["left"] == second["left"] and first["bottom"] < second["top"]
        page.set_viewport_size({"width": 390, "height": 844})
        for sentence, record, _ in page.evaluate(boxes):
            assert sentence["left"] == record["left"] and sentence["bottom"] < record["top"]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="print")
    assert all(sentence["bottom"] < record["top"] for sentence, record, _ in page.evaluate(boxes))
    page.close()


def test_everything_is_readable_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + "meetings/2023-07-06/")
    expect(page.get_by_role("heading", name="后来怎样")).to_be_visible()
    expect(page.get_by_role("link", name="葛天任的发言")).to_be_visible()
    page.get_by_role("link", name="葛天任的发言").click()
    assert page.url == address + "statements/2023-07-06-ge-tianren/"
    page.get_by_role("navigation").get_by_role("link", name="时间线").click()
    expect(page.get_by_role("heading", name="2023年7月")).to_be_visible()
    context.close()


def test_error_page_leads_back_from_any_depth(browser: Browser, address: str) -> None:
    """Served where it was built for, the error page finds its styles and links at every depth."""
    page = browser.new_page()
    page.goto(address + "no/such/page/")
    expect(page.get_by_role("heading", name="没有这一页")).to_be_visible()
    page.locator("article").get_by_role("link", name="会议").click()
    assert page.url == address + "meetings/"


def test_sections_are_reached_through_the_menu_on_a_phone(browser: Browser, address: str) -> None:
    for scripts in (True, False):
        context = browser.new_context(viewport={"width": 390, "height": 900}, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address)
        page.get_by_text("菜单", exact=True).click()
        page.locator(".cx-menu").get_by_role("link", name="单位", exact=True).click()
        assert page.url == address + "organizations/"
        context.close()
