"""How organizations began, as meetings tell."""

from chuxin.pages.beginnings import founded_on
from chuxin.pages.parts import DateView, Link
from making import meeting
from viewing import archive, organization


def test_a_body_knows_its_founding_and_its_unveiling():
    agenda = [{"type": kind, "organization": "alliance"} for kind in ("founding", "unveiling")]
    view = organization(archive(meeting("2031", *agenda)), "alliance")
    assert view.founded == (Link("会2031", "meetings/2031/#i0", date=DateView("2031年", "2031")),)
    assert view.unveiled == (Link("会2031", "meetings/2031/#i1", date=DateView("2031年", "2031")),)


def test_a_body_is_founded_on_the_first_day_that_a_meeting_tells_of():
    founding = {"type": "founding", "organization": "alliance"}
    found = archive(meeting("2032", founding), meeting("2031-03", founding), meeting("2030"))
    assert str(founded_on(found, "alliance")) == "2031-03"
    assert founded_on(found, "council") is None
