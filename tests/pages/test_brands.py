"""Brands as their pages show them."""

from chuxin.pages.brands import brand_view
from chuxin.pages.parts import DateView, Link
from chuxin.records.brands import Brand
from making import decision, meeting
from viewing import archive


def test_a_brand_knows_its_launch():
    found = archive(meeting("2031", decision(), {"type": "launch", "brand": "light"}))
    assert brand_view(found, found.of(Brand)["light"]).launched == (
        Link("会2031", "meetings/2031/#i1", date=DateView("2031年", "2031")),
    )
