"""Units and bodies."""

import pytest
from chuxin.records.organizations import Organization


@pytest.mark.parametrize(("classification", "is_body"), [("联盟", True), ("专业委员会", False)])
def test_bodies_are_those_of_classes_that_units_join(classification, is_body):
    unit = Organization.model_validate({"id": "a", "name": "甲", "classification": classification})
    assert (unit.is_body, unit.sort_of) == (is_body, classification)
