"""The periods by which the grid is folded: what they are called, and which meetings are in each."""

from __future__ import annotations

import pytest
from chuxin.pages.parts import Link
from chuxin.pages.periods import MOST_ELEMENTS, MOST_MEETINGS, called, inside
from chuxin.records.meetings import Meeting
from making import linked, meeting


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ((2031,), "2031年"),
        ((2031, 3), "2031年3月"),
        ((2031, 0), "2031年（月份未载明）"),
        ((2031, 3, 0), "2031年3月（日期未载明）"),
        ((2031, 3, 12), "2031年3月12日"),
        ((2031, 3, 12, 2), "2031年3月12日，第2页"),
        ((2031, 3, 0, 1), "2031年3月（日期未载明），第1页"),
    ],
)
def test_a_period_is_called_by_what_is_known_of_it(period: tuple[int, ...], name: str) -> None:
    assert called(period) == name


def test_a_day_is_divided_where_a_page_is_full_and_no_meeting_is() -> None:
    held = list(
        linked(meetings=[meeting(f"m{n}", date="2031-03-12") for n in range(MOST_MEETINGS + 2)]).of(Meeting).values()
    )
    many = {f"u{n}": (Link("出席", ""),) for n in range(MOST_ELEMENTS)}
    done: dict[str, dict[str, tuple[Link, ...]]] = {one.id: {} for one in held}
    parts = list(inside(done, (2031, 3, 12), held))
    assert [(key, len(found)) for key, found in parts] == [((2031, 3, 12, 1), MOST_MEETINGS), ((2031, 3, 12, 2), 2)]
    parts = list(inside({**done, held[1].id: many}, (2031, 3, 12), held[:3]))
    assert [found for _, found in parts] == [held[:1], held[1:2], held[2:3]]


def test_above_a_day_dates_divide() -> None:
    held = list(linked(meetings=[meeting("2031-03-12"), meeting("2031-03"), meeting("2030")]).of(Meeting).values())
    done: dict[str, dict[str, tuple[Link, ...]]] = {one.id: {} for one in held}
    assert [key for key, _ in inside(done, (), held)] == [(2031,), (2030,)]
    assert [key for key, _ in inside(done, (2031, 3), held[:2])] == [(2031, 3, 12), (2031, 3, 0)]
