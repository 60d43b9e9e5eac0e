"""Statements as their pages and their index show them."""

from pathlib import Path

import lxml.html
import pytest
from chuxin.pages.indexes import index_view
from chuxin.pages.rendering import Renderer
from chuxin.pages.statements import statement_page
from chuxin.site.site import Site
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


def others(found, identifier: str) -> list:
    """Return the bodies for which others spoke, who they were, and how many more there are."""
    page = statement_page(found, found.statements[identifier])
    return [(one.body.text, [link.text for link in one.said], one.more) for one in page.others]


def test_others_spoke_for_the_same_body_on_the_same_day():
    council, both = {"on_behalf_of": ["council"]}, {"on_behalf_of": ["council", "alliance"]}
    found = archive(
        meeting("a", speech("li", **both), speech("wu"), speech("wu", title="题", **council), date="2031-03-12"),
        meeting("b", speech("wu", **both), date="2031-03-12"),
        meeting("c", speech("li", **council), date="2031-03"),
        meeting("d", speech("wu", **council), date="2031-03"),
    )
    assert others(found, "a-i0") == [("COUNCIL", ["吴的发言", "题"], 0), ("ALLIANCE", ["吴的发言"], 0)]
    assert others(found, "a-i2") == [("COUNCIL", ["吴的发言", "李的发言"], 0)]
    # Who spoke for nobody, spoke with nobody; of a month nobody knows whether it was the same day.
    assert others(found, "a-i1") == others(found, "c-i0") == []


def test_of_one_meeting_whose_day_is_not_known_the_others_are_those_of_the_meeting():
    council = {"on_behalf_of": ["council"]}
    found = archive(meeting("a", speech("li", **council), speech("wu", **council), date="2031-03"))
    assert others(found, "a-i0") == [("COUNCIL", ["吴的发言"], 0)]
    assert not statement_page(found, found.statements["a-i0"]).is_day_known


def test_of_very_many_others_a_few_are_named():
    """However many there are, a page names no more: nine thousand times nine thousand would never be ready."""
    found = archive(meeting("2031", *[speech("li", on_behalf_of=["council"])] * 9_000))
    pages = [statement_page(found, statement) for statement in found.statements.values()]
    assert {(len(one.said), one.more) for page in pages for one in page.others} == {(12, 8_987)}


UNSAID = [
    ({}, "李（单位未载明，职务未载明），身份未载明，代表谁未载明"),
    ({"organization": "street"}, "李（街道，职务未载明），身份未载明，代表谁未载明"),
    ({"posts": ["书记"]}, "李（书记，单位未载明），身份未载明，代表谁未载明"),
    ({"organization": "street", "posts": ["书记"], "capacity": "成员代表"}, "李（街道书记），成员代表"),
    (
        {"organization": "street", "posts": ["书记"], "on_behalf_of": ["council", "alliance"]},
        "李（街道书记），代表COUNCIL、ALLIANCE",
    ),
]


@pytest.mark.parametrize(("more", "told"), UNSAID)
def test_one_line_says_who_spoke_and_for_whom_and_what_is_not_said(more, told):
    found = archive(meeting("2031-03-12", speech("li", **more)))
    site = Site(Path("data"), found, {}, {})
    page = next(one for one in site.record_pages() if one.kind == "statements")
    (line,) = lxml.html.fromstring(site.render_record(Renderer(), page)).find_class("cx-who")
    assert line.text_content() == f"{told} · 2031年3月12日，会2031-03-12"


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
