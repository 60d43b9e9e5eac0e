"""Problems are values: where, what, and what to write instead.

Every stage returns the problems it found beside its result; nothing raises for an editor's mistake. They are
collected, and `reports` shows them once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from .terminal import printable

T = TypeVar("T")
# So many problems of one file are told at once: nobody mends more before looking again, and each costs something.
MOST = 200


@dataclass(frozen=True, order=True)
class Span:
    """A place in a text file. Lines and columns count characters and start at 1.

    `length` characters from there are meant, and `text` is the whole line as it was typed: reports show it. Two spans
    that begin at the same place are the same.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = field(default=1, compare=False)
    text: str = field(default="", compare=False)


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place. `code` is stable; `message` and `hint` are the Chinese that the editor reads.

    Codes that begin with E are errors, which keep the site from being built; those with W are warnings.
    """

    span: Span
    code: str
    message: str
    hint: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the site is built all the same."""
        return self.code.startswith("W")


def errors(problems: list[Problem]) -> list[Problem]:
    """Return the problems that are no mere warnings."""
    return [problem for problem in problems if not problem.is_warning]


def enough(found: Iterable[T]) -> Iterator[T]:
    """Yield as much of what is wrong with a file as is told of it, and one more, which tells that there is more."""
    return islice(found, MOST + 1)


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file, no more than `MOST`, and what says so if there are more: they are not made."""
    found = list(enough(problems))
    if len(found) <= MOST:
        return found
    told = found[:MOST]
    last = max(problem.span for problem in told)
    return [*told, Problem(last, "W135", f"这个文件的问题太多，只列出 {MOST} 处", "改好这些以后再检查一次")]


def display_path(path: str | os.PathLike[str]) -> str:
    """Return `path` as an editor knows it: from the folder where the command runs, when it lies inside.

    It is for reading: a line break in it, say, is shown by a sign.
    """
    shown = os.fspath(path)
    shown = shown.removeprefix(os.getcwd() + os.sep) if os.path.isabs(shown) else shown
    return printable(shown.replace(os.sep, "/"))
