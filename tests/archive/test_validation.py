"""What is wrong with a record: every wording, raised at the exact line and column of what is to be changed."""

import pytest
import yaml
from chuxin.archive import refusals
from chuxin.archive.validation import Validated, validate
from chuxin.problems.problems import Problem, Span
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.classes import classes
from chuxin.records.fields import Model
from chuxin.records.kinds import KINDS
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.organizations import Organization
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from chuxin.records.settings import FrontMatter, Settings
from chuxin.records.sources import Source
from hypothesis import given, settings
from hypothesis import strategies as st
from models import MODELS

# Stands in a text before the character that a span is expected to name.
MARK = "▲"


def missing(field: str):
    return "E201", f"缺少字段 “{field}”"


def lacking(*fields: str):
    return "E201", f"缺少字段 {' 或 '.join(f'“{field}”' for field in fields)}"


# What is a field of other records or parts.
ELSEWHERE = {"sort", "count", "name", "motion", "date", "since", "id", "title"}


def unknown(field: str):
    return "E217" if field in ELSEWHERE else "E202", f"这里没有 “{field}” 这个字段"


def blank(field: str):
    return "E204", f"“{field}” 是空的"


def one_line(field: str):
    return "E205", f"“{field}” 只能写一行"


def no_text(field: str):
    return "E205", f"“{field}” 应当是一段文字"


def too_long(field: str):
    return "E206", f"“{field}” 太长"


def no_id(value: str):
    return "E207", f"“{value}” 不能作编号"


def no_date(reason: str):
    return "E208", reason


NO_AMOUNT = "E209", "“count” 应当是数目"


def no_count(field: str):
    return "E209", f"“{field}” 应当是整数"


def not_among(field: str, written: str):
    return "E212", f"“{field}” 不能写 “{written}”"


def no_fields(field: str):
    return "E213", f"“{field}” 应当是若干个字段"


def no_list(field: str):
    return "E214", f"“{field}” 应当是列表"


def too_few(field: str):
    return "E215", f"“{field}” 至少要写一项"


NO_ADDRESS = ("E211", "“url” 不是完整的网址")
NO_PINYIN = ("E216", "“sort” 应当是小写拼音")
NO_FLAG = ("E210", "“fictional” 只能写 true 或 false")
NO_ENTRY = ("E207", "条目要写成 清单编号/条目编号")
CONTACT = "contact:\n  name: 街道办公室\n  addresses:\n"
FORMAT = no_date("日期要写成 2023-07-06、2023-07 或 2023")

LI = "id: li\nname: 李\nsort: li\n"
UNIT = "id: a\nname: 单位\nclassification: 街道\n"
MEETING = "id: a\nnames:\n  - 会\ndate: 2023-07-06\n"
LISTING = "id: needs\nname: 单\ntype: 需求\n"
OUTCOME = "id: a\ntitle: 题\ntype: 课题\nauthors: [li]\nsummary: 概\n"
SOURCE = "id: a\nheadline: 题\ntype: 报道\n"
FOUNDING = "  - id: f\n    type: founding\n    organization: o\n"
ITEM = MEETING + "agenda:\n" + FOUNDING
SPEECH = "  - id: s\n    type: statement\n    speaker: li\n    form: 概述\n    text: 说\n"
DECISION = "  - id: d\n    type: decision\n    motion: 《案》\n    result: 通过\n"
REPORT = "    speaker: li\n    form: 概述\n    text: 说\n"

