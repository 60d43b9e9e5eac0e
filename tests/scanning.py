"""A scanner of QR codes."""

from __future__ import annotations

import re

import numpy as np
import zxingcpp
from chuxin.pages.qr import QrCode


def picture(code: QrCode) -> np.ndarray:
    """Follow a path of an SVG as a browser does, one point to a module: 0 where it is stroked, 255 elsewhere."""
    points = np.full((code.size, code.size), 255, np.uint8)
    commands = re.findall(r"([Mmh])(-?\d+)(?: (-?[\d.]+))?", code.path)
    assert "".join(name + x + (f" {y}" if y else "") for name, x, y in commands) == code.path
    right = down = 0
    for name, x, y in commands:
        if name == "h":
            points[int(down), right : right + int(x)] = 0
        right, down = (int(x), float(y)) if name == "M" else (right + int(x), down + float(y or 0))
    return points


def read(code: QrCode) -> zxingcpp.Barcode:
    """Read a drawn code as a scanner does."""
    (found,) = zxingcpp.read_barcodes(np.kron(picture(code), np.ones((4, 4), np.uint8)))
    return found
