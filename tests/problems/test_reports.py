"""Reports: text with the caret right below the mistake, JSON, and annotations on a pull request's lines."""

import json
import re
import unicodedata

import pytest
from chuxin.problems.problems import Problem, Span
from chuxin.problems.reports import CLEAN, as_github, as_json, count, text
from hypothesis import given, settings
from hypothesis import strategies as st


def problem(line: str, start: int, length: int, hint: str = "", code: str = "E100", path: str = "a.yml"):
    return Problem(Span(path, 7, start + 1, length, line), code, "错了", hint)


def columns(words: str) -> int:
    """Return how many columns of a terminal words take."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in words)
    return len(words) + wide - sum(bool(unicodedata.combining(character)) for character in words)


def marked(line: str, start: int, length: int) -> tuple[str, str]:
    """Return what the caret stands below, and the excerpt."""
    _, excerpt, caret, _ = text([problem(line, start, length)]).split("\n")
    excerpt, caret = excerpt.removeprefix("    7 | "), caret.removeprefix("      | ")
    before, width = columns(caret) - columns(caret.lstrip(" \u3000")), len(caret.strip())
    found, at = "", 0
    for character in excerpt:
        if before <= at < before + width and (found or columns(character)):
            found += character
        at += columns(character)
    return found, excerpt


@pytest.mark.parametrize(
    ("line", "start", "length", "wanted"),
    [
        ("      - qu-yang-hospital", 8, 16, "qu-yang-hospital"),
        ("name: 张三李四", 8, 2, "李四"),
        ("　　- 张三", 4, 2, "张三"),
        ("name：张三", 4, 1, "："),
        ("a: e\u0301x", 5, 1, "x"),
        ("\t- x", 3, 1, "x"),
        ("x" * 300 + "张三" + "y" * 300, 300, 2, "张三"),
        ("张" * 300, 290, 5, "张张张张张"),
        ("a: " + "长" * 300, 3, 300, None),
        ("x", 1, 1, ""),
    ],
)
def test_the_caret_stands_below_what_is_meant(line, start, length, wanted):
    found, excerpt = marked(line, start, length)
    assert columns(excerpt) <= 104
    if wanted is not None:
        assert found == wanted
    else:
        assert found.startswith("长长") and excerpt.endswith("…")


@settings(deadline=None)
@given(st.text(st.sampled_from("a张　，“·e\u0301 \t："), min_size=1, max_size=300), st.data())
def test_the_caret_stands_right_wherever_it_is(line, data):
    start = data.draw(st.integers(0, len(line) - 1))
    if line.strip() and not unicodedata.combining(line[start]):
        found, _ = marked(line, start, 1)
        shown = line[start].replace("\t", " ")
        assert found.rstrip("\u0301") == shown or not shown.strip()


def test_text_shows_the_hint_behind_the_caret_or_below():
    assert text([problem("名: 张", 3, 1, "这样写")]).split("\n") == [
        "a.yml:7:4: 错误[E100] 错了",
        "    7 | 名: 张",
        "      | 　  ^^ 这样写",
        "共 1 处错误。",
    ]
    assert text([problem("", 0, 1, "这样写", "W100")]).split("\n") == [
        "a.yml:7:1: 警告[W100] 错了",
        "      | 这样写",
        "共 1 处警告。",
    ]


def test_the_caret_stands_right_behind_an_emoji_made_of_several():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    _, excerpt, caret, _ = text([problem(f"a: {family}\u2764\ufe0f\uff0cx", 10, 1)]).split("\n")
    assert excerpt == f"    7 | a: {family}\u2764\ufe0f\uff0cx"
    assert caret == "      |    \u3000\u3000^^"


def test_colour_changes_nothing_but_colour():
    problems = [problem("名: 张", 3, 1, "这样写"), problem("x", 0, 1, code="W100")]
    coloured = text(problems, colour=True)
    assert "\x1b[1;31m错误[E100]\x1b[0m" in coloured and "\x1b[1;33m警告[W100]\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == text(problems)


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ([], CLEAN),
        (["E1"], "共 1 处错误。"),
        (["W1", "W2"], "共 2 处警告。"),
        (["W1", "E1", "E2"], "共 2 处错误、1 处警告。"),
    ],
)
def test_errors_and_warnings_are_counted(codes, sentence):
    problems = [problem("", 0, 1, code=code) for code in codes]
    assert count(problems) == sentence
    assert text(problems).split("\n")[-1] == as_github(problems).split("\n")[-1] == sentence


def test_sorted_by_file_and_place_and_each_once():
    spans = [Span("a.yml", 2, 9), Span("a.yml", 10, 1), Span("a.yml", 10, 2), Span("b.yml")]
    problems = [Problem(span, "E100", "错") for span in spans]
    places = ["a.yml:2:9", "a.yml:10:1", "a.yml:10:2", "b.yml:1:1"]
    assert re.findall(r"^(\S+): 错误", text([*reversed(problems), *problems]), re.M) == places
    rows = json.loads(as_json([*problems, problems[0]]))["problems"]
    assert [f"{row['path']}:{row['line']}:{row['column']}" for row in rows] == places


def test_json_says_everything():
    assert json.loads(as_json([problem("名: 张", 3, 1, "这样写"), problem("", 0, 1, code="W100")])) == {
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "path": "a.yml",
                "line": 7,
                "column": column,
                "length": 1,
                "severity": severity,
                "code": code,
                "message": "错了",
                "hint": hint,
            }
            for column, severity, code, hint in ((1, "warning", "W100", ""), (4, "error", "E100", "这样写"))
        ],
    }


def test_github_is_told_in_its_own_way():
    one = Problem(Span("data/a:b,c%.yml", 7, 3, 2, "x"), "E100", "100% 错", "这样：a,b")
    assert as_github([one]).split("\n")[0] == (
        "::error file=data/a%3Ab%2Cc%25.yml,line=7,col=3,endColumn=5,title=错误 E100::100%25 错（这样：a,b）"
    )
    assert as_github([problem("", 0, 1, code="W100")]).startswith("::warning file=a.yml,")


NASTY = "\n\r\t\x00\x1b[31m\x85\u2028\u202e\u2066\u200b\ufeff\ud800::error::\x7f"


@pytest.mark.parametrize("show", [text, as_json, as_github])
def test_nothing_that_was_typed_moves_the_cursor_or_begins_a_command(show):
    one = Problem(Span(f"a{NASTY}.yml", 1, 1, 3, f"x{NASTY}y"), "E100", f"错{NASTY}", f"写{NASTY}")
    shown = show([one]).encode().decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200b\ufeff]", shown)
    lines = {text: 4, as_json: len(as_json([problem("", 0, 1)]).split("\n")), as_github: 2}[show]
    assert len(shown.split("\n")) == lines
    assert sum(line.startswith("::") for line in shown.split("\n")) == (show is as_github)
