"""What a kind says of its pages, and events of the timeline."""

from __future__ import annotations

from chuxin.pages.page import Event, Page
from chuxin.pages.parts import Link
from chuxin.pages.rows import Row
from chuxin.records.brands import Brand
from chuxin.words.dates import PartialDate

LINK = Link("会", "meetings/2031/")


def event(date: str, meeting: str = "", order: int = 0, name: str = "事") -> Event:
    return Event(PartialDate.parse(date), meeting, order, name, LINK)


def test_events_are_ordered_by_day_and_on_a_day_as_the_agendas_have_them() -> None:
    ordered = [
        event("2030"),
        event("2031-03"),
        event("2031-03-12"),
        event("2031-03-12", "2031-03-12", 1, "终"),
        event("2031-03-12", "2031-03-12", 2, "始"),
        event("2031-03-12", "2031-03-12-b", 1),
        event("2031-03-13"),
    ]
    assert sorted(reversed(ordered)) == ordered


def test_a_page_needs_a_view_a_row_and_an_empty_state_and_does_the_rest_by_default() -> None:
    """By default nothing is shown for others by the view: the foot links whatever refers to a record."""
    page = Page[Brand](lambda archive, brand: brand.summary, lambda archive, brand: Row(LINK), "还没有品牌")
    assert page.shows == ()
    assert {page.order, page.groups, page.events, page.heading, page.brief} == {None}