# model, text with a mark at each expected place, what is said at these places
CASES: list[tuple[type[Model], str, list[tuple[str, str]]]] = [
    # missing: shown at the mapping that misses it
    (Person, "▲id: li\nname: 李\n", [missing("sort")]),
    (Person, "# 注\n\n▲name: 李\n", [missing("id"), missing("sort")]),
    (Meeting, ITEM + "  - ▲id: g\n    type: founding\n", [missing("organization")]),
    (Meeting, MEETING + "attendance:\n  people:\n    - person: li\n    - ▲role: 主持\n", [missing("person")]),
    (
        Meeting,
        MEETING + "agenda:\n" + DECISION + "    admits:\n      - ▲body: b\n",
        [lacking("organizations", "count", "others")],
    ),
    # one of several fields
    (Meeting, ITEM + "  - ▲id: s\n    type: statement\n    form: 概述\n", [lacking("speaker", "group")]),
    (Meeting, ITEM + "  - ▲id: s\n    type: statement\n", [missing("form"), lacking("speaker", "group")]),
    (Meeting, ITEM + SPEECH + "    ▲group: 居民代表\n", [("E218", "“speaker” 和 “group” 只能写一个")]),
    (Meeting, ITEM + "  - ▲id: u\n    type: unveiling\n", [lacking("organization", "thing")]),
    (
        Meeting,
        ITEM + "  - id: w\n    type: award\n    award: 奖牌\n    receivers: ▲{}\n",
        [lacking("people", "organizations", "others")],
    ),
    (Outcome, OUTCOME + "figures:\n  - name: 名\n    value: 一\n  - ▲name: 名\n", [missing("value")]),
    # the type of an agenda item
    (Meeting, ITEM + "  - ▲id: g\n    organization: o\n", [missing("type")]),
    (Meeting, ITEM + "  - ▲id: g\n", [missing("type")]),
    (Meeting, ITEM + "  - id: g\n    type: ▲speech\n", [not_among("type", "speech")]),
    (Meeting, ITEM + "  - id: g\n    type: ▲决定\n    motion: x\n    result: 通过\n", [not_among("type", "决定")]),
    (Meeting, ITEM + "  - type: ▲Founding\n    id: g\n    organization: o\n", [not_among("type", "Founding")]),
    # unknown fields, at every level
    (Person, LI + "▲phone: 1\n", [unknown("phone")]),
    (Person, LI + "▲<<: {a: b}\n", [unknown("<<")]),
    (Person, LI + "▲电话: 1\n▲name2: 2\n", [unknown("电话"), unknown("name2")]),
    (Person, LI + "▲phone:\n", [unknown("phone")]),
    (Organization, UNIT + "▲sort: x\n", [unknown("sort")]),
    (Organization, UNIT + "memberships:\n  - body: b\n    ▲from: 2023\n", [unknown("from")]),
    (Meeting, MEETING + "▲place: 厅\n", [unknown("place")]),
    (Meeting, MEETING + "attendance:\n  ▲count: 3\n", [unknown("count")]),
    (Meeting, MEETING + "attendance:\n  people:\n    - person: li\n      ▲name: 李\n", [unknown("name")]),
    (Meeting, MEETING + "attendance:\n  groups:\n    - name: 居民\n      ▲unit: 人\n", [unknown("unit")]),
    (Meeting, ITEM + "  - id: g\n    type: founding\n    organization: o\n    ▲motion: x\n", [unknown("motion")]),
    (Meeting, MEETING + "agenda:\n" + DECISION + "    ▲ballots: 3\n", [unknown("ballots")]),
    (
        Meeting,
        MEETING + "agenda:\n" + DECISION + "    admits:\n      - {body: b, organizations: [o], ▲date: 2023}\n",
        [unknown("date")],
    ),
    (
        Meeting,
        MEETING + "agenda:\n" + SPEECH + "    posts:\n      - title: 长\n        ▲since: 2\n",
        [unknown("since")],
    ),
    (Meeting, MEETING + "follow_ups:\n  - date: 2023\n    text: 后来\n    ▲id: x\n", [unknown("id")]),
    (Outcome, OUTCOME + "figures:\n  - {name: 名, value: 一, ▲unit: 项}\n", [unknown("unit")]),
    (Listing, LISTING + "entries:\n  - id: e\n    title: 题\n    ▲name: x\n", [unknown("name")]),
    (Listing, LISTING + "mentions:\n  - title: 题\n    text: 说\n    ▲id: x\n", [unknown("id")]),
    (Source, SOURCE + "credits:\n  - role: 记者\n    name: 甲\n    ▲email: x\n", [unknown("email")]),
    (Settings, "▲title: x\n", [unknown("title")]),
    (FrontMatter, "title: x\n▲tags: [a]\n", [unknown("tags")]),
    # empty: what is written at its place, nothing at its key
    (Person, "id: li\nname: ▲''\nsort: li\n", [blank("name")]),
    (Person, "id: li\nname: ▲' '\nsort: li\n", [blank("name")]),
    (Person, "id: li\n▲name:\nsort: li\n", [blank("name")]),
    (Person, "id: li\n▲name: ~\nsort: li\n", [blank("name")]),
    (Person, "id: li\n▲name: null\nsort: li\n", [blank("name")]),
    (Person, "▲id:\nname: 李\nsort: li\n", [blank("id")]),
    (Person, LI + "note: ▲|-\n\n", [blank("note")]),
    (Person, LI + "other_names:\n  - 甲\n  - ▲~\n", [blank("other_names")]),
    (Meeting, "id: a\nnames:\n  - 会\n▲date:\n", [blank("date")]),
    (Meeting, "id: a\n▲names:\ndate: 2023\n", [blank("names")]),
    (Meeting, MEETING + "▲agenda:\n", [blank("agenda")]),
    (Meeting, MEETING + "▲attendance:\n", [blank("attendance")]),
    (Meeting, MEETING + "agenda:\n" + SPEECH.replace("form: 概述", "▲form:"), [blank("form")]),
    (Settings, "▲fictional:\n", [blank("fictional")]),
    # one line, a text, not too long
    (Person, "id: li\nname: ▲|-\n  甲\n  乙\nsort: li\n", [one_line("name")]),
    (Person, 'id: li\nname: ▲"甲\\n乙"\nsort: li\n', [one_line("name")]),
    (Meeting, "id: a\nnames:\n  - 会\n  - ▲|-\n    甲\n    乙\ndate: 2023\n", [one_line("names")]),
    (Person, "id: li\nname: ▲[李]\nsort: li\n", [no_text("name")]),
    (Person, "id: li\nname:\n  ▲全名: 李\nsort: li\n", [no_text("name")]),
    (Person, "id: ▲[]\nname: 李\nsort: li\n", [no_text("id")]),
    (Person, LI + "sources:\n  - ▲a: b\n", [no_text("sources")]),
    (Meeting, "id: a\nnames: [会]\ndate: ▲[2023]\n", [no_text("date")]),
    (Meeting, MEETING + "number: ▲{a: b}\n", [no_text("number")]),
    (Person, f"id: li\nname: ▲{'李' * 301}\nsort: li\n", [too_long("name")]),
    (Person, LI + f"note: ▲{'注' * 20_001}\n", [too_long("note")]),
    (Source, SOURCE + f"url: ▲https://{'a' * 1993}\n", [too_long("url")]),
    # ids
    (Person, "id: ▲Li\nname: 李\nsort: li\n", [no_id("Li")]),
    (Person, "id: ▲李\nname: 李\nsort: li\n", [no_id("李")]),
    (Person, f"id: ▲{'a' * 99}\nname: 李\nsort: li\n", [no_id("a" * 80)]),
    (Listing, LISTING + "entries:\n  - id: e\n    title: 题\n    meets:\n      - ▲reading\n", [NO_ENTRY]),
    # dates, numbers, flags, addresses, pinyin
    (Meeting, "id: a\nnames: [会]\ndate: ▲2023年7月\n", [FORMAT]),
    (Meeting, "id: a\nnames: [会]\ndate: ▲2023-02-30\n", [no_date("没有 2023-02-30 这一天：2023年2月有 28 天")]),
    (
        Organization,
        UNIT + "memberships:\n  - body: b\n    since: ▲2023-13\n",
        [no_date("没有 2023-13 这个日期：月份从 01 到 12")],
    ),
    (FrontMatter, "title: x\ndate: ▲昨天\n", [FORMAT]),
    (FrontMatter, "title: x\ndate: ▲不晚于2032\n", [("E219", "“date” 不能写 不晚于")]),
    (Meeting, MEETING + "number: ▲三\n", [no_count("number")]),
    (
        Meeting,
        MEETING + "attendance:\n  groups:\n    - name: 居民\n      count: ▲三十来\n",
        [("E209", "“count” 应当是数目")],
    ),
    (Settings, "fictional: ▲yes\n", [NO_FLAG]),
    # A list is not too short as well when something is wrong with what is in it.
    (Settings, CONTACT + "    - ▲三楼\n", [("E430", "“addresses” 里的一项不是邮箱、办公电话或网址")]),
    (Settings, CONTACT + "    - ▲13800000000\n", [("E431", "个人的手机号不能公布")]),
    (Settings, CONTACT + "    ▲[]\n", [too_few("addresses")]),
    (Source, SOURCE + "url: ▲www.example.org\n", [NO_ADDRESS]),
    (Source, SOURCE + "url: ▲javascript:alert(1)\n", [NO_ADDRESS]),
    (Source, SOURCE + "url: ▲https://a b\n", [NO_ADDRESS]),
    (Person, "id: li\nname: 李\nsort: ▲Li Binlu\n", [NO_PINYIN]),
    # choices
    (Organization, "id: a\nname: 单位\nclassification: ▲养老院\n", [not_among("classification", "养老院")]),
    (
        Settings,
        "classifications:\n  - group: ▲院校\n    names:\n      - 夜校\n      - ▲学校\n",
        [
            ("E432", "“院校” 是类别，不是大类"),
            ("E432", "类别 “学校” 已经有了，属于教育"),
        ],
    ),
    (
        Settings,
        "classifications:\n  ▲- {group: 教育, names: [夜校]}\n  - {group: 商圈, names: [夜校]}\n",
        [("E432", "类别 “夜校” 写了两次")],
    ),
    (Listing, "id: a\nname: 单\ntype: ▲needs\n", [not_among("type", "needs")]),
    (
        Meeting,
        MEETING + "agenda:\n" + DECISION.replace("通过", "▲同意"),
        [not_among("result", "同意")],
    ),
    (
        Meeting,
        MEETING + "agenda:\n" + SPEECH.replace("概述", "▲" + "摘" * 50),
        [not_among("form", "摘" * 40)],
    ),
    # shapes
    (Meeting, MEETING + "attendance: ▲很多人\n", [no_fields("attendance")]),
    (Meeting, MEETING + "attendance:\n  ▲- person: li\n", [no_fields("attendance")]),
    (Meeting, MEETING + "attendance:\n  people:\n    - ▲li\n", [no_fields("people")]),
    (Meeting, MEETING + "agenda:\n  - ▲开会\n", [no_fields("agenda")]),
    (Meeting, MEETING + "agenda:\n" + FOUNDING + "  - ▲- x\n", [no_fields("agenda")]),
    (Meeting, "id: a\nnames: ▲会\ndate: 2023\n", [no_list("names")]),
    (Meeting, "id: a\nnames: [会]\ndate: 2023\nagenda:\n  ▲id: x\n", [no_list("agenda")]),
    (Person, LI + "sources: ▲a\n", [no_list("sources")]),
    (Meeting, "id: a\nnames: ▲[]\ndate: 2023\n", [too_few("names")]),
    (
        Meeting,
        MEETING + "agenda:\n" + DECISION + "    admits:\n      - body: b\n        organizations: ▲[]\n",
        [too_few("organizations")],
    ),
    # deep inside of the second item
    (
        Meeting,
        ITEM + SPEECH + "    posts:\n      - 长\n      - title: 长\n        organization: ▲''\n",
        [blank("organization")],
    ),
    (Meeting, ITEM + SPEECH + "    posts:\n      - 长\n      - ▲''\n", [blank("title")]),
    # a field called like the type of its item
    (
        Meeting,
        MEETING + "agenda:\n  - ▲id: r\n    type: report\n    ▲report: desk\n" + REPORT,
        [missing("outcome"), unknown("report")],
    ),
    (
        Meeting,
        MEETING + "agenda:\n  - id: d\n    type: decision\n    ▲decision: x\n    motion: 《案》\n    result: ▲好\n",
        [unknown("decision"), not_among("result", "好")],
    ),
    # several at once
    (
        Person,
        "id: ▲A\nname: ▲[]\nsort: ▲1\n▲x: y\n",
        [no_id("A"), no_text("name"), NO_PINYIN, unknown("x")],
    ),
]


