"""The navigation, from what `mkdocs.yml` says of it and the sections that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ..markup.routes import index_route
from ..records.kinds import KIND_NAMES

# Where it stands, the sections follow that are named nowhere else: a new kind is in the navigation by itself.
REST = "..."


def navigation(entries: list[Any], pages: Collection[str]) -> list[Any]:
    """Return the entries of MkDocs' setting `nav`, complete. `pages` are the paths of the hand-written pages.

    Left out are pages that another folder of pages (`DOCS`) does not have.
    """
    sections = {f"{index_route(section)}index.md": name for section, name in KIND_NAMES.items()}
    named = set(_targets(entries))
    rest = [{name: path} for path, name in sections.items() if path not in named]
    return list(_kept(entries, rest, {*sections, *pages}))


def _targets(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        for target in entry.values() if isinstance(entry, dict) else ():
            yield from _targets(target) if isinstance(target, list) else (target,)


def _kept(entries: list[Any], rest: list[Any], there: Collection[str]) -> Iterator[Any]:
    for entry in entries:
        if entry == REST:
            yield from rest
            continue
        ((name, target),) = entry.items()
        if not isinstance(target, list):
            yield from [entry] if target in there else []
        elif inside := list(_kept(target, rest, there)):
            yield {name: inside}
