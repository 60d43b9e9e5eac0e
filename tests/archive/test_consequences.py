"""What followed from what: only what a record says, the results by date and each once."""

from __future__ import annotations

from chuxin.archive.consequences import Consequences, Result
from making import decision, linked, meeting


def told(date: str, **more) -> dict:
    return {"date": date, "text": "后", **more}


def listing(*entries: dict) -> dict:
    return {"id": "all", "name": "单", "type": "项目", "entries": [{"title": "条", **one} for one in entries]}


def found(meetings: list[dict], *entries: dict) -> Consequences:
    return linked(meetings=meetings, listings=[listing(*entries)]).consequences


def dates(results: list[Result]) -> list[str]:
    return [str(one.told.date) for one in results]


def test_entries_are_known_by_the_items_that_they_follow_from() -> None:
    first = meeting("2031", decision(), decision())
    consequences = found([first], {"id": "b", "follows": ["2031/i1", "2031/i1"]}, {"id": "a", "follows": ["2031/i1"]})
    assert consequences.entries == {"2031/i1": ["all/b", "all/a"]}
    assert consequences.of_item("2031/i1") == consequences.of_item("2031/i0") == []


def test_results_are_known_by_items_entries_and_outcomes_in_the_order_of_their_dates() -> None:
    first = meeting(
        "2031",
        decision(),
        follow_ups=[told("2034", items=["2031/i0"]), told("2032", items=["2031/i0"], entries=["all/a"])],
    )
    second = meeting("2032", follow_ups=[told("2033", entries=["all/a"], outcomes=["desk"])])
    consequences = found([first, second], {"id": "a"})
    assert dates(consequences.of_items["2031/i0"]) == ["2032", "2034"]
    assert dates(consequences.of_entries["all/a"]) == ["2032", "2033"]
    assert [(one.meeting.id, one.place) for one in consequences.of_outcomes["desk"]] == [("2032", 1)]


def test_what_came_of_an_item_came_of_it_or_of_its_entries_and_is_told_once() -> None:
    both = told("2032", items=["2031/i0"], entries=["all/a"])
    first = meeting("2031", decision(), decision(), follow_ups=[told("2033", entries=["all/a"]), both])
    consequences = found([first], {"id": "a", "follows": ["2031/i0"]}, {"id": "b"})
    assert dates(consequences.of_item("2031/i0")) == ["2032", "2033"]
    assert consequences.of_item("2031/i1") == []


def test_nothing_is_tied_that_no_field_ties() -> None:
    """Not by the same unit, by a link in a text, or by a need that an entry meets."""
    first = meeting("2031", decision(), follow_ups=[told("2032", text="见[单](record:listings/all)。")])
    consequences = found([first], {"id": "a", "meets": ["all/b"]}, {"id": "b", "follows": ["2031/i0"]})
    assert consequences == Consequences({"2031/i0": ["all/b"]}, {}, {}, {})
