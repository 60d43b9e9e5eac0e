"""The site as a whole: a linked archive and hand-written pages, free of errors, and every part of it as HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from .. import prose
from ..archive.linking import Archive
from ..archive.loading import Key
from ..archive.naming import called
from ..archive.statements import LinkedStatement
from ..markup.routes import ABOUT, COMPONENTS, MAP, index_route, record_route
from ..pages.bodies import map_link, map_place, map_view
from ..pages.brief import record_brief
from ..pages.citations import citation_view
from ..pages.components import components_view
from ..pages.corrections import CorrectionsView, corrections_view
from ..pages.grid import GridView, grid_pages, grid_places
from ..pages.home import home_view
from ..pages.indexes import index_pages
from ..pages.kinds import PAGES
from ..pages.parts import Foot, Link, date_view, foot
from ..pages.rendering import Renderer
from ..pages.rows import IndexView
from ..problems.problems import Problem, display_path, errors
from ..records.fields import Record
from ..records.kinds import KIND_NAMES, SECTIONS
from ..records.meetings import Meeting
from ..records.organizations import Organization
from .checking import Checked, read_and_check


@dataclass(frozen=True)
class RecordPage:
    """A record's page before it is rendered. `file` is the record's file inside of the archive, `path` on the disk."""

    kind: str
    id: str
    title: str
    description: str
    file: str
    path: str
    place: str
    """Where it is shown: its own address, or a place on its kind's index, to which its own address then leads."""

    @property
    def route(self) -> str:
        """The address, relative to the site's root."""
        return record_route(self.kind, self.id)


