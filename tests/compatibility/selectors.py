"""Selectors that only newer browsers than Chromium 78 and Safari 12.1 understand: their rules are dropped."""

from collections.abc import Iterator

import tinycss2
from tinycss2.ast import Node

from . import known

# What a pseudo-class may have in its brackets; all others with brackets are newer.
TAKE_ARGUMENTS = {"not", "lang", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"}
# Vendors' own that both browsers have.
WEBKITS = {"-webkit-details-marker", "-webkit-search-cancel-button"}


def newer_in_selectors(text: str) -> Iterator[str]:
    """What a list of selectors needs that the oldest browsers lack."""
    return newer_in_prelude(tinycss2.parse_component_value_list(text))


def newer_in_prelude(tokens: list[Node]) -> Iterator[str]:
    """The same for a list of selectors that is parsed already."""
    for place, token in enumerate(tokens):
        follows_colon = place and tokens[place - 1] == ":"
        if token == "&":
            yield "& (nested rules)"
        elif token.type == "ident" and follows_colon and token.lower_value not in known("pseudos") | WEBKITS:
            yield f":{token.value}"
        elif token.type == "function" and follows_colon:
            yield from _newer_function(token)


def _newer_function(token: Node) -> Iterator[str]:
    if token.lower_name not in TAKE_ARGUMENTS:
        yield f":{token.name}()"
    elif token.lower_name == "not" and _is_complex(token.arguments):
        yield ":not() with more than one simple selector"
    elif any(part == "of" for part in token.arguments):
        yield f":{token.name}(… of …)"
    yield from newer_in_prelude(token.arguments)


def _is_complex(tokens: list[Node]) -> bool:
    simple = [token for token in tokens if token.type not in ("whitespace", "comment") and token not in (":", ".")]
    return len(simple) != 1
