"""A sentence with one sign in the place of each name that is known: what patterns of sentences are looked for in.

青石医院、云杉大学签署《备忘录》 becomes U、U签署D, where U and D are control characters, which no report holds.
All names are found in one pass: at each place the lengths of names with the same first two characters are tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...records.wording import PLACEHOLDERS

UNIT, PERSON, BRAND, OUTCOME, LISTING, DOCUMENT = SIGNS = "\x01\x02\x03\x04\x05\x06"
_SIGN_OF = {"organizations": UNIT, "people": PERSON, "brands": BRAND, "outcomes": OUTCOME, "listings": LISTING}
_SHORTEST = 2
_TITLED = re.compile("《[^《》]{1,200}》")
# A quotation counts as one piece; where its end is missing, or far away, it does not.
_ENUMERATOR = re.compile("(?:[0-9]{1,2}[.．、]|[（(]?[0-9一二三四五六七八九十]{1,3}[）)、]) ?")
_CLAUSE = re.compile("(?:“[^“”]{0,100}”|[^，,；;：:。！？!?])+")


@dataclass(frozen=True)
class Mention:
    """Where a sentence names something: a record that the archive has, or, with no id, what stands in 《》."""

    start: int
    end: int
    sign: str
    identifier: str = ""


class Names:
    """The names of an archive's records. A name that several have stands for none of them."""

    def __init__(self, names: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        """`names` are the names by kind and id."""
        meant: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for kind, sign in _SIGN_OF.items():
            for identifier, called in names.get(kind, {}).items():
                for name in called:
                    meant[name.strip()].add((sign, identifier))
        self._meant = {
            name: next(iter(records))
            for name, records in meant.items()
            if len(records) == 1 and len(name) >= _SHORTEST and name not in PLACEHOLDERS
        }
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._meant:
            lengths[name[:_SHORTEST]].add(len(name))
        self._lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}

    def means(self, name: str, identifier: str) -> bool:
        """Tell whether a name stands for a record, and for no other."""
        return self._meant.get(name, ("", ""))[1] == identifier

    def tagged(self, text: str) -> Tagged:
        """Return a sentence with its names found."""
        return Tagged(text, list(self._mentions(text)))

    def _mentions(self, text: str) -> Iterator[Mention]:
        """Yield the names in a text, the longest at each place, none of which overlap."""
        titled = {match.start(): match.end() for match in _TITLED.finditer(text)}
        at = 0
        while at < len(text):
            mention = self._titled(text, at, titled[at]) if at in titled else self._named(text, at)
            if mention:
                yield mention
            at = mention.end if mention else at + 1

    def _titled(self, text: str, start: int, end: int) -> Mention:
        sign, identifier = self._meant.get(text[start + 1 : end - 1], (DOCUMENT, ""))
        return Mention(start, end, sign, identifier) if sign == OUTCOME else Mention(start, end, DOCUMENT)

    def _named(self, text: str, at: int) -> Mention | None:
        for length in self._lengths.get(text[at : at + _SHORTEST], ()):
            name = text[at : at + length]
            if found := self._meant.get(name):
                return Mention(at, at + len(name), *found)
        return None


class Tagged:
    """A sentence, and the same with a sign in the place of each mention (`signs`)."""

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self.text = text
        self._mentions: dict[int, Mention] = {}
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for mention in mentions:
            pieces += text[at : mention.start], mention.sign
            self._starts += range(at, mention.start)
            self._mentions[len(self._starts)] = mention
            self._starts.append(mention.start)
            at = mention.end
        self.signs = "".join([*pieces, text[at:]])
        self._starts += range(at, len(text) + 1)

    def original(self, start: int, end: int) -> str:
        """Return what stands in the sentence from one place among the signs to another."""
        return self.text[self._starts[start] : self._starts[end]]

    def ids(self, start: int, end: int, sign: str) -> list[str]:
        """Return the ids of all records of a sort that are mentioned between two places, in their order, each once."""
        found = (self._mentions[at].identifier for at in range(start, end) if self.signs[at] == sign)
        return list(dict.fromkeys(found))

    def named(self, start: int, end: int, sign: str) -> list[str]:
        """Return the names of all that is mentioned of a sort between two places."""
        return [self.original(at, at + 1) for at in range(start, end) if self.signs[at] == sign]

    def clauses(self) -> list[tuple[int, int]]:
        """Return from where to where each clause goes among the signs, without the number of an item in a list."""
        start = number.end() if (number := _ENUMERATOR.match(self.signs)) else 0
        return [match.span() for match in _CLAUSE.finditer(self.signs, start)]
