"""One build: what it knows from its first event to its last, and what it writes beside the pages of MkDocs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from ..pages.frames import Frame
from ..pages.rendering import Renderer
from ..search.documents import documents
from ..search.files import search_files
from .site import Site
from .styles import STYLE_SHEET, joined


class Build:
    """The site that was read, the renderer, and what came of MkDocs's pages so far."""

    def __init__(self, site: Site, renderer: Renderer, archive: Path, looking_at: Callable[[str], None]) -> None:
        """`archive` is the folder of the records; `looking_at` is told each file whose record is rendered."""
        self.site = site
        self.renderer = renderer
        self._archive = archive
        self._looking_at = looking_at
        self.frames: dict[str, Frame] = {}
        """The frame of each kind of record."""
        self.routes: list[str] = []
        """The addresses of all pages."""
        self.texts: dict[str, str] = {}
        """The text of each hand-written page, for the search."""

    def write(self, folder: Path) -> None:
        """Write the records' pages, the search, and the sitemap where the site knows its address."""
        self._write_records(folder)
        self._write_search(folder)
        if self.renderer.site_url:
            sitemap = self.renderer.render("sitemap.xml.html", "", routes=sorted(self.routes))
            (folder / "sitemap.xml").write_text(sitemap, encoding="utf-8")

    def _write_records(self, folder: Path) -> None:
        """Set every record into its kind's frame and write it."""
        for page in self.site.record_pages():
            self._looking_at(str(self._archive / page.file))
            body = self.site.render_record(self.renderer, page)
            html = self.frames[page.kind].fill(page.title, page.description, page.id, body)
            target = folder / page.route / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, encoding="utf-8")
            self.routes.append(page.route)

    def _write_search(self, folder: Path) -> None:
        """Write what the browser needs to search."""
        archive = self.site.archive
        pages = [(page, self.texts.get(path, "")) for path, page in sorted(self.site.pages.items())]
        for name, content in search_files(documents(archive, pages), archive.settings.synonyms):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def replace_pages(folder: Path, name: str, html: str, overrides: Path) -> None:
    """Let one page be all that is shown of a site that may be half written, with what it needs to be read."""
    for page in folder.rglob("*.html"):
        page.unlink()
    shutil.copytree(overrides / "assets", folder / "assets", dirs_exist_ok=True)
    (folder / name).write_text(html, encoding="utf-8")
    # Last: when it is the styles that are at fault, the page is shown without them.
    sheet = folder / STYLE_SHEET
    sheet.parent.mkdir(exist_ok=True)
    sheet.write_text(joined(overrides / "styles"), encoding="utf-8")
