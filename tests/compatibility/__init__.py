"""What the oldest browsers that the pages are made for understand: ES2019, Chromium 78 and Safari 12.1.

Old Android phones and the kernels of WeChat never get newer. Nothing is rewritten for them by a build: scripts and
styles are written for them by hand, and the tests refuse what is newer.
"""

from functools import cache
from pathlib import Path

import yaml


@cache
def known(section: str) -> frozenset[str]:
    """The names of one section of the table: of its groups, if it has any, together."""
    names = _table()[section]
    return frozenset(" ".join(names.values() if isinstance(names, dict) else [names]).split())


@cache
def known_members() -> dict[str, list[str]]:
    """The names of the properties and methods of each object that the table tells of."""
    return {name: members.split() for name, members in _table()["members"].items()}


@cache
def newer_values() -> dict[str, frozenset[str]]:
    """By property, the keywords that only newer browsers know."""
    return {name: frozenset(values.split()) for name, values in _table()["newer_values"].items()}


@cache
def _table() -> dict:
    return yaml.safe_load(Path(__file__).with_name("known.yml").read_text("utf-8"))
