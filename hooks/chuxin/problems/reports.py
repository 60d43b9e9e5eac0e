"""Problems → what is shown of them: text with excerpts, JSON, or annotations on a pull request's lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from .problems import Problem
from .terminal import blank, printable, width

CLEAN = "没有发现错误。"
# Columns of a terminal that an excerpt fills at most, and how many of them stand before the mistake at least.
_WIDEST, _BEFORE = 100, 30
# So many characters of a line are looked at on either side of a mistake: a line may have a million of them.
_NEAR = 2 * _WIDEST
_COLOURS = {"place": "1", "错误": "1;31", "警告": "1;33", "hint": "36"}


def text(problems: Sequence[Problem], colour: bool = False) -> str:
    """Return all problems, sorted by file and place, each with its line as it was typed, and a line that counts."""
    ordered = sorted(set(problems))
    return "\n".join([*(_described(problem, colour) for problem in ordered), count(ordered)])


def count(problems: Sequence[Problem]) -> str:
    """Return the sentence that counts errors and warnings."""
    warnings = sum(problem.is_warning for problem in problems)
    counts = [
        f"{number} 处{name}" for number, name in ((len(problems) - warnings, "错误"), (warnings, "警告")) if number
    ]
    return f"共 {'、'.join(counts)}。" if counts else CLEAN


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON object: `errors`, `warnings` and `problems`, each problem with all that the text shows."""
    ordered = sorted(set(problems))
    warnings = sum(problem.is_warning for problem in ordered)
    rows = [
        {
            "path": printable(problem.span.path),
            "line": problem.span.line,
            "column": problem.span.column,
            "length": problem.span.length,
            "severity": "warning" if problem.is_warning else "error",
            "code": problem.code,
            "message": printable(problem.message),
            "hint": printable(problem.hint),
        }
        for problem in ordered
    ]
    result = {"errors": len(ordered) - warnings, "warnings": warnings, "problems": rows}
    return json.dumps(result, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that put every problem on its line of a pull request, and the count.

    Source: GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    return "\n".join([*map(_command, sorted(set(problems))), count(sorted(set(problems)))])


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": text, "json": as_json, "github": as_github}


def _command(problem: Problem) -> str:
    span = problem.span
    properties = {
        "file": span.path,
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.length,
        "title": f"{severity(problem)} {problem.code}",
    }
    escaped = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for name, value in properties.items()
    )
    kind = "warning" if problem.is_warning else "error"
    return f"::{kind} {escaped}::{_escaped(problem.message + (f'（{problem.hint}）' if problem.hint else ''))}"


def _escaped(value: str) -> str:
    return printable(value).replace("%", "%25")


def _described(problem: Problem, colour: bool) -> str:
    span, kind = problem.span, severity(problem)
    paint = _painted if colour else _plain
    place = paint("place", printable(f"{span.path}:{span.line}:{span.column}:"))
    lines = [f"{place} {paint(kind, f'{kind}[{problem.code}]')} {printable(problem.message)}"]
    hint = paint("hint", printable(problem.hint)) if problem.hint else ""
    before, marked, after = excerpt(span.text, span.column - 1, span.length)
    if before or marked or after:
        lines.append(f"{span.line:5} | {before}{marked}{after}")
        caret = paint(kind, "^" * max(1, width(marked)))
        lines.append(f"      | {blank(before)}{caret} {hint}".rstrip())
    elif hint:
        lines.append(f"      | {hint}")
    return "\n".join(lines)


def severity(problem: Problem) -> str:
    """Return what a problem is: an error or a warning."""
    return "警告" if problem.is_warning else "错误"


def excerpt(line: str, start: int, length: int) -> tuple[str, str, str]:
    """Return a line in three parts: before the mistake, the mistake, after it; a long one is cut at both ends.

    Where there is nothing to be seen all three are empty.
    """
    end = start + length
    before = line[max(0, start - _NEAR) : start]
    marked, after = line[start : min(end, start + _NEAR)], line[end : end + _NEAR]
    if not f"{before}{marked}{after}".strip():
        return "", "", ""
    room = _WIDEST - min(width(before), _BEFORE)
    marked, cut = _cut(marked, room)
    after = "" if cut else _cut(after, room - width(marked))[0]
    is_long = len(line) > _NEAR or width(line) > _WIDEST
    if width(before) > _BEFORE and is_long:
        before = _cut(before[::-1], _BEFORE)[0][::-1]
    return printable(before), printable(marked), printable(after.rstrip())


def _cut(words: str, room: int) -> tuple[str, bool]:
    """Return what of `words` fits into so many columns, with … when something is left out, and whether it is."""
    used = 0
    for index, character in enumerate(words):
        used += width(character)
        if used > room:
            return words[:index] + "…", True
    return words, False


def _plain(_: str, words: str) -> str:
    return words


def _painted(style: str, words: str) -> str:
    return f"\x1b[{_COLOURS[style]}m{words}\x1b[0m"
