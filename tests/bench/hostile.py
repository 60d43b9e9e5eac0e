"""Hostile records: texts that cost too much when anything in the program grows with the square of its input.

`python -m bench.hostile [WORD] [SIZE]` measures all of them, or those whose name has a word in it. With half of
`MAX_CHARACTERS` as the size, the second figure is that of the largest record there may be.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from chuxin.pages.report import report_view
from chuxin.problems.reports import FORMATS
from chuxin.problems.typed import MAX_CHARACTERS
from chuxin.site.checking import read_and_check

from .growth import MOST, Growth, growths, repeated, worst

# A tenth of what a record may have: time enough to tell a line from a square. Whole sizes take ten times as long.
SIZE = MAX_CHARACTERS // 20
Files = Mapping[str, str]


def record(kind: str, text: Callable[[int], str]) -> Callable[[int], Files]:
    """Return what makes an archive of one record."""
    return lambda size: {f"{kind}/a.yml": text(size)}


def check(files: Files) -> None:
    """Do all that `chuxin check` and the preview do with an archive: read, check, report in every format."""
    with tempfile.TemporaryDirectory(prefix="chuxin-hostile-") as folder:
        Path(folder, "docs").mkdir()
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        problems = read_and_check(Path(folder), Path(folder, "docs")).problems
    for form in FORMATS.values():
        form(problems)
    report_view(problems)


_PERSON = "id: a\nname: 甲\nsort: jia\nsources:\n  - s\n"
# Where something is repeated: the kind of the record, and what stands before.
PLACES = {
    "at the top": ("meetings", ""),
    "in a text": ("people", f"{_PERSON}note: 甲"),
    "in a text of several lines": ("people", f"{_PERSON}note: |-\n  甲"),
    "in a list": ("people", f"{_PERSON}other_names:\n  - "),
}
SIGNS = (
    "中,",
    "甲 ",
    "－ ",
    "- ",
    " #",
    "( #",
    "《",
    "“後",
    "](",
    "[a](b) ",
    "[",
    "{a: ",
    ": ",
    "中: ",
    "'",
    "\t",
    "\xa0",
    "\u200b",
    "&a ",
)
LINES = (
    "\n",
    "# a\n",
    "a\n",
    "a: b\n",
    "a:b\n",
    "a：b\n",
    "- a\n",
    "-a\n",
    "  - a: b\n",
    "\ta\n",
    "a: 'b\n",
    "中\n",
    "  - type: statment\n",
)


def _archive() -> dict[str, str]:
    return {"sources/s.yml": "id: s\nheadline: 题\ntype: 报道\n", "people/a.yml": _PERSON}


def _numbered(line: str, before: str = "", kind: str = "people") -> Callable[[int], Files]:
    """Return what makes a record of lines that are numbered, so that no two are the same."""
    return lambda size: {f"{kind}/a.yml": before + "".join(line.format(n) for n in range(size // (len(line) + 4)))}


def _unlike_names(size: int) -> Files:
    """Return units half of which have a name that is one character longer than another's."""
    rng, names = Random(1), []
    while len(names) < size // 90:
        name = "".join(rng.choices("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", k=40))
        names += [name, f"{name[:20]}增{name[20:]}"]
    record_of = "id: u{0}\nname: {1}\nclassification: 企业\nsources:\n  - s\n"
    return {f"organizations/u{n}.yml": record_of.format(n, name) for n, name in enumerate(names)}


def _statements(size: int) -> Files:
    item = "  - id: s{}\n    type: statement\n    speaker: a\n    form: 概述\n    text: 甲\n"
    head = "id: m\nnames:\n  - 会\ndate: 2023\nsources:\n  - s\nagenda:\n"
    return _archive() | {"meetings/m.yml": head + "".join(map(item.format, range(size // 80)))}


def _admitted_again(size: int) -> Files:
    """Return a decision that admits one unit to one body, again and again."""
    head = (
        "id: m\nnames:\n  - 会\ndate: 2023\nagenda:\n  - id: d\n    type: decision\n    motion: 案\n    result: 通过\n"
    )
    changes = "    admits:\n      - body: b\n        organizations:\n"
    return {"meetings/m.yml": head + changes + "          - u\n" * (size // 14)}


def _items(line: str) -> Callable[[int], Files]:
    """Return what makes a meeting with such an item again and again."""
    head = "id: m\nnames: [会]\ndate: 2023\nsources: [s]\nagenda:\n"
    body = {"organizations/b.yml": "id: b\nname: 会议\nclassification: 联席会议\nsources: [s]\n"}
    return lambda size: {
        **_archive(),
        **body,
        "meetings/m.yml": head + "".join(f"  - {{id: i{n}, {line}}}\n" for n in range(size // (len(line) + 14))),
    }


RECORDS: dict[str, Callable[[int], Files]] = {
    "offices taken": _items("type: appointment, manner: 其他, organization: b, office: 会长, holders: {people: [a]}"),
    "offices left": _items("type: appointment, manner: 卸任, organization: b, office: 会长, leaving: {people: [a]}"),
    "roles": _items("type: unveiling, thing: 甲, roles: [{role: 揭牌, others: [甲, 乙]}, {role: 见证, people: [a]}]"),
    "groups that spoke": _items("type: statement, part: 会前, group: 居民代表, form: 未见公开"),
    "units counted": _items("type: joining, body: b, count: 11, others: 12"),
    "amendments": _items("type: decision, motion: 甲, result: 通过, amendments: [{before: 甲乙, after: 乙甲}]"),
    "awards in fields that they have not": _items("type: award, award: 甲, organizations: [b]"),
    "types as reports call them": _items("type: 授牌"),
    "speakers who are a group": _items("type: statement, speaker: 居民代表, form: 未见公开"),
    **{
        f"{unit!r} {place}": record(kind, repeated(unit, before))
        for place, (kind, before) in PLACES.items()
        for unit in (*SIGNS, *LINES)
    },
    "book titles opened, then #": record("people", repeated("《", f"{_PERSON}note: ", " #\n")),
    "comments, then slips": record("people", repeated("# a\n", "", "a：b\nc：d\n")),
    "a name that pinyin divides in many ways": lambda size: {
        f"people/p{n}.yml": f"id: p{n}\nname: {'西安先' * 90}{n}\nsort: {'xianxian' * 37}\n" for n in range(size // 600)
    },
    "unknown fields without content": _numbered("x{}:\n", _PERSON),
    "unknown fields": _numbered("x{}: a\n", _PERSON),
    "misspelt fields": _numbered("nmae{}: a\n"),
    "sources that are not there": _numbered("  - x{}\n", "id: a\nname: 甲\nsort: jia\nsources:\n"),
    "names in place of ids": _numbered("  - 甲{}\n", "id: a\nname: 甲\nsort: jia\nsources:\n"),
    "names one character longer": _unlike_names,
    "statements in one meeting": _statements,
    "one unit admitted again and again": _admitted_again,
}


def measured(word: str = "", size: int = SIZE) -> list[Growth]:
    """Return how the cost of each hostile record grows."""
    return list(growths({name: make for name, make in RECORDS.items() if word in name}, check, size))


if __name__ == "__main__":
    found = measured(*sys.argv[1:2], *map(int, sys.argv[2:3]))
    print(worst(found, shown=len(found)))
    sys.exit(any(one.ratio > MOST for one in found))
