"""Check an archive without building the site: `python -m chuxin [DIR] [PAGES]`."""

from __future__ import annotations

import sys
from pathlib import Path

from .problems import report
from .site import read_site


def main(arguments: list[str]) -> int:
    """Print every problem of the archive; return 0 when there is none, 1 when there are, 2 on misuse."""
    if len(arguments) > 2:
        print("用法：python -m chuxin [档案文件夹] [页面文件夹]", file=sys.stderr)
        return 2
    data, docs = [*arguments, *("data", "docs")[len(arguments) :]]
    problems = read_site(Path(data), Path(docs))[1]
    print(report(problems) if problems else "没有发现错误。")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
