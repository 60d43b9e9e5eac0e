"""What was said at meetings."""

import pytest
from checking import BASE, SPEECH, Row, archive, at, found_by, found_in, item
from chuxin.checks.statements import (
    members_speak_for_a_body,
    statements_have_their_own_address,
    statements_say_what_was_said,
    summaries_are_not_called_originals,
)

NO_MEMBER = "身份是“新成员代表”，却没有写是哪个单位、哪个组织的成员"


def same_address(identifier: str, meeting: str):
    return "E305", f"发言的地址 “{identifier}” 与会议 {meeting} 的发言相同"


# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    (
        statements_say_what_was_said,
        item("remarks", "speaker: li\n    form: ▲节选\n"),
        [("E318", "标为节选，却没有写内容（text）")],
    ),
    (
        statements_say_what_was_said,
        item("remarks", "speaker: li\n    form: 未见公开\n    text: ▲说\n"),
        [("E318", "标为未见公开，却写了内容")],
    ),
    (
        summaries_are_not_called_originals,
        item("remarks", "speaker: li\n    form: ▲原文\n    text: 介绍了打算。\n"),
        [("W316", "标为原文，读起来却是在转述")],
    ),
    (
        members_speak_for_a_body,
        item("statement", "capacity: ▲新成员代表\n    on_behalf_of: [council]\n    " + SPEECH),
        [("W317", NO_MEMBER)],
    ),
    (
        members_speak_for_a_body,
        item("statement", "capacity: ▲新成员代表\n    organization: school\n    on_behalf_of: [street]\n    " + SPEECH),
        [("W317", NO_MEMBER)],
    ),
    # two statements at one address
    (
        statements_have_their_own_address,
        (
            "meetings/2031-li",
            "names: [会]\nid: ▲2031-li\ndate: 2032\nagenda:\n  - id: b\n    type: remarks\n    " + SPEECH,
        ),
        [same_address("2031-li-b", "2031")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    item("remarks", "speaker: li\n    form: 未见公开\n"),
    item("remarks", "speaker: li\n    form: 原文\n    text: 各位好，我介绍本院的打算。\n"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []
