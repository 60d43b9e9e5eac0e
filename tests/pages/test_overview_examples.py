"""Examples of the map, the grid and of trails: invented, and in states that records seldom come to."""

from __future__ import annotations

from chuxin.pages.grid import MOST_MEETINGS
from chuxin.pages.overview_examples import overview_examples


def test_boxes_are_folded_and_counted_and_without_members() -> None:
    folded, counted, few, over = overview_examples().boxes
    assert all(group.heading and group.nodes for group in folded.members) and not folded.only_counted
    assert counted.only_counted and counted.counted and counted.counted.number > counted.count
    assert few.count == few.members[0].count == sum(one.count for one in few.members[0].nodes)
    assert over.count == 0 and over.past


def test_what_a_group_counts_is_in_it() -> None:
    folded, *_ = overview_examples().boxes
    assert [group.count for group in folded.members] == [
        sum(one.count for one in group.nodes) for group in folded.members
    ]


def test_a_grid_is_folded_or_of_one_meeting() -> None:
    folded, single = overview_examples().grids
    assert folded.folded and folded.meetings > MOST_MEETINGS
    assert [len(one.cells) for group in folded.groups for one in group.rows] == [len(folded.columns)]
    assert single.legend and single.units == sum(len(group.rows) for group in single.groups)


def test_trails_end_and_begin_where_nobody_knows() -> None:
    told, many, unknown = overview_examples().trails
    assert told.ways[0].told_in_entry and not told.ways[0].results
    assert len(many.ways) == 2 and len(many.ways[0].results) > 4
    assert unknown.is_origin_unsaid
