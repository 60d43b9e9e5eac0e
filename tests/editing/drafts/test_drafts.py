"""Drafts: the ids that are suggested, the YAML that is written, and what its comments become without their signs."""

import re
from pathlib import Path

import pytest
from answers import ANSWERS, each_kind, named
from chuxin.archive.loading import read_record
from chuxin.editing.drafts.drafts import draft, path_of, write
from chuxin.problems.typed import SourceText
from chuxin.reading.mending import read
from chuxin.records.agenda import AgendaItem
from chuxin.records.kinds import KINDS
from chuxin.records.shapes import field_shapes, models_of, tag_of
from chuxin.records.titles import field_description, ordered_fields
from chuxin.records.wording import PLACEHOLDERS
from chuxin.records.written import AMOUNT, COUNT, FLAG
from hypothesis import example, given, settings
from hypothesis import strategies as st
from models import FIELDS


def record_of(kind: str, text: str):
    read = read_record(SourceText("", text), KINDS[kind])
    assert not [problem for problem in read.problems if not problem.is_warning], read.problems
    return read.record


@each_kind
def test_a_draft_is_a_record(kind):
    answers = {"id": "shili", **ANSWERS[kind]}
    source = SourceText("", draft(kind, answers))
    assert read(source).data == answers
    assert not read(source).problems
    assert record_of(kind, source.text).id == "shili"


@each_kind
def test_a_draft_has_every_field_of_its_kind_in_order(kind):
    text = draft(kind, {"id": "shili", **ANSWERS[kind]})
    assert re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE) == list(ordered_fields(KINDS[kind]))
    for name in KINDS[kind].model_fields:
        if name not in {"id", *ANSWERS[kind]}:
            assert f"## {field_description(KINDS[kind], name)}" in text


def blocks(kind: str) -> dict[str, str]:
    """Return the fields of a draft that are comments, without one sign of each line."""
    text = draft(kind, {"id": "shili", **ANSWERS[kind]})
    found = re.findall(r"^## .*\n((?:#(?!#).*\n)+)", text, re.MULTILINE)
    plain = [re.sub("^# ?", "", one, flags=re.MULTILINE) for one in found]
    return {one.split(":")[0]: one for one in plain}


FILLED = ((COUNT, "3"), (AMOUNT, "80余"), (FLAG, "true"))


def chosen(text: str) -> str:
    """Return a draft in which somebody has chosen where there is a choice: an example chooses nothing."""
    for model, name in FIELDS:
        shape = field_shapes(model)[name]
        for value in (value for written, value in FILLED if shape.written is written):
            text = text.replace(f"{name}: ……", f"{name}: {value}")
        # Fields of one name may have different choices: a line that says more lists its own.
        for value in shape.choices[:1]:
            text = re.sub(rf"{name}: ……(?=\n|.*{value})", f"{name}: {value}", text)
    return text


BLOCKS = [(kind, name, text) for kind in KINDS for name, text in blocks(kind).items()]


@pytest.mark.parametrize(("kind", "name", "text"), BLOCKS)
def test_a_commented_field_can_be_used(kind, name, text):
    filled = {"number": "3", "date": "2024", "url": "https://example.org/"}
    if text.count("\n") == 1:
        text = f"{text.rstrip()} {filled.get(name, '示例')}\n"
    record = record_of(kind, draft(kind, {"id": "shili", **ANSWERS[kind]}) + chosen(text))
    assert getattr(record, name)


@each_kind
def test_a_draft_without_any_signs_is_a_record(kind):
    text = draft(kind, {"id": "shili", **ANSWERS[kind]})
    plain = re.sub(
        "^#(?: |$)", "", re.sub("^##.*$|^# (?:草稿|例子).*$", "", text, flags=re.MULTILINE), flags=re.MULTILINE
    )
    plain = re.sub(r"^(\w+):$(?!\n +\S)", "", plain, flags=re.MULTILINE)
    record = record_of(kind, chosen(plain))
    for name, shape in field_shapes(KINDS[kind]).items():
        assert getattr(record, name) or not shape.models


def test_every_type_of_item_has_an_example():
    text = blocks("meetings")["agenda"]
    record = record_of("meetings", draft("meetings", {"id": "shili", **ANSWERS["meetings"]}) + chosen(text))
    assert [item.type for item in record.agenda] == [
        "decision",
        "joining",
        "appointment",
        "statement",
        "report",
        "remarks",
        "founding",
        "unveiling",
        "launch",
        "signing",
        "award",
        "activity",
    ]
    assert len({item.id for item in record.agenda}) == len(record.agenda)


