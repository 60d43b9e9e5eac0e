"""Dates: what is one, how dates of different precision sort, and how they read in Chinese."""

import datetime
from itertools import pairwise

import pytest
from chuxin.words.dates import UNDATED, PartialDate, dates_in, means_lately
from hypothesis import given, settings
from hypothesis import strategies as st

FORMAT = "日期要写成 2023-07-06、2023-07 或 2023"

# text, (year, month, day), Chinese
VALID = [
    ("2023-07-06", (2023, 7, 6), "2023年7月6日"),
    ("2023-12-31", (2023, 12, 31), "2023年12月31日"),
    ("2023-07", (2023, 7, 0), "2023年7月"),
    ("2023-10", (2023, 10, 0), "2023年10月"),
    ("2023", (2023, 0, 0), "2023年"),
    ("2024-02-29", (2024, 2, 29), "2024年2月29日"),
    ("2000-02-29", (2000, 2, 29), "2000年2月29日"),
    ("0001", (1, 0, 0), "1年"),
    ("0800-01-01", (800, 1, 1), "800年1月1日"),
    ("9999-12-31", (9999, 12, 31), "9999年12月31日"),
    ("不晚于2023-07-06", (2023, 7, 6, True), "不晚于2023年7月6日"),
    ("不晚于2023-07", (2023, 7, 0, True), "不晚于2023年7月"),
    ("不晚于2023", (2023, 0, 0, True), "不晚于2023年"),
]

MALFORMED = [
    "",
    " ",
    "2023-7-6",
    "2023-07-6",
    "2023-7",
    "23-07-06",
    "20230706",
    "2023/07/06",
    "2023.07.06",
    "2023年7月6日",
    "2023-",
    "2023-07-",
    "2023--06",
    "-2023",
    "+2023",
    "2023-07-06 ",
    " 2023-07-06",
    "2023-07-06\n",
    "2023-07-06T00:00",
    "2023-W27",
    "02023",
    "２０２３",
    "٢٠٢٣-٠٧",
    "２０２３-０７-０６",
    "未载明",
    "不晚于",
    "不晚于 2023-07-06",
    "不晚于不晚于2023",
    "2023不晚于",
    "不早于2023",
    "近日",
]

MONTHS = "：月份从 01 到 12"
# text, why there is no such date
IMPOSSIBLE = [
    ("0000", "没有 0000 这一年"),
    ("0000-01", "没有 0000-01 这一年"),
    ("2023-00", f"没有 2023-00 这个日期{MONTHS}"),
    ("2023-13", f"没有 2023-13 这个日期{MONTHS}"),
    ("2023-00-01", f"没有 2023-00-01 这个日期{MONTHS}"),
    ("9999-99-99", f"没有 9999-99-99 这个日期{MONTHS}"),
    ("2023-07-00", "没有 2023-07-00 这一天：2023年7月有 31 天"),
    ("2023-07-32", "没有 2023-07-32 这一天：2023年7月有 31 天"),
    ("2023-04-31", "没有 2023-04-31 这一天：2023年4月有 30 天"),
    ("2023-02-29", "没有 2023-02-29 这一天：2023年2月有 28 天"),
    ("2024-02-30", "没有 2024-02-30 这一天：2024年2月有 29 天"),
    ("1900-02-29", "没有 1900-02-29 这一天：1900年2月有 28 天"),
    ("不晚于2023-02-30", "没有 2023-02-30 这一天：2023年2月有 28 天"),
    ("不晚于2023-13", f"没有 2023-13 这个日期{MONTHS}"),
]

ORDER = ["0001", "2022-12-31", "不晚于2023", "2023", "2023-01", "不晚于2023-01-01", "2023-01-01", "2023-01-02"]
ORDER += ["不晚于2023-02", "2023-02", "2023-10-01", "2024"]


@pytest.mark.parametrize(("text", "parts", "chinese"), VALID)
def test_reads_and_writes(text, parts, chinese):
    date = PartialDate.parse(text)
    assert (date.year, date.month, date.day, date.at_latest) == (*parts, False)[:4]
    assert str(date) == text
    assert date.chinese == chinese
    assert date == PartialDate(*parts)


