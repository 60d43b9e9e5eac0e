"""Where in a page's text the targets of its links stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from ..markup.fields import RECORD

FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?)^(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n(.*?)(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_BETWEEN_PARAGRAPHS = re.compile(r"(\n\s*\n)")
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s)>]+)|^ *\[[^\[\]\n]*\]:\s*<?(?P<defined>[^\s>]+)|<(?P<automatic>[a-z]+:[^\s<>]+)>",
    re.MULTILINE,
)


@dataclass(frozen=True)
class PageLink:
    """The target of a link, a picture or a card in a page's text, and where in the text it begins."""

    kind: str
    """link, image or card."""
    text: str
    start: int

    @property
    def is_record_link(self) -> bool:
        """Whether this is a link to a record."""
        return self.kind == "link" and self.text.startswith(RECORD)


def placed(addresses: Iterable[tuple[str, str]], text: str, begin: int) -> tuple[PageLink, ...]:
    """Return the targets that Python-Markdown found in a page, each with its place in the text.

    The place is looked for in the text, whose Markdown begins at `begin`: a target that stands in an unusual way gets
    the first place that it can have.
    """
    places: dict[str, deque[int]] = defaultdict(deque)
    for address, start in _scan(text):
        places[address].append(start)
    found = []
    for kind, address in addresses:
        starts = places[address]
        if not starts:
            starts.append(max(text.find(address, begin), begin))
        found.append(PageLink(kind, address, starts.popleft() if len(starts) > 1 else starts[0]))
    return tuple(sorted(found, key=lambda target: target.start))


def _scan(text: str) -> list[tuple[str, int]]:
    """Return what looks like the address of a link or a card, with its place. What stands in code does not."""
    found: list[tuple[str, int]] = []

    def fence(match: re.Match[str]) -> str:
        if match[3].strip() == "record":
            found.append((match[4].strip(), match.start() + len(match[1])))
        return _blank(match[0])

    visible = "".join(map(_without_code, _BETWEEN_PARAGRAPHS.split(_FENCE.sub(fence, text))))
    for match in _LINK.finditer(visible):
        group = next(name for name in ("inline", "defined", "automatic") if match[name])
        found.append((unescape(match[group]), match.start(group)))
    return sorted(found, key=lambda one: one[1])


def _without_code(paragraph: str) -> str:
    """Return a paragraph with blanks for what stands between equally long runs of backticks."""
    runs = list(re.finditer("`+", paragraph))
    places: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        places[len(run[0])].append(index)
    parts, done, index = [], 0, 0
    while index < len(runs):
        equal = places[len(runs[index][0])]
        later = bisect_right(equal, index)
        if later < len(equal):
            start, end = runs[index].start(), runs[equal[later]].end()
            parts += [paragraph[done:start], _blank(paragraph[start:end])]
            done, index = end, equal[later]
        index += 1
    return "".join([*parts, paragraph[done:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
