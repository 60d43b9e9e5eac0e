"""Hand-written pages: what is read of one, every mistake at its exact place, and what becomes of links and cards."""

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cases import UPLOADS
from chuxin.checks.catalogue import Catalogue
from chuxin.markup.routes import index_route
from chuxin.problems.problems import Problem, Span, display_path, errors
from chuxin.problems.typed import MAX_CHARACTERS, SourceText
from chuxin.prose import Page, PageLink, check_pages, finished, read_pages, rendered
from chuxin.prose.cleaning import clean
from chuxin.prose.extensions import convert
from chuxin.prose.pages import page_of
from chuxin.prose.resolving import resolve
from chuxin.records.kinds import SECTIONS
from chuxin.site.site import read_site
from chuxin.words.dates import PartialDate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from making import directory
from sites import SAMPLE, build

# Stands in a page before the character that a span is expected to name.
MARK = "▲"

KEYS = frozenset({("people", "li"), ("meetings", "2031"), ("statements", "2031-li"), ("organizations", "a-b-2")})
ADDRESSES = {"", "about/", "guide/", "guide/one/", *(index_route(section) for section in SECTIONS)}
TARGETS = Catalogue(KEYS, frozenset(ADDRESSES), directory())

ADDRESS_HINT = "地址以 / 开头，以 / 结尾，例如 /about/"
LINK_HINT = "写成 种类/编号，例如 organizations/quyang-hospital"
PAGE_HINT = "写页面的文件名（例如 about.md）或本站地址（例如 /about/）"
FIELDS_HINT = "每行写成 “字段: 内容”"


def no_article(field: str):
    return ("E401", f"动态的文件头缺少 “{field}”", "")


def occupied(section: str):
    return ("E402", f"/{section}/ 下的页面由程序生成，不能另放一页", "请换一个文件夹")


def no_target(address: str):
    return ("E406", f"不能指向 {address}", "链接只能指向 http(s)、mailto 或本站")


def no_picture(address: str):
    return ("E406", f"不能指向 {address}", "图片只能放在本站")


def no_file(path: str):
    return ("E407", f"找不到 “{path}”", PAGE_HINT)


def no_address(address: str):
    return ("E306", f"本站没有 {address} 这个地址", ADDRESS_HINT)


def said(problems: list[Problem]) -> list[tuple[Span, str, str]]:
    """Return what is said where; what problems hint at is in `mistakes/`."""
    return sorted((problem.span, problem.code, problem.message) for problem in problems)


def no_record(written: str, hint: str = ""):
    return ("E307", f"找不到记录 “{written}”", hint)


LINK = ("E121", "这里不能有链接", "")
TYPE = ("E403", "这里只能放 Markdown 页面（.md）、图片和 .pdf、.csv 文件", "")
NAME = ("E404", "文件名只用英文字母、数字、连字符和点", "")
OPEN = ("E405", "文件头以 --- 开始，却没有以 --- 结束", "")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A folder of pages that reports call `docs`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    return Path("docs")


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = content or UPLOADS.get(path.suffix.lower(), b"")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def problems_of(folder: Path) -> list[Problem]:
    pages, problems = read_pages(folder)
    return sorted({*problems, *check_pages(pages, folder, TARGETS)})


def only_page(folder: Path, text: str, name: str = "about.md") -> Page:
    write(folder, {name: text})
    pages, problems = read_pages(folder)
    assert problems == []
    assert len(pages) == 1
    return pages[0]


def unmark(text: str, path: str) -> tuple[str, list[Span]]:
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        before += part
    return before, spans


# --- what a page says of itself ---------------------------------------------------------------------------------------

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


# --- links and cards --------------------------------------------------------------------------------------------------

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


def test_the_records_of_a_page_each_once(folder):
    card = "\n\n```record\nmeetings/2031\n```\n\n"
    text = f"[甲](record:people/li)[乙](/people/li/)[丙](about.md){card}[丁](record:people/li)"
    assert only_page(folder, text).records == [("people", "li"), ("meetings", "2031")]


# --- mistakes ---------------------------------------------------------------------------------------------------------

