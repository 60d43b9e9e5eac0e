"""Units in the index of all, and what became of them in the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..archive.linking import Archive
from ..records.organizations import Organization
from ..words.pinyin import pinyin_forms
from .page import Event
from .parts import link_to
from .rows import Group, Row
from .standing import standing
from .successions import ending_view, succession_events


def organization_row(archive: Archive, unit: Organization) -> Row:
    """Return a unit's row: what became of it and when, how it stands, its other names, and those of before."""
    ending = ending_view(archive, unit)
    remarks = [ending.line] if ending else []
    remarks += [*standing(archive, unit), *unit.other_names, *(f"曾用名{one.name}" for one in unit.former_names)]
    link = link_to(archive, "organizations", unit.id)
    pinyin = next(iter(pinyin_forms(unit.name, None)), "")
    return Row(link, ending.date if ending else None, tuple(remarks), sort=pinyin)


def unit_groups(archive: Archive) -> Iterator[Group]:
    """Yield the units of each group, by classes where these have names of their own."""
    for group, of_group in groupby(archive.of(Organization).values(), key=lambda unit: unit.classification.group):
        classes = []
        for name, units in groupby(of_group, key=lambda unit: unit.classification.name):
            rows = sorted(
                (organization_row(archive, unit) for unit in units), key=lambda row: (row.sort, row.link.text)
            )
            classes.append(Group(name, f"c-{_ascii(name)}", tuple(rows), kind=group, sort=name))
        if [one.heading for one in classes] == [group]:
            yield classes[0]
        else:
            yield Group(group, f"g-{_ascii(group)}", groups=tuple(classes), kind=group)


def _ascii(name: str) -> str:
    """Return a name as an id can have it, which stays when other classes come before it."""
    return name.encode("utf-16-be").hex()


def unit_events(archive: Archive) -> Iterator[Event]:
    """Yield what became of units, and the memberships that no decision tells of."""
    yield from succession_events(archive)
    for membership in archive.memberships:
        unit = link_to(archive, "organizations", membership.unit)
        body = archive.of(Organization)[membership.body].name
        if membership.since and not membership.joined:
            yield Event(membership.since, "", 0, "加入", unit, (f"加入{body}",), ("加入",))
        if membership.until and not membership.left and not membership.ceased:
            yield Event(membership.until, "", 0, "退出", unit, (f"退出{body}",), ("退出",))
