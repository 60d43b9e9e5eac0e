"""The engine is replaceable: ProperDocs, which continues MkDocs 1, makes the same site of the same hooks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sites import DATA, DOCS, SAMPLE, BuiltSite, build, contents


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_each_engine_is_itself(engine: str) -> None:
    command = [sys.executable, "-m", engine, "--version"]
    assert f"site-packages/{engine} " in subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("name", "archive", "docs"), [("real", DATA, DOCS), ("sample", SAMPLE, SAMPLE / "docs")])
def test_properdocs_makes_the_same_site(
    name: str, archive: Path, docs: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    by_mkdocs: BuiltSite = request.getfixturevalue(name)
    result = build(tmp_path / "site", archive, docs, engine="properdocs")
    assert result.returncode == 0, result.stdout + result.stderr
    # What an engine says and nobody needs is left out, whichever it is.
    assert "Page skipped" not in result.stderr
    expected, found = contents(by_mkdocs.folder), contents(tmp_path / "site")
    assert sorted(expected) == sorted(found) and len(found) > 50
    assert [path for path in expected if expected[path] != found[path]] == []
