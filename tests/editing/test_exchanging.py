"""Two files change places in one step, or nothing is changed: where that cannot be done, it is told."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from chuxin.editing import exchanging
from chuxin.editing.exchanging import exchange

linux = pytest.mark.skipif(sys.platform != "linux", reason="files change places in one step on Linux")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one.yml", tmp_path / "里" / "另一个.yml"
    other.parent.mkdir()
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    return one, other


@pytest.fixture
def on_a_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, object], None]]:
    """Be on a system whose library has some calls, or that has no such library, and forget it afterwards."""

    def be(platform: str, library: object) -> None:
        def load(*_: object, **__: object) -> object:
            return library or pytest.fail("Windows raises a TypeError here")

        monkeypatch.setattr(exchanging, "sys", SimpleNamespace(platform=platform))
        monkeypatch.setattr(exchanging.ctypes, "CDLL", load)
        exchanging._system_call.cache_clear()

    yield be
    exchanging._system_call.cache_clear()


def contents(*paths: Path) -> list[bytes | None]:
    return [path.read_bytes() if path.is_file() else None for path in paths]


@linux
def test_files_change_places_and_stay_the_files_that_they_are(files):
    before = [path.stat().st_ino for path in files]
    assert exchange(*files)
    assert contents(*files) == [b"2", b"1"]
    assert [path.stat().st_ino for path in files] == before[::-1]
    assert exchange(*files)
    assert contents(*files) == [b"1", b"2"]
    assert sorted(os.listdir(files[0].parent)) == ["one.yml", "里"] and os.listdir(files[1].parent) == ["另一个.yml"]


@linux
def test_links_change_places_and_what_they_lead_to_stays(files, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(files[0])
    assert exchange(link, files[1])
    assert files[1].is_symlink() and not link.is_symlink()
    assert contents(link, *files) == [b"2", b"1", b"1"]


@linux
def test_a_name_may_be_anything_that_a_system_takes(tmp_path):
    one, other = tmp_path / os.fsdecode(b"not utf-8 \xff"), tmp_path / "a 'b'\n\\c"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    assert exchange(one, other)
    assert contents(one, other) == [b"2", b"1"]


@linux
def test_who_looks_meanwhile_finds_one_or_the_other(files):
    """Never nothing: that is what it takes one step for."""
    found: set[bytes] = set()
    missed: list[OSError] = []
    over = Event()

    def look() -> None:
        while not over.is_set() and not missed:
            try:
                found.add(files[0].read_bytes())
            except OSError as error:
                missed.append(error)

    reader = Thread(target=look)
    reader.start()
    # Some hundred times, and until both were seen.
    for number in range(50_000):
        exchange(*files)
        if missed or (number > 500 and len(found) == 2):
            break
    over.set()
    reader.join()
    assert missed == [] and found == {b"1", b"2"}


# --- failing ----------------------------------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize(
    ("one", "other", "error"),
    [
        ("one.yml", "里/missing.yml", FileNotFoundError),
        ("missing.yml", "里/另一个.yml", FileNotFoundError),
        ("one.yml", "missing/另一个.yml", FileNotFoundError),
        ("one.yml", "one.yml/另一个.yml", NotADirectoryError),
        ("one.yml", "长" * 300, OSError),
    ],
)
def test_whatever_is_missing_nothing_is_changed(files, tmp_path, one, other, error):
    with pytest.raises(error) as raised:
        exchange(tmp_path / one, tmp_path / other)
    assert raised.value.filename == str(tmp_path / other)
    assert raised.value.strerror == os.strerror(raised.value.errno)
    assert contents(*files) == [b"1", b"2"]
    assert sorted(os.listdir(tmp_path)) == ["one.yml", "里"]


def failing(number: int) -> Callable[..., int]:
    """Return a call of the system's that changes nothing and fails."""

    def call(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    return call


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_what_a_file_system_cannot_is_no_error(files, monkeypatch, number):
    """The kernel has the call, the file system does not: whoever asked does without."""
    monkeypatch.setattr(exchanging, "_system_call", lambda: failing(number))
    assert exchange(*files) is False
    assert contents(*files) == [b"1", b"2"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOSPC, errno.EROFS, errno.EXDEV])
def test_any_other_failure_is_an_error_that_names_the_file(files, monkeypatch, number):
    monkeypatch.setattr(exchanging, "_system_call", lambda: failing(number))
    with pytest.raises(OSError) as raised:
        exchange(*files)
    assert (raised.value.errno, raised.value.filename) == (number, str(files[1]))


# --- other systems ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("platform", "library"), [("win32", None), ("linux", object()), ("darwin", object())])
def test_a_system_without_such_a_call_cannot(files, on_a_system, platform, library):
    """Among them a Linux or a macOS whose library is too old."""
    on_a_system(platform, library)
    assert exchange(*files) is False
    assert contents(*files) == [b"1", b"2"]


# -100 stands for the working folder, 2 for what is asked for, with both systems. Source: rename(2), renamex_np(2).
@pytest.mark.parametrize(
    ("platform", "name", "asked"),
    [("linux", "renameat2", (-100, b"a", -100, b"b", 2)), ("darwin", "renamex_np", (b"a", b"b", 2))],
)
def test_each_system_is_asked_in_its_way(on_a_system, platform, name, asked):
    calls: list[tuple] = []
    on_a_system(platform, SimpleNamespace(**{name: lambda *arguments: calls.append(arguments) or 0}))
    assert exchange(Path("a"), Path("b")) is True
    assert calls == [asked]
