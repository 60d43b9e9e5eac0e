"""What every code of a report means: the command `chuxin explain`, and the page 错误和警告 of the handbook.

The texts are data: `explanations/*.yml`, one file per family of codes. An example is a mapping from files to their
texts, laid over a small sound archive; in brackets behind a file's path stands how it is made (tests/cases.py makes
them, and tests/editing/handbook/test_codes.py tries every example out).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...archive.loading import read_record
from ...problems.problems import Problem, Span
from ...problems.reports import severity, text
from ...problems.typed import SourceText
from ...prose.extensions import slug
from ...reading.parsing import parse
from ...records.kinds import KINDS
from ...words.folding import fold
from ...words.guesses import nearest

_FOLDER = Path(__file__).parent / "explanations"
# The families in the order of the page: the file's name, what the family is called, and what it is about.
_FAMILIES = {
    "files": ("文件", "文件放在哪里，叫什么，怎样保存。"),
    "yaml": ("YAML 的写法", "冒号、空格、引号、缩进这些符号用得不对，整行或者整份记录就读不出来。"),
    "fields": ("字段和内容", "文件读得出来，但少了字段，多了字段，或者内容的写法不对。"),
    "archive": ("记录之间", "每份记录单独看都没有错，放在一起却合不上。"),
    "pages": ("页面", "`docs/` 里的页面和动态。"),
    "settings": ("档案的设置", "`data/archive.yml` 里写的联系方式和类别。"),
    "style": ("中文的写法", "标点、空格和字形。这些都是警告，网站照样生成。"),
    "layout": ("整理", "运行 `make format` 时，有些文件程序不动。"),
    "program": ("程序和报告", "程序或者机器出了错，或者问题太多、没有全部列出。"),
}
_HEAD = """\
---
title: 错误和警告
description: 检查时报出的每个代号是什么意思，错在哪里，怎样改。
---

这一页由程序生成，说明检查时可能报出的每一处问题。检查的结果是这样的：

~~~text
{report}
~~~

第一行依次是文件、第几行、第几列、**代号**（方括号里）和问题。下面是您写的那一行，`^` 指着出错的地方，它的后面是怎样改。

- 代号以 **E** 开头的是**错误**。有错误，网站就不能生成，原来的网站不受影响。
- 代号以 **W** 开头的是**警告**。多半是写错了，但程序不能肯定；网站照样生成。看过没有错，可以不改。

在电脑上运行 `.venv/bin/chuxin explain {code}`，看到的说明与这一页相同；不写代号，就列出全部代号。
"""
_SAMPLE = "E112"
# What cannot be seen, as it is shown instead, and what is said of it. The same escapes are in tests/cases.py.
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|t|\\)")
_VISIBLE = {"\\t": ("→", "制表符"), "\\u3000": ("□", "全角空格"), "\\xa0": ("␣", "不换行的空格")}
_UNSEEN = ("▯", "看不见的字符")

Example = Mapping[str, str]


@dataclass(frozen=True)
class Explanation:
    """What a code means. An example maps the headings of files to their texts; `also` are further wrong ones.

    What no text of a file brings out has no examples: that a file was not rewritten, and what is said of the program.
    """

    code: str
    title: str
    meaning: str
    mend: str
    wrong: Example | None = None
    right: Example | None = None
    also: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        """The code with its title, the heading on the page."""
        return f"{self.code} {self.title}"


@cache
def families() -> dict[str, dict[str, Explanation]]:
    """Return the explanations of every family by their code."""
    return {name: dict(_read(_FOLDER / f"{name}.yml")) for name in _FAMILIES}


def explanations() -> dict[str, Explanation]:
    """Return every explanation by its code."""
    return {code: one for family in families().values() for code, one in family.items()}


def anchor(code: str) -> str:
    """Return the place of a code on the page of the handbook, as the page's headings get it."""
    return slug(explanations()[code].name, "-")


def named(written: str) -> str | None:
    """Return the code that was written, also in small or full-width letters or in brackets; None for no code."""
    code = _plain(written).upper()
    return code if code in explanations() else None


def near(written: str) -> list[str]:
    """Return the codes that may be meant by one that there is not, the likeliest first."""
    return [code.upper() for code in nearest(_plain(written), map(str.lower, explanations()))]


def listed() -> str:
    """Return all codes with their titles, for the terminal."""
    lines = [
        line
        for name, family in families().items()
        for line in ("", f"{_FAMILIES[name][0]}：", *(f"  {one.code}  {one.title}" for one in family.values()))
    ]
    return "\n".join(lines[1:])