@pytest.mark.parametrize("text", MALFORMED)
def test_refuses_what_is_no_date(text):
    with pytest.raises(ValueError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == FORMAT


@pytest.mark.parametrize(("text", "reason"), IMPOSSIBLE)
def test_refuses_days_that_never_were(text, reason):
    with pytest.raises(ValueError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == reason


def test_unknown_parts_need_not_be_given():
    assert PartialDate(2023) == PartialDate.parse("2023")
    assert PartialDate(2023, 7) == PartialDate.parse("2023-07")


def test_sorts_the_less_precise_first():
    dates = [PartialDate.parse(text) for text in ORDER]
    assert [str(date) for date in sorted(reversed(dates))] == ORDER
    assert all(before < after for before, after in pairwise(dates))


def test_is_frozen_and_can_be_a_key():
    date = PartialDate.parse("2023-07")
    with pytest.raises(AttributeError):
        date.year = 2024
    assert {date: "x"}[PartialDate(2023, 7)] == "x"


@settings(deadline=None)
@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "不晚于"]))
def test_every_date_comes_back_as_written(day, length, sense):
    text = sense + day.isoformat()[:length]
    date = PartialDate.parse(text)
    assert str(date) == text
    assert (date.sense, date.iso, str(date.bound)) == (sense, text.removeprefix(sense), text.removeprefix(sense))


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one, other):
    assert (PartialDate.parse(one.isoformat()) < PartialDate.parse(other.isoformat())) == (one < other)


@settings(deadline=None)
@given(st.text(alphabet="0123456789- \n年", max_size=12).flatmap(lambda text: st.sampled_from([text, f"不晚于{text}"])))
def test_text_is_read_exactly_or_refused(text):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


# --- what is meant by a date that is written in another way -----------------------------------------------------------

# what is written, what is meant
MEANT = [
    ("2023/7/6", "2023-07-06"),
    ("2023/07/06", "2023-07-06"),
    ("2023.7.6", "2023-07-06"),
    ("2023-7-6", "2023-07-06"),
    ("2023、7、6", "2023-07-06"),
    ("2023_7_6", "2023-07-06"),
    ("2023—7—6", "2023-07-06"),
    ("2023–7–6", "2023-07-06"),
    ("2023－07－06", "2023-07-06"),
    ("20230706", "2023-07-06"),
    ("2023年7月6日", "2023-07-06"),
    ("2023年7月6号", "2023-07-06"),
    ("2023 年 7 月 6 日", "2023-07-06"),
    (" 2023-07-06\u3000", "2023-07-06"),
    ("２０２３年７月６日", "2023-07-06"),
    ("“2023-07-06”", "2023-07-06"),
    ("二〇二三年七月六日", "2023-07-06"),
    ("二零二三年十月十日", "2023-10-10"),
    ("二○二三年十二月三十一日", "2023-12-31"),
    ("2023年二十月", None),
    ("2023年7月", "2023-07"),
    ("2023年12月", "2023-12"),
    ("2023/7", "2023-07"),
    ("2023.07", "2023-07"),
    ("2023年", "2023"),
    ("2023", "2023"),
    ("2023-07-06", "2023-07-06"),
    ("2024年2月29日", "2024-02-29"),
    ("不晚于 2023/7/6", "不晚于2023-07-06"),
    ("不晚于：2023年7月", "不晚于2023-07"),
    ("不迟于二〇二三年七月六日", "不晚于2023-07-06"),
    ("最晚2023-07-06", "不晚于2023-07-06"),
    ("截至2023年7月6日", "不晚于2023-07-06"),
    ("截止到 2023.7", "不晚于2023-07"),
    ("截至2023年7月6日止", "不晚于2023-07-06"),
    ("2023年7月6日前", "不晚于2023-07-06"),
    ("2023年7月6日 以前", "不晚于2023-07-06"),
    ("“2023-07-06之前”", "不晚于2023-07-06"),
    ("2023年及以前", "不晚于2023"),
    ("<=2023-07-06", "不晚于2023-07-06"),
    ("≤ 2023", "不晚于2023"),
    ("[..2023-07-06]", "不晚于2023-07-06"),
    # what is no day, or could be several things, is not guessed
    ("不晚于2023年2月29日", None),
    ("不晚于", None),
    ("2023年7月6日前后", None),
    ("2023年7月6日以后", None),
    ("以前", None),
    ("近日", None),
    ("2023年2月29日", None),
    ("2023/13/1", None),
    ("20231301", None),
    ("7/6/2023", None),
    ("7月6日", None),
    ("23-7-6", None),
    ("202307", None),
    ("2023-07-06 上午", None),
    ("2023年夏", None),
    ("0000", None),
    ("昨天", None),
    ("十", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_guesses(text, meant):
    guess = PartialDate.guess(text)
    assert (None if guess is None else str(guess)) == meant


@settings(deadline=None)
@given(st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "不晚于"]))
def test_guesses_the_date_that_pages_show(day, length, sense):
    date = PartialDate.parse(sense + day.isoformat()[:length].replace("0001", "1001"))
    assert PartialDate.guess(date.chinese) == (date if date.year > 999 else None)


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.年月日号十二〇 不晚于以前截至[]", max_size=12) | st.text(max_size=12))
def test_a_guess_is_a_date_or_nothing(text):
    guess = PartialDate.guess(text)
    assert guess is None or PartialDate.parse(str(guess)) == guess


