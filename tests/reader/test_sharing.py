"""Sharing a page: its tags for link previews, its address as a code, and the buttons that copy it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from chuxin.pages.brief import LONGEST
from chuxin.pages.qr import QrCode
from chuxin.records.kinds import PAGED
from citations import read_bibtex, read_ris
from playwright.sync_api import Browser, BrowserContext, Page, expect
from scanning import read
from serving import served
from sites import ROOT, SAMPLE, SITE_URL, BuiltSite, build, is_forwarded, is_record

CARDS = ROOT / "overrides" / "assets" / "cards"
STATEMENT = "statements/2031-03-12-jia-yiming/"
CITED = (
    "甲一鸣. （虚构示例）从一盏灯说起——兼谈《邻里手册》（原文）："
    "云杉大学社区学院讲师甲一鸣，2031年3月12日，社区共建推进会暨示例街道社区共建第三次联席会议"
    "[EB/OL]. 初心·高兴公开记录. "
)
# The reader's day, not the one of Greenwich: there it is the 24th still.
NOW, ZONE, DAY = "2026-11-24T20:30:00Z", "Asia/Shanghai", "2026-11-25"


def tags(site: BuiltSite, route: str) -> dict[str, str]:
    """The tags of a page that say how it is shared; each stands there once."""
    found = site.pages[route].xpath("//meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]")
    named = {tag.get("property") or tag.get("name"): tag.get("content") for tag in found}
    assert len(named) == len(found), route
    return named


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample's site, built without knowing its own address."""
    folder = tmp_path_factory.mktemp("site")
    result = build(folder, SAMPLE, SAMPLE / "docs", site_url="")
    assert result.returncode == 0, result.stdout + result.stderr
    return BuiltSite(folder)


