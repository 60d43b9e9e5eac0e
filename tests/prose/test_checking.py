"""Hand-written pages: every mistake at its exact place, and what is left in peace."""

from pathlib import Path

import pytest
from chuxin.problems.typed import SourceText
from chuxin.prose import check_pages
from chuxin.prose.pages import page_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from prose_pages import TARGETS, html_of, no_file, problems_of, said, unmark, write

ADDRESS_HINT = "地址以 / 开头，以 / 结尾，例如 /about/"


LINK_HINT = "写成 种类/编号，例如 organizations/quyang-hospital"


FIELDS_HINT = "每行写成 “字段: 内容”"


def no_article(field: str):
    return ("E401", f"动态的文件头缺少 “{field}”", "")


def occupied(section: str):
    return ("E402", f"/{section}/ 下的页面由程序生成，不能另放一页", "请换一个文件夹")


def no_target(address: str):
    return ("E406", f"不能指向 {address}", "链接只能指向 http(s)、mailto 或本站")


def no_picture(address: str):
    return ("E406", f"不能指向 {address}", "图片只能放在本站")


def no_address(address: str):
    return ("E306", f"本站没有 {address} 这个地址", ADDRESS_HINT)


def no_record(written: str, hint: str = ""):
    return ("E307", f"找不到记录 “{written}”", hint)


OPEN = ("E405", "文件头以 --- 开始，却没有以 --- 结束", "")


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
    (
        "news/list/y2032.md",
        "▲---\ntitle: 题\ndate: 2032\n---\n",
        [("E402", "/news/list/ 由程序使用，不能另放文件", "请换一个文件夹")],
    ),
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


def test_two_pages_cannot_have_one_address(folder):
    write(folder, {"guide.md": "一", "guide/index.md": "二"})
    assert [problem.span.path for problem in problems_of(folder)] in (["docs/guide.md"], ["docs/guide/index.md"])


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


@settings(deadline=None)
@given(st.text("ab中[]()!`~\\<>:/-\n #.", max_size=60))
def test_whatever_a_page_says_is_read_and_judged(text):
    page, problems = page_of(SourceText("about.md", text), "about.md")
    if page is None:
        assert problems
        return
    assert all(0 <= target.start <= len(text) for target in page.targets)
    assert {problem.span.path for problem in check_pages([page], Path("nowhere"), TARGETS)} <= {"about.md"}


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
