"""Words of what more than one room speaks of."""

from typing import get_args

from chuxin.records.speeches import Speech
from chuxin.records.wording import FORM_NOTES


def literals(annotation) -> tuple[str, ...]:
    return get_args(annotation)


def test_every_form_has_its_explanation():
    assert set(literals(Speech.model_fields["form"].annotation)) == set(FORM_NOTES)
