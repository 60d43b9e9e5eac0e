"""The way of an outcome: what is known of it, and what is not."""

from pathlib import Path

import lxml.html
import pytest
from chuxin.pages.rendering import Renderer
from chuxin.pages.way import way_view
from chuxin.records.outcomes import Outcome
from chuxin.site.site import Site
from making import meeting, speech
from viewing import DESK, archive

NAMED = "用上了[小桌](record:outcomes/desk)。"
UNKNOWN_DESK = {**DESK, "authors": []}


def way(found):
    return way_view(found, found.of(Outcome)["desk"])


def follow_up(date: str, text: str = NAMED) -> dict:
    return {"date": date, "text": text}


def listing(*entries: dict) -> dict:
    return {"id": "needs", "name": "需求清单", "type": "需求", "entries": list(entries)}


def test_what_came_later_is_what_follow_ups_and_entries_say_that_name_it():
    entries = [
        {"id": "dated", "title": "甲", "date": "2031-04", "text": NAMED},
        {"id": "undated", "title": "乙", "text": f"{NAMED}{NAMED}"},
        {"id": "other", "title": "丙", "text": "别的事。"},
    ]
    told = meeting("2031", follow_ups=[follow_up("2032-05"), follow_up("2031-03"), follow_up("2031-02", "别的事。")])
    found = archive(told, listings=[listing(*entries)])
    assert [(one.record.text, one.record.route, one.date and one.date.iso) for one in way(found).later] == [
        ("会2031的后续", "meetings/2031/#_follow-up-2", "2031-03"),
        ("需求清单：甲", "listings/needs/#dated", "2031-04"),
        ("会2031的后续", "meetings/2031/#_follow-up-1", "2032-05"),
        ("需求清单：乙", "listings/needs/#undated", None),
    ]


def test_a_follow_up_that_names_it_in_its_field_and_in_its_text_is_told_once():
    told = [{**follow_up("2032"), "outcomes": ["desk"]}, {"date": "2033", "text": "又用了。", "outcomes": ["desk"]}]
    found = archive(meeting("2031", follow_ups=told))
    assert [one.text for one in way(found).later] == [NAMED, "又用了。"]


def test_who_names_it_elsewhere_says_nothing_of_its_use():
    report = speech("li", "report", outcome="desk", text=NAMED)
    found = archive(meeting("2031", report, note=NAMED), listings=[{**listing(), "summary": NAMED}])
    assert way(found).later == ()


# An archive, and which of the stations are not known.
STATES = [
    (archive(outcomes=[UNKNOWN_DESK]), ["研究", "汇报", "运用"]),
    (archive(), ["汇报", "运用"]),
    (archive(meeting("2031", speech("li", "report", outcome="desk")), outcomes=[UNKNOWN_DESK]), ["研究", "运用"]),
    (archive(meeting("2031", follow_ups=[follow_up("2032")])), ["汇报"]),
    (archive(outcomes=[{**UNKNOWN_DESK, "summary": "2031年写成。"}]), ["汇报", "运用"]),
]


@pytest.mark.parametrize(("found", "unknown"), STATES)
def test_what_is_not_known_is_dashed_and_says_so(found, unknown):
    site = Site(Path("data"), found, {}, {})
    page = next(one for one in site.record_pages() if one.kind == "outcomes")
    stations = lxml.html.fromstring(site.render_record(Renderer(), page)).find_class("cx-way__station")
    told = {one.find("h3").text: "".join(one.text_content().split()) for one in stations}
    assert list(told) == ["研究", "汇报", "运用"]
    assert [one.find("h3").text for one in stations if "vague" in one.get("class")] == unknown
    assert ("作者未载明所属单位未载明完成日期未载明" in told["研究"]) == ("研究" in unknown)
    assert ("没有在会议上汇报的公开记录" in told["汇报"]) == ("汇报" in unknown)
    assert ("未见公开信息" in told["运用"]) == ("运用" in unknown)


@pytest.mark.parametrize("capacity", [None, "课题组代表"])
def test_who_reported_is_told_with_the_capacity_of_that_day(capacity):
    found = archive(meeting("2031", speech("li", "report", outcome="desk", capacity=capacity)))
    site = Site(Path("data"), found, {}, {})
    page = next(one for one in site.record_pages() if one.kind == "outcomes")
    told = lxml.html.fromstring(site.render_record(Renderer(), page))
    report = told.find_class("cx-way__station")[1].text_content()
    assert ("（课题组代表）在" in report) == bool(capacity)
