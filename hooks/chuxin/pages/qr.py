"""QR codes of addresses, as the path of an SVG: thousands of them in the time that segno needs for a few hundred.

A code is linear. With its version, level and mask fixed, each bit of the address flips always the same modules: the
Reed-Solomon code is linear, and all else only moves bits or flips fixed ones. So where two addresses of the same length
differ, the exclusive or of their codes tells what that difference flips, in every code of the same version. segno draws
what does not follow from what it drew before; nearly all codes do, and cost a few dozen exclusive ors of integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import segno

QUIET = 4
"""The light modules that a code needs on every side."""


@dataclass(frozen=True)
class QrCode:
    """A code to be drawn. `size` counts the modules of a side, light ones around it included.

    The path is to be stroked, one unit wide, on a light ground.
    """

    size: int
    path: str


@dataclass(frozen=True)
class Modules:
    """A code as one number: its modules row by row, the dark ones as ones, the first one as the highest bit."""

    side: int
    bits: int


class QrCodes:
    """Makes codes at level M, and learns from each that segno had to draw."""

    def __init__(self) -> None:
        self._first: dict[int, tuple[int, Modules]] = {}
        """For each length of address: the first one, as a number, and its code. The length decides the version."""
        self._flips: dict[int, dict[int, tuple[int, int]]] = {}
        """For each side of a code: differences of addresses by their highest bit, and the modules that each flips."""

    def code(self, address: str) -> QrCode:
        """Return an address's code."""
        modules = self.modules(address)
        return QrCode(modules.side + 2 * QUIET, _path(modules))

    def modules(self, address: str) -> Modules:
        """Return the modules of an address's code, drawn by segno or put together from others."""
        text = address.encode()
        number = int.from_bytes(text, "little")
        if len(text) not in self._first:
            self._first[len(text)] = number, drawn(address)
            return self._first[len(text)][1]
        other, code = self._first[len(text)]
        flips = self._flips.setdefault(code.side, {})
        left, bits = number ^ other, code.bits
        while left:
            if (highest := left.bit_length()) not in flips:
                new = drawn(address)
                flips[highest] = left, bits ^ new.bits
                return new
            difference, flipped = flips[highest]
            left ^= difference
            bits ^= flipped
        return Modules(code.side, bits)


def drawn(address: str) -> Modules:
    """Return the modules of an address's code as segno draws it.

    One mask for all: any may be used, and the search for the best one takes five times as long as the code.
    """
    code = segno.make_qr(address.encode(), error="m", mode="byte", mask=0, boost_error=False)
    text = "".join(str(module) for row in code.matrix for module in row)
    return Modules(len(code.matrix), int(text, 2))


def _path(modules: Modules) -> str:
    side = modules.side
    text = f"{modules.bits:0{side * side}b}"
    text = "\n".join([text[start : start + side] for start in range(0, side * side, side)])
    # Runs are cut where dark modules begin or end: a third of the time that a regular expression takes.
    for edge in ("01", "10", "\n1", "1\n"):
        text = text.replace(edge, " ".join(edge))
    commands = _commands(side)
    return f"M{QUIET} {QUIET}.5" + "".join([commands[run] for run in text.split(" ")])


class _Commands(dict[str, str]):
    """What draws a run of dark modules, or moves over light ones or into the next row, in codes of one size."""

    def __init__(self, side: int) -> None:
        self._side = side

    def __missing__(self, run: str) -> str:
        if run[0] == "1":
            command = f"h{len(run)}"
        else:
            command = f"m{len(run) - 1 - self._side} 1" if "\n" in run else f"m{len(run)} 0"
        self[run] = command
        return command


_commands = cache(_Commands)
