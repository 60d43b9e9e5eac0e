"""A kind of records is added in five places: a model, a page, a template, a sample record, and its entry in the list.

An invented kind is added so to a copy of the project. Nothing else is touched; then the copy checks, formats, begins,
builds, shows and finds its records.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, expect
from serving import served
from sites import ROOT

MODEL = '''"""Courses that units give."""

from __future__ import annotations

from .fields import Date, Line, Model, OrganizationId, PersonId, Record, Text, Unpublished


class Lesson(Model, title="课次"):
    """One lesson of a course."""

    title: Line
    """课题。"""
    teacher: PersonId | None = None
    """讲课的人。"""


class Course(Record, title="课程", folder="courses"):
    """A course."""

    name: Line
    """名称。"""
    date: Date | None = None
    """开课日期；不知道就不写。"""
    host: OrganizationId | None = None
    """开课的单位。"""
    text: Text | None = None
    """内容。"""
    lessons: tuple[Lesson, ...] = ()
    """各课。"""
    unpublished: Unpublished
'''
PAGE = '''"""What the page of a course shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..records.courses import Course
from .page import Page
from .parts import DateView, Link, date_view, link_to
from .rows import Row


@dataclass(frozen=True)
class CourseView:
    """The page of a course."""

    date: DateView | None
    host: Link | None
    text: str | None
    lessons: tuple[tuple[str, Link | None], ...]


def course_view(archive: Archive, course: Course) -> CourseView:
    """Return everything that is shown of a course."""
    return CourseView(
        date_view(course.date),
        link_to(archive, "organizations", course.host) if course.host else None,
        course.text,
        tuple(
            (lesson.title, link_to(archive, "people", lesson.teacher) if lesson.teacher else None)
            for lesson in course.lessons
        ),
    )


def course_row(archive: Archive, course: Course) -> Row:
    """Return a course's row."""
    return Row(link_to(archive, "courses", course.id), date_view(course.date), (f"{len(course.lessons)}课",))


