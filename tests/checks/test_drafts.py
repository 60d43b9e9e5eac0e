"""What a draft puts where something is to be written does not stay."""

import pytest
from checking import BASE, Row, archive, at, found_by, found_in
from chuxin.checks.drafts import examples_are_replaced


def example(written: str):
    return "E126", f"“{written}” 是草稿里的例子，还没有换成真的内容"


# the check, a record with a mark at each place, what is said at these places
REPORTED: list[Row] = [
    # what a draft has where something is to be written
    (
        examples_are_replaced,
        ("people/z", "id: z\nname: 赵\nsort: zhao\nnote: ▲……\n# ……\nother_names:\n  - 张……\n  - ▲'……'\n"),
        [example("……"), example("……")],
    ),
    (
        examples_are_replaced,
        ("sources/z", "id: z\nheadline: 一千年前（1000-01-01）\ntype: 报道\ndate: ▲1000-01-01\n"),
        [example("1000-01-01")],
    ),
    (
        examples_are_replaced,
        ("sources/z", "id: z\nheadline: 题\ntype: 报道\ndate: ▲不晚于1000-01-01\n"),
        [example("1000-01-01")],
    ),
]


@pytest.mark.parametrize(("rule", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(rule, record, wanted):
    loaded, spans = archive(*BASE, record)
    # No other check has anything to say of it.
    assert found_by(rule, loaded) == found_in(loaded) == at(spans, wanted)
