"""Dates: what is one, how dates of different precision sort, and how they read in Chinese."""

from itertools import pairwise

import pytest
from chuxin.words.dates import PartialDate
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
]

ORDER = ["0001", "2022-12-31", "2023", "2023-01", "2023-01-01", "2023-01-02", "2023-02", "2023-10-01", "2024"]


@pytest.mark.parametrize(("text", "parts", "chinese"), VALID)
def test_reads_and_writes(text, parts, chinese):
    date = PartialDate.parse(text)
    assert (date.year, date.month, date.day) == parts
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
@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_date_comes_back_as_written(day, length):
    text = day.isoformat()[:length]
    assert str(PartialDate.parse(text)) == text


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one, other):
    assert (PartialDate.parse(one.isoformat()) < PartialDate.parse(other.isoformat())) == (one < other)


@settings(deadline=None)
@given(st.text(alphabet="0123456789- \n年", max_size=12))
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
    # what is no day, or could be several things, is not guessed
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
@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_guesses_the_date_that_pages_show(day, length):
    date = PartialDate.parse(day.isoformat()[:length].replace("0001", "1001"))
    assert PartialDate.guess(date.chinese) == (date if date.year > 999 else None)


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.年月日号十二〇 ", max_size=12) | st.text(max_size=12))
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
]
# Neither is surely earlier: they are the same, or one may lie in the other.
OVERLAPPING = [("2023", "2023"), ("2023", "2023-05"), ("2023", "2023-05-06"), ("2023-05", "2023-05-06")]


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
@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_before_means_before_on_every_day_that_they_may_be(one, other, length, other_length):
    written = one.isoformat()[:length], other.isoformat()[:other_length]
    # The last day of the one and the first of the other, as text: no month has a 99th day.
    last, first = written[0] + "-99-99"[: 10 - length], written[1] + "-00-00"[: 10 - other_length]
    assert PartialDate.parse(written[0]).is_before(PartialDate.parse(written[1])) == (last < first)
