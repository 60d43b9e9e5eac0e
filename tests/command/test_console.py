"""How the command ends whatever its outputs are: in a process of its own, with the world's outputs taken from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cases import WORLD
from chuxin.command import console

PERSON = "data/people/zhang-san.yml"
CHUXIN = f"{sys.executable} -m chuxin"


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """An archive with a mistake that no Chinese terminal of old can show, and a file to be put into order."""
    shutil.copytree(WORLD, tmp_path, dirs_exist_ok=True)
    person = tmp_path / PERSON
    person.write_text(person.read_text("utf-8").replace("name: ", "name：😀"), encoding="utf-8")
    brand = tmp_path / "data/brands/shili-pinpai.yml"
    brand.write_text(brand.read_text("utf-8").replace("name: ", "name:   "), encoding="utf-8")
    return tmp_path


def run(world: Path, line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell, which is Bash for its `pipefail`."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=world,
        env={**os.environ, **environment},
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )


def is_clean(done: subprocess.CompletedProcess[bytes]) -> bool:
    return not any(sign in done.stdout + done.stderr for sign in (b"Traceback", b"Exception", b"Error:", b"Errno"))


@pytest.mark.parametrize(
    ("command", "code", "environment", "encoding"),
    [
        ("check", 1, {"PYTHONIOENCODING": "gbk"}, "gbk"),
        ("format --check", 1, {"PYTHONIOENCODING": "ascii"}, "utf-8"),
        ("nope", 2, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
    ],
)
def test_any_encoding(world, command, code, environment, encoding):
    done = run(world, f"{CHUXIN} {command}", **environment)
    assert is_clean(done)
    assert done.returncode == code
    shown = (done.stdout + done.stderr).decode(encoding)
    assert not command.startswith("check") or "\\ud83d\\ude00" in shown


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check >&-", 1),
        ("format >&- 2>&-", 1),
        ("new people <&- >&- 2>&-", 2),
        ("explain | true", 0),
        ("nope 2>&1 | true", 2),
        ("nope 2>/dev/full", 2),
    ],
)
def test_outputs_that_nobody_reads(world, command, code):
    done = run(world, f"{CHUXIN} {command}")
    assert is_clean(done)
    assert done.returncode == code


@pytest.mark.parametrize("command", ["check", "--help"])
def test_an_output_that_takes_no_more(world, command):
    done = run(world, f"{CHUXIN} {command} >/dev/full")
    assert is_clean(done)
    assert done.returncode == 2
    assert "结果写不出来" in done.stderr.decode()


def test_the_first_line_of_a_long_report_is_enough(world):
    person = world / PERSON
    person.write_text(person.read_text("utf-8") + "x：1\n" * 3000, encoding="utf-8")
    done = run(world, f"{CHUXIN} check | head -1")
    assert is_clean(done) and done.stderr == b""
    assert done.returncode == 1
    assert done.stdout.decode().startswith(PERSON)


NASTY = "a\n::error::b\x1b[2J\u202e.yml"


@pytest.mark.parametrize("command", ["format --check", "check --format github", "check --format json", "check"])
def test_the_name_of_a_file_writes_no_line_of_its_own(world, command):
    (world / "data/people" / NASTY).write_text("id:   a\n", encoding="utf-8")
    done = run(world, f"{CHUXIN} {command}")
    shown = done.stdout.decode()
    assert done.returncode == 1
    assert "\x1b" not in shown and "\u202e" not in shown
    assert not any(line.startswith("::error::") for line in shown.split("\n"))


def fails(*_: object) -> None:
    raise RuntimeError("nobody foresaw this")


def test_a_fault_of_the_program_is_told_in_chinese(world, monkeypatch, capsys):
    monkeypatch.chdir(world)
    monkeypatch.delenv("CHUXIN_TRACEBACK", raising=False)
    monkeypatch.setattr("chuxin.command.commands.read_and_check", fails)
    from chuxin.command.commands import main

    with pytest.raises(SystemExit) as stopped:
        main(["check", "data"])
    assert stopped.value.code == console.FAULT
    shown = capsys.readouterr().err
    assert shown.startswith("chuxin check data:1:1: 错误[E134] 程序出错了") and "RuntimeError" in shown
    assert "Traceback" not in shown
    monkeypatch.setenv("CHUXIN_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        main(["check", "data"])
