"""Folding: what counts as the same when searching, where it comes from, and that the browser does exactly the same."""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate

import browser as chromium
import opencc
import pytest
from chuxin.words.folding import fold, folding_table
from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright
from sites import DATA, ROOT, SAMPLE

# Folded, and what folds to it.
GOLDEN = [
    ("初心高兴", ["初心·高兴", "初心・高興", "“初心 高兴”", "初心\u3000高兴", "《初心》（高兴）", "初\u200b心\n高—兴"]),
    ("曲阳路街道", ["曲阳路街道", "曲陽路街道", "曲\ufe00陽路街道", "曲阳路 街道", "曲陽路街道。"]),
    ("区域化党建工作联席会议", ["區域化黨建工作聯席會議"]),
    ("后后里里发发干干", ["後后裡里發髮乾幹"]),
    ("苎苎苎", ["薴苧苎"]),
    ("著名", ["著名"]),
    ("车车", ["車\uf902"]),
    ("一正株有", ["㈠㊣㈱🈶"]),
    ("一二龟", ["⼀⼆龜"]),
    ("々〆〇ー", ["々〆〇ー"]),
    ("𫝈𠉂", ["㑮㒓"]),
    ("ai", ["AI", "ＡＩ", "ａｉ", "𝐀𝐈", "Ⓐⓘ", "A.I.", "Á\u0301ï"]),
    ("2023年7月6日", ["2023年7月6日", "２０２３年７月６日", "2023 年 7 月 6 日", "²⁰²³年㋆㏥", "𝟚𝟘𝟚𝟛年7月6日"]),
    ("1", ["①", "⑴", "⒈", "１", "1️⃣", "₁"]),
    ("iv", ["Ⅳ", "ⅳ", "IV"]),
    ("12", ["½", "1/2", "1⁄2"]),
    ("lu", ["lü", "LÜ", "lu\u0308", "lǖ", "lǘ", "lǚ", "lǜ", "lú"]),
    ("aeiou", ["āēīōū", "ǎěǐǒǔ", "ÀÈÌÒÙ"]),
    ("fi", ["ﬁ", "FI"]),
    ("kg", ["㎏"]),
    ("a", ["Å", "\u212b", "ª"]),
    ("i", ["İ", "I", "ℐ"]),
    ("ß", ["ß", "ẞ"]),
    ("σ", ["Σ", "σ"]),
    ("ω", ["Ω", "ώ", "\u2126"]),
    ("ガカ", ["ガｶ", "ガｶﾞ"]),
    ("각", ["각"]),
    ("c", ["℃", "C°"]),
    ("", ["", "《》“”、，。：；——……！？（）", " \t\n\u3000\xa0", "😀🎉👩\u200d👧", "+-<>￥", "\u0301\ufe0f", "\ud800"]),
]  # fmt: skip

JAVASCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "folding.js"
IN_BROWSER = """
async ([source, table, texts]) => {
  const { makeFold } = await import(source)
  const { fold, foldWithOffsets } = makeFold(table)
  return JSON.stringify(JSON.parse(texts).map(text => [fold(text), foldWithOffsets(text), /\\p{Cn}/u.test(text)]))
}
"""


@pytest.mark.parametrize(
    ("text", "folded"),
    [(text, folded) for folded, texts in GOLDEN for text in texts],
    ids=lambda text: text.encode("unicode_escape").decode(),
)
def test_folds(text, folded):
    assert fold(text) == folded


def assigned() -> list[str]:
    """Every character that this Python knows, but for private use."""
    characters = map(chr, range(sys.maxunicode + 1))
    return [character for character in characters if unicodedata.category(character) not in ("Cn", "Cs", "Co")]


def texts_of_archives() -> list[str]:
    files = [file for folder in (DATA, SAMPLE) for file in sorted(folder.rglob("*.*"))]
    return [file.read_text("utf-8") for file in files if file.suffix in (".yml", ".md")]


def test_folding_again_changes_nothing():
    for character in assigned():
        folded = fold(character)
        assert fold(folded) == folded, ascii(character)


def test_ideographs_of_later_versions_of_unicode_are_kept():
    assert fold("\U00032000\U0002ebf0、\U0003fffd") == "\U00032000\U0002ebf0\U0003fffd"
    assert fold("\U00040000") == ""


