"""Items of an agenda as pages show them."""

from chuxin.pages.agenda import agenda_parts
from chuxin.pages.meetings import meeting_view
from chuxin.pages.parts import DateView, Link
from chuxin.records.meetings import Meeting
from making import activity, admits, appoints, award, decision, joins, meeting, speech
from viewing import archive

NEEDS = {"id": "needs", "name": "需求清单", "type": "需求"}


def test_an_activity_shows_its_kind_and_all_that_it_concerns():
    item = activity(
        organizations=["street", "district"], people=["li"], outcomes=["desk"], listings=["needs"], brands=["light"]
    )
    found = archive(meeting("2031", item, activity("其他")), listings=[NEEDS])
    shown, other = meeting_view(found, found.of(Meeting)["2031"]).agenda[0].items
    assert (shown.name, shown.title, shown.result) == ("发布清单", "公布清单", None)
    assert [(role.name, [one.route for one in role.links]) for role in shown.roles] == [
        ("参与", ["organizations/street/", "organizations/district/", "people/li/"]),
        ("有关", ["outcomes/desk/", "listings/#_needs", "brands/light/"]),
    ]
    assert (other.name, other.roles, other.subjects) == ("活动", (), ())


def items(*agenda: dict):
    """Return the items of a meeting as its page shows them."""
    found = archive(meeting("2031", *agenda))
    return [item for part in agenda_parts(found, found.of(Meeting)["2031"]) for item in part.items]


def roles(item) -> list[tuple[str, list[str]]]:
    return [(role.name, [one.text for one in role.links]) for role in item.roles]


def test_the_parts_of_the_day_stand_in_the_order_of_the_source():
    agenda = [activity(part="会前"), decision(), decision(), activity(part="会后"), activity(part="会后")]
    found = archive(meeting("2031", *agenda))
    parts = agenda_parts(found, found.of(Meeting)["2031"])
    assert [(part.heading, len(part.items)) for part in parts] == [("会前", 1), (None, 2), ("会后", 2)]
    assert agenda_parts(archive(meeting("2032")), archive(meeting("2032")).of(Meeting)["2032"]) == ()


def test_whoever_is_not_named_stands_in_the_words_of_the_source():
    (said,) = items(speech("", group="居民代表"))
    assert (said.title, said.statement.speaker) == ("居民代表的发言", Link("居民代表", None))
    (signed,) = items({"type": "signing", "document": "协议", "organizations": ["street"], "others": ["11家企业"]})
    assert [(one.text, one.route) for one in signed.subjects] == [("街道", "organizations/street/"), ("11家企业", None)]


def test_an_award_says_who_gave_what_to_whom_and_why():
    given = award(givers={"organizations": ["district"]}, ground="全年无休", roles=[{"role": "宣读", "people": ["wu"]}])
    (shown,) = items(given)
    assert roles(shown) == [("获得者", ["李"]), ("授予者", ["区委"]), ("宣读", ["吴"])]
    assert (shown.name, shown.ground) == ("授予", "全年无休")


def test_an_appointment_says_who_took_and_left_what_and_for_how_long():
    (shown,) = items(appoints(holders={"people": ["li"]}, leaving={"others": ["上届会长"]}, until="2033"))
    assert roles(shown) == [("组织", ["COUNCIL"]), ("任职者", ["李"]), ("卸任者", ["上届会长"])]
    assert (shown.name, shown.term) == ("推选", (("任期止", DateView("2033年", "2033")),))


def test_who_joined_without_a_motion_or_without_a_name():
    joined, decided = items(joins(organizations=["street"], others="10"), admits("street"))
    assert [(one.verb, [unit.text for unit in one.units], one.counted) for one in joined.changes] == [
        ("加入", ["街道"], "另有10家")
    ]
    assert [one.counted for one in decided.changes] == [""]
    assert joined.result is None


def test_a_thing_that_has_no_record_is_unveiled_and_launched():
    unveiled, launched = items({"type": "unveiling", "thing": "初心长廊"}, {"type": "launch", "thing": "服务地图"})
    assert (unveiled.title, unveiled.subjects) == ("初心长廊揭牌", ())
    assert (launched.title, launched.subjects) == ("发布服务地图", ())


def test_an_amendment_marks_what_differs():
    (item,) = items(
        decision(
            amendments=[
                {"article": "第四条", "before": "每年开一次会。", "after": "每年开两次会。"},
                {"after": "新的一条"},
                {"before": "旧的一条"},
            ]
        )
    )
    changed, added, removed = item.amendments
    assert changed.article == "第四条"
    assert changed.before == (("每年开", True), ("一", False), ("次会。", True))
    assert changed.after == (("每年开", True), ("两", False), ("次会。", True))
    assert (added.before, added.after) == ((), (("新的一条", False),))
    assert (removed.before, removed.after) == ((("旧的一条", False),), ())
