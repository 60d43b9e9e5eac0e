"""Who takes and leaves an office, as records say it."""

import pytest
from chuxin.records.offices import Appointment, Tenure
from pydantic import ValidationError

TAKEN = {"id": "a", "type": "appointment", "manner": "推选", "organization": "council", "office": "轮值主席"}


@pytest.mark.parametrize(("manner", "name"), [("选举", "选举"), ("轮值", "轮值"), ("卸任", "卸任"), ("其他", "任职")])
def test_it_is_called_by_the_manner(manner, name):
    assert Appointment.model_validate({**TAKEN, "manner": manner, "holders": {"people": ["li"]}}).name == name


def test_somebody_takes_or_leaves_it():
    with pytest.raises(ValidationError):
        Appointment.model_validate(TAKEN)
    assert Appointment.model_validate({**TAKEN, "leaving": {"others": ["上一届理事"]}}).holders is None


def test_a_tenure_names_who_holds_it():
    with pytest.raises(ValidationError):
        Tenure.model_validate({"office": "会长"})
    assert Tenure.model_validate({"office": "会长", "holders": {"people": ["li"]}}).since is None
