"""Lists and their entries."""

import pytest
from chuxin.records.listings import Listing
from chuxin.records.meetings import Meeting
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


@pytest.mark.parametrize(("written", "taken"), [("2031/a", True), ("a", False), ("2031/", False), ("/a", False)])
def test_an_item_is_named_by_its_meeting_and_its_id(written, taken):
    listing = {**LISTING, "entries": [{**ENTRY, "follows": [written]}]}
    meeting = {"id": "2031", "names": ["会"], "date": "2031"}
    meeting |= {"follow_ups": [{"date": "2032", "text": "后", "items": [written]}]}
    if taken:
        assert Listing.model_validate(listing).entries[0].follows == (written,)
        assert Meeting.model_validate(meeting).follow_ups[0].items == (written,)
    else:
        for model, data in ((Listing, listing), (Meeting, meeting)):
            with pytest.raises(ValidationError, match="item_format"):
                model.model_validate(data)
