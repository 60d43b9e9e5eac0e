"""The records that the handbook and the README show."""

from __future__ import annotations

import re

from sites import DOCS, ROOT

FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


FILES = [*sorted((DOCS / "handbook").rglob("*.md")), ROOT / "README.md"]


EXAMPLES = [(file, text) for file in FILES for text in FENCE.findall(file.read_text(encoding="utf-8"))]