@pytest.fixture(scope="module")
def address(sample: BuiltSite) -> Iterator[str]:
    """Where the sample's site is served."""
    with served(sample.folder) as at:
        yield at


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser whose clipboard can be read."""
    opened = browser.new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id=ZONE)
    yield opened
    opened.close()


def test_every_page_has_complete_tags(built: BuiltSite) -> None:
    for route, page in built.pages.items():
        if route == "404.html":
            assert tags(built, route) == {}
            continue
        found = tags(built, route)
        title = page.xpath("string(//title)")
        assert found.pop("og:title") in (title, title.removesuffix(" - 初心·高兴")), route
        assert found.pop("og:description") == page.xpath("string(//meta[@name='description']/@content)") != "", route
        assert found.pop("og:url") == SITE_URL + quote(route), route
        kind = route.partition("/")[0]
        card = kind if kind in PAGED else "site"
        assert found.pop("og:image") == f"{SITE_URL}assets/cards/{card}.png", route
        assert found.pop("og:image:alt").startswith("初心·高兴公开记录"), route
        assert found.pop("og:type") == ("article" if is_record(route) or "/20" in route else "website"), route
        assert found == {
            "og:site_name": "初心·高兴",
            "og:locale": "zh_CN",
            "og:image:width": "1200",
            "og:image:height": "630",
            "twitter:card": "summary_large_image",
        }, route


def test_a_shared_link_says_what_its_page_says(built: BuiltSite) -> None:
    """What a statement, a meeting or a unit is told by stands on its page; a summary is never told as a quotation."""
    for route, page in built.pages.items():
        if not is_record(route):
            continue
        description = page.xpath("string(//meta[@name='description']/@content)")
        assert 0 < len(description) <= LONGEST, route
        if route.startswith("statements/"):
            form, said = re.search(r"。(?:(原文|节选|概述)：|内容未见公开。)(.*)$", description).groups()
            text = "".join(page.xpath("string(//article)").split())
            assert "".join(said.rstrip("…").split()) in text, route
            quoted = "".join("".join(page.xpath("string(//blockquote)")).split())
            assert ("".join(said.rstrip("…").split()) in quoted and bool(quoted)) == (form in ("原文", "节选")), route


def test_a_hostile_name_stays_a_text_in_a_description(sample: BuiltSite) -> None:
    page = sample.pages["organizations/songguo-workshop/"]
    (statement,) = (page for route, page in sample.pages.items() if route == "statements/2031-10-23-yi-xiaochuan/")
    assert "<script>alert(1)</script>" in statement.xpath("string(//meta[@name='description']/@content)")
    assert not statement.xpath("//head//script[contains(., 'alert')]")
    assert page.xpath("string(//meta[@name='description']/@content)").startswith("企业。")


def test_the_title_of_an_invented_record_says_so(sample: BuiltSite) -> None:
    for route in sample.pages:
        assert route == "404.html" or tags(sample, route)["og:title"].startswith("（虚构示例）"), route


def test_there_is_a_small_card_for_each_kind_and_one_for_the_site(sample: BuiltSite) -> None:
    assert {file.stem for file in CARDS.iterdir()} == {*PAGED, "site"}
    for file in CARDS.iterdir():
        content = (sample.folder / "assets" / "cards" / file.name).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", content[16:24]) == (1200, 630)
        assert len(content) <= 25_000, file.name


def test_every_record_has_the_code_of_its_address(built: BuiltSite) -> None:
    for route, page in built.pages.items():
        codes = page.xpath("//*[name()='svg'][@class='cx-qr']")
        # The page of components shows what records have.
        is_shown = is_record(route) and not is_forwarded(built, route)
        assert len(codes) == (is_shown or route == "components/"), route
        for code in codes:
            assert code.xpath("string(*[name()='title'])") == "本页网址的二维码"
            size = int(code.get("viewbox").split()[-1])
            assert read(QrCode(size, code.xpath("string(*[name()='path']/@d)"))).text == SITE_URL + route
            (box,) = page.xpath("//*[@class='cx-address']")
            assert SITE_URL + route in box.text_content()


def test_a_site_that_does_not_know_its_address_names_none(homeless: BuiltSite) -> None:
    for route, page in homeless.pages.items():
        assert not page.xpath("//*[name()='svg'][@class='cx-qr'] | //*[@class='cx-url'] | //link[@rel='canonical']"), (
            route
        )
        assert not {"og:url", "og:image", "twitter:card"} & set(tags(homeless, route)), route
        assert not [value for value in tags(homeless, route).values() if "://" in value], route


def test_nothing_of_sharing_is_styled_inline(sample: BuiltSite) -> None:
    for route, page in sample.pages.items():
        assert not page.xpath("//*[@class='cx-foot']/descendant-or-self::*[@style]"), route


def press(page: Page, name: str) -> str:
    """Press a button and return what the page says then."""
    button = page.get_by_role("button", name=name, exact=True)
    button.click()
    said = page.locator(".cx-copy").filter(has=button).get_by_role("status")
    said.filter(has_text="复制").wait_for()
    return said.inner_text()


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_title_and_citation_are_copied_with_the_canonical_address(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(f"{address}{STATEMENT}?from=x#_content")
    assert press(page, "转发") == "已复制标题和链接"
    assert copied(page) == f"{page.title()}\n{SITE_URL}{STATEMENT}"
    assert press(page, "引用") == "已复制引用"
    assert copied(page) == f"{CITED}[{DAY}]. {SITE_URL}{STATEMENT}."


def test_the_day_is_that_of_copying(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24T12:00:00Z")
    page.goto(address + STATEMENT)
    page.clock.set_fixed_time(NOW)
    press(page, "引用")
    assert f"[{DAY}]" in copied(page)
    page.get_by_text("BibTeX 和 RIS").click()
    press(page, "复制BibTeX")
    kind, key, fields = read_bibtex(copied(page))
    assert (kind, key, fields["author"]) == ("misc", "statements-2031-03-12-jia-yiming", "甲一鸣")
    assert (fields["url"], fields["urldate"]) == (SITE_URL + STATEMENT, DAY)
    press(page, "复制RIS")
    found = read_ris(copied(page))
    assert (found["TY"], found["AU"], found["Y2"]) == ("ELEC", "甲一鸣", DAY.replace("-", "/"))
    assert found["TI"].startswith("（虚构示例）") and found["TI"] == fields["title"]


def test_every_record_is_cited_and_summaries_say_what_they_are(built: BuiltSite) -> None:
    for route, page in built.pages.items():
        if not is_record(route) or is_forwarded(built, route):
            continue
        assert sorted(page.xpath("//@data-copy")) == ["bibtex", "gbt", "ris", "title"], route
        gbt, bibtex, ris = (page.xpath(f"string(//*[@data-citation='{one}'])") for one in ("gbt", "bibtex", "ris"))
        fields, lines = read_bibtex(bibtex)[2], read_ris(ris)
        assert fields["url"] == lines["UR"] == SITE_URL + route
        assert fields["title"] == lines["TI"] and f". {fields['title']}[EB/OL]. " in gbt
        assert gbt.endswith(f"[访问日期]. {SITE_URL}{route}.") and "初心·高兴公开记录. " in gbt
        if route.startswith("statements/"):
            summary, unpublished = (words in built.text(route) for words in ("不是发言人的原话", "内容未见公开"))
            assert ("（概述，非原话）" in fields["title"]) == summary, route
            assert ("（内容未见公开）" in fields["title"]) == unpublished, route
            assert (fields["author"] == "初心·高兴公开记录") == (summary or unpublished), route


def test_the_keys_of_citations_tell_records_apart(built: BuiltSite) -> None:
    texts = [
        page.xpath("string(//*[@data-citation='bibtex'])")
        for route, page in built.pages.items()
        if is_record(route) and not is_forwarded(built, route)
    ]
    keys = [read_bibtex(text)[1] for text in texts]
    assert len(set(keys)) == len(keys)


def test_a_site_without_an_address_copies_where_it_is_read(context: BrowserContext, homeless: BuiltSite) -> None:
    with served(homeless.folder) as at:
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(f"{at}{STATEMENT}#_content")
        press(page, "转发")
        assert copied(page) == f"{page.title()}\n{at}{STATEMENT}"
        press(page, "引用")
        assert copied(page) == f"{CITED}[{DAY}]. {at}{STATEMENT}."
        page.get_by_text("BibTeX 和 RIS").click()
        press(page, "复制RIS")
        assert read_ris(copied(page))["UR"] == f"{at}{STATEMENT}"


SHARES = "navigator.share = async what => { window.shared = what }"
CHANGED_MIND = "navigator.share = () => Promise.reject(new DOMException('', 'AbortError'))"
REFUSES = "navigator.share = () => Promise.reject(new DOMException('', 'NotAllowedError'))"


def test_a_phone_shares_what_others_copy(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script(SHARES)
    page.goto(address + STATEMENT)
    page.get_by_role("button", name="转发").click()
    assert page.evaluate("shared") == {"title": page.title(), "url": SITE_URL + STATEMENT}
    assert page.locator(".cx-actions [role=status]").inner_text() == ""
    # Nothing else is shared.
    assert press(page, "引用") == "已复制引用"


@pytest.mark.parametrize(("script", "said"), [(CHANGED_MIND, ""), (REFUSES, "已复制标题和链接")])
def test_what_is_not_shared_is_copied_unless_the_reader_changed_their_mind(
    context: BrowserContext, address: str, script: str, said: str
) -> None:
    page = context.new_page()
    page.add_init_script(script)
    page.goto(address + STATEMENT)
    page.get_by_role("button", name="转发").click()
    expect(page.locator(".cx-actions [role=status]")).to_have_text(said)


@pytest.mark.parametrize("broken", [
    "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
])  # fmt: skip
def test_old_browsers_copy_a_selection(context: BrowserContext, address: str, broken: str) -> None:
    page = context.new_page()
    page.add_init_script(broken)
    page.goto(address + STATEMENT)
    page.evaluate("document.addEventListener('copy', () => { window.selected = String(getSelection()) })")
    assert press(page, "转发") == "已复制标题和链接"
    assert page.evaluate("selected") == f"{page.title()}\n{SITE_URL}{STATEMENT}"
    assert page.locator("textarea").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "转发"


def test_a_failure_is_said(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.add_init_script("document.execCommand = () => false")
    page.goto(address + STATEMENT)
    assert press(page, "引用") == "没有复制成功，请长按文字复制"


def test_without_scripts_the_text_stays_and_no_button_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + STATEMENT)
    assert page.get_by_role("button", name="复制").count() == 0
    for action, there in (("转发", "_page-address"), ("引用", "_citation"), ("指出错误", "_corrections")):
        page.get_by_role("link", name=action, exact=True).click()
        assert page.url.endswith(f"#{there}") and page.locator(f"#{there}").is_visible()
    assert page.locator(".cx-url").inner_text() == SITE_URL + STATEMENT
    assert "[访问日期]" in page.locator("[data-citation=gbt]").inner_text()
    page.get_by_text("BibTeX 和 RIS").click()
    assert page.locator("[data-citation=ris]").is_visible()
    assert page.get_by_role("img", name="本页网址的二维码").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_code_is_black_on_white_everywhere(browser: Browser, address: str, scheme: str, media: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address + STATEMENT)
    page.emulate_media(media=media)
    code = page.locator(".cx-qr")
    assert code.is_visible() and page.locator(".cx-url").is_visible()
    colours = code.evaluate("one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).stroke]")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    context.close()
