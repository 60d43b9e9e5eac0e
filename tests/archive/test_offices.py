"""Who held which office, and when."""

from chuxin.archive.offices import Holder
from making import COUNCIL, linked, meeting, person, unit

BASE = {"people": [person("li"), person("wu")], "organizations": [COUNCIL, unit("bank")]}
LI, WU, BANK = Holder("people", "li"), Holder("people", "wu"), Holder("organizations", "bank")


def takes(*people: str, **more) -> dict:
    made = {"type": "appointment", "manner": "推选", "organization": "council", "office": "会长", **more}
    return {**made, "holders": {"people": list(people)}} if people else made


def leaves(*people: str, **more) -> dict:
    return takes(**{"manner": "卸任", "leaving": {"people": list(people)}, **more})


def spans(*meetings: dict, **more) -> list[tuple]:
    found = linked(**{**BASE, "meetings": list(meetings), **more})
    return [
        (one.holder, one.office, str(one.since or ""), str(one.until or ""))
        for one in found.offices_in.get("council", ())
    ]


def test_an_office_begins_at_the_meeting_and_lasts():
    assert spans(meeting("2031", takes("li"))) == [(LI, "会长", "2031", "")]


def test_a_term_that_the_source_gives_is_the_term():
    assert spans(meeting("2031", takes("li", since="2032", until="2034"))) == [(LI, "会长", "2032", "2034")]


def test_who_leaves_has_left_and_nobody_else_has():
    assert spans(meeting("2031", takes("li", "wu")), meeting("2033", leaves("li"))) == [
        (LI, "会长", "2031", "2033"),
        (WU, "会长", "2031", ""),
    ]


def test_a_successor_ends_nobodys_office():
    assert spans(meeting("2031", takes("li")), meeting("2033", takes("wu"))) == [
        (LI, "会长", "2031", ""),
        (WU, "会长", "2033", ""),
    ]


def test_who_leaves_before_the_end_of_the_term_has_left_then():
    assert spans(meeting("2031", takes("li", until="2035")), meeting("2033", leaves("li"))) == [
        (LI, "会长", "2031", "2033")
    ]
    # Whose term was over had none to leave: of when he took this one nobody tells.
    assert spans(meeting("2031", takes("li", until="2032")), meeting("2034", leaves("li"))) == [
        (LI, "会长", "2031", "2032")
    ]


def test_who_leaves_what_nobody_saw_him_take_held_it():
    assert spans(meeting("2033", leaves("li"))) == [(LI, "会长", "", "2033")]


def test_one_item_changes_an_office():
    item = takes("wu", leaving={"people": ["li"]})
    assert spans(meeting("2031", takes("li")), meeting("2033", item)) == [
        (LI, "会长", "2031", "2033"),
        (WU, "会长", "2033", ""),
    ]


def test_who_comes_back_holds_it_twice():
    found = spans(meeting("2031", takes("li")), meeting("2032", leaves("li")), meeting("2033", takes("li")))
    assert found == [(LI, "会长", "2031", "2032"), (LI, "会长", "2033", "")]


def test_units_and_groups_hold_offices():
    item = takes(holders={"organizations": ["bank"], "others": ["居民代表"]})
    assert spans(meeting("2031", item)) == [(BANK, "会长", "2031", ""), (Holder("", "居民代表"), "会长", "2031", "")]


def test_what_an_organization_says_itself_comes_first_and_can_be_left():
    own = {**COUNCIL, "offices": [{"office": "会长", "holders": {"people": ["li"]}, "since": "2030", "note": "注"}]}
    found = linked(**{**BASE, "organizations": [own], "meetings": [meeting("2033", leaves("li"))]})
    (office,) = found.offices_of[LI]
    assert (str(office.since), str(office.until), office.note) == ("2030", "2033", "注")
    assert office.taken is None and office.left.meeting.id == "2033"


def test_an_office_says_where_its_holder_is_named():
    found = linked(**{**BASE, "meetings": [meeting("2031", takes("li", "wu"), leaves("bank"))]})
    assert [one.path for one in found.offices] == [
        ("agenda", 0, "holders", "people", 0),
        ("agenda", 0, "holders", "people", 1),
        ("agenda", 1, "leaving", "people", 0),
    ]
