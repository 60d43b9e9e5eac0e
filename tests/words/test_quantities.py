"""Numbers as sources word them."""

import pytest
from chuxin.words.quantities import Quantity
from hypothesis import given
from hypothesis import strategies as st

WORDED = [
    ("46", 46, "exact"),
    ("0", 0, "exact"),
    ("80余", 80, "least"),
    ("30多", 30, "least"),
    ("200以上", 200, "least"),
    ("近150", 150, "about"),
    ("不足20", 20, "most"),
    ("约300", 300, "about"),
    ("300左右", 300, "about"),
    ("逾千", 1000, "least"),
    ("超过500", 500, "least"),
    ("百余", 100, "least"),
    ("近百", 100, "about"),
    ("上百", 100, "least"),
    ("数十", 10, "least"),
    ("几百", 100, "least"),
    ("十二", 12, "exact"),
    ("二十余", 20, "least"),
    ("一百二十", 120, "exact"),
    ("一千零五", 1005, "exact"),
    ("两万三千", 23000, "exact"),
    ("三", 3, "exact"),
    # 约 says more than 余: it may be less.
    ("约80余", 80, "about"),
]


@pytest.mark.parametrize(("words", "number", "bound"), WORDED)
def test_a_number_stays_as_it_is_worded_and_can_be_counted_with(words: str, number: int, bound: str) -> None:
    quantity = Quantity.parse(words)
    assert (str(quantity), quantity.number, quantity.bound) == (words, number, bound)


@pytest.mark.parametrize(
    ("words", "least"),
    [("46", 46), ("80余", 80), ("近150", 75), ("约300", 150), ("数十", 10), ("不足20", 0), ("最多20", 0)],
)
def test_so_many_there_are_surely(words: str, least: int) -> None:
    assert Quantity.parse(words).least == least


@pytest.mark.parametrize(
    "words",
    [
        "",
        "46家",
        "余",
        "近",
        "046",
        "-3",
        "4.5",
        "1,000",
        "４６",
        "数",
        "几",
        "多",
        "八十余人",
        "约",
        "1000000000",
        "若干",
        "万" * 10_000,
    ],
)
def test_what_is_no_number(words: str) -> None:
    with pytest.raises(ValueError):
        Quantity.parse(words)


@given(st.integers(0, 999_999_999))
def test_digits_are_themselves(number: int) -> None:
    assert Quantity.parse(str(number)).number == number


@given(st.text("0123456789一二两三四五六七八九十百千万零〇数几余多近约逾超过上至少最不足左右以", max_size=14))
def test_whatever_is_typed_is_a_number_or_none(text: str) -> None:
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        return
    assert quantity.words == text and quantity.number >= 0
