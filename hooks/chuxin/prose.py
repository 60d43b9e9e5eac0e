"""Hand-written Markdown pages: what they say of themselves, which records they link, and what is wrong with them.

MkDocs renders these pages. Before it starts they are read once, so that a mistake in one is a located problem; the
same reading then resolves their links. A fenced block `record` with a key (`people/li-binlu`) places a record's card.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .dates import PartialDate
from .loading import read_source
from .markup import RECORD, split_record
from .problems import Problem, Span, display_path
from .routes import NEWS, SEARCH, SECTIONS, record_route, root_from
from .schema import FrontMatter
from .source import Source, parse
from .targets import Targets
from .validation import validate

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\r?\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\r?\n|$)", re.DOTALL)
_FENCE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n(.*?)(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"(?P<image>!?)\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\]\(\s*<?(?P<inline>[^\s)>]+)"
    r"|^ {0,3}\[[^\]]+\]:\s*<?(?P<defined>[^\s>]+)",
    re.MULTILINE,
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SUFFIXES = {".md", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf", ".csv"}


@dataclass(frozen=True)
class Target:
    """The target of a link, a picture or a card in a page's text, and the characters it takes up."""

    kind: str
    """link, image or card."""
    text: str
    start: int
    end: int


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
    def records(self) -> list[tuple[str, str]]:
        """The keys of the records that the page links or shows, each once, in their order."""
        found = (split_record(one.text) for one in self.targets if one.kind == "card" or one.text.startswith(RECORD))
        return list(dict.fromkeys(found))


def read_pages(folder: Path) -> tuple[list[Page], list[Problem]]:
    """Read every Markdown page under `folder`."""
    pages, problems = [], []
    for path, problem in _files(folder):
        if problem:
            problems.append(problem)
        elif path.suffix == ".md":
            page, found = _read_page(path, path.relative_to(folder).as_posix())
            pages += [page] if page else []
            problems += found
    return pages, problems


def check_pages(pages: list[Page], folder: Path, targets: Targets) -> Iterator[Problem]:
    """Yield the problems of pages that stand in a record's place and of links and cards that lead nowhere."""
    for page in pages:
        section, _, rest = page.route.partition("/")
        if section in (*SECTIONS, SEARCH) and (section != NEWS or not rest):
            yield Problem(
                Span(page.source.path), "E402", f"/{section}/ 下的页面由程序生成，不能另放一页", "请换一个文件夹"
            )
        for target in page.targets:
            if problem := _target_problem(page, target, folder, targets):
                yield problem


def resolve(page: Page, card: Callable[[str, str], str]) -> str:
    """Return a page's Markdown, front matter left out, with record links made relative and cards replaced.

    `card` gives the text that stands for a record's card.
    """
    text, parts, position = page.source.text, [], 0
    if front := _FRONT_MATTER.match(text):
        position = front.end()
    root = root_from(page.route)
    for target in page.targets:
        replacement = target.text
        if target.kind == "card":
            replacement = card(*split_record(target.text))
        elif target.text.startswith(RECORD):
            replacement = root + record_route(*split_record(target.text))
        elif target.text.startswith("/"):
            replacement = root + target.text[1:]
        parts += [text[position : target.start], replacement]
        position = target.end
    return "".join([*parts, text[position:]])


def _files(folder: Path) -> Iterator[tuple[Path, Problem | None]]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *(name for name in folders if os.path.islink(os.path.join(parent, name)))]):
            path = Path(parent, name)
            span = Span(display_path(path))
            if name.startswith("."):
                continue
            if path.is_symlink():
                yield path, Problem(span, "E121", "这里不能有链接")
            elif not path.is_file() or path.suffix.lower() not in _SUFFIXES:
                yield path, Problem(span, "E403", "这里只能放 Markdown 页面（.md）、图片和 .pdf、.csv 文件")
            elif not _NAME.fullmatch(name):
                yield path, Problem(span, "E404", "文件名只用英文字母、数字、连字符和点")
            else:
                yield path, None


def _read_page(path: Path, relative: str) -> tuple[Page | None, list[Problem]]:
    source, problems = read_source(path)
    if source is None:
        return None, problems
    front, problems = _front_matter(source)
    route = re.sub(r"(?:^|(?<=/))(?:index|README)/$", "", relative.removesuffix(".md") + "/")
    page = Page(relative, route, source, front.title, front.date, front.description, tuple(_targets(source.text)))
    if page.is_article and not problems:
        missing = [name for name in ("title", "date") if getattr(front, name) is None]
        problems = [Problem(source.span(0, 0), "E401", f"动态的文件头缺少 “{name}”") for name in missing]
    return page, problems


def _front_matter(source: Source) -> tuple[FrontMatter, list[Problem]]:
    if not source.text.startswith("---"):
        return FrontMatter(), []
    match = _FRONT_MATTER.match(source.text)
    if not match:
        return FrontMatter(), [Problem(source.span(0, 0), "E405", "文件头以 --- 开始，却没有以 --- 结束")]
    head = Source(source.path, match[1], first_line=1)
    data, problems = parse(head)
    if problems:
        return FrontMatter(), problems
    front, problems = validate(FrontMatter, data, head)
    return front or FrontMatter(), problems


def _targets(text: str) -> list[Target]:
    """Return the targets of a page's text in their order. What stands in code is an example, not a link."""
    found: list[Target] = []

    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    def fence(match: re.Match) -> str:
        if match[3].strip() == "record":
            start = match.start() + len(match[1])
            found.append(Target("card", match[4].strip(), start, match.end()))
        return blank(match)

    visible = _CODE.sub(blank, _FENCE.sub(fence, text))
    for match in _LINK.finditer(visible):
        group = "inline" if match["inline"] else "defined"
        found.append(Target("image" if match["image"] else "link", match[group], *match.span(group)))
    return sorted(found, key=lambda target: target.start)


def _target_problem(page: Page, target: Target, folder: Path, targets: Targets) -> Problem | None:
    span = page.source.span_at(target.start)
    if target.kind == "card":
        key = page.source.text.find(target.text, target.start) if target.text else -1
        return targets.missing_link(page.source.span_at(key) if key >= 0 else span, *split_record(target.text))
    if target.text.startswith(RECORD):
        return targets.missing_link(span, *split_record(target.text))
    outside = re.match(r"(?:https?://|mailto:)", target.text)
    if target.text.startswith("#") or (outside and target.kind == "link"):
        return None
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target.text):
        allowed = "图片只能放在本站" if target.kind == "image" else "链接只能指向 http(s)、mailto 或本站"
        return Problem(span, "E406", f"不能指向 {target.text}", allowed)
    path = re.split(r"[?#]", target.text)[0]
    if path.startswith("/"):
        return targets.missing_address(span, path)
    file = folder / posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    address = posixpath.normpath(posixpath.join("/", page.route, path)).rstrip("/") + "/"
    if (file.is_file() and folder in file.parents) or (path.endswith("/") and targets.has_address(address[1:])):
        return None
    return Problem(span, "E407", f"找不到 “{path}”", "写页面的文件名（例如 about.md）或本站地址（例如 /about/）")
