"""The site as a whole, without MkDocs: what is read, what is refused, and `python -m chuxin`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from chuxin.__main__ import main
from chuxin.rendering import Renderer
from chuxin.site import RECORD_KINDS, read_site
from conftest import DATA, DOCS, ROOT, SAMPLE


def test_every_record_and_statement_has_one_page() -> None:
    site, problems = read_site(SAMPLE, SAMPLE / "docs")
    assert site and not problems
    routes = [page.route for page in site.record_pages()]
    assert len(routes) == len(set(routes))
    files = {f"{file.parent.name}/{file.stem}/" for file in SAMPLE.glob("*/*.yml")}
    assert files <= set(routes)
    assert {route.partition("/")[0] for route in routes} == set(RECORD_KINDS)
    assert {page.file for page in site.record_pages()} == {
        file.relative_to(SAMPLE).as_posix() for file in SAMPLE.glob("*/*.yml")
    }


def test_articles_are_listed_newest_first() -> None:
    site, _ = read_site(SAMPLE, SAMPLE / "docs")
    assert [page.path for page in site.articles] == [
        "news/2032-04-10-yedu-yanchang.md",
        "news/2032-03-01-xin-chengyuan.md",
    ]


def test_problems_of_records_and_pages_come_in_one_report(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "a")
    (tmp_path / "a" / "people" / "jia-yiming.yml").write_text("id: jia-yiming\nname: 甲一鸣\n", encoding="utf-8")
    (tmp_path / "a" / "docs" / "more.md").write_text("[甲](record:people/nobody)\n", encoding="utf-8")
    site, problems = read_site(tmp_path / "a", tmp_path / "a" / "docs")
    assert site is None
    assert sorted((Path(problem.span.path).name, problem.code) for problem in problems) == [
        ("jia-yiming.yml", "E201"),
        ("more.md", "E307"),
    ]


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_card_links_its_record(kind: str) -> None:
    site, _ = read_site(DATA, DOCS)
    identifier = next(iter(getattr(site.archive, kind)))
    card = site.render_card(Renderer(ROOT / "overrides" / "records"), "news/a/", kind, identifier)
    assert f'href="../../{kind}/{identifier}/"' in card


def test_check_says_that_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA), str(DOCS)]) == 0
    assert capsys.readouterr().out == "没有发现错误。\n"


def test_check_reports_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none"), str(DOCS)]) == 1
    assert capsys.readouterr().out == f"{tmp_path}/none:1:1: 错误[E120] 没有这个档案文件夹\n共 1 处错误。\n"


def test_check_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a", "b", "c"]) == 2
    assert "用法" in capsys.readouterr().err
