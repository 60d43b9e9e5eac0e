"""A meeting on paper: what Chromium prints to PDF, measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from chuxin.archive.loading import load
from chuxin.records.organizations import Organization
from chuxin.records.people import Person
from playwright.sync_api import Browser
from serving import served
from sites import DATA, SAMPLE, SITE_URL, BuiltSite, is_forwarded, is_record

POINTS_PER_MM = 72 / 25.4
A4 = (210, 297)
TOP, LEFT, WIDTH, HEIGHT = 37, 28, 156, 225
# What stands below the text of every page.
NUMBER = re.compile(r"第(\d+)页，共(\d+)页")
SCRIPT = re.compile("<script.*?</script>", re.DOTALL)
POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
PAGES = [
    ("real", "meetings/2023-07-06/"),
    ("sample", "meetings/2031-03-12/"),
    ("sample", "organizations/shili-conference/"),
    ("sample", "statements/2031-03-12-jia-yiming/"),
]


@pytest.fixture(scope="module", params=PAGES, ids=lambda one: one[1])
def printed(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory) -> Iterator[tuple[str, str, Path]]:
    """A page of one of the sites as a PDF, printed from dark mode: (site, route, file)."""
    name, route = request.param
    site: BuiltSite = request.getfixturevalue(name)
    file = tmp_path_factory.mktemp("printed") / "page.pdf"
    with served(site.folder) as address:
        page = browser.new_page(color_scheme="dark")
        page.goto(address + route)
        page.pdf(path=file, prefer_css_page_size=True)
        page.close()
    yield name, route, file


def texts(file: Path | bytes) -> list[str]:
    """The text of each page without its number, all white space taken out."""
    return [NUMBER.sub("", text) for text in numbered_texts(file)]


def numbered_texts(file: Path | bytes) -> list[str]:
    """The text of each page, all white space taken out. The number, which stands below, is the first of it."""
    found = ("".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(file))
    # What pdfium takes for the hyphen of a divided word: an address has it between two of its words.
    return [text.replace("\ufffe", "-") for text in found]


def squeezed(elements: list) -> str:
    return "".join("".join(one.text_content() for one in elements).split())


def test_paper_is_a4_and_text_keeps_the_margins(printed: tuple[str, str, Path]) -> None:
    _, _, file = printed
    for page in pdfium.PdfDocument(file):
        assert [round(side / POINTS_PER_MM) for side in page.get_size()] == list(A4)
        text = page.get_textpage()
        number = NUMBER.search(text.get_text_range())
        assert number
        among = range(number.start(), number.end())
        boxes = [text.get_charbox(at) for at in range(text.count_chars()) if at not in among]
        lefts, bottoms, rights, tops = zip(*(box for box in boxes if box[2] > box[0]), strict=True)
        slack = 1
        assert min(lefts) / POINTS_PER_MM > LEFT - slack
        assert max(rights) / POINTS_PER_MM < LEFT + WIDTH + slack
        assert A4[1] - max(tops) / POINTS_PER_MM > TOP - slack
        assert A4[1] - min(bottoms) / POINTS_PER_MM < TOP + HEIGHT + slack


def test_pages_are_numbered(printed: tuple[str, str, Path]) -> None:
    _, _, file = printed
    found = numbered_texts(file)
    numbers = [NUMBER.search(text).groups() for text in found]
    assert numbers == [(str(at), str(len(found))) for at in range(1, len(found) + 1)]


def test_first_page_has_the_address_as_text_and_as_a_code(printed: tuple[str, str, Path]) -> None:
    _, route, file = printed
    assert f"{SITE_URL}{route}" in texts(file)[0]
    picture = pdfium.PdfDocument(file)[0].render(scale=3).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"{SITE_URL}{route}"]


def test_there_is_no_navigation(printed: tuple[str, str, Path]) -> None:
    _, _, file = printed
    whole = "".join(texts(file))
    for word in ("菜单", "长辈模式", "跳到正文", "本页内容", "复制", "转发", "编辑手册", "查看某一天"):
        assert word not in whole, word


def test_no_name_is_divided_between_two_pages(printed: tuple[str, str, Path]) -> None:
    name, _, file = printed
    loaded, _ = load(DATA if name == "real" else SAMPLE)
    names = {one.name for model in (Person, Organization) for one in loaded.of(model).values()}
    pages = texts(file)
    for before, after in pairwise(pages):
        for one in names:
            divided = [cut for cut in range(1, len(one)) if before.endswith(one[:cut]) and after.startswith(one[cut:])]
            assert not divided, one


def test_colours_are_ink_on_white(printed: tuple[str, str, Path]) -> None:
    """Also from a dark screen."""
    _, _, file = printed
    picture = pdfium.PdfDocument(file)[0].render(scale=1).to_pil().convert("L")
    assert picture.getpixel((5, 5)) == 255
    assert picture.getextrema()[0] < 80


def test_words_that_were_said_are_set_in_by_two_ems(browser: Browser, sample: BuiltSite) -> None:
    with served(sample.folder) as address:
        page = browser.new_page()
        quoted = [
            route
            for route, tree in sample.pages.items()
            if route.startswith("statements/") and tree.xpath("//blockquote")
        ]
        assert quoted
        page.goto(address + quoted[0])
        page.emulate_media(media="print")
        indents = page.eval_on_selector_all(
            ".cx-words blockquote p",
            "all => all.map(one => [getComputedStyle(one).textIndent, getComputedStyle(one).fontSize])",
        )
        assert all(abs(float(indent[:-2]) - 2 * float(size[:-2])) < 0.5 for indent, size in indents)
        summary = [
            r
            for r, t in sample.pages.items()
            if r.startswith("statements/") and r.count("/") == 2 and not t.xpath("//blockquote")
        ]
        page.goto(address + summary[0])
        page.emulate_media(media="print")
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.cx-words p:not(.cx-form)')).textIndent") == "0px"
        )
        page.close()


def book(records: list[str]) -> str:
    """Return one page that prints as the pages of records do one after the other, in a fraction of the time.

    Fonts are embedded once. Its text, sheet by sheet, is that of the pages printed by themselves but for the numbers.
    """
    head, _, _ = records[0].partition("<body")
    bodies = [re.search(r"<body[^>]*>(.*)</body>", record, re.DOTALL)[1] for record in records]
    apart = "".join(f'<div style="break-before: page">{SCRIPT.sub("", body)}</div>' for body in bodies)
    return f"{POLICY.sub('', head)}<body>{apart}</body></html>"


def ends_of_nothing(tree) -> Iterator[str]:
    """What is on a page of paper for what follows it, but for headings so short that a text may end with them."""
    for label in tree.xpath("//*[@class='cx-form'][following-sibling::*]"):
        yield squeezed([label])
    for name in tree.xpath("//*[@class='cx-item__name']"):
        yield squeezed([name, name.getnext()])
    for heading in tree.xpath("//main//h2 | //main//thead[not(.//*[local-name() = 'svg'])]"):
        if len(text := squeezed([heading])) > 3:
            yield text


def test_no_page_is_empty_or_has_but_what_belongs_to_another(browser: Browser, built: BuiltSite) -> None:
    """Of any record: a page has three lines or more, not only of its foot, and does not end with what is of the next.

    That is the label of a box, the title of an item, a heading or the head of a table.
    """
    routes = [route for route in built.pages if is_record(route) and not is_forwarded(built, route)]
    whole = book([(built.folder / route / "index.html").read_text(encoding="utf-8") for route in routes])
    page = browser.new_page()
    page.route("**/people/book/", lambda asked: asked.fulfill(body=whole, content_type="text/html; charset=utf-8"))
    with served(built.folder) as address:
        page.goto(f"{address}people/book/")
        sheets = texts(page.pdf(prefer_css_page_size=True))
    page.close()
    first = [next(at for at, text in enumerate(sheets) if f"{SITE_URL}{route}" in text) for route in routes]
    for route, (begin, end) in zip(routes, pairwise([*first, len(sheets)]), strict=True):
        assert begin < end, route
        foot = squeezed(built.pages[route].xpath("//*[@class='cx-foot']/p"))
        labels = set(ends_of_nothing(built.pages[route]))
        for text in sheets[begin:end]:
            assert len(text) >= 30 and text not in foot, (route, text)
            assert not text.endswith(tuple(labels)), (route, text)


def test_a_list_of_meetings_longer_than_a_page_begins_below_its_heading(browser: Browser, sample: BuiltSite) -> None:
    with served(sample.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}grid/")
        page.evaluate("""() => {
            const last = document.querySelector("thead th:last-child")
            for (let count = 0; count < 40; count++) last.after(last.cloneNode(true))
        }""")
        first, second, *_ = texts(page.pdf(prefer_css_page_size=True))
        page.close()
    named = squeezed(sample.pages["grid/"].xpath("//thead//th[2]"))
    assert named in first and named not in second


def test_no_box_to_type_in_is_printed_on_the_home_page(browser: Browser, sample: BuiltSite) -> None:
    with served(sample.folder) as address:
        page = browser.new_page()
        page.goto(address)
        page.emulate_media(media="print")
        assert not page.locator("input:visible, button:visible").count()
        page.close()


def test_what_was_searched_is_printed_without_what_one_presses(browser: Browser, sample: BuiltSite) -> None:
    with served(sample.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/?q=示例街道")
        page.locator("[data-search-results] li").first.wait_for()
        page.emulate_media(media="print")
        assert page.locator("#search-query").input_value() == "示例街道"
        assert page.locator("#search-query").is_visible()
        assert not page.locator("button:visible").count()
        assert not page.get_by_role("heading", name="怎样搜索").count()
        page.close()