PAGE = Page(view=course_view, row=course_row, empty="这里将列出课程。至今没有公开的记录。")
'''
TEMPLATE = """{% extends layout %}

{% block facts %}
<dl class="cx-facts">
  {{ m.fact("开课日期", m.date(view.date) if view.date else "") }}
  {{ m.fact("开课单位", m.link(view.host) if view.host else "") }}
</dl>
{% endblock %}

{% block body %}
{{ view.text | markdown }}
<ol>
  {% for title, teacher in view.lessons %}
  <li>{{ title }}{% if teacher %}（{{ m.link(teacher) | trim }}）{% endif %}</li>
  {% endfor %}
</ol>
{% endblock %}
"""
RECORD = """id: yehua-ke
name: 夜话课
date: 2033-05
host: yunshan-university
lessons:
  - title: 怎样读报
    teacher: jia-yiming
  - title: 灯谜
unpublished:
  - 没有公布听课的人数。
text: 讲给[壬长风](record:people/ren-changfeng)和邻居们听的晚课。
sources:
  - jianbao-2032
note: 示例。
"""
LIST = Path("hooks/chuxin/records/kinds.py")
PLACES = {
    Path("hooks/chuxin/records/courses.py"): MODEL,
    Path("hooks/chuxin/pages/courses.py"): PAGE,
    Path("hooks/chuxin/pages/courses.html"): TEMPLATE,
    Path("tests/sample/courses/yehua-ke.yml"): RECORD,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the kind in it."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("hooks", "overrides", "mkdocs.yml", "tests/sample", "tests/world"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for path, text in PLACES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    text = (folder / LIST).read_text(encoding="utf-8")
    entered = text.replace("from .brands import Brand\n", "from .brands import Brand\nfrom .courses import Course\n")
    entered = entered.replace("Brand, Source)\n", "Brand, Source, Course)\n")
    assert len(entered.splitlines()) == len(text.splitlines()) + 1 and entered.count("Course") == 2
    (folder / LIST).write_text(entered, encoding="utf-8")
    return folder


def run(project: Path, *command: str) -> str:
    """Run a Python module of the copy on its sample archive, and return what it prints."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("RECORDS_URL", "SOURCE_DATE_EPOCH")},
        "PYTHONPATH": str(project / "hooks"),
        "PYTHONIOENCODING": "utf-8",
        "NO_MKDOCS_2_WARNING": "1",
        "ARCHIVE": "tests/sample",
        "DOCS": "tests/sample/docs",
        "SITE_URL": "https://example.org/quyang/",
    }
    arguments = [sys.executable, "-B", "-m", *command]
    done = subprocess.run(arguments, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """The copy's site."""
    run(project, "mkdocs", "build", "--strict")
    return project / "site"


def article(site: Path, route: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / route / "index.html").read_bytes()).xpath("//article")[0]


def test_its_records_are_checked(project: Path) -> None:
    run(project, "chuxin", "check", "tests/sample")
    record = project / "tests/sample/courses/yehua-ke.yml"
    sound = record.read_text("utf-8")
    try:
        record.write_text(sound.replace("yunshan-university", "yunshan-univercity").replace("date:", "data:"), "utf-8")
        with pytest.raises(AssertionError) as raised:
            run(project, "chuxin", "check", "tests/sample")
        assert "yehua-ke.yml:3:1: 错误[E202] 这里没有 “data” 这个字段" in str(raised.value)
        assert "yehua-ke.yml:4:7: 错误[E301] 找不到单位 “yunshan-univercity”" in str(raised.value)
        assert "您是否想写 date（开课日期）？" in str(raised.value)
    finally:
        record.write_text(sound, "utf-8")


def test_its_records_are_formatted(project: Path) -> None:
    assert "courses/yehua-ke.yml" in run(project, "chuxin", "format", "tests/sample")
    text = (project / "tests/sample/courses/yehua-ke.yml").read_text("utf-8")
    fields = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    assert fields == ["id", "name", "date", "host", "text", "lessons", "unpublished", "sources", "note"]
    assert run(project, "chuxin", "format", "tests/sample", "--check").strip() == "排版都已整理好。"


def test_a_record_of_it_is_begun(project: Path, tmp_path: Path) -> None:
    archive = Path(shutil.copytree(project / "tests/sample", tmp_path / "archive"))
    options = ("--name", "灯谜课", "--source", "jianbao-2032", "--archive", str(archive))
    run(project, "chuxin", "new", "课程", *options)
    (begun,) = set((archive / "courses").iterdir()) - {archive / "courses" / "yehua-ke.yml"}
    draft = begun.read_text("utf-8")
    assert "name: 灯谜课\n" in draft and "## 开课日期；不知道就不写。\n# date:\n" in draft
    assert "courses（课程）" in run(project, "chuxin", "new", "--help")


def test_it_has_pages_an_index_and_a_place_in_everything(site: Path) -> None:
    page = article(site, "courses/yehua-ke")
    assert [link.get("href") for link in page.xpath(".//dd/a | .//ol/li/a")] == [
        "../../organizations/yunshan-university/",
        "../../people/jia-yiming/",
    ]
    assert "没有公布听课的人数。" in page.text_content() and "2033年5月" in page.text_content()
    assert page.xpath("string(.//p[@class='cx-kicker'])") == "课程"
    index = article(site, "courses")
    assert index.xpath("string(.//h1)") == "课程" and "共1条，新的在前。" in index.text_content()
    assert index.xpath("string(.//h2)") == "2033年" and "1课" not in index.text_content()
    home = lxml.html.fromstring((site / "index.html").read_bytes())
    assert home.xpath("//header//nav//a[@href='courses/']/text()") == ["课程", "课程"]
    assert "夜话课" in article(site, "timeline").text_content()
    # Whatever it names or links shows it.
    for route in ("people/ren-changfeng", "people/jia-yiming", "organizations/yunshan-university"):
        assert "夜话课（课程）" in article(site, route).text_content()
    assert "夜话课" in article(site, "sources/jianbao-2032").text_content()
    assert "courses/yehua-ke/" in (site / "sitemap.xml").read_text("utf-8")


def test_its_schema_and_its_fields_are_written(project: Path) -> None:
    run(project, "chuxin.editing.handbook.generated", str(project / "generated"))
    schema = json.loads((project / "generated/schemas/courses.json").read_text("utf-8"))
    assert schema["title"] == "课程" and schema["definitions"]["Lesson"]["title"] == "课次"
    assert "## 课程\n" in (project / "generated/docs/handbook/fields.md").read_text("utf-8")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as at:
        yield at


@pytest.mark.parametrize("words", ["夜话课", "怎样读报", "yhk", "晚课", "2033年5月", "听课的人数"])
def test_it_is_found_by_whatever_it_contains(browser: Browser, address: str, words: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}search/?q={words}")
    expect(page.locator("[data-search-result]").first).to_have_attribute("href", f"{address}courses/yehua-ke/")
    shown = page.locator("[data-search-answers] p, [data-search-results] h2").get_by_text("课程", exact=True)
    expect(shown).to_be_visible()
    page.close()
