"""Every code is explained: what it means, an example that raises it, the same put right, how to mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cases import file_of, problems_of
from chuxin.commands import chuxin
from chuxin.editing.codes import anchor, codes_page, explained, explanations, families, listed, named, near
from click.testing import CliRunner
from conftest import ROOT, BuiltSite

PACKAGE = ROOT / "hooks" / "chuxin"
CODES = sorted(
    {code for path in PACKAGE.rglob("*.py") for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}
)
ONES = list(explanations().values())
WRONG = [(one.code, example) for one in ONES for example in (one.wrong, *one.also)]
# Words that say nothing to somebody in an office.
JARGON = "解析|序列|语法树|标量|锚点|字符串|布尔|null|schema|token|regex|API"

each_one = pytest.mark.parametrize("one", ONES, ids=lambda one: one.code)


def raised(example: dict[str, str], folder: Path) -> list[str]:
    return [problem.code for problem in problems_of(dict(file_of(*file) for file in example.items()), folder)]


def test_every_code_is_explained_and_nothing_else():
    assert sorted(explanations()) == CODES


def test_codes_stand_in_order():
    for family in families().values():
        assert list(family) == sorted(family, key=lambda code: code[1:])


@pytest.mark.parametrize(("code", "example"), WRONG, ids=[code for code, _ in WRONG])
def test_a_wrong_example_raises_its_code(code, example, tmp_path):
    assert set(raised(example, tmp_path)) == {code}


@each_one
def test_a_right_example_raises_nothing(one, tmp_path):
    assert raised(one.right, tmp_path) == []


@each_one
def test_texts_are_whole_sentences_in_plain_chinese(one):
    for words in (one.meaning, one.mend):
        assert words.endswith("。")
    for words in (one.title, one.meaning, one.mend):
        plain = re.sub(r"`[^`]*`", "", words)
        assert not re.search(r"[一-鿿][,;:?!]|[,;:?!][一-鿿]", plain)
        assert not re.search(JARGON, plain)
    assert not one.title.endswith("。") and len(one.title) <= 24


@each_one
def test_the_terminal_shows_every_part(one):
    shown = CliRunner().invoke(chuxin, ["explain", one.code.lower()])
    assert shown.exit_code == 0
    assert shown.output == explained(one.code)
    plain = re.sub(r"`|\*\*", "", f"{one.meaning}\n{one.mend}")
    for part in (one.code, one.title, *plain.split("\n"), "错误的例子", "正确的例子", "怎样改"):
        assert part in shown.output


def test_all_codes_are_listed():
    shown = CliRunner().invoke(chuxin, ["explain"])
    assert shown.exit_code == 0
    assert re.findall(r"^  ([EW]\d{3})", shown.output, re.M) == [one.code for one in ONES]
    assert shown.output.strip() == listed().strip()


@pytest.mark.parametrize("written", ["E112", "e112", "[E112]", "Ｅ１１２", " e112 "])
def test_a_code_is_known_however_it_is_written(written):
    assert named(written) == "E112"


def test_a_code_that_there_is_not_is_misuse():
    assert named("E999") is None
    assert "E112" in near("E1l2")
    shown = CliRunner().invoke(chuxin, ["explain", "E999"])
    assert shown.exit_code == 2


def test_the_page_has_a_place_for_every_code(real: BuiltSite):
    page = real.pages["handbook/codes/"]
    for one in ONES:
        [heading] = page.xpath(f"//h3[@id='{anchor(one.code)}']")
        assert heading.text_content().startswith(one.name)
    links = set(page.xpath("//article//a/@href"))
    assert {f"#{anchor(one.code)}" for one in ONES} <= links


def test_the_page_holds_every_example():
    page = codes_page()
    for one in ONES:
        for heading in one.wrong:
            assert f"`{heading.split(' ')[0]}`" in page
