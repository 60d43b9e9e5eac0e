"""What one came for stands on the first screen of a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from serving import served
from sites import BuiltSite, is_record

PHONE = {"width": 390, "height": 844}


def test_what_was_said_begins_on_the_first_screen(browser: Browser, built: BuiltSite) -> None:
    routes = [route for route in built.pages if route.startswith("statements/") and is_record(route)]
    assert routes
    page = browser.new_page(viewport=PHONE)
    with served(built.folder) as address:
        for route in routes:
            page.goto(address + route)
            # What nobody published has no words but the ones that say so.
            words = page.locator(".cx-words__text, .cx-words:not(:has(.cx-words__text)) .cx-form")
            top = words.first.evaluate("one => one.getBoundingClientRect().top")
            assert top < PHONE["height"] - 60, route
    page.close()


@pytest.mark.parametrize(("route", "first"), [
    ("outcomes/chuxin-for-gaoxing/", ".cx-numbers"),
    ("people/li-binlu/", ".cx-words__text"),
    ("sources/2023-07-06-report/", "#_unsaid + dl"),
])  # fmt: skip
def test_so_do_figures_words_and_what_is_not_said(browser: Browser, real: BuiltSite, route: str, first: str) -> None:
    page = browser.new_page(viewport=PHONE)
    with served(real.folder) as address:
        page.goto(address + route)
        box = page.locator(first).first.bounding_box()
        assert box and box["y"] + 40 < PHONE["height"]
    page.close()


def test_on_the_page_of_a_person_what_was_said_opens(browser: Browser, built: BuiltSite) -> None:
    folded = [
        route for route, tree in built.pages.items() if route.startswith("people/") and tree.xpath("//*[@data-fold]")
    ]
    assert folded
    page = browser.new_page(viewport=PHONE)
    with served(built.folder) as address:
        opened = 0
        for route in folded:
            page.goto(address + route)
            for _ in range(page.get_by_role("button", name="展开全文").count()):
                page.get_by_role("button", name="展开全文").first.click()
                opened += 1
            expect(page.locator(".is-folded")).to_have_count(0)
        assert opened
    page.close()


def test_what_a_meeting_came_to_in_figures_has_labels_of_one_line(browser: Browser, sample: BuiltSite) -> None:
    page = browser.new_page()
    with served(sample.folder) as address:
        page.goto(f"{address}meetings/2033-03-18/")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            for mode in ("light", "elder"):
                page.evaluate("mode => { document.documentElement.dataset.mode = mode }", mode)
                heights = page.eval_on_selector_all(".cx-numbers dt", "all => all.map(one => one.offsetHeight)")
                assert len(set(heights)) == 1, (width, mode, heights)
                assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
