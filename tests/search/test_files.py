"""The static files that hold the documents."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chuxin.records.settings import Synonym
from chuxin.search.documents import NAMED, Document, documents
from chuxin.search.files import search_files
from chuxin.site.site import Site, read_site
from chuxin.words.folding import fold
from making import meeting, speech
from sites import SAMPLE
from viewing import LI, WU, archive


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
    assert facets["units"]["of"].count(" ") == facets["people"]["of"].count(" ") == len(found) - 1


def file(of: list[Document], name: str) -> Any:
    files = dict(search_files(of))
    return json.loads(files[f"search/{json.loads(files['search/meta.json'])['version']}/{name}"])


def places_in(facet: dict[str, str]) -> list[list[int]]:
    return [[int(one, 36) for one in of.split(",") if one] for of in facet["of"].split(" ")]


def test_units_and_people_are_places_among_their_names_and_none_names_itself(found: list[Document]) -> None:
    facets = file(found, "facets.json")
    for facet, kind in (("units", "organizations"), ("people", "people")):
        names, of = facets[facet]["names"].split("\n"), places_in(facets[facet])
        assert names == [one.names[0] for one in found if one.kind == kind]
        called = {one.route: one.names[0] for one in found if one.kind == kind}
        for one, places in zip(found, of, strict=True):
            wanted = {called[f"{kind}/{named}/"] for named in getattr(one, facet)} if one.kind != kind else set()
            assert {names[place] for place in places} == wanted, one.route


def test_of_two_of_one_name_the_first_stands_for_both() -> None:
    found = documents(archive(meeting("2031", speech("li2")), people=[LI, {**LI, "id": "li2"}, WU]), [])
    facets = file(found, "facets.json")["people"]
    assert facets["names"] == "吴\n李\n李"
    assert [of for one, of in zip(found, places_in(facets), strict=True) if one.kind == "people"] == [[], [], [1]]
    assert [of for one, of in zip(found, places_in(facets), strict=True) if one.kind == "statements"] == [[1]]


def test_answers_are_those_of_named_documents_in_their_order(
    found: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chuxin.search.files.ANSWERS", 7)
    files = dict(search_files(found))
    meta = json.loads(files["search/meta.json"])
    answers = [
        answer
        for number in range(len([name for name in files if "/answers/" in name]))
        for answer in json.loads(files[f"search/{meta['version']}/answers/{number}.json"])
    ]
    named = [one for one in found if one.kind in NAMED]
    assert found[: meta["named"]] == named and meta["answers"] == 7 and len(answers) == len(named)
    for one, (said, counts) in zip(named, answers, strict=True):
        assert said == one.brief.line
        assert [f"{one.route}#{place}" for _, place in counts] == [count.route for count in one.brief.counts]
    assert not [one for one in found[meta["named"] :] if one.brief]


def test_a_block_is_not_long_by_names_either() -> None:
    many = [{"id": f"p{number}", "name": f"某人{number}", "sort": "mou ren"} for number in range(400)]
    files = dict(search_files(documents(archive(people=[LI, *many]), [])))
    assert max(json.loads(files["search/meta.json"])["blocks"]) < 60


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
