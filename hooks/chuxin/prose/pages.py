"""A page and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..dates import PartialDate
from ..loading import read_record, read_source
from ..markup import split_record
from ..problems import Problem
from ..routes import NEWS
from ..schema import FrontMatter
from ..source import Source
from .files import files
from .places import FRONT_MATTER, Target, targets_in


@dataclass(frozen=True)
class Page:
    """A hand-written page. `path` is relative to the pages' folder, `route` to the site's root."""

    path: str
    route: str
    source: Source
    title: str | None
    date: PartialDate | None
    description: str | None
    targets: tuple[Target, ...]

    @property
    def is_article(self) -> bool:
        """Whether this is one of the dated articles (动态)."""
        return self.path.startswith(f"{NEWS}/")

    @property
    def name(self) -> str:
        """What the page is called: its title, else its first heading, else its address."""
        heading = re.search(r"^# +(.+?)[ #]*$", self.source.text, re.MULTILINE)
        return self.title or (heading[1] if heading else f"/{self.route}")

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


def body(page: Page) -> str:
    """Return a page's Markdown without its front matter."""
    front = FRONT_MATTER.match(page.source.text)
    return page.source.text[front.end() :] if front else page.source.text


def _read_page(path: Path, relative: str) -> tuple[Page | None, list[Problem]]:
    source, problems = read_source(path)
    if source is None:
        return None, problems
    front, problems = _front_matter(source)
    route = re.sub(r"(?:^|(?<=/))(?:index|README)/$", "", relative.removesuffix(".md") + "/")
    try:
        targets = tuple(targets_in(source.text))
    except RecursionError:
        return None, [*problems, Problem(source.span(0, 0), "E410", "页面里的列表、引文或强调嵌套得太深", "请少套几层")]
    page = Page(relative, route, source, front.title, front.date, front.description, targets)
    if page.is_article and not problems:
        missing = [name for name in ("title", "date") if getattr(front, name) is None]
        problems = [
            Problem(source.span(0, 0), "E401", f"动态的文件头缺少 “{name}”", f"在文件头里写 {name}:")
            for name in missing
        ]
    return page, problems


def _front_matter(source: Source) -> tuple[FrontMatter, list[Problem]]:
    if not re.match(r"-{3}[ \t]*(?:\n|$)", source.text):
        return FrontMatter(), []
    match = FRONT_MATTER.match(source.text)
    if not match:
        return FrontMatter(), [
            Problem(
                source.span(0, 0), "E405", "文件头以 --- 开始，却没有以 --- 结束", "在文件头的最后一行下面补一行 ---"
            )
        ]
    if not match[1].strip():
        return FrontMatter(), []
    head = Source(source.path, match[1], first_line=1)
    file = read_record(head, FrontMatter)
    return file.record or FrontMatter(), file.problems
