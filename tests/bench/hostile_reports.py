"""Hostile reports of meetings: what costs too much when a rule looks at the same words again and again.

`python -m bench.hostile_reports [WORD] [SIZE]` measures all of them, or those whose name has a word in it.
"""

from __future__ import annotations

import sys

from chuxin.editing.reports.drafting import report_draft
from chuxin.editing.reports.finding import find
from chuxin.editing.reports.reading import MAX_CHARACTERS, sentences
from reports import BODIES, NAMES

from .growth import MOST, Growth, growths, repeated, worst

# A tenth of what a report may have: time enough to tell a line from a square.
SIZE = MAX_CHARACTERS // 10
UNITS = (
    *"就“《。发在第为#1",
    "主任、",
    "白塔医院、",
    "孟青禾、",
    "青藤街道召开",
    "孟青禾说一句。",
    "白塔医院揭牌。\n",
    "《公约》",
    "一百",
    "5月20日",
)
# A rule looks at what stands before its verb.
ENDS = ("。", "参加会议。", "主持会议。", "召开共建推进会议。", "通过《公约》。")

REPORTS = {f"{unit!r} before {end!r}": repeated(unit, after=end) for unit in UNITS for end in ENDS}


def check(text: str) -> None:
    """Do all that is done with a report: divide it, look for facts, write the draft."""
    found = find(sentences(text), NAMES, BODIES)
    report_draft(found, {"id": "a", "names": ["甲"], "date": "2033", "sources": ["report"]})


def measured(word: str = "", size: int = SIZE) -> list[Growth]:
    """Return how the cost of each hostile report grows."""
    return list(growths({name: make for name, make in REPORTS.items() if word in name}, check, size))


if __name__ == "__main__":
    found = measured(*sys.argv[1:2], *map(int, sys.argv[2:3]))
    print(worst(found, shown=len(found)))
    sys.exit(any(one.ratio > MOST for one in found))
