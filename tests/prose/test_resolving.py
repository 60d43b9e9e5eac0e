"""What becomes of a page's links and cards."""

import re
from dataclasses import replace

import pytest
from chuxin.prose import boxed, finished, rendered
from chuxin.prose.resolving import resolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from prose_pages import card, html_of, only_page

# the page, the address, where it leads from there
RESOLVED = [
    ("index.md", "record:people/li", "./people/li/"),
    ("guide/index.md", "record:people/li", "../people/li/"),
    ("guide/one.md", "record:people/li", "../../people/li/"),
    ("about.md", "/", "../"),
    ("index.md", "/", "./"),
    ("index.md", "/about/#x", "./about/#x"),
    ("guide/one.md", "/about/", "../../about/"),
    ("guide/one.md", "/about/?a&b", "../../about/?a&b"),
    # files of the pages' folder
    ("index.md", "about.md", "about/"),
    ("index.md", "index.md", "./"),
    ("about.md", "about.md", "./"),
    ("about.md", "index.md", "../"),
    ("about.md", "./guide/index.md?a#b", "../guide/?a#b"),
    ("guide/one.md", "../about.md", "../../about/"),
    ("guide/one.md", "two.md#b", "../two/#b"),
    ("guide/index.md", "one.md", "one/"),
    ("guide/one.md", "index.md", "../"),
    ("about.md", "a.png", "../a.png"),
    ("index.md", "guide/a.png", "guide/a.png"),
    ("guide/one.md", "a.PDF", "../a.PDF"),
    # neither: left as they are
    ("about.md", "../guide/", "../guide/"),
    ("about.md", "#x", "#x"),
    ("about.md", "?x", "?x"),
    ("about.md", "", ""),
]


ROUTES = {
    "index.md": "", "about.md": "about/",
    "guide/index.md": "guide/", "guide/one.md": "guide/one/", "guide/two.md": "guide/two/",
}  # fmt: skip


@pytest.mark.parametrize(("path", "address", "wanted"), RESOLVED)
def test_resolves(path, address, wanted):
    assert resolve(address, path, ROUTES[path], ROUTES) == wanted


# the page, its text, what becomes of it
PAGES = [
    ("about.md", "[甲](record:people/li)", '<p><a href="../people/li/">甲</a></p>'),
    ("guide/a/b.md", "[甲](<record:people/li> '题')", '<p><a href="../../../people/li/" title="题">甲</a></p>'),
    ("about.md", "[甲]\n\n[甲]: record:people/li", '<p><a href="../people/li/">甲</a></p>'),
    ("index.md", "[甲](/about/?a=1&b=2#x)", '<p><a href="./about/?a=1&amp;b=2#x">甲</a></p>'),
    ("guide/one.md", "[甲](../about.md)", '<p><a href="../../about/">甲</a></p>'),
    ("guide/one.md", "[甲](https://a.org/x)", '<p><a href="https://a.org/x">甲</a></p>'),
    ("guide/one.md", "[甲](#x)", '<p><a href="#x">甲</a></p>'),
    ("about.md", "![图](a.png)", '<p><img alt="图" src="../a.png"></p>'),
    ("about.md", "一\n\n```record\npeople/li\n```\n\n二", "<p>一</p>\n<people|li>\n<p>二</p>"),
    ("about.md", "~~~ record\n people/li \n~~~", "<people|li>"),
    ("about.md", "`[甲](record:people/li)`", "<p><code>[甲](record:people/li)</code></p>"),
    ("about.md", '`<a href="record:people/li">`', '<p><code>&lt;a href="record:people/li"&gt;</code></p>'),
    ("about.md", '<a href="record:people/li">', '<p>&lt;a href="record:people/li"&gt;</p>'),
    # Words of the page are left alone, whatever they look like.
    ("about.md", '一 href="/about/" 二', '<p>一 href="/about/" 二</p>'),
    ("about.md", '`href="/about/"`', '<p><code>href="/about/"</code></p>'),
    ("about.md", 'src="record:people/li"', '<p>src="record:people/li"</p>'),
    ("about.md", 'data-chuxin-card="people/li"', '<p>data-chuxin-card="people/li"</p>'),
    (
        "about.md",
        '<div data-chuxin-card="people/li"></div>',
        '<p>&lt;div data-chuxin-card="people/li"&gt;&lt;/div&gt;</p>',
    ),
]


