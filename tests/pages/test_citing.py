"""Citations are read back by readers of their own, whatever a record is called."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from chuxin.pages.citing import Cited, citation, filled
from citations import read_bibtex, read_ris
from hypothesis import example, given, settings
from hypothesis import strategies as st

DAYS = {"day": "2026-11-25", "slashed-day": "2026/11/25", "address": "https://b.cn/x"}
PLAIN = Cited("people-li", "站", "李（人物记录）", "站", "人物记录", "https://a.cn/people/li/")


def test_the_texts_in_full():
    found = citation(PLAIN)
    assert filled(found.gbt, DAYS) == "站. 李（人物记录）[EB/OL]. [2026-11-25]. https://a.cn/people/li/."
    assert filled(found.bibtex, DAYS).split("\n") == [
        "@misc{people-li,",
        "  author = {{站}},",
        "  title = {{李（人物记录）}},",
        "  howpublished = {站},",
        "  note = {人物记录},",
        "  url = {https://a.cn/people/li/},",
        "  urldate = {2026-11-25},",
        "  language = {chinese}",
        "}",
    ]
    assert filled(found.ris, DAYS).split("\n") == [
        "TY  - ELEC",
        "AU  - 站",
        "TI  - 李（人物记录）",
        "PB  - 站",
        "N1  - 人物记录",
        "UR  - https://a.cn/people/li/",
        "Y2  - 2026/11/25",
        "LA  - zh",
        "ER  - ",
    ]


NAMES = st.text(
    alphabet=st.sampled_from("李，,*#$%&_{}~^\\\"'<> \u2028\x85\t-@=") | st.characters(codec="utf-8"), min_size=1
)
signs = NAMES.map(lambda text: re.sub(r"[\x00-\x1f\x7f]", " ", text)).filter(str.strip)


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(signs, signs)
@example("\\{", "a}b{c\\")
@example("ER  - ", "x\nTY  - BOOK")
@example("A, B*", "100% & $5 #1 a_b ~^")
def test_every_name_is_read_back(author, title):
    found = citation(Cited("k-1", author, title, "站", "注", "https://a.cn/"))
    one_line = [" ".join(text.split()) for text in (author, title)]
    kind, key, fields = read_bibtex(filled(found.bibtex, DAYS))
    assert (kind, key) == ("misc", "k-1")
    assert [fields["author"], fields["title"]] == one_line
    ris = read_ris(filled(found.ris, DAYS))
    assert ris["TI"] == one_line[1]
    assert ris["AU"] == one_line[0].replace(",", "，").replace("*", "＊")
    assert "\n" not in filled(found.gbt, DAYS)


@pytest.mark.parametrize(
    "address", ["https://a.cn/{x}", "https://a.cn/a b\\c", "https://例.cn/%E4", "https://a.cn/?a=1&b=%20#c"]
)
def test_an_address_is_kept_and_breaks_nothing(address):
    found = citation(Cited("k-1", "站", "题", "站", "注", address))
    for read in (read_bibtex(filled(found.bibtex, DAYS))[2]["url"], read_ris(filled(found.ris, DAYS))["UR"]):
        assert unquote(read) == unquote(address)
        assert re.fullmatch(r"[!-z|~]+", read), read


def test_what_is_not_known_is_a_gap():
    found = citation(Cited("k-1", "站", "题", "站", "注"))
    assert filled(found.gbt, {}) == "站. 题[EB/OL]. [访问日期]. 网址."
    assert read_bibtex(filled(found.bibtex, DAYS))[2]["url"] == "https://b.cn/x"
    assert read_ris(filled(found.ris, DAYS))["UR"] == "https://b.cn/x"
