"""The handbook's situations: a report's sentence, the records that it becomes, and what must not be concluded from it.

That the records are valid is tested with all examples of the handbook. Here: what a sentence says in bold is found in
the records beside it, among what their fields say (a comment is no record), in one of four ways:

- as it is written;
- a date as ISO 8601 has it, or as a bound: 2024年3月 as 2024-03, or 不晚于2024-03;
- a number without its measure word, as a whole field: 11家 as 11;
- a name as the id that `chuxin new` proposes for it: 示例医院 as shili-yiyuan, 张三 as zhang-san.

And nothing that is a fact is left out of bold: no name, no number, no title in 《》, no words in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chuxin.editing.drafts.ids import suggested_id
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.agenda import ITEM_NAMES
from chuxin.records.fields import is_id
from chuxin.words.dates import PartialDate
from examples import FENCE
from sites import DOCS, ROOT

FOLDER = DOCS / "handbook" / "situations"
INDEX = (FOLDER / "index.md").read_text("utf-8")
PAGES = [file for file in sorted(FOLDER.glob("*.md")) if file.name != "index.md"]
# What clerks look for, as reports call it.
SOUGHT = (
    "成立 揭牌 授牌 聘任 选举 轮值 签约 认领 表彰 章程 更名 合并 近日 "
    "加入没有议案 只写了家数 居民代表发言 会前会后 表决票数 谁揭牌谁见证 发布和启动 后来怎样"
)
# A heading, the sentence, the records, and the line on what it does not say.
EXAMPLE = re.compile(
    r"^## (?P<name>.+)\n\n> (?P<sentence>.+)\n\n(?P<records>(?:```yaml\n(?:.*\n)+?```\n\n)+)\*\*不能由此得出\*\*：.+\n",
    re.MULTILINE,
)
FACT = re.compile(r"\*\*(.+?)\*\*")
PEOPLE = ["张三", "李四", "王五", "赵六", "孙七", "周八"]
MEASURES = "[家名人位票个项]"
# What is a fact wherever it stands; a mark stands for each fact in bold.
MARK = "\0"
UNMARKED = re.compile(rf"[0-9]|[《“](?!{MARK})|示例|{'|'.join(PEOPLE)}|[一二两三四五六七八九十百千余近]+{MEASURES}")


def examples(text: str) -> list[tuple[str, list[str]]]:
    """The examples of a page: each with its sentence and its records."""
    return [(one["sentence"], FENCE.findall(one["records"])) for one in EXAMPLE.finditer(text)]


def said(data: Any) -> Iterator[str]:
    """What the fields of a record say, from the first to the last."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from said(one)
    elif data is not None:
        yield str(data)


def is_found(fact: str, fields: list[str]) -> bool:
    """Whether a fact is among what fields say, in one of the four ways."""
    written = re.compile(rf"(?<![0-9]){re.escape(fact)}")
    if any(written.search(field) for field in fields if not is_id(field)):
        return True
    date = PartialDate.guess(fact)
    number = re.sub(f"{MEASURES}$", "", fact)
    kind = "people" if fact in PEOPLE else "organizations"
    wanted = [number, str(date), f"不晚于{date}", suggested_id(kind, {"name": fact})]
    return any(one in fields for one in wanted)


def lacking(sentence: str, records: list[str]) -> list[str]:
    """What a sentence says in bold that no record beside it says."""
    fields = [one for text in records for one in said(parse(SourceText("", text))[0])]
    return [fact for fact in FACT.findall(sentence) if not is_found(fact, fields)]


def unmarked(sentence: str) -> list[str]:
    """What is a fact of a sentence, and not in bold."""
    return UNMARKED.findall(FACT.sub(MARK, sentence))


SENTENCES = [(page, *one) for page in PAGES for one in examples(page.read_text("utf-8"))]
each_sentence = pytest.mark.parametrize(
    ("page", "sentence", "records"), SENTENCES, ids=lambda value: value.stem if isinstance(value, Path) else ""
)


@each_sentence
def test_what_a_sentence_says_is_found_beside_it(page: Path, sentence: str, records: list[str]) -> None:
    assert FACT.search(sentence)
    assert lacking(sentence, records) == []
    assert unmarked(sentence) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_two_or_more_examples_and_nothing_but_examples(page: Path) -> None:
    """Each with its line on what must not be concluded; the layout takes every quotation for a sentence."""
    text = page.read_text("utf-8")
    assert len(examples(text)) >= 2
    beside = EXAMPLE.sub("", text)
    assert not re.search("^(#|>|```)", beside, re.MULTILINE), beside


def test_every_situation_has_its_page_in_the_index_and_in_the_navigation() -> None:
    listed = dict(re.findall(r"\| \[(.+)\]\((.+\.md)\) \|$", INDEX, re.MULTILINE))
    titles = {
        match[1]: page.name for page in PAGES if (match := re.search("^title: (.+)$", page.read_text("utf-8"), re.M))
    }
    assert listed == titles
    assert set(SOUGHT.split()) <= set(listed)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert dict(re.findall(r"- (.+): handbook/situations/(.+\.md)$", settings, re.M)) == {
        **titles,
        "照着写": "index.md",
    }


def test_every_type_of_item_is_shown() -> None:
    shown = {
        item["type"]
        for _, _, records in SENTENCES
        for text in records
        for item in (parse(SourceText("", text))[0].get("agenda") or ())
    }
    assert shown == set(ITEM_NAMES)


RECORD = """
agenda:
  - id: a # 李四
    organizations:
      - shili-yiyuan
    people:
      - zhang-san
    document: 《协议》
    count: 11
    others:
      - 15家单位
    since: 2024-03
    until: 不晚于2024-05-06
"""


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("**2024年3月**，**示例医院**的**张三**和**11家**签《**协议**》", []),
        ("**2024年5月6日**", []),
        ("**示例**", ["示例"]),
        ("**示例银行**", ["示例银行"]),
        ("**李四**", ["李四"]),
        ("**2024年**", ["2024年"]),
        ("**1家**", ["1家"]),
        ("**5家**", ["5家"]),
        ("**yiyuan**", ["yiyuan"]),
    ],
)
def test_what_is_not_beside_a_sentence_is_found_out(sentence: str, missing: list[str]) -> None:
    assert lacking(sentence, [RECORD]) == missing


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("**张三**签《**协议**》，“**第一条**”", []),
        ("张三签《协议》", ["张三", "《"]),
        ("示例医院的“牌”", ["示例", "“"]),
        ("11家、十余名居民", ["1", "1", "十余名"]),
    ],
)
def test_a_fact_that_is_not_in_bold_is_found_out(sentence: str, left: list[str]) -> None:
    assert unmarked(sentence) == left
