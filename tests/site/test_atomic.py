"""Builds that end early, as MkDocs runs them: the previous site stays as it is, and whoever asked reads a sentence."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import ROOT, SAMPLE, contents

PROJECT = ("mkdocs.yml", "hooks", "overrides")
# What lets root be refused like anybody else.
_MAY_NOT = "-dac_override,-dac_read_search"
LIKE_ANYBODY = ["setpriv", f"--inh-caps={_MAY_NOT}", f"--bounding-set={_MAY_NOT}"] if os.geteuid() == 0 else []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a build reads, with a site in place."""
    folder = tmp_path
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    shutil.copytree(SAMPLE, folder / "data")
    (folder / "site" / "about").mkdir(parents=True)
    for page in ("index.html", "about/index.html"):
        (folder / "site" / page).write_text("the previous site", encoding="utf-8")
    return folder


def command(folder: Path, *options: str) -> dict:
    """What runs a build of the project."""
    environment = {**os.environ, "DOCS": "data/docs", "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    # The copy of the package, with its templates.
    environment["PYTHONPATH"] = str(folder / "hooks")
    return {
        "args": [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", *options],
        "cwd": folder,
        "env": {name: value for name, value in environment.items() if name not in ("ARCHIVE", "SITE_URL")},
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "text": True,
    }


def test_whatever_is_raised_leaves_the_site_and_names_the_file(project: Path) -> None:
    before = contents(project / "site")
    for template, named in [
        ("hooks/chuxin/pages/people.html", r"data/people/\S+\.yml"),
        ("hooks/chuxin/pages/index.html", r"meetings/index\.md"),
        ("overrides/partials/neighbours.html", r"data/docs/about\.md"),
        ("overrides/404.html", r"overrides/404\.html"),
    ]:
        file = project / template
        text = file.read_text(encoding="utf-8")
        # Into the first block where there is one: outside of blocks a template that extends another shows nothing.
        damaged = re.sub(r"\A(.*?\{% block \w+ -?%\}|)", r"\1{{ 1 / 0 }}", text, count=1, flags=re.DOTALL)
        file.write_text(damaged, encoding="utf-8")
        done = subprocess.run(**command(project))
        assert done.returncode == 1, template
        fault = rf"^{named}:1:1: 错误\[E134\] 程序出错了，不是您写错了（ZeroDivisionError，{Path(template).name}:\d+）$"
        assert re.search(fault, done.stdout, re.MULTILINE), (template, done.stdout)
        assert "请把这一行文字和这个文件发给维护网站的人" in done.stdout and "网站没有重新生成。" in done.stdout
        assert "Traceback" not in done.stdout and "ERROR" not in done.stdout
        assert contents(project / "site") == before
        assert not (project / ".site.building").exists()
        file.write_text(text, encoding="utf-8")


def test_a_warning_that_ends_a_strict_build_leaves_the_site(project: Path) -> None:
    before = contents(project / "site")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("unrecognized_links: ignore", "not_found: warn"), "utf-8")
    (project / "hooks" / "more.py").write_text(
        "import logging\ndef on_env(env, **_):\n    logging.getLogger('mkdocs.more').warning('careful')\n", "utf-8"
    )
    settings.write_text(settings.read_text("utf-8").replace("hooks/main.py", "hooks/main.py\n  - hooks/more.py"))
    done = subprocess.run(**command(project))
    assert done.returncode == 1 and "Aborted with 1 warnings" in done.stdout
    assert contents(project / "site") == before
    assert subprocess.run(**command(project, "--no-strict")).returncode == 0
    assert (project / "site" / "people" / "jia-yiming" / "index.html").is_file()


def test_a_full_disk_leaves_the_site(project: Path) -> None:
    """A limit on the size of files has the system refuse to write as a full disk does."""
    before = contents(project / "site")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))  # noqa: E731
    done = subprocess.run(**command(project), preexec_fn=limit)
    assert done.returncode == 1
    assert "错误[E420] 网站写不到磁盘上：磁盘满了" in done.stdout and "Traceback" not in done.stdout
    assert contents(project / "site") == before
    assert not (project / ".site.building").exists()


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="only root can mount a small disk")
def test_a_disk_that_really_is_full_leaves_the_site(project: Path) -> None:
    disk = project / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        shutil.copytree(project / "site", disk / "site")
        before = contents(disk / "site")
        done = subprocess.run(**command(project, "--site-dir", str(disk / "site")))
        assert done.returncode == 1
        assert "错误[E420] 网站写不到磁盘上：磁盘满了" in done.stdout and "Traceback" not in done.stdout
        assert contents(disk / "site") == before
        assert [path.name for path in disk.iterdir()] == ["site"]
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.skipif(bool(LIKE_ANYBODY) and not shutil.which("setpriv"), reason="root may write everywhere")
@pytest.mark.parametrize("locked", ["site", "."])
def test_a_folder_that_may_not_be_written_stays(locked: str, project: Path) -> None:
    before = contents(project / "site")
    (project / locked).chmod(0o555)
    run = command(project)
    done = subprocess.run(**{**run, "args": [*LIKE_ANYBODY, *run["args"]]})
    assert done.returncode == 1
    named = "site" if locked == "site" else ".site.building"
    assert f"{named}:1:1: 错误[E420] 网站写不到磁盘上：没有权限" in done.stdout and "Traceback" not in done.stdout
    assert contents(project / "site") == before


def test_a_file_in_the_sites_place_stays(project: Path) -> None:
    (project / "file").write_text("not a folder", encoding="utf-8")
    done = subprocess.run(**command(project, "--site-dir", "file"))
    assert done.returncode == 1
    assert "file:1:1: 错误[E420]" in done.stdout and "现在是文件" in done.stdout and "Traceback" not in done.stdout
    assert (project / "file").read_text(encoding="utf-8") == "not a folder"


def test_a_kill_at_any_moment_leaves_the_site_and_the_next_build_cleans_up(project: Path) -> None:
    before = contents(project / "site")
    after = None
    for moment in (0.0, 0.1, 0.4, 1.0):
        with subprocess.Popen(**command(project)) as killed:
            while not (project / ".site.building" / "new").exists() and killed.poll() is None:
                time.sleep(0.005)
            time.sleep(moment)
            killed.send_signal(signal.SIGKILL)
        found = contents(project / "site")
        after = found if found != before else after
        assert found in (before, after), moment
    assert subprocess.run(**command(project)).returncode == 0
    whole = contents(project / "site")
    assert after in (None, whole)
    assert not (project / ".site.building").exists()


def test_building_over_a_site_gives_the_same_as_building_anew(project: Path) -> None:
    """Also with `--dirty`: nothing of the old site is there to be kept."""
    for options in ([], ["--dirty", "--no-strict"], ["--site-dir", "deep/in/another"]):
        assert subprocess.run(**command(project, *options)).returncode == 0
    assert contents(project / "site") == contents(project / "deep" / "in" / "another")