# --- which of two dates is surely earlier -----------------------------------------------------------------------------

BEFORE = [
    ("2023", "2024"),
    ("2023", "2024-05"),
    ("2023-12-31", "2024"),
    ("2023-04", "2023-05"),
    ("2023-04", "2023-05-01"),
    ("2023-04-30", "2023-05"),
    ("2023-05-01", "2023-05-02"),
    ("不晚于2023-05-01", "2023-05-02"),
    ("不晚于2023", "2024-05"),
]
# Neither is surely earlier: they are the same, or one may lie in the other.
OVERLAPPING = [("2023", "2023"), ("2023", "2023-05"), ("2023", "2023-05-06"), ("2023-05", "2023-05-06")]
# What was no later than a day may have been long before.
OVERLAPPING += [("2020", "不晚于2023"), ("不晚于2020", "不晚于2023"), ("不晚于2023-05-06", "2023-05-06")]


@pytest.mark.parametrize(("one", "other"), BEFORE)
def test_is_surely_before(one, other):
    one, other = PartialDate.parse(one), PartialDate.parse(other)
    assert one.is_before(other)
    assert not other.is_before(one)


@pytest.mark.parametrize(("one", "other"), OVERLAPPING)
def test_may_be_at_the_same_time(one, other):
    one, other = PartialDate.parse(one), PartialDate.parse(other)
    assert not one.is_before(other)
    assert not other.is_before(one)


@settings(deadline=None)
@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]), st.booleans(), st.booleans())
def test_before_means_before_on_every_day_that_they_may_be(one, other, length, other_length, bound, other_bound):
    written = one.isoformat()[:length], other.isoformat()[:other_length]
    # The last day of the one and the first of the other, as text: no month has a 99th day.
    last, first = written[0] + "-99-99"[: 10 - length], written[1] + "-00-00"[: 10 - other_length]
    dates = ["不晚于" * sense + text for text, sense in zip(written, (bound, other_bound), strict=True)]
    surely = last < first and not other_bound
    assert PartialDate.parse(dates[0]).is_before(PartialDate.parse(dates[1])) == surely


NEAR = st.dates(datetime.date(2022, 11, 1), datetime.date(2023, 3, 1))
A_DATE = st.builds(
    lambda day, length, sense: PartialDate.parse(sense + day.isoformat()[:length]),
    NEAR,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "不晚于"]),
)


@settings(deadline=None)
@given(A_DATE, A_DATE, A_DATE)
def test_dates_have_one_order_and_what_is_surely_before_comes_first(one, other, third):
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one < other or one == other)
    if one < other and other < third:
        assert one < third
    if one.is_before(other):
        assert one < other
    assert not one.is_before(one)
    assert one.bound >= one > UNDATED


@given(A_DATE)
def test_the_days_that_a_date_can_stand_for(date):
    assert date.last_day.isoformat().startswith(date.iso)
    assert (date.first_day is None) == date.at_latest
    assert date.drawn_on == date.bound.first_day <= date.last_day == date.bound.last_day
    assert date.to_the_day == (date.first_day == date.last_day)


@pytest.mark.parametrize("text", ["近日", " 日前", "“近日”", "近期", "最近", "于近日", "不久前"])
def test_what_reports_say_of_a_day_that_they_do_not_name(text):
    assert means_lately(text)
    assert PartialDate.guess(text) is None


@pytest.mark.parametrize("text", ["", "2023-07-06", "2023年7月6日前后", "近日点", "日期", "近日召开"])
def test_what_says_more_or_less_than_lately(text):
    assert not means_lately(text)


@pytest.mark.parametrize(("text", "found"), [
    ("2023年7月6日加入，2031年退出", [(0, 9, "2023-07-06"), (12, 17, "2031")]),
    ("2023年度", []),
    ("2023年2月30日", []),
])  # fmt: skip
def test_dates_stand_in_texts_as_pages_write_them(text, found):
    assert [(start, end, date.iso) for start, end, date in dates_in(text)] == found
