"""Problems are values: where, what, and what to write instead.

Every stage returns the problems it found beside its result; nothing raises for an editor's mistake. They are
collected, sorted by place and reported once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

# A message may repeat what an editor typed: it stays one line, and moves no cursor.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, order=True)
class Span:
    """A place in a text file. Lines and columns count characters and start at 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place. `code` is stable; `message` is the Chinese sentence that the editor reads."""

    span: Span
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.span.path}:{self.span.line}:{self.span.column}"
        text = f"{place}: 错误[{self.code}] {self.message}" + (f"（{self.hint}）" if self.hint else "")
        # A file's name that is not UTF-8 can still be shown.
        return _CONTROL.sub("�", text).encode("utf-8", "replace").decode("utf-8")


def report(problems: list[Problem]) -> str:
    """Return all problems, one a line, sorted by file and place, and a last line that counts them."""
    lines = [str(problem) for problem in sorted(set(problems))]
    return "\n".join([*lines, f"共 {len(lines)} 处错误。"])


def display_path(path: Path) -> str:
    """Return `path` as an editor knows it: from the folder where the command runs, when it lies inside."""
    try:
        shown = path.absolute().relative_to(Path.cwd())
    except ValueError:
        shown = path
    return shown.as_posix()
