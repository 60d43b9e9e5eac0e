"""The sample archive's pages, as the package renders them, equal the accepted ones in `tests/golden/`.

`make accept` takes the pages as they are now for the expected ones; read the difference before committing it.
"""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path

import pytest
from chuxin.pages.rendering import Renderer
from chuxin.records.kinds import PAGED
from chuxin.site.site import read_site
from sites import ROOT, SAMPLE, SITE_URL

GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page of the sample archive by the name of its golden file, without its frame."""
    site, problems = read_site(SAMPLE, SAMPLE / "docs")
    assert site, problems
    renderer = Renderer(SITE_URL)
    found = {f"{page.route}index.html": site.render_index(renderer, page) for page in chain(*site.indexes.values())}
    found |= {f"{page.route}index.html": site.render_grid(renderer, page) for page in site.grid}
    found["map/index.html"] = site.render_map(renderer)
    found["home.html"] = site.render_home(renderer)
    for page in site.record_pages():
        found[f"{page.kind}/{page.id}.html"] = site.render_record(renderer, page)
    for kind, identifier in dict.fromkeys((page.kind, page.id) for page in site.record_pages()):
        found[f"cards/{kind}-{identifier}.html"] = site.render_card(renderer, "", kind, identifier)
    return found


@pytest.fixture(scope="module")
def descriptions() -> str:
    """What every record of the sample says of itself where its link is shared."""
    site, problems = read_site(SAMPLE, SAMPLE / "docs")
    assert site, problems
    return "".join(f"{page.route}\n    {page.description}\n" for page in site.record_pages())


def test_pages_equal_the_accepted_ones(pages: dict[str, str], pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("accept"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, html in pages.items():
            file = GOLDEN / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html + "\n", encoding="utf-8")
    accepted = {
        file.relative_to(GOLDEN).as_posix(): file.read_text(encoding="utf-8").removesuffix("\n")
        for file in sorted(Path(GOLDEN).rglob("*.html"))
    }
    assert sorted(accepted) == sorted(pages)
    for name, html in pages.items():
        assert html == accepted[name], f"{name} differs: is it meant? Then run make accept"


def test_descriptions_equal_the_accepted_ones(descriptions: str, pytestconfig: pytest.Config) -> None:
    file = GOLDEN / "descriptions.txt"
    if pytestconfig.getoption("accept"):
        file.write_text(descriptions, encoding="utf-8")
    assert descriptions == file.read_text(encoding="utf-8"), "is it meant? Then run make accept"


def test_sample_covers_every_kind_of_page(pages: dict[str, str]) -> None:
    kinds = {name.partition("/")[0] for name in pages if "/" in name and not name.endswith("index.html")}
    assert kinds == {*PAGED, "cards"}
