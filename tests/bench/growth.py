"""How the cost of hostile texts grows: each is tried at a size and at twice that size.

Twice the text may take twice the time and a little more (`MOST`); what grows with the square takes four times as long.
`RECORDS` in `hostile.py`, `PAGES` in `hostile_pages.py` and `REPORTS` in `hostile_reports.py` are tables of such texts,
and so may others be: a name, and what makes the text of a size.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
# So much longer may twice the text take.
MOST = 2.3
# What takes less than this is measured too badly to be compared, and is no trouble to anybody.
LEAST = 0.2
# So often each is measured; the fastest counts, as the others were disturbed.
_TIMES = 3


@dataclass(frozen=True)
class Growth:
    """The seconds that a text took of a size, and of twice that size."""

    name: str
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """How many times as long the double text took; 0 when that was over too soon to tell."""
        return self.twice / max(self.once, LEAST / 2) if self.twice >= LEAST else 0.0


def repeated(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return what makes a text of a size: a unit again and again, with something before and after."""
    return lambda size: before + unit * ((size - len(before) - len(after)) // len(unit)) + after


def growths(table: Mapping[str, Callable[[int], T]], step: Callable[[T], object], size: int) -> Iterator[Growth]:
    """Yield how the time of a step grows for every text of a table, from `size` characters to twice as many."""
    for name, make in table.items():
        yield Growth(name, _seconds(step, make(size)), _seconds(step, make(2 * size)))


def worst(found: Iterable[Growth], shown: int = 5) -> str:
    """Return a Markdown table of the slowest texts, and of those that grow more than they may."""
    ordered = sorted(found, key=lambda one: -one.twice)
    rows = [*ordered[:shown], *(one for one in ordered[shown:] if one.ratio > MOST)]
    lines = [f"| {one.name} | {one.once:.2f} | {one.twice:.2f} | {one.ratio:.1f} |" for one in rows]
    return "\n".join(["| the slowest | n (s) | 2n (s) | ratio |", "| --- | ---: | ---: | ---: |", *lines])


def _seconds(step: Callable[[T], object], made: T) -> float:
    """Return how much of the processor's time a step takes: on a busy machine, too."""
    times = []
    for _ in range(_TIMES):
        gc.collect()
        start = time.process_time()
        step(made)
        times.append(time.process_time() - start)
        if times[-1] > 10:
            break
    return min(times)
