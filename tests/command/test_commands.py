"""The command `chuxin`: what it prints, and with which code it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cases import WORLD
from chuxin.command.commands import main
from sites import ROOT

PERSON = "data/people/zhang-san.yml"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound archive and its pages, in the working folder."""
    shutil.copytree(WORLD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main(list(arguments))
        return (int(stopped.value.code or 0), *capsys.readouterr())

    return call


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_archive_is_clean(world, run):
    assert run("check") == (0, "没有发现错误。\n", "")
    assert run("check", "data", "--docs", "docs", "--strict") == (0, "没有发现错误。\n", "")


def test_errors_end_with_one(world, run):
    change(world / PERSON, "name: ", "name：")
    code, shown, _ = run("check")
    assert code == 1
    assert shown == (
        "data/people/zhang-san.yml:2:5: 错误[E112] “name” 后面是全角冒号\n"
        "    2 | name：张三\n      |     ^^ 改用半角冒号，后面空一格\n共 1 处错误。\n"
    )


def test_warnings_end_with_one_only_when_strict(world, run):
    change(world / PERSON, "张三", "张 三")
    assert run("check")[0] == 0
    code, shown, _ = run("check", "--strict")
    assert code == 1 and shown.endswith("共 1 处警告。\n")


def test_other_formats(world, run):
    change(world / PERSON, "name: ", "nmae: ")
    code, shown, _ = run("check", "--format", "json")
    found = json.loads(shown)
    assert code == 1 and found["errors"] == 1 and found["problems"][0]["path"] == PERSON
    code, shown, _ = run("check", "--format", "github")
    assert code == 1 and shown.startswith(f"::error file={PERSON},line=2,col=1,endColumn=5,title=错误 E202::")


def test_colour_is_for_terminals(world, run, monkeypatch):
    change(world / PERSON, "name: ", "nmae: ")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("chuxin.command.console.colourful", lambda: False)
    assert "\x1b[" not in run("check")[1]
    monkeypatch.undo()
    monkeypatch.chdir(world)
    assert "\x1b[" not in run("check")[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "nowhere"], "档案文件夹 不对：没有文件夹 “nowhere”。"),
        (["check", "data/people/zhang-san.yml"], "档案文件夹 不对：“data/people/zhang-san.yml” 不是文件夹。"),
        (["check", "--docs", "nowhere"], "--docs 不对：没有文件夹 “nowhere”。"),
        (["check", "--docs"], "--docs 后面还缺内容。"),
        (["check", "--strict=yes"], "--strict 后面不写内容。"),
        (["check", "--stict"], "没有 --stict 这个选项。您是否想写 --strict？"),
        (["check", "data", "more", "words"], "多写了 more words。"),
        (["check", "--format", "xml"], "--format 只能是 text、json、github。"),
        (["check", "--nope"], "没有 --nope 这个选项。"),
        (["check", "a", "b"], "没有文件夹 “a”。"),
        (["chek"], "没有 chek 这个命令，只有 check、explain、format、new。"),
        (["new"], "还缺种类，可以写 meetings（会议）、"),
        (["new", "people", "张", "三"], "多写了 张 三。"),
        (["new", "people", "--name"], "--name 后面还缺内容。"),
        (["new", "people", "--nmae", "张三"], "没有 --nmae 这个选项。您是否想写 --name？"),
        (["new", "people", "--archive", "nowhere"], "--archive 不对：没有文件夹 “nowhere”。"),
        (["new", "robots"], "种类只能是"),
        (["explain", "E999"], "没有 E999 这个代号。"),
    ],
)
def test_misuse_ends_with_two_and_a_chinese_sentence(world, run, arguments, sentence):
    code, shown, complaint = run(*arguments)
    assert code == 2 and shown == ""
    assert sentence in complaint and "--help 看用法" in complaint
    assert not re.search(r"[A-Z][a-z]+ [a-z]+", complaint)


@pytest.mark.parametrize("command", [[], ["check"], ["explain"], ["format"], ["new"]])
def test_help_is_in_chinese(world, run, command):
    code, shown, _ = run(*command, "--help")
    assert code == 0 and shown.startswith("用法：chuxin")
    assert not re.search(r"Usage|Options|Commands|Show this|Error", shown)


def test_format_puts_in_order_and_says_what(world, run):
    assert run("format", "--check") == (0, "排版都已整理好。\n", "")
    change(world / PERSON, "name: 张三\nsort: zhang san\n", "sort:   zhang san # 拼音\nname: 张三\n")
    before = (world / PERSON).read_text(encoding="utf-8")
    code, shown, _ = run("format", "--check")
    assert code == 1 and PERSON in shown and (world / PERSON).read_text(encoding="utf-8") == before
    assert run("format") == (0, f"已整理：{PERSON}\n", "")
    assert "name: 张三\nsort: zhang san # 拼音\n" in (world / PERSON).read_text(encoding="utf-8")
    assert run("format", "--check")[0] == 0


def test_format_leaves_what_it_cannot_read(world, run):
    change(world / PERSON, "name: ", "name：")
    before = (world / PERSON).read_bytes()
    code, shown, _ = run("format")
    assert code == 1 and "E112" in shown and "有错误的文件没有改动" in shown
    assert (world / PERSON).read_bytes() == before


def test_the_console_script_is_the_module(world):
    script = Path(sys.executable).parent / "chuxin"
    for command in ([str(script)], [sys.executable, "-m", "chuxin"]):
        done = subprocess.run([*command, "check"], capture_output=True, text=True, cwd=world)
        assert (done.returncode, done.stdout) == (0, "没有发现错误。\n"), done.stderr


def test_checking_loads_nothing_that_makes_pages() -> None:
    program = """
import sys
from chuxin.command.commands import main
try:
    main(["check", "data", "--docs", "docs"])
except SystemExit as end:
    assert not end.code
rooms = ("chuxin.pages", "chuxin.search")
print([name for name in sys.modules if name.startswith(rooms) or name in ("jinja2", "segno", "numpy", "mkdocs")])
"""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "[]"
