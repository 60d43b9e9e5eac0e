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


def test_an_archive_may_have_classes_of_its_own():
    settings = Settings.model_validate({"classifications": [{"group": "商圈", "names": ["步行街", "夜市"]}]})
    assert [settings.classes[name].group for name in ("步行街", "夜市", "院校")] == ["商圈", "商圈", "教育"]


@pytest.mark.parametrize(
    ("own", "kind", "place"),
    [
        ([{"group": "教育", "names": ["幼儿园", "院校"]}], "class_taken", (0, "names", 1)),
        ([{"group": "院校", "names": ["幼儿园"]}], "class_as_group", (0, "group")),
        ([{"group": "教育", "names": ["夜校"]}, {"group": "商圈", "names": ["夜校"]}], "class_twice", ()),
        ([{"group": "教育", "names": []}], "too_short", (0, "names")),
        ([{"names": ["夜校"]}], "missing", (0, "group")),
    ],
)
def test_what_are_no_classes(own, kind, place):
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate({"classifications": own})
    assert [(one["type"], one["loc"]) for one in refused.value.errors()] == [(kind, ("classifications", *place))]


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
