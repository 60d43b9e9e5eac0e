"""The last resort: a fault of the program becomes a problem like any other, at the file that was being looked at.

Whoever typed the file did nothing wrong that could be named, and gets no traceback. What is said is enough to find the
fault by: the kind of the exception, and the line of the program where it was raised.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .problems import Problem, Span

# What no report can help with; KeyboardInterrupt and SystemExit are no Exception to begin with.
_LEFT_ALONE = (MemoryError,)
_PACKAGE = Path(__file__).parent


def fault(path: str, error: Exception) -> Problem:
    """Return what is said of an exception that nobody foresaw. `path` is the file that was being looked at."""
    what = f"{type(error).__name__}，{_place(error)}"
    hint = "请把这一行文字和这个文件发给维护网站的人；先撤销刚才的改动，网站多半就能照常生成"
    return Problem(Span(path), "E134", f"程序出错了，不是您写错了（{what}）", hint)


@contextmanager
def guarded(path: str | Callable[[Exception], str], problems: list[Problem]) -> Iterator[None]:
    """Let whatever is raised inside become a problem of `path`, or of what that makes of it; add it to `problems`."""
    try:
        yield
    except _LEFT_ALONE:
        raise
    except Exception as error:
        problems.append(fault(path if isinstance(path, str) else path(error), error))


def _place(error: Exception) -> str:
    """Return the line of the program that raised an exception, or that called the library which did."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)] or frames
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
