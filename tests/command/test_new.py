"""The command `chuxin new`: what it asks, what it takes as options, what it refuses, and that it overwrites nothing."""

from __future__ import annotations

import errno
import shutil
import sys
from pathlib import Path
from unittest import mock

import pytest
from chuxin.archive.loading import read
from chuxin.command.new import new
from chuxin.editing.layout.archive import format_archive
from chuxin.records.kinds import KIND_NAMES, KINDS
from chuxin.site.checking import read_and_check
from click.testing import CliRunner, Result
from sites import SAMPLE

MODULE = sys.modules["chuxin.command.new"]
SOURCE = "baodao-2031"

# By kind: the options of a whole record, what is typed at the same prompts, and the id that comes of it.
RECORDS = {
    "meetings": (
        {"name": "示例推进会", "date": "2033年7月6日", "source": SOURCE},
        ["示例推进会", "", "2033年7月6日", SOURCE, ""],
        "2033-07-06",
    ),
    "organizations": (
        {"name": "示例医院", "type": "医疗机构", "source": SOURCE},
        ["示例医院", "13", SOURCE, ""],
        "shili-yiyuan",
    ),
    "people": (
        {"name": "单彬璐", "source": SOURCE},
        ["单彬璐", "", SOURCE, ""],
        "shan-binlu",
    ),
    "outcomes": (
        {"name": "示例题目", "type": "课题", "summary": "用自己的话写。", "source": SOURCE},
        ["示例题目", "课题", "用自己的话写。", SOURCE, ""],
        "shili-timu",
    ),
    "listings": (
        {"name": "新的清单", "type": "资源", "source": SOURCE},
        ["新的清单", "2", SOURCE, ""],
        "xin-de-qingdan",
    ),
    "brands": (
        {"name": "新·品牌", "type": "党建品牌", "source": SOURCE},
        ["新·品牌", "党建品牌", SOURCE, ""],
        "xin-pinpai",
    ),
    "sources": (
        {"name": "新的标题", "type": "报道", "date": "2033/7/6"},
        ["新的标题", "报道", "2033/7/6", ""],
        "2033-07-06-baodao",
    ),
}
each_kind = pytest.mark.parametrize("kind", RECORDS)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the sample archive."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "archive"))


def by_options(archive: Path, kind: str, *more: str, **options: str) -> Result:
    """Run the command as a program would, with nobody to be asked."""
    given = [part for option, value in options.items() for part in (f"--{option}", value)]
    with mock.patch.object(MODULE, "_asks", lambda: False):
        return CliRunner().invoke(new, [kind, "--archive", str(archive), *given, *more])


def by_prompts(archive: Path, kind: str, lines: list[str], *options: str) -> Result:
    """Run the command as somebody at a terminal, who types lines."""
    typed = "".join(f"{line}\n" for line in lines)
    with mock.patch.object(MODULE, "_asks", lambda: True):
        return CliRunner().invoke(new, [kind, "--archive", str(archive), *options], input=typed)


def files_of(archive: Path) -> dict[str, bytes]:
    return {path.relative_to(archive).as_posix(): path.read_bytes() for path in archive.rglob("*.yml")}


def problems_of(archive: Path) -> set:
    return set(read_and_check(archive, archive / "docs").problems)


def record_in(archive: Path, kind: str, identifier: str):
    return read(archive / kind / f"{identifier}.yml", KINDS[kind]).record


# --- what is written --------------------------------------------------------------------------------------------------


@each_kind
def test_options_make_a_record(archive, kind):
    before, problems = files_of(archive), problems_of(archive)
    options, _, identifier = RECORDS[kind]
    result = by_options(archive, kind, **options)
    assert result.exit_code == 0, result.output
    written = {f"{kind}/{identifier}.yml"}
    assert files_of(archive).keys() - before.keys() == written
    assert {name: text for name, text in files_of(archive).items() if name not in written} == before
    assert problems_of(archive) == problems


@each_kind
def test_prompts_make_the_same_record(archive, tmp_path, kind):
    other = Path(shutil.copytree(archive, tmp_path / "other"))
    options, lines, identifier = RECORDS[kind]
    result = by_prompts(archive, KIND_NAMES[kind], lines)
    assert result.exit_code == 0, result.output
    by_options(other, kind, **options)
    assert files_of(archive) == files_of(other)
    assert f"[{identifier}]" in result.output
    assert f"{kind}/{identifier}.yml" in result.output


