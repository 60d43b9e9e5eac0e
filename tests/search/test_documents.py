"""What can be found: documents from records and pages, their order, and the files that hold them."""

from __future__ import annotations

import pytest
from chuxin.search.documents import NAMED, ORDER, Document, documents
from chuxin.site.site import Site, read_site
from making import meeting
from sites import SAMPLE
from viewing import archive


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
    assert set(routes) == {page.place for page in site.record_pages()} | {page.route for page in site.pages.values()}


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


def test_a_meeting_is_found_by_its_number_as_its_page_shows_it(found: list[Document]) -> None:
    holding = {one.route for one in found if "第3次" in one.paragraphs}
    assert holding == {"meetings/2031-03-12/"}


def test_a_statement_is_found_by_its_speaker_unit_and_body(found: list[Document]) -> None:
    statement = next(one for one in found if one.route == "statements/2031-03-12-jia-yiming/")
    assert statement.people == ("jia-yiming",)
    assert statement.units == ("yunshan-community-school", "shili-conference")
    assert statement.context == "云杉大学社区学院讲师甲一鸣"
    assert (statement.year, statement.date) == (2031, "2031年3月12日")


def test_what_was_no_later_than_a_day_is_found_by_the_day_and_says_so(found: list[Document]) -> None:
    dated = {one.route: (one.year, one.date) for one in found}
    assert dated["meetings/2032-06-18/"] == dated["statements/2032-06-18-geng-xingye/"]
    assert dated["meetings/2032-06-18/"] == (2032, "不晚于2032年6月18日")


def test_a_meeting_is_found_by_all_units_that_attended() -> None:
    attendance = {
        "organizations": ["street"],
        "groups": [{"name": "干部", "organization": "district"}, {"name": "负责人", "body": "alliance"}],
    }
    found = documents(archive(meeting("2031", attendance=attendance)), [])
    (document,) = (one for one in found if one.kind == "meetings")
    assert document.units == ("street", "district", "alliance")
    assert {"街道", "区委", "ALLIANCE"} <= set(document.paragraphs)


def test_a_unit_is_found_by_what_it_was_called_and_a_meeting_by_the_name_of_its_day(found: list[Document]) -> None:
    [school] = [one for one in found if one.route == "organizations/maque-primary-school/"]
    assert school.names == ("麻雀小学", "示例街道实验小学")
    [meeting] = [one for one in found if one.route == "meetings/2031-06-20/"]
    assert "示例街道实验小学" in meeting.paragraphs and "麻雀小学" not in "".join(meeting.paragraphs)
    assert "maque-primary-school" in meeting.units


def test_a_person_is_told_from_another_of_the_name_by_the_last_post(found: list[Document]) -> None:
    context = {one.route: one.context for one in found}
    assert context["people/geng-xingye/"] == "一千只风铃志愿服务社社长（2033年3月18日）"
    assert context["people/xin-bange/"] == ""


def test_what_is_called_by_a_name_says_what_it_is(site: Site, found: list[Document]) -> None:
    for one in found:
        assert (one.brief is not None) == (one.kind in NAMED), one.route
    told = {page.route: page.description for page in site.record_pages()}
    assert all(told[one.route].startswith(one.brief.line) for one in found if one.brief and one.route in told)
