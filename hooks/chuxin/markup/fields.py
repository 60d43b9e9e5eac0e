"""Markdown in records' text fields → safe HTML.

Allowed are paragraphs, lists, emphasis and links; headings, quotations, pictures and code are not, so that a text
can neither disturb the page's outline nor look like a quotation. Raw HTML comes out escaped. A link leads to
http(s), mailto, a record (`record:people/li-binlu`) or an address of this site (`/about/`); anything else stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from .routes import record_route

# The scheme of a link to a record: record:people/li-binlu
RECORD = "record:"
_ALLOWED_TARGET = re.compile(rf"(?:https?://|mailto:|/(?!/)|{RECORD})")
_MARKS = re.compile(r"[\\`*_\[\]<>&!#~|\n]|^\s*[-+=]|^\s*\d+[.)]")
_SIMPLE_LINK = re.compile(r"\]\(([^\s()<>]+)\)")
_ESCAPED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
# Between two of these a line break in the source is no space on the page.
_WIDE = re.compile(r"[⺀-鿿豈-﫿︰-﹏＀-｠、-〿“”‘’—…·\U00020000-\U0003ffff]")


# A statement's text stands on its own page, on its meeting's, and in the search.
@lru_cache(maxsize=1 << 14)
def render_text(text: str, root: str) -> Markup:
    """Render a text field. `root` is the relative address of the site's root as seen from the page."""
    if not _MARKS.search(text):
        return Markup("<p>%s</p>\n") % text
    return Markup(_parser().render(text, {"root": root}))


def words(text: str, root: str) -> str:
    """Return the words of a text field as `render_text` shows them, a block in a line."""
    return plain_text(render_text(text, root)) if _MARKS.search(text) else text


def plain_text(html: str) -> str:
    """Return the words of HTML that Markdown made, a block in a line."""
    blocks = re.sub(r"</?(?:p|li|[uo]l|h\d|t[dhr]|pre|dt|dd|div)\b", "\n\\g<0>", " ".join(html.split()))
    lines = (line.strip() for line in re.sub(r"<[^>]*>", "", blocks).split("\n"))
    return unescape("\n".join(filter(None, lines)))


def may_link(text: str) -> bool:
    """Tell whether a text can hold links at all; most hold none."""
    return "](" in text or "<" in text


@dataclass(frozen=True)
class Links:
    """The links of a text that stay on this site: records as (kind, id), and addresses such as `/about/`."""

    records: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()


def links(text: str) -> Links:
    """Return a text's links to records and to addresses of this site, these without query and fragment.

    A record link without a slash has an empty kind.
    """
    if not may_link(text):
        return Links()
    tokens = (child for token in _parser().parse(text) for child in token.children or ())
    hrefs = (str(token.attrGet("href")) for token in tokens if token.type == "link_open")
    # Chinese in an address as it was typed; other escapes mean something.
    targets = [_ESCAPED.sub(lambda match: unquote(match[0]), href) for href in hrefs]
    return Links(
        tuple(split_record(target) for target in targets if target.startswith(RECORD)),
        tuple(re.split(r"[?#]", target)[0] for target in targets if target.startswith("/")),
    )


def likely_links(text: str) -> Links | None:
    """Return at least the links that `links` finds, a hundred times as fast; None when only that can tell."""
    if any(sign in text for sign in "<\\&%"):
        return None
    targets = _SIMPLE_LINK.findall(text)
    if len(targets) != text.count("]("):
        return None
    return Links(
        tuple(split_record(target) for target in targets if target.startswith(RECORD)),
        tuple(re.split(r"[?#]", target)[0] for target in targets if target.startswith("/")),
    )


def split_record(target: str) -> tuple[str, str]:
    """Split `record:people/li-binlu` into kind and id."""
    kind, _, identifier = target.removeprefix(RECORD).rpartition("/")
    return kind, identifier


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        """Tell whether a link may lead to an address."""
        return bool(_ALLOWED_TARGET.match(url))


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False})
    parser.disable(
        ["heading", "lheading", "blockquote", "fence", "code", "hr", "reference", "html_block", "image", "backticks"]
    )
    parser.core.ruler.push("drop_empty_links", _drop_empty_links)
    parser.core.ruler.push("join_wide_lines", _join_wide_lines)
    parser.add_render_rule("link_open", _link_open)
    return parser


def _link_open(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    target = str(tokens[index].attrGet("href"))
    if target.startswith(RECORD):
        target = env["root"] + record_route(*split_record(target))
    elif target.startswith("/"):
        target = env["root"] + target[1:]
    external = ' rel="noopener noreferrer"' if target.startswith("http") else ""
    return f'<a href="{escape(target)}"{external}>'


def _join_wide_lines(state: StateCore) -> None:
    """Drop line breaks between Chinese characters: there they are the editor's, not the reader's."""
    for token in state.tokens:
        # Emphasis and links begin and end between characters; they are no characters.
        children = [child for child in token.children or [] if child.content or child.type.endswith("break")]
        for before, line_break, after in zip(children, children[1:], children[2:], strict=False):
            wide = _WIDE.match(before.content[-1:]) and _WIDE.match(after.content[:1])
            if line_break.type == "softbreak" and wide:
                line_break.type, line_break.content = "text", ""


def _drop_empty_links(state: StateCore) -> None:
    """Leave `[text]()` as it was typed: it leads nowhere."""
    for token in state.tokens:
        inside = False
        for child in token.children or []:
            if child.type == "link_open" and child.attrGet("href") == "":
                inside = True
                child.type, child.tag, child.nesting, child.content = "text", "", 0, "["
            elif child.type == "link_close" and inside:
                inside = False
                child.type, child.tag, child.nesting, child.content = "text", "", 0, "]()"
