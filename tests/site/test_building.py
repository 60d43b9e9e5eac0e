"""One build, asked as an engine asks: its pages, what they say of themselves, and what is written beside them."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import pytest
from chuxin.pages.frames import placeholder
from chuxin.pages.rendering import Renderer
from chuxin.records.kinds import KIND_NAMES, PAGED
from chuxin.site.building import Build, Generated
from chuxin.site.site import Site, read_site
from sites import DATA, DOCS, SAMPLE, SITE_URL

ARTICLE = "news/2032-04-10-yedu-yanchang.md"


@pytest.fixture(scope="module")
def site() -> Site:
    """That of the sample."""
    read, _ = read_site(SAMPLE, SAMPLE / "docs")
    assert read
    return read


@pytest.fixture
def build(site: Site) -> Build:
    """A build that has only begun."""
    return Build(site, Renderer(SITE_URL), "初心·高兴")


def framed(build: Build) -> None:
    """Let the engine render the frames, each as little as a frame can be."""
    fields = " ".join(placeholder(field) for field in ("title", "description", "slug", "body"))
    for path, page in build.generated.items():
        if page.frame_of:
            assert build.take(path, "", f"[{page.section}] {fields}") == ""


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (Generated("people", "人物"), "people/index.md"),
        (Generated("people", "人物", frame_of="people"), f"people/{placeholder('slug')}.md"),
    ],
)
def test_a_generated_page_has_a_path_and_a_title(page: Generated, path: str) -> None:
    assert page.path == path
    assert page.content == "---\ntitle: 人物\n---\n"


def test_of_every_section_an_index_is_generated_and_of_every_kind_with_pages_a_frame(build: Build) -> None:
    pages = build.generated
    assert {page.section for page in pages.values() if page.frame_of} == {*PAGED, "grid"}
    own = {"search", "grid", "map", "components"}
    assert {page.section for page in pages.values() if not page.frame_of} == {*KIND_NAMES} | own
    assert all(page.path == path for path, page in pages.items())


def test_components_are_shown_of_the_sample_only() -> None:
    real, _ = read_site(DATA, DOCS)
    assert real
    assert "components/index.md" not in Build(real, Renderer(SITE_URL), "初心·高兴").generated


def test_pages_say_of_themselves_what_they_are(build: Build) -> None:
    """Written as HTML: the engine escapes nothing."""
    assert build.meta("people/index.md") == {
        "title": "人物", "section": "people", "generated": True, "description": "人物——初心·高兴",
    }  # fmt: skip
    frame = build.meta(f"people/{placeholder('slug')}.md")
    assert (frame["title"], frame["description"]) == (placeholder("title"), placeholder("description"))
    article = build.meta(ARTICLE)
    assert (article["section"], article["date"].text) == ("news", "2032年4月10日")
    assert "generated" not in article


def test_titles_and_descriptions_are_escaped(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> & \"'"
    quoted = hostile.replace("'", "''")
    docs = Path(shutil.copytree(SAMPLE / "docs", tmp_path / "docs"))
    (docs / "a.md").write_text(f"---\ntitle: '{quoted}'\ndescription: '{quoted}'\n---\n文\n", encoding="utf-8")
    read, problems = read_site(SAMPLE, docs)
    assert read, problems
    meta = Build(read, Renderer(SITE_URL), "初心").meta("a.md")
    assert meta["title"] == meta["description"] == escape(hostile)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("people/index.md", "甲一鸣"),
        ("search/index.md", "cx-search"),
        ("grid/index.md", "不等于没有参加"),
        ("map/index.md", "不等于今天仍是成员"),
        ("components/index.md", "cx-"),
        (f"people/{placeholder('slug')}.md", placeholder("body")),
        (ARTICLE, "灯下夜读"),
    ],
)
def test_every_page_has_its_content(build: Build, path: str, shown: str) -> None:
    assert shown in build.content(path)


def test_how_to_correct_is_said_below_the_text_about_the_site(build: Build) -> None:
    assert build.content("about.md").endswith(build.site.render_corrections(Renderer(SITE_URL)))


def test_what_the_home_page_shows_below_its_text_stands_nowhere_else(build: Build) -> None:
    home = build.site.render_home(Renderer(SITE_URL))
    assert build.content("index.md", is_home=True).endswith(home)
    assert home not in build.content("index.md")


def test_a_frame_is_kept_and_is_no_page(build: Build, tmp_path: Path) -> None:
    assert build.take("about.md", "about/", "<p>关于</p>") == "<p>关于</p>"
    framed(build)
    build.write(tmp_path)
    page = (tmp_path / "people" / "jia-yiming" / "index.html").read_text(encoding="utf-8")
    assert page.startswith("[people] 甲一鸣 ") and " jia-yiming <" in page
    assert placeholder("body") not in page
    sitemap = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{SITE_URL}about/</loc>" in sitemap and f"<loc>{SITE_URL}people/jia-yiming/</loc>" in sitemap
    assert placeholder("slug") not in sitemap


def test_every_record_is_written_and_what_is_written_by_hand_is_searched(build: Build, tmp_path: Path) -> None:
    framed(build)
    for path in build.site.pages:
        build.content(path)
    build.write(tmp_path)
    written = {file.parent.relative_to(tmp_path).as_posix() + "/" for file in tmp_path.rglob("index.html")}
    parts = {page.route for pages in build.site.indexes.values() for page in pages[1:]}
    assert parts == {"organizations/list/letters/"}
    assert written == {page.route for page in build.site.record_pages()} | parts
    assert "九点半" in "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.json"))


def test_without_an_address_there_is_no_sitemap(site: Site, tmp_path: Path) -> None:
    build = Build(site, Renderer(), "初心")
    framed(build)
    build.write(tmp_path)
    assert not (tmp_path / "sitemap.xml").exists()


def test_only_kinds_that_have_a_picture_are_shared_with_one(build: Build, tmp_path: Path) -> None:
    (tmp_path / "people.png").touch()
    (tmp_path / "strangers.png").touch()
    assert build.settings(tmp_path) == {"cards": {"people": "人物"}, "fictional": True}
