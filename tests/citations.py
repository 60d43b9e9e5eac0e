"""Readers of BibTeX and RIS."""

from __future__ import annotations

import re

# Words of TeX for what it would take for signs.
WORDS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry of BibTeX strictly: its type, its key and its fields, their braces and escapes resolved."""
    head = re.match(r"@([a-z]+)\{([a-z0-9-]+)", text)
    at, fields = head.end(), {}
    while field := re.compile(r",\s*([a-z]+) = \{").match(text, at):
        at, depth = field.end(), 1
        begin = at
        while depth:
            # As BibTeX does: a brace counts, whatever stands before it.
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        assert field[1] not in fields
        value = text[begin : at - 1]
        fields[field[1]] = value if field[1] == "url" else read_tex(value)
    assert re.fullmatch(r"\s*\}", text[at:]), text[at:]
    return head[1], head[2], fields


def read_tex(text: str) -> str:
    found, at = "", 0
    while at < len(text):
        if word := re.compile(r"\\([a-z]+)\{\}").match(text, at):
            found, at = found + WORDS[word[1]], word.end()
        elif text[at] == "\\":
            assert text[at + 1] in "#$%&_", text
            found, at = found + text[at + 1], at + 2
        else:
            assert text[at] not in "#$%&_~^", text
            found, at = found + (text[at] if text[at] not in "{}" else ""), at + 1
    return found


def read_ris(text: str) -> dict[str, str]:
    """Read one record of RIS strictly: each line a tag, first TY, last ER, none twice."""
    lines = text.split("\n")
    pairs = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\x00-\x1f\x7f]*)", line).groups() for line in lines]
    assert pairs[0][0] == "TY" and pairs[-1] == ("ER", "")
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)
