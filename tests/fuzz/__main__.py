"""Try records at random: `PYTHONPATH=hooks:tests python -m fuzz COUNT [SEED]`, on one core. Exits with 1 if one fails.

Besides what `oracle.py` asserts of each, no record may take more than `LONGEST` seconds of the processor.
"""

from __future__ import annotations

import sys
import time
import traceback
from random import Random

from . import oracle
from .records import example

LONGEST = 2.0
# So many failures are shown before it is given up.
_SHOWN = 20


def main(count: int, seed: int = 1) -> int:
    """Try `count` records; print every failure with the seed that makes it again, and the rate."""
    start, slowest, failed, clean = time.monotonic(), 0.0, 0, 0
    for number in range(count):
        kind, text = example(Random(f"{seed}:{number}"))
        began = time.process_time()
        try:
            file = oracle.assert_exact(kind, text)
            oracle.assert_checks(kind, file)
            clean += file.record is not None
        except Exception:
            failed += 1
            print(f"--- seed {seed}:{number}, {kind}\n{text!r}\n{traceback.format_exc()}", flush=True)
        taken = time.process_time() - began
        slowest = max(slowest, taken)
        if taken > LONGEST:
            failed += 1
            print(f"--- seed {seed}:{number}, {kind}: {taken:.1f} s\n{text!r}", flush=True)
        if failed >= _SHOWN:
            break
    seconds = time.monotonic() - start
    print(
        f"{number + 1} records, {clean} of them clean, {failed} failures, slowest {slowest * 1000:.0f} ms, "
        f"{(number + 1) / seconds:.0f} a second"
    )
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
