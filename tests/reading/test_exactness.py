"""Whatever happens to a file: there are problems, or it loads to exactly what it says. Nothing raises.

Valid records are cut off and damaged, in every place and at random; others are made by structure, with slips. What is
asserted is in `fuzz/oracle.py`. `python -m fuzz` tries as many as there is time for.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from chuxin.problems.typed import SourceText, decode
from chuxin.records.kinds import KINDS
from fuzz.oracle import assert_checks, assert_exact, read
from fuzz.records import example
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import DATA, SAMPLE

FILES = [path for kind in KINDS for root in (DATA, SAMPLE) for path in sorted((root / kind).glob("*.yml"))]
TEXTS = [(path.parent.name, path.read_text(encoding="utf-8")) for path in FILES]
# What people hit by mistake, and what YAML takes for signs.
SIGNS = "：:，,　 \t\n-－#＃\"'“”[]{}&*!|>@`%?.·・aA１1区區\u200b\ufeff\\/"
# So many examples each test tries, together half a minute: the same ones in every run, so that none fails by chance.
EXAMPLES = 2000


@pytest.mark.parametrize(("kind", "text"), TEXTS, ids=[path.stem for path in FILES])
def test_whole_files_are_exact(kind, text):
    assert_exact(kind, text)


@pytest.mark.parametrize(("kind", "text"), TEXTS, ids=[path.stem for path in FILES])
def test_files_that_end_too_early(kind, text):
    step = 1 + len(text) // 150
    for end in range(0, len(text), step):
        assert_exact(kind, text[:end])


# Each raised an exception once.
UNFORESEEN = [
    ("people", "id: a\nname: 附件A：\nsort: a\nsources:\n-"),
    ("meetings", "agenda:\n  - id: x\n    type: statment\nagenda:\n"),
    ("people", "{} #a"),
    ("people", "[]\t"),
]
# Each was called clean once, and was read otherwise by another reader.
READ_OTHERWISE = [
    ("people", "id: li\nname: 李\n  \t\nsort: li\nsources:\n  - b\n"),
    ("people", "id: li\nname: 李\nsort: li\nsources:\n  - b\nnote: |-\t\n  甲\t乙\n"),
    ("people", "id: li\nname: 李 #\u30001\nsort: li\nsources:\n  - b\n"),
]


@pytest.mark.parametrize(("kind", "text"), UNFORESEEN)
def test_what_was_not_foreseen_once(kind, text):
    assert_exact(kind, text)
    assert read(kind, text).record is None


@pytest.mark.parametrize(("kind", "text"), READ_OTHERWISE)
def test_what_was_read_otherwise_once(kind, text):
    assert_exact(kind, text)


damaged = st.builds(
    lambda file, place, sign, cut: (file[0], damage(file[1], place, sign, cut)),
    st.sampled_from(TEXTS),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(SIGNS) | st.characters(codec="utf-8"),
    st.sampled_from([0, 1]),
)


def damage(text: str, place: float, sign: str, cut: int) -> str:
    at = int(place * len(text))
    return text[:at] + sign + text[at + cut :]


@settings(max_examples=EXAMPLES * 2, deadline=None, derandomize=True)
@given(damaged)
def test_one_character_is_replaced_or_too_many(example):
    assert_exact(*example)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS), st.floats(0, 1, exclude_max=True), st.integers(1, 3))
def test_characters_are_missing(file, place, count):
    at = int(place * len(file[1]))
    assert_exact(file[0], file[1][:at] + file[1][at + count :])


@settings(max_examples=EXAMPLES // 2, deadline=None, derandomize=True)
@given(st.sampled_from(TEXTS), st.data())
def test_lines_are_moved(file, data):
    lines = file[1].split("\n")
    one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    indent = data.draw(st.integers(-3, 3))
    lines[one], lines[other] = lines[other], " " * indent + lines[one] if indent > 0 else lines[one][-indent:]
    assert_exact(file[0], "\n".join(lines))


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(
    st.sampled_from(list(KINDS)),
    st.text(alphabet=st.sampled_from("abid: -\n名张：#'\"[]{}|>&*!　\t") | st.characters()),
)
def test_any_text(kind, text):
    assert_exact(kind, text.replace("\r\n", "\n").replace("\r", "\n"))


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(st.sampled_from(list(KINDS)), st.binary(max_size=200))
def test_any_bytes(kind, content):
    source = decode("a.yml", content)
    if isinstance(source, SourceText):
        assert_exact(kind, source.text)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.integers(0, 255))
def test_one_byte_is_another(path: Path, place, byte):
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    source = decode("a.yml", bytes(content))
    if isinstance(source, SourceText):
        assert_exact(path.parent.name, source.text)


@pytest.mark.parametrize("seed", range(20))
def test_records_by_structure_and_slips(seed):
    rng = Random(seed)
    for _ in range(100):
        kind, text = example(rng)
        assert_checks(kind, assert_exact(kind, text))
