"""What is measured. To measure more, add a `Measure` to `MEASURES`; steps that others build on go into `Context`."""

from __future__ import annotations

import gc
import gzip
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar
from urllib.parse import urlsplit

import lxml.html
import yaml
from chuxin.archive.linking import Archive, link
from chuxin.archive.loading import LoadedRecords, load
from chuxin.checks import check
from chuxin.checks.catalogue import Catalogue
from chuxin.markup.routes import index_route
from chuxin.pages.rendering import Renderer
from chuxin.records.kinds import KINDS, PAGED, SECTIONS
from chuxin.site.checking import Checked, read_and_check
from chuxin.site.site import Site
from sites import SITE_URL

from .building import Built, measure_build
from .generate import generate
from .searching import Searching

T = TypeVar("T")
KB, MB = 1000, 1_000_000
_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
# Not import(...): what that loads is loaded later, if ever.
_JS_ADDRESS = re.compile(r"(?:\bfrom|\bimport)\s*[\"'](\.{1,2}/[^\"']+)")
_LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload"}


@dataclass(frozen=True)
class Timed(Generic[T]):
    """What a step made, and the seconds it took."""

    result: T
    seconds: float

    @classmethod
    def of(cls, step: Callable[[], T]) -> Timed[T]:
        """Run a step."""
        start = time.perf_counter()
        result = step()
        return cls(result, time.perf_counter() - start)


