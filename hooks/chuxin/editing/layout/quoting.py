"""How one text is written in a record: with quotes or without, on one line or on several.

Quotes that nobody needs are taken away. A text keeps them when YAML would take it for something else without, here or
in another tool: for a sign, a yes or no, nothing, or a number that is not simply one. Dates and numbers need none.
"""

from __future__ import annotations

import json
import re

import yaml

from ...problems.terminal import width

# A text that is longer than so many columns stays on the lines it was typed on.
_LONG = 110
_SIGNS = "-?:,[]{}#&*!|>'\"%@`~"
_WORDS = {"", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", "...", ".inf", ".nan"}
_SIGN_INSIDE = re.compile(r":(?= |$)| #")
# What one edition of YAML or another takes for a number or a point in time.
_LIKE_A_NUMBER = re.compile(
    r"\+?(?:\.?[0-9][0-9_.]*(?:e[-+]?[0-9]+)?|\.inf|0[xob][0-9a-f_]+|[0-9_]+(?::[0-9]+)+(?:\.[0-9_]*)?)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FOLDED = re.compile(r">[-+]?[ \t]*(?:#.*)?\n")
_NEEDS_A_WIDTH = re.compile(r"\n*[ \t]")


def written(node: yaml.ScalarNode, text: str) -> list[str]:
    """Return the lines of a value of `text`, each but the first to be indented further than its field."""
    if node.style == ">" and (lines := _folded(node, text)):
        return lines
    if node.style in ("|", ">"):
        return _literal(node.value)
    lines = [line.strip(" \t") for line in text[node.start_mark.index : node.end_mark.index].split("\n")]
    if len(lines) == 1:
        return [_requoted(lines[0], node)]
    if "\n" in node.value:
        return _literal(node.value)
    if node.style:
        lines = [lines[0][1:], *lines[1:-1], lines[-1][:-1].rstrip(" \t")]
    if node.style and not _is_plain(node.value):
        return [_quoted(node.value)]
    return lines if " ".join(lines) == node.value and width(node.value) > _LONG else [node.value]


def written_key(node: yaml.ScalarNode, text: str) -> str:
    """Return the name of a field as it stands before its colon."""
    typed = text[node.start_mark.index : node.end_mark.index]
    if "\n" in typed or not typed:
        return node.value if _is_plain(node.value) else _quoted(node.value)
    return _requoted(typed, node)


def _requoted(typed: str, node: yaml.ScalarNode) -> str:
    """Return a text that was typed on one line with the quotes that it needs; in doubt with those that it has."""
    if not node.style:
        return typed
    value: str = node.value
    if _is_plain(value):
        return value
    if not value.isprintable() or (node.style == '"' and "'" in node.value and "\\" not in typed):
        return typed
    return _quoted(node.value)


def _is_plain(value: str) -> bool:
    """Tell whether a text is the same text without quotes."""
    return (
        value.isprintable()
        and value == value.strip()
        and value.lower() not in _WORDS
        and value[0] not in _SIGNS
        and not _SIGN_INSIDE.search(value)
        and (not _LIKE_A_NUMBER.fullmatch(value) or bool(_NUMBER.fullmatch(value)))
    )


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'" if value.isprintable() else json.dumps(value, ensure_ascii=False)


def _literal(value: str) -> list[str]:
    """Return a text of several lines, each as it is."""
    body = value.rstrip("\n")
    if not body.strip():
        return [_quoted(value)]
    width = "2" if _NEEDS_A_WIDTH.match(value) else ""
    return [f"|{width}{_ending(value)}", *body.split("\n"), *_kept(value)]


def _folded(node: yaml.ScalarNode, text: str) -> list[str]:
    """Return a text whose lines YAML joins as it was typed; nothing when that is not plainly to be seen."""
    header = _FOLDED.match(text, node.start_mark.index)
    body = text[header.end() : node.end_mark.index].rstrip(" \t\n") if header else ""
    if not body:
        return []
    lines = body.split("\n")
    first = next(line for line in lines if line.strip(" "))
    indent = len(first) - len(first.lstrip(" "))
    return [f">{_ending(node.value)}", *(line[indent:] for line in lines), *_kept(node.value)]


def _ending(value: str) -> str:
    """Return the sign for how many line breaks a text ends with: none, one or more."""
    return "" if re.search(r"(?<!\n)\n\Z", value) else "+" if value.endswith("\n") else "-"


def _kept(value: str) -> list[str]:
    """Return the blank lines at the end of a text that belong to it."""
    return [""] * (len(value) - len(value.rstrip("\n")) - 1)
