"""The search page, as a reader uses it: typing, filters, address, no scripts; and how the box leads to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from serving import served
from sites import SAMPLE, BuiltSite, build


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


def chip(page: Page, name: str, value: str) -> Locator:
    """The link that chooses a value, or takes it back."""
    return page.locator(f"[data-chip='{name}={value}']")


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
    chip(page, "kind", "statements").click()
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
    page.locator("[data-search-filter=kind] [aria-current]").click()
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
    for name in ("kind", "year", "unit", "person"):
        choice = page.locator(f"[data-search-filter={name}] li").first
        expect(choice).to_be_visible()
        count = int(choice.locator(".cx-note").text_content())
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


def test_chips_count_what_they_would_leave_of_what_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=社区&kind=statements")
    total(page, "社区")
    for name in ("year", "unit", "person"):
        choice = page.locator(f"[data-search-filter={name}] li").first
        expect(choice).to_be_visible()
        count = choice.locator(".cx-note").text_content().strip()
        choice.get_by_role("link").click()
        expect(page.locator("[data-search-total]")).to_have_text(count)
        expect(page.locator(f"[data-search-filter={name}] [aria-current]")).to_be_visible()
        page.go_back()
        expect(page.locator(f"[data-search-filter={name}] [aria-current]")).to_have_count(0)


def test_what_is_chosen_stands_first_and_is_taken_back_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=社区")
    before = total(page, "社区")
    last = page.locator("[data-search-filter=kind] a").last
    value = last.get_attribute("data-chip")
    last.focus()
    page.keyboard.press("Enter")
    chosen = page.locator("[data-search-filter=kind] a").first
    expect(chosen).to_have_attribute("aria-current", "true")
    assert chosen.get_attribute("data-chip") == value and "去掉" in chosen.text_content()
    # Who chose by keyboard stays where he chose.
    assert page.evaluate("document.activeElement.dataset.chip") == value
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-total]")).to_have_text(str(before))
    assert page.evaluate("document.activeElement.dataset.chip") == value
    assert "kind=" not in page.url


def test_what_nothing_found_has_can_be_taken_back_too(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=龘龘&year=1999&unit=没有这家&kind=brands")
    for name, text in (("year", "1999年"), ("unit", "没有这家"), ("kind", "品牌")):
        expect(page.locator(f"[data-search-filter={name}] [aria-current]")).to_contain_text(f"{text} 0")
    chip(page, "year", "1999").click()
    expect(chip(page, "year", "1999")).to_have_count(0)
    assert "year=" not in page.url and "kind=brands" in page.url


def test_a_row_opens_and_stays_open_after_going_back(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=的")
    total(page, "的")
    row = page.locator("[data-search-row=unit]")
    expect(row.locator("li")).to_have_count(5)
    button = row.get_by_role("button", name="更多 单位")
    button.click()
    expect(row.get_by_role("button", name="收起 单位")).to_have_attribute("aria-expanded", "true")
    page.wait_for_function("document.querySelectorAll('[data-search-filter=unit] li').length > 5")
    some = row.locator("li").count()
    page.locator("[data-search-result]").first.click()
    page.wait_for_load_state()
    page.go_back()
    total(page, "的")
    expect(row.locator("li")).to_have_count(some)
    row.get_by_role("button", name="收起 单位").click()
    expect(row.locator("li")).to_have_count(5)


# What is typed, and the records that are called so: as it is, in Traditional script, in full width, with other signs,
# by a short name, by a former name; a person, a body, a meeting, an outcome, a brand, a list; in a question.
CARDS = [
    ("青石医院", ["organizations/qingshi-hospital/"], "2031年3月12日加入示例街道社区共建联席会议，无退出记录"),
    ("青石醫院", ["organizations/qingshi-hospital/"], "医疗机构"),
    ("「青石、医院」", ["organizations/qingshi-hospital/"], "医疗机构"),
    ("云杉Ａ＆Ｂ实验中心", ["organizations/yunshan-ab-center/"], "科研院所"),
    ("示例街道实验小学", ["organizations/maque-primary-school/"], "2031年9月1日以前称示例街道实验小学"),
    ("示例街道社区共建联席会议", ["organizations/shili-conference/"], "有记录可查的成员9家，其中7家没有退出的记录"),
    ("甲一鸣", ["people/jia-yiming/"], "云杉大学社区学院副院长（2033年3月18日）"),
    ("甲一鸣是谁", ["people/jia-yiming/"], "云杉大学社区学院副院长（2033年3月18日）"),
    ("社区共建推进会", ["meetings/2031-03-12/"], "2031年3月12日。通过：云杉大学、青石医院等4家加入"),
    ("邻里手册", ["outcomes/linli-shouce/"], "手册，作者甲一鸣"),
    ("《邻里手册》", ["outcomes/linli-shouce/"], "手册，作者甲一鸣"),
    ("灯下•邻里", ["brands/dengxia-linli/"], "2031年10月23日发布"),
    ("示例街道社区需求清单", ["listings/shili-xuqiu/"], "已公布3条"),
]  # fmt: skip
# Part of a name, what several words find, pinyin, a date, what somebody said: nothing that is called so.
NO_CARD = ["青石", "甲一鸣 云杉", "jiayiming", "2031年3月12日", "甲一鸣的发言", "社区", "青石医远"]


@pytest.mark.parametrize(("query", "routes", "said"), CARDS, ids=[query for query, *_ in CARDS])
def test_who_asks_for_a_name_is_told_what_the_records_say(
    page: Page, address: str, query: str, routes: list[str], said: str
) -> None:
    page.goto(f"{address}search/?q={query.replace('&', '%26')}")
    found = total(page, query)
    cards = page.locator("[data-search-answer]")
    expect(cards.first).to_be_visible()
    hrefs = cards.locator("h2 a").evaluate_all("all => all.map(one => one.href)")
    assert [href.removeprefix(address) for href in hrefs] == routes
    assert said in cards.first.inner_text()
    # The card is the record's place among the results: it is not there twice.
    links = page.locator("[data-search-result]").evaluate_all("all => all.map(one => one.href)")
    assert len(links) == len(set(links)) == found and links[: len(routes)] == hrefs


@pytest.mark.parametrize("query", NO_CARD)
def test_nothing_else_has_a_card(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={query}")
    total(page, query)
    assert page.locator("[data-search-answer]").count() == 0


def test_counts_of_a_card_lead_to_where_they_are_shown(page: Page, address: str, sample: BuiltSite) -> None:
    for query, _, _ in CARDS:
        page.goto(f"{address}search/?q={query.replace('&', '%26')}")
        total(page, query)
        for link in page.locator("[data-search-answer] li a").evaluate_all("all => all.map(one => one.href)"):
            route, _, place = link.removeprefix(address).partition("#")
            assert sample.pages[route].xpath(f"//*[@id='{place}']"), link


def test_a_card_is_left_out_by_what_leaves_out_its_record(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=青石医院&kind=meetings")
    assert total(page, "青石医院") > 0
    assert page.locator("[data-search-answer]").count() == 0


def test_two_of_one_name_have_both_their_cards(browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "data")
    (tmp_path / "data/people/jia-yiming-er.yml").write_text(
        "id: jia-yiming-er\nname: 甲一鸣\nsort: jia yiming\nnot_same_as:\n  - jia-yiming\n"
        "sources:\n  - baodao-2031\n", encoding="utf-8"
    )  # fmt: skip
    result = build(tmp_path / "site", tmp_path / "data", SAMPLE / "docs")
    assert result.returncode == 0, result.stdout + result.stderr
    page = browser.new_page()
    with served(tmp_path / "site") as at:
        page.goto(f"{at}search/?q=甲一鸣")
        total(page, "甲一鸣")
        cards = page.locator("[data-search-answer]")
        assert sorted(cards.locator("h2 a").evaluate_all("all => all.map(one => one.pathname.split('/')[3])")) == [
            "jia-yiming", "jia-yiming-er",
        ]  # fmt: skip
        assert "没有职务的记录。" in cards.all_inner_texts()[0] + cards.all_inner_texts()[1]
    page.close()


@pytest.mark.parametrize("query", ["社区", "甲一鸣", "青石医院 甲一鸣", "云杉大学", "的", "讲师"])
def test_no_line_of_a_result_says_what_stands_above_it(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={query}")
    assert total(page, query) > 0
    for row in page.locator("[data-search-results] .cx-row").all():
        lines = [line for line in row.inner_text().split("\n") if line.strip()]
        # A word for what sort of unit it is may be in its name; no passage may.
        for place, line in enumerate(lines[2:], 2):
            assert not [one for one in lines[:place] if line in one], lines
        # Below the title something is marked, or it is all that was found.
        assert row.locator("mark").count() > 0, lines


def test_a_passage_for_each_word_that_stands_apart(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=手册 二十四页")
    assert total(page, "手册 二十四页") > 0
    assert "二十四页" in page.locator("mark").all_text_contents()


@pytest.mark.parametrize(("width", "mode"), [(320, ""), (1280, ""), (320, "elder"), (1280, "elder")])
def test_page_fits(browser: Browser, address: str, width: int, mode: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(f"localStorage.setItem('chuxin.mode', '{mode}')")
    page = context.new_page()
    for query in ("社区", "青石医院"):
        page.goto(f"{address}search/?q={query}")
        total(page, query)
        expect(page.locator("[data-search-filter=unit] li").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for button in page.locator("[data-search-row] button:visible").all():
            button.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        heights = page.locator("[data-chip]").evaluate_all("all => all.map(one => one.offsetHeight)")
        assert min(heights) >= (60 if mode == "elder" else 44)
    context.close()
