"""Dates: what is one, how dates of different precision sort, and how they read in Chinese."""

from itertools import pairwise

import pytest
from chuxin.dates import PartialDate
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

IMPOSSIBLE = [
    "0000",
    "0000-01",
    "2023-00",
    "2023-13",
    "2023-00-01",
    "2023-07-00",
    "2023-07-32",
    "2023-04-31",
    "2023-02-29",
    "1900-02-29",
    "9999-99-99",
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


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_refuses_days_that_never_were(text):
    with pytest.raises(ValueError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == f"没有 {text} 这一天"


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
