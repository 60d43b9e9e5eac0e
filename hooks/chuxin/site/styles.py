"""The pages' style sheet: one file for browsers, a folder of files for those who write it."""

from __future__ import annotations

import re
from pathlib import Path

STYLE_SHEET = "assets/stylesheets/site.css"
_IMPORT = re.compile(r'^@import "(.+)";$', re.MULTILINE)
_DARK = "dark.css"


def joined(folder: Path) -> str:
    """Return `site.css` of a folder, with the files that it imports in the places of its imports.

    The dark colours are added a second time, for devices that ask for them. Raises OSError where a file is missing.
    """
    sheet = (folder / "site.css").read_text(encoding="utf-8")
    return _IMPORT.sub(lambda imported: _part(folder / imported[1]), sheet)


def _part(file: Path) -> str:
    rules = file.read_text(encoding="utf-8")
    return rules + _for_dark_devices(rules) if file.name == _DARK else rules


def _for_dark_devices(rules: str) -> str:
    """Return rules for a chosen dark mode as rules for a device that asks for one, where nobody chose a mode."""
    unchosen = rules.replace('[data-mode="dark"]', ":not([data-mode])")
    return f"\n@media (prefers-color-scheme: dark) {{\n{unchosen}}}\n"
