"""The report as the only page: what its folder holds afterwards, and that it can be read without the rest."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from chuxin.problems.problems import Problem, Span
from chuxin.site.policy import policy
from chuxin.site.preview import ERROR_PAGE
from chuxin.site.reporting import replace_pages, report_page, write_report
from chuxin.site.styles import STYLE_SHEET, joined
from sites import ROOT, contents

OVERRIDES = ROOT / "overrides"
PROBLEMS = [Problem(Span("data/a.yml", 3, 7, 2, "name: 甲乙丙"), "E101", "错了", "改一改")]


@pytest.mark.parametrize(
    ("site_url", "root"), [("https://example.org/quyang/", "/quyang/"), ("http://127.0.0.1:8000/", "/")]
)
def test_the_page_stands_at_every_address(site_url: str, root: str) -> None:
    """What it loads is named from the site's root: it is asked for at addresses of any depth."""
    page = lxml.html.fromstring(report_page(PROBLEMS, "初心 & 高兴", site_url))
    addresses = page.xpath("//link/@href | //script/@src | //a/@href | //img/@src")
    assert addresses and all(one.startswith((root, "#")) for one in addresses)
    assert page.xpath("string(//title)") == "有 1 处错误 - 初心 & 高兴"
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [str(policy(site_url))]
    assert "data/a.yml:3:7" in page.text_content()


def test_a_site_that_does_not_know_its_address_stands_at_the_root() -> None:
    page = lxml.html.fromstring(report_page(PROBLEMS, "初心", ""))
    assert page.xpath("//link[@rel='stylesheet']/@href") == [f"/{STYLE_SHEET}"]


def test_a_folder_gets_its_error_page_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("旧", encoding="utf-8")
    write_report(tmp_path, "<p>错</p>")
    assert (tmp_path / ERROR_PAGE).read_text(encoding="utf-8") == "<p>错</p>"
    assert sorted(contents(tmp_path)) == sorted([ERROR_PAGE, "index.html"])


def test_of_a_half_written_site_no_page_is_left(tmp_path: Path) -> None:
    for name in ("index.html", "people/li/index.html", "search-index/titles.json", ERROR_PAGE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("半", encoding="utf-8")
    replace_pages(tmp_path, "<p>错</p>", OVERRIDES)
    assert [page.relative_to(tmp_path).as_posix() for page in tmp_path.rglob("*.html")] == [ERROR_PAGE]
    found = contents(tmp_path)
    assert (
        contents(OVERRIDES / "assets").items()
        <= {name.removeprefix("assets/"): digest for name, digest in found.items()}.items()
    )
    styles = (tmp_path / STYLE_SHEET).read_text(encoding="utf-8")
    assert styles == joined(OVERRIDES / "styles" / "site.css")


def test_the_report_is_there_when_the_styles_are_at_fault(tmp_path: Path) -> None:
    (tmp_path / "overrides" / "assets").mkdir(parents=True)
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(OSError):
        replace_pages(site, "<p>错</p>", tmp_path / "overrides")
    assert (site / ERROR_PAGE).read_text(encoding="utf-8") == "<p>错</p>"
