"""Index pages: groups, what one can choose between, and the timeline."""

import pytest
from chuxin.pages.indexes import index_view
from chuxin.records.kinds import SECTIONS
from making import meeting, speech
from viewing import DESK, REPORT, archive, article


@pytest.mark.parametrize("section", ["outcomes", "sources"])
def test_what_may_have_no_date_is_grouped_by_year_with_the_undated_last(section):
    base = {"outcomes": DESK, "sources": REPORT}[section]
    dates = {"a": "2031", "b": None, "c": "2032-01", "d": "2031-05"}
    records = [{**base, "id": name} | ({"date": date} if date else {}) for name, date in dates.items()]
    view = index_view(archive(**{section: records}), [], section)
    ids = [[row.link.route.split("/")[1] for row in group.rows] for group in view.groups]
    assert [(group.heading, group.anchor, group.year) for group in view.groups] == [
        ("2032年", "y2032", "2032"),
        ("2031年", "y2031", "2031"),
        ("年份未载明", "y0", ""),
    ]
    assert ids == [["c"], ["d", "a"], ["b"]]


def test_anchors_are_unique_on_every_page():
    found = archive(
        meeting("2031", speech("li")),
        meeting("2031-01", speech("li")),
        outcomes=[DESK, {**DESK, "id": "other", "date": "2031"}],
    )
    for section in SECTIONS:
        view = index_view(found, [article("x", "2031"), article("y", "2032")], section)
        anchors = [one.anchor for group in view.groups for one in (group, *group.groups) if one.heading]
        assert len(anchors) == len(set(anchors)) and all(map(str.isascii, anchors)), section
