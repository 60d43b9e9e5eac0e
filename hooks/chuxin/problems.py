"""Problems are values: where, what, and what to write instead.

Every stage returns the problems it found beside its result; nothing raises for an editor's mistake. They are
collected, and `reports` shows them once.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from .terminal import printable


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


def display_path(path: str | os.PathLike[str]) -> str:
    """Return `path` as an editor knows it: from the folder where the command runs, when it lies inside.

    It is for reading: a line break in it, say, is shown by a sign.
    """
    shown = os.fspath(path)
    shown = shown.removeprefix(os.getcwd() + os.sep) if os.path.isabs(shown) else shown
    return printable(shown.replace(os.sep, "/"))