def unmark(text: str, first_line: int = 0) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span("a.yml", before.count("\n") + 1 + first_line, len(before) - before.rfind("\n")))
        before += part
    return SourceText("a.yml", before, first_line), spans


def problems_of(model: type[Model], source: SourceText) -> list[Problem]:
    data, problems = parse(source)
    assert problems == []
    validated = validate(model, data, source)
    assert (validated.record is None) == bool(validated.problems)
    return validated.problems


def said(problems: list[Problem]) -> list[tuple[Span, str, str]]:
    """Return what is said where; what problems hint at is below, and in `mistakes/`."""
    return sorted({(one.span, one.code, one.message) for one in problems})


@pytest.mark.parametrize("first_line", [0, 5])
@pytest.mark.parametrize(("model", "text", "wanted"), CASES)
def test_says_what_is_wrong_where(model, text, wanted, first_line):
    source, spans = unmark(text, first_line)
    # One mark serves for all that is said there.
    spans = spans * len(wanted) if len(spans) == 1 else spans
    expected = [(span, *words) for span, words in zip(spans, wanted, strict=True)]
    assert said(problems_of(model, source)) == sorted(expected)


def test_every_wording_is_used():
    shown = {code for _, _, wanted in CASES for code, _ in wanted}
    assert shown >= {code for code, _, _ in refusals._WORDING.values()}


