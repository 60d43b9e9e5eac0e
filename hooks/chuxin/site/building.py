"""One build: what the engine asks for from its first event to its last, and what is written beside the engine's pages.

The engine renders three sorts of pages: those written by hand, indexes and the like that the program makes, and of each
kind of records one frame, into which all of its records are set. Paths are those of Markdown files, as the engine has
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from pathlib import Path
from typing import Any

from ..markup.fields import plain_text
from ..markup.routes import COMPONENTS, GRID, MAP, SEARCH, index_route, list_folder
from ..pages.bodies import TITLE as MAP_TITLE
from ..pages.frames import Frame, placeholder
from ..pages.grid import TITLE as GRID_TITLE
from ..pages.grid import GridView
from ..pages.parts import date_view
from ..pages.rendering import Renderer
from ..pages.rows import IndexView
from ..prose import Page, boxed, finished, rendered
from ..records.kinds import KIND_NAMES, PAGED
from ..search.documents import documents
from ..search.files import search_files
from .site import RecordPage, Site


@dataclass(frozen=True)
class Generated:
    """A page that nobody wrote: a section's index, the search, the components, or a frame of records or other pages."""

    section: str
    title: str
    frame_of: str = ""
    """The folder of the pages that are set into it, of a frame."""

    @property
    def path(self) -> str:
        """The path that the engine knows it by."""
        return f"{self.frame_of}/{placeholder('slug')}.md" if self.frame_of else f"{self.section}/index.md"

    @property
    def content(self) -> str:
        """What the engine reads of it."""
        return f"---\ntitle: {self.title}\n---\n"


class Build:
    """The site that was read, the renderer, and what came of the engine's pages so far."""

    def __init__(self, site: Site, renderer: Renderer, name: str) -> None:
        """`name` is what the site is called."""
        self.site = site
        self._renderer = renderer
        self._name = name
        self._frames: dict[str, Frame] = {}
        self._routes: list[str] = []
        self._texts: dict[str, str] = {}

    @cached_property
    def generated(self) -> dict[str, Generated]:
        """The pages that nobody wrote, by their paths."""
        pages = [Generated(section, name) for section, name in KIND_NAMES.items()]
        pages += [Generated(SEARCH, "搜索"), Generated(GRID, GRID_TITLE), Generated(MAP, MAP_TITLE)]
        if self.site.archive.settings.fictional:
            pages.append(Generated(COMPONENTS, "组件"))
        folders = {section: section for section in (*PAGED, GRID)}
        folders |= {list_folder(section): section for section, views in self.site.indexes.items() if views[1:]}
        pages += [Generated(section, placeholder("title"), folder) for folder, section in folders.items()]
        return {page.path: page for page in pages}

    def written(self, path: str) -> Page | None:
        """Return a page that was written by hand, None when it was not."""
        return self.site.pages.get(path)

    def settings(self, cards: Path) -> dict[str, Any]:
        """Return what templates know of the whole site. `cards` is the folder of the pictures of shared links."""
        drawn = {kind: KIND_NAMES[kind] for kind in PAGED if (cards / f"{kind}.png").is_file()}
        return {"cards": drawn, "fictional": self.site.archive.settings.fictional}

    def meta(self, path: str) -> dict[str, Any]:
        """Return what a page says of itself. Titles and descriptions are HTML: the engine does not escape them."""
        if page := self.generated.get(path):
            description = placeholder("description") if page.frame_of else f"{page.title}——{self._name}"
            return {"title": page.title, "section": page.section, "generated": True, "description": description}
        written = self.site.pages[path]
        meta: dict[str, Any] = {"section": path.partition("/")[0], "date": date_view(written.date)}
        name = written.title or written.document.title
        meta |= {"title": escape(name)} if name else {}
        return meta | ({"description": escape(written.description)} if written.description else {})

    def content(self, path: str, is_home: bool = False) -> str:
        """Return the HTML of a page."""
        if page := self.generated.get(path):
            return self._generated_content(page)
        written = self.site.pages[path]
        html = rendered(written, self.site.pages)
        self._texts[written.path] = plain_text(html)
        html = boxed(finished(html, written, partial(self.site.render_card, self._renderer, written.route)))
        if written.is_about:
            html += self.site.render_corrections(self._renderer)
        return html + self.site.render_home(self._renderer) if is_home else html

    def _generated_content(self, page: Generated) -> str:
        if page.frame_of:
            return placeholder("body")
        if page.section == SEARCH:
            return self._renderer.render("search.html", index_route(SEARCH))
        if page.section == GRID:
            return self.site.render_grid(self._renderer, self.site.grid[0])
        if page.section == MAP:
            return self.site.render_map(self._renderer)
        if page.section == COMPONENTS:
            return self.site.render_components(self._renderer)
        return self.site.render_index(self._renderer, self.site.indexes[page.section][0])

    def take(self, path: str, route: str, html: str) -> str:
        """Take a page as the engine rendered it, and return what of it is written: a frame is kept, and is no page."""
        page = self.generated.get(path)
        if page and page.frame_of:
            self._frames[page.frame_of] = Frame.of(html)
            return ""
        self._routes.append(route)
        return html

    def write(self, folder: Path) -> None:
        """Write the records' pages, the search, and the sitemap where the site knows its address."""
        routes = [*self._routes]
        for page in self.site.record_pages():
            self._write_record(folder, page)
            routes += [page.route] if page.place == page.route else []
        for view in self.site.grid[1:]:
            self._write_part(folder, GRID, view, self.site.render_grid(self._renderer, view))
            routes.append(view.route)
        for section, views in self.site.indexes.items():
            for part in views[1:]:
                self._write_part(folder, list_folder(section), part, self.site.render_index(self._renderer, part))
                routes.append(part.route)
        archive = self.site.archive
        pages = [(page, self._texts.get(path, "")) for path, page in sorted(self.site.pages.items())]
        for name, content in search_files(documents(archive, pages), archive.settings.synonyms):
            _write(folder / name, content)
        if self._renderer.site_url:
            sitemap = self._renderer.render("sitemap.xml.html", "", routes=sorted(routes))
            _write(folder / "sitemap.xml", sitemap.encode())

    def _write_record(self, folder: Path, page: RecordPage) -> None:
        """Set a record into its kind's frame and write it."""
        render = self.site.render_record if page.place == page.route else self.site.render_forwarding
        body = render(self._renderer, page)
        html = self._frames[page.kind].fill(page.title, page.description, page.id, body)
        _write(folder / page.route / "index.html", html.encode())

    def _write_part(self, folder: Path, frame: str, view: GridView | IndexView, body: str) -> None:
        """Set a part of an index, or of the pages of meetings × units, into its frame and write it."""
        html = self._frames[frame].fill(view.title, f"{view.title}——{self._name}", view.slug, body)
        _write(folder / view.route / "index.html", html.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
