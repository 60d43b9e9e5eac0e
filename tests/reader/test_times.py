"""Dates for machines: whatever the program writes as 2023年7月6日, 2023年7月 or 2023年 stands in a `<time>`.

Not what an editor typed: there a date is a part of a sentence, a name or a title. Nor citations, which are copied as
one text, nor descriptions of drawings, which hold no elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
import yaml
from chuxin.words.dates import PartialDate
from playwright.sync_api import Browser, Page, expect
from serving import served
from sites import DATA, DOCS, SAMPLE, BuiltSite

DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?")
LEFT_OUT = "ancestor::time or ancestor::*[name()='svg'] or ancestor::*[@class='cx-citation'] or ancestor::script"
FOLDERS = {"real": (DATA, DOCS), "sample": (SAMPLE, SAMPLE / "docs")}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def strings(value: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)
    else:
        yield str(value)


def typed(archive: Path, docs: Path) -> list[str]:
    """The texts with dates that editors wrote, without white space."""
    records = [yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in sorted(archive.rglob("*.yml"))]
    pages = [file.read_text(encoding="utf-8") for file in sorted(docs.rglob("*.md"))]
    return [squeezed(text) for text in [*strings(records), *pages] if DATE.search(squeezed(text))]


def is_typed(text: str, by_editors: list[str]) -> bool:
    """Whether a text is a part of what an editor wrote, or holds no date but in names that editors gave."""
    for one in by_editors:
        if text in one:
            return True
        text = text.replace(one, "")
    return not DATE.search(text)


def outside(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The texts of a page that hold a date and stand in no `<time>`."""
    for text in tree.xpath(f"//body//text()[not({LEFT_OUT})]"):
        if DATE.search(text):
            yield squeezed(text)


def wrong(tree: lxml.html.HtmlElement) -> list[str]:
    """The `<time>`s whose date for machines is not the one that is read."""
    return [
        lxml.html.tostring(one, encoding="unicode", with_tail=False)
        for one in tree.xpath("//time")
        if not one.text_content().startswith(PartialDate.parse(one.get("datetime")).chinese)
    ]


def test_what_the_program_writes_as_a_date_is_one_for_machines(request: pytest.FixtureRequest) -> None:
    for name, folders in FOLDERS.items():
        site: BuiltSite = request.getfixturevalue(name)
        by_editors = typed(*folders)
        for route, tree in site.pages.items():
            assert [text for text in outside(tree) if not is_typed(text, by_editors)] == [], route
            assert wrong(tree) == [], route


def shown(page: Page) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(page.content())


def test_dates_that_scripts_write_are_dates_for_machines(browser: Browser, sample: BuiltSite) -> None:
    page = browser.new_page()
    with served(sample.folder) as address:
        page.goto(f"{address}search/?q=社区")
        expect(page.locator("[data-search-filter=year] time").first).to_be_visible()
        assert page.locator(".cx-row__more time[datetime='2031-03-12']").count() > 0
        assert wrong(shown(page)) == []
        page.goto(f"{address}search/?q=青石医院")
        expect(page.locator("[data-search-answer] time").first).to_have_text("2031年3月12日")
        assert wrong(shown(page)) == []
        page.goto(f"{address}search/?q=2031年3月12日")
        expect(page.locator("[data-search-result]").first).to_be_visible()
        expect(page.locator("time mark").first).to_have_text("2031年3月12日")
        # What stands before a date is no part of it for machines.
        page.goto(f"{address}search/?q=不晚于2032年6月18日")
        expect(page.locator("[data-search-result]").first).to_be_visible()
        line = page.locator(".cx-row__more").filter(has=page.locator("time")).first
        expect(line).to_contain_text("不晚于2032年6月18日")
        expect(line.locator("time mark")).to_have_text("2032年6月18日")
        page.goto(address)
        page.locator("#search-box").press_sequentially("讲话")
        expect(page.get_by_role("option").locator("time").first).to_be_visible()
        assert wrong(shown(page)) == []
    page.close()
