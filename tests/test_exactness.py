"""Whatever happens to a file: there are problems, or it loads to exactly what it says. Nothing raises.

Valid records are cut off and damaged, in every place and at random. A file that is called clean is read again by a
reader that shares nothing with ours: PyYAML's, in Python. Its words are those of the record, and every word of the text
that is in no comment is among them.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from chuxin.dates import PartialDate
from chuxin.loading import FileRead, read_record
from chuxin.schema import KINDS, Model
from chuxin.source import Source, decode
from conftest import DATA, SAMPLE
from hypothesis import given, settings
from hypothesis import strategies as st

FILES = [path for kind in KINDS for root in (DATA, SAMPLE) for path in sorted((root / kind).glob("*.yml"))]
TEXTS = [(path.parent.name, path.read_text(encoding="utf-8")) for path in FILES]
# What people hit by mistake, and what YAML takes for signs.
SIGNS = "：:，,　 \t\n-－#＃\"'“”[]{}&*!|>@`%?.·・aA１1区區\u200b\ufeff\\/"
# So many examples each test tries, together about a minute: the same ones in every run, so that no run fails by chance.
EXAMPLES = 4000


def read(kind: str, text: str) -> FileRead:
    return read_record(Source("a.yml", text), KINDS[kind])


def assert_exact(kind: str, text: str) -> None:
    """Assert that a text is either reported or loads to what it says."""
    file = read(kind, text)
    lines = text.split("\n")
    for problem in file.problems:
        span = problem.span
        assert 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
    if any(not problem.is_warning for problem in file.problems):
        assert file.record is None
        return
    said = yaml.load(text, Loader=yaml.BaseLoader)
    assert plain(file.record) == trimmed(said)
    assert words(without_comments(text)) - words(joined(said)) == Counter()


def plain(value: Any) -> Any:
    """Return a record as an editor writes it."""
    if isinstance(value, Model):
        fields = {name: plain(getattr(value, name)) for name in value.model_fields_set}
        return fields["title"] if type(value).__name__ == "Post" and set(fields) == {"title"} else fields
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | PartialDate) else value


def trimmed(value: Any) -> Any:
    """Return data with the white space around its texts taken off, and posts in their short form."""
    if isinstance(value, dict):
        fields = {name: trimmed(inner) for name, inner in value.items()}
        return {name: shortened(inner) if name == "posts" else inner for name, inner in fields.items()}
    if isinstance(value, list):
        return [trimmed(item) for item in value]
    return value.strip()


def shortened(posts: list) -> list:
    return [post["title"] if isinstance(post, dict) and set(post) == {"title"} else post for post in posts]


def without_comments(text: str) -> str:
    """Return a text without comments, which stand on lines of their own or behind a sign and a space."""
    return re.sub(r"^[ \t]*#.*|[ \t]#(?:[ \t].*|#*)$", "", text, flags=re.MULTILINE)


def joined(data: Any) -> str:
    if isinstance(data, dict):
        return "".join(key + joined(value) for key, value in data.items())
    return "".join(map(joined, data)) if isinstance(data, list) else data


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text))


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


@pytest.mark.parametrize(("kind", "text"), UNFORESEEN)
def test_what_was_not_foreseen_once(kind, text):
    assert_exact(kind, text)
    assert read(kind, text).record is None


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
    if isinstance(source, Source):
        assert_exact(kind, source.text)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(st.sampled_from(FILES), st.integers(0, 10**6), st.integers(0, 255))
def test_one_byte_is_another(path: Path, place, byte):
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    source = decode("a.yml", bytes(content))
    if isinstance(source, Source):
        assert_exact(path.parent.name, source.text)
