"""What a box of the map holds, and what is left of it where a page has no room."""

from __future__ import annotations

from chuxin.pages.boxes import MOST_ELEMENTS, BodyView, Node, NodeGroup, bounded, elements_of, folded, within
from chuxin.pages.parts import Link
from hypothesis import given
from hypothesis import strategies as st


def node(name: str, *inside: Node, only_parent: bool = False) -> Node:
    return Node(Link(name, f"organizations/{name}/"), only_parent=only_parent, inside=inside)


def group(heading: str, *nodes: Node) -> NodeGroup:
    return NodeGroup(heading, sum(one.count for one in nodes), nodes)


def box(name: str, members: int) -> BodyView:
    nodes = (node(f"{name}{place}") for place in range(members))
    return BodyView(
        Link(name, f"organizations/{name}/"), f"b-{name}", "联盟", None, (group("企业", *nodes),), (), None, (), ()
    )


def test_a_parent_that_stands_there_for_others_only_is_not_counted() -> None:
    college = node("college", node("school"), node("lab"), only_parent=True)
    assert (college.count, node("college", node("school")).count) == (2, 2)
    assert [one.unit.text for one in within([college])] == ["college", "school", "lab"]


def test_few_units_stand_openly_and_more_in_their_groups() -> None:
    groups = (group("企业", node("a"), node("b")), group("学校", node("c")))
    assert folded(groups, 2) == groups
    assert folded(groups, 3) == (group("", node("a"), node("b"), node("c")),)
    assert folded((), 3) == ()


def test_what_is_outside_of_all_boxes_is_counted_first_then_the_largest_box() -> None:
    others = (group("企业", *(node(f"o{place}") for place in range(MOST_ELEMENTS // 3))),)
    boxes, outside = bounded([box("small", 9), box("large", 90)], others)
    assert [one.only_counted for one in boxes] == [False, False] and outside[0].nodes == ()
    assert outside[0].count == len(others[0].nodes)
    boxes, _ = bounded([box("small", 9), box("large", MOST_ELEMENTS)], ())
    assert [(one.only_counted, one.count) for one in boxes] == [(False, 9), (True, MOST_ELEMENTS)]


@given(st.lists(st.integers(0, 2000), max_size=6), st.integers(0, 3000))
def test_a_page_holds_its_boxes_and_loses_no_count(sizes: list[int], rest: int) -> None:
    others = (group("企业", *(node(f"o{place}") for place in range(rest))),)
    boxes, outside = bounded([box(f"b{place}-", size) for place, size in enumerate(sizes)], others)
    assert elements_of(boxes, outside) <= MOST_ELEMENTS
    assert [one.count for one in boxes] == sizes and outside[0].count == rest
