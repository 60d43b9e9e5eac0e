"""What reaches a terminal: words made visible, measured in its columns, and written whatever takes them."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import sys
import unicodedata
from itertools import pairwise
from typing import IO

# What moves the cursor, turns text around, or takes no room. U+200D joins emoji and stays.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]"
)
_JOINER = "\u200d"
# Skin tones, which colour the emoji before them.
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
# Asks for the character before it to be drawn as an emoji, in two columns.
_AS_EMOJI = "\ufe0f"
_ESCAPES = "chuxin-escapes"


class OutputError(Exception):
    """The output can take no more, as on a full disk."""


def printable(words: str) -> str:
    """Return `words` as one line that moves no cursor, each character that does so shown by a sign of its own.

    What an editor typed and what a file is called can hold anything, also what is not UTF-8.
    """
    return _UNSEEN.sub(_sign, words).encode("utf-8", "replace").decode("utf-8")


def width(words: str) -> int:
    """Return how many columns of a terminal `words` take (Unicode Standard Annex 11, Technical Standard 51)."""
    return sum(_widths(words))


def blank(words: str) -> str:
    """Return what is as wide as `words` and shows nothing: below a wide character a wide space.

    Where a terminal or a browser shows Chinese not exactly twice as wide as Latin, the mark still stands right.
    """
    return "".join(("", " ", "\u3000")[columns] for columns in _widths(words))


def prepare() -> None:
    """Make the process's streams ready for Chinese, whatever the system says of them.

    What is closed is opened on nothing: a file that is written later would take its place, and be written into.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, _ESCAPES), (sys.stderr, _ESCAPES)):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors=errors)


def say(words: str, err: bool = False) -> None:
    """Write a line to the standard output, or to the standard error output.

    What the terminal's encoding lacks is escaped as in JSON. Nobody has to read it: a closed pipe, or no output at all,
    is no mistake. Raises OutputError when it cannot be written otherwise.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(words.encode(encoding, _ESCAPES).decode(encoding) + "\n")
        stream.flush()
    except OSError as error:
        _drop(stream)
        if error.errno != errno.EPIPE and not err:
            raise OutputError(error.strerror or "") from error


def _widths(words: str) -> list[int]:
    """Return the columns of each character: an emoji made of several has those of its first."""
    found: list[int] = []
    for before, character in pairwise(f" {words}"):
        if character == _AS_EMOJI and found and found[-1] == 1:
            found[-1] = 2
        joined = before == _JOINER or (_TONES.match(character) and found and found[-1] == 2)
        found.append(0 if joined or _takes_no_room(character) else 1 + _is_wide(character))
    return found


def _takes_no_room(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character) in ("Mn", "Me")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _sign(match: re.Match[str]) -> str:
    """Return the sign of a control character; of a tab what it looks like; of others that nothing is to be seen."""
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Escape what an encoding lacks, by UTF-16's units: so JSON stays JSON."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


codecs.register_error(_ESCAPES, _escaped)


def _drop(stream: IO[str]) -> None:
    """Let all that is still written vanish, as Python writes what is left over when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
