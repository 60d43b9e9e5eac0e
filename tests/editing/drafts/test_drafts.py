"""Drafts: the ids that are suggested, the YAML that is written, and what its comments become without their signs."""

import re
from pathlib import Path

import pytest
from chuxin.archive.loading import read_record
from chuxin.editing.drafts.drafts import draft, path_of, write
from chuxin.editing.drafts.ids import suggested_id, suggested_sort
from chuxin.problems.typed import SourceText
from chuxin.reading.mending import read
from chuxin.records.fields import is_id
from chuxin.records.kinds import KINDS
from chuxin.records.shapes import field_shapes
from chuxin.records.titles import field_description, ordered_fields
from hypothesis import example, given, settings
from hypothesis import strategies as st

ANSWERS = {
    "meetings": {"names": ["示例推进会", "示例联席会议"], "date": "2024-03-01", "sources": ["2024-baodao"]},
    "organizations": {"name": "示例医院", "classification": "医疗机构", "sources": ["2024-baodao"]},
    "people": {"name": "李彬璐", "sort": "li binlu", "sources": ["2024-baodao"]},
    "outcomes": {
        "title": "示例课题的题目",
        "type": "课题",
        "authors": ["zhang-san"],
        "summary": "第一段。\n\n第二段。",
        "sources": ["2024-baodao"],
    },
    "listings": {"name": "项目清单", "type": "项目", "sources": ["2024-baodao"]},
    "brands": {"name": "示例·品牌", "type": "党建品牌", "sources": ["2024-baodao"]},
    "sources": {"headline": "示例标题", "type": "报道"},
}
# Of a kind that is not among them, no more than what it is called.
ANSWERS |= {kind: {model.naming[0]: "示例"} for kind, model in KINDS.items() if kind not in ANSWERS}
each_kind = pytest.mark.parametrize("kind", KINDS)

# What a record is called → its id.
IDS = [
    ("organizations", "示例医院", "shili-yiyuan"),
    ("organizations", "曲阳路街道", "quyanglu-jiedao"),
    ("organizations", "国网上海电力科学研究院", "guowang-shanghai-dianli-kexue-yanjiuyuan"),
    ("organizations", "虹口区图书馆", "hongkouqu-tushuguan"),
    ("organizations", "长宁区图书馆", "changning-qu-tushuguan"),
    ("organizations", "中信银行大柏树支行", "zhongxin-yinhang-dabaishu-zhihang"),
    ("organizations", "重庆银行", "chongqing-yinhang"),
    ("organizations", "歐陽街道", "ouyang-jiedao"),
    ("organizations", "ABC 公司（上海）", "abc-gongsi-shanghai"),
    ("organizations", "绿色银行", "lvse-yinhang"),
    ("organizations", "第3小学", "di-3-xiaoxue"),
    ("people", "李彬璐", "li-binlu"),
    ("people", "欧阳修", "ouyang-xiu"),
    ("people", "歐陽詢", "ouyang-xun"),
    ("people", "司马光", "sima-guang"),
    ("people", "单田芳", "shan-tianfang"),
    ("people", "仇英", "qiu-ying"),
    ("people", "曾国藩", "zeng-guofan"),
    ("people", "解缙", "xie-jin"),
    ("people", "区桃", "ou-tao"),
    ("people", "朴树", "piao-shu"),
    ("people", "查良镛", "zha-liangyong"),
    ("people", "任我行", "ren-woxing"),
    ("people", "尉迟恭", "yuchi-gong"),
    ("people", "万俟卨", "moqi-xie"),
    ("people", "吕不韦", "lv-buwei"),
    ("people", "李长春", "li-changchun"),
    ("people", "司马", "si-ma"),
    ("people", "王", "wang"),
    ("people", "买买提·艾力", "maimaiti-aili"),
    ("people", "John Smith", "john-smith"),
    ("people", "单 霞", "shan-xia"),
    ("brands", "初心·高兴", "chuxin-gaoxing"),
    ("listings", "需求清单", "xuqiu-qingdan"),
    ("outcomes", "党建引领社区治理的探索和实践", "dangjian-yinling-shequ-zhili-de-tansuo"),
    ("sources", "服务科创、集聚智源，他们说→", "fuwu-kechuang-jiju-zhiyuan-tamen-shuo"),
    ("brands", "😀", "pinpai"),
    ("people", "♥", "renwu"),
]


def named(kind: str, name: str) -> dict:
    field = KINDS[kind].naming[0]
    return {**ANSWERS[kind], field: [name] if kind == "meetings" else name}


def record_of(kind: str, text: str):
    read = read_record(SourceText("", text), KINDS[kind])
    assert not [problem for problem in read.problems if not problem.is_warning], read.problems
    return read.record


# --- ids --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "name", "expected"), IDS)
def test_an_id_is_the_pinyin_of_the_name(kind, name, expected):
    assert suggested_id(kind, named(kind, name)) == expected


