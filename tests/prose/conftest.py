"""Folders of pages."""

import shutil
from pathlib import Path

import pytest
from sites import SAMPLE


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder of pages that reports call `docs`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    return Path("docs")


@pytest.fixture
def pages(tmp_path) -> Path:
    """The pages of the sample, to be built with its records."""
    return Path(shutil.copytree(SAMPLE / "docs", tmp_path / "docs"))
