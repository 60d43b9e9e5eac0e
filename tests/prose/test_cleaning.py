"""The one rule at the end of a page: nothing comes through that is not listed, whatever was typed."""

from __future__ import annotations

import re
from html import escape

import lxml.html
import pytest
from chuxin.prose.cleaning import clean, with_cards
from chuxin.prose.extensions import convert
from fuzz.markdown_pages import Writer
from fuzz.pages import made, run, wrong, wrong_in_browser
from playwright.sync_api import Browser
from sites import ROOT


def html_of(text: str) -> str:
    """Return the clean HTML of a page's Markdown, its addresses as they were typed."""
    return clean(convert(text), lambda address: address)


# What got in once: as it is typed, and what becomes of it.
BREAK_INS = [
    (
        '``` { .python id=\'x"></div><script src="../evil.pdf"></script>\' }\na\n```',
        '<div class="highlight"><pre tabindex="0"><span></span><code>a\n</code></pre></div>',
    ),
    (
        '``` { .yaml id=\'x"><meta http-equiv="refresh" content="0;url=https://evil.org">\' }\na\n```',
        '<div class="highlight"><pre tabindex="0"><span></span><code><span class="l l-Scalar l-Scalar-Plain">a</span>\n'
        "</code></pre></div>",
    ),
    ("![甲\n```\na\n```\n](b.png)", '<p><img alt="甲\n\n" src="b.png"></p>'),
    ('[甲](b.md "\n```\n\' onclick=x\n```\n")', '<p><a href="b.md" title="">甲</a></p>'),
    ("[甲](a.pdf)", '<p><a download href="a.pdf">甲</a></p>'),
    ('[甲](../b/A.CSV?x#y "题")', '<p><a download href="../b/A.CSV?x#y" title="题">甲</a></p>'),
    ("[甲](https://example.org/a.pdf)", '<p><a href="https://example.org/a.pdf">甲</a></p>'),
    ("[甲](a.pdf/)", '<p><a href="a.pdf/">甲</a></p>'),
    ("[甲](a.png?a.pdf)", '<p><a href="a.png?a.pdf">甲</a></p>'),
    ("!!! note cx-header\n    甲", '<div class="admonition note">\n<p class="admonition-title">Note</p>'),
    ("| 甲 |\n| -: |\n| 乙 |", "<table>\n<thead>\n<tr>\n<th>甲</th>"),
    ("[甲](//evil.org)", "<p><a>甲</a></p>"),
    ("[甲](/\\evil.org)", "<p><a>甲</a></p>"),
    ("[甲](</\t/evil.org>)", "<p><a>甲</a></p>"),
    ("![甲](https://evil.org/a.png)", '<p><img alt="甲"></p>'),
]


@pytest.mark.parametrize(("text", "html"), BREAK_INS)
def test_what_got_in_once_stays_out(text: str, html: str) -> None:
    assert html_of(text).startswith(html)


@pytest.mark.parametrize("marker", ["people/li", "0-0", f"{'0' * 32}-0"])
def test_nobody_else_makes_a_card(marker: str) -> None:
    forged = f'<div data-chuxin-card="{marker}"></div>'
    document = convert(f"```record\npeople/li\n```\n\n{forged}\n")
    html = with_cards(clean(document, str), document, lambda kind, identifier: "<aside></aside>")
    assert html == f"<aside></aside>\n<p>{escape(forged, quote=False)}</p>"


def test_an_element_forged_in_the_html_is_no_card() -> None:
    """What the list lets through of an attribute is decided by value: a hole before it opens nothing."""
    document = convert("```record\npeople/li\n```")
    [marker] = document.cards
    twice = document.html + document.html + '<div data-chuxin-card="people/li"></div><h2 id="search-box">甲</h2>'
    html = clean(type(document)(twice, (), (), document.cards, False), str)
    assert html.count(marker) == 1
    assert html.endswith("<div></div><div></div><h2>甲</h2>")


def test_headings_take_no_id_of_the_site_s_own() -> None:
    frame = (ROOT / "overrides" / "main.html", *(ROOT / "overrides" / "partials").glob("*.html"))
    own = {name for path in frame for name in re.findall(r'\sid="([^"{]+)"', path.read_text("utf-8"))}
    assert {"_content", "search-box"} <= own
    headings = "\n\n".join(f"## {name}" for name in sorted(own))
    assert not own & set(re.findall(r'id="([^"]+)"', html_of(headings)))


def test_names_of_headings_are_text() -> None:
    document = convert("# <script>a</script> `<b>` &amp;\n\n```\n<i>\n```\n===\n")
    assert all("<" not in heading["name"] for heading in document.headings)
    assert document.title == "<script>a</script> <b> &"


def test_ordinary_pages_come_through_as_they_were() -> None:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        document = convert(path.read_text("utf-8").partition("\n---\n")[2])
        html = clean(document, lambda address: address).replace('<pre tabindex="0">', "<pre>")
        before = lxml.html.fragment_fromstring(document.html, create_parent="div")
        after = lxml.html.fragment_fromstring(html, create_parent="div")
        assert lxml.html.tostring(after) == lxml.html.tostring(before), path


def test_whatever_is_written_stays_in_the_lists() -> None:
    count, found = run(800, "suite")
    assert found == []
    assert count >= 750


def test_whatever_is_written_stays_in_the_lists_in_a_browser(browser: Browser) -> None:
    assert run(400, "browser", browser, sample=2)[1] == []


def test_the_fuzzer_sees_what_is_wrong(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cleaning it finds something on nearly every page, and scripts run."""
    monkeypatch.setattr("chuxin.prose.resolving.clean", lambda document, lead: document.html + "<img src=x onerror=a>")
    writer = Writer("unclean")
    pages = [made(number, writer.page()) for number in range(20)]
    assert all(list(wrong(page)) for page in pages)
    assert len({page.number for page, _ in wrong_in_browser(pages, browser)}) == 20
