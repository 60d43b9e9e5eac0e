"""Meetings as their pages show them."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from chuxin.pages import home, meetings, organizations, outcomes, people
from chuxin.pages import parts as common
from chuxin.pages.brands import brand_view
from chuxin.pages.home import home_view
from chuxin.pages.indexes import index_view
from chuxin.pages.listings import listing_view
from chuxin.pages.meetings import meeting_row, meeting_view
from chuxin.pages.outcomes import outcome_view
from chuxin.pages.parts import DateView, Link, PostsView
from chuxin.pages.people import person_view
from chuxin.pages.sources import source_view
from chuxin.pages.statements import statement_page
from chuxin.records.brands import Brand
from chuxin.records.kinds import SECTIONS
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from chuxin.records.sources import Source
from chuxin.records.wording import UNKNOWN
from making import activity, admits, meeting, speech
from viewing import archive, line, organization


def test_everything_of_a_meeting():
    found = archive(
        meeting(
            "2031-03-12",
            admits("street", "district", note="注", sources=["report"], text="文"),
            speech("li", note="言注", form="原文"),
            {"type": "signing", "document": "《书》", "organizations": ["street", "council"]},
            names=["一", "二"],
            number="0",
            organizers=["street"],
            body="council",
            purpose=["甲", "乙"],
            attendance={
                "people": [
                    {"person": "li", "organization": "street", "posts": ["书记"], "role": "主持"},
                    {"person": "wu"},
                ],
                "groups": [
                    {"name": "单位负责人", "count": "46", "measure": "家"},
                    {"name": "居民", "count": "0"},
                    {"name": "志愿者", "measure": "人", "organization": "street"},
                ],
                "organizations": ["district"],
            },
            follow_ups=[{"date": "2031-06-18", "text": "后"}, {"date": "2031-06", "text": "先", "sources": ["report"]}],
        )
    )
    view = meeting_view(found, found.of(Meeting)["2031-03-12"])
    assert (view.names, view.date.text, view.ordinal) == (("一", "二"), "2031年3月12日", "第0次")
    assert [link.text for link in (*view.organizers, view.body)] == ["街道", "COUNCIL"]
    assert view.purpose == ("甲", "乙")
    assert [(one.person.text, line(one.posts), one.role) for one in view.people] == [
        ("李", "街道书记", "主持"),
        ("吴", "", None),
    ]
    assert view.units == (Link("区委", "organizations/district/"),)
    assert [(group.text, group.unit and group.unit.text) for group in view.groups] == [
        ("46家单位负责人", None),
        ("0居民", None),
        ("志愿者", "街道"),
    ]
    assert [(item.anchor, item.name, item.title) for part in view.agenda for item in part.items] == [
        ("i0", "决定", "《案》"),
        ("i1", "发言", "李的发言"),
        ("i2", "签约", "签署《书》"),
    ]
    made, said, signed = view.agenda[0].items
    assert (made.result, made.text, made.note, made.statement) == ("通过", "文", "注", None)
    assert [(one.verb, one.body.text, [unit.text for unit in one.units]) for one in made.changes] == [
        ("加入", "COUNCIL", ["街道", "区委"])
    ]
    # What was said is shown by the statement, once.
    assert (said.text, said.note, said.result, said.statement.note) == (None, None, None, "言注")
    assert [link.text for link in signed.subjects] == ["街道", "COUNCIL"]
    assert view.forms == (("原文", "发言的全文，一字不改。"),)
    assert [(one.date.text, one.text, len(one.sources)) for one in view.followed.untied] == [
        ("2031年6月", "先", 1),
        ("2031年6月18日", "后", 0),
    ]


def test_what_is_not_known_is_none():
    found = archive(
        meeting("2031", speech("li"), organizers=["street"]), listings=[{"id": "n", "name": "单", "type": "需求"}]
    )
    view = meeting_view(found, found.of(Meeting)["2031"])
    assert (view.venue, view.time, view.ordinal, view.body) == (None,) * 4
    statement = view.agenda[0].items[0].statement
    assert (statement.unit, statement.capacity, statement.outcome, statement.note) == (None,) * 4
    assert (statement.posts, statement.on_behalf_of, statement.sources) == ((), (), ())
    assert source_view(found, found.of(Source)["report"]).url is None
    assert outcome_view(found, found.of(Outcome)["desk"]).way.date is None
    views = [
        view,
        statement_page(found, found.statements["2031-i0"]),
        organization(found, "street"),
        organization(found, "council"),
        person_view(found, found.of(Person)["li"]),
        outcome_view(found, found.of(Outcome)["desk"]),
        listing_view(found, found.of(Listing)["n"]),
        brand_view(found, found.of(Brand)["light"]),
        source_view(found, found.of(Source)["report"]),
        home_view(found, []),
        *(index_view(found, [], section) for section in SECTIONS),
    ]
    # How it reads is the templates' affair.
    assert UNKNOWN not in [text for one in views for text in strings(one)]
    assert "None" not in "".join(text for one in views for text in strings(one))


def test_views_are_frozen():
    rooms = (common, home, meetings, organizations, outcomes, people)
    views = {one for room in rooms for one in vars(room).values() if isinstance(one, type) and is_dataclass(one)}
    views = {one for one in views if one.__module__.startswith("chuxin.pages.")}
    assert {DateView, Link, PostsView, organizations.OrganizationView, home.HomeView} < views
    for view in views:
        with pytest.raises(FrozenInstanceError):
            object.__new__(view).text = "x"


def strings(view) -> list[str]:
    """Return every text in a view."""
    if isinstance(view, str):
        return [view]
    if isinstance(view, tuple | list):
        return [text for one in view for text in strings(one)]
    if is_dataclass(view):
        return [text for one in fields(view) for text in strings(getattr(view, one.name))]
    return []


def test_what_was_done_at_a_meeting_stands_in_its_row():
    found = archive(meeting("2031", admits("street"), activity(), speech("li")))
    row = meeting_row(found, found.of(Meeting)["2031"])
    assert (row.results, row.remarks) == (("通过：街道加入COUNCIL",), ("1家加入 · 1篇发言",))
    empty = archive(meeting("2031"))
    assert meeting_row(empty, empty.of(Meeting)["2031"]).remarks == ()
