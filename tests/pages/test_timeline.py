"""The timeline: everything with a date, newest first."""

import pytest
from chuxin.pages.indexes import index_view
from chuxin.pages.rendering import Renderer
from chuxin.pages.rows import rows_in
from chuxin.pages.timeline import events
from chuxin.records.organizations import Organization
from chuxin.words.dates import PartialDate
from making import activity, admits, meeting, releases, speech, unit
from viewing import DESK, LI, LIGHT, REPORT, WU, archive, article


def outline(groups) -> list:
    """Return groups as (heading, anchor, year, what is in it)."""
    return [
        (group.heading, group.anchor, group.year, outline(group.groups) or [row.link.text for row in group.rows])
        for group in groups
    ]


def told(found, articles=()) -> list[str]:
    return [
        " ".join([str(event.date), event.name, event.link.text, *event.remarks]) for event in events(found, [*articles])
    ]


def test_the_timeline_has_everything_with_a_date_newest_first():
    own = {
        "memberships": [{"body": "council", "since": "2029", "until": "2030-05"}, {"body": "alliance", "since": "2030"}]
    }
    entries = [{"id": "e", "title": "条", "date": "2031-04-01"}, {"id": "f", "title": "无日期"}]
    base = archive().of(Organization)
    found = archive(
        meeting(
            "2031-03-12",
            admits("street", "district"),
            speech("li"),
            speech("wu", "remarks", title="题"),
            releases("district", result="未通过"),
            {"type": "founding", "organization": "alliance"},
            {"type": "launch", "brand": "light"},
            {"type": "unveiling", "organization": "alliance"},
            {"type": "signing", "document": "《书》", "organizations": ["street"]},
            follow_ups=[{"date": "2031-05", "text": "**后**来\n\n又"}],
        ),
        meeting("2032"),
        organizations=[
            *({"id": one.id, "name": one.name, "classification": one.sort_of} for one in base.values()),
            unit("a", **own),
        ],
        outcomes=[{**DESK, "date": "2031-03"}],
        sources=[{**REPORT, "date": "2031-03-14", "publisher": "报"}],
        listings=[{"id": "needs", "name": "需求清单", "type": "需求", "entries": entries}],
    )
    assert told(found, [article("x", "2031-03-13", "文")]) == [
        "2032 会议 会2032",
        "2031-05 会议后续 会2031-03-12 后来",
        "2031-04-01 需求清单 条",
        "2031-03-14 来源 报道的题 新闻报道 报",
        "2031-03-13 动态 文",
        "2031-03-12 会议 会2031-03-12",
        "2031-03-12 决定·通过 《案》 加入COUNCIL：街道、区委",
        "2031-03-12 发言 李的发言",
        "2031-03-12 讲话 题 吴",
        "2031-03-12 决定·未通过 《案》 退出COUNCIL（未通过）：区委",
        "2031-03-12 成立 ALLIANCE成立",
        "2031-03-12 发布 发布党建品牌“灯”",
        "2031-03-12 揭牌 ALLIANCE揭牌",
        "2031-03-12 签约 签署《书》 街道",
        "2031-03 成果 《小桌》 课题",
        "2030-05 退出 A 退出COUNCIL",
        "2030 加入 A 加入ALLIANCE",
        "2029 加入 A 加入COUNCIL",
    ]


DECIDED = [
    (admits("street"), ("决定", "加入")),
    (releases("street"), ("决定", "退出")),
    ({**admits("street"), "releases": releases("wu")["releases"]}, ("决定", "加入", "退出")),
    (admits("street", result="未通过"), ("决定",)),
    (releases("street", result="暂缓"), ("决定",)),
]


@pytest.mark.parametrize(("item", "kinds"), DECIDED)
def test_only_a_motion_that_passed_is_found_under_who_entered_and_left(item, kinds):
    item = {**item, "releases": [{**one, "organizations": ["street"]} for one in item.get("releases", [])]}
    found = archive(meeting("2031", item))
    assert [event.kinds for event in events(found, []) if event.name.startswith("决定")] == [kinds]


@pytest.mark.parametrize(("title", "remarks"), [("发布品牌", ("灯",)), ("发布“灯”", ()), (None, ())])
def test_a_title_that_leaves_out_what_it_is_about_is_completed(title, remarks):
    found = archive(meeting("2031", {"type": "launch", "brand": "light"} | ({"title": title} if title else {})))
    assert [event.remarks for event in events(found, []) if event.name == "发布"] == [remarks]


def test_every_event_has_a_kind():
    found = archive(
        meeting("2031", admits("street"), speech("li"), follow_ups=[{"date": "2032", "text": "后"}]),
        sources=[{**REPORT, "date": "2031"}],
        brands=[LIGHT],
        people=[LI, WU],
    )
    assert all(event.kinds for event in events(found, [article("x", "2031")]))


