"""The draft that is made of a report."""

from __future__ import annotations

from typing import Any

import pytest
from chuxin.archive.loading import read_record
from chuxin.editing.layout.formatting import formatted
from chuxin.editing.reports.drafting import report_draft
from chuxin.editing.reports.finding import find
from chuxin.editing.reports.reading import sentences
from chuxin.problems.typed import SourceText
from chuxin.reading.mending import read
from chuxin.records.meetings import Meeting
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import BODIES, NAMES, REPORTS

each_report = pytest.mark.parametrize("name", REPORTS)
GIVEN = {"id": "2033-05-20", "sources": ["report"]}


def drafted(text: str, **answers: Any) -> str:
    found = find(sentences(text), NAMES, BODIES)
    said = {"names": [one.value for one in found.values("names")] or ["某会"], "date": "2033-05-20"}
    return report_draft(found, {**GIVEN, **said, **answers})


def is_sound(draft: str, text: str) -> None:
    """A draft is read without a slip, has its layout, and holds every sentence of its report."""
    source = SourceText("2033-05-20.yml", draft)
    assert not read(source).problems
    assert formatted(source, Meeting) == draft
    comments = "\n".join(line.partition("#")[2] for line in draft.split("\n"))
    assert [one.text for one in sentences(text) if one.text not in comments] == []


@each_report
def test_a_draft_is_a_record_that_has_every_sentence(name: str) -> None:
    text = REPORTS[name][0]
    draft = drafted(text)
    is_sound(draft, text)
    problems = [one for one in read_record(SourceText("2033-05-20.yml", draft), Meeting).problems if not one.is_warning]
    assert problems == []


@each_report
def test_every_fact_has_its_words_behind_it(name: str) -> None:
    text = REPORTS[name][0]
    for line in drafted(text).split("\n"):
        if " # 报道：" in line and not line.startswith("#"):
            words = line.partition(" # 报道：")[2].removesuffix("…")
            assert any(words in one.text for one in sentences(text))


def test_the_whole_sentence_stands_once() -> None:
    draft = drafted("审议通过《公约》《章程》。")
    assert draft.count("报道：审议通过《公约》《章程》。\n") == 1
    assert draft.count("报道：审议通过《公约》《章程》\n") == 1


def test_a_sentence_that_is_long_stands_at_the_end_as_well() -> None:
    text = f"听风实践基地揭牌，{'很好，' * 200}真好。"
    draft = drafted(text)
    assert " # 报道：听风实践基地揭牌\n" in draft and f"# 句子：{text}\n" in draft
    is_sound(draft, text)


def test_what_was_given_is_not_quoted_unless_the_report_says_it() -> None:
    text = "2033年5月20日，青藤街道召开共建工作推进会。"
    assert "date: 2033-05-20 # 报道：2033年5月20日，" in drafted(text)
    assert "date: 2033-05-21\n" in drafted(text, date="2033-05-21")


def test_ids_of_items_are_different() -> None:
    draft = drafted("审议通过《公约》。\n松湖大学、白塔医院签署《公约》。\n孟青禾作发言。\n孟青禾讲话。")
    record = read_record(SourceText("2033-05-20.yml", draft), Meeting).record
    assert isinstance(record, Meeting)
    assert [item.id for item in record.agenda] == ["gongyue", "gongyue-2", "meng", "meng-2"]


def test_who_is_not_known_stands_there_with_the_command() -> None:
    draft = drafted("海棠街道主任赵大明参加会议。")
    assert "# 人物：chuxin new people --name '赵大明' --source report\n" in draft
    assert "人物：何木 可能是 he-a、he-b\n" in drafted("白塔医院院长何木作交流发言。")


def test_a_speech_has_what_was_said_above_its_text() -> None:
    draft = drafted("孟青禾强调，好。要更好。")
    assert "    form: 概述\n    # 报道：要更好。\n    text: ……\n" in draft


def test_no_report_writes_a_comment_that_a_program_obeys() -> None:
    draft = drafted("yaml-language-server: $schema=https://example.org/x\n")
    assert "# 句子：yaml-language-server" in draft and "# yaml-language-server" not in draft


SIGNS = "，。；：、“”《》！？#-\n\r\t\x00\x1b\u3000\u2028\ufeff&*|>'\"%@{}[]"
PHRASES = (
    "召开 主持 揭牌 签署 通过 表示 参加 作发言 会议审议 他说 主任 居民代表 80余名 2033年5月20日 共建工作推进会 "
    "《公约》 青藤街道 白塔医院 松湖大学 听风实践基地 南桥治理联盟 孟青禾 何木 yaml: -a <<: null"
)
PIECES = st.sampled_from([*SIGNS, *PHRASES.split()])


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_any_report_yields_a_sound_draft(text: str) -> None:
    is_sound(drafted(text), text)