def explained(code: str) -> str:
    """Return what a code means, for the terminal."""
    one = explanations()[code]
    parts = [f"{severity(Problem(Span(''), code, ''))}[{one.code}] {one.title}"]
    for part in _parts(one):
        words = re.sub(r"`|\*\*", "", part.text)
        parts.append(textwrap.indent(part.text, "    ") if part.language else words)
    return "\n\n".join(parts) + "\n"


def codes_page() -> str:
    """Return the page of the handbook in Markdown."""
    parts = [_HEAD.format(report=_report_of(explanations()[_SAMPLE]), code=_SAMPLE)]
    for name, family in families().items():
        title, about = _FAMILIES[name]
        links = "\n".join(f"- [{one.name}](#{anchor(one.code)})" for one in family.values())
        parts += [f"## {title}", about, links]
        for one in family.values():
            parts += [f"### {one.name}", *map(_in_markdown, _parts(one))]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _plain(written: str) -> str:
    return fold(written).strip("[]【】 ")


def _read(path: Path) -> Iterator[tuple[str, Explanation]]:
    data, problems = parse(SourceText(path.name, path.read_text(encoding="utf-8")))
    if problems or not isinstance(data, dict):
        raise ValueError(f"{path}: {problems}")
    # A test holds that the texts have this form.
    texts: dict[str, Any] = data
    for code, fields in texts.items():
        title, meaning, mend = (fields[name] for name in ("title", "meaning", "mend"))
        wrong, right = (_example(fields[name]) if name in fields else None for name in ("wrong", "right"))
        yield code, Explanation(code, title, meaning, mend, wrong, right, tuple(map(_example, fields.get("also", ()))))


def _example(files: Mapping[str, str | None]) -> Example:
    return {heading: written or "" for heading, written in files.items()}


@dataclass(frozen=True)
class _Part:
    """A paragraph in Markdown, or an example in its language."""

    text: str
    language: str = ""


def _parts(one: Explanation) -> Iterator[_Part]:
    """Yield what is said of a code: what it means, a wrong and a right example, how to mend it, more wrong ones."""
    yield _Part(one.meaning)
    yield from _example_parts("错误的例子", one.wrong)
    yield from _example_parts("正确的例子", one.right)
    yield _Part(f"**怎样改**：{one.mend}")
    for example in one.also:
        yield from _example_parts("又一个错误的例子", example)


def _example_parts(title: str, example: Example | None) -> Iterator[_Part]:
    """Yield a line that names each file of an example and tells how it is made, and its text."""
    for index, (heading, typed) in enumerate((example or {}).items()):
        path, _, how = heading.partition(" ")
        written, signs = _made_visible(typed) if how == "(escaped)" else (typed, [])
        notes = "；".join([*filter(None, [_made(path, how.strip("()"))]), *signs])
        before = "还有" if index else f"**{title}**："
        yield _Part(f"{before}`{path}`{f'，{notes}' if notes else ''}")
        if written.strip():
            yield _Part(written.strip("\n").rstrip(" "), "markdown" if path.endswith(".md") else "yaml")


def _made(path: str, how: str) -> str:
    """Return how a file is made, in the words of an editor; nothing when it is just written."""
    if how == "picture":
        return "一张 PNG 图片"
    if how == "missing":
        return "没有这个文件夹"
    if path.endswith("/"):
        return "是一个文件夹"
    word, _, rest = how.partition(" ")
    if word == "times":
        return f"下面的字重复 {int(rest):,} 遍"
    if word == "link":
        return f"是一个链接，指向 `{rest}`"
    return "" if how in ("", "escaped") else f"存成 {how.upper()} 编码"


def _made_visible(escaped: str) -> tuple[str, list[str]]:
    """Return a text with visible signs in place of its escapes, and what they stand for."""
    found = list(dict.fromkeys(_VISIBLE.get(one, _UNSEEN) for one in _ESCAPE.findall(escaped)))
    written = _ESCAPE.sub(lambda match: _VISIBLE.get(match[0], _UNSEEN)[0], escaped)
    return written, [f"{sign} 表示{name}" for sign, name in found]


def _in_markdown(part: _Part) -> str:
    """Return a part for the page. Fences of ``` are for records that are right: a test loads those."""
    return f"~~~{part.language}\n{part.text}\n~~~" if part.language else part.text


def _report_of(one: Explanation) -> str:
    """Return the report of an example that is one record."""
    ((path, written),) = (one.wrong or {}).items()
    return text(read_record(SourceText(path, written), KINDS[path.split("/")[1]]).problems)
