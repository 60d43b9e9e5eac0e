"""What the repository tells VS Code: which schema belongs to which files, and how YAML is typed."""

from __future__ import annotations

from typing import Any

from ...records.kinds import KINDS
from .schemas import ARCHIVE, FOLDER

ARCHIVES = ("data", "tests/sample")


def settings() -> dict[str, Any]:
    """Return the settings of the workspace."""
    files = {kind: f"{kind}/*.yml" for kind in KINDS} | {ARCHIVE: "archive.yml"}
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        # Full-width punctuation is plain Chinese; what cannot be seen is a mistake.
        "editor.unicodeHighlight.ambiguousCharacters": False,
        "editor.unicodeHighlight.invisibleCharacters": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
        # The project lays its records out itself.
        "yaml.format.enable": False,
        "yaml.customTags": [],
        "yaml.schemas": {
            f"./{FOLDER}/{name}.json": [f"{archive}/{pattern}" for archive in ARCHIVES]
            for name, pattern in files.items()
        },
    }


def extensions() -> dict[str, Any]:
    """Return the extensions that VS Code offers to install."""
    return {"recommendations": ["redhat.vscode-yaml"]}
