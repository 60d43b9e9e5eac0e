"""The command `chuxin`: what editors and the continuous integration run. Its wording stands beside it.

Exit codes: 0 clean, 1 problems, 2 misuse or broken off, 3 a fault of the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.exceptions import BadArgumentUsage

from ..editing.handbook import codes
from ..editing.layout.archive import format_archive
from ..problems.problems import display_path, errors
from ..problems.reports import FORMATS, text
from ..problems.terminal import say
from ..records.wording import did_you_mean
from ..site.checking import read_and_check
from . import console
from .new import new

_archive = click.argument("archive", type=console.Folder(), default="data", metavar="[档案文件夹]")


@click.group(cls=console.Group, options_metavar="", subcommand_metavar="命令 …")
def chuxin() -> None:
    """检查和编写“初心·高兴”的记录。"""


@chuxin.command(options_metavar="[选项]")
@_archive
@click.option(
    "--docs", type=console.Folder(), metavar="文件夹", help="页面所在的文件夹；不写就用档案里的 docs，或者 docs。"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="给人看、给程序读，或标在 GitHub 的改动上。",
)
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
def check(archive: Path, docs: Path | None, form: str, strict: bool) -> None:
    """检查全部记录和页面，一次列出所有问题。"""
    problems = read_and_check(archive, docs or _docs_of(archive)).problems
    say(text(problems, colour=console.colourful()) if form == "text" else FORMATS[form](problems))
    sys.exit(bool(problems if strict else errors(problems)))


@chuxin.command("format", options_metavar="[选项]")
@_archive
@click.option("--check", "only_check", is_flag=True, help="只检查，不改动文件；有没整理过的就不通过。")
def format_(archive: Path, only_check: bool) -> None:
    """整理全部记录的排版：字段的次序、缩进和空行。内容和说明都不变。"""
    files, problems = format_archive(archive, write=not only_check)
    for file in files:
        say(f"{'没有整理过' if only_check else '已整理'}：{display_path(file)}")
    if problems:
        say(f"有错误的文件没有改动：\n{text(problems, colour=console.colourful())}")
    if not files and not problems:
        say("排版都已整理好。")
    if files and only_check:
        say("运行 make format 就会整理好。")
    sys.exit(bool(problems or (files and only_check)))


@chuxin.command(options_metavar="")
@click.argument("code", required=False, metavar="[代号]")
def explain(code: str | None) -> None:
    """说明一个代号（例如 E112）是什么意思；不写代号就列出全部。"""
    if code is None:
        say(codes.listed())
    elif known := codes.named(code):
        say(codes.explained(known).removesuffix("\n"))
    else:
        near = codes.near(code)
        raise BadArgumentUsage(f"没有 {code} 这个代号。{did_you_mean(*near) if near else ''}")


chuxin.add_command(new)


def _docs_of(archive: Path) -> Path:
    """Return the folder of the hand-written pages that belong to an archive."""
    own = archive / "docs"
    return own if own.is_dir() else Path("docs")


def main(arguments: list[str] | None = None) -> None:
    """Run the command with the arguments given, or with those of the process."""
    console.run(chuxin, "chuxin", arguments)
