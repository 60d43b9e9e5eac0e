"""Two files change places in one step, which Python has no function for."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

# renameat2(2) of Linux and renamex_np(2) of macOS: the flags, and what stands for the working folder.
_EXCHANGE, _SWAP, _WORKING_FOLDER = 2, 2, -100


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places. Return False where the system or the file system cannot; raises OSError."""
    call = _system_call()
    if call is None:
        return False
    if not call(os.fsencode(one), os.fsencode(other)):
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _system_call() -> Callable[[bytes, bytes], int] | None:
    """Return the call that exchanges two paths, which gives 0 when it did."""
    if sys.platform not in ("linux", "darwin"):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return swap and (lambda one, other: swap(one, other, _SWAP))
    rename = getattr(library, "renameat2", None)
    return rename and (lambda one, other: rename(_WORKING_FOLDER, one, _WORKING_FOLDER, other, _EXCHANGE))
