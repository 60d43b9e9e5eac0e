"""Build a site in a process that does nothing else: `python -m bench.building SITE ARCHIVE DOCS`, prints JSON.

The memory of child processes is known only as the highest of all so far, and counts what their parent held when it
started them. So the parent of the build is this small process, which has only this one child.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from sites import ROOT, build


@dataclass(frozen=True)
class Built:
    """How long a build took and how many bytes it held at its peak."""

    seconds: float
    memory: int


def measure_build(site: Path, archive: Path) -> Built:
    """Build the site of an archive, with its own pages, into an empty folder."""
    path = os.pathsep.join(str(ROOT / folder) for folder in ("hooks", "tests"))
    command = [sys.executable, "-m", "bench.building", str(site), str(archive), str(archive / "docs")]
    result = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(result.stdout + result.stderr)
    return Built(**json.loads(result.stdout))


def main(site: str, archive: str, docs: str) -> int:
    """Build, and print what it took; on failure what MkDocs said."""
    start = time.perf_counter()
    result = build(Path(site), Path(archive), Path(docs))
    seconds = time.perf_counter() - start
    if result.returncode:
        print(result.stdout + result.stderr, file=sys.stderr)
        return 1
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
