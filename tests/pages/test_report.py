"""The report that the preview shows: each problem with its line, warnings apart, nothing of it markup."""

from __future__ import annotations

import lxml.html
from chuxin.pages.rendering import Renderer
from chuxin.pages.report import described, report_view
from chuxin.problems.problems import Problem, Span


def test_problems_are_told_once_by_file_and_place() -> None:
    there = [
        Problem(Span("data/b.yml", 1, 1), "E2", "乙"),
        Problem(Span("data/a.yml", 9, 1), "E1", "甲"),
        Problem(Span("data/a.yml", 2, 5), "W1", "小心"),
        Problem(Span("data/a.yml", 2, 7), "E3", "丙"),
        Problem(Span("data/b.yml", 1, 1), "E2", "乙"),
    ]
    view = report_view(there)
    assert [one.place for one in view.errors] == ["data/a.yml:2:7", "data/a.yml:9:1", "data/b.yml:1:1"]
    assert [(one.place, one.severity) for one in view.warnings] == [("data/a.yml:2:5", "警告")]


def test_without_problems_there_is_nothing_to_tell() -> None:
    view = report_view([])
    assert (view.errors, view.warnings) == ((), ())


def test_a_problem_is_described_with_its_line_in_three_parts() -> None:
    shown = described(Problem(Span("data/a.yml", 3, 7, 2, "name: 甲乙丙"), "E1", "错", "改"))
    assert (shown.place, shown.code, shown.severity) == ("data/a.yml:3:7", "E1", "错误")
    assert (shown.line, shown.before, shown.marked, shown.after) == (3, "name: ", "甲乙", "丙")
    assert shown.has_line and not described(Problem(Span("data/a.yml"), "W1", "错")).has_line
    assert "\u202e" not in described(Problem(Span("a\u202e.yml"), "E1", "\u202e", "\u202e")).place


def test_warnings_stand_by_themselves_and_all_is_escaped() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    problems = [
        Problem(Span(f"{hostile}.yml", 2, 1, 3, f"{hostile}&amp;"), "E1", hostile, hostile),
        Problem(Span("b.yml"), "W1", "小心"),
        Problem(Span("b.yml"), "W1", "小心"),
    ]
    renderer = Renderer()
    html = renderer.render("report.html", "", view=report_view(problems), site_name="初心", root="/", policy="")
    tree = lxml.html.fromstring(html)
    assert tree.xpath("//img") == []
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 3 and "&amp;amp;" in html
    errors, warnings = tree.xpath("//ol[contains(@class, 'cx-problems')]")
    assert "".join(errors.xpath("string()").split()).count("错误E1") == 1
    assert "警告 W1" in warnings.xpath("string()") and len(warnings.xpath("li")) == 1
    assert "另有 1 处警告" in tree.xpath("string(//h2)")
