"""The HTML of every page: what the Nu Html Checker finds, and what it cannot see: keyboard, headings, names of parts.

The checker runs where `make test` could set it up: it needs Java, and comes from npm. The rules that pages once broke
are tested without it as well.
"""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from chuxin.pages.rendering import Renderer
from chuxin.pages.report import report_view
from chuxin.problems.problems import Problem, Span
from chuxin.site.policy import policy
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import ROOT, BuiltSite

VNU = ROOT / ".venv" / "vnu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The pages are checked as files. A file has no origin, and 'self' in their policy allows nothing of it.
UNTRUE_OF_FILES = ".*Content Security Policy.*"
BODY = "organizations/shili-conference/"
ROLES_IN_TABLES = "//table/@role | //thead/@role | //tbody/@role | //tr/@role | //th/@role | //td/@role"
TYPES_WITH_AUTOCOMPLETE = {"text", "search", "date", "email", "url", "tel", "number", "password", "hidden"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

WIDE = "//article//pre[not(@data-citation)] | //article//table"
# What is wider than its box and scrolls there, and neither takes the focus nor holds what does.
OUT_OF_REACH = """
[...document.querySelectorAll("*")].filter(one => {
  const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
  return scrolls && one.tabIndex < 0 && !one.querySelector("a[href], button, input, summary, [tabindex='0']")
}).map(one => one.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    """Where the sample's site is served."""
    with served(sample.folder) as at:
        yield at


def found_something(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=社区")
    expect(page.locator("[data-search-filter=unit] li").first).to_be_visible()


def told_of_a_name(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=青石医院")
    expect(page.locator("[data-search-answer]")).to_be_visible()
    expect(page.locator("[data-search-filter=unit] li").first).to_be_visible()


def found_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=青石医远")
    expect(page.locator("[data-search-empty]")).to_be_visible()


def suggesting(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#search-box").press_sequentially("qs")
    expect(page.get_by_role("option").first).to_be_visible()


def filtered(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/?kind=加入")
    expect(page.get_by_role("button", name="清除筛选")).to_be_visible()


def on_one_day(page: Page, address: str) -> None:
    page.goto(f"{address}{BODY}?on=2030-05-20")
    expect(page.locator("[data-members-day]")).to_be_visible()


BY_SCRIPTS = [found_something, told_of_a_name, found_nothing, suggesting, filtered, on_one_day]


@pytest.mark.skipif(not VNU.exists() or not shutil.which("java"), reason="the checker needs npm and Java")
def test_the_checker_finds_nothing(
    real: BuiltSite, sample: BuiltSite, browser: Browser, address: str, tmp_path: Path
) -> None:
    """Nor in the report that the preview shows, nor in what scripts make of a page."""
    problem = Problem(Span("a.yml", 1, 2), "E301", "找不到单位 “甲”", "您是否想写 乙")
    report = Renderer().render(
        "report.html", "", view=report_view([problem]), site_name="甲", root="/", policy=policy("")
    )
    (tmp_path / "report.html").write_text(report, encoding="utf-8")
    for reach in BY_SCRIPTS:
        page = browser.new_page()
        reach(page, address)
        (tmp_path / f"{reach.__name__}.html").write_text(page.content(), encoding="utf-8")
        page.close()
    # In a page of codes and Chinese the checker guesses at Javanese.
    command = ["java", "-jar", VNU, "--skip-non-html", "--no-langdetect", "--filterpattern", UNTRUE_OF_FILES]
    checked = subprocess.run([*command, real.folder, sample.folder, tmp_path], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_language_is_simplified_chinese(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert tree.xpath("/html/@lang") == ["zh-CN"], route
        assert tree.xpath("//body//@lang | //@dir") == [], route


def test_only_what_is_typed_into_has_autocomplete_and_nothing_is_a_switch(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        types = {one.get("type") for one in tree.xpath("//input[@autocomplete]")}
        assert types <= TYPES_WITH_AUTOCOMPLETE, route
        assert not tree.xpath("//input[@type='checkbox'] | //input[@type='radio']"), route


def test_a_box_with_suggestions_is_an_ordinary_text_box(built: BuiltSite) -> None:
    assert any(tree.xpath("//input[@role='combobox']") for tree in built.pages.values())
    for route, tree in built.pages.items():
        assert {one.get("type") for one in tree.xpath("//input[@role]")} <= {"text"}, route


def test_parts_of_tables_are_what_they_are_by_themselves(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert not tree.xpath(ROLES_IN_TABLES), route


def test_what_is_a_form_can_be_sent(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert not tree.xpath("//form[not(.//button[@type='submit'])]"), route
        assert not tree.xpath("//button[not(@type)]"), route


def test_code_and_tables_of_hand_written_pages_scroll_in_a_box_that_takes_the_focus(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert not tree.xpath("//article//pre[not(@tabindex='0' or @data-citation)]"), route
        assert not tree.xpath("//article//table[not(@class)][not(parent::div[@tabindex='0'])]"), route


def test_what_scrolls_on_a_phone_is_reached_by_keyboard(browser: Browser, built: BuiltSite) -> None:
    wide = [route for route, tree in built.pages.items() if tree.xpath(WIDE)]
    # Every record can be cited: what is to be copied looks the same on all of them.
    cited = [route for route, tree in built.pages.items() if tree.xpath("//pre[@data-citation]")]
    assert wide and cited
    page = browser.new_page(viewport={"width": 320, "height": 900})
    with served(built.folder) as address:
        for route in (*wide, cited[0]):
            page.goto(address + route)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            for mode in ("light", "elder"):
                page.evaluate("mode => document.documentElement.dataset.mode = mode", mode)
                assert page.evaluate(OUT_OF_REACH) == [], (route, mode)
    page.close()


def roles(browser: Browser, address: str, width: int) -> Counter[str]:
    """How many rows and cells there are on a page, for somebody who listens."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


def test_a_table_stays_one_where_its_rows_are_shown_as_lines(browser: Browser, address: str) -> None:
    wide, narrow = roles(browser, address + BODY, 1280), roles(browser, address + BODY, 390)
    assert wide["row"] > 2 and wide["cell"] > 2
    for role in ("table", "rowheader", "cell"):
        assert narrow[role] == wide[role], role
    # The years stand above the bars.
    assert wide["table"] > 1 and wide["row"] == narrow["row"]


def test_meetings_and_units_stay_a_table_too(browser: Browser, address: str) -> None:
    """There cells of which nothing is recorded are not shown, nor what the first column is called."""
    wide, narrow = roles(browser, address + "grid/", 1280), roles(browser, address + "grid/", 390)
    for role in ("table", "row", "rowheader"):
        assert narrow[role] == wide[role] > 0, role
    assert wide["columnheader"] - narrow["columnheader"] == 1
    assert 0 < narrow["cell"] < wide["cell"]


def test_meetings_are_named_wherever_they_are_a_list(browser: Browser, address: str) -> None:
    """In elder mode that is at any width."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + "grid/")
    page.evaluate("document.documentElement.dataset.mode = 'elder'")
    widths = page.eval_on_selector_all(".cx-parts__name", "all => all.map(one => one.getBoundingClientRect().width)")
    page.close()
    assert widths and min(widths) > 24


def test_headings_leave_out_no_level(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        levels = [int(one.tag[1]) for one in tree.xpath("//body//*") if one.tag in HEADINGS]
        assert levels[:1] == [1] and levels.count(1) == 1, route
        assert all(after - before <= 1 for before, after in pairwise(levels)), (route, levels)


def test_every_page_has_one_main_part_and_what_leads_there(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        assert len(tree.xpath("//main")) == len(tree.xpath("//body/header | //body/footer")) - 1 == 1, route
        assert tree.xpath("string(//body/*[1]/@href)") == "#_content", route
        assert tree.xpath("//main/@id") == ["_content"], route


def test_what_an_element_names_is_there_once(built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        there = Counter(tree.xpath("//@id"))
        assert set(there.values()) <= {1}, route
        named = " ".join(tree.xpath("//@aria-labelledby | //@aria-controls | //@aria-describedby | //@for")).split()
        assert set(named) <= set(there), route


def test_parts_of_the_same_kind_have_different_names(built: BuiltSite) -> None:
    """Those that are never there together, as the sections in a line and in a menu, may have the same."""
    for route, tree in built.pages.items():
        names = Counter(
            (one.get("role") or one.tag, one.get("aria-label") or one.get("aria-labelledby"))
            for one in tree.xpath("//nav | //aside | //*[@role='search'] | //*[@role='region']")
        )
        names.pop(("nav", "栏目"), None)
        assert not [name for (part, name), count in names.items() if count > 1 or (part == "nav" and not name)], route
