"""The files that are made from the models. `make generated` writes them; a test tells when one is stale."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from ..saving import put
from .codes import codes_page
from .fields import fields_page
from .schemas import FOLDER, schemas
from .vscode import extensions, settings


def generated_files() -> dict[str, str]:
    """Return every such file: its path, relative to the root of the project, and its text."""
    return {
        **{f"{FOLDER}/{name}": _json(schema) for name, schema in schemas().items()},
        ".vscode/settings.json": _json(settings()),
        ".vscode/extensions.json": _json(extensions()),
        "docs/handbook/fields.md": fields_page(),
        "docs/handbook/codes.md": codes_page(),
    }


def write(root: Path) -> None:
    """Write the files under the root of the project."""
    for path, text in generated_files().items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, text.encode())


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write(Path(*sys.argv[1:2]))
