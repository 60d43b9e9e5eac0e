"""The questions that lead to a record: what is suggested, what is taken for an answer, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chuxin.archive.loading import FileRead, LoadedRecords
from chuxin.editing.drafts import dialogue
from chuxin.editing.drafts.dialogue import OPTIONS, Dialogue, is_list, name_field
from chuxin.records.classes import classes
from chuxin.records.kinds import KINDS
from chuxin.records.organizations import Organization
from making import loaded, meeting, person, unit

REPORT = {"id": "report", "headline": "会开了", "type": "新闻报道", "date": "2031-03-12"}
LATER = {"id": "later", "headline": "又开了", "type": "新闻报道", "date": "2031-05"}
LI = {**person("li", "li"), "name": "李"}
SCHOOL = {**unit("school", "院校"), "name": "学校", "other_names": ["校", "……"]}
NEEDS = {"id": "needs", "name": "需求清单", "type": "需求"}
BRANDS = [{"id": f"brand{number}", "name": f"品牌{number}", "type": sort} for number, sort in enumerate("甲乙乙")]
HELD = {**meeting("2031-03-12"), "names": ["联席会议"]}


@pytest.fixture
def records() -> LoadedRecords:
    kinds = {"sources": [REPORT, LATER], "people": [LI], "organizations": [SCHOOL], "meetings": [HELD]}
    return loaded(**kinds, listings=[NEEDS], brands=BRANDS)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Somebody who types lines, at the end nothing any more. Gives the questions that he was asked."""

    def types(*lines: str) -> list[str]:
        left, asked = list(lines), []

        def prompt(question: str, default: str, show_default: bool, **_: object) -> str:
            asked.append(question)
            assert not show_default  # It stands in the question, made printable.
            assert left, asked
            return left.pop(0) or default

        monkeypatch.setattr(dialogue.click, "prompt", prompt)
        return asked

    return types


def asking(kind: str, records: LoadedRecords, **answers: object) -> Dialogue:
    return Dialogue(kind, records, asks=True, answers=dict(answers))


def alone(kind: str, records: LoadedRecords, **answers: object) -> Dialogue:
    """A dialogue with nobody who could be asked."""
    return Dialogue(kind, records, asks=False, answers=dict(answers))


# --- what there is to answer ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_required_is_asked_for_and_where_it_is_from(kind: str, records: LoadedRecords) -> None:
    fields = asking(kind, records).fields({})
    required = {name for name, field in KINDS[kind].model_fields.items() if field.is_required()}
    assert required - {"id"} <= set(fields)
    assert ("date" if kind == "sources" else "sources") in fields
    assert "id" not in fields


def test_what_was_given_besides_is_among_it(records: LoadedRecords) -> None:
    assert "authors" not in asking("outcomes", records).fields({})
    assert "authors" in asking("outcomes", records).fields({"authors": ["li"]})


def test_every_option_stands_for_one_field_of_a_kind() -> None:
    for fields in OPTIONS.values():
        for model in KINDS.values():
            assert len(set(fields) & set(model.model_fields)) <= 1, (fields, model)
    assert all(name_field(kind) in OPTIONS["name"] for kind in KINDS)


def test_a_field_is_a_list_or_one_value() -> None:
    assert is_list(Organization, "other_names") and not is_list(Organization, "name")


def test_a_record_that_names_others_waits_for_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        asking("people", loaded()).refuse_too_early(["name", "sources"])
    assert refused.value.code == 1
    asking("people", loaded(sources=[REPORT])).refuse_too_early(["name", "sources"])
    assert "档案里还没有来源，先运行 chuxin new sources" in capsys.readouterr().err


# --- suggestions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "answers", "suggested"),
    [
        ("people", "sort", {"name": "单彬璐"}, "shan binlu"),
        ("people", "id", {"name": "单彬璐", "sort": "shan binlu"}, "shan-binlu"),
        ("people", "id", {"name": "李", "sort": "li"}, "li-2"),
    ],
)
def test_what_follows_is_suggested(kind: str, name: str, answers: dict, suggested: str, records: LoadedRecords) -> None:
    assert asking(kind, records, **answers).suggestion(name) == suggested


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, model in KINDS.items() for name in model.model_fields]
)
def test_no_fact_is_suggested(kind: str, name: str, records: LoadedRecords) -> None:
    """Not the usual type either, nor the only person: who presses a key has not said it."""
    if name not in ("id", "sort"):
        assert asking(kind, records).suggestion(name) == ""


