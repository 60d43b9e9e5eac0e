"""The search in a real browser finds exactly what looking at every text finds: no miss, no false hit."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

import opencc
import pytest
from chuxin.archive.loading import load
from chuxin.search.documents import Document, documents
from chuxin.site.site import read_site
from chuxin.words.dates import PartialDate
from chuxin.words.folding import fold
from chuxin.words.pinyin import pinyin_forms
from playwright.sync_api import Browser, Page
from serving import served
from sites import DATA, DOCS, SAMPLE, BuiltSite

# Run all queries with the module that the site itself uses; returns the addresses found.
SEARCH_ALL = """
async queries => {
  const { SearchIndex } = await import(new URL("../assets/javascripts/search-index.js", location.href))
  const index = await SearchIndex.open(location.href)
  const found = []
  for (const query of queries) {
    const numbers = (await index.search(query)).found
    found.push((await index.documents(numbers)).map(document => document.route))
  }
  return found
}
"""
SITES = {"real": (DATA, DOCS), "sample": (SAMPLE, SAMPLE / "docs")}


def searched(name: str, site: BuiltSite) -> dict[str, list[str]]:
    """Every document by its address, with its folded texts: an independent reading of what can be found."""
    archive, docs = SITES[name]
    read, problems = read_site(archive, docs)
    assert read, problems
    # The words of hand-written pages as the browser shows them.
    pages = [(page, visible_text(site, page.route)) for page in read.pages.values()]
    return {document.route: texts_of(document) for document in documents(read.archive, pages)}


def visible_text(site: BuiltSite, route: str) -> str:
    article = site.pages[route].xpath("//article")[0]
    kept = [
        node
        for node in article
        if node.tag in ("p", "ul", "ol", "h2", "h3", "div", "table", "blockquote") and "cx-byline" not in node.classes
    ]
    texts = []
    for node in kept:
        blocks = node.xpath(".//li | .//td | .//th | .//p | .//pre") or [node]
        texts += ["".join(block.itertext()) for block in blocks]
    return "\n".join(re.sub(r"\s*¶$", "", text) for text in texts)


def texts_of(document: Document) -> list[str]:
    names = [fold(name) for name in document.names]
    for place, name in enumerate(document.names):
        names += pinyin_forms(name, document.reading if place == 0 else None)
    return [*names, fold(document.date), *map(fold, document.paragraphs)]


@cache
def synonyms(name: str) -> dict[str, list[str]]:
    """The terms of an archive by the folded words that are typed for them."""
    found: dict[str, list[str]] = {}
    for one in load(SITES[name][0])[0].settings.synonyms:
        for word in one.also:
            found.setdefault(fold(word), []).append(one.term)
    return found


def forms(query: str, name: str) -> set[str]:
    """The folded forms in which something typed is looked for: as it is, as a date, as the records say it."""
    meant = synonyms(name).get(fold(query), [])
    return {fold(form) for form in (query, dated(query) or query, *meant)}


def dated(query: str) -> str:
    """What is typed as pages write it, where it is a date, or a month and a day of any year: 六月 is 6月."""
    for year in ("", "2000年"):
        if (date := PartialDate.guess(year + query)) and (not year or "月" in query):
            return date.chinese.removeprefix(year)
    return ""


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, dict[str, list[str]]]]:
    """The search page of a served site, and the texts of everything that it should find."""
    built: BuiltSite = request.getfixturevalue(request.param)
    with served(built.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        yield page, searched(request.param, built)
        page.close()


def drawn(texts: dict[str, list[str]], count: int, longest: int) -> list[str]:
    """Substrings of 1 to `longest` characters, drawn at random from the records' texts."""
    chance = random.Random(20230706)
    every = sorted(text for route, all_of in texts.items() for text in all_of if text and is_record(route))
    found = []
    for _ in range(count):
        text = chance.choice(every)
        start = chance.randrange(len(text))
        found.append(text[start : start + chance.randint(1, longest)])
    return found


def name_of(texts: dict[str, list[str]]) -> str:
    return "real" if "meetings/2023-07-06/" in texts else "sample"


def is_record(route: str) -> bool:
    return route.count("/") == 2 and not route.startswith(("news/", "handbook/"))


def differences(page: Page, texts: dict[str, list[str]], queries: list[str]) -> list[tuple[str, set[str]]]:
    """Queries whose results are not what looking at every record's text gives, with the difference."""
    wrong = []
    for query, found in zip(queries, page.evaluate(SEARCH_ALL, queries), strict=True):
        looked_for = forms(query, name_of(texts))
        wanted = {
            route for route, all_of in texts.items() if any(form in text for text in all_of for form in looked_for)
        }
        assert len(found) == len(set(found)), query
        if different := {route for route in wanted ^ set(found) if is_record(route)}:
            wrong.append((query, different))
    return wrong


def test_recall_and_precision_are_one(site: tuple[Page, dict[str, list[str]]]) -> None:
    page, texts = site
    assert differences(page, texts, drawn(texts, 1500, 8)) == []


def test_long_substrings_too(site: tuple[Page, dict[str, list[str]]]) -> None:
    page, texts = site
    assert differences(page, texts, [query for query in drawn(texts, 300, 40) if len(query) > 8]) == []


def test_recall_and_precision_are_one_in_traditional_script(site: tuple[Page, dict[str, list[str]]]) -> None:
    page, texts = site
    convert = opencc.OpenCC("s2t").convert
    queries = [other for query in drawn(texts, 1500, 8) if (other := convert(query)) != query]
    assert len(queries) > 300
    assert differences(page, texts, queries) == []


def test_what_is_nowhere_is_not_found(site: tuple[Page, dict[str, list[str]]]) -> None:
    """Neighbouring characters in an order that does not occur."""
    page, texts = site
    every = [text for all_of in texts.values() for text in all_of]
    queries = [query[::-1] for query in drawn(texts, 400, 5) if len(query) > 1]
    nowhere = [query for query in queries if not any(query in text for text in every)]
    assert len(nowhere) > 200
    found = page.evaluate(SEARCH_ALL, nowhere)
    assert [query for query, routes in zip(nowhere, found, strict=True) if any(map(is_record, routes))] == []


def test_every_name_is_found_by_name_pinyin_and_initials(site: tuple[Page, dict[str, list[str]]]) -> None:
    """Each among the first ten, when no more than ten share the form."""
    page, texts = site
    read, _ = read_site(*SITES[name_of(texts)])
    forms = []
    for document in documents(read.archive, []):
        for place, title in enumerate(document.names):
            forms.append((document.route, title))
            forms += [(document.route, form) for form in pinyin_forms(title, document.reading if place == 0 else None)]
    assert len(forms) > 150
    results = page.evaluate(SEARCH_ALL, [form for _, form in forms])
    missed = []
    for (route, form), found in zip(forms, results, strict=True):
        equal = [other for other, all_of in texts.items() if fold(form) in all_of]
        if route not in found[: max(10, len(equal))]:
            missed.append((route, form))
    assert missed == []
