"""The questions that lead to a record: what is suggested, what is taken for an answer, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chuxin.archive.loading import LoadedRecords
from chuxin.editing.drafts import dialogue
from chuxin.editing.drafts.dialogue import OPTIONS, Dialogue, is_list, name_field
from chuxin.records.kinds import KINDS
from chuxin.records.organizations import Organization
from making import loaded, meeting, person, unit

REPORT = {"id": "report", "headline": "会开了", "type": "新闻报道", "date": "2031-03-12"}
LATER = {"id": "later", "headline": "又开了", "type": "新闻报道", "date": "2031-05"}
LI = {**person("li", "li"), "name": "李"}
SCHOOL = {**unit("school", "院校"), "name": "学校", "other_names": ["校"]}
HELD = {**meeting("2031-03-12"), "names": ["联席会议"]}


@pytest.fixture
def records() -> LoadedRecords:
    return loaded(sources=[REPORT, LATER], people=[LI], organizations=[SCHOOL], meetings=[HELD])


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Somebody who types lines, at the end nothing any more. Gives the questions that he was asked."""

    def types(*lines: str) -> list[str]:
        left, asked = list(lines), []

        def prompt(question: str, default: str, **_: object) -> str:
            asked.append(question)
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
    assert "档案里还没有来源，先运行 chuxin new sources" in capsys.readouterr().err


# --- suggestions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "answers", "suggested"),
    [
        ("people", "sort", {"name": "单彬璐"}, "shan binlu"),
        ("people", "id", {"name": "单彬璐", "sort": "shan binlu"}, "shan-binlu"),
        ("people", "id", {"name": "李", "sort": "li"}, "li-2"),
        # The usual sort, unless there is a list to choose from.
        ("sources", "type", {}, "新闻报道"),
        ("brands", "type", {}, ""),
        ("organizations", "classification", {}, ""),
        # Of several records none is likelier; of one, that.
        ("people", "sources", {}, ""),
        ("outcomes", "authors", {}, "li"),
        ("people", "name", {}, ""),
    ],
)
def test_what_is_likely_is_suggested(
    kind: str, name: str, answers: dict, suggested: str, records: LoadedRecords
) -> None:
    assert asking(kind, records, **answers).suggestion(name) == suggested


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
        ("meetings", "date", "2033年7月6日", "2033-07-06"),
        ("meetings", "date", "2033/7", "2033-07"),
        ("meetings", "date", "2033", "2033"),
    ],
)
def test_an_answer_is_taken_as_it_is_meant(
    kind: str, name: str, written: str, answer: object, records: LoadedRecords, typed: Callable[..., list[str]]
) -> None:
    typed(written)
    talk = asking(kind, records)
    talk.answer(name, [])
    assert talk.answers == {name: answer}


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
        ("people", "sources", "会开了", "找不到来源 “会开了”，您是否想写 report（会开了）", "report"),
        ("meetings", "date", "昨天", "日期", "2033"),
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
    assert lines.count("   1  联席会议") == 1 and "不对" in lines[0] and "不对" in lines[-1]


def test_choices_are_listed_with_their_numbers(
    records: LoadedRecords, typed: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("1")
    asking("people", records).answer("sources", [])
    assert capsys.readouterr().out.splitlines() == ["   1  又开了（later）", "   2  会开了（report）"]


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


def test_ids_and_pinyin_are_what_is_suggested(records: LoadedRecords) -> None:
    talk = alone("people", records, name="单彬璐")
    talk.answer("sort", [])
    talk.answer("id", [])
    assert (talk.answers["sort"], talk.answers["id"]) == ("shan binlu", "shan-binlu")


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


@pytest.mark.parametrize(("asks", "said"), [(True, "没有写。"), (False, "请加 --namesake")])
def test_the_same_again_is_refused(
    asks: bool,
    said: str,
    records: LoadedRecords,
    typed: Callable[..., list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed("")
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
