"""People, and posts that are a text or more."""

import pytest
from chuxin.records.people import Attendee, Post


@pytest.mark.parametrize(
    ("written", "title", "organization"),
    [
        ("主任", "主任", None),
        ({"title": "部长"}, "部长", None),
        ({"title": "部长", "organization": "bu"}, "部长", "bu"),
    ],
)
def test_a_post_is_a_title_or_a_title_and_its_unit(written, title, organization):
    attendee = Attendee.model_validate({"person": "li", "posts": [written]})
    assert attendee.posts == (Post(title=title, organization=organization),)
