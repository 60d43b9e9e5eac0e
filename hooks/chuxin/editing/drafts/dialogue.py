"""The questions that lead to a record, and what is taken for an answer."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NoReturn

import click

from ...archive.directory import Directory
from ...archive.linking import link
from ...archive.loading import LoadedRecords, read_record
from ...problems.problems import errors
from ...problems.terminal import printable, say
from ...problems.typed import SourceText
from ...records.classes import BUILT_IN, CLASS
from ...records.fields import Model, Record, Ref
from ...records.kinds import KIND_NAMES, KINDS
from ...records.shapes import field_shapes
from ...records.titles import field_description, field_title, ordered_fields
from ...records.wording import did_you_mean
from ...words.dates import AT_LATEST, UNDATED, PartialDate
from ...words.folding import fold
from ...words.guesses import flag
from .drafts import field_lines
from .ids import suggested_id, suggested_sort

# The fields that an option stands for: of every kind at most one. What an option is called comes first.
OPTIONS = {
    "name": tuple(dict.fromkeys(model.naming[0] for model in KINDS.values())),
    "sort": ("sort",),
    "type": ("type", "classification"),
    "classification": ("classification",),
    "date": ("date",),
    "author": ("authors",),
    "summary": ("summary",),
    "source": ("sources",),
    "id": ("id",),
}
# So many records are listed to choose from.
_MOST = 20
_MISSING = "E201"


class _Wrong(Exception):
    """What cannot be taken for an answer, and why, in Chinese."""


@dataclass
class Dialogue:
    """The questions that lead to a record of `kind`, and the answers until now, by field.

    `options` says by which option a field was given.
    """

    kind: str
    loaded: LoadedRecords
    asks: bool
    answers: dict[str, Any] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def model(self) -> type[Record]:
        """The model of the record."""
        return KINDS[self.kind]

    @cached_property
    def directory(self) -> Directory:
        """The names of all records."""
        return Directory(link(self.loaded), self.loaded)

    def fields(self, given: Mapping[str, Any]) -> list[str]:
        """Return what there is to answer: what is required, where it is from or of when, and what was given besides."""
        wanted = {"date" if self.kind == "sources" else "sources", *given}
        fields = self.model.model_fields
        names = ordered_fields(self.model)
        return [name for name in names if name != "id" and (name in wanted or fields[name].is_required())]

    def refuse_too_early(self, names: Sequence[str]) -> None:
        """Refuse a record that has to name others of which there are none."""
        for name in names:
            kind = self.kind_named(name)
            if kind and not self.directory.names[kind]:
                refuse(f"档案里还没有{KIND_NAMES[kind]}，先运行 chuxin new {kind}。")

    def answer(self, name: str, given: Sequence[str]) -> None:
        """Find the answer for a field: what was given, what somebody types, or what is suggested to nobody."""
        suggested = [one for one in (self.suggestion(name),) if one]
        needed = name == "sources" or self.model.model_fields[name].is_required()
        typed = list(given)
        if not typed and not self.asks:
            if name not in ("id", "sort") or not suggested:
                return self.leave_out(name, needed)
            typed = suggested
        if not typed:
            self.show_choices(name)
        while True:
            typed = typed or self.ask(name, suggested)
            if not typed and not needed:
                return None
            try:
                warnings = self.accept(name, typed)
            except _Wrong as wrong:
                self.tell_wrong(name, wrong, bool(given))
                typed, given = [], []
                continue
            for warning in warnings:
                say(printable(f"　提醒：{warning}。"), err=not self.asks)
            if not warnings or not self.asks or typed == suggested:
                return None
            say("　要改就再写一次；不改，直接按回车。")
            typed, suggested = [], typed

    def tell_wrong(self, name: str, wrong: _Wrong, was_given: bool) -> None:
        """Say what is wrong with an answer; who gave it before he was asked has not seen what can be chosen."""
        if not self.asks:
            misuse(f"--{self.option(name)} 不对：{wrong}。")
        say(printable(f"　{f'--{self.option(name)} ' if was_given else ''}不对：{wrong}。请再写一次。"))
        if was_given:
            self.show_choices(name)

    def leave_out(self, name: str, needed: bool) -> None:
        """Go on without an answer that nobody is there to give."""
        if needed:
            misuse(f"还缺 --{self.option(name)}（{field_title(self.model, name)}）。")

    def option(self, name: str) -> str:
        """Return the option that a field was given by, or would be."""
        return self.options.get(name) or next(option for option, fields in OPTIONS.items() if name in fields)

    def suggestion(self, name: str) -> str:
        """Return what follows from the answers, the id and the pinyin, or an empty text: no fact is suggested."""
        if name == "id":
            return suggested_id(self.kind, self.answers, self.directory.names[self.kind].keys())
        return suggested_sort(self.answers["name"]) if name == "sort" else ""

    def show_choices(self, name: str) -> None:
        """List what can be chosen by number."""
        kind = self.kind_named(name)
        for number, one in enumerate(self.choices(name), 1):
            say(printable(f"{number:4}  {f'{self.directory.names[kind][one][0]}（{one}）' if kind else one}"))

    def choices(self, name: str) -> Sequence[str]:
        """Return what can be chosen by number: records, the values of a field, or the types that others have."""
        if kind := self.kind_named(name):
            return self.listed(kind)
        if name == "type" and not self.limited_to(name):
            usual = Counter(record.sort_of for record in self.loaded.of(self.model).values())
            return [one for one, _ in usual.most_common(_MOST)]
        return self.limited_to(name)

    def ask(self, name: str, suggested: Sequence[str]) -> list[str]:
        """Ask for a field and return what was typed, for some fields several things; nothing when nothing was.

        Who types nothing takes all that is suggested.
        """
        kind = self.kind_named(name)
        question = field_description(self.model, name).rstrip("。")
        how = "（写序号或编号，几个之间空一格）" if kind else self.how_to_choose(name)
        shown = "、".join(suggested).strip()
        typed = _prompt(f"{question}{how}", shown)
        if typed == shown:
            return [*suggested]
        if kind:
            return re.findall(r"[^\s,，、]+", typed)
        found = [typed] if typed else []
        while typed and is_list(self.model, name):
            typed = _prompt("还有的话写在这里，没有就按回车")
            found += [typed] if typed else []
        return found

    def how_to_choose(self, name: str) -> str:
        """Return whether a value is chosen by its number, in words."""
        if self.limited_to(name):
            return "（写序号）"
        return "（写序号，或者写别的）" if self.choices(name) else ""

    def accept(self, name: str, typed: Sequence[str]) -> list[str]:
        """Take what was typed or given for the answer and return warnings of it. Raises _Wrong."""
        values, warnings = [], []
        for one in typed or [""]:
            value, found = self.value(name, one.replace("\r\n", "\n").strip())
            values.append(value)
            warnings += found
        self.answers[name] = values if is_list(self.model, name) else values[0]
        return warnings

    def value(self, name: str, typed: str) -> tuple[str, list[str]]:
        """Return what was meant, as a record has it, and warnings of it. Raises _Wrong."""
        if not typed:
            raise _Wrong("这一项不能空着")
        kind, rows = self.kind_named(name), self.choices(name)
        is_known = kind is not None and typed in self.directory.names[kind]
        if re.fullmatch("[0-9]{1,2}", typed) and 0 < int(typed) <= len(rows) and not is_known:
            typed = rows[int(typed) - 1]
        elif kind and not is_known:
            meant = [self.directory.shown(kind, one) for one in self.directory.meant(kind, typed)]
            raise _Wrong(f"找不到{KIND_NAMES[kind]} “{typed}”" + (f"，{did_you_mean(*meant)[:-1]}" if meant else ""))
        if name == "date" and (date := PartialDate.guess(typed)) and str(date) != typed:
            typed = str(date)
            say(printable(f"　写成 {typed}"))
        if name == "id" and typed in self.directory.names[self.kind]:
            raise _Wrong(f"已经有编号为 “{typed}” 的{KIND_NAMES[self.kind]}")
        return typed, self.warnings(name, typed)

    def warnings(self, name: str, value: str) -> list[str]:
        """Read a value as a record's file is read and return the warnings. Raises _Wrong with its first error."""
        lines = field_lines(name, [value] if is_list(self.model, name) else value)
        read = read_record(SourceText("", "\n".join(lines)), self.model, self.loaded.classes)
        problems = [problem for problem in read.problems if problem.code != _MISSING]
        said = [f"{one.message}，{one.hint}".strip("，？") for one in sorted(problems, key=lambda one: one.is_warning)]
        if errors(problems):
            # It is called by its option, or by the question.
            raise _Wrong(said[0].removeprefix(f"“{name}” "))
        return said

    def tell_apart(self, agreed: bool) -> None:
        """Ask whether another record of the same name is meant; refuse it when nobody can be asked."""
        found = self.namesakes()
        if not found:
            return
        shown = "、".join(self.directory.shown(self.kind, one) for one in found)
        sentence = f"已经有同名的{KIND_NAMES[self.kind]}：{shown}"
        if not agreed and not self.asks:
            refuse(f"没有写：{sentence}。确实是另一个，请加 --namesake。")
        if not agreed and flag(_prompt(f"{sentence}。仍然新建吗？写 是 或 否", "否")) != "true":
            refuse("没有写。")
        if "not_same_as" in self.model.model_fields:
            self.answers["not_same_as"] = found

    def namesakes(self) -> list[str]:
        """Return the ids of the records with the name that was answered; of meetings, those on the same day."""
        name = self.answers[name_field(self.kind)]
        mine = set(map(fold, [name] if isinstance(name, str) else name)) - {""}
        names, records = self.directory.names[self.kind], self.loaded.of(self.model)
        found = [one for one, others in names.items() if mine & set(map(fold, others))]
        if self.kind != "meetings":
            return found
        return [one for one in found if one not in records or _day(records[one].dated) == _day(self.answers["date"])]

    def kind_named(self, name: str) -> str | None:
        """Return the kind of the records that a field names."""
        mark = field_shapes(self.model)[name].mark
        return mark.kind if isinstance(mark, Ref) else None

    def limited_to(self, name: str) -> tuple[str, ...]:
        """Return the values that a field can have, none when they are not limited."""
        shape = field_shapes(self.model)[name]
        if shape.written is CLASS:
            return tuple(self.loaded.classes or BUILT_IN)
        return () if shape.many else shape.choices

    def listed(self, kind: str) -> list[str]:
        """Return the ids that can be chosen by number: of sources the newest, of others the first."""
        records = list(self.loaded.of(KINDS[kind]).values())
        if kind == "sources":
            records.sort(key=lambda record: record.dated or UNDATED, reverse=True)
        return [record.id for record in records[:_MOST]]


def _day(date: PartialDate | str | None) -> str:
    """Return a date as it is written, without 不晚于: what happened by then may be what happened that day."""
    return str(date).removeprefix(AT_LATEST)


def name_field(kind: str) -> str:
    """Return the field that says what a record of a kind is called."""
    return KINDS[kind].naming[0]


def is_list(model: type[Model], name: str) -> bool:
    """Tell whether a field holds several values."""
    return field_shapes(model)[name].many


def _prompt(question: str, suggestion: str = "") -> str:
    shown = f"{question} [{suggestion}]" if suggestion else question
    return click.prompt(printable(shown), default=suggestion, show_default=False, prompt_suffix="：").strip()


def misuse(sentence: str) -> NoReturn:
    """Say what is wrong with the way the command was called, and exit with 2."""
    say(f"{printable(sentence)}\n运行 chuxin new --help 看用法。", err=True)
    sys.exit(2)


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was written, and exit with 1."""
    say(printable(sentence), err=True)
    sys.exit(1)
