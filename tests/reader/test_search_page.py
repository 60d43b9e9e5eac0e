"""The search page and the box on every page, as a reader uses them: typing, filters, address, keyboard, no scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import served
from sites import BuiltSite


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tests: to make it takes longer than most of them."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else page.errors.append(request.url))
    yield page
    assert page.errors == []
    page.close()


def total(page: Page, query: str) -> int:
    """Wait for the results of a query and return how many there are."""
    expect(page.locator("[data-search-results]")).to_have_attribute("data-search-results", query)
    return int(page.locator("[data-search-total]").text_content())


def test_box_leads_from_every_page_to_the_results(page: Page, address: str, sample: BuiltSite) -> None:
    for route in ("", "about/", "meetings/", "meetings/2031-03-12/", "news/2032-03-01-xin-chengyuan/", "404.html"):
        page.goto(address + route)
        page.fill("#search-box", "青石医院")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}search/?q=*")
        assert total(page, "青石医院") > 0
        page.locator("[data-search-result]").first.click()
        assert page.url == f"{address}organizations/qingshi-hospital/", route
    for route, tree in sample.pages.items():
        assert len(tree.xpath("//form[@role='search']")) == 1, route


def test_address_says_what_is_shown_and_back_works(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.fill("#search-query", "社区")
    before = total(page, "社区")
    page.wait_for_url("**/search/?q=%E7%A4%BE%E5%8C%BA")
    assert page.title().startswith("社区 - ")
    page.locator("[data-search-filter=kind]").get_by_role("link", name="发言", exact=True).click()
    page.wait_for_url("**kind=statements*")
    page.wait_for_function("document.querySelectorAll('[data-search-results] h2').length === 1")
    some = total(page, "社区")
    assert 0 < some < before
    hrefs = page.locator("[data-search-result]").evaluate_all("all => all.map(one => one.pathname)")
    assert len(hrefs) == some and all("/statements/" in href for href in hrefs)
    page.go_back()
    page.wait_for_function(
        "before => document.querySelector('[data-search-total]').textContent === before", arg=str(before)
    )
    page.goto(f"{address}search/?q=社区&kind=statements")
    assert total(page, "社区") == some
    page.locator("[data-search-chosen]").get_by_role("link").click()
    page.wait_for_function(
        "before => document.querySelector('[data-search-total]').textContent === before", arg=str(before)
    )


def test_what_was_just_typed_is_there_after_going_back_from_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.fill("#search-query", "青石医院")
    total(page, "青石医院")
    page.locator("[data-search-result]").first.click()
    page.wait_for_url("**/organizations/**")
    page.go_back()
    page.wait_for_url("**/search/?q=*")
    assert total(page, "青石医院") > 0
    assert page.input_value("#search-query") == "青石医院"


def test_filters_by_year_unit_and_person_with_counts(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=的")
    everything = total(page, "的")
    page.get_by_text("按年份、单位、人物筛选").click()
    for name in ("year", "unit", "person"):
        choice = page.locator(f"[data-search-filter={name}] li").first
        expect(choice).to_be_visible()
        count = int(choice.locator("span").text_content())
        choice.get_by_role("link").click()
        page.wait_for_function(
            "count => document.querySelector('[data-search-total]').textContent === count", arg=str(count)
        )
        assert f"{name}=" in page.url and 0 < count < everything
        page.go_back()
        page.wait_for_function(
            "all => document.querySelector('[data-search-total]').textContent === all", arg=str(everything)
        )


def test_passage_is_shown_with_the_match_marked(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=送書上門")
    assert total(page, "送書上門") >= 1
    assert "送书上门" in page.locator("mark").all_text_contents()


def test_text_of_records_is_never_markup(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=alert")
    assert total(page, "alert") >= 1
    assert page.locator("[data-search-results] script, [data-search-results] b").count() == 0
    page.goto(f"{address}search/?q=<img src=x onerror=alert(1)>")
    total(page, "<img src=x onerror=alert(1)>")
    assert page.locator("article img").count() == 0


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


def test_no_search_while_an_input_method_composes(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=青石")
    total(page, "青石")
    page.evaluate(
        """() => {
          const input = document.querySelector("#search-query")
          input.dispatchEvent(new CompositionEvent("compositionstart"))
          input.value = "qing'shi"
          input.dispatchEvent(new InputEvent("input", { isComposing: true }))
        }"""
    )
    page.wait_for_timeout(200)
    assert total(page, "青石") and "q=%E9%9D%92%E7%9F%B3" in page.url
    page.evaluate(
        """() => {
          const input = document.querySelector("#search-query")
          input.value = "云杉"
          input.dispatchEvent(new CompositionEvent("compositionend"))
        }"""
    )
    assert total(page, "云杉") > 0


def test_hand_written_pages_are_found(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=夜读延长")
    assert total(page, "夜读延长") >= 1
    assert page.locator("[data-search-result]").first.get_attribute("href").endswith("/news/2032-04-10-yedu-yanchang/")


def test_without_scripts_the_form_says_where_the_lists_are(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.fill("#search-box", "青石")
    page.get_by_role("button", name="搜索").click()
    assert "/search/?q=" in page.url
    expect(page.get_by_text("脚本不能运行时，可以从目录里找")).to_be_visible()
    page.locator("article").get_by_role("link", name="单位").click()
    assert page.url == f"{address}organizations/"
    context.close()


def test_says_when_its_files_are_not_to_be_had(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/meta.json", lambda route: route.abort())
    page.goto(f"{address}search/?q=青石")
    expect(page.locator("[data-search-empty]")).to_contain_text("没有读到")
    expect(page.locator("[data-search-fallback]")).to_be_hidden()
    page.close()


def test_does_not_blame_the_network_for_a_browser_that_cannot_run_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("delete String.prototype.normalize")
    page.goto(f"{address}search/?q=青石")
    expect(page.locator("[data-search-empty]")).to_contain_text("不是网络的问题")
    page.get_by_text("可以从目录里找").get_by_role("link", name="单位").click()
    assert page.url == f"{address}organizations/"
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_page_fits(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}search/?q=社区")
    total(page, "社区")
    page.get_by_text("按年份、单位、人物筛选").click()
    expect(page.locator("[data-search-filter=unit] li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
