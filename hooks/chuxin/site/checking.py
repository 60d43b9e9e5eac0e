"""Two folders become a linked archive and hand-written pages, with everything that is wrong with them."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path

from .. import prose
from ..archive.linking import Archive, link
from ..archive.loading import LoadedRecords, load
from ..checks import check
from ..checks.catalogue import Catalogue
from ..markup.routes import SEARCH, index_route
from ..problems.faults import guarded
from ..problems.problems import Problem, display_path
from ..records.kinds import SECTIONS


@dataclass(frozen=True)
class Checked:
    """What was read of an archive and of the hand-written pages, and all that is wrong with them."""

    folder: Path
    """The folder of the records."""
    archive: Archive
    pages: list[prose.Page]
    problems: list[Problem]


def read_and_check(data: Path, docs: Path) -> Checked:
    """Read an archive and the hand-written pages, link the records, and check them."""
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
    problems += page_problems
    with guarded(display_path(data), problems):
        archive = link(loaded)
        addresses = {index_route(section) for section in (*SECTIONS, SEARCH)} | {page.route for page in pages} | {""}
        catalogue = Catalogue.of(archive, loaded, addresses)
        problems += [*check(archive, loaded, catalogue), *prose.check_pages(pages, docs, catalogue)]
        return Checked(data, archive, pages, problems)
    return Checked(data, link(LoadedRecords(data)), pages, problems)
