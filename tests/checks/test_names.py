"""Nobody is entered twice."""

import pytest
from checking import BASE, Row, archive, at, found_by, found_in
from chuxin.checks.names import names_are_entered_once


def like(name: str, other: str, code: str = "E309"):
    unit = "位" if name == "李" else "个单位"
    return code, f"“{name}” 与 {other}{'同名' if code == 'E309' else '名称很像'}，会不会是同一{unit}？"


# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    (names_are_entered_once, ("people/li-2", "id: li-2\nname: ▲李\nsort: li\n"), [like("李", "li（李）")]),
    (
        names_are_entered_once,
        ("organizations/z", "id: z\nname: ▲學校\nclassification: 院校\n"),
        [("E309", "“學校” 与 school（学校）同名，会不会是同一个单位？")],
    ),
    (
        names_are_entered_once,
        ("organizations/z", "id: z\nname: ▲上海市某某区联席会议\nclassification: 联席会议\n"),
        [like("上海市某某区联席会议", "council（联席会议）", "W309")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)


SOUND = [
    # names that only look alike
    ("people/li-2", "id: li-2\nname: 李\nsort: li\nnot_same_as: [li]\n"),
    ("people/li-2", "id: li-2\nname: 黎\nsort: li\n"),
    ("organizations/z", "id: z\nname: 第二学校\nclassification: 院校\n"),
    ("organizations/z", "id: z\nname: 会所\nother_names: [东校, 西校]\nclassification: 院校\n"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert found_in(loaded) == spans == []
