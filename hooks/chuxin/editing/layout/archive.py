"""The layout of a whole archive: which of its files are not canonical, and, when asked, every one of them rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from ...archive.loading import SETTINGS, entries, read_content
from ...problems.faults import guarded
from ...problems.problems import Problem, Span, display_path
from ...problems.typed import SourceText, decode
from ...reading.mending import read
from ...records.fields import Model
from ...records.kinds import KINDS
from ...records.settings import Settings
from ..saving import NEW, OLD, Refused, locked, replace, why
from .formatting import formatted


def format_archive(root: Path, write: bool) -> tuple[list[Path], list[Problem]]:
    """Return the files that are not canonical, rewritten if `write`, and the problems of those that are left alone.

    A file with a mistake that keeps it from being read is never rewritten, nor one that is saved meanwhile.
    """
    changed: list[Path] = []
    problems: list[Problem] = []
    with locked(root) if write else nullcontext():
        for folder, model in _folders(root):
            found, unread = entries(folder)
            problems += unread
            files = [Path(entry.path) for entry in found if entry.is_file(follow_symlinks=False)]
            for path in (file for file in files if file.suffix == ".yml" and (folder != root or file.name == SETTINGS)):
                with guarded(display_path(path), problems):
                    if _put_in_order(path, model, write, problems):
                        changed.append(path)
            problems += _left_over(folder, model, write)
    return changed, problems


def _folders(root: Path) -> Iterator[tuple[Path, type[Model]]]:
    """Yield the folders that an archive's settings and its records are read from, with the model of their files."""
    yield root, Settings
    for kind, model in KINDS.items():
        folder = root / kind
        if folder.is_dir() and not folder.is_symlink():
            yield folder, model


def _put_in_order(path: Path, model: type[Model], write: bool, problems: list[Problem]) -> bool:
    """Tell whether a file is not canonical; rewrite it then, if `write`. Add what is wrong to `problems`."""
    content, found = read_content(path)
    text, wrong = _canonical(path, content, model) if content is not None else (None, found)
    problems += wrong
    if content is None or text is None or text.encode() == content:
        return False
    if not write:
        return True
    try:
        replace(path, content, text.encode())
    except OSError as error:
        reason, hint = why(error)
    except Refused as refused:
        reason, hint = refused.reason, refused.hint
    else:
        return True
    problems.append(Problem(Span(display_path(path)), "E220", f"没有整理：{reason}", hint))
    return False


def _canonical(path: Path, content: bytes, model: type[Model]) -> tuple[str | None, list[Problem]]:
    """Return the canonical text of a file, or the problems that it has instead."""
    source = decode(display_path(path), content)
    if not isinstance(source, SourceText):
        return None, [source]
    problems = list(read(source).problems)
    return (None, problems) if problems else (formatted(source, model), [])


def _left_over(folder: Path, model: type[Model], write: bool) -> Iterator[Problem]:
    """Take away what a process left that was killed, if `write`; yield the problem of a text that is nowhere else."""
    try:
        for path in sorted(folder.glob(f"{OLD}*")):
            name = path.name.removeprefix(OLD).partition(".")[2]
            if not _is_same(path, folder / name, model):
                hint = f"与 {name} 对照，把它缺少的补进去，再删去这个文件"
                yield Problem(Span(display_path(path)), "E221", "上次整理中断，这里留着一份没有放回去的文字", hint)
            elif write:
                path.unlink(missing_ok=True)
        for path in folder.glob(f"{NEW}*") if write else ():
            path.unlink(missing_ok=True)
    except OSError as error:
        yield Problem(Span(display_path(folder)), "E220", f"没有清理：{why(error)[0]}", why(error)[1])


def _is_same(path: Path, other: Path, model: type[Model]) -> bool:
    """Tell whether two files hold the same record, perhaps in another layout."""
    content, another = read_content(path)[0], read_content(other)[0]
    if content is None or another is None:
        return False
    text = _canonical(path, content, model)[0]
    return content == another or (text is not None and text == _canonical(other, another, model)[0])
