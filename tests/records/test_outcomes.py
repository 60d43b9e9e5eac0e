"""Research outcomes and their figures."""

import pytest
from chuxin.records.outcomes import Figure, Outcome
from chuxin.words.dates import PartialDate
from pydantic import ValidationError

OUTCOME = {"id": "desk", "title": "社区小桌", "type": "课题", "summary": "概述"}


def test_an_outcome_is_called_by_its_title_in_its_marks():
    outcome = Outcome.model_validate(OUTCOME)
    assert (outcome.called, outcome.known_as) == ("《社区小桌》", ("社区小桌",))


@pytest.mark.parametrize("field", ["id", "title", "type", "summary"])
def test_what_an_outcome_needs(field):
    with pytest.raises(ValidationError):
        Outcome.model_validate({key: value for key, value in OUTCOME.items() if key != field})


def test_whose_it_is_and_of_when_may_be_unknown():
    outcome = Outcome.model_validate(OUTCOME)
    assert (outcome.authors, outcome.institution, outcome.date, outcome.dated) == ((), None, None, None)
    dated = Outcome.model_validate({**OUTCOME, "date": "2031-03", "authors": ["li", "wu"]})
    assert (dated.dated, dated.authors) == (PartialDate(2031, 3), ("li", "wu"))


@pytest.mark.parametrize("value", ["20余项", "46", "约三分之一"])
def test_a_figure_stays_as_its_source_words_it(value):
    outcome = Outcome.model_validate({**OUTCOME, "figures": [{"name": "指标", "value": value}]})
    assert outcome.figures == (Figure(name="指标", value=value),)
    assert outcome.figures[0].line == f"指标{value}"


@pytest.mark.parametrize("figure", [{"name": "指标"}, {"value": "46"}, {"name": "指标", "value": ""}, "46"])
def test_a_figure_says_what_is_counted_and_how_many(figure):
    with pytest.raises(ValidationError):
        Outcome.model_validate({**OUTCOME, "figures": [figure]})
