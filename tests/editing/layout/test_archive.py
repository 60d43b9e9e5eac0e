"""The layout of a whole archive: looked at, rewritten once, and what is left alone."""

import errno
from pathlib import Path
from unittest import mock

import pytest
from chuxin.editing.layout.archive import format_archive

LI = "id: li\nname: 李\nsort: li\n"


@pytest.fixture
def root(tmp_path, monkeypatch) -> Path:
    """An archive that reports call `data`: of its files four are not canonical, and one cannot be read."""
    monkeypatch.chdir(tmp_path)
    files = {
        "archive.yml": b"fictional:  true\n",
        "people/li.yml": LI.encode(),
        "people/order.yml": "name: 名\nid: order\n".encode(),
        "people/windows.yml": b"\xef\xbb\xbf" + LI.replace("\n", "\r\n").encode(),
        "people/wrong.yml": "id:  wrong\nname：名\n".encode(),
        "people/.hidden.yml": b"id:  hidden\n",
        "people/notes.txt": b"id:  notes\n",
        "listings/needs.yml": b"id:  needs",
        "docs/page.yml": b"id:  page\n",
    }
    for name, content in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "data/people/link.yml").symlink_to(tmp_path / "data/people/order.yml")
    (tmp_path / "data/brands").symlink_to(tmp_path / "data/people")
    return Path("data")


CHANGED = ["data/archive.yml", "data/listings/needs.yml", "data/people/order.yml", "data/people/windows.yml"]


def content_of(root: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_an_archive_is_looked_at_without_a_change(root):
    before = content_of(root)
    changed, problems = format_archive(root, write=False)
    assert sorted(path.as_posix() for path in changed) == CHANGED
    assert {(problem.span.path, problem.code) for problem in problems} == {("data/people/wrong.yml", "E112")}
    assert content_of(root) == before


def test_an_archive_is_rewritten_once(root):
    before = content_of(root)
    (root / "people/order.yml").chmod(0o640)
    changed, problems = format_archive(root, write=True)
    after = content_of(root)
    assert sorted(path.as_posix() for path in changed) == CHANGED
    assert len(problems) == 1
    assert {name for name in after if after[name] != before.get(name)} - {"data/people/link.yml"} == set(CHANGED)
    assert set(after) == set(before)
    assert after["data/people/windows.yml"] == LI.encode()
    assert after["data/people/order.yml"] == "id: order\nname: 名\n".encode()
    assert (root / "people/order.yml").stat().st_mode & 0o777 == 0o640
    assert (root / "people/link.yml").is_symlink()
    assert format_archive(root, write=True) == ([], problems)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "没有写的权限"),
        (errno.EROFS, "没有写的权限"),
        (errno.ENOENT, "文件或文件夹不见了"),
        (errno.EIO, "系统不让写"),
    ],
)
def test_a_file_that_cannot_be_written_is_a_problem_and_the_rest_goes_on(root, monkeypatch, number, reason):
    before = content_of(root)

    def fail(path, old, new):
        if path.name != "order.yml":
            raise OSError(number, "")
        path.write_bytes(new)

    monkeypatch.setattr("chuxin.editing.layout.archive.replace", fail)
    changed, problems = format_archive(root, write=True)
    assert [path.name for path in changed] == ["order.yml"]
    others = [name for name in CHANGED if "order" not in name]
    assert sorted(one.span.path for one in problems if one.code == "E220" and reason in one.message) == others
    assert {name for name, content in content_of(root).items() if content != before[name]} == {
        "data/people/link.yml",
        "data/people/order.yml",
    }


def test_a_read_only_file_and_one_with_two_names_stay(root):
    (root / "people/order.yml").chmod(0o444)
    (root / "listings/other.txt").hardlink_to(root / "listings/needs.yml")
    before = content_of(root)
    changed, problems = format_archive(root, write=True)
    assert sorted(path.name for path in changed) == ["archive.yml", "windows.yml"]
    said = {one.span.path: one.message for one in problems if one.code == "E220"}
    assert "只读" in said["data/people/order.yml"] and "硬链接" in said["data/listings/needs.yml"]
    assert all(content_of(root)[path] == before[path] for path in said)


def test_a_folder_that_cannot_be_read_is_told(root, monkeypatch):
    monkeypatch.setattr("chuxin.archive.loading.os.scandir", mock.Mock(side_effect=PermissionError))
    assert {(one.span.path, one.code) for one in format_archive(root, write=True)[1]} == {
        ("data", "E123"),
        ("data/people", "E123"),
        ("data/listings", "E123"),
    }


def test_what_a_killed_run_left_goes_unless_it_stands_nowhere_else(root):
    people = root / "people"
    left = {
        ".chuxin-new.aaaaaaaa.li.yml": "id: l",
        ".chuxin-old.aaaaaaaa.li.yml": LI,
        ".chuxin-old.bbbbbbbb.li.yml": LI.replace(": ", ":   "),
        ".chuxin-old.cccccccc.li.yml": LI.replace("李", "黎"),
        ".chuxin-old.dddddddd.gone.yml": LI,
    }
    for name, text in left.items():
        (people / name).write_text(text, encoding="utf-8")
    kept = [f"data/people/.chuxin-old.{name}.yml" for name in ("cccccccc.li", "dddddddd.gone")]
    looked = format_archive(root, write=False)[1]
    assert all((people / name).exists() for name in left)
    mended = format_archive(root, write=True)[1]
    for problems in (looked, mended):
        assert sorted(one.span.path for one in problems if one.code == "E221") == kept
    assert sorted(path.as_posix() for path in people.glob(".chuxin-*")) == kept
    assert [one.span.path for one in format_archive(root, write=True)[1] if one.code == "E221"] == kept


def test_an_empty_archive_has_nothing_to_lay_out(tmp_path):
    assert format_archive(tmp_path, write=True) == ([], [])
