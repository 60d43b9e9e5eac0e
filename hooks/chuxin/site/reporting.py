"""The report as the only page of a preview: what is wrong, until it is mended."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ..pages.rendering import Renderer
from ..pages.report import report_view
from ..problems.problems import Problem
from .policy import policy
from .preview import ERROR_PAGE
from .styles import STYLE_SHEET, joined


def report_page(problems: Sequence[Problem], site_name: str, site_url: str) -> str:
    """Return the page, which stands at every address of a site: it names what it loads from the site's root."""
    return Renderer().render(
        "report.html",
        "",
        view=report_view(problems),
        site_name=site_name,
        root=urlsplit(site_url).path or "/",
        policy=policy(site_url),
    )


def write_report(folder: Path, html: str) -> None:
    """Let a folder's error page, which stands for every page that is not there, be the report."""
    (folder / ERROR_PAGE).write_text(html, encoding="utf-8")


def replace_pages(folder: Path, html: str, overrides: Path) -> None:
    """Let the report be all that is shown of a site that may be half written, with what it needs to be read."""
    for page in folder.rglob("*.html"):
        page.unlink()
    shutil.copytree(overrides / "assets", folder / "assets", dirs_exist_ok=True)
    write_report(folder, html)
    # Last: when it is the styles that are at fault, the page is shown without them.
    style_sheet = folder / STYLE_SHEET
    style_sheet.parent.mkdir(exist_ok=True)
    style_sheet.write_text(joined(overrides / "styles" / "site.css"), encoding="utf-8")
