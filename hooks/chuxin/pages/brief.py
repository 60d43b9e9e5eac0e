"""A record in a line or two: where its link is shared, and where a reader asks for it by its name.

A brief says nothing that the record's page does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.statements import LinkedStatement
from ..markup.fields import words
from ..markup.routes import record_route, root_from
from ..records.fields import Record
from ..records.meetings import Meeting
from ..words.shortening import ELLIPSIS, beginning
from .parts import Link

# How many characters the line of a shared link has at most.
LONGEST = 150
# Texts are asked for as the records' pages show them, which are rendered, too.
_AFTER_SIGN = re.compile("([，。：；！？…”》）])\\n")
_FROM_RECORD = root_from(record_route("people", "x"))


@dataclass(frozen=True)
class Brief:
    """Sentences without their full stops, what counts most first, and counts that lead to where they are shown."""

    sentences: tuple[str, ...]
    counts: tuple[Link, ...] = ()

    @property
    def line(self) -> str:
        """As many of the sentences as there is room for; an ellipsis says that there are more."""
        text = ""
        for sentence in self.sentences:
            longer = f"{text}{_ended(sentence)}"
            if len(longer) > LONGEST - len(ELLIPSIS):
                return f"{text}{ELLIPSIS}" if text else beginning(longer, LONGEST)
            text = longer
        return text

    @property
    def description(self) -> str:
        """The same with the counts, where there is room for them."""
        line, counts = self.line, "，".join(one.text for one in self.counts)
        longer = f"{line}{_ended(counts)}" if counts else line
        return line if line.endswith(ELLIPSIS) or len(longer) > LONGEST else longer


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？", ELLIPSIS)) else f"{sentence}。"


def record_brief(kind: str, record: Record | LinkedStatement) -> Brief:
    """Return what can be said of a record of any kind: what it is, and its name."""
    return Brief((f"{kind}：{record.called}",))


def plain(text: str) -> str:
    """Return a text without its marks and links, in one line: what ends in a sign needs no blank behind it."""
    return _AFTER_SIGN.sub(r"\1", words(text, _FROM_RECORD)).replace("\n", " ")


def counted(route: str, *counts: tuple[int, str, str]) -> tuple[Link, ...]:
    """Return how many there are of several things, but for those of which there are none.

    Each is a number, what is counted around a `{}`, and the section of the page at `route` that shows them.
    """
    return tuple(Link(text.format(count), f"{route}#_{section}") for count, text, section in counts if count)


def meetings_of(archive: Archive, record: Record, *roles: str) -> int:
    """Return how many meetings somebody had a part in, or in one of those roles."""
    links = archive.backlinks_to(record.folder, record.id, *roles)
    return len({one.origin[1] for one in links if one.origin[0] == Meeting.folder and one.role != "text"})
