"""What the repository tells an editor's program."""

from __future__ import annotations

import json
from pathlib import Path

from archives import RECORDS
from sites import ROOT


def test_the_editor_is_told_which_schema_belongs_to_which_files():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    covered = {
        path for patterns in settings["yaml.schemas"].values() for pattern in patterns for path in ROOT.glob(pattern)
    }
    assert covered == {path for _, path in RECORDS}
    for schema, patterns in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        # The real archive need not have records of every kind; the sample does.
        assert any((ROOT / pattern).parent.is_dir() for pattern in patterns)
        for pattern in patterns:
            assert {Path(schema).stem} == {kind for kind, path in RECORDS if path in set(ROOT.glob(pattern))}