class Context:
    """A synthetic archive of one size in a folder, and what becomes of it. Every step is run once, when asked for."""

    def __init__(self, size: int, folder: Path) -> None:
        self.size = size
        self.archive, self.site = folder / "archive", folder / "site"
        self.counts = generate(size, self.archive)

    @cached_property
    def files(self) -> list[Path]:
        """The files of the records."""
        return [path for kind in self.counts for path in (self.archive / kind).glob("*.yml")]

    @cached_property
    def loaded(self) -> Timed[LoadedRecords]:
        """The records."""
        timed = Timed.of(lambda: load(self.archive))
        loaded, problems = timed.result
        if problems:
            raise ValueError(problems[0])
        return Timed(loaded, timed.seconds)

    @cached_property
    def validated(self) -> Timed[int]:
        """How many records there are when every file is only parsed, by PyYAML's C loader, and validated."""
        texts = [(KINDS[path.parent.name], path.read_text(encoding="utf-8")) for path in self.files]

        def step() -> int:
            data = [(model, yaml.load(text, Loader=yaml.CBaseLoader)) for model, text in texts]
            return len([model.model_validate(fields) for model, fields in data])

        return Timed.of(step)

    @cached_property
    def whole_check(self) -> Timed[Checked]:
        """All that `chuxin check` does: reading the files, every rule, the hand-written pages."""
        return Timed.of(lambda: read_and_check(self.archive, self.archive / "docs"))

    @cached_property
    def checked(self) -> Timed[list]:
        """The problems of the records: none."""
        archive, loaded = self.linked.result, self.loaded.result
        addresses = {index_route(section) for section in SECTIONS} | {""}
        timed = Timed.of(lambda: check(archive, loaded, Catalogue.of(archive, loaded, addresses)))
        if timed.result:
            raise ValueError(timed.result[0])
        return timed

    @cached_property
    def linked(self) -> Timed[Archive]:
        """The linked records."""
        return Timed.of(lambda: link(self.loaded.result))

    @cached_property
    def rendered(self) -> Timed[int]:
        """How many pages of records were rendered, each without its frame."""
        site = Site(self.archive, self.linked.result, {}, {})
        renderer = Renderer(SITE_URL)
        gc.freeze()  # As the build does.
        timed = Timed.of(lambda: sum(bool(site.render_record(renderer, page)) for page in site.record_pages()))
        gc.unfreeze()
        return timed

    @cached_property
    def searching(self) -> Searching:
        """The search of the built site."""
        assert self.built
        return Searching(self.linked.result, self.site)

    @cached_property
    def built(self) -> Built:
        """The built site."""
        return measure_build(self.site, self.archive)

    @cached_property
    def site_files(self) -> list[Path]:
        """Every file of the built site."""
        assert self.built
        return [path for path in self.site.rglob("*") if path.is_file()]

    @cached_property
    def pages(self) -> dict[Path, int]:
        """The pages of records in the built site, each with its size when gzipped."""
        assert self.built
        return {path: gzipped(path) for kind in PAGED for path in (self.site / kind).glob("*/index.html")}

    @cached_property
    def typical(self) -> Path:
        """The page of a record of middle size."""
        ordered = sorted(self.pages, key=lambda path: (self.pages[path], path))
        return ordered[len(ordered) // 2]


def first_visit(page: Path, site: Path) -> set[Path]:
    """Return a page and every style sheet, script and SVG file of the site that it loads, or that these load."""
    found, waiting = {page}, [page]
    while waiting:
        for path in _loads(waiting.pop(), site):
            if path not in found:
                found.add(path)
                waiting.append(path)
    return found


def size(paths: list[Path]) -> int:
    """Return how many bytes files hold."""
    return sum(path.stat().st_size for path in paths)


def gzipped(path: Path) -> int:
    """Return how many bytes of a file a server sends."""
    return len(gzip.compress(path.read_bytes(), compresslevel=6))


def _loads(path: Path, site: Path) -> list[Path]:
    """Return what a file loads at once of style sheets, scripts and SVG files that are there."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        tree = lxml.html.fromstring(text)
        links = [one.get("href") for one in tree.iter("link") if _LOADED_LINKS & set(one.get("rel", "").split())]
        addresses = [*links, *tree.xpath("//script/@src | //img/@src | //use/@href | //object/@data")]
    else:
        pattern = {".css": _CSS_ADDRESS, ".js": _JS_ADDRESS, ".mjs": _JS_ADDRESS}.get(path.suffix)
        addresses = [one for match in pattern.finditer(text) for one in match.groups() if one] if pattern else []
    found = []
    for parts in map(urlsplit, addresses):
        target = (site / parts.path[1:] if parts.path.startswith("/") else path.parent / parts.path).resolve()
        local = not parts.scheme and not parts.netloc
        if local and target.suffix in (".css", ".js", ".mjs", ".svg") and target.is_file():
            found.append(target)
    return found


@dataclass(frozen=True)
class Measure:
    """One row of the table."""

    name: str
    unit: str
    function: Callable[[Context], float]


MEASURES = [
    Measure("Records", "", lambda context: sum(context.counts.values())),
    Measure("Files of records", "", lambda context: len(context.files)),
    Measure("Text in UTF-8", "MB", lambda context: size(context.files) / MB),
    Measure("Load", "s", lambda context: context.loaded.seconds),
    Measure("Check", "s", lambda context: context.checked.seconds),
    Measure("Parse with the C loader and validate", "s", lambda context: context.validated.seconds),
    Measure("chuxin check", "s", lambda context: context.whole_check.seconds),
    Measure(
        "chuxin check, times parsing and validating",
        "",
        lambda context: context.whole_check.seconds / context.validated.seconds,
    ),
    Measure("Link", "s", lambda context: context.linked.seconds),
    Measure("Render all record pages", "s", lambda context: context.rendered.seconds),
    Measure("Cold build", "s", lambda context: context.built.seconds),
    Measure("Record pages per second of the build", "", lambda context: len(context.pages) / context.built.seconds),
    Measure("Peak memory of the build", "MB", lambda context: context.built.memory / MB),
    Measure("Size of the site", "MB", lambda context: size(context.site_files) / MB),
    Measure(
        "Average record page, gzipped", "KB", lambda context: sum(context.pages.values()) / len(context.pages) / KB
    ),
    Measure("Largest record page, gzipped", "KB", lambda context: max(context.pages.values()) / KB),
    Measure(
        "First visit to a record page (HTML, CSS, JS, SVG), gzipped",
        "KB",
        lambda context: sum(map(gzipped, first_visit(context.typical, context.site))) / KB,
    ),
    Measure("Search: recall of substrings", "", lambda context: context.searching.measured["recall"]),
    Measure("Search: precision of substrings", "", lambda context: context.searching.measured["precision"]),
    Measure(
        "Search: names, aliases and pinyin in the first ten", "", lambda context: context.searching.measured["named"]
    ),
    Measure(
        "Search: the first, gzipped, code included", "KB", lambda context: context.searching.measured["first"] / KB
    ),
    Measure("Search: a further one, gzipped", "KB", lambda context: context.searching.measured["further"] / KB),
    Measure("Search: key to results, p95", "ms", lambda context: context.searching.measured["keys"]),
    Measure("Search: size of its files, times the text", "", lambda context: context.searching.size_ratio),
    Measure("Search: added to a build", "s", lambda context: context.searching.seconds),
]
