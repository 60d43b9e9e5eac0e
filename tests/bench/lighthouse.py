"""Lighthouse's scores of the real site, as a phone would see it: needs what `make bench` sets up from npm."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import browser as chromium
from serving import served
from sites import DATA, DOCS, ROOT, build

COMMAND = ROOT / ".venv" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "",
    "meeting": "meetings/2023-07-06/",
    "organization": "organizations/quyang-joint-conference/",
    "statement": "statements/2023-07-06-ge-tianren/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# What a reader waits for, in Lighthouse's model of a phone on slow 4G.
TIMES = {"first-contentful-paint": "text (s)", "largest-contentful-paint": "largest (s)"}


def lighthouse() -> str:
    """Return a Markdown table of the scores, 0 to 100, or a sentence that says why there is none."""
    if not COMMAND.exists():
        return "Lighthouse is not set up: there is no npm here."
    with tempfile.TemporaryDirectory(prefix="chuxin-bench-") as folder:
        result = build(Path(folder), DATA, DOCS)
        if result.returncode:
            raise RuntimeError(result.stdout + result.stderr)
        with served(Path(folder)) as address:
            rows = [(name, *_measured(address + route)) for name, route in PAGES.items()]
    head = ("Lighthouse, mobile", *CATEGORIES, *TIMES.values())
    lines = ["| " + " | ".join(row) + " |" for row in (head, ("---",) + ("--:",) * (len(head) - 1), *rows)]
    return "\n".join(lines)


def _measured(address: str) -> list[str]:
    command = [
        "node", str(COMMAND), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": str(chromium.find())}
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(result.stderr)
    report = json.loads(result.stdout)
    scores = [f"{100 * report['categories'][name]['score']:.0f}" for name in CATEGORIES]
    return scores + [f"{report['audits'][name]['numericValue'] / 1000:.1f}" for name in TIMES]