def test_all_that_is_said_is_of_one_kind_and_leads_to_its_own_page():
    found = archive(meeting("2031", speech("li"), speech("wu", "remarks"), speech("li", "report", outcome="desk")))
    said = [event for event in events(found, []) if event.name != "会议"]
    assert [(event.name, event.kinds, event.link.route) for event in said] == [
        ("发言", ("发言",), "statements/2031-i0/"),
        ("讲话", ("发言",), "statements/2031-i1/"),
        ("成果汇报", ("发言",), "statements/2031-i2/"),
    ]


def test_the_timeline_is_grouped_by_year_month_and_day():
    found = archive(meeting("2031-03-12"), meeting("2031-03"), meeting("2031"), meeting("2030-12"))
    view = index_view(found, [], "timeline")
    assert outline(view.groups) == [
        (
            "2031年",
            "y2031",
            "2031",
            [
                ("2031年3月", "y2031-03", "", ["会2031-03-12", "会2031-03"]),
                ("2031年（月份未载明）", "y2031-00", "", ["会2031"]),
            ],
        ),
        ("2030年", "y2030", "2030", [("2030年12月", "y2030-12", "", ["会2030-12"])]),
    ]
    assert [(day.text, len(rows)) for day, rows in view.groups[0].groups[0].days] == [
        ("2031年3月12日", 1),
        ("2031年3月", 1),
    ]
    html = Renderer().render("index.html", "timeline/", view=view)
    assert '<time datetime="2031-03">2031年3月</time>（日期未载明）' in html
    assert '<time datetime="2031-03-12">2031年3月12日</time><ol' in html


def test_what_was_no_later_than_a_day_stands_there_and_says_so():
    dates = ("2031-03-12", "不晚于2031-03-12", "2031-03-11", "不晚于2031-03", "不晚于2031")
    found = archive(*(meeting(f"m{number}", date=date) for number, date in enumerate(dates)))
    (year,) = index_view(found, [], "timeline").groups
    assert [(group.heading, [day.text for day, _ in group.days]) for group in year.groups] == [
        ("2031年3月", ["2031年3月12日", "不晚于2031年3月12日", "2031年3月11日", "不晚于2031年3月"]),
        ("2031年（月份未载明）", ["不晚于2031年"]),
    ]
    html = Renderer().render("index.html", "timeline/", view=index_view(found, [], "timeline"))
    assert '<li data-group>不晚于<time datetime="2031-03-12">2031年3月12日</time><ol' in html
    # That no day is recorded is said already.
    assert '不晚于<time datetime="2031-03">2031年3月</time><ol' in html


def entries(*meetings: dict):
    view = index_view(archive(*meetings), [], "timeline")
    return [row for row in rows_in(view.groups) if row.name == "会议"]


def test_a_meeting_is_one_entry_with_what_it_decided_and_the_rest_counted():
    agenda = (
        admits("street", "district"),
        releases("district", result="未通过"),
        speech("li"),
        speech("wu", "remarks"),
        {"type": "launch", "brand": "light"},
        {"type": "signing", "document": "《书》", "organizations": ["street"]},
        {"type": "signing", "document": "《约》", "organizations": ["street"]},
    )
    (row,) = entries(meeting("2031-03-12", *agenda))
    assert row.link.route == "meetings/2031-03-12/"
    assert row.results == ("通过：街道、区委加入COUNCIL", "未通过：《案》")
    assert row.remarks == ("2篇发言、1项发布、2项签约",)


def test_a_meeting_is_found_under_all_that_its_entry_tells_of_and_speeches_in_their_own_list():
    found = archive(meeting("2031-03-12", admits("street"), speech("li"), {"type": "launch", "brand": "light"}))
    view = index_view(found, [], "timeline")
    (row,) = (row for row in rows_in(view.groups) if row.name == "会议")
    assert row.kinds == ("会议", "决定", "加入", "发布")
    assert "发言" in view.order and "1篇发言" in row.remarks[0]
    html = Renderer().render("index.html", "timeline/", view=view)
    assert '<p class="cx-row__result">通过：街道加入COUNCIL</p>' in html


def test_a_meeting_of_which_no_agenda_is_known_is_its_title_alone():
    (row,) = entries(meeting("2031-03-12"))
    assert (row.results, row.remarks, row.kinds) == ((), (), ("会议",))


def test_an_event_of_a_month_stands_after_those_of_its_days():
    assert PartialDate(2031, 3) < PartialDate(2031, 3, 1) < PartialDate(2031, 4)


def test_activities_are_told_by_their_kind_and_found_under_one():
    found = archive(meeting("2031", activity("播放影片", people=["li"]), activity("其他")))
    done = [one for one in events(found, []) if one.order]
    assert [(one.name, one.remarks, one.kinds) for one in done] == [
        ("播放影片", ("参与：李",), ("活动",)),
        ("活动", (), ("活动",)),
    ]
