"""What is wrong with pages that were read: files in another's place, links and cards that lead nowhere."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from ..checks.catalogue import Catalogue
from ..markup.fields import RECORD, split_record
from ..markup.routes import COMPONENTS, NEWS, OWN_FILES, OWN_FOLDERS, SEARCH, index_route, list_folder, record_route
from ..problems.faults import guarded
from ..problems.problems import Problem, Span, display_path
from ..records.kinds import SECTIONS
from ..records.wording import did_you_mean
from ..words.guesses import nearest, web_address
from ..words.patterns import always
from .files import SUFFIXES, files, output_of
from .outputs import Outputs, Owned
from .pages import Page
from .places import PageLink
from .uploads import PICTURES

# Who owns what is made from records.
_PROGRAM = ""
# What editors type in web addresses with the input method left on.
_HOST = re.compile(r"(?:https?://)?[^/?#]*", re.IGNORECASE)
_FULL_WIDTH = "：／？＃．。＠［］"


def check_pages(pages: list[Page], folder: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the problems of files in another's place and of links and cards that lead nowhere."""
    written = [path.relative_to(folder).as_posix() for path, problem in files(folder) if not problem]
    yield from _misplaced(written, folder, catalogue)
    surroundings = _Surroundings(frozenset(written), catalogue)
    for page in pages:
        problems: list[Problem] = []
        with guarded(page.source.path, problems):
            problems.extend(_page_problems(page, surroundings))
        yield from problems


