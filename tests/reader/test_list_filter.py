"""The form above the lists of index pages, as a reader uses it: text, choices, address, keyboard, no scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import served
from sites import BuiltSite

ROWS = "[data-rows] > li"


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
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(address) else page.errors.append(request.url))
    yield page
    assert page.errors == []
    page.close()


def shown(page: Page) -> list[str]:
    """The texts of the rows that are shown."""
    return page.locator(f"{ROWS}:visible").all_inner_texts()


def total(page: Page) -> int:
    """How many rows there are, shown or not."""
    return page.locator(ROWS).count()


def says(page: Page, count: int) -> None:
    """Wait until so many rows are shown, and the live region says so."""
    words = f"显示{count}条，共{total(page)}条" if count else "没有符合的记录"
    expect(page.get_by_role("status")).to_have_text(words)
    assert len(shown(page)) == count


def choose(page: Page, facet: str, name: str) -> int:
    """Press a choice and return how many rows it promised."""
    button = page.get_by_role("group", name=facet).get_by_role("button", name=name)
    count = int(button.locator("span").text_content())
    button.click()
    return count


def test_everything_is_listed_first(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    expect(page.get_by_label("在本页中查找")).to_be_visible()
    says(page, total(page))
    expect(page.get_by_role("button", name="清除筛选")).to_be_hidden()
    assert page.url == f"{address}timeline/"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("回音", "“回音”社区实践基地"),
        ("ａ&Ｂ", "云杉“A&B”实验中心"),
        ("a b", "云杉“A&B”实验中心"),
        ("邻里 手册", "《邻里手册》"),
        ("邻里手册", "《邻里手册》"),
        ("通过 青石医院", "青石医院"),
        # What stands above a row is found too.
        ("2032年9月", "第六次联席会议"),
        ("不晚于2032年6月18日", "桥梁社区共建联盟成员会议"),
    ],
)
def test_text_is_found_without_case_spaces_and_punctuation(page: Page, address: str, typed: str, found: str) -> None:
    page.goto(f"{address}timeline/")
    page.get_by_label("在本页中查找").fill(typed)
    expect(page.get_by_role("status")).not_to_contain_text(f"显示{total(page)}条")
    rows = shown(page)
    assert 0 < len(rows) < total(page)
    assert any(found in row for row in rows)


def test_groups_without_rows_hide_with_their_headings(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    page.get_by_label("在本页中查找").fill("《邻里手册》编印")
    says(page, 1)
    assert page.locator("[data-list] :is(h2, h3):visible").all_text_contents() == ["2032年", "2032年1月"]
    assert page.locator("[data-group] > time:visible").count() == 1


def test_contents_hide_what_is_hidden(page: Page, address: str) -> None:
    page.goto(f"{address}people/")
    entries = page.locator(".cx-letters li:visible")
    before = entries.count()
    assert before == page.locator("[data-list] h2").count() > 2
    page.get_by_label("在本页中查找").fill("甲一鸣")
    says(page, 1)
    assert entries.all_text_contents() == ["J"]
    page.get_by_role("button", name="清除筛选").click()
    expect(entries).to_have_count(before)


def test_buttons_take_the_place_of_contents_that_say_the_same(page: Page, address: str) -> None:
    page.goto(f"{address}organizations/")
    expect(page.locator(".cx-contents")).to_be_hidden()
    for name, levels in (("大类", "h2"), ("类别", "h3, section:not(:has(h3)) > h2")):
        choices = page.get_by_role("group", name=name).get_by_role("button")
        assert choices.count() == page.locator("[data-list]").locator(levels).count() > 2


def test_of_the_classes_those_of_the_chosen_group_are_left(page: Page, address: str) -> None:
    page.goto(f"{address}organizations/")
    classes = page.get_by_role("group", name="类别").locator("button:visible")
    all_classes = classes.count()
    says(page, choose(page, "大类", "教育"))
    assert [text.split()[0] for text in classes.all_inner_texts()] == ["学校", "院校", "院系"]
    says(page, choose(page, "类别", "院系"))
    assert page.locator("[data-list] :is(h2, h3):visible").all_text_contents() == ["教育", "院系"]
    page.wait_for_url(f"{address}organizations/?kind=%E6%95%99%E8%82%B2&sort=%E9%99%A2%E7%B3%BB")
    page.get_by_role("button", name="清除筛选").click()
    expect(classes).to_have_count(all_classes)


def test_choices_of_year_and_kind_come_together(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    in_2031 = choose(page, "年份", "2031年")
    says(page, in_2031)
    entered = choose(page, "种类", "加入")
    says(page, entered)
    assert 0 < entered < in_2031 < total(page)
    assert all("加入" in row for row in shown(page))
    pressed = page.locator("[data-filter] [aria-pressed=true]")
    assert pressed.evaluate_all("all => all.map(one => one.value)") == ["2031", "加入"]
    page.get_by_label("在本页中查找").fill("风铃")
    says(page, 1)
    # Another choice takes the place of the first; the same again takes it back.
    choose(page, "年份", "2032年")
    says(page, 1)
    choose(page, "年份", "2032年")
    says(page, 2)


def test_a_meeting_is_found_under_what_it_decided(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?kind=退出")
    expect(page.get_by_role("button", name="退出")).to_have_attribute("aria-pressed", "true")
    assert shown(page) and all("退出" in row for row in shown(page))
    page.goto(f"{address}timeline/?kind=决定")
    expect(page.get_by_role("button", name="决定")).to_have_attribute("aria-pressed", "true")
    assert [row for row in shown(page) if "未通过：《关于萤火虫想象游乐社加入联席会议的建议》" in row]
    # What was said is counted here, and found in a list of its own.
    assert page.get_by_role("button", name="发言").count() == 0


def test_organizations_are_chosen_by_their_group(page: Page, address: str) -> None:
    page.goto(f"{address}organizations/")
    count = choose(page, "大类", "社会组织")
    says(page, count)
    assert page.locator("[data-list] h2:visible").all_text_contents() == ["社会组织"]
    page.wait_for_url("**/organizations/?kind=*")


def test_nothing_left_says_so_and_is_cleared(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?year=2031")
    field = page.get_by_label("在本页中查找")
    field.fill("没有这样的字")
    says(page, 0)
    expect(page.locator("[data-list]")).to_be_hidden()
    page.get_by_role("button", name="清除筛选").click()
    says(page, total(page))
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    assert page.locator("[aria-pressed=true][value]").count() == 0
    page.wait_for_url(f"{address}timeline/")
    # The same word at once again, as an input method gives it, is a change.
    field.fill("没有这样的字")
    says(page, 0)


def test_address_says_what_is_shown_after_a_pause(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?from=elsewhere")
    page.evaluate(
        """() => {
          window.written = 0
          const replace = history.replaceState.bind(history)
          history.replaceState = (...all) => { window.written += 1; replace(...all) }
        }"""
    )
    # All of it before the pause is over, however slow the machine is.
    page.get_by_label("在本页中查找").evaluate(
        """field => {
          for (const typed of ["青", "青石", "青石医", "青石医院"]) {
            field.value = typed
            field.dispatchEvent(new Event("input", { bubbles: true }))
          }
        }"""
    )
    page.wait_for_url("**?from=elsewhere&q=%E9%9D%92%E7%9F%B3%E5%8C%BB%E9%99%A2")
    assert page.evaluate("written") == 1
    before = len(shown(page))
    page.reload()
    says(page, before)
    expect(page.get_by_label("在本页中查找")).to_have_value("青石医院")


def test_back_from_a_record_shows_the_same_again(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    choose(page, "年份", "2032年")
    page.get_by_label("在本页中查找").fill("夜读")
    says(page, 2)
    # At once, before the pause is over.
    page.locator(f"{ROWS}:visible a").first.click()
    page.wait_for_url(lambda url: "timeline" not in url)
    page.go_back()
    page.wait_for_url("**/timeline/?**")
    says(page, 2)
    expect(page.get_by_label("在本页中查找")).to_have_value("夜读")


def test_another_state_of_the_same_page_is_read_when_going_back(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?year=2031")
    expect(page.get_by_role("button", name="清除筛选")).to_be_visible()
    in_2031 = len(shown(page))
    page.evaluate("history.pushState(null, '', '?q=青石医院&kind=加入'); dispatchEvent(new PopStateEvent('popstate'))")
    says(page, 1)
    expect(page.get_by_label("在本页中查找")).to_have_value("青石医院")
    page.go_back()
    says(page, in_2031)
    expect(page.get_by_label("在本页中查找")).to_have_value("")


def test_an_address_with_a_choice_that_is_not_there_shows_everything(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?year=1999&kind=<b>")
    says(page, total(page))


def test_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    page.get_by_label("在本页中查找").focus()
    page.keyboard.type("a")
    page.keyboard.press("Enter")
    assert "?" not in page.url.removesuffix("?q=a")
    page.keyboard.press("Backspace")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    says(page, int(page.locator(":focus span").text_content()))
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "false")
    says(page, total(page))


def test_nothing_is_filtered_while_an_input_method_composes(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    page.evaluate(
        """() => {
          const input = document.querySelector("#filter-text")
          input.dispatchEvent(new CompositionEvent("compositionstart"))
          input.value = "qing'shi"
          input.dispatchEvent(new InputEvent("input", { isComposing: true }))
        }"""
    )
    page.wait_for_timeout(300)
    says(page, total(page))
    assert "?" not in page.url
    page.evaluate(
        """() => {
          const input = document.querySelector("#filter-text")
          input.value = "青石医院"
          input.dispatchEvent(new CompositionEvent("compositionend"))
        }"""
    )
    page.wait_for_url("**?q=*")
    assert 0 < len(shown(page)) < total(page)


def test_without_scripts_everything_is_listed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for route in ("timeline/?q=青石&year=2031", "statements/", "organizations/", "people/"):
        page.goto(address + route)
        expect(page.locator("[data-filter]")).to_be_hidden()
        assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count() > 0
        assert (
            page.locator(".cx-contents, .cx-letters").first.is_visible() or page.locator("[data-list] h2").count() < 3
        )
    context.close()


def test_short_lists_have_no_form(page: Page, address: str) -> None:
    page.goto(f"{address}meetings/")
    assert page.locator("[data-filter]").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_page_fits_and_buttons_are_large_enough(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for route in ("timeline/?kind=成立", "organizations/"):
        page.goto(address + route)
        expect(page.locator("[data-filter]")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        heights = page.locator("[data-filter] :is(button, input):visible").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 43.9
    context.close()


def test_paper_says_how_much_is_shown_of_a_part_only(page: Page, address: str) -> None:
    page.goto(f"{address}statements/")
    says(page, total(page))
    page.emulate_media(media="print")
    expect(page.get_by_role("status")).to_be_hidden()
    page.emulate_media(media="screen")
    says(page, choose(page, "年份", "2032年"))
    page.emulate_media(media="print")
    expect(page.get_by_role("status")).to_be_visible()
