"""Terms of office, and offices of which there is one."""

import pytest
from checking import BASE, Row, archive, at, found_by, found_in, meeting
from chuxin.checks.offices import one_holds_what_is_one, terms_end_after_they_begin


def taken(*items: str):
    """Return a meeting at which offices changed."""
    lines = "".join(
        f"  - id: i{number}\n    type: appointment\n    manner: 推选\n    organization: council\n    {item}\n"
        for number, item in enumerate(items)
    )
    return meeting(f"agenda:\n{lines}")


WANG = ("people/wang", "id: wang\nname: 王\nsort: wang\n")
BY_LI, BY_WANG = "office: 会长\n    holders: {people: [li]}", "office: 会长\n    holders: {people: [wang]}"
BACKWARDS = "会长的任期止 2031 早于任期起 2032"
REPORTED: list[Row] = [
    (terms_end_after_they_begin, taken(f"until: ▲2031\n    {BY_LI}"), [("E331", BACKWARDS)]),
    (
        terms_end_after_they_begin,
        taken(f"until: ▲2031\n    {BY_LI.replace('[li]', '[li, wang]')}"),
        [("E331", BACKWARDS)],
    ),
    (
        terms_end_after_they_begin,
        (
            "organizations/bank",
            "id: bank\nname: 银行\nclassification: 企业\noffices:\n"
            "  - {office: 会长, holders: {people: [li]}, since: 2032, until: ▲2031}\n",
        ),
        [("E331", BACKWARDS)],
    ),
    (
        one_holds_what_is_one,
        taken(f"until: 2034\n    {BY_LI}", f"since: 2033\n    {BY_WANG.replace('[wang]', '[▲wang]')}"),
        [("W332", "2033 起由王任会长，而李到 2034 才卸任")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, WANG, record)
    assert found_by(rule, loaded) == at(spans, wanted)


SOUND = [
    taken(f"until: 2032-05\n    {BY_LI}"),
    # Nobody published that the first has left: that is no contradiction.
    taken(BY_LI, f"since: 2035\n    {BY_WANG}"),
    taken(f"until: 2034\n    {BY_LI}", f"since: 2034\n    {BY_WANG}"),
    taken(f"until: 2034\n    {BY_LI}", f"since: 2033\n    {BY_LI}"),
    # He may have held it long before.
    taken(f"until: 2034\n    {BY_LI}", f"since: 不晚于2033\n    {BY_WANG}"),
    # The source names both, or there are several.
    taken(f"until: 2034\n    {BY_LI.replace('[li]', '[li, wang]')}"),
    taken(
        f"until: 2034\n    {BY_LI}".replace("会长", "副会长"), f"since: 2033\n    {BY_WANG}".replace("会长", "副会长")
    ),
]


@pytest.mark.parametrize("record", SOUND)
def test_finds_nothing_in_sound_records(record):
    loaded, _ = archive(*BASE, WANG, record)
    assert found_in(loaded) == []
