"""A field reads 未载明 only where nothing else in its record says it: every place that can say so, tried out."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from chuxin.archive.linking import Archive
from chuxin.pages.rendering import TEMPLATES, Renderer
from chuxin.pages.unsaid import Told, unsaid
from chuxin.records.wording import UNKNOWN
from chuxin.site.site import Site
from making import ALLIANCE, linked, meeting, person, speech, unit

CLINIC = {**unit("clinic", "医疗机构"), "name": "青石医院"}
LI, WU = {**person("li", "li"), "name": "李青"}, {**person("wu", "wu"), "name": "吴山"}
REPORT = {"id": "report", "headline": "报道的题", "type": "报道"}
BASE = {"organizations": [CLINIC], "people": [LI, WU], "sources": [REPORT]}
BRAND = {"id": "light", "name": "灯", "type": "品牌"}
DESK = {"id": "desk", "title": "小桌", "type": "课题", "authors": [], "summary": "概述"}
NEEDS = {"id": "needs", "name": "需求清单", "type": "需求"}
SAID = {"type": "statement", "speaker": "li", "form": "未见公开"}
OFFICE = {"office": "会长", "holders": {"people": ["li"]}}


def entries(**more) -> dict:
    return {**NEEDS, "entries": [{"id": "e", "title": "条", **more}]}


def attending(**more) -> dict:
    return {"attendance": {"people": [{"person": "li", **more}]}}


def talk(*items: dict, **more) -> dict:
    return meeting("2031", *items, **more)


# The page, what reads 未载明 on it, a record that does not say it, and records in which something else does.
CASES: dict[tuple[str, str], tuple[dict, list[dict]]] = {
    ("brands/light", "所属单位"): (BRAND, [{**BRAND, "owner": "clinic"}, {**BRAND, "summary": "青石医院的品牌。"}]),
    ("brands/light", "发布"): (BRAND, [{**BRAND, "note": "2031年在街上发布。"}]),
    ("outcomes/desk", "作者"): (DESK, [{**DESK, "summary": "吴山写成。"}, {**DESK, "authors": ["li"]}]),
    ("outcomes/desk", "所属单位"): (DESK, [{**DESK, "note": "[医院](record:organizations/clinic)的课题。"}]),
    ("outcomes/desk", "完成日期"): (DESK, [{**DESK, "summary": "2031年春天完成。"}, {**DESK, "date": "2031"}]),
    ("sources/report", "发布者"): (REPORT, [{**REPORT, "headline": "青石医院简报"}]),
    ("sources/report", "发布日期"): (REPORT, [{**REPORT, "headline": "2031年3月简报"}]),
    ("sources/report", "网址"): (REPORT, [{**REPORT, "note": "见 https://example.org/a 。"}]),
    ("listings/needs", "梳理单位"): (NEEDS, [{**NEEDS, "summary": "由青石医院整理。"}, {**NEEDS, "keeper": "clinic"}]),
    ("listings/needs", "单位"): (
        entries(),
        [entries(title="青石医院义诊"), entries(text="由医院提供。"), entries(claimed_by=["clinic"])],
    ),
    ("listings/needs", "列入日期"): (entries(), [entries(text="2031年3月列入。"), entries(title="3月12日的需求")]),
    ("meetings/2031", "时间"): (talk(), [talk(note="会议在上午开。"), talk(time="下午")]),
    ("meetings/2031", "地点"): (talk(), [talk(purpose=["在社区中心举行"])]),
    ("meetings/2031", "召开单位"): (talk(), [talk(note="由青石医院召集。"), talk(organizers=["clinic"])]),
    ("meetings/2031", "出席"): (talk(), [talk(SAID), talk(attendance={"organizations": ["clinic"]})]),
    ("meetings/2031", "议程"): (talk(), [talk(SAID)]),
    ("meetings/2031", "身份"): (
        talk(SAID),
        [talk({**SAID, "on_behalf_of": ["clinic"]}), talk({**SAID, "type": "remarks"})],
    ),
    ("meetings/2031", "代表"): (
        talk(SAID),
        [
            talk({**SAID, "capacity": "居民代表"}),
            talk({**SAID, "type": "remarks"}),
            talk({**SAID, "on_behalf_of": ["clinic"]}),
        ],
    ),
    ("statements/2031-i0", "单位"): (
        talk(SAID),
        [
            talk({**SAID, "posts": [{"title": "院长", "organization": "clinic"}]}),
            talk({**SAID, "capacity": "青石医院志愿者"}),
            talk(SAID, **attending(organization="clinic")),
        ],
    ),
    ("statements/2031-i0", "职务"): (talk(SAID), [talk(SAID, **attending(posts=["院长"]))]),
    ("statements/2031-i0", "身份"): (
        talk(SAID),
        [talk({**SAID, "on_behalf_of": ["clinic"]}), talk({**SAID, "type": "remarks"})],
    ),
    ("statements/2031-i0", "代表谁"): (
        talk(SAID),
        [talk({**SAID, "capacity": "居民代表"}), talk({**SAID, "type": "remarks"})],
    ),
    ("people/li", "职务"): (
        talk(**attending()),
        [talk({**SAID, "posts": ["院长"]}, **attending()), talk(**attending(posts=["院长"]))],
    ),
    ("people/li", "身份"): (talk(SAID), [talk({**SAID, "on_behalf_of": ["clinic"]})]),
    ("people/li", "代表谁"): (talk(SAID), [talk({**SAID, "capacity": "居民代表"})]),
    ("organizations/alliance", "成立"): (ALLIANCE, [{**ALLIANCE, "background": "2019年成立。"}]),
    ("organizations/a", "加入"): (
        unit("a", memberships=[{"body": "alliance"}]),
        [unit("a", memberships=[{"body": "alliance", "note": "来源写明2019年加入。"}])],
    ),
    ("organizations/alliance", "起"): (
        {**ALLIANCE, "offices": [OFFICE]},
        [{**ALLIANCE, "offices": [{**OFFICE, "note": "2019年3月起。"}]}],
    ),
    ("organizations/a", "曾用名"): (
        unit("a", former_names=[{"name": "旧名"}]),
        [unit("a", former_names=[{"name": "旧名", "until": "2031"}])],
    ),
    ("brands/light", "来源"): (BRAND, [{**BRAND, "sources": ["report"]}]),
    ("listings/needs", "来源"): (NEEDS, [entries(sources=["report"])]),
}
# What no record of a kind but its own can say of itself is shown for what it is.
_KINDS = {
    "alliance": "organizations",
    "a": "organizations",
    "2031": "meetings",
    "2031-i0": "meetings",
    "li": "meetings",
}


def archive_with(route: str, record: dict) -> Archive:
    kind, _, identifier = route.partition("/")
    kind = _KINDS.get(identifier, kind)
    others = [one for one in BASE.get(kind, []) if one["id"] != record["id"]]
    bodies = [ALLIANCE] if kind == "organizations" and record["id"] != "alliance" else []
    return linked(**{**BASE, kind: [*others, *bodies, record]})


def unknown_on(route: str, record: dict) -> set[str]:
    """Return what reads 未载明 on a page: the fact, the column, or the section."""
    site = Site(Path("data"), archive_with(route, record), {}, {})
    page = next(one for one in site.record_pages() if f"{one.kind}/{one.id}" == route)
    root = lxml.html.fromstring(f"<div>{site.render_record(Renderer(), page)}</div>")
    found = set()
    for element in root.iter():
        if isinstance(element.tag, str) and UNKNOWN in (element.text or ""):
            found.add(_label(element))
    return found


def _label(element: lxml.html.HtmlElement) -> str:
    if named := re.match(r"(.+)日期", element.text or ""):
        return named[1]
    for above in (element, *element.iterancestors()):
        if above.tag == "dd":
            return above.getprevious().text_content().strip()
        if above.tag == "td":
            before = element.getprevious()
            text = (above.text if before is None else before.tail) or ""
            return above.get("data-label") or re.sub(r"\W", "", text)
        if "cx-who" in above.get("class", ""):
            return element.text.strip().removesuffix(UNKNOWN)
        if above.tag == "p" and (label := re.match(r"\W*.*?(来源)：", above.text_content(), re.DOTALL)):
            return label[1]
        if above.tag == "section" and element.tag == "p" and "cx-unknown" in element.get("class", ""):
            return above.find("h2").text_content()
    return ""


@pytest.mark.parametrize(("place", "records"), CASES.items(), ids=map("-".join, CASES))
def test_what_something_else_says_is_not_called_unknown(place, records):
    (route, label), (silent, telling) = place, records
    assert label in unknown_on(route, silent)
    for record in telling:
        assert label not in unknown_on(route, record), record


@pytest.mark.parametrize(("route", "record"), {route: silent for (route, _), (silent, _) in CASES.items()}.items())
def test_every_place_that_says_so_is_tried(route, record):
    kind = route.partition("/")[0]
    tried = {label for other, label in CASES if other.partition("/")[0] == kind} | {"来源"}
    assert unknown_on(route, record) - {""} <= tried


def test_templates_call_nothing_unknown_elsewhere():
    """Whoever adds a place has to say what else may tell of it, and to try it above."""
    found = {
        (path.name, line.strip())
        for path in TEMPLATES.glob("*.html")
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\bunknown\b|\bgap\(|fact\([^)]*, \"\"\)", line)
        and path.name not in ("macros.html", "components.html")
    }
    assert {name for name, _ in found} == {
        "here.html",  # the sources
        "bodies.html",  # in the legend of what boxes.html says
        "boxes.html",  # since when a unit is a member; tried by test_bodies.py
        "glance.html",  # for whom somebody spoke
        "meetings.html",  # who attended, the agenda
        "members.html",
        "offices.html",
        "organizations.html",  # on a card, as in members.html
        "posts.html",
        "record.html",  # sources
        "successions.html",
        "trails.html",  # units and dates of entries, and where they began: tried in test_trails.py
    }
    assert len(found) == 18


def test_who_reported_an_outcome_need_not_have_made_it():
    told = meeting("2031", speech("wu", "report", outcome="desk", organization="clinic"))
    record = {**DESK, "note": "来源只写明由青石医院吴山汇报。"}
    site = Site(Path("data"), linked(**{**BASE, "outcomes": [record], "meetings": [told]}), {}, {})
    page = next(one for one in site.record_pages() if one.kind == "outcomes")
    html = site.render_record(Renderer(), page)
    assert re.findall(r"<dt>(\w+)</dt>\s*<dd><span class=\"cx-unknown\">", html) == ["作者", "所属单位", "完成日期"]


def test_what_is_told():
    archive = linked(**BASE)
    told = Told(archive, "青石医院", None, "[李](record:people/li)在三月一日")
    assert (told.unit(), told.unit("clinic"), told.person(), told.person("li")) == (True, False, True, False)
    assert (told.date, told.word("三月|四月"), Told(archive).date) == (True, True, False)
    assert unsaid(a="", b="x", c=True) == {"a"}