# file, text with a mark at each expected place, what is said there
MISTAKES = [
    # articles
    ("news/x.md", "▲正文", [no_article("title"), no_article("date")]),
    ("news/x.md", "▲---\ntitle: 题\n---\n", [no_article("date")]),
    ("news/2032/x.md", "▲---\ndate: 2032\n---\n", [no_article("title")]),
    ("news/x.md", "---\ntitle: 题\ndate: ▲昨天\n---\n", [("E208", "日期要写成 2023-07-06、2023-07 或 2023", "")]),
    # what the program makes itself
    ("meetings.md", "▲", [occupied("meetings")]),
    ("meetings/x.md", "▲", [occupied("meetings")]),
    ("people/index.md", "▲", [occupied("people")]),
    ("statements/a/b.md", "▲一", [occupied("statements")]),
    ("timeline.md", "▲---\ntitle: 题\n---\n", [occupied("timeline")]),
    ("news.md", "▲", [occupied("news")]),
    ("news/index.md", "▲---\ntitle: 题\ndate: 2032\n---\n", [occupied("news")]),
    ("news/README.md", "▲---\ntitle: 题\ndate: 2032\n---\n", [occupied("news")]),
    # front matter
    ("about.md", "▲---\ntitle: 题\n", [OPEN]),
    ("about.md", "▲---\n\n正文\n", [OPEN]),
    ("about.md", "---\ntitle: 题\n▲tags: [a]\n---\n", [("E202", "这里没有 “tags” 这个字段", "")]),
    ("about.md", "---\ntitle: ▲[题]\n---\n", [("E205", "“title” 应当是一段文字", "")]),
    ("about.md", "---\ntitle: 一\n▲title: 二\n---\n", [("E111", "字段 “title” 写了两次", "请删去一个")]),
    (
        "about.md",
        "---\ntitle: ▲&x 题\n---\n",
        [("E107", "记录里不用 & 和 * 开头的写法", "要写这个符号，请给整句加引号")],
    ),
    ("about.md", "---\n▲- title\n---\n", [("E203", "整份文件应当是若干个字段", FIELDS_HINT)]),
    # links to records
    ("about.md", "[甲](▲record:people/wu)", [no_record("people/wu")]),
    ("about.md", "---\ntitle: 题\n---\n\n见[甲](▲record:people/wu)。", [no_record("people/wu")]),
    ("about.md", "[甲](▲record:statements/2031-wu)", [no_record("statements/2031-wu")]),
    ("about.md", "[甲](▲record:persons/li)", [no_record("persons/li", LINK_HINT)]),
    ("about.md", "[甲](▲record:li)", [no_record("li", LINK_HINT)]),
    ("about.md", "[甲](▲record:people/li#a)", [no_record("people/li#a")]),
    ("about.md", "[甲](▲record:)", [no_record("", LINK_HINT)]),
    ("about.md", "[甲]\n\n[甲]: ▲record:people/wu", [no_record("people/wu")]),
    ("about.md", "![甲](▲record:people/wu)", [no_file("record:people/wu")]),
    ("about.md", "一\n\n```record\n▲people/wu\n```\n", [no_record("people/wu")]),
    ("about.md", "~~~record\n\n  ▲wu\n~~~\n", [no_record("wu", LINK_HINT)]),
    ("about.md", "▲```record\n```\n", [no_record("", LINK_HINT)]),
    (
        "about.md",
        "[甲](▲record:people/wu)和[甲](▲record:people/wu)",
        [no_record("people/wu"), no_record("people/wu")],
    ),
    # addresses of this site
    ("about.md", "[甲](▲/nope/)", [no_address("/nope/")]),
    ("about.md", "[甲](▲/about)", [no_address("/about")]),
    ("about.md", "[甲](▲/about.md)", [no_address("/about.md")]),
    ("about.md", "[甲](▲/people/wu/)", [no_address("/people/wu/")]),
    ("about.md", "[甲](▲/nope/?a#b)", [no_address("/nope/")]),
    ("about.md", "[甲](▲/\\evil.org/)", [no_address("/\\evil.org/")]),
    # files
    ("about.md", "[甲](▲nope.md)", [no_file("nope.md")]),
    ("about.md", "[甲](▲nope.md#a)", [no_file("nope.md")]),
    ("about.md", "[甲](▲nope/)", [no_file("nope/")]),
    ("about.md", "![图](▲nope.png)", [no_file("nope.png")]),
    ("guide/one.md", "[甲](▲about.md)", [no_file("about.md")]),
    ("about.md", "[甲](▲../outside.md)", [no_file("../outside.md")]),
    ("about.md", "![甲](▲../outside.png)", [no_file("../outside.png")]),
    ("guide/one.md", "[甲](▲../../outside.md)", [no_file("../../outside.md")]),
    ("guide/one.md", "[甲](▲../../docs/about.md)", [no_file("../../docs/about.md")]),
    ("about.md", "[甲](▲java&#115;cript:x)", [no_target("javascript:x")]),
    # other schemes
    ("about.md", "[甲](▲javascript:alert)", [no_target("javascript:alert")]),
    ("about.md", "[甲](▲JAVASCRIPT:x)", [no_target("JAVASCRIPT:x")]),
    ("about.md", "[甲](▲data:text/html,x)", [no_target("data:text/html,x")]),
    ("about.md", "[甲](▲vbscript:x)", [no_target("vbscript:x")]),
    ("about.md", "[甲](▲//evil.org/)", [no_target("//evil.org/")]),
    ("about.md", "[甲](▲ftp://a.org/)", [no_target("ftp://a.org/")]),
    ("about.md", "[甲](▲https:evil.org)", [no_target("https:evil.org")]),
    ("about.md", "[甲]: ▲javascript:x\n\n[甲]", [no_target("javascript:x")]),
    ("about.md", "[甲]:\n▲javascript:x\n\n[甲]", [no_target("javascript:x")]),
    ("about.md", "[甲](<▲javascript:x>)", [no_target("javascript:x")]),
    # pictures stand on this site
    ("about.md", "![图](▲https://a.org/a.png)", [no_picture("https://a.org/a.png")]),
    ("about.md", "![图](▲//a.org/a.png)", [no_picture("//a.org/a.png")]),
    ("about.md", "![图](▲data:image/png,x)", [no_picture("data:image/png,x")]),
    ("about.md", "![图](▲mailto:a@b.c)", [no_picture("mailto:a@b.c")]),
    ("about.md", "![图][甲]\n\n[甲]: ▲https://a.org/a.png", [no_picture("https://a.org/a.png")]),
    # a page is no picture
    ("about.md", "![图](▲record:people/li)", None),
    ("about.md", "![图](▲/about/)", None),
    ("about.md", "![图](▲about.md)", None),
    # several
    (
        "news/x.md",
        "▲[甲](▲nope.md)![乙](▲x:y)",
        [no_article("title"), no_article("date"), no_file("nope.md"), no_picture("x:y")],
    ),
]


