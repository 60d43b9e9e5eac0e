"""The sentences of a report → what is taken of them, whom and what the archive does not know, and what is left.

Only what is told is looked at: no headline, no quotation, nothing that somebody says of something. In doubt a sentence
is left to the editor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .attendance import attendance, chair
from .heading import Heading, heading
from .items import items
from .reading import Sentence
from .speeches import SAID, speeches, told_until
from .tagging import Names, Tagged
from .taken import Taken, Unknown
from .units import unknown_units

_ENDED = re.compile("[。！？!?][”’」』）)》〉]*$")
# With these a report goes on with what happened, after what somebody said.
_BACK = re.compile(
    "会上|会议|大会|活动|现场|仪式|随后|当天|当日|接着|最后|期间|其间|[0-9〇一二三四五六七八九十]{1,2}月"
)
# What is said to a reporter is no speech: somebody speaks at the meeting who points out, or of whom it is said.
_AT_THE_MEETING = re.compile(
    "(?:在?会上|会议上|座谈中|座谈会上|现场|活动中|交流中|随后|接着|最后)|.*?(?:指出|强调|要求)"
)
_GOES_ON = re.compile("[他她]")
_LONG_AGO = re.compile(
    "将(?:于|在|举行|召开|举办)|拟(?:于|在)?|去年|前年|此前|曾|即将|上个?月|早在|计划于|原定|明年|推迟|取消"
)


@dataclass
class Found:
    """What was found in a report."""

    sentences: Sequence[Sentence]
    heading: Heading
    taken: list[Taken] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)

    def values(self, *path: str) -> list[Taken]:
        """Return what was taken for a field."""
        return [one for one in self.taken if one.path == path]

    @property
    def left(self) -> list[int]:
        """The places of the sentences of which nothing was taken."""
        placed: set[int] = set().union(*(one.places for one in self.taken))
        return [number for number in range(len(self.sentences)) if number not in placed]


def find(sentences: Sequence[Sentence], names: Mapping[str, Mapping[str, Sequence[str]]], bodies: set[str]) -> Found:
    """Return what was found. `names` are those of all records, by kind and id, `bodies` the ids of what is convened."""
    known = Names(names)
    tagged = [known.tagged(one.text) for one in sentences]
    units = names.get("organizations", {})
    convened = {name: body for body in sorted(bodies) for name in units.get(body, ()) if known.means(name, body)}
    told = _told(sentences)
    stated = [
        one if is_told and not _LONG_AGO.search(one.text) else None for one, is_told in zip(tagged, told, strict=True)
    ]
    found = Found(sentences, heading(tagged, stated, convened))
    found.taken += found.heading.taken
    _Reader(found, bodies).read(tagged, stated)
    found.unknown = list({(one.kind, one.name): one for one in found.unknown}.values())
    for one in found.unknown:
        one.several = [identifier for identifier, called in names.get(one.kind, {}).items() if one.name in called]
    return found


def _told(sentences: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether it is one that the report tells: no headline, nothing inside of a quotation."""
    found = []
    depth, paragraph = 0, -1
    for one in sentences:
        depth = depth if one.paragraph == paragraph else 0
        paragraph = one.paragraph
        found.append(depth <= 0 and bool(_ENDED.search(one.text)))
        depth += one.text.count("“") - one.text.count("”")
    return found


class _Reader:
    """Goes through the sentences, and knows who is speaking."""

    def __init__(self, found: Found, bodies: set[str]) -> None:
        self.found, self.bodies = found, bodies
        self.speaking: Taken | None = None
        self.last: Taken | None = None
        self.speeches: dict[tuple[str, str], Taken] = {}
        self.attendees: dict[str, Taken] = {}
        self.seen: set[str] = set()

    def read(self, tagged: Sequence[Tagged], stated: Sequence[Tagged | None]) -> None:
        """Take what the sentences state."""
        paragraph = -1
        for number, (sentence, one, statement) in enumerate(zip(self.found.sentences, tagged, stated, strict=True)):
            if sentence.paragraph != paragraph:
                self.speaking, self.last, paragraph = None, None, sentence.paragraph
            if self.last and _GOES_ON.match(one.text) and told_until(one) < len(one.signs):
                self.speaking = self.last
            self.found.unknown += unknown_units(one, number)
            if statement is None or (self.speaking and not _BACK.match(one.text)):
                self.go_on(number, one)
            else:
                self.take(number, statement)

    def go_on(self, number: int, tagged: Tagged) -> None:
        """Add a sentence to what somebody says, as it may well belong to that; unless somebody else begins to speak."""
        another = [one for one in speeches(tagged, number) if isinstance(one, Taken)]
        if another:
            self.take(number, tagged)
        elif self.speaking:
            self.speaking.more.append(number)

    def take(self, number: int, tagged: Tagged) -> None:
        """Take what one sentence states."""
        names = self.found.heading.names
        self.speaking = self.last = None
        facts: list[Taken | Unknown] = [*chair(tagged, number), *attendance(tagged, number, names)]
        facts += [*speeches(tagged, number), *items(tagged, number, told_until(tagged), self.bodies)]
        for one in facts:
            if isinstance(one, Unknown):
                self.found.unknown.append(one)
            elif one.path == ("attendance", "people"):
                self.attends(one)
            elif isinstance(one.value, dict) and one.value.keys() & {"speaker", "group"}:
                self.speaks(one)
            elif (key := repr((one.path, one.value))) not in self.seen:
                self.seen.add(key)
                self.found.taken.append(one)

    def attends(self, one: Taken) -> None:
        """Take somebody who attends, once: a later sentence may add what the first did not say."""
        before = self.attendees.setdefault(one.value["person"], one)
        if before is one:
            self.found.taken.append(one)
        else:
            before.value |= {name: value for name, value in one.value.items() if name not in before.value}
            before.more.append(one.sentence)

    def speaks(self, one: Taken) -> None:
        """Take a speech, or what is said in one that was taken."""
        speaker, kind = one.value.get("speaker") or one.value["group"], one.value["type"]
        says = one.path == SAID
        before = next((made for (who, _), made in self.speeches.items() if who == speaker), None)
        if not says:
            before = self.speeches.get((speaker, kind))
        if before is None and says and not _AT_THE_MEETING.match(one.words):
            # It is left, with all that follows it.
            self.speaking = Taken(one.path, {}, one.sentence, one.words)
            return
        if before is None:
            one.path = ("agenda",)
            self.speeches[speaker, kind] = before = one
            self.found.taken.append(one)
        elif one.sentence != before.sentence:
            before.more.append(one.sentence)
        self.last = before
        self.speaking = before if says else None
