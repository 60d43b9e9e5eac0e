"""YAML as it is read here: nothing guessed, nothing dropped in silence, every refusal at its exact line and column."""

from pathlib import Path

import pytest
import yaml
from chuxin.problems.problems import MOST, Problem, Span
from chuxin.problems.typed import MAX_CHARACTERS, SourceText, decode
from chuxin.reading.parsing import MAX_DEPTH, NotYaml, parse
from hypothesis import example, given, settings
from hypothesis import strategies as st

DATA = sorted((Path(__file__).parent.parent.parent / "data").rglob("*.yml"))


# Stands in a text before the character that a span is expected to name.
MARK = "▲"


EMPTY = ("E103", "文件是空的", "写上内容，或者删去这个文件")


TOO_BIG = ("E104", "文件太大，最多 1000000 个字符", "")


SECOND = ("E105", "一个文件里只能有一份记录，这里开始了第二份", "请删去 --- 或另建文件")


ANCHOR = ("E107", "记录里不用 & 和 * 开头的写法", "要写这个符号，请给整句加引号")


TAG = ("E108", "记录里不用 ! 开头的写法", "要写这个符号，请给整句加引号")


TOO_DEEP = ("E109", "层次太深，最多 40 层", "")


KEY = ("E110", "字段名必须是一个词", "")


def control(code: str) -> tuple[str, str, str]:
    return ("E106", f"这里有一个看不见的控制字符 U+{code}", "请删去")


def twice(key: str) -> tuple[str, str, str]:
    return ("E111", f"字段 “{key}” 写了两次", "请删去一个")


def unmark(text: str, path: str = "a.yml", first_line: int = 0) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1 + first_line, len(before) - before.rfind("\n")))
        before += part
    return SourceText(path, before, first_line), spans


def parsed(text: str):
    return parse(SourceText("a.yml", text))


VALUES = [
    ("no", "no"),
    ("yes", "yes"),
    ("True", "True"),
    ("false", "false"),
    ("012", "012"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    ("1:30", "1:30"),
    ("1e3", "1e3"),
    (".inf", ".inf"),
    ("2023-07-06", "2023-07-06"),
    ("2023-07-06 10:00:00", "2023-07-06 10:00:00"),
    ("=", "="),
    ("曲阳路街道", "曲阳路街道"),
    ("A & B", "A & B"),
    ("a*b!c", "a*b!c"),
    ("x # comment", "x"),
    ("'#1'", "#1"),
    ('"\\u6587"', "文"),
    ("|-\n  一\n  二", "一\n二"),
    ("|\n  一\n  二", "一\n二\n"),
    (">-\n  a\n  b", "a b"),
    ("|-\n  null", "null"),
    ("[]", []),
    ("{}", {}),
    ("[no, 1]", ["no", "1"]),
    ("\n  - x\n  - y", ["x", "y"]),
    ("\n  b: 1\n  c: 2", {"b": "1", "c": "2"}),
]


NOTHING = ["", " ", " # comment", "~", "null", "Null", "NULL"]


WRITTEN = [("''", ""), ('""', ""), ("'~'", "~"), ('"null"', "null"), ("nil", "nil"), ("none", "none"), ("nUll", "nUll")]


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_a_value_is_what_was_written(written, value):
    assert parsed(f"a: {written}\n") == ({"a": value}, [])


@pytest.mark.parametrize("written", NOTHING)
def test_nothing_written_after_the_colon_is_none(written):
    assert parsed(f"a: {written}\nb: x\n") == ({"a": None, "b": "x"}, [])


@pytest.mark.parametrize("written", NOTHING)
def test_nothing_written_after_the_dash_is_none(written):
    assert parsed(f"- {written}\n- x\n") == ([None, "x"], [])


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_quoted_nothing_is_a_text(written, value):
    assert parsed(f"a: {written}\nb: [{written}]\n") == ({"a": value, "b": [value]}, [])


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("abc", "abc"),
        ("- a", ["a"]),
        ("---\na: 1\n", {"a": "1"}),
        ("a: 1\n...\n", {"a": "1"}),
        ("%YAML 1.2\n---\na: 1\n", {"a": "1"}),
        ("~: 1\nnull: 2\n", {"~": "1", "null": "2"}),
        ("1: a\nno: b\n", {"1": "a", "no": "b"}),
        ("中文: 名\n", {"中文": "名"}),
        ("<<: {a: 1}\nb: 2\n", {"<<": {"a": "1"}, "b": "2"}),
        ("a: {b: [{c: d}, e]}", {"a": {"b": [{"c": "d"}, "e"]}}),
        ("[" * MAX_DEPTH + "]" * MAX_DEPTH, eval("[" * MAX_DEPTH + "]" * MAX_DEPTH)),
    ],
)
def test_whole_documents(text, data):
    assert parsed(text) == (data, [])


def test_fields_keep_their_order():
    assert list(parsed("b: 1\na: 2\nc: 3\n")[0]) == ["b", "a", "c"]