def test_an_empty_folder_becomes_an_archive(tmp_path):
    assert by_options(tmp_path, "sources", name="标题", type="报道", date="2033-07-06").exit_code == 0
    source = "2033-07-06-baodao"
    assert by_options(tmp_path, "people", name="单彬璐", source=source).exit_code == 0
    for kind in ("meetings", "organizations", "listings", "brands"):
        result = by_options(tmp_path, kind, **{**RECORDS[kind][0], "source": source})
        assert result.exit_code == 0, result.output
    (tmp_path / "docs").mkdir()
    result = by_options(tmp_path, "outcomes", **{**RECORDS["outcomes"][0], "source": source, "author": "shan-binlu"})
    assert result.exit_code == 0, result.output
    assert problems_of(tmp_path) == set()
    assert len(files_of(tmp_path)) == len(RECORDS)


def test_the_end_says_what_was_written_and_what_comes_next(archive, monkeypatch):
    monkeypatch.chdir(archive.parent)
    archive.rename(archive.with_name("data"))
    result = CliRunner().invoke(new, ["people", "--name", "单彬璐", "--source", SOURCE])
    assert result.output.splitlines()[0] == "已写好 data/people/shan-binlu.yml"
    assert result.output.splitlines()[-1].endswith("再运行 make check")
    other = by_options(Path("data"), "brands", name="品牌", type="品牌", source=SOURCE)
    assert other.output.splitlines()[-1].endswith("再运行 make check")


def test_optional_fields_can_be_given(archive):
    options = {**RECORDS["organizations"][0], "summary": "第一段。\n\n第二段。"}
    assert by_options(archive, "organizations", **options).exit_code == 0
    assert record_in(archive, "organizations", "shili-yiyuan").summary == "第一段。\n\n第二段。"


def test_a_meeting_has_several_names_and_sources(archive):
    more = ["--name", "第二个名称", "--source", "jiyao-2031"]
    assert by_options(archive, "meetings", *more, **RECORDS["meetings"][0]).exit_code == 0
    record = record_in(archive, "meetings", "2033-07-06")
    assert record.names == ("示例推进会", "第二个名称") or record.names == ("第二个名称", "示例推进会")
    assert set(record.sources) == {SOURCE, "jiyao-2031"}


def test_a_second_meeting_on_a_day(archive):
    by_options(archive, "meetings", **RECORDS["meetings"][0])
    result = by_options(archive, "meetings", name="创新联盟成立大会", date="2033-07-06", source=SOURCE)
    assert result.exit_code == 0, result.output
    assert record_in(archive, "meetings", "2033-07-06-chuangxin-lianmeng")


def test_a_source_may_have_no_date(archive):
    assert by_options(archive, "sources", name="没有日期", type="文件").exit_code == 0
    assert record_in(archive, "sources", "meiyou-riqi").date is None
    result = by_prompts(archive, "sources", ["也没有日期", "文件", "", ""])
    assert result.exit_code == 0, result.output
    assert record_in(archive, "sources", "ye-meiyou-riqi").date is None


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_only_what_was_not_given_is_asked(archive):
    result = by_prompts(archive, "people", ["", ""], "--name", "单彬璐", "--source", SOURCE)
    assert result.exit_code == 0, result.output
    assert "[shan binlu]" in result.output
    assert "姓名：" not in result.output


def test_what_is_wrong_is_asked_again(archive):
    lines = ["", "单彬璐", "Shàn", "shan binlu", "nichts", "1", "Ab c", "shan-binlu-a"]
    result = by_prompts(archive, "people", lines)
    assert result.exit_code == 0, result.output
    assert result.output.count("不对：") == 4
    for part in ("不能空着", "应当是小写拼音", "找不到来源 “nichts”", "不能作编号"):
        assert part in result.output
    record = record_in(archive, "people", "shan-binlu-a")
    assert (record.name, record.sort) == ("单彬璐", "shan binlu")


def test_what_was_given_wrongly_is_asked_for(archive):
    result = by_prompts(archive, "people", ["shan binlu", ""], "--name", "单彬璐", "--sort", "SHAN", "--source", SOURCE)
    assert result.exit_code == 0, result.output
    assert record_in(archive, "people", "shan-binlu").sort == "shan binlu"


