"""Guesses: what somebody means who typed this."""

import pytest
from chuxin.records.classes import BUILT_IN
from chuxin.words import guesses
from hypothesis import given, settings
from hypothesis import strategies as st

FIELDS = ["id", "name", "names", "sort", "sources", "note", "organization", "organizations", "type", "title", "text"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nmae", ["name"]),
        ("nam", ["name"]),
        ("Name", ["name"]),
        ("source", ["sources"]),
        ("orgnization", ["organization"]),
        ("organisations", ["organizations"]),
        ("tpye", ["type"]),
        ("sorr", ["sort"]),
        ("xyz", []),
        ("", []),
        ("q", []),
        ("姓名", []),
    ],
)
def test_nearest(typed, words):
    assert guesses.nearest(typed, FIELDS) == words


def test_as_good_ones_are_all_named_but_not_too_many():
    assert guesses.nearest("siu", ["shu", "sisu"]) == ["sisu", "shu"]
    assert guesses.nearest("ab", ["ac", "ad", "ae", "af"]) == ["ac", "ad", "ae"]


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("联盟", "联盟"),
        ("聯盟", "联盟"),
        ("“联盟”", "联盟"),
        (" 联 盟", "联盟"),
        ("联席会", "联席会议"),
        ("医疗机够", "医疗机构"),
        ("金融机构。", "金融机构"),
        ("甲乙丙", None),
        ("", None),
        ("club", None),
    ],
)
def test_among(typed, choice):
    assert guesses.among(typed, [*BUILT_IN]) == choice


def test_among_latin_words():
    assert guesses.among("statment", ["statement", "report"]) == "statement"
    assert guesses.among("Report", ["statement", "report"]) == "report"
    assert guesses.among("sta", ["statement", "report"]) is None


@pytest.mark.parametrize(
    ("guess", "typed", "meant"),
    [
        (guesses.number, "４６", "46"),
        (guesses.number, "46家", "46"),
        (guesses.number, "第3届", "3"),
        (guesses.number, "约46", None),
        (guesses.number, "046", None),
        (guesses.number, "46余", None),
        (guesses.amount, "８０余", "80余"),
        (guesses.amount, "46家", "46"),
        (guesses.amount, "近150家", "近150"),
        (guesses.amount, "大约300人", "约300"),
        (guesses.amount, "200人左右", "200左右"),
        (guesses.amount, "八十多余人", "八十余"),
        (guesses.amount, "若干", None),
        (guesses.flag, "True", "true"),
        (guesses.flag, "是", "true"),
        (guesses.flag, "no", "false"),
        (guesses.flag, "否。", "false"),
        (guesses.flag, "也许", None),
        (guesses.web_address, "www.example.org", "https://www.example.org"),
        (guesses.web_address, "example.org/a?b", "https://example.org/a?b"),
        (guesses.web_address, "https：//example.org", "https://example.org"),
        (guesses.web_address, "“https://example.org”", "https://example.org"),
        (guesses.web_address, "报纸第三版", None),
        (guesses.web_address, "javascript:alert(1)", None),
        (guesses.web_address, "ftp://example.org", None),
        (guesses.pinyin, "Li Binlu", "li binlu"),
        (guesses.pinyin, "lǐ bīnlù", "li binlu"),
        (guesses.pinyin, "lv", "lü"),
        (guesses.pinyin, "lǚ", "lü"),
        (guesses.pinyin, "li-binlu", "li binlu"),
        (guesses.pinyin, "li 彬璐", None),
        (guesses.pinyin, "李彬璐", None),
        (guesses.identifier, "Quyang Hospital", "quyang-hospital"),
        (guesses.identifier, "quyang_hospital", "quyang-hospital"),
        (guesses.identifier, "－quyang－hospital", "quyang-hospital"),
        (guesses.identifier, "ｑuyang", "quyang"),
        (guesses.identifier, "曲阳医院", None),
        (guesses.identifier, "quyang", None),
    ],
)
def test_written_well(guess, typed, meant):
    assert guess(typed) == meant


@settings(deadline=None)
@given(st.text(max_size=30))
@pytest.mark.parametrize(
    "guess", [guesses.number, guesses.amount, guesses.flag, guesses.web_address, guesses.pinyin, guesses.identifier]
)
def test_a_guess_is_another_way_to_write_it_or_none(guess, typed):
    meant = guess(typed)
    assert meant is None or meant != typed or guess in (guesses.number, guesses.amount, guesses.flag)
    assert guesses.nearest(typed, FIELDS) == [] or set(guesses.nearest(typed, FIELDS)) <= set(FIELDS)
    assert guesses.among(typed, [*BUILT_IN]) in (None, *BUILT_IN)
