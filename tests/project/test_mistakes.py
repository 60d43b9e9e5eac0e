"""Mistakes as editors make them, and the exact report of each: `tests/mistakes/*.txt`, a golden table.

`make accept` writes the reports as they are now into the files; read what it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cases import File, file_of, problems_of
from chuxin.editing.handbook.codes import families
from chuxin.problems.reports import text

FOLDER = Path(__file__).parent.parent / "mistakes"
HOOKS = Path(__file__).parent.parent.parent / "hooks" / "chuxin"
# "## what it is", "=== path (how)" and the file, ">>>" and the report.
CASE = re.compile(r"^## (.+)\n((?:=== .+\n(?:(?!>>>\n|## |=== ).*\n)*)+)>>>\n((?:(?!## ).*\n)*)", re.MULTILINE)
PART = re.compile(r"^=== (.+)\n((?:(?!=== ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Files laid over a sound archive, and what is reported then."""

    table: str
    name: str
    files: dict[str, File]
    report: str


def cases_in(path: Path) -> Iterator[Case]:
    for match in CASE.finditer(path.read_text(encoding="utf-8")):
        files = dict(file_of(heading, content) for heading, content in PART.findall(match[2]))
        yield Case(path.stem, match[1], files, match[3].strip("\n"))


TABLES = sorted(FOLDER.glob("*.txt"))
CASES = [case for path in TABLES for case in cases_in(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.table}-{case.name}")
def test_reports_exactly(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reported = text(problems_of(case.files, tmp_path))
    if request.config.getoption("--accept"):
        accept(case, reported)
    else:
        assert reported == case.report


def accept(case: Case, reported: str) -> None:
    """Write a report into its table."""
    path = FOLDER / f"{case.table}.txt"

    def written(match: re.Match) -> str:
        return f"## {match[1]}\n{match[2]}>>>\n{reported}\n\n" if match[1] == case.name else match[0]

    path.write_text(CASE.sub(written, path.read_text(encoding="utf-8")).rstrip("\n") + "\n", encoding="utf-8")


def test_every_case_is_read() -> None:
    names = [(path.stem, name) for path in TABLES for name in re.findall(r"^## (.+)$", path.read_text("utf-8"), re.M)]
    assert names == [(case.table, case.name) for case in CASES]
    assert len(set(names)) == len(names)


def test_the_table_is_large() -> None:
    assert len(CASES) >= 150


def test_every_code_has_its_case() -> None:
    known = {code for path in HOOKS.rglob("*.py") for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}
    shown = {code for case in CASES for code in re.findall(r"\[([EW]\d{3})\]", case.report)}
    # What no text of a file brings out is in no table. See test_faults.py, test_loading.py and test_formatting.py.
    assert known - shown == families()["program"].keys() | families()["layout"].keys()
    assert shown - known == set()


def test_several_mistakes_are_reported_at_once() -> None:
    assert sum(len(re.findall(r"\[[EW]\d{3}\]", case.report)) >= 3 for case in CASES) >= 10