@pytest.mark.parametrize("count", range(5))
def test_whoever_stops_leaves_nothing_behind(archive, count):
    before = files_of(archive)
    result = by_prompts(archive, "people", ["单彬璐", "", SOURCE, ""][:count])
    assert (result.exit_code == 0) == (count == 4)
    assert (files_of(archive) == before) == (count < 4)


# --- namesakes --------------------------------------------------------------------------------------------------------


def test_a_namesake_is_refused_unless_it_is_said_to_be_one(archive):
    options, problems = RECORDS["people"][0], problems_of(archive)
    by_options(archive, "people", **options)
    before = files_of(archive)
    result = by_options(archive, "people", **{**options, "name": "單彬璐"})
    assert result.exit_code == 1
    assert "shan-binlu（单彬璐）" in result.output
    assert "--namesake" in result.output
    assert files_of(archive) == before
    assert by_options(archive, "people", "--namesake", **options).exit_code == 0
    assert record_in(archive, "people", "shan-binlu-2").not_same_as == ("shan-binlu",)
    assert by_options(archive, "people", "--namesake", **options).exit_code == 0
    assert problems_of(archive) == problems


def test_a_namesake_is_asked_about(archive):
    problems = problems_of(archive)
    by_prompts(archive, "people", RECORDS["people"][1])
    before = files_of(archive)
    for answer in ("", "否", "x"):
        assert by_prompts(archive, "people", ["单彬璐", answer]).exit_code == 1
        assert files_of(archive) == before
    result = by_prompts(archive, "people", ["单彬璐", "是", "", SOURCE, ""])
    assert result.exit_code == 0, result.output
    assert record_in(archive, "people", "shan-binlu-2")
    assert problems_of(archive) == problems


def test_meetings_have_the_same_name_every_year(archive):
    options = RECORDS["meetings"][0]
    by_options(archive, "meetings", **options)
    assert by_options(archive, "meetings", **{**options, "date": "2034-07-06"}).exit_code == 0
    assert by_options(archive, "meetings", **options).exit_code == 1


# --- what is refused --------------------------------------------------------------------------------------------------


@each_kind
def test_a_missing_answer_is_misuse_when_nobody_is_asked(archive, kind):
    before = files_of(archive)
    options = RECORDS[kind][0]
    for option in options:
        if (kind, option) == ("sources", "date"):
            continue
        rest = {name: value for name, value in options.items() if name != option}
        result = by_options(archive, kind, **rest)
        assert result.exit_code == 2
        assert f"还缺 --{option}（" in result.output
    assert files_of(archive) == before


@pytest.mark.parametrize(
    ("kind", "option", "value", "said"),
    [
        ("people", "date", "2033", "人物没有 --date 这一项"),
        ("organizations", "sort", "li", "单位没有 --sort 这一项"),
        ("meetings", "type", "会议", "会议没有 --type 这一项"),
        ("brands", "author", "yi-xiaochuan", "品牌没有 --author 这一项"),
        ("organizations", "type", "医院", "您是否想写 医疗机构"),
        ("people", "sort", "Li", "小写拼音"),
        ("people", "source", "baodao-2013", "您是否想写 baodao-2031"),
        ("people", "source", "", "不能空着"),
        ("people", "name", " ", "不能空着"),
        ("people", "name", "两\n行", "只能写一行"),
        ("people", "name", "长" * 301, "太长"),
        ("people", "name", "响\x07铃", "控制字符"),
        ("people", "name", "行\u2028尾", "控制字符"),
        ("people", "name", "半\udc80个", "控制字符"),
        ("people", "id", "../../etc/passwd", "不能作编号"),
        ("people", "id", "/tmp/a", "不能作编号"),
        ("people", "id", "a/b", "不能作编号"),
        ("people", "id", "Li", "不能作编号"),
        ("people", "id", "yi-xiaochuan", "已经有编号为 “yi-xiaochuan” 的人物"),
        ("meetings", "date", "昨天", "日期"),
        ("meetings", "date", "2033-02-30", "没有 2033-02-30"),
    ],
)
def test_a_wrong_option_is_misuse_when_nobody_is_asked(archive, kind, option, value, said):
    before = files_of(archive)
    result = by_options(archive, kind, **{**RECORDS[kind][0], option: value})
    assert result.exit_code == 2
    assert said in result.output
    assert files_of(archive) == before


