"""The pages in WebKit, as on an iPhone: they are there, fit, and no digit is printed over another."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
import webkit
from PIL import Image, ImageChops
from selenium.webdriver import WebKitGTK
from selenium.webdriver.support.wait import WebDriverWait
from serving import served
from sites import BuiltSite

BROWSER = webkit.find()
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no WebKit: " + ", ".join(webkit.PACKAGES))

# The page, words that stand near its top, and what its scripts show.
PAGES = [
    ("", "初心·高兴", ".cx-modes"),
    ("meetings/2031-03-12/", "社区共建推进会", ".cx-modes"),
    ("organizations/shili-conference/", "联席会议", ".cx-day"),
    ("statements/2031-03-12-jia-yiming/", "从一盏灯说起", ".cx-actions button"),
    ("timeline/", "时间线", ".cx-find"),
    ("people/jia-yiming/", "甲一鸣", ".cx-fold-all"),
    ("outcomes/linli-shouce/", "邻里手册", ".cx-modes"),
    ("grid/", "会议与单位对照表", ".cx-modes"),
    ("map/", "组织与成员图", ".cx-modes"),
]
# As long as anybody waits for a page, however slow the machine is.
PATIENCE = 60

# Every character an element of its own: nothing then moves one over its neighbour.
ONE_BY_ONE = """
const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
const texts = []
while (walker.nextNode()) if (/\\d\\d/.test(walker.currentNode.data)) texts.push(walker.currentNode)
for (const text of texts) {
  const characters = Array.from(text.data, one => Object.assign(document.createElement("span"), { textContent: one }))
  text.replaceWith(...characters)
}
return texts.length
"""
AUTOSPACE = """
const [sheet] = document.styleSheets
sheet.insertRule("body { text-autospace: normal }", sheet.cssRules.length)
"""


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    with served(sample.folder) as at:
        yield at


@pytest.fixture(scope="module")
def driver() -> Iterator[WebKitGTK]:
    with webkit.launched(BROWSER) as running:
        yield running


def visit(driver: WebKitGTK, address: str, shown_by_scripts: str) -> None:
    webkit.visit(driver, address)
    wait = WebDriverWait(driver, PATIENCE)
    wait.until(lambda _: driver.execute_script("return document.readyState") == "complete")
    wait.until(lambda _: driver.find_element("css selector", shown_by_scripts).is_displayed())


def picture(driver: WebKitGTK) -> Image.Image:
    """The page in grey, without the bar at its right that scrolls and fades."""
    taken = Image.open(io.BytesIO(webkit.picture(driver))).convert("L")
    return taken.crop((0, 0, webkit.WIDTH - 16, taken.height))


def settled(driver: WebKitGTK) -> Image.Image:
    """The page when nothing on it changes any more: on a busy machine a picture may be older than what was asked."""
    pictures = [picture(driver)]

    def is_still(_: WebKitGTK) -> bool:
        pictures.append(picture(driver))
        return changed(*pictures[-2:]) == 0

    WebDriverWait(driver, PATIENCE).until(is_still)
    return pictures[-1]


def changed(one: Image.Image, other: Image.Image) -> int:
    """How many pixels of two pictures differ."""
    return sum(ImageChops.difference(one, other).histogram()[64:])


@pytest.mark.parametrize(("route", "words", "shown_by_scripts"), PAGES)
def test_page_is_there_and_fits(driver: WebKitGTK, address: str, route: str, words: str, shown_by_scripts: str) -> None:
    visit(driver, address + route, shown_by_scripts)
    assert driver.execute_script("return [innerWidth, document.documentElement.scrollWidth]") == [webkit.WIDTH] * 2
    assert words in driver.find_element("css selector", "h1").text
    # Paper, the band, ink and the shades between: not a blank page.
    greys = [count for count in picture(driver).histogram() if count > 20]
    assert len(greys) > 30


@pytest.mark.parametrize(("route", "shown_by_scripts"), [(route, shown) for route, _, shown in PAGES])
def test_digits_stand_beside_each_other(driver: WebKitGTK, address: str, route: str, shown_by_scripts: str) -> None:
    visit(driver, address + route, shown_by_scripts)
    together = settled(driver)
    assert driver.execute_script(ONE_BY_ONE) > 0
    # Every character by itself stands where it stood in company.
    assert changed(together, settled(driver)) == 0


def test_digits_over_each_other_are_seen(driver: WebKitGTK, address: str) -> None:
    version = driver.capabilities["browserVersion"]
    if not version.startswith("2.50."):
        pytest.skip(f"another WebKit: {version}")
    visit(driver, address + "timeline/", ".cx-find")
    wait = WebDriverWait(driver, PATIENCE)
    before = settled(driver)
    driver.execute_script(AUTOSPACE)
    wait.until(lambda _: changed(before, picture(driver)))
    together = settled(driver)
    assert driver.execute_script(ONE_BY_ONE) > 0
    wait.until(lambda _: changed(together, picture(driver)) > 100)
