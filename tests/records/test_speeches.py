"""What is said at meetings."""

import pytest
from chuxin.records.speeches import Statement
from pydantic import ValidationError

SPEECH = {"id": "s", "speaker": "li", "form": "概述", "text": "说"}


@pytest.mark.parametrize("missing", sorted(SPEECH.keys() - {"text", "speaker"}))
def test_a_statement_needs_its_form(missing):
    data = {name: value for name, value in SPEECH.items() if name != missing}
    with pytest.raises(ValidationError) as caught:
        Statement.model_validate({"type": "statement", **data})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", (missing,))]


@pytest.mark.parametrize(("form", "published"), [("原文", True), ("节选", True), ("概述", True), ("未见公开", False)])
def test_what_nobody_published_is_known_to_have_been_said(form, published):
    assert Statement.model_validate({"type": "statement", **SPEECH, "form": form}).is_published is published
