"""What was found in a report → the draft of a meeting's record: each fact with the words that state it behind it.

A sentence stands in the draft at least once, whole: behind the first fact that was taken of it, or, when none was, at
the end. Later facts of the same sentence have only its words that state them, so that a draft is no longer than a few
times its report. Comments begin with a word of their own, so that no report writes one that a program obeys.
"""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ...problems.typed import SourceText
from ...records.fields import is_reserved
from ...records.kinds import KIND_NAMES
from ...records.meetings import Meeting
from ...records.titles import ordered_fields
from ..drafts.drafts import HEAD, commented, scalar
from ..drafts.ids import shortened, words_of
from ..layout.formatting import formatted
from .finding import Found
from .taken import Taken

_FROM_A_REPORT = (
    "# 由报道按规则起草，没有理解文字。每一处后面的“报道：”是它的依据，请逐条核对，核对好就把说明删去。",
    "# 没有放进记录的句子、档案里还没有的人物和单位，都列在文件末尾。",
)
# Behind a fact; longer words are cut, a longer sentence stands at the end as well.
_LONGEST_WORDS, _LONGEST_SENTENCE = 60, 400
_LONGEST_ID = 40
_MOST_UNKNOWN = 100


def report_draft(found: Found, answers: Mapping[str, Any]) -> str:
    """Return the YAML of a meeting: the answers, and what was found besides."""
    lines = _Drafter(found).lines(answers)
    return formatted(SourceText("", "\n".join(lines) + "\n"), Meeting)


class _Drafter:
    """Writes a draft, and knows which sentences stand in it whole."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.quoted: set[int] = set()
        self.ids: set[str] = set()

    def lines(self, answers: Mapping[str, Any]) -> list[str]:
        """Return the lines of the draft."""
        lines = [*HEAD[:-1], *_FROM_A_REPORT, ""]
        for name in ordered_fields(Meeting):
            made = list(self.field(name, answers))
            lines += made or commented(Meeting, name)
        return [*lines, "", *self.unknown(answers), *self.left()]

    def field(self, name: str, answers: Mapping[str, Any]) -> Iterator[str]:
        """Yield the lines of a field; none when nothing is known for it."""
        taken = self.found.values(name)
        if name in answers:
            yield from self.answered(name, answers[name], taken)
        elif name == "attendance":
            parts = ("people", "organizations", "groups", "total")
            if inside := [line for part in parts for line in self.part(part, self.found.values(name, part))]:
                yield "attendance:"
                yield from (f"  {line}" for line in inside)
        else:
            yield from self.part(name, taken)

    def answered(self, name: str, answer: Any, taken: list[Taken]) -> Iterator[str]:
        """Yield the lines of what an option or somebody at a terminal gave, or the report where that says the same."""
        behind = {one.value: one for one in taken}
        if isinstance(answer, str):
            yield f"{name}: {scalar(answer)}{self.remark(behind.get(answer))}"
            return
        yield f"{name}:"
        for one in answer:
            yield f"  - {scalar(one)}{self.remark(behind.get(one))}"

    def part(self, name: str, taken: list[Taken]) -> Iterator[str]:
        """Yield the lines of a field that was found."""
        if taken and name in ("number", "venue", "time", "body", "total", "date"):
            yield f"{name}: {scalar(taken[0].value)}{self.remark(taken[0])}"
        elif taken:
            yield f"{name}:"
            for one in taken:
                yield from (f"  {line}" for line in self.entry(one))

    def entry(self, one: Taken) -> Iterator[str]:
        """Yield the lines of an item of a list."""
        if isinstance(one.value, str):
            yield f"- {scalar(one.value)}{self.remark(one)}"
            return
        value = {"id": self.identifier(one.value)} | one.value if one.path == ("agenda",) else one.value
        for place, (name, inside) in enumerate(value.items()):
            head, *rest = _written(name, inside)
            if name == "text":
                yield from (f"  # 报道：{self.quote(number)}" for number in one.more if number not in self.quoted)
            yield f"{'  ' if place else '- '}{head}{'' if place else self.remark(one)}"
            yield from (f"  {line}" for line in rest)
        if "text" not in value:
            yield from (f"  # 报道：{self.quote(number)}" for number in one.more if number not in self.quoted)
        if one.path == ("agenda",):
            yield ""

    def identifier(self, value: Mapping[str, Any]) -> str:
        """Return an id for an item: the speaker's, or what it was about, in pinyin."""
        about = next((value[name] for name in ("speaker", "organization", "brand", "body") if name in value), "")
        named = next(
            (value[name] for name in ("motion", "title", "document", "group", "award", "type") if name in value), ""
        )
        made = about or shortened(words_of(named), _LONGEST_ID) or value["type"]
        number, identifier = 1, made
        while identifier in self.ids or is_reserved(identifier):
            number += 1
            identifier = f"{made}-{number}"
        self.ids.add(identifier)
        return identifier

    def remark(self, one: Taken | None) -> str:
        """Return the comment behind a fact: the whole sentence, or, when that stands somewhere, the words in it."""
        if one is None:
            return ""
        text = self.found.sentences[one.sentence].text
        if one.sentence not in self.quoted and len(text) <= _LONGEST_SENTENCE:
            return f" # 报道：{self.quote(one.sentence)}"
        words = one.words.strip("，；：。 ")
        return f" # 报道：{words[:_LONGEST_WORDS]}{'…' if len(words) > _LONGEST_WORDS else ''}"

    def quote(self, number: int) -> str:
        """Return a sentence, which then stands in the draft."""
        self.quoted.add(number)
        return self.found.sentences[number].text

    def unknown(self, answers: Mapping[str, Any]) -> Iterator[str]:
        """Yield the comments about whom and what the archive does not know."""
        if not self.found.unknown:
            return
        yield "## 报道里像是人名、单位名，档案里还没有，或者不止一个的。核对以后先建好记录，再把编号写进来："
        source = next(iter(answers.get("sources", ())), "")
        for one in self.found.unknown[:_MOST_UNKNOWN]:
            more = f" --source {source}" if source else ""
            if one.several:
                yield f"# {KIND_NAMES[one.kind]}：{one.name} 可能是 {'、'.join(one.several)}"
                continue
            yield f"# {KIND_NAMES[one.kind]}：chuxin new {one.kind} --name {shlex.quote(one.name)}{more}"
        yield ""

    def left(self) -> Iterator[str]:
        """Yield the comments with the sentences that do not stand in the draft whole."""
        left = [number for number in range(len(self.found.sentences)) if number not in self.quoted]
        if left:
            yield "## 报道里没有放进记录的句子，逐句看，有用的写进去："
        for number in left:
            yield f"# 句子：{self.found.sentences[number].text}"


def _written(name: str, value: Any) -> list[str]:
    """Return the lines of a field with its value, whatever is in it."""
    if isinstance(value, str):
        return [f"{name}: {scalar(value)}"]
    if isinstance(value, Mapping):
        return [f"{name}:", *(f"  {line}" for key, inside in value.items() for line in _written(key, inside))]
    lines = [f"{name}:"]
    for one in _each(value):
        inside = [scalar(one)] if isinstance(one, str) else [line for key in one for line in _written(key, one[key])]
        lines += [f"  {'  ' if place else '- '}{line}" for place, line in enumerate(inside)]
    return lines


def _each(value: Any) -> Collection[Any]:
    return value if isinstance(value, (list, tuple)) else [value]