def test_an_option_of_one_value_is_given_once(archive):
    result = by_options(archive, "people", "--name", "李四", **RECORDS["people"][0])
    assert result.exit_code == 2
    assert "--name 只能写一次" in result.output


def test_two_options_for_one_field_are_misuse(archive):
    result = by_options(archive, "organizations", "--classification", "企业", **RECORDS["organizations"][0])
    assert result.exit_code == 2
    assert "--type 和 --classification 是一回事" in result.output


def test_the_class_of_a_unit_has_an_option_of_its_name(archive):
    options = {**RECORDS["organizations"][0], "classification": "医疗机构"}
    del options["type"]
    assert by_options(archive, "organizations", **options).exit_code == 0
    wrong = by_options(archive, "organizations", **{**options, "name": "另一家", "classification": "养老院"})
    assert "--classification 不对：不能写 “养老院”" in wrong.output


def test_a_folder_that_was_missing_is_told(archive):
    shutil.rmtree(archive / "brands")
    result = by_options(archive, "brands", **RECORDS["brands"][0])
    assert "档案里原来没有文件夹 brands，一并建好了" in result.output
    again = by_options(archive, "brands", **{**RECORDS["brands"][0], "name": "另一个"})
    assert "原来没有" not in again.output


def test_an_unknown_kind_is_misuse(archive):
    result = by_options(archive, "../people", name="甲")
    assert result.exit_code == 2
    assert "people（人物）" in result.output


@pytest.mark.parametrize("asks", [True, False])
def test_without_sources_there_are_no_other_records(tmp_path, asks):
    result = by_prompts(tmp_path, "people", []) if asks else by_options(tmp_path, "people", name="单彬璐")
    assert result.exit_code == 1
    assert "先运行 chuxin new sources" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../../x", "..\\x", "/etc/passwd", "a/../b", "%2e%2e", "~root", "C:\\x"])
def test_a_name_leads_nowhere_else(archive, tmp_path, name):
    before = files_of(tmp_path)
    result = by_options(archive, "brands", name=name, type="品牌", source=SOURCE)
    assert result.exit_code == 0, result.output
    (path,) = files_of(tmp_path).keys() - before.keys()
    assert Path(path).parent == Path("archive/brands")
    assert record_in(archive, "brands", Path(path).stem).name == name


@pytest.mark.parametrize(
    "name", ["“引”号: '它' \"双\" # 号", "井 #号", "臺北歐陽", "😀", "长" * 300, "- 横", "null", "a: b: c"]
)
def test_whatever_a_name_holds_is_kept(archive, name):
    result = by_options(archive, "brands", name=name, type="品牌", source=SOURCE, id="pinpai-x")
    assert result.exit_code == 0, result.output
    assert record_in(archive, "brands", "pinpai-x").name == name
    assert not [problem for problem in problems_of(archive) if not problem.is_warning]


def test_a_file_that_cannot_be_read_is_not_overwritten(archive):
    broken = archive / "people" / "shan-binlu.yml"
    broken.write_text("[", "utf-8")
    result = by_options(archive, "people", **RECORDS["people"][0])
    assert result.exit_code == 0, result.output
    assert broken.read_text("utf-8") == "["
    assert record_in(archive, "people", "shan-binlu-2")


def test_a_file_that_appears_meanwhile_is_not_overwritten(archive, monkeypatch):
    draft = MODULE.draft

    def slow(kind, answers):
        (archive / kind / f"{answers['id']}.yml").write_text("# 别人的\n", "utf-8")
        return draft(kind, answers)

    monkeypatch.setattr(MODULE, "draft", slow)
    result = by_options(archive, "people", **RECORDS["people"][0])
    assert result.exit_code == 1
    assert "已经有这个文件" in result.output
    assert (archive / "people" / "shan-binlu.yml").read_text("utf-8") == "# 别人的\n"


