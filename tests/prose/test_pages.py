"""Hand-written pages: what is read of one, every mistake at its exact place, and what becomes of links and cards."""

from pathlib import Path

import pytest
from chuxin.problems.problems import Span, errors
from chuxin.problems.typed import MAX_CHARACTERS
from chuxin.prose import read_pages
from chuxin.prose.extensions import convert
from chuxin.site.site import read_site
from chuxin.words.dates import PartialDate
from lxml import html
from prose_pages import only_page, problems_of, write
from sites import SAMPLE, build

READ = [
    ("正文\n", None, None, None),
    ("", None, None, None),
    ("---\ntitle: 题\n---\n正文\n", "题", None, None),
    ("---\ntitle: 题\ndate: 2032-03-01\ndescription: 说\n---\n正文\n", "题", PartialDate(2032, 3, 1), "说"),
    ("---\ntitle: 2023\n...\n正文\n", "2023", None, None),
    ("---  \ntitle: 题\n---  \n正文\n", "题", None, None),
    ("---\r\ntitle: 题\r\n---\r\n正文\r\n", "题", None, None),
    ("\ufeff---\ntitle: 题\n---\n正文\n", "题", None, None),
    ("---\ntitle: 题\n---", "题", None, None),
    ("---\ntitle: no\n---\n---\ntitle: x\n---\n", "no", None, None),
    ("正文\n---\ntitle: x\n---\n", None, None, None),
    ("\n---\ntitle: x\n---\n", None, None, None),
    ("---\n---\n正文\n", None, None, None),
    ("----\n正文\n", None, None, None),
]


@pytest.mark.parametrize(("text", "title", "date", "description"), READ)
def test_reads_the_front_matter(folder, text, title, date, description):
    page = only_page(folder, text)
    assert (page.title, page.date, page.description) == (title, date, description)
    assert problems_of(folder) == []


@pytest.mark.parametrize(
    ("path", "route", "is_article"),
    [
        ("index.md", "", False),
        ("about.md", "about/", False),
        ("README.md", "", False),
        ("guide/index.md", "guide/", False),
        ("guide/README.md", "guide/", False),
        ("guide/one.md", "guide/one/", False),
        ("guide/my-index.md", "guide/my-index/", False),
        ("guide/a/b.md", "guide/a/b/", False),
        ("news/x.md", "news/x/", True),
        ("news/2032/x.md", "news/2032/x/", True),
        ("newspaper.md", "newspaper/", False),
    ],
)
def test_a_page_has_its_address(folder, path, route, is_article):
    page = only_page(folder, "---\ntitle: 题\ndate: 2032\n---\n", path)
    assert (page.path, page.route, page.is_article, page.source.path) == (path, route, is_article, f"docs/{path}")


def test_pages_are_read_in_the_order_of_their_names(folder):
    write(folder, {name: "" for name in ["b.md", "a.md", "z/a.md", "c/b.md", ".hidden.md", ".git/a.md", "a.png"]})
    assert [page.path for page in read_pages(folder)[0]] == ["a.md", "b.md", "c/b.md", "z/a.md"]


def test_the_records_of_a_page_each_once(folder):
    card = "\n\n```record\nmeetings/2031\n```\n\n"
    text = f"[甲](record:people/li)[乙](/people/li/)[丙](about.md){card}[丁](record:people/li)"
    assert only_page(folder, text).records == [("people", "li"), ("meetings", "2031")]


def test_a_broken_front_matter_is_located(folder):
    write(folder, {"about.md": "---\ntitle: 题: 二\n---\n"})
    assert [(problem.span, problem.code) for problem in problems_of(folder)] == [(Span("docs/about.md", 2, 9), "E118")]


def test_a_page_that_is_not_utf8_is_located(folder):
    write(folder, {"about.md": "一\n二".encode() + b"\xff", "b.md": "\ufeff一".encode() + b"\xff"})
    assert [(problem.span, problem.code) for problem in problems_of(folder)] == [
        (Span("docs/about.md", 2, 2), "E101"),
        (Span("docs/b.md", 1, 2), "E101"),
    ]


def test_a_page_too_long_is_not_cut_in_silence(folder):
    write(folder, {"about.md": "一二三\n" * (2 * MAX_CHARACTERS) + "[甲](nope.md)"})
    assert problems_of(folder) != []


@pytest.mark.parametrize("text", ["- " * 2000 + "一", "1. " * 1000 + "一", "*" * 3000 + "一" + "*" * 3000])
def test_a_page_that_nests_too_deep_is_reported(folder, text):
    write(folder, {"about.md": text})
    assert [problem.span.path for problem in problems_of(folder)] == ["docs/about.md"]


