"""Frames: one rendered page into which every record of a kind is set."""

import pytest
from chuxin.pages.frames import Frame, placeholder, tidy
from hypothesis import given, settings
from hypothesis import strategies as st

FIELDS = ["title", "description", "slug", "body"]
FRAME = (
    "<title>chuxin-frame-title - 站</title><meta content='chuxin-frame-description'>"
    "<link href='people/chuxin-frame-slug/'><main>chuxin-frame-body</main><p>chuxin-frame-title</p>"
)


def test_a_frame_is_filled():
    assert Frame.of(FRAME).fill("李", "人物：李", "li", "<h1>李</h1>") == (
        "<title>李 - 站</title><meta content='人物：李'><link href='people/li/'><main><h1>李</h1></main><p>李</p>"
    )


@pytest.mark.parametrize("field", FIELDS)
def test_placeholders_are_found_at_both_ends(field):
    values = dict.fromkeys(FIELDS, "") | {field: "x"}
    assert Frame.of(f"{placeholder(field)}|{placeholder(field)}").fill(**values) == "x|x"


def test_placeholders_come_through_markdown_and_addresses_unchanged():
    assert [placeholder(field) for field in FIELDS] == [f"chuxin-frame-{field}" for field in FIELDS]


def test_all_but_the_body_is_text():
    filled = Frame.of(FRAME).fill("""<b>&"'""", """<i>&"'""", "<u>", "<h1>&amp;</h1>")
    assert filled.count("&lt;b&gt;&amp;&quot;&#x27;") == 2
    assert "content='&lt;i&gt;&amp;&quot;&#x27;'" in filled
    assert "people/&lt;u&gt;/" in filled
    assert "<main><h1>&amp;</h1></main>" in filled


def test_what_is_filled_in_is_not_filled_again():
    names = [placeholder(field) for field in FIELDS]
    filled = Frame.of("<chuxin-frame-body|chuxin-frame-title|chuxin-frame-slug>").fill(*names[:3], body=" ".join(names))
    assert filled == f"<{' '.join(names)}|chuxin-frame-title|chuxin-frame-slug>"


def test_a_page_without_placeholders_is_itself():
    assert Frame.of("<p>chuxin-frame</p>").fill("a", "b", "c", "d") == "<p>chuxin-frame</p>"
    assert Frame.of("").fill("a", "b", "c", "d") == ""


@pytest.mark.parametrize(
    ("html", "tidied"),
    [
        ("a\n\nb", "a\nb"),
        ("a\n  \n\t\n\n b", "a\n b"),
        ("a\n\n\nb\n\nc", "a\nb\nc"),
        ("a\nb", "a\nb"),
        ("a\n  b", "a\n  b"),
        ("a  b", "a  b"),
        ("", ""),
    ],
)
def test_blank_lines_are_left_out(html, tidied):
    assert tidy(html) == tidied


@settings(deadline=None)
@given(st.lists(st.sampled_from(FIELDS) | st.text("<>ab- ", max_size=5), max_size=8))
def test_filling_is_replacing(pieces):
    page = "".join(placeholder(piece) if piece in FIELDS else piece for piece in pieces)
    values = {"title": "T", "description": "D", "slug": "S", "body": "<B>"}
    wanted = "".join(values.get(piece, piece) for piece in pieces)
    assert Frame.of(page).fill(**values) == wanted
