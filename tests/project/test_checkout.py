"""A checkout on Windows, where git is set to write CRLF: everything there has the bytes that were committed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sites import ROOT

PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico"}


def git(*arguments: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git knows, as it writes them with `core.autocrlf=true`."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    folder = tmp_path_factory.mktemp("checkout")
    git("-c", "core.autocrlf=true", "checkout-index", "--all", f"--prefix={folder}/")
    return folder


def test_no_line_ends_with_a_carriage_return(checkout):
    files = [path for path in checkout.rglob("*") if path.is_file() and path.suffix not in PICTURES]
    assert len(files) > 400
    assert [path.relative_to(checkout).as_posix() for path in files if b"\r" in path.read_bytes()] == []


def test_scripts_still_run(checkout):
    script = checkout / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_bytes().startswith(b"#!/usr/bin/env bash\n")
    assert (
        subprocess.run(["make", "--directory", str(checkout), "--dry-run", "help"], capture_output=True).returncode == 0
    )


def test_downloads_keep_their_bytes():
    shown = git("check-attr", "text", "docs/a.pdf", "docs/a.csv", "docs/a.png", "docs/a.md")
    assert [line.rpartition(" ")[2] for line in shown.splitlines()] == ["unset", "unset", "unset", "auto"]