@pytest.mark.parametrize("data", ["text", "", None, [], ["a"], [{"id": "a"}]])
@pytest.mark.parametrize("first_line", [0, 1])
def test_a_file_is_made_of_fields(data, first_line):
    validated = validate(Person, data, SourceText("a.md", "x", first_line))
    assert said(validated.problems) == [(Span("a.md", 1 + first_line, 1), "E203", "整份文件应当是若干个字段")]
    assert validated.record is None


def test_a_sound_record_has_no_problems():
    source = SourceText("a.yml", LI)
    data = parse(source)[0]
    assert validate(Person, data, source) == Validated(Person(id="li", name="李", sort="li"), [], data, source)


# model, text, what is offered, one after the other
MEANT: list[tuple[type[Model], str, list[str]]] = [
    # misspelt fields, and what is wrong behind them
    (Person, LI.replace("sort", "srot"), ["sort（排序用的拼音）"]),
    (Person, LI.replace("name", "姓名"), ["name（姓名）"]),
    (Person, LI + "source:\n  - a\n", ["sources（来源）"]),
    (
        Meeting,
        MEETING.replace("names:", "name:").replace("date: 2023-07-06", "data: 2023/7/6"),
        ["names（会议名称）", "date（召开日期）", "2023-07-06"],
    ),
    (Meeting, ITEM + SPEECH.replace("type:", "tpye:").replace("概述", "概要"), ["type", "概述"]),
    (Meeting, ITEM + SPEECH.replace("type: statement", "kind: statement"), ["type"]),
    (
        Meeting,
        ITEM + SPEECH.replace("statement", "statment").replace("form", "from"),
        ["statement", "form（文字的形式）"],
    ),
    (Meeting, ITEM + SPEECH.replace("statement", "讲话"), ["remarks"]),
    # choices
    (Organization, UNIT.replace("街道", "医院").replace("单位", "甲"), ["医疗机构"]),
    (Organization, "id: a\nname: 甲\nclassification: 聯盟\n", ["联盟"]),
    (Organization, "id: a\nname: 甲\nclassification: ' 联 盟 '\n", ["联盟"]),
    (Organization, "id: a\nname: 甲\nclassification: 金融机够\n", ["金融机构"]),
    (Organization, "id: a\nname: 甲\nclassification: 甲\n", []),
    # numbers, flags, addresses, pinyin, ids
    (Meeting, MEETING + "number: ３\n", ["3"]),
    (Meeting, MEETING + "number: 第3届\n", ["3"]),
    (Meeting, MEETING + "number: 三\n", []),
    (Settings, "fictional: 是\n", ["true"]),
    (Settings, "fictional: No\n", ["false"]),
    (Source, SOURCE + "url: www.example.org\n", ["https://www.example.org"]),
    (Source, SOURCE + "url: ftp://example.org\n", []),
    (Person, "id: a\nname: 李\nsort: Lǐ Bīn-lù\n", ["li bin lu"]),
    (Person, "id: a\nname: 李\nsort: 李\n", []),
    (Listing, LISTING + "entries:\n  - id: Kan Bing\n    title: 题\n", ["kan-bing"]),
    (Listing, LISTING + "entries:\n  - id: 看病\n    title: 题\n", []),
]