TYPES = {tag_of(model) for model in models_of(AgendaItem)}


@pytest.mark.parametrize(("kind", "name", "text"), BLOCKS)
def test_examples_claim_nothing(kind, name, text):
    values = re.findall(r"^\s*(?:- )?(?:\w+: )?([^\s#:]+)(?: #.*)?$", text, re.MULTILINE)
    assert {value for value in values if not value.startswith("shili-")} <= {*TYPES, *PLACEHOLDERS}


TYPED = [
    "甲“乙”丙",
    "'单引号'",
    '"双引号',
    "它的'引号'",
    "冒号: 在中间",
    "冒号：全角",
    "结尾:",
    "note：像字段",
    "井号 # 不是说明",
    "#开头",
    "- 像列表",
    "甲 - 乙",
    "[方括号]",
    "{花括号}",
    "*星号*",
    "&和",
    "!叹",
    "%百分",
    "@某",
    "`反引号`",
    "|竖线",
    ">大于",
    "?",
    "~",
    "null",
    "NULL",
    "true",
    "012",
    "1:30",
    "2024",
    "---",
    "...",
    "<<",
    "=",
    "臺灣歐陽",
    "😀 笑脸",
    "长" * 300,
    "\\反斜线\\n",
    "a\tb",
    "\u3000全角\u3000空格".strip(),
]


@pytest.mark.parametrize("name", TYPED)
@each_kind
def test_a_name_stays_what_it_is(kind, name):
    answers = {"id": "shili", **named(kind, name)}
    reading = read(SourceText("", draft(kind, answers)))
    assert reading.data == answers
    assert not reading.problems
    assert record_of(kind, draft(kind, answers))


# What YAML cannot hold is refused when it is typed: test_new.py.
LINES = (
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"),
        max_size=300,
    )
    .map(str.strip)
    .filter(bool)
)


@settings(deadline=None, max_examples=300)
@given(LINES)
@example("Ａ：b")
@example("• x")
@example("a:\u3000b")
def test_any_line_stays_what_it_is(line):
    for kind in ("brands", "meetings"):
        answers = {"id": "shili", **ANSWERS[kind], **({"name": line} if kind == "brands" else {"names": [line]})}
        text = draft(kind, answers)
        assert record_of(kind, text) == KINDS[kind].model_validate(answers)
        assert read(SourceText("", text)).data == answers


@settings(deadline=None, max_examples=200)
@given(st.lists(LINES | st.just(""), min_size=1, max_size=5).map("\n".join).map(str.strip).filter(bool))
def test_any_text_stays_what_it_is(text):
    answers = {"id": "shili", **ANSWERS["outcomes"], "summary": text}
    assert read(SourceText("", draft("outcomes", answers))).data == answers


def test_a_file_is_never_overwritten(tmp_path):
    path = path_of(tmp_path, "people", "li-binlu")
    assert path == tmp_path / "people" / "li-binlu.yml"
    write(path, "第一份\n")
    with pytest.raises(FileExistsError):
        write(path, "第二份\n")
    assert path.read_bytes() == "第一份\n".encode()


def test_a_link_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere.yml"
    archive = tmp_path / "archive"
    (archive / "people").mkdir(parents=True)
    (archive / "people" / "li-binlu.yml").symlink_to(elsewhere)
    with pytest.raises(FileExistsError):
        write(path_of(archive, "people", "li-binlu"), "文字\n")
    assert not elsewhere.exists()


@pytest.mark.parametrize(
    "identifier", ["../li", "a/b", "/etc/x", "..", ".", "", "A", "a--b", "-a", "a.yml", "李", "a" * 81, "a\n"]
)
def test_a_path_stays_in_its_folder(tmp_path: Path, identifier):
    with pytest.raises(ValueError, match="不能作编号"):
        path_of(tmp_path, "people", identifier)


def test_an_unknown_kind_has_no_path(tmp_path):
    with pytest.raises(ValueError, match="没有"):
        path_of(tmp_path, "../people", "a")


def test_folders_are_no_links(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "people").symlink_to(tmp_path)
    (tmp_path / "real" / "brands").write_text("")
    for archive, kind in (("link", "sources"), ("real", "people"), ("real", "brands")):
        with pytest.raises(ValueError, match="不是文件夹"):
            path_of(tmp_path / archive, kind, "a")
