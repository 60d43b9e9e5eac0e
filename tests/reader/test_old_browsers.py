"""The pages in a browser that has forgotten what is newer than Chromium 78 and Safari 12.1: scripts do their work.

There is no such browser to test with. Every property and method that the table of known names does not have is deleted
before a page's scripts run; newer syntax is refused by tests/project/test_scripts.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from compatibility import known_members
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import BuiltSite
from watching import watch

# Objects that exist once, and what every object has: the driver of the browser needs them whole.
WHOLE = {"Window", "Navigator", "console", "Object", "Function", "Error", "Performance"}
FORGET = """
const forget = (object, known) => {
  for (const name of Object.getOwnPropertyNames(object))
    if (!known.has(name) && !name.startsWith("on") && !KEPT.has(name)) delete object[name]
}
const KEPT = new Set(["constructor", "prototype", "length", "name"])
for (const [name, members] of Object.entries(MEMBERS)) {
  const known = new Set(members)
  const found = name === "TypedArray" ? Object.getPrototypeOf(Uint8Array) : globalThis[name]
  if (!found) continue
  forget(found, known)
  if (found.prototype) forget(found.prototype, known)
}
for (const name of ["hasOwn", "groupBy"]) delete Object[name]
const globals = ["structuredClone", "ResizeObserver", "DecompressionStream", "BigInt", "WeakRef", "PointerEvent"]
for (const name of globals) delete globalThis[name]
"""


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    members = {name: known for name, known in known_members().items() if name not in WHOLE}
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script("{" + FORGET.replace("MEMBERS", json.dumps(members)) + "}")
    page = context.new_page()
    seen = watch(page, address)
    yield page
    assert seen == []
    context.close()


def test_the_browser_has_forgotten(page: Page, address: str) -> None:
    page.goto(address)
    newer = "[].at, [].findLast, ''.replaceAll, Object.hasOwn, Promise.allSettled, document.body.replaceChildren"
    assert page.evaluate(f"[{newer}].map(one => typeof one)") == ["undefined"] * 6
    assert page.evaluate("[typeof structuredClone, 'size' in URLSearchParams.prototype]") == ["undefined", False]


def test_modes_are_chosen_and_remembered(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="长辈模式").click()
    page.goto(f"{address}about/")
    assert page.evaluate("document.documentElement.dataset.mode") == "elder"
    page.get_by_role("button", name="长辈模式").click()
    assert page.evaluate("document.documentElement.dataset.mode") is None


def test_the_box_suggests(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#search-box").press_sequentially("青石")
    expect(page.get_by_role("option").first).to_contain_text("青石医院")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/organizations/qingshi-hospital/")


def test_the_search_finds_filters_and_offers_what_is_near(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=社区")
    expect(page.locator("[data-search-result]").first).to_be_visible()
    page.locator("[data-search-filter=year]").get_by_role("link").first.click()
    expect(page.locator("[data-search-filters] [aria-current]")).to_have_count(1)
    page.locator("[data-search-filter=unit]").get_by_role("link").first.click()
    expect(page.locator("[data-search-filters] [aria-current]")).to_have_count(2)
    page.goto(f"{address}search/?q=青石医院")
    expect(page.locator("[data-search-answer]")).to_contain_text("无退出记录")
    page.goto(f"{address}search/?q=青石医员")
    expect(page.locator("[data-search-near]").first).to_contain_text("青石医院")


def test_lists_are_filtered(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    page.get_by_label("在本页中查找").fill("青石")
    expect(page.get_by_role("status")).to_contain_text("显示")
    page.get_by_role("button", name="清除筛选").click()
    page.get_by_role("group", name="年份").get_by_role("button").first.click()
    expect(page.get_by_role("button", name="清除筛选")).to_be_visible()


def test_members_of_a_day_are_told(page: Page, address: str) -> None:
    page.goto(f"{address}organizations/shili-conference/?on=2032-01-01")
    expect(page.locator("[data-members-status]")).to_contain_text("2032年1月1日：")


def test_a_record_is_copied(page: Page, address: str) -> None:
    page.goto(f"{address}meetings/2031-03-12/")
    page.locator("[data-copy=title]").click()
    expect(page.locator(".cx-address [role=status]")).to_have_text("已复制标题和链接")
