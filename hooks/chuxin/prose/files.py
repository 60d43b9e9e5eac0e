"""What lies in the folder of pages, and what may not lie there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..problems.problems import Problem, Span, display_path
from ..records.fields import is_reserved
from .uploads import DOCUMENTS, PICTURES, upload_problem

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 100
SUFFIXES = {".md", *PICTURES, *DOCUMENTS}


def route_of(path: str) -> str:
    """Return the address of the page whose path in the pages' folder is `path`."""
    return re.sub(r"(?:^|(?<=/))(?:index|README)/$", "", path.removesuffix(".md") + "/")


def output_of(path: str) -> str:
    """Return the path in the site's folder at which a page, or a file beside pages, is written."""
    return f"{route_of(path)}index.html" if path.endswith(".md") else path


def files(folder: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Yield every file under the folder of pages, hidden ones left out, and every file and folder with a problem."""
    if not folder.is_dir():
        yield folder, Problem(Span(display_path(folder)), "E409", "没有这个页面文件夹")
        return
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*sorted(names), *folders]:
            path = Path(parent, name)
            if not name.startswith("."):
                problem = _problem(path, name in folders)
                if problem and name in folders:
                    folders.remove(name)
                if problem or name not in folders:
                    yield path, problem
    for error in closed:
        yield Path(error.filename), _closed(error.filename, "文件夹打不开")


def _problem(path: Path, is_folder: bool) -> Problem | None:
    try:
        return _file_problem(path, is_folder)
    except OSError:
        return _closed(path, "打不开")


def _closed(path: str | Path, message: str) -> Problem:
    return Problem(Span(display_path(path)), "E123", message, "请检查它的权限")


def _file_problem(path: Path, is_folder: bool) -> Problem | None:
    span = Span(display_path(path))
    if path.is_symlink():
        return Problem(span, "E121", "这里不能有链接", "换成真正的文件或文件夹")
    if not is_folder:
        suffix = path.suffix if path.suffix.lower() == ".md" else path.suffix.lower()
        if not path.is_file() or suffix not in SUFFIXES:
            return Problem(span, "E403", "这里只能放 Markdown 页面（.md）、图片和 .pdf、.csv 文件", "另存为其中一种")
    if not _NAME.fullmatch(path.name):
        return Problem(span, "E404", "文件名只用英文字母、数字、连字符和点", "例如 guanyu.md")
    if is_reserved(path.name) or path.name.endswith("."):
        return Problem(span, "E404", "Windows 上不能有叫这个名称的文件或文件夹", "换一个名称，例如 guanyu.md")
    if len(path.name) > _LONGEST:
        return Problem(span, "E404", f"文件名太长，最多 {_LONGEST} 个字符", "在 Windows 上整个路径最多 260 个字符")
    return None if is_folder or path.suffix == ".md" else upload_problem(path, span)
