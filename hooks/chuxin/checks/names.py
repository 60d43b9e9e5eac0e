"""Nobody is entered twice: records of one kind whose names are the same, or nearly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..problems.problems import Problem
from ..records.organizations import Organization
from ..records.people import Person
from ..words.folding import fold
from .inspection import Inspection

# What may stand before a unit's name or be left out: its province, city or district.
_PLACE = re.compile(r"(?:[^省市区县]{2,4}[省市区县])+|上海|北京|天津|重庆")
# A person's name that is longer is looked at as a whole only: it would be kept once for each of its characters.
_LONGEST = 40
# Units that differ in one of these are different ones: 第一小学 and 第二小学, 东校区 and 西校区.
_TELLING_APART = set("一二三四五六七八九十0123456789东西南北中新老大小上下总分支甲乙丙丁")


def names_are_entered_once(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no two units and no two persons have the same or nearly the same name, unless they say they are two."""
    for model in (Organization, Person):
        records: Mapping[str, Organization | Person] = inspection.loaded.of(model)
        named: dict[str, list[str]] = defaultdict(list)
        for identifier, record in records.items():
            named[fold(record.name)].append(identifier)
        # Short names may be shared: every district has its 教育局. A short name that is another's whole name is not.
        aliases: dict[str, list[str]] = defaultdict(list)
        for identifier, record in records.items():
            for name in record.known_as[1:]:
                aliases[fold(name)].append(identifier)
        same = {frozenset(pair) for ids in named.values() for pair in pairwise(ids)}
        same |= {frozenset(pair) for name, ids in aliases.items() for pair in _pairs(ids, named.get(name, ()))}
        people = inspection.loaded.of(Person).values()
        near = {
            frozenset(pair) for pair in (_homophones(people) if model is Person else _with_and_without(named))
        } - same
        told_apart = {frozenset((one.id, other)) for one in records.values() for other in one.not_same_as}
        for pairs, code, like in ((same, "E309", "同名"), (near, "W309", "名称很像")):
            for one, other in sorted(tuple(sorted(pair)) for pair in pairs - told_apart if len(pair) == 2):
                name = f"{one}（{records[one].name}）"
                of_kind = "个单位" if model is Organization else "位"
                message = f"“{records[other].name}” 与 {name}{like}，会不会是同一{of_kind}？"
                hint = f"是，就删去一份；不是，就在这里写 not_same_as，下一行写 - {one}"
                yield Problem(inspection.span(model.folder, other, "name"), code, message, hint)


def _with_and_without(named: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield units one of which has a place before the other's name, or one character more."""
    for name, ids in named.items():
        shorter = [name[match.end() :]] if (match := _PLACE.match(name)) else []
        if len(name) > 5:
            shorter += [
                name[:index] + name[index + 1 :]
                for index, character in enumerate(name)
                if character not in _TELLING_APART
            ]
        for other in shorter:
            if len(other) > 3:
                yield from _pairs(ids, named.get(other, ()))


def _pairs(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs in which each of two groups is, without pairing all of the one with all of the other.

    Inside of a group all have the same name: that they are told apart, or not, is another matter.
    """
    if ones and others:
        yield from ((one, others[0]) for one in ones)
        yield from ((ones[0], other) for other in others[1:])


def _homophones(people: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Yield persons whose names sound alike and differ in one character, as a wrong choice of the keyboard's does."""
    sounding: dict[tuple[str, int], list[Person]] = defaultdict(list)
    for person in people:
        # Each name without one of its characters, with the place of the gap.
        for index in range(len(person.name) if 2 < len(person.name) <= _LONGEST else 0):
            gap = f"{person.sort} {person.name[:index]}_{person.name[index + 1 :]}"
            sounding[gap, index].append(person)
    for alike in sounding.values():
        yield from ((one.id, other.id) for one, other in pairwise(alike))
