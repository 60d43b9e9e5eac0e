"""The site as a whole, without MkDocs: what is read, what is refused, and `chuxin check`."""

from __future__ import annotations

import pytest
from chuxin.pages.rendering import Renderer
from chuxin.problems.problems import errors
from chuxin.records.kinds import PAGED
from chuxin.site.site import read_site
from sites import SAMPLE


def test_every_record_and_statement_has_one_page() -> None:
    site, problems = read_site(SAMPLE, SAMPLE / "docs")
    assert site and not errors(problems)
    routes = [page.route for page in site.record_pages()]
    assert len(routes) == len(set(routes))
    files = {f"{file.parent.name}/{file.stem}/" for file in SAMPLE.glob("*/*.yml")}
    assert files <= set(routes)
    assert {route.partition("/")[0] for route in routes} == set(PAGED)
    assert {page.file for page in site.record_pages()} == {
        file.relative_to(SAMPLE).as_posix() for file in SAMPLE.glob("*/*.yml")
    }


def test_articles_are_listed_newest_first() -> None:
    site, _ = read_site(SAMPLE, SAMPLE / "docs")
    assert [page.path for page in site.articles] == [
        "news/2032-04-10-yedu-yanchang.md",
        "news/2032-03-01-xin-chengyuan.md",
    ]


@pytest.mark.parametrize("kind", PAGED)
def test_a_card_links_its_record(kind: str) -> None:
    site, _ = read_site(SAMPLE, SAMPLE / "docs")
    identifier = next(iter(site.archive.paged(kind)))
    card = site.render_card(Renderer(), "news/a/", kind, identifier)
    assert f'href="../../{kind}/{identifier}/"' in card