@pytest.mark.parametrize(
    ("name", "text", "wanted"), MISTAKES, ids=lambda part: part[:30] if isinstance(part, str) else ""
)
def test_reports_at_the_exact_place(folder, name, text, wanted):
    text, spans = unmark(text, f"docs/{name}")
    write(folder, {"about.md": "", "index.md": "", "guide/index.md": "", name: text})
    write(folder.parent, {"outside.md": "", "outside.png": ""})
    found = problems_of(folder)
    if wanted is None:
        assert [problem.span for problem in found] == spans
        return
    # What two marks say of one place stands there twice.
    spans = [spans[0]] * (len(wanted) - len(spans)) + spans
    assert said(found) == sorted((span, *words[:2]) for span, words in zip(spans, wanted, strict=True))


def test_a_broken_front_matter_is_located(folder):
    write(folder, {"about.md": "---\ntitle: 题: 二\n---\n"})
    assert [(problem.span, problem.code) for problem in problems_of(folder)] == [(Span("docs/about.md", 2, 9), "E118")]


def test_a_page_that_is_not_utf8_is_located(folder):
    write(folder, {"about.md": "一\n二".encode() + b"\xff", "b.md": "\ufeff一".encode() + b"\xff"})
    assert [(problem.span, problem.code) for problem in problems_of(folder)] == [
        (Span("docs/about.md", 2, 2), "E101"),
        (Span("docs/b.md", 1, 2), "E101"),
    ]


SOUND = [
    "[甲](record:people/li)、[乙](record:meetings/2031)、[丙](record:statements/2031-li)、[丁](record:organizations/a-b-2)",
    "[甲](/)、[乙](/about/)、[丙](/guide/one/)、[丁](/meetings/)、[戊](/people/li/)、[己](/statements/2031-li/#x)",
    "[甲](about.md)、[乙](./about.md)、[丙](guide/one.md#x)、[丁](guide/../index.md)、[戊](a.png)、[己](a.md?x)",
    "[甲](https://example.org/nope)、[乙](http://a)、[丙](mailto:a@example.org)、[丁](#nope)",
    "![甲](a.png)、![乙](guide/b.png)",
    "[甲](../guide/)、[乙](../meetings/)、[丙](../people/li/)",
    "```record\npeople/li\n```\n\n~~~record\nmeetings/2031\n~~~",
    "`[甲](nope.md)`\n\n```\n[甲](javascript:x)\n```",
    "<b>一</b> <https://example.org/> [不是链接] (nope.md)",
]


