"""A folder of records → typed records, and everything in the folder that is not one.

Each kind has a folder of its own; a record is one `.yml` file whose stem is its id. Nothing in the archive is passed
over in silence but files whose names start with a dot. Nothing outside of it is read: links are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

from ..problems.faults import guarded
from ..problems.problems import Problem, Span, display_path, enough, limited
from ..problems.typed import MAX_CHARACTERS, SourceText, decode, too_large
from ..reading.mending import read as read_yaml
from ..reading.parsing import Data
from ..reading.places import locate
from ..reading.style import style_problems
from ..records.classes import BUILT_IN, Classes
from ..records.fields import Model, Record
from ..records.kinds import KINDS
from ..records.settings import Settings
from .validation import validate

SETTINGS = "archive.yml"
PAGES = "docs"
_MOST_BYTES = 4 * MAX_CHARACTERS


# A record's kind and id.
Key = tuple[str, str]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class FileRead:
    """What became of one file: its text, the data in it, the record if nothing is wrong, and the problems."""

    source: SourceText | None
    data: Data
    record: Model | None
    problems: list[Problem]


@dataclass
class LoadedRecords:
    """What was read of an archive: its settings, the files of its records, and which records did not load.

    A file without a record holds the data that could be read of it; a file of which nothing could be read is none here.
    """

    root: Path
    settings: Settings = field(default_factory=Settings)
    classes: Classes | None = field(default_factory=lambda: BUILT_IN)
    """The classes that a unit can be of; None when the settings, which may name some, did not load."""
    files: dict[Key, FileRead] = field(default_factory=dict)
    broken: set[Key] = field(default_factory=set)
    """The records that did not load, also by the ids that their files claim."""

    def of(self, model: type[R]) -> dict[str, R]:
        """Return the records of a kind by their ids, in the order of their files."""
        files = self.files.items()
        return {one: cast("R", file.record) for (kind, one), file in files if kind == model.folder and file.record}

    def text(self, key: Key) -> SourceText:
        """Return the text of a record. Raises KeyError where none could be read."""
        return cast("SourceText", self.files[key].source)

    @property
    def drafts(self) -> dict[Key, Data]:
        """The data of records that did not load, as far as it could be read."""
        return {key: file.data for key, file in self.files.items() if file.record is None}


def load(root: Path) -> tuple[LoadedRecords, list[Problem]]:
    """Read every record under `root`. A record with a problem is left out and named in `broken`."""
    loaded = LoadedRecords(root)
    if not root.is_dir():
        return loaded, [Problem(Span(display_path(root)), "E120", "没有这个档案文件夹", "请核对文件夹的名称")]
    found, problems = entries(root)
    # What the settings say holds for all records.
    for entry in sorted(found, key=lambda one: one.name != SETTINGS):
        if entry.name == SETTINGS:
            problems += _load_settings(entry, loaded)
        elif entry.is_symlink():
            problems.append(_misplaced(entry, "E121", "档案里不能有链接", "换成真正的文件或文件夹"))
        elif entry.name in KINDS and entry.is_dir():
            problems += _load_kind(entry.name, loaded)
        elif entry.name != PAGES:
            problems.append(
                _misplaced(entry, "E122", f"档案里没有 “{entry.name}” 的位置", f"只有这些文件夹：{'、'.join(KINDS)}")
            )
    return loaded, problems


def read_content(path: str | os.PathLike[str]) -> tuple[bytes | None, list[Problem]]:
    """Read the bytes of a file, when they are no more than a record may have."""
    name = display_path(path)
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(min(size, _MOST_BYTES) + 1)
    except OSError:
        return None, [Problem(Span(name), "E123", "文件打不开", "请检查它的权限")]
    return (None, [too_large(Span(name))]) if len(content) > _MOST_BYTES else (content, [])


def read_source(path: str | os.PathLike[str]) -> tuple[SourceText | None, list[Problem]]:
    """Read a text file, when it is no longer than a record may be."""
    content, problems = read_content(path)
    if content is None:
        return None, problems
    source = decode(display_path(path), content)
    return (None, [source]) if isinstance(source, Problem) else (source, [])


def entries(folder: Path) -> tuple[list[os.DirEntry[str]], list[Problem]]:
    """Return what lies in a folder, sorted by name, without hidden files."""
    try:
        with os.scandir(folder) as found:
            shown = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        return [], [Problem(Span(display_path(folder)), "E123", "文件夹打不开", "请检查它的权限")]
    return sorted(shown, key=lambda entry: entry.name), []


def read(path: str | os.PathLike[str], model: type[Model], classes: Classes | None = BUILT_IN) -> FileRead:
    """Read one file as one record of `model`. See `read_record`."""
    source, problems = read_source(path)
    if source:
        with guarded(source.path, problems):
            return read_record(source, model, classes)
    return FileRead(None, None, None, problems)


def read_record(source: SourceText, model: type[Model], classes: Classes | None = BUILT_IN) -> FileRead:
    """Read a text as one record of `model`. What nobody foresaw is raised: `read` makes a problem of it.

    Slips that keep it from being read are mended to see what else is wrong; such a text never becomes a record.
    `classes` are those that a unit can be of, None when nobody knows.
    """
    reading = read_yaml(source)
    if reading.data is None or not reading.complete:
        return FileRead(reading.source, None, None, limited(reading.problems))
    validated = validate(model, reading.data, reading.source, classes)
    problems = [*reading.problems, *validated.problems]
    record = None if problems else validated.record
    # On a line with an error it is enough to mend that first. What is missing is missing anywhere.
    wrong = {problem.span.line for problem in problems if problem.code != "E201"}
    warnings = (warning for warning in enough(style_problems(validated.source)) if warning.span.line not in wrong)
    return FileRead(validated.source, validated.data, record, limited(chain(problems, warnings)))


def _load_settings(entry: os.DirEntry[str], loaded: LoadedRecords) -> list[Problem]:
    """Read the settings. Where they are wrong, no class of a unit is: they may name it."""
    loaded.classes = None
    if entry.is_symlink():
        return [_misplaced(entry, "E121", "档案里不能有链接", "换成真正的文件或文件夹")]
    if not entry.is_file():
        return [_misplaced(entry, "E123", "文件打不开", "archive.yml 应当是一个文件")]
    file = read(entry.path, Settings)
    if file.record:
        loaded.settings = cast("Settings", file.record)
        loaded.classes = loaded.settings.classes
    return file.problems


def _load_kind(kind: str, loaded: LoadedRecords) -> Iterator[Problem]:
    found, problems = entries(loaded.root / kind)
    yield from problems
    for entry in found:
        stem, suffix = os.path.splitext(entry.name)
        key: Key = (kind, stem)
        if entry.is_symlink():
            loaded.broken.add(key)
            yield _misplaced(entry, "E121", "档案里不能有链接", "换成真正的文件或文件夹")
        elif entry.is_dir():
            loaded.broken.add(key)
            yield _misplaced(entry, "E124", "这里不能再有文件夹", f"记录直接放在 {kind} 里，一份一个 .yml 文件")
        elif suffix != ".yml" or not entry.is_file():
            loaded.broken.add(key)
            yield _misplaced(entry, "E124", "这里只能放 .yml 文件", f"改名为 {stem}.yml，或者移走")
        else:
            with guarded(display_path(entry.path), problems := []):
                problems.extend(_load_record(key, read(entry.path, KINDS[kind], loaded.classes), loaded))
            yield from problems


def _load_record(key: Key, file: FileRead, loaded: LoadedRecords) -> Iterator[Problem]:
    yield from file.problems
    identifier = file.data.get("id") if isinstance(file.data, dict) else None
    misnamed = (
        isinstance(identifier, str) and identifier != key[1] and not any(one.code == "E207" for one in file.problems)
    )
    if file.source and misnamed:
        # Whoever refers to it by either name makes no mistake of his own.
        loaded.broken.add((key[0], str(identifier)))
        message = f"编号 “{identifier}” 与文件名 “{key[1]}” 不一致"
        yield Problem(locate(file.source, ("id",)), "E125", message, "改动其中一个；已经发布的编号不能改")
    if file.record and not misnamed:
        loaded.files[key] = replace(file, data=None)
        return
    loaded.broken.add(key)
    if file.data is not None:
        loaded.files[key] = replace(file, record=None)


def _misplaced(entry: os.DirEntry[str], code: str, message: str, hint: str = "") -> Problem:
    return Problem(Span(display_path(entry.path)), code, message, hint)
