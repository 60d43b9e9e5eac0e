"""Archives with mistakes: a small sound world, some files of which are replaced, and what is reported of it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chuxin.problems.problems import Problem
from chuxin.site.checking import read_and_check

WORLD = Path(__file__).parent / "world"
# How files begin that may lie beside pages: all that is looked at.
UPLOADS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".jpeg": b"\xff\xd8\xff\xe1",
    ".webp": b"RIFF\x0a\x00\x00\x00WEBPVP8 ",
    ".gif": b"GIF89a",
    ".pdf": b"%PDF-1.7\n",
    ".csv": b"a,b\n",
}


@dataclass(frozen=True)
class File:
    """A file of a case: its text, and how it is made when that is not just written in UTF-8.

    `encoding` is another encoding; `times` writes the text so often; a `link` leads to another path instead; what is
    `missing` is taken away.
    """

    text: str = ""
    encoding: str = "utf-8"
    times: int = 1
    link: str = ""
    missing: bool = False

    def write(self, path: Path, is_folder: bool = False) -> None:
        """Make the file or the folder, in place of a file that is there; or take away what is there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.missing and path.is_dir():
            shutil.rmtree(path)
        elif path.exists() and not path.is_dir():
            path.unlink()
        if self.missing:
            return
        if is_folder:
            path.mkdir(exist_ok=True)
        elif self.link:
            path.symlink_to(self.link)
        else:
            path.write_bytes((self.text * self.times).encode(self.encoding, "surrogatepass"))


def problems_of(files: Mapping[str, File], folder: Path) -> list[Problem]:
    """Return the problems of the world with files replaced or added (data/…, docs/…), as `chuxin check` there does.

    A name that ends with a slash is a folder.
    """
    shutil.copytree(WORLD, folder, dirs_exist_ok=True)
    for name, file in files.items():
        file.write(folder / name, name.endswith("/"))
    with working_in(folder):
        return read_and_check(Path("data"), Path("docs")).problems


@contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Work in a folder for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def file_of(heading: str, text: str) -> tuple[str, File]:
    """Read the heading of a file in a case: its path, and in brackets how it is made.

    `(escaped)` stands for a text with Python's escapes, `(picture)` for a picture; `(gb18030)`, `(times 9)`,
    `(link elsewhere)`, `(missing)` as in `File`.
    """
    path, _, how = heading.partition(" ")
    how = how.strip("()")
    if how == "escaped":
        return path, File(re.sub(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|t|\\)", _unescaped, text))
    if how.startswith("times "):
        return path, File(text, times=int(how.split()[1]))
    if how.startswith("link "):
        return path, File(link=how.split()[1])
    if how == "missing":
        return path, File(missing=True)
    if how == "picture":
        return path, File(UPLOADS[".png"].decode("latin-1"), "latin-1")
    return path, File(text, how or "utf-8")


def _unescaped(match: re.Match) -> str:
    return match[0].encode().decode("unicode_escape")
