"""What readers write in another way than the records: dates, short forms of names, questions without blanks."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from chuxin.archive.loading import load
from chuxin.search.documents import NAMED, documents
from chuxin.site.site import read_site
from chuxin.words.dates import PartialDate
from chuxin.words.folding import fold
from playwright.sync_api import Browser, Page
from serving import served
from sites import DATA, DOCS, SAMPLE, BuiltSite

# Call a function of the module with each of several lists of arguments.
CALL = """
async ([name, calls]) => {
  const words = await import(new URL("../assets/javascripts/search-words.js", location.href))
  return calls.map(call => words[name](...call))
}
"""
# Answer queries as the search page does, for readers; returns the addresses found.
ANSWER = """
async queries => {
  const { SearchIndex } = await import(new URL("../assets/javascripts/search-index.js", location.href))
  const index = await SearchIndex.open(location.href)
  const found = []
  for (const query of queries) {
    const numbers = (await index.answer(query, number => !index.isForEditors(number))).found
    found.push((await index.documents(numbers)).map(document => document.route))
  }
  return found
}
"""
DIGITS = "〇一二三四五六七八九"


@pytest.fixture(scope="module")
def page(real: BuiltSite, browser: Browser) -> Iterator[Page]:
    with served(real.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        yield page
        page.close()


def dates_of(page: Page, texts: list[str]) -> list[str]:
    return page.evaluate(CALL, ["dateOf", [[text] for text in texts]])


def shortens(page: Page, pairs: list[tuple[str, str]]) -> list[bool]:
    return page.evaluate(CALL, ["shortens", [list(pair) for pair in pairs]])


# --- dates ------------------------------------------------------------------------------------------------------------


def in_chinese(number: int, by_digit: bool = False) -> str:
    """Return 2023 as 二〇二三, 31 as 三十一."""
    if by_digit or number < 10:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def ways_to_write(date: PartialDate) -> Iterator[str]:
    """Yield the ways in which people write a date."""
    year, month, day = date.year, date.month, date.day
    yield (
        f"{in_chinese(year, by_digit=True)}年"
        + (f"{in_chinese(month)}月" if month else "")
        + (f"{in_chinese(day)}日" if day else "")
    )
    yield date.chinese
    if not month:
        return
    parts = [year, month, *([day] if day else [])]
    for sign in ("-", "/", ".", "－", "．"):
        yield sign.join(map(str, parts))
        yield sign.join(f"{part:02}" for part in parts)
    yield f"{year}年{month:02}月" + (f"{day:02}号" if day else "")
    yield date.chinese.translate({ord("0") + value: chr(ord("０") + value) for value in range(10)})
    if day:
        yield f"{year}{month:02}{day:02}"


def test_a_date_is_read_however_it_is_written(page: Page) -> None:
    chance = random.Random(20230706)
    dates = [PartialDate(chance.randint(1921, 2099), chance.randint(0, 12)) for _ in range(150)]
    dates += [PartialDate(chance.randint(1921, 2099), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(150)]
    written = [(way, date.chinese) for date in dates for way in ways_to_write(date)]
    assert len(written) > 2000
    read = dates_of(page, [way for way, _ in written])
    assert [(way, found, date) for (way, date), found in zip(written, read, strict=True) if found != date] == []


def test_where_both_read_a_date_editors_and_readers_mean_the_same(page: Page) -> None:
    chance = random.Random(1)
    texts = ["".join(chance.choices("01234679-/.年月日号〇二三七", k=chance.randint(4, 11))) for _ in range(20_000)]
    guessed = [(text, guess.chinese) for text in texts if (guess := PartialDate.guess(text)) and guess.year > 999]
    assert len(guessed) > 100
    read = dates_of(page, [text for text, _ in guessed])
    assert [(*pair, found) for pair, found in zip(guessed, read, strict=True) if found not in ("", pair[1])] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("7月6日", "7月6日"),
        ("07月06日", "7月6日"),
        ("七月六号", "7月6日"),
        ("十二月三十一日", "12月31日"),
        ("七月", "7月"),
        # while it is typed
        ("2023-", "2023年"),
        ("2023-0", "2023年"),
        ("2023-07-", "2023年7月"),
        ("2023-07-0", "2023年7月"),
        # no dates
        ("2023", ""),
        ("202307", ""),
        ("20231306", ""),
        ("2023-13", ""),
        ("2023-07-32", ""),
        ("13月", ""),
        ("021-65161234", ""),
        ("三个关键词", ""),
        ("46家", ""),
        ("3.5", ""),
        ("二〇二三年度", ""),
        ("十", ""),
        ("", ""),
    ],
)
def test_what_is_a_date(page: Page, text: str, date: str) -> None:
    assert dates_of(page, [text]) == [date]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2023年7月6日会议", ["2023年7月6日", "会议"]),
        ("7月6日的会议", ["7月6日", "的会议"]),
        ("会议2023-07-06纪要", ["会议", "2023-07-06", "纪要"]),
        ("二〇二三年会议", ["二〇二三年", "会议"]),
        ("2023年度会议", ["2023年", "度会议"]),
        ("电话021-65161234", ["电话021-65161234"]),
        ("第3-5条", ["第3-5条"]),
        ("会议", ["会议"]),
    ],
)
def test_a_text_is_cut_at_its_dates(page: Page, text: str, parts: list[str]) -> None:
    assert page.evaluate(CALL, ["cutAtDates", [[text]]]) == [parts]


# --- short forms ------------------------------------------------------------------------------------------------------

SHORT = [
    ("华东师大", "华东师范大学"),
    ("华师大", "华东师范大学"),
    ("上外马院", "上海外国语大学马克思主义学院"),
    ("区组织部", "虹口区委组织部"),
    ("电力研究院", "国网上海电力科学研究院"),
    ("中浦院", "中国浦东干部学院"),
    ("大柏树中信支行", "大柏树社区中信银行支行"),
]
NOT_SHORT = [
    ("上海大学", "上海大学"),
    ("海大学", "上海大学马克思主义学院"),
    ("大学上海", "上海大学"),
    ("上大外院", "上海外国语大学马克思主义学院"),
    ("海外马", "上海外国语大学马克思主义学院"),
    ("曲阳一院", "曲阳医院"),
    ("曲曲阳", "曲阳路街道"),
    ("曲阳路街道办事处", "曲阳路街道"),
    ("师范学校", "华东师范大学"),
]


@pytest.mark.parametrize(("term", "name"), SHORT)
def test_a_name_is_shortened(page: Page, term: str, name: str) -> None:
    assert shortens(page, [(term, name)]) == [True]


@pytest.mark.parametrize(("term", "name"), NOT_SHORT)
def test_a_name_is_not_shortened(page: Page, term: str, name: str) -> None:
    assert shortens(page, [(term, name)]) == [False]


def test_only_three_chinese_characters_or_more_can_be_a_short_form(page: Page) -> None:
    terms = ["华师大", "马克思主义", "华师", "qyy", "华a大", "２０２", "123", "", "𠀀𠀁𠀂"]
    assert page.evaluate(CALL, ["mayShorten", [[term] for term in terms]]) == [True, True, *[False] * 6, True]


def is_short_form(term: str, name: str) -> bool:
    """The same rule, told as a regular expression."""
    in_order = re.search(".*".join(map(re.escape, term)), name)
    return bool(in_order) and term not in name and (term[0] == name[0] or term[-2:] == name[-2:])


@pytest.mark.parametrize(("archive", "docs"), [(DATA, DOCS), (SAMPLE, SAMPLE / "docs")], ids=["real", "sample"])
def test_short_forms_find_exactly_the_names_that_they_shorten(
    request: pytest.FixtureRequest, browser: Browser, archive, docs
) -> None:
    """Names with characters left out find all that they are short for, below all that contains them as they are."""
    read, problems = read_site(archive, docs)
    assert read, problems
    named = {one.route: [*map(fold, one.names)] for one in documents(read.archive, []) if one.kind in NAMED}
    texts = {one.route: [*map(fold, (*one.names, *one.paragraphs))] for one in documents(read.archive, [])}
    synonyms = {fold(said) for one in load(archive)[0].settings.synonyms for said in one.also}
    chance = random.Random(7)
    terms = set()
    for name in sorted({name for names in named.values() for name in names if len(name) > 4}) * 8:
        kept = sorted(chance.sample(range(len(name)), chance.randint(3, min(6, len(name) - 1))))
        terms.add("".join(name[place] for place in kept))
    terms = sorted(
        term
        for term in terms - synonyms
        if re.fullmatch("[㐀-鿿]+", term) and not any(term in name for names in named.values() for name in names)
    )
    assert len(terms) > 50
    site: BuiltSite = request.getfixturevalue("real" if archive == DATA else "sample")
    with served(site.folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        answers = page.evaluate(ANSWER, terms)
        page.close()
    mixed = 0
    for term, found in zip(terms, answers, strict=True):
        short = {route for route, names in named.items() if any(is_short_form(term, name) for name in names)}
        exact = {route for route, all_of in texts.items() if any(term in text for text in all_of)}
        if not short and not exact:
            continue  # Taken apart, or nothing.
        records = [route for route in found if route in texts]
        assert set(records) == short | exact, term
        assert set(records[: len(exact)]) == exact, term
        mixed += bool(short - exact)
    assert mixed > 30


# --- readers' words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("archive", "fixture"), [(DATA, "real"), (SAMPLE, "sample")], ids=["real", "sample"])
def test_readers_words_find_what_the_records_say(
    request: pytest.FixtureRequest, browser: Browser, archive, fixture
) -> None:
    """Every one of them, and what it stands for is said somewhere."""
    pairs = [(said, one.term) for one in load(archive)[0].settings.synonyms for said in one.also]
    with served(request.getfixturevalue(fixture).folder) as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        found = page.evaluate(ANSWER, [text for pair in pairs for text in pair])
        page.close()
    for place, pair in enumerate(pairs):
        assert found[2 * place + 1], pair
        assert set(found[2 * place + 1]) <= set(found[2 * place]), pair
