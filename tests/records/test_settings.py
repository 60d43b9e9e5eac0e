"""What is no record: an archive's settings, and what a hand-written page says of itself."""

import pytest
from chuxin.records.settings import Contact, FrontMatter, Settings, Synonym
from chuxin.words.dates import PartialDate
from pydantic import ValidationError

DESK = {"name": "党建办公室", "addresses": ["desk@example.org"]}


def test_an_archive_that_says_nothing_is_real_and_knows_no_address():
    settings = Settings()
    assert (settings.fictional, settings.contact, settings.synonyms) == (False, None, ())


@pytest.mark.parametrize(("written", "fictional"), [("true", True), ("false", False)])
def test_an_archive_says_that_it_is_fictional(written, fictional):
    assert Settings.model_validate({"fictional": written}).fictional is fictional


@pytest.mark.parametrize("address", ["desk@example.org", "021-12345678", "021-12345678转8", "https://example.org/a"])
def test_mistakes_are_reported_to_an_office(address):
    settings = Settings.model_validate({"contact": {**DESK, "addresses": [address]}})
    assert settings.contact == Contact(name="党建办公室", addresses=(address,))


@pytest.mark.parametrize(
    "contact",
    [
        {"name": "党建办公室"},
        {**DESK, "addresses": []},
        {**DESK, "addresses": ["三楼"]},
        # Never a person's own.
        {**DESK, "addresses": ["13800000000"]},
        {"addresses": ["desk@example.org"]},
    ],
)
def test_what_is_no_contact(contact):
    with pytest.raises(ValidationError):
        Settings.model_validate({"contact": contact})


def test_a_synonym_is_what_readers_say_for_what_records_say():
    settings = Settings.model_validate({"synonyms": [{"term": "联席会议", "also": ["联席会", "联席"]}]})
    assert settings.synonyms == (Synonym(term="联席会议", also=("联席会", "联席")),)


@pytest.mark.parametrize("synonym", [{"term": "联席会议"}, {"term": "联席会议", "also": []}, {"also": ["联席会"]}])
def test_what_is_no_synonym(synonym):
    with pytest.raises(ValidationError):
        Settings.model_validate({"synonyms": [synonym]})


def test_a_page_may_say_nothing_of_itself():
    front = FrontMatter()
    assert (front.title, front.date, front.description) == (None, None, None)
    dated = FrontMatter.model_validate({"title": "题", "date": "2031-03-12", "description": "一句话"})
    assert dated.date == PartialDate(2031, 3, 12)


@pytest.mark.parametrize("front", [{"author": "李"}, {"date": "昨天"}, {"title": "一\n二"}, {"template": "home.html"}])
def test_a_page_says_nothing_else(front):
    """Not which template it is shown with, either."""
    with pytest.raises(ValidationError):
        FrontMatter.model_validate(front)