@pytest.mark.parametrize("text", SOUND, ids=lambda text: text[:30])
def test_leaves_in_peace(folder, text):
    write(folder, {"a.md": text, "about.md": "", "index.md": "", "guide/one.md": "", "a.png": "", "guide/b.png": ""})
    assert problems_of(folder) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.html", TYPE),
        ("a.js", TYPE),
        ("a.css", TYPE),
        ("a.yml", TYPE),
        ("a.txt", TYPE),
        ("a.markdown", TYPE),
        ("a", TYPE),
        ("a.md.bak", TYPE),
        ("guide/a.htm", TYPE),
        ("a.MD", TYPE),
        ("中文.md", NAME),
        ("a b.md", NAME),
        ("a_b.png", None),
        ("_a.md", NAME),
        ("-a.md", NAME),
        ("a#b.md", NAME),
        ("a%20b.png", NAME),
        ("a?.pdf", NAME),
        ("a\nb.md", NAME),
        ("guide/é.png", NAME),
        ("a.md", None),
        ("A-b.2.png", None),
        ("a.PNG", None),
        ("a.jpg", None),
        ("a.jpeg", None),
        ("a.webp", None),
        ("a.gif", None),
        ("a.pdf", None),
        ("a.csv", None),
    ],
)
def test_only_some_files_may_lie_here(folder, name, wanted):
    write(folder, {name: ""})
    assert said(problems_of(folder)) == ([(Span(display_path(f"docs/{name}")), *wanted[:2])] if wanted else [])


@pytest.mark.parametrize("name", ["a b", "中文", "a#b", "a?b", "a%20b", "_a", "a/b c"])
def test_folders_have_plain_names_too(folder, name):
    write(folder, {f"{name}/x.md": ""})
    problems = problems_of(folder)
    assert [problem.code for problem in problems] == ["E404"]
    assert problems[0].span.path.startswith(f"docs/{name}")


