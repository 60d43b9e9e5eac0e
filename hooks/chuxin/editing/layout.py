"""The layout of a whole archive: which of its files are not canonical, and, when asked, every one of them rewritten."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..loading import SETTINGS, read_source
from ..mending import read
from ..problems import Problem, Span, display_path
from ..schema import KINDS, Model, Settings
from .formatting import formatted


def format_archive(root: Path, write: bool) -> tuple[list[Path], list[Problem]]:
    """Return the files that are not canonical, rewritten if `write`, and the problems of those that are left alone.

    A file with a mistake that keeps it from being read is never rewritten.
    """
    changed: list[Path] = []
    problems: list[Problem] = []
    for path, model in _files(root):
        try:
            text, found = _formatted(path, model)
            problems += found
            if text is None or path.read_bytes() == text.encode():
                continue
            if write:
                _replace(path, text)
        except OSError:
            problems.append(Problem(Span(display_path(path)), "E123", "文件改不了", "请看这个文件和它的文件夹是否只读"))
        else:
            changed.append(path)
    return changed, problems


def _files(root: Path) -> Iterator[tuple[Path, type[Model]]]:
    """Yield the files that an archive's records and its settings are read from, with the model of each."""
    settings = root / SETTINGS
    if settings.is_file() and not settings.is_symlink():
        yield settings, Settings
    for kind, model in KINDS.items():
        folder = root / kind
        if folder.is_symlink() or not folder.is_dir():
            continue
        for path in sorted(folder.glob("*.yml")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield path, model


def _formatted(path: Path, model: type[Model]) -> tuple[str | None, list[Problem]]:
    """Return the canonical text of a file, or the problems that it has instead."""
    source, problems = read_source(path)
    if source is None:
        return None, problems
    problems = list(read(source).problems)
    return (None, problems) if problems else (formatted(source, model), [])


def _replace(path: Path, text: str) -> None:
    """Write a file so that whoever reads it meanwhile finds the old text or the new one, never half of it."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(text.encode())
        shutil.copymode(path, name)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
