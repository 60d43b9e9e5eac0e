"""The site as a whole, without MkDocs: what is read, what is refused, and `chuxin check`."""

from __future__ import annotations

import pytest
from chuxin.pages.brief import LONGEST
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


def test_every_record_describes_itself_in_one_line_and_no_two_statements_alike() -> None:
    site, _ = read_site(SAMPLE, SAMPLE / "docs")
    pages = list(site.record_pages())
    for page in pages:
        assert 0 < len(page.description) <= LONGEST, page.route
        assert "\n" not in page.description and "](" not in page.description and "**" not in page.description
    said = [page.description for page in pages if page.kind == "statements"]
    assert len(set(said)) == len(said)


def test_a_statement_describes_itself_by_its_own_words() -> None:
    site, _ = read_site(SAMPLE, SAMPLE / "docs")
    found = {page.route: page.description for page in site.record_pages()}
    assert found["statements/2031-03-12-jia-yiming/"] == (
        "云杉大学社区学院讲师甲一鸣，2031年3月12日。原文："
        "各位邻居，下午好。我们学院和社区只隔一条马路，晚上教室的灯亮着，楼下的人却进不来。"
    )
    assert found["statements/2032-09-wu-tingyu/"] == "青石医院全科医师戊听雨，2032年9月。内容未见公开。"


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
