"""Hand-written Markdown pages: what they say of themselves, which records they link, and what is wrong with them.

MkDocs renders these pages. Before it starts they are read once, so that a mistake in one is a located problem;
afterwards their links are made to lead where they should. A fenced block `record` with a key (`people/li-binlu`)
places a record's card.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from .dates import PartialDate
from .guesses import nearest
from .loading import read_record, read_source
from .markdown import CARD, addresses
from .markup import RECORD, split_record
from .problems import Problem, Span, display_path
from .routes import NEWS, SEARCH, SECTIONS, record_route, root_from
from .schema import FrontMatter
from .source import Source
from .targets import Targets
from .wording import did_you_mean

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n(.*?)(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]+)|^ *\[[^\]]+\]:\s*<?(?P<defined>[^\s>]+)|<(?P<automatic>[a-z]+:[^\s>]+)>",
    re.MULTILINE,
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# An SVG can run scripts.
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif"}
_SUFFIXES = {".md", ".pdf", ".csv", *_PICTURES}
# Text holds no such thing: its < are escaped.
_TAG = re.compile(r"<(?:a|img)\b[^>]*>")
# Attributes that lead to a record or to an address of this site from its root.
_OF_SITE = re.compile(rf'((?:href|src)=)"({RECORD}[^"]*|/(?!/)[^"]*)"')


@dataclass(frozen=True)
class Target:
    """The target of a link, a picture or a card in a page's text, and where in the text it begins."""

    kind: str
    """link, image or card."""
    text: str
    start: int


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
        found = (split_record(one.text) for one in self.targets if one.kind == "card" or _is_record_link(one))
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
    """Yield the problems of pages that stand in another's place and of links and cards that lead nowhere."""
    first: dict[str, Page] = {}
    for page in pages:
        if first.setdefault(page.route, page) is not page:
            message = f"地址 /{page.route} 已由 {first[page.route].path} 使用"
            yield Problem(Span(page.source.path), "E408", message, "请换一个文件名")
        section, _, rest = page.route.partition("/")
        if section in (*SECTIONS, SEARCH) and (section != NEWS or not rest):
            yield Problem(
                Span(page.source.path), "E402", f"/{section}/ 下的页面由程序生成，不能另放一页", "请换一个文件夹"
            )
        for target in page.targets:
            if problem := _target_problem(page, target, folder, targets):
                yield problem


def body(page: Page) -> str:
    """Return a page's Markdown without its front matter."""
    front = _FRONT_MATTER.match(page.source.text)
    return page.source.text[front.end() :] if front else page.source.text


def resolve(html: str, route: str, card: Callable[[str, str], str]) -> str:
    """Return the HTML of the page at `route` with links to records and to this site made relative, and with cards.

    `card` gives the HTML of a record's card.
    """

    def relative(match: re.Match) -> str:
        target = unescape(match[2])
        inside = record_route(*split_record(target)) if target.startswith(RECORD) else target[1:]
        return f'{match[1]}"{escape(root_from(route) + inside)}"'

    html = CARD.sub(lambda match: card(*split_record(unescape(match[1]))), html)
    return _TAG.sub(lambda tag: _OF_SITE.sub(relative, tag[0]), html)


def _files(folder: Path) -> Iterator[tuple[Path, Problem | None]]:
    if not folder.is_dir():
        yield folder, Problem(Span(display_path(folder)), "E409", "没有这个页面文件夹")
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*sorted(names), *folders]:
            path = Path(parent, name)
            if not name.startswith("."):
                problem = _file_problem(path, name in folders)
                if problem and name in folders:
                    folders.remove(name)
                if problem or name not in folders:
                    yield path, problem


def _file_problem(path: Path, is_folder: bool) -> Problem | None:
    span = Span(display_path(path))
    if path.is_symlink():
        return Problem(span, "E121", "这里不能有链接", "换成真正的文件或文件夹")
    if not is_folder:
        suffix = path.suffix if path.suffix.lower() == ".md" else path.suffix.lower()
        if not path.is_file() or suffix not in _SUFFIXES:
            return Problem(span, "E403", "这里只能放 Markdown 页面（.md）、图片和 .pdf、.csv 文件", "另存为其中一种")
    if not _NAME.fullmatch(path.name):
        return Problem(span, "E404", "文件名只用英文字母、数字、连字符和点", "例如 guanyu.md")
    return None