@pytest.mark.parametrize(("written", "answer"), [("1", "乙"), ("2", "甲"), ("丙", "丙"), ("3", "3")])
def test_a_type_that_others_have_can_be_chosen_by_number(
    written: str,
    answer: str,
    records: LoadedRecords,
    typed: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = typed(written)
    talk = asking("brands", records)
    talk.answer("type", [])
    assert talk.answers == {"type": answer}
    assert capsys.readouterr().out.splitlines() == ["   1  乙", "   2  甲"]
    assert asked[0].endswith("（写序号，或者写别的）")


# --- answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "written", "answer"),
    [
        ("people", "name", " 王 ", "王"),
        ("organizations", "classification", "1", "联席会议"),
        ("organizations", "classification", "企业", "企业"),
        # By number the newest source, by its id any.
        ("people", "sources", "1", ["later"]),
        ("people", "sources", "report", ["report"]),
        ("people", "sources", "2, later", ["report", "later"]),
        ("people", "sources", "report、1，2", ["report", "later", "report"]),
        ("meetings", "date", "2033年7月6日", "2033-07-06"),
        ("meetings", "date", "2033/7", "2033-07"),
        ("meetings", "date", "2033", "2033"),
        ("meetings", "date", "不晚于2033-07-06", "不晚于2033-07-06"),
        ("meetings", "date", "截至2033年7月6日", "不晚于2033-07-06"),
    ],
)
def test_an_answer_is_taken_as_it_is_meant(
    kind: str, name: str, written: str, answer: object, records: LoadedRecords, typed: Callable[..., list[str]]
) -> None:
    typed(written)
    talk = asking(kind, records)
    talk.answer(name, [])
    assert talk.answers == {name: answer}


def test_an_id_that_is_a_number_is_no_place_in_the_list(typed: Callable[..., list[str]]) -> None:
    typed("1")
    talk = asking("people", loaded(sources=[LATER, {**REPORT, "id": "1"}]))
    talk.answer("sources", [])
    assert talk.answers == {"sources": ["1"]}


