"""Items of an agenda as pages show them."""

from chuxin.pages.meetings import meeting_view
from chuxin.records.meetings import Meeting
from making import activity, meeting
from viewing import archive

NEEDS = {"id": "needs", "name": "需求清单", "type": "需求"}


def test_an_activity_shows_its_kind_and_all_that_it_concerns():
    item = activity(
        organizations=["street", "district"], people=["li"], outcomes=["desk"], listings=["needs"], brands=["light"]
    )
    found = archive(meeting("2031", item, activity("其他")), listings=[NEEDS])
    shown, other = meeting_view(found, found.of(Meeting)["2031"]).agenda
    assert (shown.name, shown.title, shown.result) == ("发布清单", "公布清单", None)
    assert [(role.name, [one.route for one in role.links]) for role in shown.roles] == [
        ("参与", ["organizations/street/", "organizations/district/", "people/li/"]),
        ("有关", ["outcomes/desk/", "listings/needs/", "brands/light/"]),
    ]
    assert (other.name, other.roles, other.subjects) == ("活动", (), ())