@each_kind
def test_an_id_is_free(kind):
    first = suggested_id(kind, ANSWERS[kind])
    taken = {first}
    second = suggested_id(kind, ANSWERS[kind], taken)
    third = suggested_id(kind, ANSWERS[kind], taken | {second})
    assert len({first, second, third}) == 3
    assert all(map(is_id, (first, second, third)))


def test_a_second_meeting_on_a_day_has_words_of_its_body_or_its_name():
    answers = {**ANSWERS["meetings"], "names": ["创新治理联盟成立大会"]}
    assert suggested_id("meetings", answers) == "2024-03-01"
    assert suggested_id("meetings", answers, {"2024-03-01"}) == "2024-03-01-chuangxin-zhili"
    assert (
        suggested_id("meetings", {**answers, "body": "shili-lianxi-huiyi"}, {"2024-03-01"}) == "2024-03-01-shili-lianxi"
    )
    taken = {"2024-03-01", "2024-03-01-chuangxin-zhili"}
    assert suggested_id("meetings", answers, taken) == "2024-03-01-chuangxin-zhili-2"


def test_a_source_is_its_day_and_its_type():
    assert suggested_id("sources", {**ANSWERS["sources"], "date": "2024-03"}) == "2024-03-baodao"
    minutes = {"headline": "示例", "type": "会议纪要", "date": "2024-03-01"}
    assert suggested_id("sources", minutes) == "2024-03-01-huiyi-jiyao"


@settings(deadline=None)
@given(st.sampled_from(list(KINDS)), st.text(max_size=400))
def test_an_id_is_one_whatever_the_name(kind, name):
    answers = {**ANSWERS[kind], "names": [name], "name": name, "title": name, "headline": name}
    assert is_id(suggested_id(kind, answers))


@pytest.mark.parametrize("name", ["Con", "NUL", "com1", "LPT9", "aux"])
@pytest.mark.parametrize("kind", ["organizations", "people", "brands"])
def test_no_id_is_a_name_that_windows_keeps(kind, name):
    assert suggested_id(kind, named(kind, name)) == f"{name.lower()}-2"
    assert suggested_id(kind, named(kind, name), [f"{name.lower()}-2"]) == f"{name.lower()}-3"


def test_the_pinyin_to_sort_by_has_its_marks():
    assert suggested_sort("吕布") == "lü bu"
    assert suggested_sort("上官婉儿") == "shangguan waner"
    assert suggested_sort("买买提·艾力") == "maimaiti aili"
    assert suggested_sort("123") == ""


# --- texts ------------------------------------------------------------------------------------------------------------


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


BLOCKS = [(kind, name, text) for kind in KINDS for name, text in blocks(kind).items()]


@pytest.mark.parametrize(("kind", "name", "text"), BLOCKS)
def test_a_commented_field_can_be_used(kind, name, text):
    filled = {"number": "3", "date": "2024", "url": "https://example.org/"}
    if text.count("\n") == 1:
        text = f"{text.rstrip()} {filled.get(name, '示例')}\n"
    record = record_of(kind, draft(kind, {"id": "shili", **ANSWERS[kind]}) + text)
    assert getattr(record, name)


@each_kind
def test_a_draft_without_any_signs_is_a_record(kind):
    text = draft(kind, {"id": "shili", **ANSWERS[kind]})
    plain = re.sub(
        "^#(?: |$)", "", re.sub("^##.*$|^# (?:草稿|例子).*$", "", text, flags=re.MULTILINE), flags=re.MULTILINE
    )
    plain = re.sub(r"^(\w+):$(?!\n +\S)", "", plain, flags=re.MULTILINE)
    record = record_of(kind, plain)
    for name, shape in field_shapes(KINDS[kind]).items():
        assert getattr(record, name) or not shape.models


def test_every_type_of_item_has_an_example():
    text = blocks("meetings")["agenda"]
    record = record_of("meetings", draft("meetings", {"id": "shili", **ANSWERS["meetings"]}) + text)
    assert [item.type for item in record.agenda] == [
        "decision",
        "statement",
        "report",
        "remarks",
        "founding",
        "unveiling",
        "launch",
        "signing",
    ]
    assert len({item.id for item in record.agenda}) == len(record.agenda)


def test_examples_claim_nothing():
    text = blocks("meetings")["agenda"]
    values = set(re.findall(r"^\s*(?:- )?(?:\w+: )?([^\s#:]+)(?: #.*)?$", text, re.MULTILINE))
    types = {"decision", "statement", "report", "remarks", "founding", "unveiling", "launch", "signing"}
    assert {value for value in values if not value.startswith("shili-")} == types | {"……", "概述", "暂缓"}


# --- what is typed ----------------------------------------------------------------------------------------------------

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


# --- files ------------------------------------------------------------------------------------------------------------


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
