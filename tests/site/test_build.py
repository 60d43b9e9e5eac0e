"""The build as a whole: the same bytes twice, nothing touched when something is wrong, the example marked as such."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from chuxin.site.styles import STYLE_SHEET
from sites import DATA, DOCS, ROOT, SAMPLE, BuiltSite, build, contents


@pytest.mark.parametrize(("name", "archive", "docs"), [("real", DATA, DOCS), ("sample", SAMPLE, SAMPLE / "docs")])
def test_two_builds_give_the_same_bytes(
    name: str, archive: Path, docs: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    assert build(tmp_path / "again", archive, docs).returncode == 0
    assert contents(tmp_path / "again") == contents(request.getfixturevalue(name).folder)


def test_frames_and_placeholders_are_not_published(built: BuiltSite) -> None:
    assert not [name for name in contents(built.folder) if "chuxin-frame" in name]
    left = re.compile(r"chuxin-(frame|card)-")
    for file in built.folder.rglob("*.html"):
        if "handbook" not in file.parts:
            assert not left.search(file.read_text(encoding="utf-8")), file


# One of a record, one between records, one of a page; `mistakes/` has the others. The file, a text in it and what takes
# its place; then what is wrong, and the text whose place is reported.
MISTAKES = {
    "unknown field": ("data/people/cao-yi.yml", "sort:", "phone: 1\nsort:", "E202", "phone"),
    "dangling id": (
        "data/meetings/2023-07-06.yml",
        "- quyang-hospital",
        "- qu-yang-hospital",
        "E301",
        "qu-yang-hospital",
    ),
    "broken link on a page": ("docs/about.md", "公开可查。", "[甲](record:people/no)", "E307", "record:people/no"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_and_the_previous_site_stays(name: str, tmp_path: Path) -> None:
    path, old, new, code, culprit = MISTAKES[name]
    shutil.copytree(DATA, tmp_path / "data")
    shutil.copytree(DOCS, tmp_path / "docs")
    file, site = tmp_path / path, tmp_path / "site"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(damaged := text.replace(old, new), encoding="utf-8")
    site.mkdir()
    (site / "index.html").write_text("the previous site", encoding="utf-8")

    result = build(site, tmp_path / "data", tmp_path / "docs")

    said = result.stdout + result.stderr
    assert result.returncode == 1
    before = damaged[: damaged.index(culprit)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert f"{file}:{line}:{column}: 错误[{code}]" in said and "共 1 处错误" in said
    assert "Traceback" not in said
    assert [(file.name, file.read_text(encoding="utf-8")) for file in site.rglob("*")] == [
        ("index.html", "the previous site")
    ]


def test_of_the_theme_nothing_is_published_and_of_the_styles_one_file(built: BuiltSite) -> None:
    ours = {file.relative_to(ROOT / "overrides").as_posix() for file in (ROOT / "overrides" / "assets").rglob("*.*")}
    published = contents(built.folder)
    assert {name for name in published if name.startswith("assets/")} == ours | {STYLE_SHEET}
    assert [name for name in published if name.endswith(".css")] == [STYLE_SHEET]


def test_an_empty_archive_gives_a_site_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    result = build(tmp_path / "site", tmp_path / "data", DOCS)
    assert result.returncode == 0, result.stderr
    site = BuiltSite(tmp_path / "site")
    assert "还没有公开的会议记录" in site.text("")
    for section in ("meetings", "organizations", "people", "statements", "outcomes", "listings", "timeline", "news"):
        assert "至今没有" in site.text(f"{section}/")


def test_the_sample_is_marked_as_fictional_on_every_page(sample: BuiltSite) -> None:
    for route, page in sample.pages.items():
        banner = "".join(page.xpath("//aside[contains(@class, 'md-banner')]//text()"))
        assert "都是虚构的" in banner, route
        assert page.xpath("//title/text()")[0].startswith("（虚构示例）"), route
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], route


def test_the_real_site_is_not_marked_and_holds_nothing_of_the_sample(real: BuiltSite) -> None:
    names = {file.stem for file in SAMPLE.glob("*/*.yml")}
    assert not names & {file.stem for file in DATA.glob("*/*.yml")}
    for route, page in real.pages.items():
        assert not page.xpath("//aside[contains(@class, 'md-banner')]"), route
        assert "虚构" not in page.xpath("//title/text()")[0], route
        assert not names & set(route.split("/")), route


def test_markup_in_records_comes_out_escaped(sample: BuiltSite) -> None:
    pages = [route for route in sample.pages if "<script>alert(1)</script>" in sample.pages[route].text_content()]
    assert pages
    for route in pages:
        assert "alert(1)" not in "".join(sample.pages[route].xpath("//script//text()")), route
        assert "<script>alert(1)" not in (sample.folder / route / "index.html").read_text(encoding="utf-8"), route


def test_every_page_of_the_navigation_exists() -> None:
    """The hook leaves out what a folder of pages lacks; the project's own folder lacks nothing."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = text[text.index("nav:") : text.index("not_in_nav:")]
    pages = [line.split(": ")[1] for line in nav.splitlines() if line.endswith(".md")]
    hand_written = [page for page in pages if not page.endswith("/index.md") or page.startswith("handbook/")]
    assert hand_written and all((DOCS / page).is_file() for page in hand_written)
    on_disk = {file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md")}
    assert {page for page in on_disk if not page.startswith("news/")} == set(hand_written) | {"index.md"}
