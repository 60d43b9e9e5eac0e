"""The pages' style sheet: one file for browsers, a folder of files for those who write it."""

from __future__ import annotations

import re
from pathlib import Path

STYLE_SHEET = "assets/stylesheets/site.css"
_IMPORT = re.compile(r'^@import "(.+)";$', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_DARK = "dark.css"


def joined(sheet: Path) -> str:
    """Return a style sheet with the files that it imports, which lie beside it, in the places of its imports.

    The dark colours are added a second time, for devices that ask for them. Comments, a quarter of the whole when it is
    compressed, are left out. Raises OSError where a file is missing.
    """
    rules = sheet.read_text(encoding="utf-8")
    return _COMMENT.sub("", _IMPORT.sub(lambda imported: _part(sheet.with_name(imported[1])), rules))


def _part(file: Path) -> str:
    rules = file.read_text(encoding="utf-8")
    return rules + _for_dark_devices(rules) if file.name == _DARK else rules


def _for_dark_devices(rules: str) -> str:
    """Return rules for a chosen dark mode as rules for a device that asks for one, where nobody chose a mode."""
    unchosen = rules.replace('[data-mode="dark"]', ":not([data-mode])")
    return f"\n@media (prefers-color-scheme: dark) {{\n{unchosen}}}\n"
