"""Reading and checking two folders, and `chuxin check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from chuxin.command.commands import main
from chuxin.problems.problems import errors
from chuxin.site.site import read_site
from sites import DATA, DOCS, SAMPLE


def test_problems_of_records_and_pages_come_in_one_report(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "a")
    (tmp_path / "a" / "people" / "jia-yiming.yml").write_text("id: jia-yiming\nname: 甲一鸣\n", encoding="utf-8")
    (tmp_path / "a" / "docs" / "more.md").write_text("[甲](record:people/nobody)\n", encoding="utf-8")
    site, problems = read_site(tmp_path / "a", tmp_path / "a" / "docs")
    assert site is None
    assert sorted((Path(problem.span.path).name, problem.code) for problem in errors(problems)) == [
        ("jia-yiming.yml", "E201"),
        ("more.md", "E307"),
    ]


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run `chuxin check`; return its exit code, what it printed, and what it complained of."""
    with pytest.raises(SystemExit) as caught:
        main(["check", *map(str, arguments)])
    return caught.value.code, *capsys.readouterr()


def archive_with(folder: Path, name: str, text: str) -> Path:
    """Write an archive of one file, and a page."""
    for path, content in {name: text, "docs/index.md": "# 首页\n"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


WARNED, WRONG = "id: li\nname: 李\nsort: li\n", "id: li\nname: 李\n"


def test_check_says_that_nothing_is_wrong(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert checked(capsys, archive_with(tmp_path, "archive.yml", "fictional: true\n")) == (0, "没有发现错误。\n", "")


def test_the_records_have_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, _ = checked(capsys, DATA, "--docs", DOCS)
    assert code == 0, printed


@pytest.mark.parametrize(
    ("text", "options", "code", "said"),
    [
        (WRONG, [], 1, "共 1 处错误。"),
        (WRONG, ["--strict"], 1, "共 1 处错误。"),
        (WARNED, [], 0, "共 1 处警告。"),
        (WARNED, ["--strict"], 1, "共 1 处警告。"),
        (WRONG, ["--format", "github"], 1, "::error file="),
        (WARNED, ["--format", "github"], 0, "::warning file="),
        (WRONG, ["--format", "json"], 1, '"errors": 1'),
    ],
)
def test_check_reports_and_fails(
    text: str, options: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert (found := checked(capsys, archive_with(tmp_path, "people/li.yml", text), *options))[0] == code
    assert said in found[1]
    assert not found[2]


@pytest.mark.parametrize("arguments", [["a", "b"], ["--nope"], ["--format", "xml"], ["no-such-folder"]])
def test_check_refuses_what_it_does_not_know(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, complaint = checked(capsys, *arguments)
    assert (code, printed) == (2, "")
    assert "用法" in complaint