REFUSED = [
    # nothing in it
    ("▲", EMPTY),
    ("▲   \n\n", EMPTY),
    ("▲# only a comment\n", EMPTY),
    # two documents
    ("a: 1\n▲---\nb: 2\n", SECOND),
    ("---\na: 1\n▲---\nb: 2\n", SECOND),
    ("a: 1\n▲---\n", SECOND),
    ("a: 1\n...\n▲---\nb: 2\n", SECOND),
    ("一: 1\n\n# 二\n▲--- # three\n", SECOND),
    # control characters
    ("a: 一▲\x00b\n", control("0000")),
    ("a: 1\nb: x▲\x07\n", control("0007")),
    ("a: ▲\x1b[31m\n", control("001B")),
    ("a: ▲\x7f\n", control("007F")),
    ("a: ▲\x85\n", control("0085")),
    ("a: x▲\u2028y\n", control("2028")),
    ("a: x▲\u2029y\n", control("2029")),
    ("a: x▲\ufeffy\n", control("FEFF")),
    ("a: x▲\ufffe\n", control("FFFE")),
    ("a: x▲\ud800\n", control("D800")),
    ("a: |-\n  \t一\n  二▲\x0c\n", control("000C")),
    ("a: 1\n# 注▲\x08\n", control("0008")),
    # anchors, aliases, tags
    ("a: ▲&x b\n", ANCHOR),
    ("a: ▲*x\n", ANCHOR),
    ("a: ▲&x 一\nb: ▲*x\n", ANCHOR),
    ("▲&x a: b\n", ANCHOR),
    ("▲&x\na: b\n", ANCHOR),
    ("<<: ▲*x\n", ANCHOR),
    ("base: ▲&x {a: 1}\nb:\n  <<: ▲*x\n", ANCHOR),
    ("a: ▲&a [x, x]\nb: ▲&b [▲*a, ▲*a]\nc: ▲&c [▲*b, ▲*b]\n", ANCHOR),
    ("a: ▲!important b\n", TAG),
    ("a: ▲!!str b\n", TAG),
    ("a: ▲!!python/object/apply:os.system [x]\n", TAG),
    ("a: ▲! b\n", TAG),
    ("a: ▲!<tag:yaml.org,2002:str> b\n", TAG),
    ("▲!!map {a: b}\n", TAG),
    ("- 一\n- 二\n- ▲!san 三\n", TAG),
    # keys
    ("? ▲[x]\n: y\n", KEY),
    ("a: 1\n▲{b: 1}: 2\n", KEY),
    ("a:\n  ? ▲- x\n  : y\n", KEY),
    ("a: 1\nb: 2\n▲a: 3\n", twice("a")),
    ("a: 1\n▲'a': 2\n▲\"a\": 3\n", twice("a")),
    ("a:\n  - b: 1\n    名: 2\n    ▲名: 3\n", twice("名")),
    ("a: {b: 1, ▲b: 2}\n", twice("b")),
    ("'': 1\n▲'': 2\n", twice("")),
    # nesting
    ("[" * MAX_DEPTH + MARK + "[" + "]" * (MAX_DEPTH + 1), TOO_DEEP),
    ("[" * MAX_DEPTH + MARK + "[" * 200_000, TOO_DEEP),
    ("{a: " * MAX_DEPTH + MARK + "{a: " * 200_000, TOO_DEEP),
    ("[{a: " * (MAX_DEPTH // 2) + MARK + "[{a: " * 100_000, TOO_DEEP),
    ("- " * MAX_DEPTH + MARK + "- " * 200_000, TOO_DEEP),
    ("? " * MAX_DEPTH + MARK + "? " * 200_000, TOO_DEEP),
    ("- ? " * (MAX_DEPTH // 2) + MARK + "- ? " * 100_000, TOO_DEEP),
    ("a:\n  " + "- " * (MAX_DEPTH - 1) + MARK + "- " * 100, TOO_DEEP),
    ("".join(f"{' ' * n}a:\n" for n in range(MAX_DEPTH)) + " " * MAX_DEPTH + MARK + "a: b", TOO_DEEP),
    ("".join(f"{' ' * n}{MARK * (n == MAX_DEPTH)}a:\n" for n in range(1300)), TOO_DEEP),
    ("".join(f"{' ' * n}{MARK * (n == MAX_DEPTH)}-\n" for n in range(1300)), TOO_DEEP),
    # size
    (MARK + "a" * (MAX_CHARACTERS + 1), TOO_BIG),
    (MARK + "[" * (MAX_CHARACTERS + 1), TOO_BIG),
]


@pytest.mark.parametrize("first_line", [0, 7])
@pytest.mark.parametrize(("text", "wanted"), REFUSED, ids=lambda part: part[:24] if isinstance(part, str) else part[0])
def test_refuses_at_the_exact_place(text, wanted, first_line):
    source, spans = unmark(text, "pages/a.md", first_line)
    assert parse(source)[1] == [Problem(span, *wanted) for span in spans]


# Where reading stops; what to say of it is a matter of `mending`.
NOT_YAML = [
    "a: ▲@b\n",
    "a: ▲`b`\n",
    "a: ▲%b\n",
    "中文: ▲@b\n",
    "😀: ▲@b\n",
    "▲\ta: 1\n",
    "a: 1\n▲\tb: 2\n",
    "a: 1\n▲]\n",
    "a: 1▲: 2\n",
    "曲阳: 一▲: 二\n",
    "a: |▲x\n",
    'a: "▲\\q"\n',
    'a: "\\u▲d800"\n',
    "a:\n  - b\n ▲c: d\n",
    "- a\n▲b: c\n",
    "{a: 1}\n▲x\n",
    "a: [b\nc▲: d\n",
    "a: 'x▲\n",
    "a: [一▲\n\n\n",
    "a: [一▲",
    "- *▲*粗体**\n",
    "▲%YAML 2.0\n---\na: 1\n",
]


@pytest.mark.parametrize("text", NOT_YAML)
def test_what_is_no_yaml_is_raised_with_its_place(text):
    source, [span] = unmark(text)
    with pytest.raises(NotYaml) as raised:
        parse(source)
    assert raised.value.place == (span.line - 1, span.column - 1)
    assert raised.value.context is None or raised.value.context <= raised.value.place


def test_every_refusal_is_tried():
    tried = {wanted[0] for _, wanted in REFUSED}
    assert tried == {"E103", "E104", "E105", "E106", "E107", "E108", "E109", "E110", "E111"}


@pytest.mark.parametrize("text", ["a: &x b\n", "", "\x00", "a: 1\n---\n", "[" * 99])
def test_no_data_comes_of_a_text_that_is_refused(text):
    data, problems = parsed(text)
    assert problems
    assert data is None


def test_the_first_of_two_fields_is_kept_beside_the_problem():
    data, problems = parsed("a: 1\na: 2\nb: 3\n")
    assert [problem.code for problem in problems] == ["E111"]
    assert data == {"a": "1", "b": "3"}


def test_an_alias_bomb_is_refused_without_growing():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    data, problems = parsed("\n".join(lines))
    assert data is None
    assert {problem.code for problem in problems} == {"E107"}
    assert len(problems) == MOST + 1 < 30 + 29 * 10


@pytest.mark.parametrize("text", ["!", "{*", "? !", "a: !<x>", "[&a"])
def test_half_written_marks_are_no_data(text):
    try:
        data, problems = parsed(text)
    except NotYaml:
        return
    assert data is None
    assert {problem.code for problem in problems} <= {"E107", "E108"}
    assert problems


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_control_characters_are_no_better_when_escaped(character):
    escaped = f"\\u{ord(character):04x}"
    data, problems = parsed(f'a: 1\nb: "x{escaped}"\n')
    assert [(problem.code, problem.span.line) for problem in problems] == [("E106", 2)], data


def test_as_many_characters_as_allowed_are_read():
    text = "a: " + "一" * (MAX_CHARACTERS - 3)
    assert parsed(text) == ({"a": text[3:]}, [])


keys = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff"))


records = st.dictionaries(keys, keys | st.lists(keys) | st.dictionaries(keys, keys), min_size=1)


def assert_answers(text: str) -> None:
    """Read a text and see that there is data, a problem that lies inside of it, or the place where it is no YAML."""
    lines = text.split("\n")
    try:
        data, problems = parsed(text)
        places = [(problem.span.line - 1, problem.span.column - 1) for problem in problems]
        assert isinstance(data, dict | list | str | None)
        known = {wanted[0] for _, wanted in REFUSED} | {"E127", "E128", "E130", "E133"}
        assert {problem.code for problem in problems} <= known
        assert data is not None or problems
    except NotYaml as error:
        places = [error.place]
    for line, column in places:
        assert line < len(lines) and column <= len(lines[line])


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_data_or_problems(content):
    source = decode("a.yml", content)
    if isinstance(source, Problem):
        assert source.code == "E101"
    else:
        assert_answers(source.text)


@settings(deadline=None)
@given(st.text("ab中: -?[]{}&*!|>'\"#%@`,\n\t~<=\\", max_size=60))
@example("a: 'x")
@example("a: [x")
def test_any_punctuation_is_data_or_problems(text):
    assert_answers(text)


@settings(deadline=None)
@given(records)
def test_what_yaml_writes_is_read_back(record):
    text = yaml.safe_dump(record, allow_unicode=True, default_style='"')
    assert parsed(text) == (record, [])


@pytest.mark.parametrize("path", DATA, ids=lambda path: "/".join(path.parts[-2:]))
def test_the_records_are_read_without_a_problem(path):
    source = decode("a.yml", path.read_bytes())
    data, problems = parse(source)
    assert problems == []
    assert isinstance(data, dict)
