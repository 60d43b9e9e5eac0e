"""Meetings, and who attended them."""

import pytest
from chuxin.records.meetings import AttendanceGroup


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ({"name": "居民"}, "居民"),
        ({"name": "居民代表", "count": "80余", "measure": "名"}, "80余名居民代表"),
        ({"name": "单位负责人", "count": "近150", "measure": "家"}, "近150家单位负责人"),
        ({"name": "志愿者", "count": "百余"}, "百余志愿者"),
    ],
)
def test_a_group_is_counted_as_its_source_counts_it(group, line):
    assert AttendanceGroup.model_validate(group).line == line
