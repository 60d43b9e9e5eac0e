"""Plain data → a typed record, and pydantic's errors → located problems in Chinese, with what was meant.

A misspelt field hides what is wrong behind it. It is taken for the one that was meant, in memory only, and the record
is looked at again; so all is said at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from ..problems.problems import MOST, Problem, enough
from ..problems.typed import Edit, FieldPath, SourceText
from ..reading.parsing import Data, NotYaml, parse
from ..reading.places import rewritten
from ..records import advice
from ..records.alternatives import LACKING, TOO_MANY, wrong_alternatives
from ..records.classes import BUILT_IN, Classes
from ..records.fields import Model
from ..records.shapes import place_at
from .refusals import FIELDS_HINT, blank, guess_of, meant_field, meant_type_field, problem_of, unknown_field

# What lies behind a misspelt field may be misspelt again, so many levels deep; so many characters are read for it.
_ROUNDS, _CHARACTERS = 5, 1_000_000


@dataclass(frozen=True)
class Validated:
    """What became of a record's data: the record, or every problem that stands in its way.

    `data` and `source` are those given, or with misspelt fields as they were meant: references are looked for there.
    """

    record: Model | None
    problems: list[Problem]
    data: Data
    source: SourceText


@dataclass(frozen=True)
class _Misspelling:
    """A misspelt field or type: its problem, and the line and the edit that mend it."""

    problem: Problem
    edit: tuple[int, Edit] | None


def validate(model: type[Model], data: Data, source: SourceText, classes: Classes | None = BUILT_IN) -> Validated:
    """Build a record from parsed data, or say all that is wrong with it.

    `classes` are those that a unit can be of; None when nobody knows.
    """
    if not isinstance(data, dict):
        problem = Problem(source.span(0, 0), "E203", "整份文件应当是若干个字段", FIELDS_HINT)
        return Validated(None, [problem], data, source)
    problems: list[Problem] = []
    for _ in range(min(_ROUNDS, 1 + _CHARACTERS // (len(source.text) + 1))):
        try:
            record = model.model_validate(data, context=classes)
            problems += [blank(source, path) for path in enough(_blanks(data))]
            return Validated(None if problems else record, problems, data, source)
        except ValidationError as error:
            details = list(enough(_details(model, data, error)))
        slips = _misspellings(model, data, source, details) if len(details) <= MOST else []
        if not slips:
            break
        problems += [slip.problem for slip in slips]
        edits: dict[int, tuple[Edit, ...]] = defaultdict(tuple)
        for line, edit in filter(None, (slip.edit for slip in slips)):
            edits[line] += (edit,)
        mended = _read_again(source.mended(edits))
        if mended is None:
            break
        data, source = mended
    problems += [problem_of(model, data, source, one) for one in details]
    said = {problem.span for problem in problems}
    problems += [one for path in enough(_blanks(data)) if (one := blank(source, path)).span not in said]
    return Validated(None, problems, data, source)


def _read_again(source: SourceText) -> tuple[dict[str, Data], SourceText] | None:
    """Return the data of a mended source, with the source; None when it cannot be read to its end."""
    try:
        data, _ = parse(source)
    except NotYaml:
        return None
    return (data, source) if isinstance(data, dict) else None


def _details(model: type[Model], data: Data, error: ValidationError) -> list[Any]:
    """Return what is wrong with data, as pydantic tells it, but for alternatives, which it does not always see.

    A list that is too short only because of what is wrong with its items is not told of.
    """
    details = [one for one in error.errors(include_url=False) if one["type"] not in (LACKING, TOO_MANY)]
    inside = {one["loc"][:-1] for one in details}
    own = [one for one in details if one["type"] != "too_short" or one["loc"] not in inside]
    return _without_those_that_follow(model, data, [*own, *wrong_alternatives((model,), data)])


def _without_those_that_follow(model: type[Model], data: Data, details: list[Any]) -> list[Any]:
    """Return errors without the lack of what advice on another field of the same part says to write."""
    advised: dict[FieldPath, str] = defaultdict(str)
    for one in details:
        if one["type"] == "extra_forbidden":
            models, _, path = place_at(model, data, one["loc"][:-1])
            advised[path] += advice.for_field(models, str(one["loc"][-1]))

    def follows(one: Any) -> bool:
        missing = {"missing": one["loc"][-1:], LACKING: one.get("ctx", {}).get("names", ())}.get(one["type"], ())
        part = one["loc"][:-1] if one["type"] == "missing" else one["loc"]
        said = advised.get(place_at(model, data, part)[2], "") if missing and advised else ""
        # Who is told to write another type has none of this one's fields to write.
        return "type: " in said or any(re.search(rf"(?<!\w){name}(?!\w)", said, re.ASCII) for name in missing)

    return [one for one in details if not follows(one)]


def _blanks(data: Data, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the paths of values after which nothing was written, of optional fields too."""
    steps: Iterable[tuple[str | int, Data]] = data.items() if isinstance(data, dict) else enumerate(data or ())
    for step, value in steps:
        if value is None:
            yield (*path, step)
        elif not isinstance(value, str):
            yield from _blanks(value, (*path, step))


def _misspellings(model: type[Model], data: Data, source: SourceText, details: list[Any]) -> list[_Misspelling]:
    """Return the misspelt fields and types that can be mended."""
    slips = []
    for one in details:
        path = one["loc"]
        if one["type"] == "extra_forbidden" and (meant := meant_field(model, data, path)):
            slips.append(
                _Misspelling(unknown_field(model, data, source, path), rewritten(source, path, meant, key=True))
            )
        elif one["type"] == "union_tag_not_found" and (key := meant_type_field(model, data, path)):
            place = (*path, key)
            slips.append(
                _Misspelling(unknown_field(model, data, source, place), rewritten(source, place, "type", key=True))
            )
        elif one["type"] == "union_tag_invalid" and (tag := guess_of(model, data, one, source)):
            slips.append(_Misspelling(problem_of(model, data, source, one), rewritten(source, (*path, "type"), tag)))
    return [slip for slip in slips if slip.edit]
