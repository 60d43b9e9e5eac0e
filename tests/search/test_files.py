"""The static files that hold the documents."""

from __future__ import annotations

import json

import pytest
from chuxin.records.settings import Synonym
from chuxin.search.documents import NAMED, Document, documents
from chuxin.search.files import search_files
from chuxin.site.site import Site, read_site
from chuxin.words.folding import fold
from sites import SAMPLE


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = read_site(SAMPLE, SAMPLE / "docs")
    assert site, problems
    return site


@pytest.fixture(scope="module")
def found(site: Site) -> list[Document]:
    return documents(site.archive, [(page, f"{page.name}的正文") for page in site.pages.values()])


def test_files_hold_every_document_once_in_its_order(found: list[Document]) -> None:
    files = dict(search_files(found))
    meta = json.loads(files["search/meta.json"])
    blocks = [
        json.loads(files[f"search/{meta['version']}/texts/{number}.json"]) for number in range(len(meta["blocks"]))
    ]
    assert [len(block) for block in blocks] == meta["blocks"]
    assert [document[0] for block in blocks for document in block] == [one.route for one in found]
    assert meta["documents"] == len(found) == meta["kinds"][-1][-1] == meta["years"][-1][-1]
    assert len([name for name in files if "/grams/" in name]) == len(meta["grams"])
    facets = json.loads(files[f"search/{meta['version']}/facets.json"])
    assert len(facets["units"]) == len(facets["people"]) == len(found)


def test_a_long_name_is_in_the_files_of_its_first_and_last_sign(
    found: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chuxin.search.files.NAMES", 5)
    files = dict(search_files(found))
    meta = json.loads(files["search/meta.json"])
    names = [json.loads(files[f"search/{meta['version']}/names/{place}.json"]) for place in range(meta["names"])]
    assert meta["names"] > 5
    wanted = {(number, fold(name)) for number, one in enumerate(found) if one.kind in NAMED for name in one.names}
    wanted = {(number, name) for number, name in wanted if len(name) > 3}
    assert {(number, name) for file in names for number, name in file} == wanted
    for number, name in wanted:
        assert all([number, name] in names[ord(sign) % len(names)] for sign in (name[0], name[-1]))


def test_what_readers_say_is_folded_as_they_type_it() -> None:
    synonyms = [Synonym(term="雷達·模型圖", also=["雷达图", "Ｒadar", "！"]), Synonym(term="另一种", also=["雷达图"])]
    meta = json.loads(dict(search_files([], synonyms))["search/meta.json"])
    assert meta["synonyms"] == {"雷达图": ["雷达模型图", "另一种"], "radar": ["雷达模型图"]}


def test_another_text_gives_another_version(found: list[Document]) -> None:
    def version(of: list[Document]) -> str:
        return json.loads(dict(search_files(of))["search/meta.json"])["version"]

    assert version(found) == version(list(found))
    assert version(found) != version(found[:-1])


def test_nothing_to_find() -> None:
    assert list(dict(search_files([])))[-1] == "search/meta.json"
