"""References lead somewhere: what is reported of ids and links at which place, and what is left in peace."""

import pytest
from checking import (
    BASE,
    DECISION,
    NEEDS,
    SPEECH,
    Row,
    absent,
    archive,
    at,
    found_by,
    found_in,
    item,
    meeting,
    no_address,
    no_link,
    note,
    unmark,
)
from chuxin.archive.loading import FileRead
from chuxin.checks.links import ids_resolve, parts_resolve, text_links_resolve
from chuxin.markup.fields import render_text
from chuxin.reading.parsing import parse


def other_kind(kind: str, identifier: str, real: str):
    return "E302", f"找不到{kind} “{identifier}”"


def no_entry(identifier: str):
    return "E301", f"找不到条目 “{identifier}”"


def no_item(identifier: str):
    return "E301", f"找不到议程事项 “{identifier}”"


# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    # ids in fields
    (ids_resolve, meeting("organizers:\n  - street\n  - ▲nobody\n"), [absent("单位", "nobody")]),
    (ids_resolve, meeting("body: ▲nobody\n"), [absent("单位", "nobody")]),
    (ids_resolve, meeting("sources: [report, ▲paper]\n"), [absent("来源", "paper")]),
    (ids_resolve, meeting("attendance:\n  people:\n    - person: ▲wu\n"), [absent("人物", "wu")]),
    (ids_resolve, item("launch", "brand: ▲lamp\n"), [absent("品牌", "lamp")]),
    (ids_resolve, item("report", SPEECH + "outcome: ▲chair\n"), [absent("成果", "chair")]),
    (ids_resolve, item("remarks", SPEECH + "on_behalf_of: [▲us]\n"), [absent("单位", "us")]),
    (ids_resolve, item("remarks", SPEECH + "posts: [{title: 长, organization: ▲us}]\n"), [absent("单位", "us")]),
    (ids_resolve, item("founding", "organization: ▲x\n"), [absent("单位", "x")]),
    (ids_resolve, item("signing", "document: 《书》\n    organizations: [street, ▲y]\n"), [absent("单位", "y")]),
    (
        ids_resolve,
        item("decision", DECISION + "admits:\n      - body: ▲c\n        organizations:\n          - ▲d\n"),
        [absent("单位", "c"), absent("单位", "d")],
    ),
    (ids_resolve, ("listings/needs", NEEDS[1] + "meetings: ['2031', ▲'2039']\n"), [absent("会议", "2039")]),
    (ids_resolve, ("people/wang", "id: wang\nname: 王\nsort: wang\nsources: [▲a]\n"), [absent("来源", "a")]),
    # an id of another kind
    (ids_resolve, meeting("organizers: [▲li]\n"), [other_kind("单位", "li", "人物")]),
    (ids_resolve, item("founding", "organization: ▲light\n"), [other_kind("单位", "light", "品牌")]),
    (ids_resolve, meeting("attendance: {people: [{person: ▲street}]}\n"), [other_kind("人物", "street", "单位")]),
    (ids_resolve, meeting("sources: [▲'2031']\n"), [other_kind("来源", "2031", "会议")]),
    # entries
    (
        parts_resolve,
        ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [needs/room, ▲needs/hall]\n"),
        [no_entry("needs/hall")],
    ),
    (
        parts_resolve,
        ("listings/more", NEEDS[1].replace("needs", "more") + "    meets:\n      - ▲nolist/room\n      - ▲li/room\n"),
        [no_entry("nolist/room"), no_entry("li/room")],
    ),
    # items of agendas, and entries, wherever a field names one
    (
        parts_resolve,
        ("listings/more", NEEDS[1].replace("needs", "more") + "    follows: [2031/li, ▲2031/wu, ▲2039/li]\n"),
        [no_item("2031/wu"), no_item("2039/li")],
    ),
    (
        parts_resolve,
        meeting("follow_ups:\n  - {date: 2033, text: 后, items: [▲2032/li], entries: [needs/room, ▲needs/x]}\n"),
        [no_item("2032/li"), no_entry("needs/x")],
    ),
    # links in texts
    (text_links_resolve, note("见[甲](▲/nope/)。"), [no_address("/nope/")]),
    (text_links_resolve, note("见[甲](▲/about)。"), [no_address("/about")]),
    (text_links_resolve, note("见[甲](▲/about.md)。"), [no_address("/about.md")]),
    (text_links_resolve, note("'见[甲](▲/nope/?a#b)。'"), [no_address("/nope/")]),
    (text_links_resolve, note("见[甲](▲/people/nobody/)。"), [no_address("/people/nobody/")]),
    (text_links_resolve, note("见[甲](▲/timeline/2031/)。"), [no_address("/timeline/2031/")]),
    (text_links_resolve, note("见[甲](record:▲people/nobody)。"), [no_link("people/nobody")]),
    (text_links_resolve, note("见[甲](record:▲organizations/li)。"), [no_link("organizations/li")]),
    (text_links_resolve, note("见[甲](record:▲statements/2031-wang)。"), [no_link("statements/2031-wang")]),
    (text_links_resolve, note("见[甲](record:▲persons/li)。"), [no_link("persons/li")]),
    (text_links_resolve, note("见[甲](▲record:li)。"), [no_link("li")]),
    (text_links_resolve, note("见[甲](record:▲people/li/x)。"), [no_link("people/li/x")]),
    (text_links_resolve, note("'见[甲](record:▲people/li#x)。'"), [no_link("people/li#x")]),
    (text_links_resolve, note("|-\n  一\n\n  二三[四](record:▲people/wu)五"), [no_link("people/wu")]),
    (text_links_resolve, note("|-\n  - 一\n  - 二[三](▲/nope/)"), [no_address("/nope/")]),
    (text_links_resolve, note("\n  甲[一](record:people/li)\n  乙[二](record:▲people/wu)"), [no_link("people/wu")]),
    (text_links_resolve, note('"😀[一](record:▲people/wu)"'), [no_link("people/wu")]),
    (
        text_links_resolve,
        item("founding", "organization: street\n    note: |-\n      一\n      [二](▲/nope/)\n"),
        [no_address("/nope/")],
    ),
    # the place is that of the link, not of the same letters elsewhere
    (text_links_resolve, note("people/wu 与[乙](record:▲people/wu)"), [no_link("people/wu")]),
    (text_links_resolve, note("见[甲](record:people/li)[乙](record:▲people/l)"), [no_link("people/l")]),
    (text_links_resolve, note("见[甲](/about/)[乙](▲/about)"), [no_address("/about")]),
    (text_links_resolve, note("见[甲](https://a.org/nope/)[乙](▲/nope/)"), [no_address("/nope/")]),
    (
        text_links_resolve,
        note("见[甲](record:▲people/wu)和[乙](record:▲people/wu)"),
        [no_link("people/wu"), no_link("people/wu")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    # every kind of reference that leads somewhere
    meeting("organizers: [street, school]\nbody: council\nsources: [report]\n"),
    meeting(
        "attendance:\n  people:\n    - {person: li, organization: street, posts: [{title: 长, organization: school}]}\n"
    ),
    item("report", SPEECH + "outcome: desk\n    on_behalf_of: [council]\n"),
    item("launch", "brand: light\n"),
    ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [needs/room, more/room]\n"),
    # links
    note("见[甲](record:people/li)、[乙](record:meetings/2031)、[丙](record:statements/2031-li)。"),
    note("见[甲](/)、[乙](/about/)、[丙](/people/li/)、[丁](/statements/2031-li/)、[戊](/timeline/)、[己](/news/x/)。"),
    note("'[甲](/about/#x)、[乙](/about/?x=1)、[丙](/?x)。'"),
    note("见[甲](https://example.org/nope/)、[乙](mailto:a@example.org)、[丙](http://a)。"),
    note("见[自己](record:people/wang)"),
    # no links: they stay text
    note("'[甲](nope.md)、[乙](//nope/)、[丙](javascript:alert)、\\[丁](/nope/)、![戊]( /nope'"),
    note("record:people/nobody 和 /nope/"),
    ("people/wang", "id: wang\nname: '[甲](record:people/nobody)'\nsort: wang\n"),
    # the same letters, another address
    ("meetings/2031-li", "id: 2031-li\nnames: [会]\ndate: 2032\nagenda:\n  - {id: b, type: launch, brand: light}\n"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []


# --- what did not load is reported once, by what did not load ---------------------------------------------------------

TO_BROKEN = [
    (("people", "wu"), meeting("attendance: {people: [{person: wu}]}\n")),
    (("organizations", "bank"), meeting("organizers: [bank]\nbody: bank\n")),
    (("sources", "paper"), meeting("sources: [paper]\n")),
    (("listings", "wants"), ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [wants/a, wants/b]\n")),
    (("people", "wu"), note("见[甲](record:people/wu)、[乙](/people/wu/)")),
    (
        ("meetings", "2033"),
        note("见[甲](record:meetings/2033)、[乙](record:statements/2033-li)、[丙](/statements/2033-x/)"),
    ),
]


@pytest.mark.parametrize(("broken", "record"), TO_BROKEN)
def test_a_broken_record_is_no_second_problem(broken, record):
    assert found_in(archive(*BASE, record, broken={broken})[0]) == []
    # It is one when the record is simply not there.
    assert found_in(archive(*BASE, record)[0]) != []


def test_a_record_that_is_wrong_has_its_references_checked_too():
    loaded, _ = archive(*BASE)
    text = "id: wu\nphone: 1\nname: 吴\nsources: [report, ▲paper]\nnote: '[甲](record:▲people/nobody)、[乙](▲/nope/)'\n"
    source, spans = unmark("data/people/wu.yml", text)
    key = "people", "wu"
    loaded.broken.add(key)
    loaded.files[key] = FileRead(source, parse(source)[0], None, [])
    assert found_in(loaded) == at(spans, [absent("来源", "paper"), no_link("people/nobody"), no_address("/nope/")])


def test_a_broken_record_still_has_its_kind():
    loaded, (span,) = archive(*BASE, meeting("organizers: [▲wu]\n"), broken={("people", "wu")})
    assert found_in(loaded) == at([span], [other_kind("单位", "wu", "人物")])


def test_a_meeting_that_did_not_load_excuses_its_own_statements_only():
    broken = {("meetings", "2033")}
    loaded, (span,) = archive(*BASE, note("见[甲](record:▲statements/2034-li)"), broken=broken)
    assert found_in(loaded) == at([span], [no_link("statements/2034-li")])


@pytest.mark.parametrize(
    "text",
    [
        "[甲](record:people/nobody)",
        "[甲](<record:people/nobody>)",
        "[甲](record:people/nobody '题')",
        "**[甲](record:people/nobody)**",
        "[[甲]](record:people/nobody)",
        "<record:people/nobody>",
        "一<record:people/nobody>二",
        "![甲](record:people/nobody)",
        "- [甲](record:people/nobody)",
        "[](record:people/nobody)",
        "[甲]( /nope/ )",
        "[甲](/people%2Fli/)",
        "[甲](/about%2F)",
        "[甲](/%61bout)",
        "[甲](record:people%2Fli)",
        "[甲](record:people/li%3Fx)",
        "[甲](/about/%3Fx)",
    ],
)
def test_what_is_rendered_as_a_link_leads_somewhere(text):
    loaded, _ = archive(*BASE, note("|-\n  " + text))
    stays_text = 'href="' not in str(render_text(text, "../../"))
    assert stays_text or [code for _, code, _ in found_in(loaded)] in (["E307"], ["E306"])
