"""What the preview shows in place of every page while there are mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..problems.problems import Problem
from ..problems.reports import excerpt, severity
from ..problems.terminal import printable


@dataclass(frozen=True)
class Described:
    """A problem as it is shown: where, what, the line as it was typed in three parts, and what to write instead.

    `marked` is the mistake in its line. All three parts are empty where there is no line to show.
    """

    place: str
    code: str
    severity: str
    message: str
    hint: str
    line: int
    before: str
    marked: str
    after: str

    @property
    def has_line(self) -> bool:
        """Whether there is a line to show."""
        return bool(self.before or self.marked or self.after)


@dataclass(frozen=True)
class ReportView:
    """All problems, sorted by file and place. Only the errors keep the pages from being shown."""

    errors: tuple[Described, ...]
    warnings: tuple[Described, ...]


def report_view(problems: Sequence[Problem]) -> ReportView:
    """Return what the page of the report shows."""
    ordered = sorted(set(problems))
    return ReportView(
        tuple(described(problem) for problem in ordered if not problem.is_warning),
        tuple(described(problem) for problem in ordered if problem.is_warning),
    )


def described(problem: Problem) -> Described:
    """Return one problem as it is shown. What an editor typed moves no text around."""
    span = problem.span
    before, marked, after = excerpt(span.text, span.column - 1, span.length)
    return Described(
        place=printable(f"{span.path}:{span.line}:{span.column}"),
        code=problem.code,
        severity=severity(problem),
        message=printable(problem.message),
        hint=printable(problem.hint),
        line=span.line,
        before=before,
        marked=marked,
        after=after,
    )
