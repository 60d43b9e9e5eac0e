"""Styles that only newer browsers than Chromium 78 and Safari 12.1 understand.

A declaration that a browser does not know is skipped; a rule with one unknown selector is dropped, an unknown at-rule
too. So a newer declaration may stand behind one of the same property that is known, or where nothing is lost without
it: those are named in HARMLESS, with the reason. A newer selector may stand nowhere, but for :focus-visible, which may
in rules of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from . import known, newer_values
from .selectors import newer_in_prelude

FUNCTIONS = {"attr", "calc", "counter", "cubic-bezier", "hsl", "hsla", "inset", "linear-gradient", "minmax", "repeat",
             "rgb", "rgba", "rotate", "scale", "translate", "translatex", "translatey", "url", "var"}  # fmt: skip
UNITS = {"ch", "cm", "deg", "em", "ex", "fr", "mm", "ms", "pt", "px", "rem", "s", "vh", "vmax", "vmin", "vw"}
GAPS = {"gap", "row-gap", "column-gap"}
GRIDS = {"grid", "inline-grid"}
FOCUS_VISIBLE = ":focus-visible"

# By property, by (property, value) or by the name of a box in the margin of paper: why nothing is lost without it.
HARMLESS: dict[str | tuple[str, str], str] = {
    "-webkit-text-size-adjust": "the name that Safari knows text-size-adjust by",
    "-webkit-user-select": "the name that Safari knows user-select by",
    "text-size-adjust": "Safari knows it by its own name, which stands beside it",
    "user-select": "Safari knows it by its own name; without it one selects by hand",
    "text-spacing-trim": "punctuation stands a little wider",
    "text-decoration-thickness": "lines below links are a little thicker",
    "text-underline-offset": "lines below links are a little nearer",
    "color-scheme": "scroll bars stay light",
    "forced-color-adjust": "only with forced colours, which came later",
    "scroll-margin-left": "what a link leads to stands at the very edge",
    "scroll-margin-top": "what a link leads to stands at the very top",
    "size": "of @page: the printer's own paper",
    ("overflow-wrap", "anywhere"): "words break as on the rest of the page, and tables scroll",
    "-webkit-box-orient": "both know it: with -webkit-line-clamp only",
    "-webkit-line-clamp": "both know it by this name, and nobody by another",
    "-webkit-box-decoration-break": "the name that both know box-decoration-break by",
    "box-decoration-break": "both know it by another name, which stands beside it",
    ("break-after", "avoid"): "print only: a heading may end a page",
    ("break-before", "avoid"): "print only: a foot may begin a page",
    "@bottom-center": "print only: pages have no numbers",
}


@dataclass(frozen=True)
class _Block:
    """What stands between the braces of one rule."""

    content: list[Node]

    @property
    def declarations(self) -> list[Declaration]:
        return [node for node in self.content if node.type == "declaration"]

    def value_of(self, name: str) -> str:
        return " ".join(_text(node.value) for node in self.declarations if node.lower_name == name)


def newer_in_styles(styles: str) -> list[str]:
    """What a style sheet needs that the oldest browsers lack, as `line: what`."""
    rules = tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True)
    return [f"{node.source_line}: {what}" for rule in rules for node, what in _newer_in_rule(rule)]


def _newer_in_rule(rule: Node) -> Iterator[tuple[Node, str]]:
    if rule.type == "error":
        yield rule, f"what the parser cannot read: {rule.message}"
    elif rule.type == "qualified-rule":
        yield from ((rule, what) for what in _newer_in_selectors(rule))
        yield from _newer_in_block(_block(rule))
    elif rule.type == "at-rule":
        yield from _newer_in_at_rule(rule)


def _newer_in_at_rule(rule: AtRule) -> Iterator[tuple[Node, str]]:
    if rule.lower_at_keyword not in known("at_rules"):
        yield rule, f"@{rule.at_keyword}"
        return
    if rule.lower_at_keyword == "media":
        yield from ((rule, what) for what in _newer_in_media(rule.prelude))
    if rule.lower_at_keyword in ("media", "supports"):
        for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from _newer_in_rule(inner)
    elif rule.content is not None and rule.lower_at_keyword != "keyframes":
        yield from _newer_in_block(_block(rule))


def _newer_in_media(prelude: list[Node]) -> Iterator[str]:
    for block in (token for token in prelude if token.type == "() block"):
        feature = next((token for token in block.content if token.type == "ident"), None)
        name = feature.lower_value.removeprefix("min-").removeprefix("max-") if feature else ""
        if name not in known("media_features") or any(token in ("<", ">", "=") for token in block.content):
            yield f"@media ({_text(block.content)})"
    if any(token.type == "ident" and token.lower_value == "or" for token in prelude):
        yield "@media … or …"


def _newer_in_selectors(rule: QualifiedRule) -> Iterator[str]:
    selectors = _text(rule.prelude).split(",")
    stands_alone = all(FOCUS_VISIBLE in selector for selector in selectors)
    for what in newer_in_prelude(rule.prelude):
        if what != FOCUS_VISIBLE:
            yield what
        elif not stands_alone:
            yield f"{what} beside other selectors"


def _newer_in_block(block: _Block) -> Iterator[tuple[Node, str]]:
    fallbacks: set[str] = set()
    for node in block.content:
        if node.type == "error":
            yield node, f"what the parser cannot read: {node.message}"
            continue
        if node.type == "at-rule" and f"@{node.lower_at_keyword}" in HARMLESS:
            continue
        if node.type != "declaration":
            yield node, "a rule inside of a rule"
            continue
        found = list(_newer_in_declaration(node, block))
        if not found:
            fallbacks.add(node.lower_name)
        elif node.lower_name not in fallbacks:
            yield from ((node, what) for what in found)


def _newer_in_declaration(node: Declaration, block: _Block) -> Iterator[str]:
    name = node.lower_name
    if name in HARMLESS:
        return
    if name in GAPS and block.value_of("display") not in GRIDS:
        yield f"{name} outside of a grid"
    elif not name.startswith("--") and name not in known("properties"):
        yield f"the property {name}"
    yield from (f"{name}: {what}" for what in _newer_in_value(name, node.value))


def _newer_in_value(name: str, tokens: list[Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "function":
            if token.lower_name not in FUNCTIONS:
                yield f"{token.name}()"
            yield from _newer_in_value(name, token.arguments)
        elif token.type == "() block":
            yield from _newer_in_value(name, token.content)
        elif token.type == "dimension" and token.lower_unit not in UNITS:
            yield token.unit
        elif token.type == "ident" and _is_newer_keyword(name, token.lower_value):
            yield token.value


def _is_newer_keyword(name: str, value: str) -> bool:
    return value in newer_values().get(name, ()) and (name, value) not in HARMLESS


def _block(rule: Node) -> _Block:
    return _Block(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))


def _text(tokens: list[Node]) -> str:
    return tinycss2.serialize(tokens).strip()
