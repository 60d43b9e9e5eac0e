"""Where in a page's text the targets of its links stand."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from html import unescape

from ..markdown import addresses
from ..markup import RECORD

FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n(.*?)(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]+)|^ *\[[^\]]+\]:\s*<?(?P<defined>[^\s>]+)|<(?P<automatic>[a-z]+:[^\s>]+)>",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Target:
    """The target of a link, a picture or a card in a page's text, and where in the text it begins."""

    kind: str
    """link, image or card."""
    text: str
    start: int

    @property
    def is_record_link(self) -> bool:
        """Whether this is a link to a record."""
        return self.kind == "link" and self.text.startswith(RECORD)


def targets_in(text: str) -> list[Target]:
    """Return the targets of a page's text as Python-Markdown finds them, each with its place in the text.

    The place is looked for in the text: a target that stands in an unusual way gets the first place that it can have.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for address, start in _scan(text):
        places[address].append(start)
    front = FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    found = []
    for kind, address in addresses(text[begin:]):
        starts = places[address]
        start = (starts.pop(0) if len(starts) > 1 else starts[0]) if starts else max(text.find(address, begin), begin)
        found.append(Target(kind, address, start))
    return sorted(found, key=lambda target: target.start)


def _scan(text: str) -> list[tuple[str, int]]:
    """Return what looks like the address of a link or a card, with its place. What stands in code does not."""
    found: list[tuple[str, int]] = []

    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    def fence(match: re.Match) -> str:
        if match[3].strip() == "record":
            found.append((match[4].strip(), match.start() + len(match[1])))
        return blank(match)

    visible = _CODE.sub(blank, _FENCE.sub(fence, text))
    for match in _LINK.finditer(visible):
        group = next(name for name in ("inline", "defined", "automatic") if match[name])
        found.append((unescape(match[group]), match.start(group)))
    return sorted(found, key=lambda one: one[1])
