"""Saving: a file is whole at every moment, whoever is killed and whatever is full, and nobody's save is lost."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from chuxin.editing import exchanging, saving
from chuxin.editing.layout.archive import format_archive
from chuxin.editing.saving import Refused, create, put, replace

OLD, NEW = b"id:   li\nname: \xe6\x9d\x8e\nsort: li\n", b"id: li\nname: \xe6\x9d\x8e\nsort: li\n"
PACKAGE = Path(saving.__file__).parent

linux = pytest.mark.skipif(sys.platform != "linux", reason="files change places in one step on Linux")
# The tests run in threads of their own; the child only writes files and dies.
forks = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing wait for the disk: what is looked at is the order of steps."""
    monkeypatch.setattr(saving.os, "fsync", lambda _: None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "people" / "li.yml"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


@contextmanager
def at_lines(acts: Mapping[int, Callable[[], None]]) -> Iterator[list[int]]:
    """Act before the lines of saving that are run as the so-manieth; yields the count of lines run."""
    count = [0]

    def trace(frame, event, _):
        if Path(frame.f_code.co_filename) not in (Path(saving.__file__), Path(exchanging.__file__)):
            return None
        if event == "line":
            count[0] += 1
            acts.get(count[0], lambda: None)()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield count
    finally:
        sys.settrace(before)


def lines_of(act: Callable[[], object]) -> int:
    """Return how many lines of saving an act runs."""
    with at_lines({}) as count:
        act()
    return count[0]


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def save_in_place(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def save_by_renaming(path: Path, content: bytes) -> None:
    other = path.with_name("another-editor")
    other.write_bytes(content)
    os.replace(other, path)


each_way = pytest.mark.parametrize("save", [save_in_place, save_by_renaming])


# --- replacing --------------------------------------------------------------------------------------------------------


def test_a_file_is_replaced_and_keeps_what_it_is(path):
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 2345)
    before = path.stat()
    replace(path, OLD, NEW)
    after = path.stat()
    assert path.read_bytes() == NEW and beside(path) == []
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns


def test_a_file_that_was_saved_stays(path):
    path.write_bytes(b"saved")
    with pytest.raises(Refused, match="又被保存了"):
        replace(path, OLD, NEW)
    assert path.read_bytes() == b"saved" and beside(path) == []


def test_what_became_something_else_stays(path):
    elsewhere = path.with_name("elsewhere.txt")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    with suppress(Refused):
        replace(path, OLD, NEW)
    assert path.is_symlink() and elsewhere.read_bytes() == OLD
    path.unlink()
    with pytest.raises(FileNotFoundError):
        replace(path, OLD, NEW)
    assert beside(path) == ["elsewhere.txt"]


@linux
@each_way
def test_a_save_at_any_moment_is_what_is_there_in_the_end(path, save):
    for number in range(1, lines_of(lambda: replace(path, OLD, NEW)) + 1):
        path.write_bytes(OLD)
        with suppress(Refused), at_lines({number: lambda: save(path, b"saved")}):
            replace(path, OLD, NEW)
        assert path.read_bytes() == b"saved", number
        assert beside(path) == [], number


@linux
@each_way
def test_of_two_saves_the_second_is_there(path, save):
    lines = 1 + lines_of(lambda: replace(path, OLD, NEW))
    for first in range(1, lines):
        for second in range(first + 1, lines + 5, 7):
            path.write_bytes(OLD)
            saves = {first: lambda: save(path, b"first"), second: lambda: save(path, b"second")}
            with suppress(Refused), at_lines(saves) as count:
                replace(path, OLD, NEW)
            assert path.read_bytes() == (b"second" if count[0] >= second else b"first"), (first, second)
            for left in path.parent.glob(".chuxin-*"):
                assert left.read_bytes() == b"first"
                left.unlink()


def test_without_exchange_the_file_is_compared_and_replaced(path, monkeypatch):
    monkeypatch.setattr(saving, "exchange", lambda *_: False)
    replace(path, OLD, NEW)
    assert path.read_bytes() == NEW and beside(path) == []
    with pytest.raises(Refused):
        replace(path, OLD, b"another")
    assert path.read_bytes() == NEW and beside(path) == []


# --- creating ---------------------------------------------------------------------------------------------------------


def test_a_new_file_has_the_usual_permissions(tmp_path):
    mask = os.umask(0o027)
    try:
        create(tmp_path / "people" / "li.yml", NEW)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "people" / "li.yml").stat().st_mode) == 0o640
    assert beside(tmp_path / "people" / "li.yml") == []


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_overwritten(path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(saving.os, "link", no_links)
    with pytest.raises(FileExistsError):
        create(path, NEW)
    assert path.read_bytes() == OLD and beside(path) == []
    path.unlink()
    create(path, NEW)
    assert path.read_bytes() == NEW and beside(path) == []


def test_what_the_program_makes_takes_the_place_of_what_was_there(path):
    path.chmod(0o444)
    put(path, NEW)
    put(path.with_name("new.yml"), OLD)
    assert (path.read_bytes(), path.with_name("new.yml").read_bytes()) == (NEW, OLD)
    assert beside(path) == ["new.yml"]


# --- failing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("links", [True, False])
def test_a_full_disk_leaves_nothing_of_a_new_file(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(saving.os, "link", no_links)
    resource = pytest.importorskip("resource", reason="limits of processes")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError) as raised:
            create(tmp_path / "people" / "li.yml", NEW * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert saving.why(raised.value)[0] == "磁盘满了"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["open", "fsync", "rename", "chown", "utime", "link", "unlink"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_whatever_fails_a_file_is_whole(path, monkeypatch, name, number):
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "")

    with monkeypatch.context() as patch:
        patch.setattr(saving.os, name, fail)
        with suppress(OSError):
            replace(path, OLD, NEW)
        with suppress(OSError):
            create(path.with_name("new.yml"), NEW)
    assert path.read_bytes() in (OLD, NEW)
    assert not path.with_name("new.yml").exists() or path.with_name("new.yml").read_bytes() == NEW


class Interrupted(BaseException):
    """Somebody pressed Ctrl-C."""


def interrupt() -> None:
    raise Interrupted


def test_interrupted_at_any_moment_nothing_is_half_done(path):
    new = path.with_name("new.yml")
    for number in range(1, lines_of(lambda: (replace(path, OLD, NEW), create(new, NEW))) + 1):
        path.write_bytes(OLD)
        new.unlink(missing_ok=True)
        with suppress(Interrupted), at_lines({number: interrupt}):
            replace(path, OLD, NEW)
            create(new, NEW)
        assert path.read_bytes() in (OLD, NEW), number
        assert not new.exists() or new.read_bytes() == NEW, number
        assert format_archive(path.parent.parent, write=True)[1] == [], number
        assert path.read_bytes() == NEW and set(beside(path)) <= {"new.yml"}, number


@forks
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_killed_at_any_moment_a_file_is_whole_and_the_next_run_cleans_up(path):
    new = path.with_name("new.yml")
    for number in range(1, lines_of(lambda: (replace(path, OLD, NEW), create(new, NEW))) + 1):
        path.write_bytes(OLD)
        new.unlink(missing_ok=True)
        child = os.fork()
        if not child:
            with at_lines({number: lambda: os.kill(os.getpid(), signal.SIGKILL)}):
                replace(path, OLD, NEW)
                create(new, NEW)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert path.read_bytes() in (OLD, NEW), number
        assert not new.exists() or new.read_bytes() == NEW, number
        assert format_archive(path.parent.parent, write=True)[1] == [], number
        assert path.read_bytes() == NEW and set(beside(path)) <= {"new.yml"}, number


SAVER = """
import os, sys, time
path, way = sys.argv[1:]
for number in range(400):
    text = f"name:   {number}\\nid: li\\n"
    if way == "rename":
        with open(path + "~", "w") as file:
            file.write(text)
        os.replace(path + "~", path)
    else:
        with open(path, "w") as file:
            file.write(text)
    time.sleep(0.0002 * (number % 7))
"""


@linux
@pytest.mark.parametrize("way", ["rename", "in place"])
def test_somebody_who_saves_all_the_time_finds_the_last_save(path, way):
    saver = subprocess.Popen([sys.executable, "-c", SAVER, str(path), way])
    while saver.poll() is None:
        format_archive(path.parent.parent, write=True)
    assert saver.returncode == 0
    format_archive(path.parent.parent, write=True)
    assert path.read_bytes() == b"id: li\nname: 399\n"
