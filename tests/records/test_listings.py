"""Lists and their entries."""

import pytest
from chuxin.records.listings import Listing
from pydantic import ValidationError

ENTRY = {"id": "a", "title": "题"}


LISTING = {"id": "a", "name": "单", "type": "需求"}


@pytest.mark.parametrize(
    ("written", "taken"),
    [("needs/a", True), ("需求/阅览室", True), ("needs", False), ("needs/", False), ("/a", False), ("/", False)],
)
def test_an_entry_is_named_by_its_list_and_its_id(written, taken):
    data = {**LISTING, "entries": [{**ENTRY, "meets": [written]}]}
    if taken:
        assert Listing.model_validate(data).entries[0].meets == (written,)
    else:
        with pytest.raises(ValidationError):
            Listing.model_validate(data)
