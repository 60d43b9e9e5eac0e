"""Take the README's picture of the home page: build the site, open it, and save what a browser shows."""

from __future__ import annotations

import tempfile
from pathlib import Path

import browser
from playwright.sync_api import sync_playwright
from sites import DATA, DOCS, ROOT, build

PICTURE = ROOT / ".github" / "home.png"


def main() -> None:
    """Build the real site and save the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        result = build(Path(folder), DATA, DOCS, site_url="")
        assert result.returncode == 0, result.stderr
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto((Path(folder) / "index.html").as_uri())
        page.screenshot(path=PICTURE)
        print(PICTURE.relative_to(ROOT))


if __name__ == "__main__":
    main()
