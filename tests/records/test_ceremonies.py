"""What is founded, unveiled, launched and signed at meetings."""

import pytest
from chuxin.records.ceremonies import Signing
from pydantic import ValidationError


def test_a_signing_names_who_signed():
    with pytest.raises(ValidationError) as caught:
        Signing.model_validate({"id": "a", "type": "signing", "document": "《书》", "organizations": []})
    assert [error["type"] for error in caught.value.errors()] == ["too_short"]