@pytest.mark.parametrize(("name", "text", "wanted"), PAGES)
def test_a_page_is_rendered_with_its_links_and_cards(folder, name, text, wanted):
    page = only_page(folder, text, name)
    pages = {path: replace(page, path=path, route=route) for path, route in ROUTES.items()}
    assert finished(rendered(page, pages), page, card) == wanted


UNSAFE = [
    "[甲](javascript:x)",
    "[甲](JaVaScRiPt:x)",
    "[甲](java&#115;cript:x)",
    "[甲](&#106;avascript:x)",
    "[甲](javascript&colon;x)",
    "[甲](`javascript:x`)",
    "[甲](\tjavascript:x)",
    "[甲](< javascript:x>)",
    "[甲](<java\nscript:x>)",
    "[甲](\x01javascript:x)",
    "[甲 [乙 [丙] 丁] 戊](javascript:x)",
    "[甲](vbscript:x)",
    "[甲](data:text/html,x)",
    "[甲][乙]\n\n[乙]: javascript:x",
    "!!! note\n\n    [甲][乙]\n\n    [乙]: javascript:x\n",
    "<javascript:x>",
    "<ftp://evil.org>",
    "![甲](https://evil.org/x.png)",
    "![甲](//evil.org/x.png)",
    "![甲](/\\evil.org/x.png)",
    "![甲](\\\\\\\\evil.org/x.png)",
    "![甲](data:image/svg+xml,x)",
    "![甲][乙]\n\n[乙]: https://evil.org/x.png",
    "![甲](\thttps://evil.org/x.png)",
    "<a href='javascript:x'>甲</a>",
    "<img src=x onerror=y>",
    "<script>alert(1)</script>",
    "<div>\n<script>alert(1)</script>\n</div>",
    "<!-- --><script>alert(1)</script>",
    "&lt;script&gt;",
    "```py {onclick=x}\ny\n```",
    '!!! note "<script>x</script>"\n    y',
    '```py title="<script>x</script>"\ny\n```',
    "# 题 {onclick=x}",
    "[甲](a.md){onclick=x}",
    "[甲](a.md \"x' onclick='y\")",
    "<x@y.org>",
]


def assert_safe(text: str) -> None:
    """Render a page's Markdown as the site does; nothing in it may run, and no picture come from elsewhere."""
    for element in html.fromstring(f"<div>{html_of(text)}</div>").iterdescendants():
        assert element.tag not in ("script", "iframe", "object", "embed", "style", "svg", "form", "input")
        assert set(element.attrib) <= {"href", "src", "alt", "title", "class", "id", "tabindex"}
        for name in ("href", "src"):
            # Browsers drop control characters and read a backslash as a slash.
            address = re.sub(r"[\x00-\x20]", "", element.get(name, "")).replace("\\", "/").lower()
            scheme = re.match(r"[^/?#:]*:", address)
            assert not scheme or (name == "href" and scheme[0] in ("https:", "http:", "mailto:"))
            assert name == "href" or not address.startswith("//")


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_unsafe_is_rendered(text):
    assert_safe(text)


pieces = [*"[]()!`~\\<>:&#\n \t\"'", "```", "javascript:x", "a.md", "![", "](", "]: ", "    ", "&colon;", "//e", "/\\e"]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(pieces), max_size=14).map("".join))
def test_nothing_unsafe_is_rendered_whatever_is_written(text):
    assert_safe(text)


def test_what_is_wider_than_a_phone_scrolls_in_its_box():
    assert boxed("<pre>一行</pre><table><tr></tr></table>") == (
        "<pre tabindex=0>一行</pre><div class=cx-table tabindex=0><table><tr></tr></table></div>"
    )
