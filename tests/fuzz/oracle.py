"""What holds of any text: it is reported, or it loads to exactly what it says. Nothing raises.

A text that is called clean is read again by a reader that shares nothing with ours: PyYAML's, in Python. Its words are
those of the record, and every word of the text that is in no comment is among them.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from chuxin.archive.linking import link
from chuxin.archive.loading import FileRead, LoadedRecords, _load_record, read_record
from chuxin.checks import CHECKS
from chuxin.checks.catalogue import Catalogue
from chuxin.checks.inspection import Inspection
from chuxin.pages.report import report_view
from chuxin.problems.reports import FORMATS
from chuxin.problems.typed import SourceText
from chuxin.records.classes import Classification
from chuxin.records.fields import Model
from chuxin.records.kinds import KINDS
from chuxin.words.dates import PartialDate
from chuxin.words.quantities import Quantity


def read(kind: str, text: str) -> FileRead:
    return read_record(SourceText("a.yml", text), KINDS[kind])


def assert_exact(kind: str, text: str) -> FileRead:
    """Assert that a text is either reported or loads to what it says; return what was read."""
    file = read(kind, text)
    lines = text.split("\n")
    for problem in file.problems:
        span = problem.span
        assert 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
    if any(not problem.is_warning for problem in file.problems):
        assert file.record is None
        return file
    said = yaml.load(text, Loader=yaml.BaseLoader)
    assert plain(file.record) == trimmed(said)
    assert words(without_comments(text)) - words(joined(said)) == Counter()
    return file


def assert_checks(kind: str, file: FileRead) -> None:
    """Assert that whatever was read can be checked as an archive of its own and reported in every form.

    The checks are run as they are, without what makes a problem of an exception.
    """
    loaded = LoadedRecords(Path("data"))
    problems = [*_load_record((kind, "a"), file, loaded)]
    archive = link(loaded)
    inspection = Inspection(archive, loaded, Catalogue.of(archive, loaded, ("", "about/")))
    problems += [problem for rule in CHECKS for problem in rule(inspection)]
    for form in FORMATS.values():
        assert form(problems)
    report_view(problems)


def plain(value: Any) -> Any:
    """Return a record as an editor writes it."""
    if isinstance(value, Model):
        fields = {name: plain(getattr(value, name)) for name in value.model_fields_set}
        return fields["title"] if type(value).__name__ == "Post" and set(fields) == {"title"} else fields
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Classification):
        return value.name
    return str(value) if isinstance(value, int | PartialDate | Quantity) else value


def trimmed(value: Any) -> Any:
    """Return data with the white space around its texts taken off, and posts in their short form."""
    if isinstance(value, dict):
        fields = {name: trimmed(inner) for name, inner in value.items()}
        return {name: shortened(inner) if name == "posts" else inner for name, inner in fields.items()}
    if isinstance(value, list):
        return [trimmed(item) for item in value]
    return value.strip()


def shortened(posts: list) -> list:
    return [post["title"] if isinstance(post, dict) and set(post) == {"title"} else post for post in posts]


def without_comments(text: str) -> str:
    """Return a text without comments, which stand on lines of their own or behind a sign and a space."""
    text = re.sub(r"^[ \t]*#.*|[ \t]#(?:[ \t].*|#*)$", "", text, flags=re.MULTILINE)
    # How far a text of several lines is indented is no word of it.
    return re.sub(r"(?<=[|>])[-+]?\d(?=[-+]?[ \t]*$)", "", text, flags=re.MULTILINE)


def joined(data: Any) -> str:
    if isinstance(data, dict):
        return "".join(key + joined(value) for key, value in data.items())
    return "".join(map(joined, data)) if isinstance(data, list) else data


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text))
