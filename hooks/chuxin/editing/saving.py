"""A file of an editor's is written whole or not at all, and never in place of what somebody else saved meanwhile.

Everything is written beside the file first and gets its place in one step. What was there before is looked at once more
when it has left its place: so a save that came at the last moment is seen, and put back. Beside the file only two kinds
of files are ever left, by a process that was killed:

- `.chuxin-new.…`: a text that was being written. It can go.
- `.chuxin-old.…`: a text that was changing places. It can go when it is known what it holds.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .exchanging import exchange

try:
    import fcntl
except ImportError:  # Windows has no such locks.
    fcntl = None  # type: ignore[assignment] # a module or nothing

NEW, OLD = ".chuxin-new.", ".chuxin-old."
# File systems without hard links say one of these.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Refused(Exception):
    """A file is not to be replaced. Says why, and what to do, in Chinese."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


def why(error: OSError) -> tuple[str, str]:
    """Return why something could not be written, and what to do, in Chinese."""
    if error.errno in _FULL:
        return "磁盘满了", "腾出地方以后再试"
    if error.errno in _FORBIDDEN:
        return "没有写的权限", "请看这个文件和它的文件夹是否只读"
    if error.errno == errno.ENOENT:
        return "文件或文件夹不见了", "多半是刚刚被移走或改了名，请核对以后再试"
    return f"系统不让写（{os.strerror(error.errno) if error.errno else error}）", "请把这一行发给维护网站的人"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes out of a folder that they ask for as well, until the end or the process's death."""
    handle = None
    try:
        with suppress(OSError):  # Some file systems have no locks; what cannot be opened is told by whoever needs it.
            handle = os.open(folder, os.O_RDONLY) if fcntl else None
            if handle is not None:
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def create(path: Path, content: bytes) -> None:
    """Write a new file, in a new folder if need be. Raises FileExistsError, as nothing is overwritten, and OSError."""
    made = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    try:
        with _beside(path, content, 0o666) as written:
            try:
                os.link(written, path)
            except OSError as error:
                if error.errno not in _NO_LINKS:
                    raise
                _write(path, content, 0o666)
        _settle(path.parent)
    except BaseException:
        if made:
            with suppress(OSError):
                path.parent.rmdir()
        raise


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Write `new` in place of `old`. Raises Refused when that is not what the file holds, and OSError.

    The file keeps its permissions and its owner. One that is read-only stays. So does one with several names (hard
    links): written in place it could be left half written, and replaced it would be two files.
    """
    status = os.lstat(path)
    if not os.access(path, os.W_OK) or not status.st_mode & 0o222:
        raise Refused("文件是只读的", "要改的话，先去掉它的只读")
    if status.st_nlink > 1:
        raise Refused("文件还有别的名字（硬链接）", "先把它复制成一个单独的文件，再用复制的换下它")
    with _beside(path, new, 0o600) as written:
        _like(written, path, status)
        spare = written.with_name(OLD + written.name.removeprefix(NEW))
        written.rename(spare)
        try:
            _change_places(spare, path, old, new)
        finally:
            if _content(spare) in (old, new):
                spare.unlink()
    _settle(path.parent)


def put(path: Path, content: bytes) -> None:
    """Write a file that the program makes, in place of whatever is there. Raises OSError."""
    with _beside(path, content, 0o666) as written:
        os.replace(written, path)


def _change_places(spare: Path, path: Path, old: bytes, new: bytes) -> None:
    """Put `spare`, which holds `new`, into its place, unless the file there holds something else than `old`.

    At the last moment somebody may have saved. What comes out of the place tells: if it is not `old`, it goes back. If
    the place was saved to in between as well, that is the newest; what came out first stays beside it.
    """
    if _content(path) != old:
        raise _saved_meanwhile()
    if not exchange(spare, path):
        os.replace(spare, path)
    elif _content(spare) != old:
        exchange(spare, path)
        if _content(spare) != new:
            exchange(spare, path)
        raise _saved_meanwhile()


def _saved_meanwhile() -> Refused:
    return Refused("整理的时候文件又被保存了", "文件是刚保存的样子，再运行一次就会整理")


@contextmanager
def _beside(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """Write a text beside a file, safe from a loss of power, for as long as it is needed there."""
    written = path.with_name(f"{NEW}{secrets.token_hex(4)}.{path.name}")
    _write(written, content, mode)
    try:
        yield written
    finally:
        written.unlink(missing_ok=True)


def _write(path: Path, content: bytes, mode: int) -> None:
    """Write a file that is not there yet; when it cannot be written whole, it is not there afterwards either."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink()
        raise


def _like(written: Path, path: Path, status: os.stat_result) -> None:
    """Give a file the owner and the permissions of another, as far as that is allowed; its time is now."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(written, -1, status.st_gid)
            os.chown(written, status.st_uid, -1)
    shutil.copystat(path, written)
    os.utime(written)


def _content(path: Path) -> bytes | None:
    """Return what a file holds; None when it is no file any more."""
    try:
        return path.read_bytes() if stat.S_ISREG(os.lstat(path).st_mode) else None
    except OSError:
        return None


def _settle(folder: Path) -> None:
    """Have the names in a folder written to the disk, where that can be asked for."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
