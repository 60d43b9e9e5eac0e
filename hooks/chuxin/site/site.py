"""The site as a whole: from two folders to checked, linked pages, or to the problems that stand in the way."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .. import prose
from ..archive.linking import Archive, Key, link
from ..archive.loading import Loaded, load
from ..checks import check
from ..checks.targets import Targets
from ..markup.routes import ABOUT, COMPONENTS, SEARCH, STATEMENTS, index_route, record_route
from ..pages.brands import brand_view
from ..pages.citations import citation_view
from ..pages.components import components_view
from ..pages.corrections import CorrectionsView, corrections_view
from ..pages.indexes import home_view, index_view
from ..pages.listings import listing_view
from ..pages.meetings import meeting_view
from ..pages.organizations import organization_view
from ..pages.outcomes import outcome_view
from ..pages.parts import Link, date_view, meeting_title, title
from ..pages.people import person_view
from ..pages.rendering import Renderer
from ..pages.sources import source_view
from ..pages.statements import statement_page
from ..problems.problems import Problem, errors
from ..records.kinds import KIND_NAMES, SECTIONS

_VIEWS = {
    "meetings": meeting_view,
    "organizations": organization_view,
    "people": person_view,
    STATEMENTS: statement_page,
    "outcomes": outcome_view,
    "listings": listing_view,
    "brands": brand_view,
    "sources": source_view,
}
RECORD_KINDS = tuple(_VIEWS)


@dataclass(frozen=True)
class RecordPage:
    """A record's page before it is rendered. `file` is the record's file inside of the archive."""

    kind: str
    id: str
    title: str
    description: str
    file: str

    @property
    def route(self) -> str:
        """The address, relative to the site's root."""
        return record_route(self.kind, self.id)


@dataclass(frozen=True)
class Site:
    """A linked archive and the hand-written pages around it, free of problems."""

    archive: Archive
    pages: dict[str, prose.Page]
    """Hand-written pages by their path."""
    mentions: dict[Key, list[Link]]
    """The hand-written pages that link a record."""

    @property
    def articles(self) -> list[prose.Page]:
        """The dated articles, newest first."""
        dated = [page for page in self.pages.values() if page.is_article]
        return sorted(dated, key=lambda page: (page.date, page.path), reverse=True)

    @cached_property
    def corrections(self) -> CorrectionsView:
        """How readers say what is wrong."""
        return corrections_view(self.archive.settings.contact, any(page.is_about for page in self.pages.values()))

    def record_pages(self) -> Iterator[RecordPage]:
        """Yield the page of every record and of every statement."""
        archive = self.archive
        for kind in RECORD_KINDS:
            for identifier in getattr(archive, kind):
                name = title(archive, kind, identifier)
                file_kind, file_id = kind, identifier
                if kind == STATEMENTS:
                    meeting = archive.statements[identifier].meeting
                    file_kind, file_id = "meetings", meeting.id
                    name = f"{name}（{meeting.date.chinese}）"
                    description = (
                        f"{title(archive, kind, identifier)}，{meeting.date.chinese}，{meeting_title(meeting)}"
                    )
                elif kind == "meetings":
                    description = f"{archive.meetings[identifier].date.chinese}，{name}"
                else:
                    description = f"{KIND_NAMES[kind]}：{name}"
                yield RecordPage(kind, identifier, name, description, f"{file_kind}/{file_id}.yml")

    def render_record(self, renderer: Renderer, page: RecordPage) -> str:
        """Return the HTML of a record's page, without its frame."""
        record = getattr(self.archive, page.kind)[page.id]
        return renderer.render(
            f"{page.kind}.html",
            page.route,
            page=page,
            view=_VIEWS[page.kind](self.archive, record),
            mentions=self.mentions.get((page.kind, page.id), []),
            corrections=self.corrections,
            citation=citation_view(self.archive, page.kind, page.id, renderer.site_url),
        )

    def render_index(self, renderer: Renderer, section: str) -> str:
        """Return the HTML of an index page, without its frame."""
        return renderer.render(
            "index.html", index_route(section), view=index_view(self.archive, self.articles, section)
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
        record = getattr(self.archive, kind)[identifier]
        view: Any = _VIEWS[kind](self.archive, record)
        card = Link(title(self.archive, kind, identifier), record_route(kind, identifier), KIND_NAMES[kind])
        return renderer.render("card.html", route, kind=kind, link=card, view=view)


@dataclass(frozen=True)
class Checked:
    """What was read of an archive and of the hand-written pages, and all that is wrong with them."""

    loaded: Loaded
    pages: list[prose.Page]
    problems: list[Problem]

    def site(self) -> Site:
        """Link the records. Only what has no errors can be linked."""
        mentions: dict[Key, list[Link]] = defaultdict(list)
        for page in self.pages:
            for key in page.records:
                mentions[key].append(Link(page.name, page.route, date=date_view(page.date)))
        return Site(link(self.loaded), {page.path: page for page in self.pages}, dict(mentions))


def read_and_check(data: Path, docs: Path) -> Checked:
    """Read an archive and the hand-written pages, and check them."""
    # What is read stays: looking through it for garbage again and again would take a fifth of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read_and_check(data, docs)
    finally:
        if collecting:
            gc.enable()


def _read_and_check(data: Path, docs: Path) -> Checked:
    loaded, problems = load(data)
    pages, page_problems = prose.read_pages(docs)
    addresses = {index_route(section) for section in (*SECTIONS, SEARCH)} | {page.route for page in pages} | {""}
    targets = Targets.of(loaded, addresses)
    problems += [*page_problems, *check(loaded, targets), *prose.check_pages(pages, docs, targets)]
    return Checked(loaded, pages, problems)


def read_site(data: Path, docs: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check an archive and the hand-written pages; return the site only when there are no errors."""
    checked = read_and_check(data, docs)
    return None if errors(checked.problems) else checked.site(), checked.problems
