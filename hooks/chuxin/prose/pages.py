"""A page and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..archive.loading import read_record, read_source
from ..markup.fields import split_record
from ..markup.routes import ABOUT, HANDBOOK, NEWS
from ..problems.faults import guarded
from ..problems.problems import Problem
from ..problems.typed import SourceText
from ..records.settings import FrontMatter
from ..words.dates import PartialDate
from .extensions import MOST_CHARACTERS, MOST_LINES, Document, OverlongBlock, convert
from .files import files, route_of
from .places import FRONT_MATTER, PageLink, placed

# In characters. With it and the bounds of `markdown`, a page takes a few seconds at the most.
MOST_OF_A_PAGE = 100_000


@dataclass(frozen=True)
class Page:
    """A hand-written page. `path` is relative to the pages' folder, `route` to the site's root."""

    path: str
    route: str
    source: SourceText
    document: Document
    front: FrontMatter
    targets: tuple[PageLink, ...]

    @property
    def title(self) -> str | None:
        """The title that the page's front matter gives it."""
        return self.front.title

    @property
    def date(self) -> PartialDate | None:
        """The day of an article."""
        return self.front.date

    @property
    def description(self) -> str | None:
        """What the page says of itself in a sentence."""
        return self.front.description

    @property
    def is_article(self) -> bool:
        """Whether this is one of the dated articles (动态)."""
        return self.path.startswith(f"{NEWS}/")

    @property
    def is_about(self) -> bool:
        """Whether this is the page about the site (关于本站)."""
        return self.path == f"{ABOUT}.md"

    @property
    def is_for_editors(self) -> bool:
        """Whether this is a page of the editors' handbook."""
        return self.path.startswith(f"{HANDBOOK}/")

    @property
    def name(self) -> str:
        """What the page is called: its title, else its first heading, else its address."""
        return self.title or self.document.title or f"/{self.route}"

    @property
    def records(self) -> list[tuple[str, str]]:
        """The keys of the records that the page links or shows, each once, in their order."""
        found = (split_record(one.text) for one in self.targets if one.kind == "card" or one.is_record_link)
        return list(dict.fromkeys(found))


def read_pages(folder: Path) -> tuple[list[Page], list[Problem]]:
    """Read every Markdown page under `folder`."""
    pages, problems = [], []
    for path, problem in files(folder):
        if problem:
            problems.append(problem)
        elif path.suffix == ".md":
            page, found = _read_page(path, path.relative_to(folder).as_posix())
            pages += [page] if page else []
            problems += found
    return pages, problems


def page_of(source: SourceText, path: str) -> tuple[Page | None, list[Problem]]:
    """Read the text of a page whose path in the pages' folder is `path`."""
    if len(source.text) > MOST_OF_A_PAGE:
        return None, [Problem(source.span(0, 0), "E412", f"页面太长，最多 {MOST_OF_A_PAGE} 个字符", "请分成几页")]
    front, problems = _front_matter(source)
    begin = _body_begins(source.text)
    try:
        document = convert(source.text[begin:])
    except RecursionError:
        return None, [*problems, Problem(source.span(0, 0), "E410", "页面里的列表、引文或强调嵌套得太深", "请少套几层")]
    except OverlongBlock as block:
        return None, [*problems, _overlong(source, begin, block.line)]
    page = Page(path, route_of(path), source, document, front, placed(document.addresses, source.text, begin))
    return page, problems or _missing(page)


def _read_page(path: Path, relative: str) -> tuple[Page | None, list[Problem]]:
    source, problems = read_source(path)
    if source:
        with guarded(source.path, problems):
            return page_of(source, relative)
    return None, problems


def _overlong(source: SourceText, begin: int, line: str) -> Problem:
    # Tabs were made blanks: a line with tabs is not found, and its page is all that can be named.
    span = source.span_at(max(source.text.find(line, begin), 0), len(line))
    most = f"空行和空行之间最多 {MOST_CHARACTERS} 个字符、{MOST_LINES} 行"
    return Problem(span, "E413", f"从这里开始的一段太长，{most}", "请用空行分成几段")


def _missing(page: Page) -> list[Problem]:
    """Return the problems of an article without what it is listed by."""
    names = [name for name in ("title", "date") if page.is_article and getattr(page.front, name) is None]
    span = page.source.span(0, 0)
    return [Problem(span, "E401", f"动态的文件头缺少 “{name}”", f"在文件头里写 {name}:") for name in names]


def _body_begins(text: str) -> int:
    """Return where a page's Markdown begins, behind its front matter."""
    front = FRONT_MATTER.match(text)
    return front.end() if front else 0


def _front_matter(source: SourceText) -> tuple[FrontMatter, list[Problem]]:
    if not re.match(r"-{3}[ \t]*(?:\n|$)", source.text):
        return FrontMatter(), []
    match = FRONT_MATTER.match(source.text)
    if not match:
        hint = "在文件头的最后一行下面补一行 ---"
        return FrontMatter(), [Problem(source.span(0, 0), "E405", "文件头以 --- 开始，却没有以 --- 结束", hint)]
    if not match[1].strip():
        return FrontMatter(), []
    file = read_record(SourceText(source.path, match[1], first_line=1), FrontMatter)
    return file.record if isinstance(file.record, FrontMatter) else FrontMatter(), file.problems
