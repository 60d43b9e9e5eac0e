"""Small archives for the tests of views."""

from chuxin.pages.organizations import organization_view
from chuxin.problems.typed import SourceText
from chuxin.prose import Page
from chuxin.prose.extensions import convert
from chuxin.records.organizations import Organization
from chuxin.records.settings import FrontMatter
from making import ALLIANCE, COUNCIL, linked, person, unit

DISTRICT = {**unit("district", "党的机构"), "name": "区委"}
DEPARTMENT = {**unit("department", "党的机构"), "name": "组织部"}
STREET = {**unit("street", "街道"), "name": "街道"}
LI = {**person("li", "li"), "name": "李"}
WU = {**person("wu", "wu"), "name": "吴"}
DESK = {"id": "desk", "title": "小桌", "type": "课题", "authors": ["li"], "summary": "概"}
LIGHT = {"id": "light", "name": "灯", "type": "党建品牌"}
REPORT = {"id": "report", "headline": "报道的题", "type": "新闻报道"}

BASE = {
    "organizations": [DISTRICT, DEPARTMENT, STREET, COUNCIL, ALLIANCE],
    "people": [LI, WU],
    "outcomes": [DESK],
    "brands": [LIGHT],
    "sources": [REPORT],
}


def archive(*meetings: dict, **more):
    return linked(**{**BASE, "meetings": list(meetings), **more})


def article(name: str, date: str, headline: str = "题", description: str | None = None) -> Page:
    path = f"news/{name}.md"
    front = FrontMatter(title=headline, date=date, description=description)
    return Page(path, f"news/{name}/", SourceText(path, ""), convert(""), front, ())


def organization(linked_archive, identifier: str):
    return organization_view(linked_archive, linked_archive.of(Organization)[identifier])


def line(posts) -> str:
    """Return posts as their page shows them in a line."""
    return "、".join((one.unit.text if one.unit else "") + "、".join(one.titles) for one in posts)