@pytest.mark.parametrize(("written", "said"), [("2033/7", "　写成 2033-07\n"), ("2033-07", "")])
def test_a_date_that_is_written_in_another_way_is_told(
    written: str,
    said: str,
    records: LoadedRecords,
    typed: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed(written)
    asking("meetings", records).answer("date", [])
    assert capsys.readouterr().out == said


def test_a_list_is_asked_for_until_nothing_is_typed(records: LoadedRecords, typed: Callable[..., list[str]]) -> None:
    asked = typed("推进会", "联席会", "")
    talk = asking("meetings", records)
    talk.answer("names", [])
    assert talk.answers == {"names": ["推进会", "联席会"]}
    assert asked[1:] == ["还有的话写在这里，没有就按回车"] * 2


def test_what_is_suggested_is_taken_by_typing_nothing(records: LoadedRecords, typed: Callable[..., list[str]]) -> None:
    asked = typed("")
    talk = asking("people", records, name="单彬璐")
    talk.answer("sort", [])
    assert talk.answers["sort"] == "shan binlu"
    assert asked[0].endswith("[shan binlu]")


@pytest.mark.parametrize(
    ("kind", "name", "wrong", "said", "right"),
    [
        ("people", "name", "", "这一项不能空着", "王"),
        ("people", "sources", "nobody", "找不到来源 “nobody”", "report"),
        ("people", "sources", "3", "找不到来源 “3”", "report"),
        ("people", "sources", "0", "找不到来源 “0”", "report"),
        # What is wrong is told before what is only odd.
        ("people", "name", "甲 乙\n丙", "不对：只能写一行", "王"),
        ("people", "sources", "会开了", "找不到来源 “会开了”，您是否想写 report（会开了）", "report"),
        ("meetings", "date", "昨天", "日期", "2033"),
        ("meetings", "date", "近日", "写 不晚于 和报道发布的日期", "2033"),
        ("meetings", "date", "2033年13月1日", "日期", "2033"),
        ("organizations", "classification", "99", "“99”", "企业"),
        ("people", "id", "li", "已经有编号为 “li” 的人物", "wu-2"),
        ("people", "id", "Li Wu", "编号", "wu-2"),
        ("people", "sort", "吴", "拼音", "wu"),
    ],
)
def test_a_wrong_answer_is_asked_for_again(
    kind: str,
    name: str,
    wrong: str,
    said: str,
    right: str,
    records: LoadedRecords,
    typed: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = typed(wrong, right)
    talk = asking(kind, records, **({"name": "吴"} if name == "sort" else {"name": "吴", "sort": "wu"}))
    talk.answer(name, [])
    assert talk.answers[name] == ([right] if is_list(KINDS[kind], name) else right)
    told = capsys.readouterr().out
    assert "不对：" in told and said in told and len(asked) == 2


def test_what_need_not_be_answered_may_be_left_out(records: LoadedRecords, typed: Callable[..., list[str]]) -> None:
    typed("")
    talk = asking("sources", records)
    talk.answer("date", [])
    assert talk.answers == {}


def test_a_warning_is_told_and_the_answer_can_be_changed(
    records: LoadedRecords, typed: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = typed("甲 乙", "")
    talk = asking("organizations", records)
    talk.answer("name", [])
    assert talk.answers == {"name": "甲 乙"}
    told = capsys.readouterr().out
    assert "提醒：" in told and "要改就再写一次" in told and asked[1].endswith("[甲 乙]")


def test_whoever_heeds_no_warning_keeps_all_that_was_typed(
    records: LoadedRecords, typed: Callable[..., list[str]]
) -> None:
    asked = typed("推进 会", "联席会", "", "")
    talk = asking("meetings", records)
    talk.answer("names", [])
    assert talk.answers == {"names": ["推进 会", "联席会"]}
    assert asked[3].endswith("[推进 会、联席会]")


def test_whoever_heeds_a_warning_types_all_of_it_again(records: LoadedRecords, typed: Callable[..., list[str]]) -> None:
    typed("推进会", "联席 会", "", "推进会", "联席会", "")
    talk = asking("meetings", records)
    talk.answer("names", [])
    assert talk.answers == {"names": ["推进会", "联席会"]}


def test_choices_are_listed_for_whoever_gave_a_wrong_one(
    records: LoadedRecords, typed: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Before he is asked for a number, and once."""
    typed("医院", "1")
    talk = asking("organizations", records)
    talk.answer("classification", ["养老院"])
    lines = capsys.readouterr().out.splitlines()
    assert talk.answers == {"classification": "联席会议"}
    assert lines.count("   1  联席会议") == 1
    assert lines[0].startswith("　--type 不对：不能写 “养老院”") and "不对" in lines[-1]


def test_choices_are_listed_with_their_numbers(
    records: LoadedRecords, typed: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("1")
    asking("people", records).answer("sources", [])
    assert capsys.readouterr().out.splitlines() == ["   1  又开了（later）", "   2  会开了（report）"]


def test_at_most_twenty_are_listed_and_more_can_be_named(
    typed: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("21", "paper29")
    talk = asking("people", loaded(sources=[{**REPORT, "id": f"paper{number}"} for number in range(30)]))
    talk.answer("sources", [])
    told = capsys.readouterr().out
    assert "\n  20  " in told and "\n  21  " not in told and "找不到来源 “21”" in told
    assert talk.answers == {"sources": ["paper29"]}


# --- nobody to ask ----------------------------------------------------------------------------------------------------


def test_what_is_missing_ends_it(records: LoadedRecords, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        alone("people", records).answer("name", [])
    assert ended.value.code == 2
    assert "还缺 --name（姓名）" in capsys.readouterr().err


def test_what_is_wrong_ends_it(records: LoadedRecords, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        alone("meetings", records).answer("date", ["昨天"])
    assert ended.value.code == 2
    assert "--date 不对：" in capsys.readouterr().err


def test_what_is_wrong_is_called_by_the_option_that_it_was_given_by(
    records: LoadedRecords, capsys: pytest.CaptureFixture[str]
) -> None:
    for option in ("type", "classification"):
        talk = Dialogue("organizations", records, asks=False, options={"classification": option})
        with pytest.raises(SystemExit):
            talk.answer("classification", ["养老院"])
        assert capsys.readouterr().err.startswith(f"--{option} 不对：不能写 “养老院”")


def test_ids_and_pinyin_are_what_is_suggested(records: LoadedRecords) -> None:
    talk = alone("people", records, name="单彬璐")
    talk.answer("sort", [])
    talk.answer("id", [])
    assert (talk.answers["sort"], talk.answers["id"]) == ("shan binlu", "shan-binlu")


def test_a_warning_is_told_beside_the_output(records: LoadedRecords, capsys: pytest.CaptureFixture[str]) -> None:
    talk = alone("organizations", records)
    talk.answer("name", ["甲 乙"])
    assert talk.answers == {"name": "甲 乙"}
    out, err = capsys.readouterr()
    assert out == "" and "提醒：汉字之间有空格" in err


def test_paragraphs_are_given_with_the_line_breaks_of_any_system(records: LoadedRecords) -> None:
    talk = alone("brands", records)
    talk.answer("summary", [" 一。\r\n\r\n二。\r\n"])
    assert talk.answers == {"summary": "一。\n\n二。"}


@pytest.mark.parametrize("end", [dialogue.misuse, dialogue.refuse])
def test_what_moves_the_cursor_is_shown_by_a_sign(
    end: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        end("甲\x1b[2J")
    assert capsys.readouterr().err.startswith("甲␛[2J\n")


def test_what_need_not_be_there_is_left_out(records: LoadedRecords) -> None:
    talk = alone("sources", records)
    talk.answer("date", [])
    assert talk.answers == {}


# --- namesakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "answers", "found"),
    [
        ("people", {"name": "李"}, ["li"]),
        ("people", {"name": "黎"}, []),
        ("organizations", {"name": "學 校"}, ["school"]),
        ("organizations", {"name": "校"}, ["school"]),
        # Meetings share their names: those of one day are the same.
        ("meetings", {"names": ["联席会议"], "date": "2031-03-12"}, ["2031-03-12"]),
        ("meetings", {"names": ["联席会议"], "date": "2031-03-13"}, []),
        # It may have been that day.
        ("meetings", {"names": ["联席会议"], "date": "不晚于2031-03-12"}, ["2031-03-12"]),
        ("organizations", {"name": "……"}, []),
    ],
)
def test_who_has_the_name_already(kind: str, answers: dict, found: list[str], records: LoadedRecords) -> None:
    assert asking(kind, records, **answers).namesakes() == found


def test_another_of_the_same_name_is_told_apart(records: LoadedRecords, typed: Callable[..., list[str]]) -> None:
    asked = typed("是")
    talk = asking("people", records, name="李")
    talk.tell_apart(agreed=False)
    assert talk.answers["not_same_as"] == ["li"]
    assert "已经有同名的人物：li（李）" in asked[0]


@pytest.mark.parametrize(
    ("asks", "answer", "said"),
    [(True, "", "没有写。"), (True, "否", "没有写。"), (True, "x", "没有写。"), (False, "", "请加 --namesake")],
)
def test_the_same_again_is_refused(
    asks: bool,
    answer: str,
    said: str,
    records: LoadedRecords,
    typed: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed(answer)
    with pytest.raises(SystemExit) as refused:
        Dialogue("people", records, asks, {"name": "李"}).tell_apart(agreed=False)
    assert refused.value.code == 1
    assert said in capsys.readouterr().err


def test_who_has_agreed_before_is_not_asked(records: LoadedRecords) -> None:
    talk = alone("people", records, name="李")
    talk.tell_apart(agreed=True)
    assert talk.answers["not_same_as"] == ["li"]
    other = alone("people", records, name="王")
    other.tell_apart(agreed=False)
    assert "not_same_as" not in other.answers
    brand = alone("brands", records, name="品牌0")
    brand.tell_apart(agreed=True)
    assert brand.answers == {"name": "品牌0"}


def test_the_newest_sources_are_listed_first() -> None:
    dates = {"a": "不晚于2031", "b": "2033", "c": "2030", "d": "不晚于2032-05"}
    sources = [{**REPORT, "id": name, "date": date} for name, date in dates.items()]
    assert asking("people", loaded(sources=[*sources, {**REPORT, "id": "e", "date": "2034"}])).listed("sources") == [
        *("e", "b", "d", "a", "c")
    ]


def test_a_meeting_that_did_not_load_may_have_been_on_that_day(records: LoadedRecords) -> None:
    records.files["meetings", "broken"] = FileRead(None, {"names": ["联席会议"]}, None, [])
    records.broken.add(("meetings", "broken"))
    assert asking("meetings", records, names=["联席会议"], date="2031-03-13").namesakes() == ["broken"]


def test_classes_of_the_archive_can_be_chosen(records: LoadedRecords) -> None:
    records.classes = classes([("商圈", ["步行街"])])
    talk = asking("organizations", records)
    talk.answer("classification", ["步行街"])
    assert talk.answers == {"classification": "步行街"}
    assert talk.choices("classification")[-2:] == ("步行街", "其他单位")
