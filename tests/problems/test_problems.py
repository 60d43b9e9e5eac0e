"""Problems: what makes two of them the same, which are errors, and what a file is called in a report."""

from pathlib import Path

import pytest
from chuxin.problems.problems import Problem, Span, display_path, errors


def test_a_span_starts_at_the_first_character():
    assert Span("a.yml") == Span("a.yml", 1, 1)


def test_spans_that_begin_at_one_place_are_the_same():
    assert Span("a.yml", 2, 3, 9, "text") == Span("a.yml", 2, 3)
    assert Span("a.yml", 2, 3) < Span("a.yml", 2, 4, 1) < Span("a.yml", 3, 1) < Span("b.yml")


def test_warnings_are_no_errors():
    error, warning = Problem(Span("a"), "E101", ""), Problem(Span("a"), "W501", "")
    assert warning.is_warning and not error.is_warning
    assert errors([warning, error, warning]) == [error]


@pytest.mark.parametrize("inside", ["a.yml", "data/meetings/2023-07-06.yml", "中文/a.yml"])
def test_a_file_below_the_working_folder_is_called_from_there(tmp_path, monkeypatch, inside):
    monkeypatch.chdir(tmp_path)
    assert display_path(tmp_path / inside) == inside
    assert display_path(Path(inside)) == inside
    assert display_path(str(tmp_path / inside)) == inside


def test_a_file_elsewhere_keeps_its_whole_path(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert display_path(tmp_path / "there" / "a.yml") == f"{tmp_path.as_posix()}/there/a.yml"
    # A neighbour whose name begins like the working folder's is no part of it.
    assert display_path(tmp_path / "hereafter" / "a.yml") == f"{tmp_path.as_posix()}/hereafter/a.yml"
