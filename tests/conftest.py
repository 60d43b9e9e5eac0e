"""What tests share: the sites of the two archives, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chromium
import pytest
from playwright.sync_api import Browser, sync_playwright
from sites import DATA, DOCS, SAMPLE, BuiltSite, build


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take the sample's pages as they are for the expected ones")


def _built(tmp_path_factory: pytest.TempPathFactory, archive: Path, docs: Path) -> BuiltSite:
    folder = tmp_path_factory.mktemp("site")
    result = build(folder, archive, docs)
    assert result.returncode == 0, result.stdout + result.stderr
    return BuiltSite(folder)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the real records."""
    return _built(tmp_path_factory, DATA, DOCS)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the fictional sample archive."""
    return _built(tmp_path_factory, SAMPLE, SAMPLE / "docs")


@pytest.fixture(scope="session", params=["real", "sample"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the two sites."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = chromium.find()
    assert path, "no Chromium: run make test, which sets one up"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()
