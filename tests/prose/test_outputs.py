"""Everything that is written has one owner: clashes between pages, files beside them and the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import UPLOADS
from chuxin.checks.catalogue import Catalogue
from chuxin.prose import check_pages, read_pages
from chuxin.prose.outputs import Outputs
from making import directory

TARGETS = Catalogue(frozenset({("people", "li")}), frozenset(), directory())

# Files of the pages' folder, and those of them that stand in another's place.
CLASHES = [
    (["about.md", "guide/index.md", "a.png", "guide/a.png"], []),
    (["index.md", "index.html.md"], ["index.html.md"]),
    (["index.html.md"], []),
    (["about.md", "about/index.html.md"], ["about/index.html.md"]),
    (["404.html.md"], ["404.html.md"]),
    (["404.md"], []),
    (["sitemap.xml.md"], ["sitemap.xml.md"]),
    (["robots.txt.md"], ["robots.txt.md"]),
    (["apple-touch-icon.png"], ["apple-touch-icon.png"]),
    (["favicon.ico.md"], ["favicon.ico.md"]),
    (["x.png", "x.png.md"], ["x.png.md"]),
    (["x.png/a.png", "x.png.md"], []),
    (
        ["assets/a.png", "assets/b.md", "Assets/favicon.svg.md"],
        ["Assets/favicon.svg.md", "assets/a.png", "assets/b.md"],
    ),
    (["search.md", "search/a.csv"], ["search.md", "search/a.csv"]),
    (["components.md"], ["components.md"]),
    (["data.md", "data/a.csv"], []),
    (["About.md", "about.md"], ["about.md"]),
    (["about.md", "About/a.png"], ["About/a.png"]),
    (["a/x.png", "a/X.png"], ["a/x.png"]),
    (["Meetings/a.md", "People.md"], ["Meetings/a.md", "People.md"]),
    (["people/a.png", "people/li/a.png"], []),
    (["people/Li/a.png"], ["people/Li/a.png"]),
    (["news/a.md", "news/a.png", "news.md"], ["news.md"]),
    (["guide.md", "guide/README.md"], ["guide/README.md"]),
    (["a.md", "a/b.md", "a/index.md"], ["a/index.md"]),
]


@pytest.mark.parametrize(("names", "wrong"), CLASHES, ids=lambda names: " ".join(names))
def test_every_file_has_one_owner(tmp_path: Path, names: list[str], wrong: list[str]) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        content = UPLOADS.get(Path(name).suffix, "---\ntitle: 题\ndate: 2032\n---\n".encode())
        (tmp_path / name).write_bytes(content)
    if len(list(tmp_path.rglob("*.*"))) < len(names):
        pytest.skip("names that differ by case are one here")
    pages, problems = read_pages(tmp_path)
    assert problems == []
    found = list(check_pages(pages, tmp_path, TARGETS))
    assert {problem.code for problem in found} <= {"E402", "E408"}
    assert sorted(Path(problem.span.path).relative_to(tmp_path).as_posix() for problem in found) == wrong


def test_a_file_stands_in_no_file() -> None:
    outputs = Outputs()
    assert outputs.claim("a/b", "1") is None
    assert outputs.claim("a/c", "2") is None
    assert outputs.claim("a/b/c", "3").owner == "1"
    assert outputs.claim("a", "4").owner == "1"
    assert outputs.claim("A/d", "5").path == "a"