def test_a_picture_cannot_run_scripts(folder):
    write(folder, {"a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'})
    assert [problem.span.path for problem in problems_of(folder)] == ["docs/a.svg"]


def test_links_are_refused_and_not_followed(folder, tmp_path):
    write(tmp_path / "outside", {"a.md": "[甲](nope.md)", "b.png": ""})
    write(folder, {"about.md": ""})
    (folder / "a.md").symlink_to(tmp_path / "outside" / "a.md")
    (folder / "b.png").symlink_to(tmp_path / "outside" / "b.png")
    (folder / "c.md").symlink_to("about.md")
    (folder / "d").symlink_to(tmp_path / "outside")
    (folder / "e.md").symlink_to("nowhere")
    (folder / ".f").symlink_to(tmp_path / "outside")
    names = ["a.md", "b.png", "c.md", "d", "e.md"]
    assert said(problems_of(folder)) == [(Span(f"docs/{name}"), *LINK[:2]) for name in names]
    assert [page.path for page in read_pages(folder)[0]] == ["about.md"]


@pytest.mark.parametrize("name", ["a.md", "a.png", "pipe"])
def test_a_pipe_is_no_page(folder, name):
    os.mkfifo(folder / name)
    assert said(problems_of(folder)) == [(Span(f"docs/{name}"), *TYPE[:2])]


def test_a_folder_named_like_a_page_is_a_folder(folder):
    write(folder, {"x.md/a.md": "[甲](nope.md)"})
    assert said(problems_of(folder)) == [(Span("docs/x.md/a.md", 1, 5), *no_file("nope.md")[:2])]


def test_two_pages_cannot_have_one_address(folder):
    write(folder, {"guide.md": "一", "guide/index.md": "二"})
    assert [problem.span.path for problem in problems_of(folder)] in (["docs/guide.md"], ["docs/guide/index.md"])


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


def test_a_missing_folder_of_pages_is_reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [problem.span.path for problem in read_pages(Path("nowhere"))[1]] == ["nowhere"]


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


def test_a_folder_that_cannot_be_read_is_reported(folder, monkeypatch):
    write(folder, {"about.md": "", "guide/one.md": "", "guide/deep/two.md": ""})
    scandir = os.scandir

    def closed(path):
        if str(path).endswith(("guide", "deep")):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    pages, problems = read_pages(folder)
    assert [page.path for page in pages] == ["about.md"]
    assert [(one.span.path, one.code) for one in problems] == [("docs/guide", "E123")]


def test_a_file_that_cannot_be_looked_at_is_reported(folder, monkeypatch):
    write(folder, {"about.md": "", "a.png": ""})

    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_symlink", closed)
    assert [(one.span.path, one.code) for one in read_pages(folder)[1]] == [
        ("docs/a.png", "E123"),
        ("docs/about.md", "E123"),
    ]


# An address, and whether it can be read.
WEB_ADDRESSES = [
    ("https://a.cn？id=1", False),
    ("https://a.cn：8080/", False),
    ("https://a.cn／b", False),
    ("https：//a.cn/", False),
    ("https:／／a.cn/", False),
    ("ｈttps://a.cn/", False),
    ("https://a。cn/", False),
    ("http://[网址]", False),
    ("http://[网址", False),
    ("https:///a", False),
    ("https://", False),
    ("https://?a", False),
    ("https://a.cn:端口/", False),
    ("https://a.cn:99999/", False),
    ("https://a.cn/b？c", True),
    ("https://a.cn/b#：", True),
    ("https://例子.中国/", True),
    ("https://a.cn:8080", True),
    ("http://[::1]/", True),
    ("HTTPS://a.cn", None),
]


@pytest.mark.parametrize(("address", "is_good"), WEB_ADDRESSES)
def test_a_web_address_that_no_browser_reads_is_reported(folder, address, is_good):
    write(folder, {"about.md": f"[甲](<{address}>)"})
    codes = [problem.code for problem in problems_of(folder)]
    assert codes == (["E406"] if is_good is None else [] if is_good else ["E411"])


DISGUISED = [
    "[甲](java&#115;cript:x)",
    "[甲](javascript&colon;x)",
    "[甲](&#106;avascript:x)",
    "[甲](`javascript:x`)",
    "[甲](< javascript:x>)",
    "[甲](<java\nscript:x>)",
    "[甲](java\tscript:x)",
    "[甲](\x01javascript:x)",
    "[甲](&#1;javascript:x)",
    "[甲](&Tab;javascript:x)",
    "[甲](java&NewLine;script:x)",
    "<ftp://evil.org>",
    "![甲](/&#47;evil.org/x.png)",
    "![甲](/\\evil.org/x.png)",
    "![甲](\\\\\\\\evil.org/x.png)",
    "![甲][乙]\n\n[乙]: //evil.org/x.png",
]


@pytest.mark.parametrize("text", DISGUISED)
def test_an_address_in_disguise_is_reported(folder, text):
    write(folder, {"about.md": text})
    assert [problem.code for problem in problems_of(folder)] in (["E406"], ["E407"], ["E306"])


# --- what becomes of links and cards ----------------------------------------------------------------------------------


def card(kind: str, identifier: str) -> str:
    return f"<{kind}|{identifier}>"


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


@settings(deadline=None)
@given(st.text("ab中[]()!`~\\<>:/-\n #.", max_size=60))
def test_whatever_a_page_says_is_read_and_judged(text):
    page, problems = page_of(SourceText("about.md", text), "about.md")
    if page is None:
        assert problems
        return
    assert all(0 <= target.start <= len(text) for target in page.targets)
    assert {problem.span.path for problem in check_pages([page], Path("nowhere"), TARGETS)} <= {"about.md"}


def html_of(text: str) -> str:
    """Return the clean HTML of a page's Markdown, its addresses as they were typed."""
    return clean(convert(text), lambda address: address)


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


# --- the check and what is rendered see the same links ----------------------------------------------------------------

# Each holds a link or a picture to `nope.md` where it is easily overlooked.
HIDDEN = [
    "[甲 [乙 [丙] 丁] 戊](nope.md)",
    "[甲\\\n乙](nope.md)",
    "\\`[甲](nope.md)\\`",
    "```\n[甲](nope.md)",
    "一\n\n~~~\n[甲](nope.md)\n",
    "!!! note\n\n    [甲][乙]\n\n    [乙]: nope.md\n",
    "- 一\n\n    [乙]: nope.md\n\n    [甲][乙]",
    "\t```\n[甲](nope.md)\n\t```",
    "[]: nope.md\n\n[][]",
    "- `一\n- [甲](nope.md) `",
    "# `一\n[甲](nope.md) `",
    "| ` |\n| - |\n| [甲](nope.md) ` |",
    "![甲 [乙 [丙] 丁] 戊](nope.md)",
    "一\n    ```\n    二\n\n[甲](nope.md)\n    ```",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_rendered_as_a_link_is_checked(folder, text):
    tree = html.fromstring(f"<div>{html_of(text)}</div>")
    assert tree.xpath("//@href | //@src") == ["nope.md"]
    write(folder, {"about.md": text})
    assert [problem.code for problem in problems_of(folder)] == ["E407"]


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


# --- what MkDocs makes of it ------------------------------------------------------------------------------------------

HOSTILE = """'"></title><img src=x onerror=y><script>alert(1)</script>'"""


@pytest.fixture
def pages(tmp_path) -> Path:
    """The pages of the sample, to be built with its records."""
    return Path(shutil.copytree(SAMPLE / "docs", tmp_path / "docs"))


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
