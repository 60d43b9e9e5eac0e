"""Hand-written pages as nobody should write them: every construct of Markdown inside of every other, then damaged."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

# What would run, lead away or break out, wherever it gets.
PAYLOADS = (
    "<script>window.ran=1</script>",
    '<script src="../evil.pdf"></script>',
    "<img src=x onerror=window.ran=1>",
    '<meta http-equiv="refresh" content="0;url=//evil.test">',
    '"><script>window.ran=1</script>',
    "' onclick='window.ran=1",
    '" onmouseover="window.ran=1',
    "<svg onload=window.ran=1>",
    "</div></section><style>*{display:none}</style>",
    "<base href=//evil.test>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<a href=javascript:window.ran=1>x</a>",
    "<math><mtext></table><mglyph><style><img src=x onerror=window.ran=1>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE x>",
    "<?php x ?>",
    "<textarea>",
    "<title>",
    "<noscript>",
    "<template>",
    "<plaintext>",
    "<form id=_content>",
    "<input name=x>",
    '<div data-chuxin-card="people/li"></div>',
    '<div data-chuxin-card="0-0"></div>',
    "<p class=cx-header style=x>",
    "\x02wzxhzdk:0\x03",
    "wzxhzdk:0",
    "\x02klzzwxh:0001\x03",
    "\x02amp\x03",
    "\x0247\x03",
    "&lt;script&gt;",
    "&#x3c;b&#x3e;",
    "&quot;",
    "&NewLine;",
    "&#0;",
    "&#xD800;",
    "&unknown;",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1b",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\u3000",
)
TARGETS = (
    "about.md",
    "../about.md#a",
    "guide/one.md",
    "a.png",
    "/about/",
    "/",
    "//evil.test/x",
    "/\\evil.test",
    "\\\\evil.test",
    "https://a.test/?a=1&b=2",
    "http://[::1]/",
    "http://[网址]",
    "https://a.cn？id=1",
    "https：//a.cn",
    "mailto:a@b.test",
    "javascript:window.ran=1",
    "JaVa\tScript:window.ran=1",
    "java&#115;cript:window.ran=1",
    "&#1;javascript:window.ran=1",
    "data:text/html,<script>parent.ran=1</script>",
    "vbscript:x",
    "record:people/li",
    "record:people/nobody",
    "record:",
    "record:../../x",
    "#a",
    "?x",
    "",
    "/.//evil.test",
    "\t//evil.test",
    "/\t/evil.test/x",
    "https:evil.test",
    "ftp://a.test",
    "a:b",
    "a/b:c",
    "blob:x",
    "file:///etc/passwd",
    "%6aavascript:x",
    "about.md?x=%22%3E",
    "x y",
    "中文.md",
    "about.md\x00",
)
LANGUAGES = ("", "yaml", "markdown", "html", "json", "sh", "python", "record", "records", "text", "x" * 30, "中", "*")
OPTIONS = (
    "{ .python id='x\"></div><script>window.ran=1</script>' }",
    "{.yaml #search-box .cx-header onclick=window.ran=1}",
    'title="<script>window.ran=1</script>"',
    'linenums="1"',
    'hl_lines="1-9999"',
    "{: #_content }",
    "{#a .b c=d}",
    "{",
    "=html",
)
# What references are called.
NAMES = ("a", "乙", "", "1")
WORDS = (
    "甲",
    "乙丙",
    "a",
    "_content",
    "search box",
    "filter-kind",
    "A.b",
    "1",
    "公司",
    "x" * 40,
    "!!",
    "[TOC]",
    "---",
    "...",
)
SIGNS = (
    *tuple("[]()!`~\\<>:&#\n \t\"'*_-+=|{}.0a中"),
    "```",
    "~~~",
    "](",
    "]: ",
    "    ",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "!!! note",
)


class Writer:
    """Writes pages, each after the last, from one seed."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)
        self._inlines: tuple[Callable[[int], str], ...] = (
            self._word,
            self._word,
            self._payload,
            self._emphasis,
            self._code,
            self._link,
            self._picture,
            self._reference,
            self._automatic,
            self._attributes,
            lambda depth: "  \n",
            lambda depth: "\\" + self._one(SIGNS),
        )
        self._blocks: tuple[Callable[[int], str], ...] = (
            self._paragraph,
            self._heading,
            self._quotation,
            self._list,
            self._fence,
            self._card,
            self._indented,
            self._table,
            self._note,
            self._definition,
            self._payload,
            lambda depth: self._one(("---", "***", "[TOC]", "===")),
        )

    def page(self) -> str:
        """Return the next page."""
        text = "\n\n".join(self._block(3) for _ in range(self._random.randint(1, 4)))
        return self._damaged(text) if self._random.random() < 0.4 else text

    def _one(self, choices: tuple):
        return self._random.choice(choices)

    def _inline(self, depth: int) -> str:
        if depth <= 0:
            return self._word(0)
        return "".join(self._one(self._inlines)(depth - 1) for _ in range(self._random.randint(1, 3)))

    def _block(self, depth: int) -> str:
        return self._one(self._blocks)(depth - 1) if depth > 0 else self._inline(1)

    def _indent(self, text: str, first: str, rest: str = "") -> str:
        return first + text.replace("\n", "\n" + (rest or first))

    def _word(self, depth: int) -> str:
        return self._one(WORDS)

    def _payload(self, depth: int) -> str:
        return self._one(PAYLOADS)

    def _emphasis(self, depth: int) -> str:
        mark = self._one(("*", "**", "_", "__", "***", "~~", "`*"))
        return mark + self._inline(depth) + mark

    def _code(self, depth: int) -> str:
        mark = "`" * self._random.randint(1, 3)
        return mark + self._inline(depth) + mark

    def _target(self, depth: int) -> str:
        target = self._one((*TARGETS, *TARGETS, self._one(PAYLOADS), self._block(depth)))
        return f"<{target}>" if self._random.random() < 0.3 else target

    def _title(self, depth: int) -> str:
        mark = self._one('"\'"')
        inside = self._one((self._inline, self._block, self._payload))(depth)
        return f" {mark}{inside}{mark}" if self._random.random() < 0.5 else ""

    def _link(self, depth: int) -> str:
        return f"[{self._inline(depth)}]({self._target(depth)}{self._title(depth)})"

    def _picture(self, depth: int) -> str:
        inside = self._block(depth) if self._random.random() < 0.2 else self._inline(depth)
        return f"![{inside}]({self._target(depth)}{self._title(depth)})"

    def _reference(self, depth: int) -> str:
        return f"{self._one(('', '!'))}[{self._inline(depth)}][{self._one(NAMES)}]"

    def _automatic(self, depth: int) -> str:
        return f"<{self._one((*TARGETS, 'a@b.test', 'a@b.test?x=<script>'))}>"

    def _attributes(self, depth: int) -> str:
        return self._one(OPTIONS)

    def _paragraph(self, depth: int) -> str:
        return self._inline(depth + 1)

    def _heading(self, depth: int) -> str:
        inside = self._inline(depth)
        underlined = f"{inside}\n{self._one(('===', '---'))}"
        return self._one((f"{'#' * self._random.randint(1, 7)} {inside} #", underlined, f"{self._block(depth)}\n==="))

    def _quotation(self, depth: int) -> str:
        return self._indent(self._block(depth), "> ", self._one(("> ", ">", "")))

    def _list(self, depth: int) -> str:
        mark = self._one(("- ", "* ", "+ ", "1. ", "-   ", "7) "))
        return "\n".join(self._indent(self._block(depth), mark, "    ") for _ in range(self._random.randint(1, 3)))

    def _fence(self, depth: int) -> str:
        mark = self._one(("```", "~~~", "````"))
        head = f"{mark}{self._one(('', ' '))}{self._one(LANGUAGES)} {self._one((*OPTIONS, '', '', ''))}"
        return f"{head}\n{self._block(depth)}\n{self._one((mark, mark, mark, ''))}"

    def _card(self, depth: int) -> str:
        key = self._one(("people/li", "people/li", "people/nobody", "", self._one(PAYLOADS), self._one(TARGETS)))
        return f"```record\n{key}\n```"

    def _indented(self, depth: int) -> str:
        return self._indent(self._block(depth), self._one(("    ", "\t")))

    def _table(self, depth: int) -> str:
        rows = "\n".join(
            f"| {self._inline(depth)} | {self._inline(depth)} |" for _ in range(self._random.randint(1, 2))
        )
        return f"| {self._inline(depth)} | {self._word(0)} |\n| {self._one(('---', ':-:', '--:'))} | --- |\n{rows}"

    def _note(self, depth: int) -> str:
        kind = self._one(("note", "warning", "cx-header", "note highlight", "md-overlay", self._one(PAYLOADS)))
        title = self._one(("", f' "{self._inline(depth)}"', ' ""'))
        return f"!!! {kind}{title}\n" + self._indent(self._block(depth), "    ")

    def _definition(self, depth: int) -> str:
        return f"[{self._one(NAMES)}]: {self._target(depth)}{self._title(depth)}"

    def _damaged(self, text: str) -> str:
        """Return a page with a few places cut out, doubled, moved or written over."""
        for _ in range(self._random.randint(1, 4)):
            start = self._random.randrange(len(text) + 1)
            end = min(len(text), start + self._random.choice((0, 1, 1, 3, 20)))
            put = self._one((self._one(SIGNS), "", text[start:end] * 2, self._one(PAYLOADS), text[end : end + 30]))
            text = text[:start] + put + text[end:]
        return text
