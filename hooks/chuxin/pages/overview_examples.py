"""States of the overviews that no small archive has, for the page of components: the map, the grid, trails, ways.

As in `examples.py`, all of it is invented and called an example.
"""

from __future__ import annotations

from dataclasses import dataclass

from .boxes import BodyView, Node, NodeGroup, SpanView
from .counts import CountView
from .examples import BODY, HERE, MANY, MEETING, SHOWN, SOURCE, YEAR, example_unit
from .grid import Column, GridView, RowGroup, RowView
from .parts import Link
from .successions import EndingView
from .trails import FollowedView, FollowUpView, Station, Trail, Way
from .way import WayView

_BARE = SpanView(None, None, True, None, False, None, "")
_ENDING = EndingView(SHOWN, "并入", (example_unit(9),), "")


@dataclass(frozen=True)
class OverviewExamples:
    """What stands beside the overviews that are made of records."""

    boxes: tuple[BodyView, ...]
    """Members by groups that open, their numbers only, few, and none that are so now."""
    outside: tuple[NodeGroup, ...]
    """A unit of which no membership is recorded, and that is no more."""
    grids: tuple[GridView, ...]
    """Classes at the meetings of years, and one unit at one meeting."""
    way: WayView
    """Of which only texts tell."""
    trails: tuple[Trail, ...]
    """What no record follows up though a text may, and what began nobody knows where and had very many results."""
    followed: tuple[FollowedView, ...]
    """What is not tied to an item, and nothing."""
    later: tuple[Link, ...]


def overview_examples() -> OverviewExamples:
    trails = _trails()
    loose = FollowUpView("ex-follow-up", SHOWN, "示例的后续。", (SOURCE,), (Link("《示例成果》", HERE),))
    return OverviewExamples(
        boxes=(
            _box(1, _groups(12)),
            _box(2, _groups(0), _counted()),
            _box(3, (NodeGroup("", 4, _groups(4)[0].nodes),)),
            _box(4, (), past=_past()),
        ),
        outside=(NodeGroup("", 1, (Node(example_unit(7), ending=_ENDING),)),),
        grids=(_folded(), _single()),
        way=WayView((), None, None, (), (), frozenset()),
        trails=trails,
        followed=(FollowedView(trails[:1], (loose,), 3), FollowedView((), (), 0)),
        later=(Link("示例的结果", HERE, date=SHOWN),),
    )


def _box(
    number: int, members: tuple[NodeGroup, ...], counted: CountView | None = None, past: tuple[NodeGroup, ...] = ()
) -> BodyView:
    relations = (("发起", (example_unit(8),)),)
    body = Link(f"{BODY.text}{number}", HERE)
    return BodyView(body, f"ex-b{number}", "联盟", None, members, past, counted, (example_unit(9),), relations)


def _counted() -> CountView:
    return CountView(SHOWN, f"{9 * MANY}家示例单位", 9 * MANY, f"{9 * MANY}家", True, MEETING)


def _groups(shown: int) -> tuple[NodeGroup, ...]:
    """Return the members of a body by classes, in each so many; with 0, only how many there are."""
    below = Node(example_unit(2), _BARE, more_elsewhere=30, elsewhere=tuple(Link(f"示例联盟{n}", HERE) for n in (4, 5)))
    above = Node(example_unit(1), only_parent=True, inside=(below,))
    since = SpanView(SHOWN, None, False, None, False, None, "")
    spoken = SpanView(None, SHOWN, True, "示例的说明", True, None, "")
    others = (Node(example_unit(number), spoken if number % 2 else since) for number in range(3, shown + 2))
    nodes = (above, *others)
    headings = ("党政机关", "企业")
    return tuple(NodeGroup(one, shown or 3 * MANY, nodes if shown else ()) for one in headings)


def _past() -> tuple[NodeGroup, ...]:
    left = SpanView(SHOWN, None, False, None, False, SHOWN, "退出")
    return (NodeGroup("", 1, (Node(example_unit(1), left),)),)


def _folded() -> GridView:
    columns = tuple(
        Column(f"{year}年", str(year), "", HERE, f"{MANY}次会议", f"ex-p{year}") for year in range(YEAR, YEAR - 5, -1)
    )
    cells = tuple((Link(f"{number}家", None),) if number else () for number in (120, 48, 1, 0, 7))
    rows = (RowView(Link("示例类别", None, "130家"), "", cells),)
    return GridView("", "示例：按年", columns, (RowGroup("党政机关", rows),), 5 * MANY, 130, True)


def _single() -> GridView:
    column = Column(SHOWN.day, SHOWN.iso, SHOWN.sense, HERE, MEETING.text, "ex-m")
    cell = (Link("发言", HERE, "2项"), Link("加入（未通过）", HERE))
    rows = (RowView(example_unit(1), "", (cell,)), RowView(example_unit(2), "", ((),)))
    return GridView("", "示例：一次会议", (column,), (RowGroup("党政机关", rows),), 1, 2, False)


def _trails() -> tuple[Trail, ...]:
    item = Station("决定·通过", SHOWN, Link("《示例议案》", HERE))
    unknown = frozenset({"organization", "date"})
    project = Station("项目", None, Link("示例项目", HERE), unsaid=unknown)
    results = tuple(Station("结果", SHOWN, Link(f"示例的结果{number}", HERE)) for number in range(1, 7))
    told = Trail((item,), (Way(project, (), told_in_entry=True),))
    return (
        told,
        Trail((item,), (Way(project, results, more=MANY), Way(None, results[:1]))),
        Trail((), (Way(project, ()),), True),
    )
