"""Where in a page the targets of its links, pictures and cards stand."""

import pytest
from chuxin.prose import PageLink
from prose_pages import only_page, unmark

# What is written, with a mark at each target, and what the targets are.
FOUND = [
    ("没有", []),
    ("[甲](▲about.md)", [("link", "about.md")]),
    ("[甲]( ▲about.md )", [("link", "about.md")]),
    ("[甲](<▲about.md>)", [("link", "about.md")]),
    ('[甲](▲about.md "题")', [("link", "about.md")]),
    ("[甲](▲/about/?a#b)", [("link", "/about/?a#b")]),
    ("![图](▲a.png)", [("image", "a.png")]),
    ("[![图](▲a.png)](▲about.md)", [("image", "a.png"), ("link", "about.md")]),
    ("[](▲a.md)", [("link", "a.md")]),
    ("[甲[乙]丙](▲a.md)", [("link", "a.md")]),
    (r"[甲\]乙](▲a.md)", [("link", "a.md")]),
    ("[甲\n乙](▲a.md)", [("link", "a.md")]),
    ("[甲](▲a.md)[乙](▲b.md)\n\n[丙](▲c.md)", [("link", "a.md"), ("link", "b.md"), ("link", "c.md")]),
    ("[甲]: a.md\n", []),
    ("[甲]: ▲a.md\n\n[甲]\n", [("link", "a.md")]),
    ("  [甲]: <▲a.md> '题'\n\n[甲]\n", [("link", "a.md")]),
    ("[甲](▲record:people/li)", [("link", "record:people/li")]),
    ("# [甲](▲a.md)", [("link", "a.md")]),
    ("- [甲](▲a.md)\n\n    [乙](▲b.md)", [("link", "a.md"), ("link", "b.md")]),
    ("| 一 |\n| - |\n| [甲](▲a.md) |", [("link", "a.md")]),
    ("> [甲](▲a.md)", [("link", "a.md")]),
    ("😀[甲](▲a.md)", [("link", "a.md")]),
    # examples are no links
    ("`[甲](a.md)`", []),
    ("`` [甲](a.md) ` ``", []),
    ("```\n[甲](a.md)\n```\n[乙](▲b.md)", [("link", "b.md")]),
    ("~~~\n[甲](a.md)\n~~~\n", []),
    ("````md\n```record\npeople/li\n```\n[甲](a.md)\n````\n", []),
    ("```markdown\n[甲](a.md)\n\n[甲]: b.md\n```\n", []),
    ("- 一\n\n    ```\n    [甲](a.md)\n    ```\n", []),
    ("`甲` [乙](▲b.md) `丙`", [("link", "b.md")]),
    ("`甲\n\n[乙](▲b.md) `丙", [("link", "b.md")]),
    # cards
    ("▲```record\npeople/li\n```\n", [("card", "people/li")]),
    ("▲~~~ record\npeople/li\n~~~\n", [("card", "people/li")]),
    ("▲```  record  \n\n  people/li  \n\n```\n", [("card", "people/li")]),
    ("▲````record\npeople/li\n````\n", [("card", "people/li")]),
    ("一\n\n▲```record\npeople/li\n```\n\n[乙](▲b.md)", [("card", "people/li"), ("link", "b.md")]),
    ("```records\npeople/li\n```\n", []),
    ("▲```record\n```\n", [("card", "")]),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
@pytest.mark.parametrize("front", ["", "---\ntitle: 题\n---\n"])
def test_finds_links_pictures_and_cards(folder, text, wanted, front):
    text, spans = unmark(front + text, "docs/about.md")
    page = only_page(folder, text)
    assert [(target.kind, target.text) for target in page.targets] == wanted
    assert [page.source.span_at(target.start) for target in page.targets] == spans
    for target in page.targets:
        if target.kind != "card":
            assert text[target.start :].startswith(target.text)


def test_a_card_begins_with_its_fence(folder):
    page = only_page(folder, "一\n\n```record\npeople/li\n```\n\n二\n")
    assert page.targets == (PageLink("card", "people/li", 3),)
