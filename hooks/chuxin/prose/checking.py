"""What is wrong with pages that were read: pages in another's place, links and cards that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from ..guesses import nearest
from ..markup import RECORD, split_record
from ..problems import Problem, Span
from ..routes import NEWS, SEARCH, SECTIONS
from ..targets import Targets
from ..wording import did_you_mean
from .files import PICTURES, SUFFIXES
from .pages import Page
from .places import Target


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


def _target_problem(page: Page, target: Target, folder: Path, targets: Targets) -> Problem | None:
    # A card begins with its fence; what is wrong is the key inside of it.
    start = page.source.text.find(target.text, target.start) if target.kind == "card" else target.start
    span = page.source.span_at(start, len(target.text))
    if target.kind == "card" or target.is_record_link:
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
    here, wanted = posixpath.dirname(page.path) or ".", PICTURES if kind == "image" else SUFFIXES
    files = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.suffix.lower() in wanted)
    return [posixpath.relpath(path, here) for path in files]


def _is_there(page: Page, kind: str, path: str, folder: Path, targets: Targets) -> bool:
    """Tell whether a relative path leads to a file of the pages' folder, or to an address of this site."""
    relative = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    suffix = posixpath.splitext(relative)[1].lower()
    wanted = PICTURES if kind == "image" else SUFFIXES
    if not relative.startswith(("..", "/")) and suffix in wanted and (folder / relative).is_file():
        return True
    address = posixpath.normpath(posixpath.join("/", page.route, path)).rstrip("/") + "/"
    return kind == "link" and path.endswith("/") and targets.has_address(address[1:])
