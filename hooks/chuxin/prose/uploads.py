"""What may lie beside pages: pictures, and documents to download, told by their content as well as by their names.

They are published as they are, and a name says nothing: a program that is called `plan.pdf` is a program still.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ..problems.problems import Problem, Span

# How files of a kind begin. An SVG is no picture here: it can run scripts.
_PICTURES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
}
_PDF = re.compile(rb"%PDF-[12]\.\d")
PICTURES, DOCUMENTS = frozenset(_PICTURES), frozenset({".pdf", ".csv"})
# Bytes. Of a larger file a phone loads one page in a minute or more.
LARGEST = 20_000_000
_CHUNK = 1 << 16
# What no table has: control characters but tabs and ends of lines.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def upload_problem(path: Path, span: Span) -> Problem | None:
    """Return what keeps a file with an allowed name from being published. Raises OSError when it cannot be read."""
    size, kind = path.stat().st_size, path.suffix.lower()
    if size > LARGEST:
        hint = "把图片缩小，或者把文件分成几个"
        return Problem(span, "E423", f"文件太大，最多 {LARGEST // 1_000_000} MB", hint)
    if kind == ".csv":
        return None if _is_table(path) else Problem(span, "E422", "这不是 CSV 表格", "另存为 “CSV UTF-8” 格式")
    signature = _PDF if kind == ".pdf" else _PICTURES[kind]
    with path.open("rb") as file:
        if signature.match(file.read(16)):
            return None
    hint = f"用看图或办公软件打开，再另存为 {kind[1:]} 格式；只改文件名不够"
    return Problem(span, "E422", f"文件名以 {kind} 结尾，内容却不是", hint)


def _is_table(path: Path) -> bool:
    """Tell whether a file is a text in UTF-8, which may be all that is to be told of a table."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                if _CONTROL.search(decoder.decode(chunk)):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
