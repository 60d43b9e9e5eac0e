"""Where the next site is written: beside the present one, with which it changes places in one step.

Whatever ends a build early (a kill, a full disk, a fault of the program) leaves the present site as it is. What it
leaves in the workplace is cleaned up by the next build. The lock on the workplace is the system's, so it ends with the
process that has it: of two builds at once, the second waits for the first.

Where the system cannot exchange two folders, the old site is moved away and the new one moved in. A kill between the
two leaves no site; the next build begins with putting the old one back.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows has no such lock: nothing keeps two builds apart there.
    fcntl = None  # type: ignore[assignment] # a module or nothing

# Of Linux, since 3.15; glibc has the function since 2.28. Source: rename(2).
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Workplace:
    """A folder beside the site's. All errors are `OSError`s that name a path."""

    def __init__(self, site: Path, wait: Callable[[], None] = lambda: None) -> None:
        """Take the folder of the site, which need not be there; `wait` is called before waiting for another build.

        A site that is a symbolic link stays one: what it leads to is replaced.
        """
        self.site = site
        self._target = Path(os.path.realpath(site))
        _refuse(self._target)
        self._room = self._target.with_name(f".{self._target.name}.building")
        self._lock = _locked(self._room, wait)
        # Also when the build ends by an exception, or by Ctrl+C.
        self._leave = weakref.finalize(self, _leave, self._room, self._lock)
        self._settle()
        self.folder.mkdir()

    @property
    def folder(self) -> Path:
        """Where the next site is written. Empty at first."""
        return self._room / "new"

    def put_in_place(self) -> None:
        """Make what was written the site. Then the workplace is gone."""
        if self._target.is_dir() and _exchange(self.folder, self._target):
            self.folder.rename(self._old)
        else:
            try:
                if self._target.is_dir():
                    self._target.rename(self._old)
                self.folder.rename(self._target)
            finally:
                self._put_back()
        self._settle()
        self._leave()

    @property
    def _old(self) -> Path:
        return self._room / "old"

    def _put_back(self) -> None:
        """Undo what was begun and not finished."""
        if self._old.is_dir() and not self._target.exists():
            self._old.rename(self._target)

    def _settle(self) -> None:
        """Bring back what is missing of the site, and remove what else a build has left.

        Hidden entries of the site are not the program's (a `.git`, a `.nojekyll`): MkDocs keeps them, so they move on.
        """
        self._put_back()
        for left in (self._old, self.folder):
            if left.is_dir():
                for entry in left.glob(".*"):
                    if not (self._target / entry.name).exists():
                        entry.rename(self._target / entry.name)
                _remove(left)


def _refuse(site: Path) -> None:
    """Raise when the site could not be replaced in the end."""
    refusal = None
    if site.exists() and not site.is_dir():
        refusal = errno.ENOTDIR
    elif os.path.ismount(site):
        refusal = errno.EBUSY
    elif site.is_dir() and not os.access(site, os.W_OK):
        refusal = errno.EACCES
    if refusal:
        raise OSError(refusal, os.strerror(refusal), str(site))


def _locked(room: Path, wait: Callable[[], None]) -> IO[str]:
    """Make the room and return its lock. When the room was removed while the lock was waited for, begin again."""
    while True:
        room.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            lock = (room / "lock").open("w")
            if fcntl:
                _acquire(lock, wait)
            if os.path.samestat(os.fstat(lock.fileno()), (room / "lock").stat()):
                return lock


def _acquire(lock: IO[str], wait: Callable[[], None]) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(lock, fcntl.LOCK_EX)


def _leave(room: Path, lock: IO[str]) -> None:
    """Remove the room, unless something of the old site is in it; what cannot be removed is left to the next build.

    The lock goes last: who finds it gone makes a new room.
    """
    with contextlib.suppress(OSError):
        if (room / "new").is_dir():
            _remove(room / "new")
        if not (room / "old").is_dir():
            (room / "lock").unlink()
            room.rmdir()
    lock.close()


def _remove(folder: Path) -> None:
    """Remove a folder, also where parts of it were made read-only."""
    for parent, folders, _ in os.walk(folder):
        for name in folders:
            path = Path(parent, name)
            if not path.is_symlink() and not os.access(path, os.R_OK | os.W_OK | os.X_OK):
                path.chmod(0o700)
    shutil.rmtree(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, and tell whether they did."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
