"""Whatever the program does wrong itself becomes a problem that names the file and says whose fault it is."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import WORLD
from chuxin import checks
from chuxin.archive import loading
from chuxin.archive.linking import link
from chuxin.archive.loading import load
from chuxin.checks.catalogue import Catalogue
from chuxin.checks.inspection import Inspection
from chuxin.pages.rendering import Renderer
from chuxin.problems.faults import fault, guarded, halted, trouble
from chuxin.problems.problems import Problem
from chuxin.problems.typed import decode
from chuxin.records.people import Person
from jinja2 import UndefinedError


class Unforeseen(Exception):
    pass


def failing(*_: object, **__: object) -> None:
    raise Unforeseen("secret")


def reported(error: Exception) -> list[Problem]:
    problems: list[Problem] = []
    with guarded("a.yml", problems):
        raise error
    return problems


@pytest.mark.parametrize("error", [IndexError("x"), RecursionError(), OSError(5, "x"), Unforeseen(), AssertionError()])
def test_any_exception_is_a_problem_of_the_file(error: Exception) -> None:
    [problem] = reported(error)
    assert (problem.span.path, problem.span.line, problem.code) == ("a.yml", 1, "E134")
    assert type(error).__name__ in problem.message and "不是您写错了" in problem.message
    assert "发给维护网站的人" in problem.hint


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(2), MemoryError(), GeneratorExit()])
def test_what_is_no_fault_goes_through(error: BaseException) -> None:
    with pytest.raises(type(error)):
        reported(error)


def test_the_line_of_this_program_is_named_not_that_of_a_library() -> None:
    with pytest.raises(AttributeError) as raised:
        decode("a.yml", 1)
    assert re.search(r"（AttributeError，typed\.py:\d+）$", fault("a.yml", raised.value).message)


def world(folder: Path) -> Path:
    return Path(shutil.copytree(WORLD / "data", folder / "data"))


@pytest.mark.parametrize("stage", ["read_yaml", "validate", "style_problems"])
def test_reading_a_record_never_raises(stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = world(tmp_path)
    monkeypatch.setattr(loading, stage, failing)
    loaded, problems = load(archive)
    assert {one.code for one in problems} == {"E134"}
    assert {one.span.path for one in problems} == {path.as_posix() for path in archive.rglob("*.yml")}
    assert ("people", "zhang-san") in loaded.broken and not loaded.of(Person)


def test_a_check_that_fails_names_the_record_and_lets_the_others_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_at_a_record(subject: Inspection) -> Iterator[Problem]:
        for person in subject.loaded.of(Person).values():
            failing(person)
            yield

    def fails_at_a_reference(subject: Inspection) -> Iterator[Problem]:
        for key in subject.references:
            if key[0] == "brands":
                failing()
        yield

    def finds_something(subject: Inspection) -> Iterator[Problem]:
        yield Problem(subject.span("people", "zhang-san", "name"), "E309", "")

    monkeypatch.setattr(checks, "CHECKS", (fails_at_a_record, fails_at_a_reference, failing, finds_something))
    archive = world(tmp_path)
    loaded, _ = load(archive)
    linked = link(loaded)
    found = checks.check(linked, loaded, Catalogue.of(linked, loaded, ()))
    person, brand = archive / "people" / "zhang-san.yml", archive / "brands" / "shili-pinpai.yml"
    assert sorted((one.code, one.span.path) for one in found) == [
        ("E134", archive.as_posix()),
        ("E134", brand.as_posix()),
        ("E134", person.as_posix()),
        ("E309", person.as_posix()),
    ]


@pytest.mark.parametrize(
    ("error", "path", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "docs/a.md", "磁盘满了"),
        (OSError(errno.EDQUOT, "x", "site/b"), "site/b", "磁盘满了"),
        (PermissionError(errno.EACCES, "x", str(Path.cwd() / "site")), "site", "没有权限"),
        (OSError(errno.EROFS, "x", "/mnt/site"), "/mnt/site", "没有权限"),
        (NotADirectoryError(errno.ENOTDIR, "x", "site"), "site", "现在是文件"),
    ],
)
def test_trouble_with_the_disk_is_no_fault_of_the_program(error: OSError, path: str, said: str) -> None:
    problem = trouble("docs/a.md", error)
    assert (problem.span.path, problem.code) == (path, "E420")
    assert said in problem.message and "请" in problem.hint


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "x"), ValueError("x"), UnicodeEncodeError("utf-8", "x", 0, 1, "")]
)
def test_all_other_trouble_is_one(error: Exception) -> None:
    assert trouble("docs/a.md", error) == fault("docs/a.md", error)


def test_the_line_of_a_template_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("一\n{{ missing.name }}\n", encoding="utf-8")
    with pytest.raises(UndefinedError) as raised:
        Renderer(templates=tmp_path).render("a.html", "")
    assert "（UndefinedError，a.html:2）" in fault("data/a.yml", raised.value).message


def test_a_halt_of_mkdocs_is_told_in_its_words() -> None:
    assert "Aborted with 1 warnings" in halted("mkdocs.yml", "Aborted with 1 warnings in strict mode!").message
