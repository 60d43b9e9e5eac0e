"""What a page does in a browser that it should not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from serving import served
from sites import BuiltSite


@pytest.fixture(scope="module")
def address(real: BuiltSite) -> Iterator[str]:
    """Where the real site is served, below a sub-path."""
    with served(real.folder) as at:
        yield at


def watch(page: Page, address: str) -> list[str]:
    """Collect what goes wrong on a page, and every request to another address."""
    seen: list[str] = []
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("console", lambda message: seen.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else seen.append(request.url))
    page.on(
        "response",
        lambda response: seen.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    return seen
