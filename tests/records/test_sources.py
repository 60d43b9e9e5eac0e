"""Where the facts come from."""

import pytest
from chuxin.records.sources import Credit, Source
from chuxin.words.dates import PartialDate
from pydantic import ValidationError

SOURCE = {"id": "report", "headline": "会开了", "type": "新闻报道"}


def test_a_source_is_called_by_its_headline_and_dated_by_its_publication():
    source = Source.model_validate({**SOURCE, "date": "2031-03-13"})
    assert (source.called, source.known_as, source.dated) == ("会开了", ("会开了",), PartialDate(2031, 3, 13))


def test_what_is_not_known_of_a_source_is_left_out():
    source = Source.model_validate(SOURCE)
    assert (source.publisher, source.date, source.url, source.credits) == (None, None, None, ())


@pytest.mark.parametrize("field", ["id", "headline", "type"])
def test_what_a_source_needs(field):
    with pytest.raises(ValidationError):
        Source.model_validate({key: value for key, value in SOURCE.items() if key != field})


def test_credits_stand_in_the_order_of_the_source():
    names = [{"role": "记者", "name": "李某"}, {"role": "图片", "name": "吴某"}, {"role": "编辑", "name": "安某"}]
    credited = Source.model_validate({**SOURCE, "credits": names})
    assert [one.line for one in credited.credits] == ["记者李某", "图片吴某", "编辑安某"]
    assert credited.credits[0] == Credit(role="记者", name="李某")


@pytest.mark.parametrize("url", ["example.org/a", "ftp://example.org", "javascript:alert(1)", "data/a.yml"])
def test_an_address_is_one_on_the_web(url):
    with pytest.raises(ValidationError):
        Source.model_validate({**SOURCE, "url": url})
