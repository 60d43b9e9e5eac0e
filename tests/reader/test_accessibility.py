"""What every page must do for its readers, in every mode and at both widths, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

import pytest
from axe import RUN_AXE, SIZES, TARGET_SIZE, TEXT_SIZE
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import served
from sites import BuiltSite

# A page of every template.
TEMPLATES = {
    "home": "",
    "meetings": "meetings/",
    "organizations": "organizations/",
    "people": "people/",
    "statements": "statements/",
    "timeline": "timeline/",
    "search": "search/?q=社区",
    "answer": "search/?q=青石医院",
    "meeting": "meetings/2031-03-12/",
    "body": "organizations/shili-conference/",
    "organization": "organizations/qingshi-hospital/",
    "person": "people/xin-bange/",
    "statement": "statements/2031-03-12-jia-yiming/",
    "outcome": "outcomes/hui-yin-ji/",
    "listing": "listings/shili-ziyuan/",
    "brand": "brands/dengxia-linli/",
    "source": "sources/baodao-2031/",
    "grid": "grid/",
    "map": "map/",
    "article": "news/2032-03-01-xin-chengyuan/",
    "page": "about/",
    "components": "components/",
    "missing": "404.html",
}
MODES = ("light", "dark", "elder")
WIDTHS = (320, 1280)

# The views that axe looks at. Dark mode changes colours and nothing else, which are the same at every width; elder mode
# is looked at where it is narrowest.
AXE = {("light", 320), ("light", 1280), ("dark", 1280), ("elder", 320)}
each_view = pytest.mark.parametrize(("mode", "width"), [(mode, width) for mode in MODES for width in WIDTHS])


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


def opened(browser: Browser, address: str, mode: str, width: int) -> tuple[BrowserContext, Page, list[str]]:
    """A page in a mode, and what goes wrong on it: errors, breaches of the policy, requests to other hosts."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(f"localStorage.setItem('chuxin.mode', {json.dumps(mode)})")
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    # A breach of the Content-Security-Policy is an error on the console.
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda one: None if one.url.startswith((address, "data:")) else wrong.append(one.url))
    return context, page, wrong


def visit(page: Page, address: str, route: str) -> None:
    """Open a page; the search page when it has found something."""
    page.goto(address + route)
    if route in (TEMPLATES["search"], TEMPLATES["answer"]):
        expect(page.locator("[data-search-filter=unit] li").first).to_be_visible()


@each_view
def test_every_template_keeps_the_rules(browser: Browser, address: str, mode: str, width: int) -> None:
    """Those that axe knows, and our own: nothing is wider than the screen, no text and no target is too small."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    context, page, wrong = opened(browser, address, mode, width)
    found = []
    for route in TEMPLATES.values():
        visit(page, address, route)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{route} is wider than the screen")
        sizes = page.evaluate(SIZES, mode == "elder")
        found += [f"{route} {size} px: {text}" for size, text in sizes["texts"] if size < TEXT_SIZE[mode]]
        found += [f"{route} {size} px high: {html}" for size, html in sizes["pressed"] if size < TARGET_SIZE[mode]]
        if (mode, width) not in AXE:
            continue
        page.evaluate(axe)
        for violation in page.evaluate(RUN_AXE):
            found += [f"{route} {violation['id']}: {node['html'][:160]}" for node in violation["nodes"]]
    assert found == []
    assert wrong == []
    context.close()


def test_every_page_has_the_policy_and_keeps_it(sample: BuiltSite) -> None:
    for route, tree in sample.pages.items():
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'none'" in policy and "unsafe" not in policy, route
        assert tree.xpath("//*[@style] | //style | //*[@onclick]") == [], route
        assert [one.text for one in tree.xpath("//script[not(@src)]")] == [], route


def test_text_is_complete_without_scripts(browser: Browser, address: str, sample: BuiltSite) -> None:
    """Scripts add buttons and fields; they add no words to what is recorded."""
    lines = "document.querySelector('article').innerText.split('\\n').map(one => one.trim()).filter(Boolean)"
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context, page, _ = opened(browser, address, "light", 1280)
    without = plain.new_page()
    for name, route in TEMPLATES.items():
        if name in ("search", "answer"):
            continue
        visit(page, address, route)
        # What scripts bring is left out: it is what the page hides at first.
        for hidden in sample.pages[route].xpath("//article//*[@hidden]"):
            selector = f"{hidden.tag}.{hidden.get('class')}" if hidden.get("class") else f"{hidden.tag}[hidden]"
            page.evaluate("one => document.querySelectorAll(one).forEach(one => one.remove())", selector)
        without.goto(address + route)
        there = "".join(without.locator("article").inner_text().split())
        assert [line for line in page.evaluate(lines) if "".join(line.split()) not in there] == [], route
    context.close()
    plain.close()


def test_mode_is_one_tap_remembered_and_taken_back(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.mode") is None
    for mode, name in (("light", "浅色"), ("dark", "深色"), ("elder", "长辈模式")):
        page.get_by_role("button", name=name).click()
        assert page.evaluate("document.documentElement.dataset.mode") == mode
        page.goto(address + "meetings/2031-03-12/")
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("document.documentElement.dataset.mode") == mode
    page.get_by_role("button", name="长辈模式").click()
    page.goto(address)
    assert page.evaluate("document.documentElement.dataset.mode") is None
    context.close()


@pytest.mark.parametrize(("mode", "width", "most"), [("elder", 320, 80), ("elder", 768, 80), ("light", 360, 110)])
def test_header_leaves_the_screen_to_the_page(browser: Browser, address: str, mode: str, width: int, most: int) -> None:
    """In elder mode in one row, which leads to everything; else with the box of the search below it."""
    context, page, wrong = opened(browser, address, mode, width)
    page.goto(address + TEMPLATES["meeting"])
    assert page.locator(".cx-header").evaluate("header => header.offsetHeight") < most
    if mode == "elder":
        page.get_by_role("link", name="搜索", exact=True).click()
        assert page.url == f"{address}search/"
    page.get_by_text("菜单", exact=True).click()
    expect(page.locator(".cx-menu").get_by_role("link", name="时间线")).to_be_visible()
    assert wrong == []
    context.close()


def test_mode_is_set_before_anything_is_painted(sample: BuiltSite) -> None:
    """By a script in the head that the browser waits for."""
    for route, tree in sample.pages.items():
        scripts = tree.xpath("//head//script[contains(@src, 'mode.js')]")
        assert len(scripts) == 1, route
        assert not {"async", "defer", "type"} & set(scripts[0].attrib), route


def test_keyboard_reaches_everything(browser: Browser, address: str) -> None:
    context, page, wrong = opened(browser, address, "light", 390)
    page.goto(address + "meetings/2031-03-12/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")
    # The menu opens by keyboard, and its first link follows.
    page.locator("summary", has_text="菜单").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "首页"
    outlined = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outlined) == "solid"
    # Every stop on the way is seen, and has a focus that is seen.
    page.goto(address + "statements/2031-03-12-jia-yiming/")
    stops = 0
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        html = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert page.evaluate(outlined) != "none", html
        assert page.evaluate("document.activeElement.getBoundingClientRect().height") > 0, html
    assert stops > 12
    assert wrong == []
    context.close()
