"""Problems: how one reads, how all of them are reported, and what a file is called in a report."""

from pathlib import Path

import pytest
from chuxin.problems import Problem, Span, display_path, report
from hypothesis import given, settings
from hypothesis import strategies as st

COUNT = "共 {} 处错误。"


def problem(path: str, line: int = 1, column: int = 1, code: str = "E100", message: str = "错了", hint: str = ""):
    return Problem(Span(path, line, column), code, message, hint)


@pytest.mark.parametrize(
    ("given_problem", "text"),
    [
        (problem("data/a.yml"), "data/a.yml:1:1: 错误[E100] 错了"),
        (problem("a.yml", 12, 3, "E205", "“name” 只能写一行"), "a.yml:12:3: 错误[E205] “name” 只能写一行"),
        (problem("a.yml", 1, 1, "E101", "坏了", "请另存为 UTF-8"), "a.yml:1:1: 错误[E101] 坏了（请另存为 UTF-8）"),
        (problem("a.yml", message="{x} %s"), "a.yml:1:1: 错误[E100] {x} %s"),
    ],
)
def test_reads_as_one_line(given_problem, text):
    assert str(given_problem) == text


def test_a_span_starts_at_the_first_character():
    assert Span("a.yml") == Span("a.yml", 1, 1)


def test_report_sorts_by_file_line_column_and_code():
    wanted = [
        problem("data/a.yml", 2, 9, "E999"),
        problem("data/a.yml", 10, 1),
        problem("data/a.yml", 10, 2, "E100"),
        problem("data/a.yml", 10, 2, "E101"),
        problem("data/b.yml", 1, 1),
    ]
    lines = report(list(reversed(wanted))).split("\n")
    assert lines == [*map(str, wanted), COUNT.format(5)]


def test_report_names_every_problem_once():
    twice = [problem("a.yml"), problem("b.yml"), problem("a.yml")]
    assert report(twice).split("\n") == [
        "a.yml:1:1: 错误[E100] 错了",
        "b.yml:1:1: 错误[E100] 错了",
        COUNT.format(2),
    ]


def test_report_keeps_problems_that_differ_in_anything():
    different = [
        problem("a.yml"),
        problem("a.yml", column=2),
        problem("a.yml", code="E101"),
        problem("a.yml", message="也错"),
        problem("a.yml", hint="这样写"),
    ]
    assert report(different).endswith(COUNT.format(5))


@pytest.mark.parametrize("inside", ["a.yml", "data/meetings/2023-07-06.yml", "中文/a.yml"])
def test_a_file_below_the_working_folder_is_called_from_there(tmp_path, monkeypatch, inside):
    monkeypatch.chdir(tmp_path)
    assert display_path(tmp_path / inside) == inside
    assert display_path(Path(inside)) == inside


def test_a_file_elsewhere_keeps_its_whole_path(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert display_path(tmp_path / "there" / "a.yml") == f"{tmp_path.as_posix()}/there/a.yml"
    # A neighbour whose name begins like the working folder's is no part of it.
    assert display_path(tmp_path / "hereafter" / "a.yml") == f"{tmp_path.as_posix()}/hereafter/a.yml"


@settings(deadline=None)
@given(st.lists(st.builds(problem, st.sampled_from(["a", "b"]), st.integers(1, 3), st.integers(1, 3))))
def test_the_report_has_a_line_for_each_problem_and_one_that_counts_them(problems):
    lines = report(problems).split("\n")
    assert len(lines) == len(set(problems)) + 1
    assert lines[-1] == COUNT.format(len(set(problems)))
    assert lines == [*map(str, sorted(set(problems))), lines[-1]]
