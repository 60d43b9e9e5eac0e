"""Hostile records: texts that cost too much when anything in the program grows with the square of its input.

`python -m bench.hostile [NAME]` measures all of them, or those whose name has a word in it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from chuxin.reports import FORMATS
from chuxin.site import read_and_check
from chuxin.source import MAX_CHARACTERS
from chuxin.views.report import report_view

from .growth import MOST, Growth, growths, repeated, worst

SIZE = MAX_CHARACTERS // 2 - 100
Files = Mapping[str, str]


def record(kind: str, text: Callable[[int], str]) -> Callable[[int], Files]:
    """Return what makes an archive of one record."""
    return lambda size: {f"{kind}/a.yml": text(size)}


def check(files: Files) -> None:
    """Do all that `chuxin check` and the preview do with an archive: read, check, report in every format."""
    with tempfile.TemporaryDirectory(prefix="chuxin-hostile-") as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        problems = read_and_check(Path(folder), Path(folder, "docs")).problems
    for form in FORMATS.values():
        form(problems)
    report_view(problems)


_NOTE = "id: a\nname: 甲\nsort: jia\nnote: "
RECORDS: dict[str, Callable[[int], Files]] = {
    "half-width commas in Chinese": record("people", repeated("中,", _NOTE)),
    "full-width dashes on a line": record("people", repeated("－ ", _NOTE)),
    "opened book titles, then #": record("people", repeated("《", _NOTE, " #\n")),
    "dashes in a block text": record("people", repeated("- ", _NOTE + "|-\n  ")),
    "half a link": record("people", repeated("](", _NOTE)),
}


def measured(word: str = "", size: int = SIZE) -> list[Growth]:
    """Return how the cost of each hostile record grows."""
    return list(growths({name: make for name, make in RECORDS.items() if word in name}, check, size))


if __name__ == "__main__":
    found = measured(*sys.argv[1:2])
    print(worst(found, shown=len(found)))
    sys.exit(any(one.ratio > MOST for one in found))