@pytest.mark.parametrize(("model", "text", "offered"), MEANT)
def test_offers_what_was_meant(model, text, offered):
    hints = [one.hint for one in sorted(problems_of(model, SourceText("data/x.yml", text)))]
    guesses = [hint.removeprefix("您是否想写 ").partition("？")[0] for hint in hints if "您是否想写" in hint]
    assert guesses == offered


def test_an_archive_may_have_a_class_of_its_own():
    source = SourceText("data/x.yml", UNIT.replace("街道", "步行街"))
    data = parse(source)[0]
    assert validate(Organization, data, source, classes([("商圈", ["步行街"])])).record
    [problem] = validate(Organization, data, source, classes([("商圈", ["步行街道"])])).problems
    assert problem.hint == "您是否想写 步行街道？确是另一类，先写进 archive.yml 的 classifications"
    # When nobody knows which it has, none is wrong.
    assert validate(Organization, data, source, None).record


def test_an_id_is_meant_to_be_the_name_of_its_file():
    for written in ("Li", "李彬璐", "li_binlu", "li binlu"):
        [problem] = problems_of(Person, SourceText("data/people/li-binlu.yml", LI.replace("id: li", f"id: {written}")))
        assert problem.hint == "您是否想写 li-binlu？"


def test_a_problem_stays_readable_however_long_the_field():
    source = SourceText("a.yml", f'{LI}"{"长" * 900}": x\n')
    assert [len(one.message + one.hint) < 300 for one in problems_of(Person, source)] == [True]


# --- whatever is written ----------------------------------------------------------------------------------------------

NAMES = sorted({name for model in MODELS for name in model.model_fields} | {"", "x", "decision", "statement", "report"})
words = st.sampled_from(
    ["", " ", "a", "A", "甲", "2023", "2023-13", "true", "通过", "概述", "decision", "report", "a/b", "甲\n乙"]
)
values = st.recursive(
    st.none() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=12,
)


@pytest.mark.parametrize("model", [*KINDS.values(), Settings, FrontMatter], ids=lambda model: model.__name__)
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_any_data_is_a_record_or_problems_with_words(model, data):
    fields = st.sampled_from([*model.model_fields, "x"])
    written = data.draw(st.dictionaries(fields, values, max_size=8))
    source = SourceText("a.yml", yaml.safe_dump(written, allow_unicode=True))
    validated = validate(model, written, source)
    assert (validated.record is None) == bool(validated.problems)
    assert not [one for one in validated.problems if "{" in one.hint + one.message]
