"""What several tests share."""

from __future__ import annotations

from sites import DATA, SAMPLE

RECORDS = [(path.parent.name, path) for folder in (DATA, SAMPLE) for path in sorted(folder.glob("*/*.yml"))]


RECORDS += [("archive", folder / "archive.yml") for folder in (DATA, SAMPLE)]