def _misplaced(written: list[str], folder: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the problems of files that would be written where something else belongs, or beside the program's own."""
    outputs = Outputs()
    for path in _own_files(written, catalogue):
        outputs.claim(path, _PROGRAM)
    for path in sorted(written, key=lambda path: output_of(path).count("/")):
        span = Span(display_path(folder / path))
        if problem := _in_own_folder(path, span):
            yield problem
        elif taken := outputs.claim(output_of(path), path):
            yield _taken(path, taken, span)


def _own_files(written: list[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield the files that the program makes, of records only those near to a file that was written by hand."""
    yield from OWN_FILES
    yield from (f"{index_route(section)}index.html" for section in (*SECTIONS, SEARCH, COMPONENTS))
    near = {path.partition("/")[0].casefold() for path in written}
    yield from (f"{record_route(*key)}index.html" for key in sorted(catalogue.keys) if key[0] in near)


def _in_own_folder(path: str, span: Span) -> Problem | None:
    """Return the problem of a page among the pages that are made of records, or of a file in the program's folders."""
    section, _, rest = output_of(path).removesuffix("index.html").partition("/")
    section = section.casefold()
    is_page = path.endswith(".md")
    is_article = section == NEWS and bool(rest)
    if is_page and section in (*SECTIONS, *OWN_FOLDERS) and not is_article:
        return Problem(span, "E402", f"/{section}/ 下的页面由程序生成，不能另放一页", "请换一个文件夹")
    if is_article and f"{section}/{rest.casefold()}".startswith(f"{list_folder(NEWS)}/"):
        return Problem(span, "E402", f"/{list_folder(NEWS)}/ 由程序使用，不能另放文件", "请换一个文件夹")
    if section in OWN_FOLDERS:
        return Problem(span, "E402", f"/{section}/ 由程序使用，不能另放文件", "请换一个文件夹")
    return None


def _taken(path: str, taken: Owned, span: Span) -> Problem:
    address = f"/{taken.path.removesuffix('index.html')}"
    if taken.owner == _PROGRAM:
        return Problem(span, "E402", f"{address} 由程序生成，不能另放一份", "请换一个文件名")
    spelled = "" if output_of(path).startswith(taken.path) else "（只差大小写）"
    return Problem(span, "E408", f"地址 {address} 已由 {taken.owner} 使用{spelled}", "请换一个文件名")


@dataclass(frozen=True)
class _Surroundings:
    """What links can lead to: the files of the pages' folder, by their paths in it, and the site's addresses."""

    files: frozenset[str]
    catalogue: Catalogue

    @cached_property
    def pictures(self) -> list[str]:
        """The files that a page can show."""
        return sorted(path for path in self.files if posixpath.splitext(path)[1].lower() in PICTURES)

    def near(self, page: Page, kind: str, path: str) -> list[str]:
        """Return the files that may be meant by a path that leads nowhere, as the page would name them."""
        here = posixpath.dirname(page.path) or "."
        known = self.pictures if kind == "image" else sorted(self.files)
        return nearest(path, (posixpath.relpath(file, here) for file in known))


def _page_problems(page: Page, surroundings: _Surroundings) -> Iterator[Problem]:
    if page.document.misplaced:
        hint = "代码块和卡片的前后各空一行"
        yield Problem(page.source.span(0, 0), "E414", "有代码块或卡片写进了链接或图片里", hint)
    said: dict[tuple[str, str], Problem | None] = {}
    for target in page.targets:
        # What is wrong with an address is found out once, however often it stands there.
        key = target.kind, target.text
        if key not in said:
            said[key] = _target_problem(page, target, Span(""), surroundings)
        if problem := said[key]:
            yield replace(problem, span=_span(page, target))


def _span(page: Page, target: PageLink) -> Span:
    # A card begins with its fence; what is wrong is the key inside of it.
    start = page.source.text.find(target.text, target.start) if target.kind == "card" else target.start
    return page.source.span_at(start, len(target.text))


def _target_problem(page: Page, target: PageLink, span: Span, surroundings: _Surroundings) -> Problem | None:
    catalogue = surroundings.catalogue
    if target.kind == "card" or target.is_record_link:
        key = split_record(target.text)
        return None if catalogue.has(*key) else catalogue.missing_link(span, *key)
    if problem := _unreadable(target.text, span):
        return problem
    outside = re.match(r"(?:https?://|mailto:)", target.text)
    if target.kind == "link" and (outside or target.text.startswith("#")):
        return None
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?!$)|//", target.text) and not target.text.startswith(RECORD):
        allowed = "图片只能放在本站" if target.kind == "image" else "链接只能指向 http(s)、mailto 或本站"
        return Problem(span, "E406", f"不能指向 {target.text}", allowed)
    path = re.split(r"[?#]", target.text)[0]
    if target.kind == "link" and path.startswith("/"):
        return None if catalogue.has_address(path[1:]) else catalogue.missing_address(span, path)
    if _is_there(page, target.kind, path, surroundings):
        return None
    found = surroundings.near(page, target.kind, path)
    hint = did_you_mean(*found) if found else "写页面的文件名（例如 about.md）或本站地址（例如 /about/）"
    return Problem(span, "E407", f"找不到 “{path}”", hint)


def _unreadable(address: str, span: Span) -> Problem | None:
    """Return the problem of a web address that no browser could read: full-width signs, no name of a computer."""
    plain = unicodedata.normalize("NFKC", address)
    if not re.match(r"https?:/", plain, re.IGNORECASE):
        return None
    signs = "".join(sign for sign in _FULL_WIDTH if sign in _host(address))
    if not signs and _is_web_address(address):
        return None
    if signs:
        meant = web_address(address)
        hint = did_you_mean(meant) if meant and _is_web_address(meant) else "标点改成半角的 : / ? 和英文句点"
        return Problem(span, "E411", f"网址里有全角的 “{signs}”", hint)
    return Problem(span, "E411", "网址写得不对", "写完整的网址，例如 https://example.org/page，方括号等符号不要写进去")


def _host(address: str) -> str:
    """Return a web address up to the first slash, question mark or hash behind its scheme, all of them half-width."""
    return always(_HOST, address)[0]


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_there(page: Page, kind: str, path: str, surroundings: _Surroundings) -> bool:
    """Tell whether a relative path leads to a file of the pages' folder, or to an address of this site."""
    relative = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    suffix = posixpath.splitext(relative)[1].lower()
    if relative in surroundings.files and suffix in (PICTURES if kind == "image" else SUFFIXES):
        return True
    address = posixpath.normpath(posixpath.join("/", page.route, path)).rstrip("/") + "/"
    return kind == "link" and path.endswith("/") and surroundings.catalogue.has_address(address[1:])
