"""What was said stands in an agenda in two lines, and opens: by its button, all at once, for who is led to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import BuiltSite
from watching import watch

MEETING = "meetings/2023-07-06/"


@pytest.fixture(scope="module")
def address(real: BuiltSite) -> Iterator[str]:
    with served(real.folder) as at:
        yield at


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    seen = watch(page, address)
    yield page
    assert seen == []
    context.close()


def lines(page: Page, item: str) -> float:
    """Return how many lines of what was said can be seen."""
    return page.locator(f"#{item} .cx-words__text").evaluate(
        "one => Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))"
    )


def test_two_lines_stand_there_and_a_button_opens_the_rest(page: Page, address: str) -> None:
    page.goto(address + MEETING)
    assert lines(page, "li-binlu") == 2
    page.get_by_role("button", name="展开全文：李滨麓的发言").click()
    assert lines(page, "li-binlu") > 4
    assert lines(page, "cao-yi") == 2
    expect(page.locator("#li-binlu [data-fold]")).to_be_focused()
    expect(page.get_by_role("button", name="展开全文：李滨麓的发言")).to_have_count(0)


def test_all_open_at_once(page: Page, address: str) -> None:
    page.goto(address + MEETING)
    page.get_by_role("button", name="展开全部发言").click()
    assert lines(page, "li-binlu") > 4 and lines(page, "jiang-renhui") > 4
    expect(page.get_by_role("button", name="展开")).to_have_count(0)


def test_whoever_is_led_to_it_finds_it_open(page: Page, address: str) -> None:
    page.goto(f"{address}{MEETING}#ge-tianren")
    assert lines(page, "ge-tianren") > 4 and lines(page, "li-binlu") == 2
    page.evaluate("location.hash = 'li-binlu'")
    expect(page.locator("#li-binlu [data-fold]")).not_to_have_class("is-folded")
    # An address that names nothing opens nothing.
    page.goto(f"{address}{MEETING}?x#%E4%B8%8D%E5%9C%A8")
    assert lines(page, "li-binlu") == 2


def test_what_is_short_has_no_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + MEETING)
    folded = page.locator("[data-fold].is-folded").count()
    assert folded == page.get_by_role("button", name="展开全文").count() > 0


def test_without_scripts_and_on_paper_it_is_open(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(address + MEETING)
    expect(page.get_by_role("button", name="展开")).to_have_count(0)
    text = page.locator("#li-binlu .cx-words__text")
    assert text.bounding_box()["height"] > 120
    context.close()
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(address + MEETING)
    page.emulate_media(media="print")
    assert lines(page, "li-binlu") > 4
    page.close()
