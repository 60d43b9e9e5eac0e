"""Hand-written pages hold no raw HTML and no address that runs or loads from elsewhere."""

from __future__ import annotations

import pytest
from chuxin.prose.cleaning import clean
from chuxin.prose.extensions import convert


def html_of(text: str) -> str:
    """Return the clean HTML of a page's Markdown, its addresses as they were typed."""
    return clean(convert(text), lambda address: address)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>粗</b>", "<p>&lt;b&gt;粗&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n\n**好**\n\n</div>", "<p>&lt;div&gt;</p>\n<p><strong>好</strong></p>\n<p>&lt;/div&gt;</p>"),
        ("[甲](javascript:alert(1))", "<p><a>甲</a></p>"),
        ("[甲](JavaScript:alert(1))", "<p><a>甲</a></p>"),
        ("[甲](javascript&#58;alert(1))", "<p><a>甲</a></p>"),
        ("[甲](<java script:alert(1)>)", "<p><a>甲</a></p>"),
        ("[甲]: data:text/html,x\n\n[甲]", "<p><a>甲</a></p>"),
        ("![图](https://example.org/x.png)", '<p><img alt="图"></p>'),
        ("![图](//example.org/x.png)", '<p><img alt="图"></p>'),
        ("![图](a.png)", '<p><img alt="图" src="a.png"></p>'),
        ("[甲](../a/?b=c:d#e)", '<p><a href="../a/?b=c:d#e">甲</a></p>'),
        ("[甲](https://example.org/)", '<p><a href="https://example.org/">甲</a></p>'),
        ("[甲](#一)", '<p><a href="#一">甲</a></p>'),
    ],
)
def test_text_becomes_safe_html(text: str, html: str) -> None:
    assert html_of(text) == html


def test_automatic_mail_links_stay() -> None:
    assert html_of("<a@example.org>") == '<p><a href="mailto:a@example.org">a@example.org</a></p>'
