"""Every code is explained, and every example of an explanation does what is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from cases import file_of, problems_of
from chuxin.command.commands import chuxin, main
from chuxin.editing.handbook.codes import (
    Explanation,
    anchor,
    codes_page,
    explained,
    explanations,
    families,
    named,
    near,
)
from chuxin.problems.typed import SourceText
from chuxin.prose.extensions import convert
from chuxin.reading.parsing import parse
from sites import BuiltSite

PACKAGE = Path(__file__).parent.parent.parent.parent / "hooks" / "chuxin"
EXPLANATIONS = PACKAGE / "editing" / "handbook" / "explanations"
CODE = re.compile(r'"([EW]\d{3})"')
USED = {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
HALF_WIDTH = re.compile(r"(?<=[㐀-鿿])[,;:?!()\"']|[,;:?!(\"'](?=[㐀-鿿])")
# Words of those who write programs.
JARGON = re.compile(
    r"解析|序列化|语法|标量|映射|字符串|布尔|枚举|节点|锚点|路径|参数|数组|转义|异常|schema|token", re.I
)

each = pytest.mark.parametrize("one", explanations().values(), ids=explanations())
# What no text of a file brings out has no examples.
UNTRIED = ("layout", "program")
TRIED = [one for name, family in families().items() if name not in UNTRIED for one in family.values()]
EXAMPLES = [
    *((one, one.wrong, {one.code}) for one in TRIED),
    *((one, example, {one.code}) for one in TRIED for example in one.also),
    *((one, one.right, set()) for one in TRIED),
]


def run(capsys, *arguments: str) -> tuple[str, str, int]:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    return *capsys.readouterr(), int(stopped.value.code or 0)


def test_every_code_is_explained_and_nothing_else() -> None:
    assert USED - explanations().keys() == set()
    assert explanations().keys() - USED == set()


def test_a_code_is_explained_once() -> None:
    assert sum(map(len, families().values())) == len(explanations())
    assert {f"{name}.yml" for name in families()} == {path.name for path in EXPLANATIONS.iterdir()}


@pytest.mark.parametrize(
    ("one", "example", "codes"), EXAMPLES, ids=lambda value: value.code if isinstance(value, Explanation) else ""
)
def test_a_wrong_example_raises_its_code_alone_and_a_right_one_nothing(one, example, codes, tmp_path) -> None:
    files = dict(file_of(heading, text) for heading, text in example.items())
    assert {problem.code for problem in problems_of(files, tmp_path)} == codes


@each
def test_texts_are_plain_chinese_sentences(one: Explanation) -> None:
    assert not one.title.endswith("。")
    assert len(one.title) <= 20
    for text in (one.meaning, one.mend):
        assert text.endswith("。")
        assert 1 <= text.count("。") <= 3
        assert text.count("`") % 2 == 0
    for text in (one.title, one.meaning, one.mend):
        assert not HALF_WIDTH.search(text)
        assert not JARGON.search(text)
        assert text == text.strip()


@pytest.mark.parametrize("name", families())
def test_explanations_have_the_fields_that_are_shown(name: str) -> None:
    data, problems = parse(SourceText(name, (EXPLANATIONS / f"{name}.yml").read_text("utf-8")))
    assert not problems
    for fields in data.values():
        if name in UNTRIED:
            assert list(fields) == ["title", "meaning", "mend"]
            continue
        assert list(fields) in (
            ["title", "meaning", "mend", "wrong", "right"],
            ["title", "meaning", "mend", "wrong", "right", "also"],
        )
    # In the order of the numbers: W309 stands beside E309.
    assert [code[1:] for code in data] == sorted(code[1:] for code in data) or name == "archive"


@each
def test_a_code_is_explained_in_the_terminal(one: Explanation, capsys) -> None:
    out, err, code = run(capsys, "explain", one.code)
    assert (out, err, code) == (explained(one.code), "", 0)
    assert out.startswith(f"{'错误' if one.code[0] == 'E' else '警告'}[{one.code}] {one.title}\n")
    assert one.meaning.replace("`", "") in out
    assert ["错误的例子：" in out, "正确的例子：" in out] == [one in TRIED] * 2
    assert f"怎样改：{one.mend.replace('`', '')}" in out
    for example in filter(None, (one.wrong, one.right, *one.also)):
        for heading, text in example.items():
            assert heading.split(" ")[0] in out
            if "(escaped)" not in heading:
                assert [line for line in text.split("\n") if f"    {line.rstrip()}" not in out and line.strip()] == []
    # What cannot be seen is shown by something that can.
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u3000\xa0\u200b]|\\u|\\x", out)


def test_what_cannot_be_seen_is_said(capsys) -> None:
    for code, words in (("E101", "存成 GB18030 编码"), ("E104", "重复 100,000 遍"), ("E113", "→ 表示制表符")):
        assert words in explained(code)
    for code, words in (("E114", "□ 表示全角空格"), ("E120", "没有这个文件夹"), ("E121", "指向 zhang-san.yml")):
        assert words in explained(code)


@pytest.mark.parametrize("written", ["E112", "e112", "Ｅ１１２", "[E112]", " e112 "])
def test_a_code_is_found_however_it_is_typed(written, capsys) -> None:
    assert named(written) == "E112"
    assert run(capsys, "explain", written) == (explained("E112"), "", 0)


def test_an_unknown_code_is_answered_with_near_ones(capsys) -> None:
    out, err, code = run(capsys, "explain", "E999")
    assert (out, code) == ("", 2)
    assert err.startswith("没有 E999 这个代号。您是否想写 E")
    assert near("112") == ["E112"]
    assert near("W112") == ["E112"]
    assert run(capsys, "explain", "冒号")[1].startswith("没有 冒号 这个代号。\n")


def test_without_a_code_all_are_listed(capsys) -> None:
    out, err, code = run(capsys, "explain")
    assert (err, code) == ("", 0)
    assert re.findall(r"^  ([EW]\d{3})  (.+)$", out, re.MULTILINE) == [
        (one.code, one.title) for one in explanations().values()
    ]


def test_the_command_has_its_help(capsys) -> None:
    assert "explain" in chuxin.commands
    out, _, code = run(capsys, "explain", "--help")
    assert ("代号" in out, code) == (True, 0)


def test_the_page_has_a_place_for_every_code() -> None:
    """Rendered as MkDocs does: every code has a heading, the links to it lead there, every example is a block."""
    page = codes_page().split("---\n", 2)[2]
    html = lxml.html.fromstring(f"<div>{convert(page).html}</div>")
    assert html.xpath("//h3/@id") == [anchor(code) for code in explanations()]
    assert [one.text_content() for one in html.xpath("//h3")] == [one.name for one in explanations().values()]
    assert html.xpath("//li/a/@href") == [f"#{anchor(code)}" for code in explanations()]
    texts = [one.text_content() for one in html.xpath("//pre")]
    shown = [
        text.strip("\n").rstrip(" ")
        for one in TRIED
        for example in (one.wrong, one.right, *one.also)
        for heading, text in example.items()
        if text.strip() and "(escaped)" not in heading
    ]
    missing = [text for text in shown if text not in [one.strip("\n") for one in texts]]
    assert missing == []
    assert "~~~" not in html.text_content()
    assert not html.xpath("//p[contains(., '`') or contains(., '**')]")


def test_the_page_shows_what_a_report_looks_like() -> None:
    assert "data/people/zhang-san.yml:2:5: 错误[E112]" in codes_page()
    assert "\n      |     ^^ " in codes_page()


def test_the_built_page_has_a_place_for_every_code(real: BuiltSite) -> None:
    page = real.pages["handbook/codes/"]
    for one in explanations().values():
        [heading] = page.xpath(f"//h3[@id='{anchor(one.code)}']")
        assert heading.text_content().startswith(one.name)
