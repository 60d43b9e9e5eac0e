"""What became of units, on their pages, in the index and on the timeline."""

from chuxin.pages import members
from chuxin.pages.indexes import index_view
from chuxin.pages.meetings import meeting_view
from chuxin.pages.parts import DateView, Link
from chuxin.pages.successions import MOST_NAMED, FormerNameView, former_names, succession_events
from chuxin.records.meetings import Meeting
from chuxin.records.organizations import Organization
from chuxin.words.dates import PartialDate
from making import admits, linked, meeting, speech, unit
from viewing import archive, organization

DAY = DateView("2031年6月1日", "2031-06-01")
SCHOOL = {**unit("school", "学校"), "name": "新名", "former_names": [{"name": "旧名", "until": "2031-06-01"}]}


def ended(identifier: str, manner: str, *successors: str, date: str = "2031-06-01", **more) -> dict:
    return unit(identifier, ended={"date": date, "manner": manner, "successors": list(successors), **more})


def test_a_unit_that_ended_and_what_took_its_place_lead_to_each_other():
    found = linked(
        organizations=[ended("a", "并入", "c", note="说明"), ended("b", "撤销", "c", date="2030"), unit("c")]
    )
    a, c = organization(found, "a"), organization(found, "c")
    assert (a.ending.date, a.ending.line, a.before) == (DAY, "并入C", ())
    assert [one.text for one in c.before] == ["B", "A"] and c.ending is None
    assert [(one.unit.text, one.date.text, one.ending.line, one.note) for one in c.turns] == [
        ("B", "2030年", "撤销，由C承接", None),
        ("A", "2031年6月1日", "并入C", "说明"),
    ]
    assert [(one.unit, one.ending.line) for one in a.turns] == [(None, "并入C")]


def test_endings_in_words():
    units = [ended(f"u{number}", manner) for number, manner in enumerate(["合并", "并入", "拆分", "撤销", "其他"])]
    units += [ended(f"v{number}", manner, "x", "y") for number, manner in enumerate(["合并", "拆分", "其他"])]
    found = linked(organizations=[*units, unit("x"), unit("y")])
    lines = [organization(found, one["id"]).ending.line for one in units]
    assert lines[:5] == ["合并", "并入别的单位", "拆分", "撤销", "终止"]
    assert lines[5:] == ["合并为X、Y", "拆分为X、Y", "终止，由X、Y承接"]


def test_former_names_say_before_which_day_they_were_used():
    school = Organization.model_validate(
        {
            **SCHOOL,
            "former_names": [{"name": "一", "until": "2030-05"}, {"name": "二"}, {"name": "三", "until": "2031"}],
        }
    )
    assert former_names(school) == (
        FormerNameView("一", DateView("2030年5月", "2030-05"), "2030-05-01", "一"),
        FormerNameView("二", None, None, "二"),
        # It may have been called by the second name then.
        FormerNameView("三", DateView("2031年", "2031"), None, "三"),
    )


def test_on_days_of_which_nobody_knows_the_name_what_it_is_called_now_is_shown():
    former = [{"name": "一", "until": "不晚于2030-05"}, {"name": "二", "until": "2031"}]
    assert [(one.name, one.until.text, one.on_days_before, one.shown) for one in names_of(former)] == [
        ("一", "不晚于2030年5月", "2030-05-31", "新名"),
        ("二", "2031年", "2031-01-01", "二"),
    ]


def names_of(former: list[dict]) -> tuple[FormerNameView, ...]:
    return former_names(Organization.model_validate({**SCHOOL, "former_names": former}))


def test_turns_are_told_in_the_order_of_time():
    former = [{"name": "一"}, {"name": "二", "until": "2030", "note": "说明"}]
    found = linked(organizations=[{**unit("a"), "former_names": former, "ended": {"date": "2031", "manner": "撤销"}}])
    assert [(one.date and one.date.text, one.names, one.note) for one in organization(found, "a").turns] == [
        (None, ("一", "二"), None),
        ("2030年", ("二", "A"), "说明"),
        ("2031年", None, None),
    ]


def test_the_timeline_tells_of_new_names_and_of_endings():
    found = linked(organizations=[SCHOOL, ended("a", "合并", "b"), ended("c", "其他"), unit("b")])
    assert [(one.date, one.name, one.link.text, one.remarks, one.kinds) for one in succession_events(found)] == [
        (PartialDate(2031, 6, 1), "更名", "新名", ("由“旧名”改称“新名”",), ("更名",)),
        (PartialDate(2031, 6, 1), "合并", "A", ("合并为B",), ("合并",)),
        (PartialDate(2031, 6, 1), "终止", "C", ("终止",), ("终止",)),
    ]


def test_the_index_tells_of_former_names_and_of_endings():
    view = index_view(linked(organizations=[SCHOOL, ended("a", "拆分", "school")]), [], "organizations")
    rows = {
        row.link.text: (row.date, row.remarks)
        for group in view.groups
        for one in (group, *group.groups)
        for row in one.rows
    }
    assert rows == {"新名": (None, ("曾用名旧名",)), "A": (DAY, ("拆分为新名",))}


def test_meetings_and_statements_have_the_name_of_their_day():
    said = speech("li", organization="school", posts=["校长"], on_behalf_of=["school"])
    at = [
        meeting("2031-05", said, admits("school"), organizers=["school"]),
        meeting("2032", said, organizers=["school"]),
    ]
    found = archive(*at, organizations=[SCHOOL, unit("council", "联席会议")])
    shown = [
        (one.unit.text, one.posts[0].unit.text, one.on_behalf_of[0].text)
        for one in organization(found, "school").said.shown
    ]
    assert shown == [("新名",) * 3, ("旧名",) * 3]
    before, after = (meeting_view(found, found.of(Meeting)[one["id"]]) for one in at)
    assert (before.organizers, after.organizers) == (
        (Link("旧名", "organizations/school/"),),
        (Link("新名", "organizations/school/"),),
    )
    assert before.agenda[0].items[1].changes[0].units == (Link("旧名", "organizations/school/"),)


def test_of_very_many_successors_other_pages_name_the_first_and_count_the_rest(monkeypatch):
    """A body with many members and many successors: each member would name all of them, on the page of each of them."""
    number = 3 * MOST_NAMED
    bodies = [f"b{n:02}" for n in range(number)]
    found = linked(
        organizations=[
            {**ended("a", "拆分", *bodies), "classification": "联盟"},
            *[unit(one, "联盟") for one in bodies],
            *[unit(f"u{n}", memberships=[{"body": "a"}]) for n in range(number)],
        ]
    )
    rest = f"其余{number - MOST_NAMED}家"
    member = organization(found, "u0").memberships[0]
    assert [len(member.unsaid), member.unsaid[-1].text] == [MOST_NAMED + 1, rest]
    assert member.ending.line.endswith(rest)
    # On its own page all are named.
    assert len(organization(found, "a").turns[-1].ending.successors) == number

    asked = []
    told = members._is_unsaid
    monkeypatch.setattr(members, "_is_unsaid", lambda *given: asked.append(given) or told(*given))
    (question,) = members.open_questions(found, found.of(Organization)[bodies[-1]])
    assert [len(question.others), question.others[-1].text] == [MOST_NAMED + 1, rest]
    assert len(asked) == number