@settings(deadline=None)
@given(st.text(), st.text())
@example("e", "\u0301")
def test_context_does_not_matter(one, other):
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(fold(one)) == fold(one)


def groups(table: str) -> dict[str, set[str]]:
    return {group[0]: set(group[1:]) for group in table.split(" ")}


def traditional() -> dict[str, str]:
    """What OpenCC maps, asked one by one, of what no normalization maps before."""
    convert = opencc.OpenCC("t2s").convert
    han = [character for character in assigned() if unicodedata.name(character, "").startswith("CJK UNIFIED")]
    pairs = {character: convert(character) for character in han}
    return {character: simplified for character, simplified in pairs.items() if character != simplified}


def test_table_is_complete():
    known = traditional()
    assert len(known) > 3500
    table = groups(folding_table(known.values()))
    for variant, simplified in known.items():
        assert variant in table[known.get(simplified, simplified)]


def test_table_has_only_what_is_asked_for():
    assert folding_table([]) == ""
    assert folding_table("abc，1あ") == ""
    assert folding_table("党曲阳") == folding_table(["陽", "黨", "陽", "曲"]) == "党黨 曲麯麴 阳陽"
    assert folding_table("𫝈") == "𫝈㑮"


@pytest.fixture(scope="module")
def in_browser() -> Iterator[Callable[[str, list[str]], list[tuple[str, list, bool]]]]:
    """Folds texts with a table in Chromium; the last of each answer says that it does not know all characters."""
    source = "data:text/javascript;base64," + b64encode(JAVASCRIPT.read_bytes()).decode()
    with ThreadPoolExecutor(1) as thread:  # One has room for one Playwright only: another file's may still be open.
        manager = sync_playwright()
        playwright = thread.submit(manager.start).result()
        launch = playwright.chromium.launch
        browser = thread.submit(launch, executable_path=chromium.find(), args=["--no-sandbox"]).result()
        page = thread.submit(browser.new_page).result()

        def run(table: str, texts: list[str]) -> list[tuple[str, list, bool]]:
            # As JSON: Playwright takes minutes to hand over so many values, and does not hand over halves of pairs.
            return json.loads(thread.submit(page.evaluate, IN_BROWSER, [source, table, json.dumps(texts)]).result())

        yield run
        thread.submit(playwright.stop).result()


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def with_offsets(text: str) -> list:
    """What `foldWithOffsets` gives: for each unit of the folded text, where the character begins that it comes from."""
    pieces = list(map(fold, text))
    begins = list(accumulate(map(units, text), initial=0))
    return ["".join(pieces), [begin for begin, piece in zip(begins, pieces, strict=False) for _ in range(units(piece))]]


def test_browser_does_the_same(in_browser):
    characters = assigned()
    archives = texts_of_archives()
    chance = random.Random(20230706)
    pools = [characters, sorted(set("".join(archives))), list(traditional()), "ÀéǜŐ\u0301ﬁ½Ⅳ㏥ ·“，》\ufe0f\u200d😀"]
    strings = ["".join(chance.choice(chance.choice(pools)) for _ in range(chance.randrange(40))) for _ in range(2000)]
    texts = [*characters, *archives, *strings, "\U00032000"]
    compared = 0
    for text, (folded, offsets, unknown) in zip(texts, in_browser(folding_table(characters), texts), strict=True):
        # A Python may know later characters than a browser.
        if not unknown or text == "\U00032000":
            assert folded == fold(text), ascii(text)
            assert offsets == with_offsets(text), ascii(text)
            compared += 1
    assert compared > 0.95 * len(texts)


def test_browser_does_the_same_with_the_table_of_an_archive(in_browser):
    """A query is folded right as far as it can be found: its characters need not be in the archive as written."""
    archives = texts_of_archives()
    present = set(fold("".join(archives)))
    table = folding_table(present)
    variants = [character for character in assigned() if fold(character) in present]
    texts = [*archives, *variants]
    for text, (folded, _, _) in zip(texts, in_browser(table, texts), strict=True):
        assert folded == fold(text), ascii(text)


def test_browser_drops_halves_of_pairs_and_needs_no_table(in_browser):
    text = "a\ud800B\udc00，ü陽"
    ((folded, with_offsets, _),) = in_browser("", [text])
    assert folded == "abu陽"
    assert with_offsets == ["abu陽", [0, 2, 5, 6]]
    assert fold(text) == "abu阳"
