"""What the site's folder will hold, and whose it is: everything that is written has exactly one owner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Owned:
    """A file of the site's folder, or a folder in it, and who puts it there."""

    path: str
    owner: str
    is_file: bool


class Outputs:
    """Every path of the site's folder with its owner. Letter case tells no two apart, as on many computers."""

    def __init__(self) -> None:
        self._taken: dict[str, Owned] = {}

    def claim(self, path: str, owner: str) -> Owned | None:
        """Give a file's path to an owner, or return what is in its way."""
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            claimed = Owned("/".join(parts[:depth]), owner, depth == len(parts))
            taken = self._taken.setdefault(claimed.path.casefold(), claimed)
            if taken is not claimed and (taken.is_file or claimed.is_file or taken.path != claimed.path):
                return taken
        return None
