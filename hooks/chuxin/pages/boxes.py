"""The boxes of the map of units: what is in them, how much that is, and what is left of it where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .counts import CountView
from .parts import DateView, Link
from .successions import EndingView

# The page has no more elements than so many, without the frame around it.
MOST_ELEMENTS = 4500
# How many elements a box has without what is in it, and a group, a member, another unit.
_BOX, _GROUP, _MEMBER, _OTHER = 10, 4, 4, 3


@dataclass(frozen=True)
class SpanView:
    """A unit's membership in a body: the one that lasts as far as the record tells, else the one that ended last."""

    since: DateView | None
    proof: DateView | None
    """A day on which somebody spoke as a member, where nobody tells since when the unit was one."""
    is_since_unsaid: bool
    """Whether no note says either since when."""
    note: str | None
    or_above: bool
    """Whether the unit above may be the member in its place."""
    until: DateView | None
    end: str
    """How it ended: 退出, or what became of the unit."""


@dataclass(frozen=True)
class Node:
    """A unit, and those that belong to it."""

    unit: Link
    span: SpanView | None = None
    """None where it is no member, as far as the record tells."""
    ending: EndingView | None = None
    """What became of a unit that is no member."""
    elsewhere: tuple[Link, ...] = ()
    """The boxes of the other bodies that it is in, the first of them."""
    more_elsewhere: int = 0
    """How many more there are."""
    only_parent: bool = False
    """Whether it stands there for what belongs to it only."""
    inside: tuple[Node, ...] = ()

    @property
    def count(self) -> int:
        """How many units there are, those left out that stand there as parents only."""
        return (not self.only_parent) + sum(one.count for one in self.inside)

    @property
    def elements(self) -> int:
        """How many elements it has on the page, about."""
        own = _MEMBER + bool(self.span.until) + len(self.elsewhere) if self.span else _OTHER
        return own + bool(self.inside) + sum(one.elements for one in self.inside)


@dataclass(frozen=True)
class NodeGroup:
    """Units of a group of classes, as far as these are told apart. There are no nodes where it only counts."""

    heading: str
    count: int
    nodes: tuple[Node, ...]

    @property
    def elements(self) -> int:
        """How many elements it has on the page, about."""
        return _GROUP + sum(node.elements for node in self.nodes)


@dataclass(frozen=True)
class BodyView:
    """The box of a body."""

    body: Link
    anchor: str
    classification: str
    ending: EndingView | None
    members: tuple[NodeGroup, ...]
    """Those of which no leaving is recorded."""
    past: tuple[NodeGroup, ...]
    """Those that left, or are no more."""
    counted: CountView | None
    """The last count by a source of more members than are on record."""
    below: tuple[Link, ...]
    """What belongs to it and is on record as no member."""
    relations: tuple[tuple[str, tuple[Link, ...]], ...]
    """Who founded it, and who guides it."""

    @property
    def count(self) -> int:
        """How many members there are on record."""
        return sum(group.count for group in self.members)

    @property
    def only_counted(self) -> bool:
        """Whether the box does not say which they are."""
        return any(not group.nodes for group in (*self.members, *self.past))

    @property
    def elements(self) -> int:
        """How many elements it has on the page, about."""
        groups = sum(group.elements for group in (*self.members, *self.past))
        return _BOX + groups + len(self.below) + sum(1 + len(links) for _, links in self.relations)


def within(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from within(node.inside)


def folded(groups: tuple[NodeGroup, ...], most: int) -> tuple[NodeGroup, ...]:
    """Return groups as they are where there are more than so many units in them, else all in one without a heading."""
    count = sum(group.count for group in groups)
    if count > most or not groups:
        return groups
    return (NodeGroup("", count, tuple(node for group in groups for node in group.nodes)),)


def bounded(boxes: list[BodyView], others: tuple[NodeGroup, ...]) -> tuple[list[BodyView], tuple[NodeGroup, ...]]:
    """Return the boxes, and what is outside of them, as far as a page can hold them.

    What is outside is the first of which only numbers are left, then the largest boxes.
    """
    if elements_of(boxes, others) > MOST_ELEMENTS:
        others = _counted(others)
    elements = elements_of(boxes, others)
    for at in sorted(range(len(boxes)), key=lambda one: boxes[one].elements, reverse=True):
        if elements > MOST_ELEMENTS:
            box = boxes[at]
            boxes[at] = replace(box, members=_counted(box.members), past=_counted(box.past))
            elements += boxes[at].elements - box.elements
    return boxes, others


def elements_of(boxes: Iterable[BodyView], others: Iterable[NodeGroup]) -> int:
    return sum(one.elements for one in boxes) + sum(one.elements for one in others)


def _counted(groups: Iterable[NodeGroup]) -> tuple[NodeGroup, ...]:
    return tuple(replace(group, nodes=()) for group in groups)
