"""What is read of a pasted report, and what is refused, in Chinese."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from chuxin.editing.reports.reading import MAX_CHARACTERS, Sentence, Unreadable, read_report, sentences

TEXT = "青藤街道开会。\n白塔医院揭牌。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_report_is_read_in_any_encoding_of_a_text_editor(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert [one.text for one in read_report(path)] == TEXT.split("\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "报道是空的"),
        ("\u3000\r\n\ufeff \u200b".encode(), "报道是空的"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "不是纯文本"),
        (b"\xff\xff\xff\xff", "不是纯文本"),
        ("甲".encode() * (MAX_CHARACTERS + 1), "报道太长，最多 100000 个字"),
        (b"a" * (4 * MAX_CHARACTERS + 1), "报道太长"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=said):
        read_report(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, said in (("", "是文件夹"), ("none.txt", "没有文件"), ("pipe", "不是文件"), ("a\0b", "打不开")):
        with pytest.raises(Unreadable, match=said):
            read_report(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲说：“好。”乙走了！丙？", ["甲说：“好。”", "乙走了！", "丙？"]),
        ("　　全角\u3000\u3000空格\t在中间 。", ["全角 空格 在中间 。"]),
        ("没有句号\n又一行", ["没有句号", "又一行"]),
        ("响\x07铃\u200b和\u2028行尾\x00。\ufffe", ["响␇铃和", "行尾␀。", "\ufffd"]),
        ("# 井号: - [yaml]", ["# 井号: - [yaml]"]),
    ],
)
def test_sentences_keep_all_that_can_be_seen(text: str, found: list[str]) -> None:
    assert [one.text for one in sentences(text)] == found


def test_a_sentence_knows_its_paragraph() -> None:
    assert sentences("甲。乙。\n\n丙。") == [Sentence("甲。", 0), Sentence("乙。", 0), Sentence("丙。", 2)]
