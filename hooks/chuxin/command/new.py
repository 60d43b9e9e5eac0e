"""`chuxin new`: asks for the few things that a record needs, or takes them as options, and writes its draft."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ..archive.loading import load
from ..editing.drafts.dialogue import OPTIONS, Dialogue, is_list, misuse, name_field, refuse
from ..editing.drafts.drafts import draft, path_of, write
from ..editing.reports.drafting import report_draft
from ..editing.reports.finding import Found, find
from ..editing.reports.reading import Sentence, Unreadable, read_report
from ..editing.saving import why
from ..problems.problems import display_path
from ..problems.terminal import printable, say
from ..records.kinds import KIND_NAMES, KINDS
from ..records.meetings import Meeting
from ..records.organizations import Organization
from .console import Command, Folder

F = TypeVar("F", bound=Callable[..., None])
*_OTHERS, _LAST = (f"{kind}（{KIND_NAMES[kind]}）" for kind in KINDS)
_HELP = f"""新建一份记录：问几个问题，写好一份可以接着填的草稿。

种类是 {"、".join(_OTHERS)}或 {_LAST}，写英文、写中文都可以。
"""


def _asks() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _option(name: str, metavar: str, explanation: str) -> Callable[[F], F]:
    return click.option(f"--{name}", name, multiple=True, metavar=metavar, help=explanation)


@click.command(cls=Command, options_metavar="[选项]", short_help="新建一份记录。", help=_HELP)
@click.argument("kind", metavar="种类", default="")
@click.option(
    "--archive",
    type=Folder(),
    default="data",
    metavar="文件夹",
    help="档案所在的文件夹；不写就用 data。",
)
@_option("name", "名称", "名称、姓名、题目或标题；会议的名称可以写几次。")
@_option("sort", "拼音", "人物排序用的拼音；不写就由程序注音。")
@_option("type", "种类", "成果、清单、品牌、来源的种类，或者单位的类别。")
@_option("classification", "类别", "单位的类别，与 --type 是一回事。")
@_option("date", "日期", "会议召开、成果完成或者来源发布的日期。")
@_option("author", "编号", "成果的作者；可以写几次。")
@_option("summary", "文字", "成果的内容，或者单位、清单、品牌的简介。")
@_option("source", "编号", "依据的来源；可以写几次。")
@_option("id", "编号", "记录的编号；不写就由程序用拼音拟一个。")
@click.option("--from", "report", metavar="文件", help="会议的报道：从这个文本文件起草，找到的都引出原句，供您核对。")
@click.option("--namesake", is_flag=True, help="已有同名的记录，仍然新建。")
def new(kind: str, archive: Path, report: str | None, namesake: bool, **options: tuple[str, ...]) -> None:
    """Ask for a record's few fields, and write its draft."""
    kind = _kind(kind)
    given, used = _given(kind, options)
    sentences = _sentences(kind, report)
    dialogue = Dialogue(kind, load(archive)[0], _asks(), options=used)
    names = dialogue.fields(given)
    dialogue.refuse_too_early(names)
    if dialogue.asks:
        say(f"新建{KIND_NAMES[kind]}。方括号里是建议，直接按回车就用它；按 Ctrl-C 放弃，什么也不写。")
    found = find(sentences, dialogue.directory.names, _bodies(dialogue)) if sentences else None
    if found:
        given = {**_said_in(found, dialogue, given), **given}
    for name in names:
        dialogue.answer(name, given.get(name, ()))
        # Meetings have the same name every year: it takes the date to know one.
        if name == ("date" if kind == "meetings" else name_field(kind)):
            dialogue.tell_apart(namesake)
    dialogue.answer("id", given.get("id", ()))
    _write(archive, kind, dialogue.answers, found)
    if found:
        left = f"；另有 {len(found.left)} 句没有放进去，列在文件末尾" if found.left else ""
        say(f"从报道里放进去 {len(found.taken)} 处，都要核对{left}。")


def _sentences(kind: str, report: str | None) -> list[Sentence]:
    """Return the sentences of a report, if one was given. Misuse: what cannot be read, or is for another kind."""
    if report is None:
        return []
    if kind != Meeting.folder:
        misuse(f"--from 只用于会议：{KIND_NAMES[kind]}不能从报道起草。")
    try:
        return read_report(Path(report))
    except Unreadable as reason:
        misuse(f"--from 不对：{reason}。")


def _bodies(dialogue: Dialogue) -> set[str]:
    return {key for key, unit in dialogue.loaded.of(Organization).items() if unit.is_body}


def _said_in(found: Found, dialogue: Dialogue, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what a report says of what has to be answered; say so when it leaves the year open."""
    said = {name: tuple(one.value for one in found.values(name)) for name in ("names", "date")}
    if not said["date"] and "date" not in given:
        only = f"只写了 {found.heading.day}，没有写年份" if found.heading.day else "没有写清楚是哪一天开会"
        if not dialogue.asks:
            misuse(f"还缺 --date（召开日期）：报道{only}。")
        say(printable(f"　报道{only}。"))
    return {name: values for name, values in said.items() if values}


def _kind(word: str) -> str:
    kinds = {name: kind for kind in KINDS for name in (kind, KIND_NAMES[kind])}
    if word not in kinds:
        shown = "、".join(f"{kind}（{KIND_NAMES[kind]}）" for kind in KINDS)
        misuse(f"没有 “{word}” 这种记录，种类只能是 {shown}。" if word else f"还缺种类，可以写 {shown}。")
    return kinds[word]


def _given(kind: str, options: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return what the options say, by field, and by which option each field was given.

    Misuse: what the kind has no field for, or two values for one.
    """
    given: dict[str, tuple[str, ...]] = {}
    used: dict[str, str] = {}
    for option, values in options.items():
        name = next((one for one in OPTIONS[option] if one in KINDS[kind].model_fields), None)
        if not values:
            continue
        if name is None:
            misuse(f"{KIND_NAMES[kind]}没有 --{option} 这一项。")
        if name in given:
            misuse(f"--{used[name]} 和 --{option} 是一回事，只写一个。")
        if len(values) > 1 and not is_list(KINDS[kind], name):
            misuse(f"--{option} 只能写一次。")
        given[name], used[name] = values, option
    return given, used


def _write(archive: Path, kind: str, answers: Mapping[str, Any], found: Found | None) -> None:
    is_first = not (archive / kind).exists()
    try:
        path = path_of(archive, kind, answers["id"])
        write(path, report_draft(found, answers) if found else draft(kind, answers))
    except FileExistsError:
        refuse("没有写：已经有这个文件。")
    except OSError as error:
        refuse(f"没有写成：{'，'.join(why(error))}。")
    except ValueError as error:
        refuse(f"没有写：{error}。")
    say(f"已写好 {display_path(path)}")
    if is_first:
        say(f"档案里原来没有文件夹 {kind}，一并建好了。")
    where = "" if display_path(archive) == "data" else f" ARCHIVE={display_path(archive)}"
    say(f"下一步：打开这个文件，按里面的说明填写，再运行 make check{where}")
