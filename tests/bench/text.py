"""Chinese texts as long and as varied as real ones, made by a small grammar. They mean nothing.

Words follow Zipf's law: real words of such meetings first, then thousands that are composed of common characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from . import words
from .names import falling

COMPOSED = 5000
SHORTEST, LONGEST, MEAN, DEVIATION = 310, 860, 600, 120
_SLOT = re.compile(r"\{(\w+)\}")
_NUMERALS = "一二三四五六七八九十两几"
_DRAWS = 4096


def vocabulary(rng: Random) -> dict[str, list[str]]:
    """Return nouns, verbs, adjectives and adverbs, each the most common first."""
    known = {"n": words.NOUNS, "v": words.VERBS, "a": words.ADJECTIVES, "d": words.ADVERBS}
    classes = {name: list(of_class) for name, of_class in known.items()}
    seen = {word for of_class in classes.values() for word in of_class}
    weights = falling(len(words.CHARACTERS), 60)
    while len(seen) < COMPOSED + sum(map(len, known.values())):
        length = rng.choices((2, 3, 4), cum_weights=(70, 88, 100))[0]
        word = "".join(rng.choices(words.CHARACTERS, cum_weights=weights, k=length))
        name = rng.choices("nvad", cum_weights=(62, 88, 98, 100))[0]
        if word not in seen and (length == 2 or name in "na"):
            seen.add(word)
            classes[name].append(word)
    return classes


class Writer:
    """Writes texts. `names` are those of people and units, which texts then mention now and then."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names: Sequence[str] = ()
        self.vocabulary = vocabulary(rng)
        self._streams = {name: self._stream(found) for name, found in self.vocabulary.items()}
        self._streams |= {"o": self._stream(words.OPENERS, 20), "c": self._stream(words.CLAUSES, 40)}
        self._patterns = {pattern: _SLOT.split(pattern) for pattern in words.CLAUSES}
        self._fill = {
            "n": self.noun,
            "d": lambda: self.draw("d") if rng.random() < 0.5 else "",
            "s": lambda: rng.choice(self.names) if self.names and rng.random() < 0.25 else self.noun(),
            "q": self._quantity,
            "t": self._time,
            "l": lambda: f" {rng.choice(words.LATIN)} ",
            "b": lambda: f"《{self.title()}》",
            "x": lambda: f"“{self.draw('n')}{self.draw('v')}”",
        }

    def draw(self, name: str) -> str:
        """Return a word of a class: n, v, a or d."""
        return next(self._streams[name])

    def noun(self) -> str:
        """Return a noun, some with another noun or an adjective before it."""
        chance = self.rng.random()
        if chance < 0.55:
            return self.draw("n")
        if chance < 0.8:
            return self.draw("n") + self.draw("n")
        return f"{self.draw('a' if chance < 0.92 else 'n')}的{self.draw('n')}"

    def title(self) -> str:
        """Return what a document, an outcome or a project may be called."""
        parts = (
            f"{self.draw('a')}{self.draw('n')}{self.draw('v')}{self.draw('n')}",
            f"{self.draw('n')}{self.draw('n')}的{self.draw('v')}",
            f"{self.draw('v')}{self.draw('n')}，{self.draw('v')}{self.draw('n')}",
        )
        return self.rng.choice(parts)

    def clause(self) -> str:
        """Return a clause without punctuation at its end."""
        parts = self._patterns[self.draw("c")]
        fill, draw = self._fill, self.draw
        done = [
            part if index % 2 == 0 else fill[part]() if part in fill else draw(part) for index, part in enumerate(parts)
        ]
        return "".join(done).strip()

    def sentence(self, link: str = "") -> str:
        """Return a sentence, with a link to a record in it when one is given."""
        rng = self.rng
        if link:
            return rng.choice(words.REFERRALS).format(link=link, n=self.draw("n"), v=self.draw("v"), c=self.clause())
        clauses = [self.clause() for _ in range(rng.choices((1, 2, 3, 4), cum_weights=(15, 55, 88, 100))[0])]
        if rng.random() < 0.1:
            at = rng.randrange(len(clauses))
            clauses[at] = f"**{self.draw('v')}{self.draw('n')}**，{clauses[at]}"
        opener = self.draw("o") if rng.random() < 0.3 else ""
        joint = "；" if len(clauses) > 2 and rng.random() < 0.25 else "，"
        return opener + joint.join(clauses) + rng.choices("。！？", cum_weights=(94, 97, 100))[0]

    def sentences(self, least: int, most: int) -> str:
        """Return between so many and so many sentences."""
        return "".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def line(self) -> str:
        """Return a line such as a purpose or the title of an entry."""
        return f"{self.draw('v')}{self.noun()}" + (f"和{self.draw('n')}" if self.rng.random() < 0.3 else "")

    def speech(self, links: Sequence[str] = ()) -> str:
        """Return what somebody said: paragraphs, some of them lists."""
        rng = self.rng
        target = 0.0
        while not SHORTEST <= target <= LONGEST:
            target = rng.gauss(MEAN, DEVIATION)
        count = rng.choices((2, 3, 4, 5), cum_weights=(20, 60, 88, 100))[0]
        list_at = rng.randrange(1, count) if rng.random() < 0.35 else 0
        waiting, parts, length = list(links), [], 0
        for index in range(count):
            until = target * (index + 1) / count
            if list_at and index == list_at:
                part = self._list(round(until - length), numbered=rng.random() < 0.3)
            else:
                part = self._paragraph(round(until - length), waiting.pop() if waiting else "")
            parts.append(part)
            length += len(part) + 2
        return "\n\n".join(parts)

    def _paragraph(self, characters: int, link: str) -> str:
        """Return a paragraph in the lines that an editor would break it into."""
        lines = [self.sentence(link) if link else self.sentence()]
        length = len(lines[0])
        while length + 15 < characters:
            sentence = self.sentence()
            length += len(sentence)
            if len(lines[-1]) > 40:
                lines.append(sentence)
            else:
                lines[-1] += sentence
        return "\n".join(lines)

    def _list(self, characters: int, numbered: bool) -> str:
        items, length = [], 0
        while length + 15 < characters or len(items) < 2:
            mark = f"{len(items) + 1}." if numbered else "-"
            bold = f"**{self.draw('v')}{self.draw('n')}**：" if self.rng.random() < 0.6 else ""
            items.append(f"{mark} {bold}{self.clause()}，{self.clause()}")
            length += len(items[-1])
        return "；\n".join(items) + "。"

    def _quantity(self) -> str:
        rng = self.rng
        number = rng.choice(
            (rng.choice(_NUMERALS), str(rng.randint(2, 99)), str(rng.randint(100, 9999)), f"{rng.randint(1, 9)}0余")
        )
        return number + rng.choice(words.CLASSIFIERS)

    def _time(self) -> str:
        rng = self.rng
        return rng.choice((f"{rng.randint(2028, 2050)}年", f"{rng.randint(1, 12)}月", "今年", "去年", "上周", "年底"))

    def _stream(self, things: Sequence[str], offset: int = 2) -> Iterator[str]:
        weights = falling(len(things), offset)
        while True:
            yield from self.rng.choices(things, cum_weights=weights, k=_DRAWS)
