"""What the search is measured by, in a real browser on the built site, against looking at every text."""

from __future__ import annotations

import gc
import gzip
import random
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import browser as chromium
import opencc
from chuxin.archive.linking import Archive
from chuxin.search.documents import Document, documents
from chuxin.search.files import search_files
from chuxin.words.folding import fold
from chuxin.words.pinyin import pinyin_forms
from playwright.sync_api import Page, Response, sync_playwright
from serving import served

SUBSTRINGS, NAMES, FIRST, KEYS = 400, 400, 40, 150
_KEPT = ("/search/", "/assets/javascripts/search", "/assets/javascripts/folding")

_SEARCH = """
async queries => {
  const { SearchIndex } = await import(new URL("../assets/javascripts/search-index.js", location.href))
  const index = await SearchIndex.open(location.href)
  const found = []
  for (const query of queries) found.push((await index.search(query)).found)
  return found
}
"""
# One more key of a word: from the key to the results on the page.
_TYPE = """
async query => {
  const input = document.querySelector("#search-query")
  const results = document.querySelector("[data-search-results]")
  const start = performance.now()
  input.value = query
  input.dispatchEvent(new Event("input"))
  while (results.dataset.searchResults !== query) await new Promise(done => setTimeout(done, 0))
  return performance.now() - start
}
"""


@dataclass(frozen=True)
class Quality:
    """Shares between 0 and 1."""

    recall: float
    precision: float


class Searching:
    """The search of a built site."""

    def __init__(self, archive: Archive, site: Path) -> None:
        self.archive, self.site = archive, site
        self._chance = random.Random(1)

    @cached_property
    def documents(self) -> list[Document]:
        """What can be found, in the order of its numbers; hand-written pages come after."""
        return documents(self.archive, [])

    @cached_property
    def texts(self) -> list[str]:
        """The folded texts of each document, a line for each."""
        return ["\n".join([*self._names(one), fold(one.date), *map(fold, one.paragraphs)]) for one in self.documents]

    @cached_property
    def text_bytes(self) -> int:
        """The text of all documents in UTF-8."""
        return sum(len(text.encode()) for one in self.documents for text in (*one.names, *one.paragraphs))

    @cached_property
    def seconds(self) -> float:
        """What the search adds to a build, in which the archive is frozen and its texts have been rendered."""
        gc.freeze()
        start = time.perf_counter()
        size = sum(len(content) for _, content in search_files(documents(self.archive, [])))
        assert size
        seconds = time.perf_counter() - start
        gc.unfreeze()
        return seconds

    @cached_property
    def size_ratio(self) -> float:
        """The files of the search, texts included, as a multiple of the text."""
        return sum(path.stat().st_size for path in (self.site / "search").rglob("*.*")) / self.text_bytes

    @cached_property
    def measured(self) -> dict[str, float]:
        """Everything that takes a browser."""
        with sync_playwright() as playwright, served(self.site) as address:
            running = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
            page = running.new_page()
            page.goto(f"{address}search/")
            simplified = self._drawn(SUBSTRINGS)
            traditional = list(map(opencc.OpenCC("s2t").convert, self._drawn(SUBSTRINGS)))
            found = self._quality(page, simplified + traditional)
            named = self._named(page)
            page.close()
            first, further, keys = [], [], []
            # A small archive has little to differ in.
            for query in self._drawn(min(FIRST, max(5, len(self.documents) // 25))):
                context = running.new_context()
                page = context.new_page()
                seen: list[Response] = []

                def note(answer: Response, seen: list[Response] = seen) -> None:
                    seen.append(answer)

                page.on("response", note)
                page.goto(f"{address}search/?q={query}", wait_until="networkidle")
                # Bodies are asked for here: in the listener, one of a page that closes could not be had any more.
                first.append(sum(map(_moved, seen)))
                seen.clear()
                page.evaluate(_TYPE, self._drawn(1)[0])
                page.wait_for_load_state("networkidle")
                further.append(sum(map(_moved, seen)))
                page.remove_listener("response", note)
                if len(keys) < KEYS:
                    keys += [
                        page.evaluate(_TYPE, word[:end]) for word in self._drawn(2) for end in range(1, len(word) + 1)
                    ]
                context.close()
            running.close()
        return {
            "recall": found.recall,
            "precision": found.precision,
            "named": named,
            "first": max(first),
            "further": max(further),
            "keys": _p95(keys),
        }

    def _quality(self, page: Page, queries: list[str]) -> Quality:
        wanted_all = found_all = both = 0
        for query, numbers in zip(queries, page.evaluate(_SEARCH, queries), strict=True):
            folded = fold(query)
            wanted = {number for number, text in enumerate(self.texts) if folded in text}
            found = {number for number in numbers if number < len(self.texts)}
            wanted_all, found_all, both = wanted_all + len(wanted), found_all + len(found), both + len(wanted & found)
        return Quality(both / wanted_all, both / found_all)

    def _named(self, page: Page) -> float:
        """Return the share of names, aliases, pinyin and initials that lead to their document in the first ten.

        Where more than ten documents have the same form, any ten of them are right.
        """
        pairs = [(form, number) for number, one in enumerate(self.documents) for form in self._names(one)]
        chosen = self._chance.sample(pairs, min(NAMES, len(pairs)))
        owners: dict[str, set[int]] = {}
        for form, number in pairs:
            owners.setdefault(form, set()).add(number)
        results = page.evaluate(_SEARCH, [form for form, _ in chosen])
        right = sum(
            number in found[:10] or set(found[:10]) <= owners[form]
            for (form, number), found in zip(chosen, results, strict=True)
        )
        return right / len(chosen)

    def _drawn(self, count: int) -> list[str]:
        """Draw substrings of 1 to 8 characters from the documents."""
        found = []
        while len(found) < count:
            line = self._chance.choice(self._chance.choice(self.texts).split("\n"))
            start = self._chance.randrange(len(line)) if line else 0
            if part := line[start : start + self._chance.randint(1, 8)]:
                found.append(part)
        return found

    @staticmethod
    def _names(document: Document) -> list[str]:
        title, *others = document.names
        forms = [*pinyin_forms(title, document.reading), *(form for name in others for form in pinyin_forms(name))]
        return [*map(fold, document.names), *forms]


def _moved(answer: Response) -> int:
    """Return the gzipped bytes of an answer that the search asked for."""
    if not any(part in answer.url for part in _KEPT) or answer.url.split("?")[0].endswith("/"):
        return 0
    return len(gzip.compress(answer.body(), compresslevel=6))


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
