"""A folder of records → typed records, and everything in the folder that is not one.

Each kind has a folder of its own; a record is one `.yml` file whose stem is its id. Nothing in the archive is passed
over in silence but files whose names start with a dot. Nothing outside of it is read: links are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .problems import Problem, Span, display_path
from .schema import KINDS, Record, Settings
from .source import MAX_CHARACTERS, Source, decode, locate, parse, too_large
from .validation import M, validate

SETTINGS = "archive.yml"
PAGES = "docs"


@dataclass
class Loaded:
    """The records of an archive by kind and id, with the text of each. `broken` holds those that did not load."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)


def load(root: Path) -> tuple[Loaded, list[Problem]]:
    """Read every record under `root`. A record with a problem is left out and named in `broken`."""
    loaded = Loaded(root)
    if not root.is_dir():
        return loaded, [Problem(Span(display_path(root)), "E120", "没有这个档案文件夹")]
    entries, problems = _entries(root)
    for entry in entries:
        if entry.is_symlink():
            problems.append(_misplaced(entry, "E121", "档案里不能有链接"))
        elif entry.name == SETTINGS and not entry.is_file():
            problems.append(_misplaced(entry, "E123", "文件打不开"))
        elif entry.name == SETTINGS:
            settings, found = read(Path(entry.path), Settings)[1:]
            loaded.settings = settings or loaded.settings
            problems += found
        elif entry.name in KINDS and entry.is_dir():
            problems += _load_kind(entry.name, loaded)
        elif entry.name != PAGES:
            problems.append(_misplaced(entry, "E122", f"档案里只有这些文件夹：{'、'.join(KINDS)}"))
    return loaded, problems


def read_source(path: Path) -> tuple[Source | None, list[Problem]]:
    """Read a text file, no more of it than a record may be long."""
    name = display_path(path)
    try:
        with open(path, "rb") as file:
            content = file.read(4 * MAX_CHARACTERS + 1)
    except OSError:
        return None, [Problem(Span(name), "E123", "文件打不开")]
    if len(content) > 4 * MAX_CHARACTERS:
        return None, [too_large(Span(name))]
    source = decode(name, content)
    return (None, [source]) if isinstance(source, Problem) else (source, [])


def read(path: Path, model: type[M]) -> tuple[Source | None, M | None, list[Problem]]:
    """Read one file as one record of `model`."""
    source, problems = read_source(path)
    if source is None:
        return None, None, problems
    data, problems = parse(source)
    if problems:
        return source, None, problems
    return source, *validate(model, data, source)


def _load_kind(kind: str, loaded: Loaded) -> Iterator[Problem]:
    entries, problems = _entries(loaded.root / kind)
    yield from problems
    for entry in entries:
        path = Path(entry.path)
        if entry.is_symlink():
            loaded.broken.add((kind, path.stem))
            yield _misplaced(entry, "E121", "档案里不能有链接")
        elif path.suffix != ".yml" or not entry.is_file():
            loaded.broken.add((kind, path.stem))
            yield _misplaced(entry, "E124", "这里只能放 .yml 文件")
        else:
            source, record, problems = read(path, KINDS[kind])
            if source and record and record.id != path.stem:
                # Whoever refers to it by either name makes no mistake of his own.
                loaded.broken.add((kind, record.id))
                problems = [
                    Problem(locate(source, ("id",)), "E125", f"编号 “{record.id}” 与文件名 “{path.stem}” 不一致")
                ]
            if source and record and not problems:
                loaded.records[kind][record.id] = record
                loaded.sources[kind, record.id] = source
            else:
                loaded.broken.add((kind, path.stem))
            yield from problems


def _entries(folder: Path) -> tuple[list[os.DirEntry], list[Problem]]:
    """Return what lies in a folder, sorted by name, without hidden files."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        return [], [Problem(Span(display_path(folder)), "E126", "文件夹打不开")]
    return sorted(entries, key=lambda entry: entry.name), []


def _misplaced(entry: os.DirEntry, code: str, message: str) -> Problem:
    return Problem(Span(display_path(Path(entry.path))), code, message)
