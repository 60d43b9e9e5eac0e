"""What can be found: documents from records and pages, their order, and the files that hold them."""

from __future__ import annotations

import json

import pytest
from chuxin.records.settings import Synonym
from chuxin.search.documents import NAMED, ORDER, Document, documents
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


def test_every_record_statement_and_page_is_a_document(site: Site, found: list[Document]) -> None:
    routes = [one.route for one in found]
    assert len(routes) == len(set(routes))
    assert set(routes) == {page.route for page in site.record_pages()} | {page.route for page in site.pages.values()}


def test_kinds_stand_in_order_short_names_and_new_meetings_first(found: list[Document]) -> None:
    kinds = [ORDER.index(one.kind) for one in found]
    assert kinds == sorted(kinds)
    for kind in ("people", "organizations", "outcomes"):
        lengths = [len(one.names[0]) for one in found if one.kind == kind]
        assert lengths == sorted(lengths)
    for kind in ("meetings", "statements"):
        years = [one.year for one in found if one.kind == kind]
        assert years == sorted(years, reverse=True)


def test_what_was_said_is_text_of_the_statement_only(found: list[Document]) -> None:
    holding = [one.route for one in found if any("楼下的人却进不来" in text for text in one.paragraphs)]
    assert holding == ["statements/2031-03-12-jia-yiming/"]


def test_texts_have_no_markup(found: list[Document]) -> None:
    texts = [text for one in found if one.kind != "pages" for text in one.paragraphs]
    assert not [text for text in texts if "**" in text or "](" in text or "record:" in text]
    assert any("<script>alert(1)</script>" in text for text in texts)


def test_a_statement_is_found_by_its_speaker_unit_and_body(found: list[Document]) -> None:
    statement = next(one for one in found if one.route == "statements/2031-03-12-jia-yiming/")
    assert statement.people == ("jia-yiming",)
    assert statement.units == ("yunshan-community-school", "shili-conference")
    assert statement.context == "云杉大学社区学院讲师甲一鸣"
    assert (statement.year, statement.date) == (2031, "2031年3月12日")


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
