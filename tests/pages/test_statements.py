"""Statements as their pages and their index show them."""

import pytest
from chuxin.pages.indexes import index_view
from chuxin.pages.statements import statement_page
from making import admits, meeting, speech
from viewing import archive


def test_a_statement_leads_to_the_ones_before_and_after_it():
    """However many there are, and whatever lies between: all other items of the agenda for each would take minutes."""
    items = [speech("li") if number % 3 else admits("street") for number in range(9_000)]
    found = archive(meeting("2031", *items))
    said = list(found.statements)
    pages = [statement_page(found, statement) for statement in found.statements.values()]
    routes = [f"statements/{identifier}/" for identifier in said]
    assert [page.before and page.before.route for page in pages] == [None, *routes[:-1]]
    assert [page.after and page.after.route for page in pages] == [*routes[1:], None]


def outline(groups) -> list:
    """Return groups as (heading, anchor, year, what is in it)."""
    return [
        (group.heading, group.anchor, group.year, outline(group.groups) or [row.link.text for row in group.rows])
        for group in groups
    ]


def test_statements_stand_below_their_year_and_meeting():
    found = archive(meeting("2031-03", speech("li")), meeting("2031-04", speech("wu")), meeting("2032", speech("li")))
    assert outline(index_view(found, [], "statements").groups) == [
        ("2032年", "y2032", "2032", [("2032年", "m-2032", "", ["李的发言"])]),
        (
            "2031年",
            "y2031",
            "2031",
            [("2031年4月", "m-2031-04", "", ["吴的发言"]), ("2031年3月", "m-2031-03", "", ["李的发言"])],
        ),
    ]


SAID = [
    ({}, ()),
    ({"organization": "street", "posts": ["书记"]}, ("街道书记",)),
    ({"organization": "street", "capacity": "成员代表"}, ("街道，成员代表",)),
    ({"on_behalf_of": ["council", "street"]}, ("代表COUNCIL、街道",)),
    # A title of its own says neither what it is nor who speaks.
    ({"title": "题"}, ("发言：李",)),
    ({"title": "题", "organization": "street", "capacity": "成员代表"}, ("发言：街道李，成员代表",)),
]


@pytest.mark.parametrize(("more", "remarks"), SAID)
def test_a_statement_says_who_spoke_and_for_whom(more, remarks):
    found = archive(meeting("2031", speech("li", form="节选", **more)))
    row = index_view(found, [], "statements").groups[0].groups[0].rows[0]
    assert (row.form, row.remarks, row.kinds) == ("节选", remarks, ("发言",))
