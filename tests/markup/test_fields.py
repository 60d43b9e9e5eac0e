"""Markdown in records: the exact HTML of what is allowed, and that nothing else ever comes out."""

import re

import pytest
from chuxin.markup.fields import Links, links, render_text, split_record, words
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

ROOT = "../../"


def external(address: str, text: str) -> str:
    return f'<a href="{address}" rel="noopener noreferrer">{text}</a>'


# What is written, and what stands inside of one paragraph.
PARAGRAPHS = [
    ("一句话。", "一句话。"),
    ("A&B", "A&amp;B"),
    ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
    ("**粗**", "<strong>粗</strong>"),
    ("__粗__", "<strong>粗</strong>"),
    ("*斜*", "<em>斜</em>"),
    ("_斜_", "<em>斜</em>"),
    ("***粗斜***", "<em><strong>粗斜</strong></em>"),
    ("snake_case_name", "snake_case_name"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    (r"\*不斜\*", "*不斜*"),
    (r"1986\. 一年", "1986. 一年"),
    ("&lt;b&gt; &copy; &#20013;", "&lt;b&gt; © 中"),
    # links that leave
    ("[甲](https://example.org/)", external("https://example.org/", "甲")),
    ("[甲](http://example.org/a?b=1&c=2#d)", external("http://example.org/a?b=1&amp;c=2#d", "甲")),
    ("[甲](https://example.org/ '题')", external("https://example.org/", "甲")),
    ("[甲](<https://example.org/a b>)", external("https://example.org/a%20b", "甲")),
    ("[**甲**乙](https://example.org/)", external("https://example.org/", "<strong>甲</strong>乙")),
    ("[甲](mailto:a@example.org)", '<a href="mailto:a@example.org">甲</a>'),
    ('[甲](https://a.org/"onclick=x)', external("https://a.org/%22onclick=x", "甲")),
    ("[甲](https://a.org/'x)", external("https://a.org/&#39;x", "甲")),
    ("[甲<b>](https://a.org/)", external("https://a.org/", "甲&lt;b&gt;")),
    # links that stay
    ("[甲](record:people/li-binlu)", '<a href="../../people/li-binlu/">甲</a>'),
    ("[甲](record:statements/2023-07-06-li)", '<a href="../../statements/2023-07-06-li/">甲</a>'),
    ("[甲](/about/)", '<a href="../../about/">甲</a>'),
    ("[甲](/about/?a=1#b)", '<a href="../../about/?a=1#b">甲</a>'),
    ("[甲](/)", '<a href="../../">甲</a>'),
    # addresses that no link may have: everything stays as it was written
    ("[甲](javascript:alert)", "[甲](javascript:alert)"),
    ("[甲](JavaScript:alert)", "[甲](JavaScript:alert)"),
    ("[甲](javascript&colon;alert)", "[甲](javascript:alert)"),
    ("[甲](&#106;avascript:alert)", "[甲](javascript:alert)"),
    ("[甲](<java script:alert>)", "[甲](&lt;java script:alert&gt;)"),
    ("[甲](data:text/html,x)", "[甲](data:text/html,x)"),
    ("[甲](vbscript:x)", "[甲](vbscript:x)"),
    ("[甲](file:///etc/passwd)", "[甲](file:///etc/passwd)"),
    ("[甲](ftp://example.org)", "[甲](ftp://example.org)"),
    ("[甲](tel:110)", "[甲](tel:110)"),
    ("[甲](//evil.org)", "[甲](//evil.org)"),
    ("[甲](https:evil.org)", "[甲](https:evil.org)"),
    ("[甲](about.md)", "[甲](about.md)"),
    ("[甲](../about/)", "[甲](../about/)"),
    ("[甲](./about/)", "[甲](./about/)"),
    ("[甲](#a)", "[甲](#a)"),
    ("[甲](?a)", "[甲](?a)"),
    ("[甲]()", "[甲]()"),
    ("[甲][乙]", "[甲][乙]"),
    # what is no markup here
    ("<b>粗</b>", "&lt;b&gt;粗&lt;/b&gt;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
    ("<!-- 注 -->", "&lt;!-- 注 --&gt;"),
    ("一<br>二", "一&lt;br&gt;二"),
    ("<a href='javascript:x'>甲</a>", "&lt;a href='javascript:x'&gt;甲&lt;/a&gt;"),
    ("# 一", "# 一"),
    ("> 引", "&gt; 引"),
    ("`码`", "`码`"),
    ("~~删~~", "~~删~~"),
    ("***", "***"),
    ("---", "---"),
    ("![图](https://example.org/a.png)", "!" + external("https://example.org/a.png", "图")),
    ("![图](a.png)", "![图](a.png)"),
    ("[注]: https://example.org", "[注]: https://example.org"),
    ("[^1]", "[^1]"),
    # lines: between Chinese characters a line break is the editor's
    ("一行\n二行", "一行二行"),
    ("一行，\n二行", "一行，二行"),
    ("“一\n二”", "“一二”"),
    ("一……\n——二", "一……——二"),
    ("你·\n好", "你·好"),
    ("全角Ａ\n１二", "全角Ａ１二"),
    ("𠮷\n𠮷", "𠮷𠮷"),
    ("**一**\n二", "<strong>一</strong>二"),
    ("一\n**二**", "一<strong>二</strong>"),
    ("一\n[二](/about/)", '一<a href="../../about/">二</a>'),
    ("[一](/about/)\n二", '<a href="../../about/">一</a>二'),
    ("**一\n二**", "<strong>一二</strong>"),
    ("一\n二\n三\n四", "一二三四"),
    # but not between words
    ("one\ntwo", "one\ntwo"),
    ("one\n二", "one\n二"),
    ("一\ntwo", "一\ntwo"),
    ("2023\n年", "2023\n年"),
    ("一,\n二", "一,\n二"),
    # and one that is asked for stays
    ("一  \n二", "一<br />\n二"),
    ("一\\\n二", "一<br />\n二"),
]
BLOCKS = [
    ("一\n\n二", "<p>一</p>\n<p>二</p>\n"),
    ("一\n\n\n\n二", "<p>一</p>\n<p>二</p>\n"),
    ("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"),
    ("* 一\n* 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n"),
    ("+ 一", "<ul>\n<li>一</li>\n</ul>\n"),
    ("1. 一\n2. 二", "<ol>\n<li>一</li>\n<li>二</li>\n</ol>\n"),
    ("1) 一", "<ol>\n<li>一</li>\n</ol>\n"),
    ("3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>\n'),
    ("0. 零", '<ol start="0">\n<li>零</li>\n</ol>\n'),
    ("- 一\n\n- 二", "<ul>\n<li>\n<p>一</p>\n</li>\n<li>\n<p>二</p>\n</li>\n</ul>\n"),
    ("- 一\n  - 二", "<ul>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n</ul>\n"),
    ("说：\n\n- **一**：二；\n- 三。", "<p>说：</p>\n<ul>\n<li><strong>一</strong>：二；</li>\n<li>三。</li>\n</ul>\n"),
    ("- 一行\n  二行", "<ul>\n<li>一行二行</li>\n</ul>\n"),
    ("一\n===", "<p>一\n===</p>\n"),
    ("一\n---", "<p>一\n---</p>\n"),
    ("## 一\n\n二", "<p>## 一</p>\n<p>二</p>\n"),
    ("```\n码\n```", "<p>```\n码\n```</p>\n"),
    ("~~~\n码\n~~~", "<p>~~~\n码\n~~~</p>\n"),
    ("一\n\n    码", "<p>一</p>\n<p>码</p>\n"),
    ("> 一\n> 二", "<p>&gt; 一\n&gt; 二</p>\n"),
    ("<div>\n\n**一**\n\n</div>", "<p>&lt;div&gt;</p>\n<p><strong>一</strong></p>\n<p>&lt;/div&gt;</p>\n"),
    ("| 一 |\n| - |\n| 二 |", "<p>| 一 |\n| - |\n| 二 |</p>\n"),
    ("[甲]\n\n[甲]: https://example.org", "<p>[甲]</p>\n<p>[甲]: https://example.org</p>\n"),
]


@pytest.mark.parametrize(("text", "inside"), PARAGRAPHS)
def test_a_paragraph(text, inside):
    assert str(render_text(text, ROOT)) == f"<p>{inside}</p>\n"


@pytest.mark.parametrize(("text", "wanted"), BLOCKS)
def test_blocks(text, wanted):
    assert str(render_text(text, ROOT)) == wanted


@pytest.mark.parametrize(
    ("root", "href"), [("./", "./people/li/"), ("../", "../people/li/"), ("../../", "../../people/li/")]
)
def test_links_start_from_the_page(root, href):
    assert f'href="{href}"' in render_text("[甲](record:people/li)", root)
    assert f'href="{href}"' in render_text("[甲](/people/li/)", root)


LINKS = [
    ("没有", (), ()),
    ("[甲](https://example.org/a/)", (), ()),
    ("[甲](mailto:a@example.org)", (), ()),
    ("[甲](record:people/li)", (("people", "li"),), ()),
    ("[甲](record:people/li '题')", (("people", "li"),), ()),
    ("[甲](record:li)", (("", "li"),), ()),
    ("[甲](record:a/b/c)", (("a/b", "c"),), ()),
    ("[甲](record:)", (("", ""),), ()),
    ("[甲](record:people/李)", (("people", "李"),), ()),
    ("[甲](/about/)", (), ("/about/",)),
    ("[甲](/about/#a)[乙](/x/?y#z)", (), ("/about/", "/x/")),
    ("[甲](/新闻/)", (), ("/新闻/",)),
    ("- [甲](record:a/b)\n- **[乙](record:c/d)**", (("a", "b"), ("c", "d")), ()),
    ("[甲](record:a/b)和[甲](record:a/b)", (("a", "b"), ("a", "b")), ()),
    ("[甲](/b/)和[乙](record:c/d)", (("c", "d"),), ("/b/",)),
    ("[[甲](record:a/b)](https://example.org)", (("a", "b"),), ()),
    ("![甲](record:a/b)", (("a", "b"),), ()),
    ("[甲](//evil.org/)", (), ()),
    ("[甲](about.md)[乙](#a)[丙](javascript:x)", (), ()),
    (r"\[甲](record:a/b)", (), ()),
]


@pytest.mark.parametrize(("text", "records", "addresses"), LINKS)
def test_links(text, records, addresses):
    assert links(text) == Links(records, addresses)


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("record:people/li", ("people", "li")),
        ("people/li", ("people", "li")),
        ("record:li", ("", "li")),
        ("", ("", "")),
        ("record:a/b/c", ("a/b", "c")),
        ("record:people/", ("people", "")),
    ],
)
def test_a_record_is_named_by_kind_and_id(target, key):
    assert split_record(target) == key


PLAIN = [
    ("一句话。", "一句话。"),
    ("**一**二", "一二"),
    ("一\n二", "一二"),
    ("one\ntwo", "one two"),
    ("one  \ntwo", "one two"),
    ("一\n\n二", "一\n二"),
    ("- 一\n- 二\n\n  三", "一\n二\n三"),
    ("[甲](/about/)和[**乙**](record:a/b)", "甲和乙"),
    ("&lt;b&gt; <i>", "<b> <i>"),
    ("# 一\n> 二", "# 一 > 二"),
    ("[甲](javascript:x)", "[甲](javascript:x)"),
]


@pytest.mark.parametrize(("text", "wanted"), PLAIN)
def test_the_words_of_a_text(text, wanted):
    assert words(text, ROOT) == wanted


# --- whatever is written ----------------------------------------------------------------------------------------------

ALLOWED = {
    "p": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "em": set(),
    "strong": set(),
    "a": {"href", "rel"},
    "br": set(),
}
HREF = re.compile(r"https?://|mailto:|\.\./\.\./")

marks = [*"[]()<>*_-+#`!\\&:/?='\"| \n\x00", "**", "1.", "2)", "```", "~~~", "//", "\n\n", "    ", "&lt;", "&#106;"]
pieces = ["中", "a", "😀", "。", "record:", "people/li", "https://a.org", "javascript:", "data:", "mailto:", "/about/"]
pieces += [
    "<b>",
    "</b>",
    "<script>",
    "<img src=x onerror=y>",
    "onclick=",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?php",
    "&colon;",
]
pieces += ["[甲](record:a/b)", "[x](/y/)", "[x](javascript:y)", "![x](y)", "\u2028", "\u200b", "\ufeff"]
markup = st.lists(st.sampled_from(marks + pieces), max_size=14).map("".join)


@settings(deadline=None, max_examples=600)
@given(markup | st.text(max_size=60))
@example("<javascript:alert(1)>")
@example("<data:text/html,x>")
@example("[a](<javascript:x>)")
@example("[a](\tjavascript:x)")
@example("[a](\x01javascript:x)")
@example("[a](/\\evil.org)")
@example("[a](record:javascript:x/y)")
@example("[a](record://evil.org/x)")
@example("<record:people/nobody>")
@example("[a]()")
def test_nothing_else_ever_comes_out(text):
    rendered = str(render_text(text, ROOT))
    # The parser takes what browsers take; a character that HTML cannot hold would hide the rest from it.
    tree = html.fromstring(f"<div>{rendered.replace(chr(0), '')}</div>")
    for element in tree.iterdescendants():
        assert isinstance(element.tag, str)
        assert set(element.attrib) <= ALLOWED[element.tag]
        if element.tag == "a":
            assert HREF.match(element.get("href"))
            assert (element.get("rel") == "noopener noreferrer") == element.get("href").startswith("http")


@settings(deadline=None, max_examples=600)
@given(markup)
@example("<record:people/nobody>")
@example("[a](record:people%2Fli)")
@example("[a](/about%2F)")
@example("[a](/about/%3Fx)")
def test_every_link_of_the_page_is_known(text):
    """What leads to this site in the HTML is what `links` names, in the same order."""
    tree = html.fromstring(f"<div>{str(render_text(text, '@/')).replace(chr(0), '')}</div>")
    hrefs = [link.get("href") for link in tree.iter("a") if link.get("href").startswith("@/")]
    found = links(text)
    assert len(hrefs) == len(found.records) + len(found.addresses)
    wanted = [
        f"@/{kind}/{identifier}/" for kind, identifier in found.records if identifier.isalnum() and kind.isalpha()
    ]
    assert {href for href in wanted if href.isascii()} <= set(hrefs)
    for address in found.addresses:
        if address.isascii() and not re.search(r"[^\w/]", address):
            assert any(re.split("[?#]", href)[0] == f"@{address}" for href in hrefs)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_words_are_neither_lost_nor_added(text):
    """A text without markup comes out as it went in, whichever way it is rendered."""
    plain = re.sub(r"[\\`*_\[\]<>&!#~|+=:.)-]", "", text).strip()
    if plain:
        assert html.fromstring(str(render_text(plain, ROOT))).text_content().strip() == plain
        assert html.fromstring(str(render_text(plain + "&", ROOT))).text_content().strip() == plain + "&"


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "[](" * 6000, "*a_ " * 5000, "- " * 10_000, "![" * 10_000, "<" * 20_000, "[a](" * 5000]
)
def test_endless_marks_are_rendered(text):
    assert str(render_text(text, ROOT)).startswith(("<p>", "<ul>"))
