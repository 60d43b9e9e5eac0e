"""Drafts are filled in: nothing that stood there as an example is left."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problems import Problem, errors
from ..problems.typed import FieldPath
from ..reading.parsing import Data, parse
from ..reading.places import locate
from ..records.wording import PLACEHOLDERS
from ..words.dates import AT_LATEST
from .inspection import Inspection


def examples_are_replaced(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no field holds what a draft puts where something is to be written."""
    for key, file in inspection.loaded.files.items():
        source = inspection.loaded.text(key)
        if any(example in source.text for example in PLACEHOLDERS):
            # What is refused for what it is, is told once: by that.
            refused = {(one.span.line, one.span.column) for one in errors(file.problems)}
            for path, example in _left_in(file.data if file.record is None else parse(source)[0]):
                span = locate(source, path)
                if (span.line, span.column) in refused:
                    continue
                message = f"“{example}” 是草稿里的例子，还没有换成真的内容"
                hint = "写上真的内容；不知道，就把这个字段整个删去"
                yield Problem(span, "E126", message, hint)


def _left_in(data: Data, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield every example among the values, with its path."""
    if isinstance(data, str) and (text := data.strip().removeprefix(AT_LATEST)) in PLACEHOLDERS:
        yield path, text
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _left_in(value, (*path, step))
