"""Whatever a hand-written page says, its HTML holds nothing but what is listed here, and nothing in it runs.

`python -m fuzz.pages [NUMBER [SEED]]` (with `hooks` and `tests` on the path) makes so many pages, reads the HTML of
each with lxml, of every fiftieth also with Chromium, and prints the pages that are wrong. The lists are this file's
own: `prose/cleaning.py` does not mark its own work.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import browser as chromium
import lxml.html
from chuxin.checks.catalogue import Catalogue
from chuxin.problems.typed import SourceText
from chuxin.prose import check_pages, finished, rendered
from chuxin.prose.pages import page_of
from making import directory
from playwright.sync_api import Browser, sync_playwright

from .markdown_pages import Writer

HOST = "http://site.test/"
# Each element with its attributes; `aside` is the card that stands for those of records.
ALLOWED = {
    **dict.fromkeys(("p", "div", "span"), ("class",)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("id",)),
    **dict.fromkeys(("ul", "ol", "li", "blockquote", "code", "em", "strong", "br", "hr"), ()),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td", "aside"), ()),
    "pre": ("tabindex",),
    "a": ("download", "href", "title"),
    "img": ("src", "alt", "title"),
}
CLASSES = re.compile(
    r"highlight|toc|admonition|admonition-title|attention|caution|danger|error|hint|important|note|tip|warning"
    r"|[a-z][a-z0-9]{0,2}(-[A-Z][A-Za-z]*)*"
)
OWN_IDS = re.compile(r"_[a-z]|search-|filter-")
_TARGETS = Catalogue(frozenset({("people", "li")}), frozenset({"", "about/"}), directory())
# Once in the browser: what it made of each page, and where a picture or link leads when it understood the address.
_LOOK = """() => [...document.querySelectorAll("section")].map(section =>
    [...section.querySelectorAll("*")].map(element =>
        [element.localName, element.namespaceURI, element.getAttributeNames(), element.href || element.src || ""]))"""


@dataclass(frozen=True)
class Made:
    """A page of the fuzzer and its finished HTML."""

    number: int
    text: str
    html: str
    cards: int


def made(number: int, text: str) -> Made | None:
    """Read, check and render a page as the site does; None when it is refused before that."""
    page, _ = page_of(SourceText("news/a.md", text), "news/a.md")
    if page is None:
        return None
    list(check_pages([page], Path("nowhere"), _TARGETS))
    clean = rendered(page, {"news/a.md": page, "about.md": page})
    names = [*(heading["name"] for heading in page.document.headings), escape(page.name)]
    titles = "".join(f"<p>{name}</p>" for name in names)
    html = finished(clean, page, lambda kind, identifier: "<aside></aside>")
    return Made(number, text, html + titles, len(page.document.cards))


def wrong(one: Made) -> Iterator[str]:
    """Yield what is wrong with a page as lxml reads it."""
    root = lxml.html.fragment_fromstring(one.html, create_parent="section")
    ids = root.xpath("//@id")
    yield from (f"the id {name} of the site's own" for name in ids if OWN_IDS.match(name))
    if len(set(ids)) < len(ids):
        yield "an id twice"
    if len(root.xpath("//aside")) > one.cards:
        yield "a card too many"
    for element in root.iterdescendants():
        yield from _wrong_element(element.tag, list(element.attrib), element.get("href") or element.get("src") or "")
        yield from (f"class {name}" for name in element.get("class", "").split() if not CLASSES.fullmatch(name))


def wrong_in_browser(pages: list[Made], browser: Browser) -> Iterator[tuple[Made, str]]:
    """Yield what is wrong with pages as a browser reads them that nothing forbids to run scripts."""
    away: list[str] = []
    body = "".join(f"<section>{one.html}</section>" for one in pages)
    tab = browser.new_page()
    try:

        def answer(route) -> None:
            if route.request.url == HOST:
                return route.fulfill(body=f"<!doctype html><meta charset=utf-8><body>{body}", content_type="text/html")
            away.append(route.request.url)
            return route.abort()

        tab.route("**/*", answer)
        tab.goto(HOST)
        sections = tab.evaluate(_LOOK)
        ran = tab.evaluate("() => 'ran' in window") or tab.url != HOST
    finally:
        tab.close()
    outside = sorted({url for url in away if not url.startswith(HOST)})
    if ran or outside or len(sections) != len(pages):
        yield pages[0], f"of pages from here on: ran {ran}, loaded {outside}, {len(sections)} sections of {len(pages)}"
    for one, elements in zip(pages, sections, strict=False):
        for name, space, attributes, address in elements:
            yield from ((one, what) for what in _wrong_element(name, attributes, address))
            if not space.endswith("xhtml"):
                yield one, f"{name} of {space}"


def run(number: int, seed: int | str, browser: Browser | None = None, sample: int = 50) -> tuple[int, list[str]]:
    """Return how many of so many pages were rendered, and what was wrong with any of them."""
    writer, found, waiting, count = Writer(seed), [], [], 0
    for index in range(number):
        text = writer.page()
        try:
            one = made(index, text)
            problems = list(wrong(one)) if one else []
        except Exception as error:
            one, problems = None, [f"{type(error).__name__}: {error}"]
        count += one is not None
        found += [f"page {index}: {problem}: {text!r}" for problem in problems]
        waiting += [one] if one and browser and index % sample == 0 else []
        if browser and waiting and (len(waiting) == 200 or index == number - 1):
            found += [f"page {one.number}: {what}: {one.text!r}" for one, what in wrong_in_browser(waiting, browser)]
            waiting = []
    return count, found


def _wrong_element(name: str, attributes: list[str], address: str) -> Iterator[str]:
    if name not in ALLOWED:
        yield f"element {name!r}"
    yield from (f"attribute {one} of {name!r}" for one in attributes if one not in ALLOWED.get(name, ()))
    # Browsers drop control characters and read a backslash as a slash.
    plain = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/").lower()
    scheme = re.match(r"[^/?#:]*:", plain)
    if scheme and scheme[0] not in ("https:", "http:", "mailto:"):
        yield f"scheme {scheme[0]}"
    if name == "img" and not plain.startswith(HOST) and (scheme or plain.startswith("//")):
        yield f"a picture from {address}"


def main(number: int = 10_000, seed: int = 0) -> int:
    """Run the fuzzer with a browser and print what it found."""
    start = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        count, found = run(number, seed, browser)
        browser.close()
    print(*found, sep="\n")
    seconds = time.monotonic() - start
    print(f"{number} pages, seed {seed}: {count} rendered, {len(found)} outside the lists, {seconds:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