@pytest.mark.parametrize("text", ["> " * 51 + "一", ">" * 51, "- > " * 26 + "一", "1. " * 51 + "一"])
def test_what_begins_more_than_fifty_lists_and_quotations_is_refused(folder, text):
    write(folder, {"about.md": text, "index.md": text.replace("> ", "", 1).replace(">", "", 1).replace("1. ", "", 1)})
    assert [(one.span.path, one.code) for one in problems_of(folder)] == [("docs/about.md", "E410")]


@pytest.mark.parametrize("text", ["- " * 200, "* " * 200, "-" * 300])
def test_a_rule_may_be_as_long_as_it_is(folder, text):
    assert "<hr" in only_page(folder, text).document.html


@pytest.mark.parametrize("text", ["‹![公司]>", "<![公司]>", "<!", "<?", "# " + "*a **b " * 250, "[甲]: <![公司]>"])
def test_no_text_is_too_much_for_the_program(folder, text):
    write(folder, {"about.md": text})
    assert {problem.code for problem in problems_of(folder)} <= {"E410"}


def test_a_fault_of_the_program_names_its_page(folder, monkeypatch):
    monkeypatch.setattr("chuxin.prose.pages.convert", lambda text: 1 / 0)
    write(folder, {"about.md": "甲", "index.md": "乙"})
    assert [(one.span.path, one.code) for one in problems_of(folder)] == [
        ("docs/about.md", "E134"),
        ("docs/index.md", "E134"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("正文", "正文"),
        ("---\ntitle: 题\n---\n正文\n", "正文\n"),
        ("---\n---\n正文", "正文"),
        ("----\n正文", "----\n正文"),
    ],
)
def test_the_text_without_front_matter_is_converted(folder, text, wanted):
    assert only_page(folder, text).document == convert(wanted)


HOSTILE = """'"></title><img src=x onerror=y><script>alert(1)</script>'"""


def built(pages: Path, route: str) -> html.HtmlElement:
    done = build(pages.parent / "site", SAMPLE, pages)
    assert done.returncode == 0, done.stdout + done.stderr
    return html.fromstring((pages.parent / "site" / route / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("name", ["hostile.md", "news/hostile.md"])
def test_front_matter_is_text(pages, name):
    front = f"---\ntitle: {HOSTILE}\ndescription: {HOSTILE}\ndate: 2032-05-01\n---\n"
    write(pages, {name: f"{front}\n# {HOSTILE[1:-1]}\n\n正文\n"})
    write(pages, {"plain.md": "正文\n"})
    page = built(pages, name.removesuffix(".md"))
    assert page.xpath("//*[@onerror] | //script[contains(., 'alert')]") == []
    assert page.xpath("//meta[@name='description']/@content") == [HOSTILE[1:-1]]


def test_front_matter_is_the_heading_of_a_page_without_one(pages):
    write(pages, {"hostile.md": f"---\ntitle: {HOSTILE}\n---\n正文\n"})
    page = built(pages, "hostile")
    assert page.xpath("//*[@onerror] | //script[contains(., 'alert')]") == []
    assert [heading.text_content().strip() for heading in page.xpath("//h1")] == [HOSTILE[1:-1]]


@pytest.mark.parametrize("text", ["chuxin-card-foo/bar", "chuxin-card-people/nobody", "chuxin-card-settings/x"])
def test_what_looks_like_a_card_stays_text(pages, text):
    write(pages, {"about.md": f"---\ntitle: 关于\n---\n\n{text}\n"})
    assert text in built(pages, "about").text_content()


def test_a_card_in_a_note_leaves_the_rest_as_it_is(pages):
    text = "!!! note\n    一\n\n    ```record\n    people/jia-yiming\n    ```\n\n    二\n"
    write(pages, {"about.md": f"---\ntitle: 关于\n---\n\n{text}"})
    page = built(pages, "about")
    assert page.xpath("//article//pre") == []
    assert len(page.xpath("//article//*[contains(@class, 'cx-card') and .//a[contains(@href, 'jia-yiming')]]")) == 1


def test_a_folder_called_templates_is_a_folder_like_others(pages):
    write(pages, {"templates/one.md": "# 一\n\n[关于](../about.md)\n", "about.md": "[一](templates/one.md)\n"})
    assert built(pages, "templates/one").xpath("//article//p/a/@href") == ["../../about/"]


def test_a_page_without_a_title_is_called_something(folder):
    link = "[甲](record:people/jia-yiming)"
    write(folder, {"index.md": link, "guide.md": f"# 指南\n\n{link}", "about.md": ""})
    site, problems = read_site(SAMPLE, folder)
    assert errors(problems) == []
    assert [one.route for one in site.mentions["people", "jia-yiming"]] == ["guide/", ""]
    assert all(one.text.strip() for one in site.mentions["people", "jia-yiming"])
