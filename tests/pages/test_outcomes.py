"""Outcomes as their pages show them."""

from chuxin.pages.indexes import index_view
from chuxin.pages.outcomes import outcome_view
from chuxin.pages.parts import Link
from chuxin.pages.people import person_view
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person
from making import meeting, speech
from viewing import DESK, archive, organization


def test_an_outcome_knows_where_it_was_reported():
    found = archive(
        meeting("2031", speech("li", "report", outcome="desk")), meeting("2032", speech("wu", "report", outcome="desk"))
    )
    view = outcome_view(found, found.of(Outcome)["desk"])
    assert [one.link.route for one in view.way.reports] == ["statements/2032-i0/", "statements/2031-i0/"]
    assert [link.text for link in view.way.authors] == ["李"]
    assert view.presenters == (Link("吴", "people/wu/"), Link("李", "people/li/"))
    # Who reported it and did not write it has it among his outcomes, with the word.
    outcomes = [person_view(found, found.of(Person)[one]).outcomes for one in ("li", "wu")]
    assert outcomes == [(Link("《小桌》", "outcomes/desk/"),), (Link("《小桌》", "outcomes/desk/", "汇报"),)]


def test_an_outcome_without_authors_names_who_reported_it():
    desk = {key: value for key, value in DESK.items() if key != "authors"}
    found = archive(meeting("2031", speech("wu", "report", outcome="desk", organization="street")), outcomes=[desk])
    view = outcome_view(found, found.of(Outcome)["desk"])
    assert (view.way.authors, view.way.institution) == ((), None)
    assert view.presenters == (Link("吴", "people/wu/"),)
    assert organization(found, "street").outcomes == (Link("《小桌》", "outcomes/desk/", "汇报"),)
    (group,) = index_view(found, [], "outcomes").groups
    assert group.rows[0].remarks == ("课题", "街道吴汇报")
