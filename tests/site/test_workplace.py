"""The workplace: a site is the previous one or the next one, whole, whatever ends a build and whenever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from chuxin.site import workplace
from chuxin.site.workplace import Workplace

HOOKS = Path(workplace.__file__).parent.parent.parent


def contents(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def written(folder: Path, name: str, files: int = 3) -> dict[str, str]:
    """Write a small site, all of whose files hold one text, and return what it holds."""
    for number in range(files):
        (folder / str(number)).mkdir(parents=True, exist_ok=True)
        (folder / str(number) / "index.html").write_text(name)
    return contents(folder)


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which folders change places."""
    if request.param == "two renames":
        monkeypatch.setattr(workplace, "_exchange", lambda one, other: False)
    elif sys.platform != "linux":
        pytest.skip("only Linux exchanges folders")
    return request.param


@pytest.mark.parametrize("before", [None, "empty", "site", "link", "dangling link"])
def test_what_was_written_becomes_the_site(before: str | None, way: str, tmp_path: Path) -> None:
    site, real = tmp_path / "site", tmp_path / "elsewhere" / "real"
    if before == "site":
        written(site, "old")
    elif before == "empty":
        site.mkdir()
    elif before:
        site.symlink_to(real)
        if before == "link":
            written(real, "old")
    old = contents(site)
    place = Workplace(site)
    new = written(place.folder, "new")
    assert contents(site) == old
    place.put_in_place()
    assert contents(site) == new
    assert site.is_symlink() == (before in ("link", "dangling link"))
    assert {path.name for path in [*tmp_path.iterdir(), *real.parent.glob("*")]} <= {"site", "elsewhere", "real"}


def test_a_workplace_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    old = written(tmp_path / "site", "old")
    place = Workplace(tmp_path / "site")
    written(place.folder, "new")
    del place
    assert contents(tmp_path / "site") == old
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_hidden_entries_of_the_site_move_on(way: str, tmp_path: Path) -> None:
    written(tmp_path / "site", "old")
    (tmp_path / "site" / ".git").mkdir()
    (tmp_path / "site" / ".git" / "HEAD").write_text("ref")
    place = Workplace(tmp_path / "site")
    new = written(place.folder, "new")
    place.put_in_place()
    assert contents(tmp_path / "site") == {**new, ".git/HEAD": "ref"}


def test_folders_that_were_made_read_only_inside_are_replaced(way: str, tmp_path: Path) -> None:
    written(tmp_path / "site", "old")
    (tmp_path / "site" / "0").chmod(0o500)
    place = Workplace(tmp_path / "site")
    new = written(place.folder, "new")
    place.put_in_place()
    assert contents(tmp_path / "site") == new
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("reason", ["file", "read-only", "mount point"])
def test_what_cannot_be_replaced_is_said_at_once(reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    if reason == "file":
        site.write_text("a file")
    else:
        site.mkdir()
        monkeypatch.setattr(os, "access", lambda path, mode: reason != "read-only")
        monkeypatch.setattr(os.path, "ismount", lambda path: reason == "mount point")
    with pytest.raises(OSError) as raised:
        Workplace(site)
    assert raised.value.filename == str(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


class Killed(BaseException):
    """Stands for a kill."""


# What changes the disk while places are changed.
STEPS = [(Path, "rename"), (workplace, "_exchange"), (workplace, "_remove"), (Path, "unlink"), (Path, "rmdir")]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", range(6))
def test_a_kill_at_every_step_leaves_one_of_the_two_sites(
    step: int, after: bool, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    old = written(site, "old")
    (site / ".git").mkdir()
    place = Workplace(site)
    new = written(place.folder, "new")
    counted = iter(range(100))

    def interrupted(function):
        def call(*arguments):
            if (count := next(counted)) == step and not after:
                raise Killed
            result = function(*arguments)
            if count == step:
                raise Killed
            return result

        return call

    with monkeypatch.context() as patched:
        # A kill runs no more of the program: neither what it does at its end nor what it does of an error.
        place._leave.detach()
        patched.setattr(Workplace, "_put_back", lambda self: None)
        for owner, name in STEPS:
            patched.setattr(owner, name, interrupted(getattr(owner, name)))
        with suppress(Killed):
            place.put_in_place()
    place._lock.close()

    if way == "exchange":
        assert contents(site) in (old, new)
    again = Workplace(site)
    assert contents(site) in (old, new)
    assert (site / ".git").is_dir()
    newest = written(again.folder, "newest")
    again.put_in_place()
    assert contents(site) == newest
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


BUILDER = """
import sys
from pathlib import Path
from chuxin.site.workplace import Workplace
place = Workplace(Path(sys.argv[1]), lambda: print("waiting", flush=True))
for number in range(60):
    (place.folder / str(number)).mkdir()
    (place.folder / str(number) / "index.html").write_text(sys.argv[2])
print("written", flush=True)
place.put_in_place()
"""


def builder(site: Path, name: str) -> subprocess.Popen[str]:
    """A process that builds a site of sixty files, all of which hold one text."""
    return subprocess.Popen([sys.executable, "-c", BUILDER, site, name], cwd=HOOKS, stdout=subprocess.PIPE, text=True)


def test_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    builders = [builder(tmp_path / "site", str(number)) for number in range(6)]
    assert [one.wait() for one in builders] == [0] * 6
    found = contents(tmp_path / "site")
    assert len(found) == 60 and len(set(found.values())) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in range(20):
        one = builder(site, str(number))
        if number:
            # Around the moment when places are changed.
            one.stdout.readline()
            time.sleep(number % 10 / 2000)
            one.send_signal(signal.SIGKILL)
        one.wait()
        if sys.platform == "linux" or site.is_dir():
            found = contents(site)
            assert len(found) == 60 and len(set(found.values())) == 1, number
    assert builder(site, "last").wait() == 0
    assert set(contents(site).values()) == {"last"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
