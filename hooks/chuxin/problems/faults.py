"""The last resort: a fault of the program becomes a problem like any other, at the file that was being looked at.

Whoever typed the file did nothing wrong that could be named, and gets no traceback. What is said is enough to find the
fault by: the kind of the exception, and the line of the program where it was raised.
"""

from __future__ import annotations

import errno
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from .problems import Problem, Span, display_path

# What no report can help with; KeyboardInterrupt and SystemExit are no Exception to begin with.
_LEFT_ALONE = (MemoryError,)
_PACKAGE = Path(__file__).parent.parent
# What is no fault of the program either: what is said, and what to do.
_FULL = ("磁盘满了", "请腾出空间，再生成一次")
_FORBIDDEN = ("没有权限", "请核对这个文件或文件夹的权限，再生成一次")
_DISK = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _FORBIDDEN),
    errno.ENOTDIR: ("这里要一个文件夹，现在是文件", "请把它移走，再生成一次"),
    errno.EBUSY: ("这个文件夹正被系统占用，不能替换", "请换一个文件夹：mkdocs build --site-dir 文件夹"),
}


def fault(path: str, error: Exception) -> Problem:
    """Return what is said of an exception that nobody foresaw. `path` is the file that was being looked at."""
    what = f"{type(error).__name__}，{_place(error)}"
    hint = "请把这一行文字和这个文件发给维护网站的人；先撤销刚才的改动，网站多半就能照常生成"
    return Problem(Span(path), "E134", f"程序出错了，不是您写错了（{what}）", hint)


def trouble(path: str, error: Exception) -> Problem:
    """Return what is said of an exception while the site is written: of the disk, or else a fault of the program."""
    if isinstance(error, OSError) and error.errno in _DISK:
        what, hint = _DISK[error.errno]
        return Problem(Span(display_path(error.filename or path)), "E420", f"网站写不到磁盘上：{what}", hint)
    return fault(path, error)


def halted(path: str, message: str) -> Problem:
    """Return what is said when MkDocs stops the preview's building on purpose, as for a setting in `path`."""
    return Problem(Span(path), "E421", f"MkDocs 停了下来：{message}", "运行 make serve 的窗口里有详细的说明")


@contextmanager
def guarded(path: str | Callable[[Exception], str], problems: list[Problem]) -> Iterator[None]:
    """Let whatever is raised inside become a problem of `path`, or of what that makes of it; add it to `problems`."""
    try:
        yield
    except _LEFT_ALONE:
        raise
    except Exception as error:
        problems.append(fault(path if isinstance(path, str) else path(error), error))


def looked_at(error: Exception, path_of: Callable[[str, object], str | None]) -> str | None:
    """Return the file that was being looked at when an exception was raised; None when nothing tells.

    The functions that were running know it: `path_of` says of the name and the value of each of their variables, the
    innermost function first, of which file it is.
    """
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    variables = (one for frame in reversed(frames) for one in frame.f_locals.items())
    return next((path for name, value in variables if (path := path_of(name, value))), None)


def _place(error: Exception) -> str:
    """Return the line of the program that raised an exception, or that called the library which did."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_own(Path(frame.filename))] or frames
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"


def _is_own(file: Path) -> bool:
    """Tell whether a file is part of the program: a module of the package, or a template."""
    return file.is_relative_to(_PACKAGE) or file.suffix == ".html"