def test_nothing_is_written_through_links(archive, tmp_path):
    shutil.move(archive / "people", tmp_path / "elsewhere")
    (archive / "people").symlink_to(tmp_path / "elsewhere")
    before = files_of(tmp_path / "elsewhere")
    assert by_options(archive, "people", **RECORDS["people"][0]).exit_code == 1
    assert files_of(tmp_path / "elsewhere") == before
    link = tmp_path / "link"
    link.symlink_to(archive)
    assert by_options(link, "brands", **RECORDS["brands"][0]).exit_code == 1


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "磁盘满了"), (errno.EROFS, "没有写的权限"), (errno.ENOENT, "不见了")]
)
def test_what_cannot_be_written_is_not_there_and_is_told(archive, number, reason):
    before = files_of(archive)
    shutil.rmtree(archive / "brands")
    before = {name: text for name, text in before.items() if not name.startswith("brands/")}
    with mock.patch("chuxin.editing.saving.os.fsync", side_effect=OSError(number, "")):
        result = by_options(archive, "brands", **RECORDS["brands"][0])
    assert result.exit_code == 1 and "没有写成" in result.output and reason in result.output
    assert files_of(archive) == before and not (archive / "brands").exists()


def test_what_moves_the_cursor_is_shown_by_a_sign(archive):
    result = by_options(archive, "people", name="单\x1b[2J彬", source="\x1b[2J")
    assert result.exit_code == 2 and "不对" in result.output and "\x1b" not in result.output


# --- from a report ----------------------------------------------------------------------------------------------------

REPORT = (
    "2033年5月20日，示例街道在青石医院会议室召开邻里共建推进会。会议由示例街道主任己望舒主持，居民代表王建国作发言。\n"
    "云杉大学、青石医院签约。会上，戊听雨表示，愿意参加。\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that somebody pasted into a file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_a_report_becomes_a_draft_that_lacks_only_what_it_does_not_say(archive, report):
    before, unformatted = problems_of(archive), format_archive(archive, write=False)[0]
    result = by_options(archive, "meetings", source=SOURCE, **{"from": str(report)})
    assert result.exit_code == 0, result.output
    assert "从报道里放进去 7 处，都要核对。\n" in result.output
    text = (archive / "meetings" / "2033-05-20.yml").read_text("utf-8")
    assert all(part in text for part in ("- 邻里共建推进会 #", "date: 2033-05-20 #", "venue: 青石医院会议室 #"))
    assert "# 人物：chuxin new people --name '王建国' --source baodao-2031\n" in text
    new = problems_of(archive) - before
    assert {one.code for one in new if not one.is_warning} == {"E126"}
    assert format_archive(archive, write=False)[0] == unformatted


def test_what_an_option_says_counts_more_than_a_report(archive, report):
    options = {"source": SOURCE, "date": "2033-05-21", "name": "另一个名称", "from": str(report)}
    assert by_options(archive, "meetings", **options).exit_code == 0
    text = (archive / "meetings" / "2033-05-21.yml").read_text("utf-8")
    assert "date: 2033-05-21\n" in text and "  - 另一个名称\n" in text


def test_a_day_without_its_year_is_asked_for(archive, report):
    report.write_text(REPORT.replace("2033年", ""), "utf-8")
    alone = by_options(archive, "meetings", source=SOURCE, **{"from": str(report)})
    assert alone.exit_code == 2 and "还缺 --date（召开日期）：报道只写了 5月20日，没有写年份" in alone.output
    asked = by_prompts(archive, "meetings", ["2033-05-20", ""], "--source", SOURCE, "--from", str(report))
    assert asked.exit_code == 0, asked.output
    assert "报道只写了 5月20日，没有写年份" in asked.output
    assert (archive / "meetings" / "2033-05-20.yml").is_file()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "报道是空的"),
        ("\0", "不是纯文本"),
        ("示例街道开了会。", "还缺 --date（召开日期）：报道没有写清楚是哪一天开会"),
    ],
)
def test_a_report_of_no_use_is_misuse(archive, report, content, said):
    before = files_of(archive)
    report.write_text(content, "utf-8")
    result = by_options(archive, "meetings", source=SOURCE, **{"from": str(report)})
    assert result.exit_code == 2 and said in result.output
    assert files_of(archive) == before


def test_only_a_file_of_a_meeting_is_taken(archive, report):
    for kind, path, said in (
        ("people", report, "--from 只用于会议：人物不能从报道起草"),
        ("meetings", archive, "是文件夹"),
        ("meetings", archive / "none.txt", "--from 不对：没有文件"),
    ):
        result = by_options(archive, kind, source=SOURCE, **{"from": str(path)})
        assert result.exit_code == 2 and said in result.output
