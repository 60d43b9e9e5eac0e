"""A map of units: each body as a box, in it the units that are on record as its members, inside of their parents.

Units of which no membership is recorded stand outside of all boxes. A page holds so much: where there are more, it says
of the largest bodies how many members there are of each group, and not which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..archive.linking import Archive
from ..archive.memberships import LinkedMembership
from ..markup.routes import MAP, index_route
from ..records.organizations import Organization
from ..words.dates import UNDATED
from .boxes import MOST_ELEMENTS, BodyView, Node, NodeGroup, SpanView, bounded, elements_of, folded, within
from .counts import count_views
from .parts import Link, date_view, link_to, links_to
from .successions import ending_view
from .unsaid import Told

TITLE = "组织与成员图"
# A box with more members shows them by groups that open; where there are many members in all, a box with a few does.
MANY, MANY_IN_ALL, FEW = 40, 150, 8
# What stands below so many units is not drawn inside of them: boxes grow narrow.
MOST_LEVELS = 5
# In a box, of the other bodies that a unit is in, so many are named.
MOST_ELSEWHERE = 6
# How many elements a row of the table has.
_ROW = 8


@dataclass(frozen=True)
class UnitRow:
    """A unit in the table, which says the same by units."""

    unit: Link
    parent: Link | None
    bodies: tuple[tuple[Link, SpanView], ...]


@dataclass(frozen=True)
class MapView:
    """The map, and the table. `rows` is empty where there are too many units for it."""

    bodies: tuple[BodyView, ...]
    others: tuple[NodeGroup, ...]
    """Units of which no membership is recorded, and which belong to no body."""
    rows: tuple[UnitRow, ...]
    title: str = TITLE

    @property
    def folded(self) -> bool:
        """Whether some of what it shows has to be opened."""
        groups = (*self.others, *(group for body in self.bodies for group in (*body.members, *body.past)))
        return any(group.heading and group.nodes for group in groups)

    @property
    def undated(self) -> bool:
        """Whether it shows a member of which nothing tells since when."""
        groups = (group for body in self.bodies for group in body.members)
        return any(one.span and one.span.is_since_unsaid for group in groups for one in within(group.nodes))


# By bodies, the units that are or were in each.
_Spans = Mapping[str, Mapping[str, LinkedMembership]]


def map_view(archive: Archive) -> MapView:
    """Return the map of all units."""
    spans: dict[str, dict[str, LinkedMembership]] = defaultdict(dict)
    lasting: dict[str, list[str]] = defaultdict(list)
    for (unit, body), found in archive.spans.items():
        spans[body][unit] = _told(found)
        if not spans[body][unit].until:
            lasting[unit].append(body)
    units = archive.of(Organization)
    most = FEW if sum(len(members) for members in spans.values()) > MANY_IN_ALL else MANY
    boxes = [_box(archive, one, spans[one.id], lasting, most) for one in units.values() if one.is_body]
    inside = {unit for members in spans.values() for unit in members}
    inside |= {one.id for one in units.values() if one.is_body or _of_body(archive, one)}
    alone = {one: _outside(archive, unit) for one, unit in units.items() if one not in inside}
    boxes, others = bounded(boxes, folded(_grouped(archive, alone), MANY))
    elements = elements_of(boxes, others)
    rows = tuple(_rows(archive)) if elements + _ROW * len(units) <= MOST_ELEMENTS else ()
    return MapView(tuple(boxes), others, rows)


def map_link() -> Link:
    """Return the link to the map."""
    return Link(TITLE, index_route(MAP))


def map_place(archive: Archive, identifier: str) -> Link:
    """Return the link to where a unit stands on the map: to its own box, that of a body which it is in, or outside."""
    unit = archive.of(Organization)[identifier]
    bodies = [one.body for one in archive.memberships_of.get(unit.id, ())]
    if unit.is_body or _of_body(archive, unit):
        bodies = [unit.id if unit.is_body else unit.parent or ""]
    return Link(TITLE, _box_route(bodies[0]) if bodies else f"{index_route(MAP)}#_others")


def _box_route(body: str) -> str:
    return f"{index_route(MAP)}#b-{body}"


def _of_body(archive: Archive, unit: Organization) -> bool:
    """Tell whether a unit belongs to a body, as its committees do."""
    return bool(unit.parent) and archive.of(Organization)[unit.parent or ""].is_body


def _told(spans: Sequence[LinkedMembership]) -> LinkedMembership:
    """Return of the memberships of a unit in a body the one to be shown."""
    lasting = [one for one in spans if not one.until]
    if lasting:
        return next((one for one in lasting if one.since), lasting[0])
    return max(spans, key=lambda one: one.until or UNDATED)


def _box(
    archive: Archive,
    body: Organization,
    members: Mapping[str, LinkedMembership],
    lasting: Mapping[str, list[str]],
    most: int,
) -> BodyView:
    def node(unit: str) -> Node:
        bodies = lasting.get(unit, [])
        named = [one for one in bodies[: MOST_ELSEWHERE + 1] if one != body.id][:MOST_ELSEWHERE]
        more = len(bodies) - (not members[unit].until) - len(named)
        links = tuple(Link(archive.of(Organization)[one].name, _box_route(one)) for one in named)
        link = link_to(archive, Organization.folder, unit)
        return Node(link, _span(archive, members[unit]), elsewhere=links, more_elsewhere=more)

    nodes = {unit: node(unit) for unit in members}
    counts = [one for one in count_views(archive, body.id) if one.unlisted]
    fields = (("发起", body.founders), ("联合发起", body.partners), ("指导", body.guides))
    relations = ((label, links_to(archive, Organization.folder, units)) for label, units in fields if units)
    below = (one.origin[1] for one in archive.backlinks_to(Organization.folder, body.id, "parent"))
    return BodyView(
        body=link_to(archive, Organization.folder, body.id),
        anchor=f"b-{body.id}",
        classification=body.classification.name,
        ending=ending_view(archive, body),
        members=folded(_grouped(archive, {one: nodes[one] for one in nodes if not members[one].until}, body.id), most),
        past=folded(_grouped(archive, {one: nodes[one] for one in nodes if members[one].until}, body.id), most),
        counted=counts[-1] if counts else None,
        below=links_to(archive, Organization.folder, (one for one in below if one not in members)),
        relations=tuple(relations),
    )


def _outside(archive: Archive, unit: Organization) -> Node:
    return Node(link_to(archive, Organization.folder, unit.id), ending=ending_view(archive, unit))


def _span(archive: Archive, membership: LinkedMembership) -> SpanView:
    unit = archive.of(Organization)[membership.unit]
    ending = ending_view(archive, unit) if membership.ceased == unit.id else None
    unknown = membership.since is None
    return SpanView(
        since=date_view(membership.since),
        proof=date_view(membership.proofs[0].dated) if unknown and membership.proofs else None,
        is_since_unsaid=unknown and not Told(archive, membership.note).date,
        note=membership.note,
        or_above=membership.spoken and bool(unit.parent),
        until=date_view(membership.until),
        end=ending.line if ending else "组织终止" if membership.ceased else "退出",
    )


def _grouped(archive: Archive, nodes: Mapping[str, Node], body: str = "") -> tuple[NodeGroup, ...]:
    """Return units inside of their parents, by the groups of what stands outermost.

    A parent that is none of them is there, too, but for the body in whose box they stand.
    """
    units = archive.of(Organization)
    shown = dict(nodes)
    for unit in nodes:
        parent = units[unit].parent
        if parent and parent != body and parent not in shown:
            shown[parent] = Node(link_to(archive, Organization.folder, parent), only_parent=True)
    inside: dict[str, list[str]] = defaultdict(list)
    for unit in sorted(shown, key=lambda one: units[one].sorted_by):
        above = archive.above(unit)
        nearest = next((one for one in above if one in shown), "")
        inside[nearest if len(above) <= MOST_LEVELS else ""].append(unit)

    def grown(unit: str) -> Node:
        return replace(shown[unit], inside=tuple(grown(one) for one in inside.get(unit, ())))

    groups = groupby(inside[""], key=lambda one: units[one].classification.group)
    found = [(heading, tuple(grown(unit) for unit in of_group)) for heading, of_group in groups]
    return tuple(NodeGroup(heading, sum(node.count for node in grouped), grouped) for heading, grouped in found)


def _rows(archive: Archive) -> Iterator[UnitRow]:
    """Yield all units but bodies that are in no body themselves, each with where it is or was a member."""
    for unit in archive.of(Organization).values():
        bodies = dict.fromkeys(one.body for one in archive.memberships_of.get(unit.id, ()))
        if bodies or not unit.is_body:
            yield UnitRow(
                link_to(archive, Organization.folder, unit.id),
                link_to(archive, Organization.folder, unit.parent) if unit.parent else None,
                tuple(
                    (link_to(archive, Organization.folder, body), _span(archive, _told(archive.spans[unit.id, body])))
                    for body in bodies
                ),
            )
