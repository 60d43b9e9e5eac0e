"""Print what the project takes for archives of several sizes: `make bench`, `make bench SIZES="100 1000"`."""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import growth, hostile, hostile_pages, hostile_reports
from .lighthouse import lighthouse
from .measures import MEASURES, Context
from .suggestions import RATES

SIZES = (100, 1_000, 10_000)


def machine() -> str:
    """Return what the numbers depend on: the processor, how many cores it has, and the Python."""
    try:
        names = re.findall(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        names = []
    name = names[0].strip() if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def measure(size: int) -> list[str]:
    """Return the cells of one size, in the order of the measures."""
    with tempfile.TemporaryDirectory(prefix="chuxin-bench-") as folder:
        context = Context(size, Path(folder).resolve())
        return [_number(one.function(context)) for one in MEASURES]


def table(sizes: Sequence[int]) -> str:
    """Return a Markdown table with a row for each measure and a column for each size."""
    columns = [measure(size) for size in sizes]
    names = [f"{one.name} ({one.unit})" if one.unit else one.name for one in MEASURES]
    rows = [
        ["", *(f"{size:,}" for size in sizes)],
        *([name, *cells] for name, *cells in zip(names, *columns, strict=True)),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        f"| {row[0]:<{widths[0]}} | "
        + " | ".join(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        + " |"
        for row in rows
    ]
    rule = f"| {'-' * widths[0]} | " + " | ".join(f"{'-' * (width - 1)}:" for width in widths[1:]) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _number(value: float) -> str:
    """Return a number with three digits or more that count."""
    if isinstance(value, int) or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def main(arguments: Sequence[str]) -> None:
    """Measure archives of the sizes named; of the usual ones, guesses of misspelt words and hostile texts as well."""
    print(f"{machine()}\n", flush=True)
    print(table([int(argument) for argument in arguments] or SIZES), flush=True)
    for name, rate in RATES.items() if not arguments else ():
        print(f"\nFirst guesses that are right, {name} of the real records: {rate()}", flush=True)
    if not arguments:
        print(f"\nHostile records of {2 * hostile.SIZE:,} characters, and of half of that:\n", flush=True)
        print(growth.worst(hostile.measured()), flush=True)
        print(f"\nHostile pages of {2 * hostile_pages.SIZE:,} characters, and of half of that:\n", flush=True)
        print(growth.worst(hostile_pages.measured()), flush=True)
        print(f"\nHostile reports of {2 * hostile_reports.SIZE:,} characters, and of half of that:\n", flush=True)
        print(growth.worst(hostile_reports.measured()), flush=True)
    print(f"\n{lighthouse()}")


if __name__ == "__main__":
    main(sys.argv[1:])
