"""Units join before they leave, once, and before somebody speaks for what they joined."""

import pytest
from checking import BASE, DECISION, SPEECH, Row, archive, at, found_by, found_in, item, unit
from chuxin.checks.memberships import (
    counts_hold_the_named,
    memberships_end_after_they_begin,
    nobody_joins_twice,
    speakers_speak_for_bodies_they_are_in,
)

# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    (
        memberships_end_after_they_begin,
        unit("memberships:\n  - {body: council, since: 2020-05, until: ▲2020-04}"),
        [("E311", "退出日期 2020-04 早于加入日期 2020-05")],
    ),
    (
        memberships_end_after_they_begin,
        item("decision", DECISION + "releases: [{body: council, organizations: [street, ▲school]}]\n"),
        [("E311", "学校在 2035 加入，不能在 2032 退出")],
    ),
    (
        nobody_joins_twice,
        item("decision", DECISION + "admits: [{body: council, organizations: [▲school, street]}]\n"),
        [("E312", "学校已经是联席会议的成员（2035 加入），这里又加入一次")],
    ),
    (
        nobody_joins_twice,
        unit("memberships:\n  - {body: council}\n  - {body: ▲council, since: 2020}"),
        [("E312", "银行已经是联席会议的成员，这里又加入一次")],
    ),
    (
        counts_hold_the_named,
        item("joining", "body: council\n    organizations: [street]\n    count: ▲0\n"),
        [("E333", "写了共 0 家，却写出了 1 家")],
    ),
    (
        counts_hold_the_named,
        item("joining", "body: council\n    organizations: [street]\n    count: ▲不足10\n    others: 10余\n"),
        [("E333", "写了共 不足10 家，却写出了 1 家，另有 10余 家")],
    ),
    (
        counts_hold_the_named,
        item("decision", DECISION + "admits: [{body: council, organizations: [street], count: ▲11, others: 9}]\n"),
        [("E333", "写了共 11 家，而写出的 1 家和另有的 9 家合起来不是这个数")],
    ),
    (
        speakers_speak_for_bodies_they_are_in,
        item("remarks", SPEECH + "organization: school\n    on_behalf_of: [school, ▲council]\n"),
        [("E310", "2032 代表联席会议发言，而学校在 2035 才加入")],
    ),
    (
        memberships_end_after_they_begin,
        unit("memberships:\n  - {body: council, since: 2020-05, until: ▲不晚于2020-04}"),
        [("E311", "退出日期 不晚于2020-04 早于加入日期 2020-05")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    item("decision", DECISION + "admits:\n      - {body: council, organizations: [street]}\n"),
    item("decision", DECISION + "releases:\n      - {body: council, organizations: [street, street]}\n"),
    item("joining", "body: council\n    organizations: [street]\n    count: 11\n    others: 10\n"),
    item("joining", "body: council\n    organizations: [street]\n    count: 10余\n    others: 近10\n"),
    item("joining", "body: council\n    organizations: [street]\n    others: 10\n"),
    # what is not known contradicts nothing
    unit("memberships:\n  - {body: council, since: 2020, until: 2020-04}"),
    unit("memberships:\n  - {body: council, until: 2020}\n  - {body: council, since: 2020}"),
    unit("memberships:\n  - {body: council, since: 不晚于2020-05, until: 2019}"),
    unit("memberships:\n  - {body: council, since: 不晚于2020-05, until: 不晚于2019}"),
    item("remarks", SPEECH + "organization: street\n    on_behalf_of: [council]\n"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []
