"""Small hand-written pages for tests."""

from pathlib import Path

from cases import UPLOADS
from chuxin.checks.catalogue import Catalogue
from chuxin.markup.routes import index_route
from chuxin.problems.problems import Problem, Span
from chuxin.prose import Page, check_pages, read_pages
from chuxin.prose.cleaning import clean
from chuxin.prose.extensions import convert
from chuxin.records.kinds import SECTIONS
from making import directory

# Stands in a page before the character that a span is expected to name.
MARK = "▲"


KEYS = frozenset({("people", "li"), ("meetings", "2031"), ("statements", "2031-li"), ("organizations", "a-b-2")})


ADDRESSES = {"", "about/", "guide/", "guide/one/", *(index_route(section) for section in SECTIONS)}


TARGETS = Catalogue(KEYS, frozenset(ADDRESSES), directory())


PAGE_HINT = "写页面的文件名（例如 about.md）或本站地址（例如 /about/）"


def no_file(path: str):
    return ("E407", f"找不到 “{path}”", PAGE_HINT)


def said(problems: list[Problem]) -> list[tuple[Span, str, str]]:
    """Return what is said where; what problems hint at is in `mistakes/`."""
    return sorted((problem.span, problem.code, problem.message) for problem in problems)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = content or UPLOADS.get(path.suffix.lower(), b"")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def problems_of(folder: Path) -> list[Problem]:
    pages, problems = read_pages(folder)
    return sorted({*problems, *check_pages(pages, folder, TARGETS)})


def only_page(folder: Path, text: str, name: str = "about.md") -> Page:
    write(folder, {name: text})
    pages, problems = read_pages(folder)
    assert problems == []
    assert len(pages) == 1
    return pages[0]


def unmark(text: str, path: str) -> tuple[str, list[Span]]:
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        before += part
    return before, spans


def card(kind: str, identifier: str) -> str:
    return f"<{kind}|{identifier}>"


def html_of(text: str) -> str:
    """Return the clean HTML of a page's Markdown, its addresses as they were typed."""
    return clean(convert(text), lambda address: address)
