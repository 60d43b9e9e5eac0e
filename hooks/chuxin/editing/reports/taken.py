"""What is taken of a report: a fact for a field of the record, and the words that state it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Taken:
    """A fact: the field of the meeting that it belongs to, as a path, its value, and where the report says it.

    `sentence` is the place of the sentence among all of the report, `words` is the part of it that says the fact.
    `more` are the places of sentences that belong to it and of which nothing is taken: what somebody said.
    """

    path: tuple[str, ...]
    value: Any
    sentence: int
    words: str
    more: list[int] = field(default_factory=list)

    @property
    def places(self) -> set[int]:
        """The places of all sentences that it rests on."""
        return {self.sentence, *self.more}


@dataclass
class Unknown:
    """Whom or what, of a kind, the archive does not know by the name in the report, or knows `several` of."""

    kind: str
    name: str
    sentence: int
    several: list[str] = field(default_factory=list)
