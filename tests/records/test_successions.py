"""Former names of a unit, and how it ceased to be."""

import pytest
from chuxin.records.organizations import Organization
from chuxin.records.successions import ENDING_MANNERS, Ending
from chuxin.words.dates import PartialDate
from pydantic import ValidationError

SCHOOL = {"id": "school", "name": "第三", "classification": "学校"}


def school(*former: tuple[str, str]) -> Organization:
    names = [{"name": name, **({"until": until} if until else {})} for name, until in former]
    return Organization.model_validate({**SCHOOL, "former_names": names})


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2029-12-31", "第一"),
        ("2030-01-01", "第二"),
        ("2031-08-31", "第二"),
        ("2031-09-01", "第三"),
        ("2031-09", "第三"),
        # Not surely before: what it is called now is never wrong.
        ("2031", "第三"),
        ("2030", "第二"),
    ],
)
def test_a_unit_is_called_by_the_name_of_the_day(day, name):
    found = school(("第一", "2030-01-01"), ("第二", "2031-09-01"))
    assert found.name_on(PartialDate.parse(day)) == name
    assert found.name_on(None) == "第三"


def test_nobody_guesses_which_of_two_former_names_it_had():
    found = school(("第一", ""), ("第二", "2031-09-01"))
    assert found.name_on(PartialDate(2020)) == "第三"
    assert school(("第一", "2030"), ("第二", "")).name_on(PartialDate(2029)) == "第一"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        # Whether it was called otherwise by then nobody knows.
        ("2029-12-31", "第三"),
        ("2030", "第三"),
        ("不晚于2031", "第三"),
        ("2030-12-31", "第二"),
        ("2031-08-31", "第二"),
        ("2031-09-01", "第三"),
    ],
)
def test_nobody_guesses_since_when_it_had_a_name_that_it_took_no_later_than_a_day(day, name):
    assert school(("第一", "不晚于2030-12"), ("第二", "2031-09-01")).name_on(PartialDate.parse(day)) == name


def test_a_date_no_later_than_a_day_may_be_before_a_change_of_name():
    found = school(("第一", "2030-06-01"))
    assert found.name_on(PartialDate.parse("不晚于2030-05")) == "第一"
    assert found.name_on(PartialDate.parse("不晚于2030-07")) == "第三"


def test_a_unit_is_known_by_its_former_names():
    assert school(("第一", ""), ("第二", "2031")).known_as == ("第三", "第一", "第二")


@pytest.mark.parametrize("manner", ENDING_MANNERS)
def test_an_ending_is_named_in_a_word(manner):
    ending = Ending.model_validate({"date": "2031", "manner": manner})
    assert (ending.name, ending.successors) == ("终止" if manner == "其他" else manner, ())


@pytest.mark.parametrize("ending", [{"manner": "合并"}, {"date": "2031"}, {"date": "2031", "manner": "更名"}])
def test_what_is_no_ending(ending):
    with pytest.raises(ValidationError):
        Ending.model_validate(ending)
