"""A file that somebody pasted a report into → its sentences.

Windows' editor saves Chinese as GB 18030 or as UTF-16, others as UTF-8: all three are read. The text stays what it is
but for what nobody sees: spaces of any width become one space, invisible characters go, control characters are shown
by their signs, as YAML could not hold them.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from ...problems.terminal import printable

# The longest report that is read: ten times as long as any that was seen.
MAX_CHARACTERS = 100_000
_LINE = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile(
    r"[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_NOT_IN_YAML = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A sentence ends with its mark and with the quotation marks and brackets behind it.
_SENTENCE = re.compile(r"[^。！？!?]*(?:[。！？!?]+[”’」』）)》〉]*|$)")


class Unreadable(Exception):
    """A file is no report that could be read. Says why, in Chinese."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a line without an end mark, and the number of its paragraph."""

    text: str
    paragraph: int


def read_report(path: Path) -> list[Sentence]:
    """Return the sentences of a file. Raises Unreadable."""
    found = sentences(_decoded(_content(path)))
    if not found:
        raise Unreadable("报道是空的")
    return found


def sentences(text: str) -> list[Sentence]:
    """Divide a text into its sentences; every visible character of it is in one of them."""
    found = []
    for number, line in enumerate(_LINE.split(text)):
        for match in _SENTENCE.finditer(_cleaned(line)):
            if sentence := match[0].strip():
                found.append(Sentence(sentence, number))
    return found


def _cleaned(line: str) -> str:
    plain = _SPACES.sub(" ", _UNSEEN.sub("", line))
    return _NOT_IN_YAML.sub(_sign, plain).strip()


def _sign(match: re.Match[str]) -> str:
    """Return what is shown for a character that YAML does not hold."""
    shown = printable(match[0])
    return "\ufffd" if shown == match[0] else shown


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable(f"“{path}” 不是文件" + ("，是文件夹" if path.is_dir() else ""))
        with open(path, "rb") as file:
            content = file.read(4 * MAX_CHARACTERS + 1)
    except FileNotFoundError:
        raise Unreadable(f"没有文件 “{path}”") from None
    except PermissionError:
        raise Unreadable(f"没有读文件 “{path}” 的权限") from None
    except (OSError, ValueError):
        raise Unreadable(f"文件 “{path}” 打不开") from None
    if len(content) > 4 * MAX_CHARACTERS:
        raise _too_long()
    return content


def _decoded(content: bytes) -> str:
    """Return what bytes say. Raises Unreadable where they are no text, or too much of it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in content:
        encodings = []
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) > MAX_CHARACTERS:
            raise _too_long()
        return text
    raise Unreadable("不是纯文本；把报道的文字复制到一个 .txt 文件里，用 UTF-8 或者 GB18030（ANSI）保存")


def _too_long() -> Unreadable:
    return Unreadable(f"报道太长，最多 {MAX_CHARACTERS} 个字；只留下正文再试")
