"""Names of records in texts."""

import pytest
from chuxin.archive.mentions import Names
from chuxin.records.people import Person
from making import linked, unit

UNITS = linked(
    organizations=[
        {**unit("hospital"), "name": "青石医院", "other_names": ["青石"], "former_names": [{"name": "第一医院"}]},
        {**unit("school"), "name": "青石小学"},
        {**unit("x"), "name": "社"},
    ]
).unit_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由青石医院提供", {"hospital"}),
        ("由青石提供", {"hospital"}),
        ("原第一医院", {"hospital"}),
        ("青石小学和青石医院", {"hospital", "school"}),
        ("青", set()),
        ("", set()),
        # One character may be a part of any word.
        ("社区", set()),
    ],
)
def test_a_name_is_found_where_it_stands(text, found):
    assert UNITS.found_in(text) == found


def test_a_long_text_is_looked_at_once_at_each_place():
    names = Names(Person(id=f"p{number}", name=f"李李{number}", sort="li") for number in range(5000))
    assert names.found_in("李" * 20_000) == set()
    assert names.found_in("李李4999") >= {"p4999"}