@dataclass(frozen=True)
class Site:
    """A linked archive and the hand-written pages around it, free of errors."""

    folder: Path
    """The folder of the records."""
    archive: Archive
    pages: dict[str, prose.Page]
    """Hand-written pages by their path."""
    mentions: dict[Key, list[Link]]
    """The hand-written pages that link a record."""

    @classmethod
    def of(cls, checked: Checked) -> Site:
        """Return the site of what was checked, which has no errors."""
        mentions: dict[Key, list[Link]] = defaultdict(list)
        for page in checked.pages:
            for key in page.records:
                mentions[key].append(Link(page.name, page.route, date=date_view(page.date)))
        return cls(checked.folder, checked.archive, {page.path: page for page in checked.pages}, dict(mentions))

    @cached_property
    def articles(self) -> list[prose.Page]:
        """The dated articles, newest first."""
        dated = [page for page in self.pages.values() if page.is_article]
        return sorted(dated, key=lambda page: (page.date, page.path), reverse=True)

    @cached_property
    def corrections(self) -> CorrectionsView:
        """How readers say what is wrong."""
        return corrections_view(self.archive.settings.contact, any(page.is_about for page in self.pages.values()))

    @cached_property
    def grid(self) -> tuple[GridView, ...]:
        """The pages of meetings × units, the first of which leads to the others."""
        return grid_pages(self.archive)

    @cached_property
    def _grid_places(self) -> dict[str, Link]:
        return grid_places(self.grid)

    def record_pages(self) -> Iterator[RecordPage]:
        """Yield the page of every record and of every statement."""
        for kind in PAGES:
            for record in self.archive.paged(kind).values():
                yield self._page_of(kind, record)

    def _page_of(self, kind: str, record: Record | LinkedStatement) -> RecordPage:
        page = PAGES[kind]
        title = page.heading(record) if page.heading else record.called
        brief = page.brief(self.archive, record) if page.brief else record_brief(KIND_NAMES[kind], record)
        path = display_path(self.folder / record.file)
        place = self.archive.route_of(kind, record.id)
        return RecordPage(kind, record.id, title, brief.description, record.file, path, place)

    def render_record(self, renderer: Renderer, page: RecordPage) -> str:
        """Return the HTML of a record's page, without its frame."""
        record = self.archive.paged(page.kind)[page.id]
        return renderer.render(
            f"{page.kind}.html",
            page.route,
            layout="record.html",
            page=page,
            view=PAGES[page.kind].view(self.archive, record),
            foot=self._foot(page.kind, record),
            overviews=self.overviews(page.route),
            corrections=self.corrections,
            citation=citation_view(self.archive, record, renderer.site_url),
        )

    def overviews(self, route: str) -> tuple[Link, ...]:
        """Return where in the pages of all meetings and units an index or a record at an address is found."""
        kind, _, rest = route.partition("/")
        if not rest:
            found = {Meeting.folder: (self.grid[0].link,), Organization.folder: (map_link(), self.grid[0].link)}
            return found.get(kind, ())
        place = self._grid_places.get(route)
        on_map = (map_place(self.archive, rest.strip("/")),) if kind == Organization.folder else ()
        return (*on_map, *((place,) if place else ()))

    def render_map(self, renderer: Renderer) -> str:
        """Return the HTML of the map of units, without its frame."""
        return renderer.render("bodies.html", index_route(MAP), view=map_view(self.archive))

    def render_grid(self, renderer: Renderer, view: GridView) -> str:
        """Return the HTML of a page of meetings × units, without its frame."""
        return renderer.render("grid.html", view.route, view=view)

    def _foot(self, kind: str, record: Record | LinkedStatement) -> Foot:
        return foot(self.archive, record, self.mentions.get((kind, record.id), ()), PAGES[kind].shows)

    def render_forwarding(self, renderer: Renderer, page: RecordPage) -> str:
        """Return what stands at the address of a record that is shown elsewhere, without its frame."""
        return renderer.render("forwarding.html", page.route, page=page, corrections=self.corrections)

    @cached_property
    def indexes(self) -> dict[str, tuple[IndexView, ...]]:
        """The pages of every section's index, that at its own address first."""
        return {section: index_pages(self.archive, self.articles, section) for section in SECTIONS}

    def render_index(self, renderer: Renderer, view: IndexView) -> str:
        """Return the HTML of a page of an index, without its frame."""
        if view.section in PAGES and not view.slug:
            view = replace(view, shown_here=tuple(map(Markup, self._render_here(renderer, view.section))))
        overviews = () if view.slug else self.overviews(view.route)
        return renderer.render("index.html", view.route, view=view, overviews=overviews)

    def _render_here(self, renderer: Renderer, section: str) -> Iterator[str]:
        """Yield the HTML of the records that have no page of their own, as their kind's index shows them."""
        for record in self.archive.paged(section).values():
            if not record.has_page:
                yield renderer.render(
                    f"{section}.html",
                    index_route(section),
                    layout="here.html",
                    page=self._page_of(section, record),
                    view=PAGES[section].view(self.archive, record),
                    foot=self._foot(section, record),
                    corrections=self.corrections,
                )

    def render_home(self, renderer: Renderer) -> str:
        """Return what the home page shows below its own text."""
        return renderer.render("home.html", "", view=home_view(self.archive, self.articles))

    def render_corrections(self, renderer: Renderer) -> str:
        """Return what the page about the site says below its own text: how to report a mistake, and to whom."""
        return renderer.render("corrections.html", index_route(ABOUT), corrections=self.corrections)

    def render_components(self, renderer: Renderer) -> str:
        """Return the HTML of the page that shows every component, without its frame."""
        return renderer.render("components.html", index_route(COMPONENTS), view=components_view(self.archive))

    def render_card(self, renderer: Renderer, route: str, kind: str, identifier: str) -> str:
        """Return a record's card for the hand-written page at `route`."""
        record, page = self.archive.paged(kind)[identifier], PAGES[kind]
        place = self.archive.route_of(kind, identifier)
        return renderer.render(
            f"{kind}.html",
            route,
            layout="card.html",
            link=Link(called(self.archive, kind, identifier), place, KIND_NAMES[kind]),
            view=page.view(self.archive, record),
            row=page.row(self.archive, record),
        )


def read_site(data: Path, docs: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check an archive and the hand-written pages; return the site only when there are no errors."""
    checked = read_and_check(data, docs)
    return None if errors(checked.problems) else Site.of(checked), checked.problems