def _read_page(path: Path, relative: str) -> tuple[Page | None, list[Problem]]:
    source, problems = read_source(path)
    if source is None:
        return None, problems
    front, problems = _front_matter(source)
    route = re.sub(r"(?:^|(?<=/))(?:index|README)/$", "", relative.removesuffix(".md") + "/")
    try:
        targets = tuple(_targets(source.text))
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
    match = _FRONT_MATTER.match(source.text)
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


def _targets(text: str) -> list[Target]:
    """Return the targets of a page's text as Python-Markdown finds them, each with its place in the text.

    The place is looked for in the text: a target that stands in an unusual way gets the first place that it can have.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for address, start in _scan(text):
        places[address].append(start)
    front = _FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    found = []
    for kind, address in addresses(text[begin:]):
        starts = places[address]
        start = (starts.pop(0) if len(starts) > 1 else starts[0]) if starts else max(text.find(address, begin), begin)
        found.append(Target(kind, address, start))
    return sorted(found, key=lambda target: target.start)


def _scan(text: str) -> list[tuple[str, int]]:
    """Return what looks like the address of a link or a card, with its place. What stands in code does not."""
    found: list[tuple[str, int]] = []

    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    def fence(match: re.Match) -> str:
        if match[3].strip() == "record":
            found.append((match[4].strip(), match.start() + len(match[1])))
        return blank(match)

    visible = _CODE.sub(blank, _FENCE.sub(fence, text))
    for match in _LINK.finditer(visible):
        group = next(name for name in ("inline", "defined", "automatic") if match[name])
        found.append((unescape(match[group]), match.start(group)))
    return sorted(found, key=lambda one: one[1])


def _target_problem(page: Page, target: Target, folder: Path, targets: Targets) -> Problem | None:
    # A card begins with its fence; what is wrong is the key inside of it.
    start = page.source.text.find(target.text, target.start) if target.kind == "card" else target.start
    span = page.source.span_at(start, len(target.text))
    if target.kind == "card" or _is_record_link(target):
        return targets.missing_link(span, *split_record(target.text))
    outside = re.match(r"(?:https?://|mailto:)", target.text)
    if target.kind == "link" and (outside or target.text.startswith("#")):
        return None
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?!$)|//", target.text) and not target.text.startswith(RECORD):
        allowed = "图片只能放在本站" if target.kind == "image" else "链接只能指向 http(s)、mailto 或本站"
        return Problem(span, "E406", f"不能指向 {target.text}", allowed)
    path = re.split(r"[?#]", target.text)[0]
    if target.kind == "link" and path.startswith("/"):
        return targets.missing_address(span, path)
    if _is_there(page, target.kind, path, folder, targets):
        return None
    found = nearest(path, _files_beside(page, target.kind, folder))
    hint = did_you_mean(*found) if found else "写页面的文件名（例如 about.md）或本站地址（例如 /about/）"
    return Problem(span, "E407", f"找不到 “{path}”", hint)


def _files_beside(page: Page, kind: str, folder: Path) -> list[str]:
    """Return the files that a page may link or show, as it would name them."""
    here, wanted = posixpath.dirname(page.path) or ".", _PICTURES if kind == "image" else _SUFFIXES
    files = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.suffix.lower() in wanted)
    return [posixpath.relpath(path, here) for path in files]


def _is_record_link(target: Target) -> bool:
    return target.kind == "link" and target.text.startswith(RECORD)


def _is_there(page: Page, kind: str, path: str, folder: Path, targets: Targets) -> bool:
    """Tell whether a relative path leads to a file of the pages' folder, or to an address of this site."""
    relative = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    suffix = posixpath.splitext(relative)[1].lower()
    wanted = _PICTURES if kind == "image" else _SUFFIXES
    if not relative.startswith(("..", "/")) and suffix in wanted and (folder / relative).is_file():
        return True
    address = posixpath.normpath(posixpath.join("/", page.route, path)).rstrip("/") + "/"
    return kind == "link" and path.endswith("/") and targets.has_address(address[1:])
