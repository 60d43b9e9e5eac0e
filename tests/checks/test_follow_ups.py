"""What followed: what is reported at which place, and what is left in peace."""

import pytest
from checking import BASE, DECISION, NEEDS, Row, archive, at, found_by, found_in, item, meeting
from chuxin.checks.follow_ups import entries_follow, follow_ups_follow, results_follow_entries


def listed(rest: str) -> tuple[str, str]:
    """Return a list that is not in the base, with one entry with these fields."""
    return "listings/more", NEEDS[1].replace("needs", "more") + rest


REFUSED = item("decision", DECISION.replace("通过", "未通过"))
# the check, records with a mark at each place, what is said at these places
REPORTED: list[tuple[Row, ...]] = [
    (
        follow_ups_follow,
        [meeting("follow_ups:\n  - {date: 2033, text: 后}\n  - {date: ▲2031-12, text: 先}\n")],
        [("E317", "后续的日期 2031-12 早于会议的日期 2032")],
    ),
    (
        follow_ups_follow,
        [meeting("follow_ups:\n  - {date: 不晚于2032, text: 后}\n  - {date: ▲不晚于2031, text: 先}\n")],
        [("E317", "后续的日期 不晚于2031 早于会议的日期 2032")],
    ),
    (
        follow_ups_follow,
        [
            (
                "meetings/2030",
                "id: '2030'\nnames: [会]\ndate: 2030\nfollow_ups:\n  - {date: ▲2030-05, text: 后, items: [2031/li]}\n",
            ),
        ],
        [("E317", "后续的日期 2030-05 早于 2031/li 那次会议的日期 2031")],
    ),
    (
        entries_follow,
        [listed("    date: ▲2030-12\n    follows: [2031/li]\n")],
        [("W344", "列入的日期 2030-12 早于 2031/li 那次会议的日期 2031")],
    ),
    (
        entries_follow,
        [REFUSED, listed("    follows: [2031/li, ▲2032/one]\n")],
        [("W345", "2032/one 这项决定的结果是未通过，却写了它落实成的条目")],
    ),
    (
        results_follow_entries,
        [
            meeting("follow_ups:\n  - {date: ▲2032-01, text: 后, entries: [more/room]}\n"),
            listed("    date: 2032-02\n"),
        ],
        [("W344", "后续的日期 2032-01 早于条目 more/room 列入的日期 2032-02")],
    ),
]


@pytest.mark.parametrize(("rule", "records", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, records, wanted):
    loaded, spans = archive(*BASE, *records)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    [meeting("follow_ups:\n  - {date: 2032-01, text: 后}\n")],
    # in the same month, or at a date that is not known, nothing is earlier
    [
        meeting("follow_ups:\n  - {date: 2032, text: 后, items: [2031/li], entries: [more/room]}\n"),
        listed("    date: 2032-02\n"),
    ],
    [listed("    date: 2031-03\n    follows: [2031/li]\n")],
    [listed("    follows: [2031/li]\n")],
    [item("decision", DECISION), listed("    date: 2032\n    follows: [2032/one]\n")],
    # what was refused may have consequences, too
    [
        REFUSED,
        (
            "meetings/2033",
            "id: '2033'\nnames: [会]\ndate: 2033\nfollow_ups:\n  - {date: 2033, text: 再议, items: [2032/one]}\n",
        ),
    ],
]


@pytest.mark.parametrize("records", SOUND, ids=lambda records: records[-1][1][-40:])
def test_leaves_in_peace(records):
    loaded, spans = archive(*BASE, *records)
    assert found_in(loaded) == spans == []


def test_what_is_not_there_is_told_only_by_the_check_of_references():
    loaded, _ = archive(
        *BASE, listed("    follows: [2039/x]\n"), meeting("follow_ups:\n  - {date: 2033, text: 后, entries: [no/x]}\n")
    )
    for rule in (entries_follow, follow_ups_follow, results_follow_entries):
        assert found_by(rule, loaded) == []
