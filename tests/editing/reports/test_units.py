"""What looks like the name of a unit that nobody knows."""

import pytest
from chuxin.editing.reports.tagging import Names
from chuxin.editing.reports.units import unknown_units
from reports import NAMES


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("红枫小学、绿野物业公司签署协议。", ["红枫小学", "绿野物业公司"]),
        ("海棠街道召开会议。", ["海棠街道"]),
        ("与红枫小学，", ["红枫小学"]),
        # Known ones, and what only begins like one.
        ("白塔医院、松湖大学。", []),
        ("走进学校，走进了社区学校的公司。", []),
    ],
)
def test_names_between_signs_are_told(text: str, units: list[str]) -> None:
    assert [one.name for one in unknown_units(Names(NAMES).tagged(text), 0)] == units
