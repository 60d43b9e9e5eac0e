"""Brands."""

import pytest
from chuxin.records.brands import Brand
from pydantic import ValidationError

BRAND = {"id": "light", "name": "灯下·邻里", "type": "党建品牌"}


def test_a_brand_needs_a_name_and_a_sort_and_says_nothing_else_by_itself():
    brand = Brand.model_validate(BRAND)
    assert (brand.owner, brand.summary, brand.unpublished, brand.sources) == (None, None, (), ())
    assert (brand.called, brand.sort_of, brand.file) == ("灯下·邻里", "党建品牌", "brands/light.yml")


@pytest.mark.parametrize("field", ["id", "name", "type"])
def test_what_a_brand_needs(field):
    with pytest.raises(ValidationError):
        Brand.model_validate({key: value for key, value in BRAND.items() if key != field})


@pytest.mark.parametrize("field", ["date", "launched", "meeting"])
def test_when_a_brand_was_launched_is_not_written_down(field):
    """The meeting that launched it says so: a second date could contradict it."""
    with pytest.raises(ValidationError):
        Brand.model_validate({**BRAND, field: "2031-03-12"})
    assert Brand.model_validate(BRAND).dated is None
