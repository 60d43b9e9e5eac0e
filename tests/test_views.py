"""Views: what each page shows of the linked archive, in which words and in which order."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from chuxin.dates import PartialDate
from chuxin.prose import Page
from chuxin.routes import SECTIONS
from chuxin.schema import Post
from chuxin.source import Source
from chuxin.views import common, indexes, meetings, organizations, others
from chuxin.views.common import (
    DateView,
    Link,
    PostsView,
    date_view,
    link_to,
    meeting_title,
    posts_text,
    posts_view,
    statement_view,
    text_mentions,
    title,
)
from chuxin.views.indexes import home_view, index_view
from chuxin.views.meetings import item_title, meeting_view, statement_page
from chuxin.views.organizations import organization_view
from chuxin.views.others import brand_view, listing_view, outcome_view, person_view, source_view
from chuxin.wording import UNKNOWN
from test_linking import ALLIANCE, COUNCIL, admits, decision, linked, meeting, person, releases, speech, unit

DISTRICT = {**unit("district", "党的机构"), "name": "区委"}
DEPARTMENT = {**unit("department", "党的机构"), "name": "组织部"}
STREET = {**unit("street", "街道"), "name": "街道"}
LI = {**person("li", "li"), "name": "李"}
WU = {**person("wu", "wu"), "name": "吴"}
DESK = {"id": "desk", "title": "小桌", "type": "课题", "authors": ["li"], "summary": "概"}
LIGHT = {"id": "light", "name": "灯", "type": "党建品牌"}
REPORT = {"id": "report", "headline": "报道的题", "type": "新闻报道"}

BASE = {
    "organizations": [DISTRICT, DEPARTMENT, STREET, COUNCIL, ALLIANCE],
    "people": [LI, WU],
    "outcomes": [DESK],
    "brands": [LIGHT],
    "sources": [REPORT],
}


def archive(*meetings: dict, **more):
    return linked(**{**BASE, "meetings": list(meetings), **more})


def article(name: str, date: str, headline: str = "题", description: str | None = None) -> Page:
    path = f"news/{name}.md"
    parsed = PartialDate.parse(date)
    return Page(path, f"news/{name}/", Source(path, ""), headline, parsed, description, ())


def organization(linked_archive, identifier: str):
    return organization_view(linked_archive, linked_archive.organizations[identifier])


# --- posts, titles, citations -----------------------------------------------------------------------------------------


def post(text: str) -> Post:
    name, _, held_in = text.partition("@")
    return Post(title=name, organization=held_in or None)


# the person's unit, the posts (title@unit), (unit, titles) as grouped, the line
POSTS = [
    (None, [], [], ""),
    ("district", [], [("区委", [])], "区委"),
    ("district", ["常委"], [("区委", ["常委"])], "区委常委"),
    (
        "district",
        ["常委", "部长@department"],
        [("区委", ["常委"]), ("组织部", ["部长"])],
        "区委常委、组织部部长",
    ),
    ("street", ["书记", "主任"], [("街道", ["书记", "主任"])], "街道书记、主任"),
    ("street", ["书记", "主任@street"], [("街道", ["书记", "主任"])], "街道书记、主任"),
    (
        "street",
        ["书记", "部长@department", "副部长@department", "主任"],
        [("街道", ["书记"]), ("组织部", ["部长", "副部长"]), ("街道", ["主任"])],
        "街道书记、组织部部长、副部长、街道主任",
    ),
    ("street", ["部长@department"], [("街道", []), ("组织部", ["部长"])], "街道、组织部部长"),
    (None, ["居民代表"], [(None, ["居民代表"])], "居民代表"),
    (None, ["部长@department"], [("组织部", ["部长"])], "组织部部长"),
    (None, ["居民代表", "理事@street", "志愿者"], [(None, ["居民代表"]), ("街道", ["理事"]), (None, ["志愿者"])], None),
]


@pytest.mark.parametrize(("held_in", "posts", "groups", "line"), POSTS)
def test_posts_are_grouped_by_unit(held_in, posts, groups, line):
    found = posts_view(archive(), held_in, tuple(map(post, posts)))
    assert [(group.unit.text if group.unit else None, list(group.titles)) for group in found] == groups
    assert posts_text(found) == (line if line is not None else "居民代表、街道理事、志愿者")


def test_a_post_leads_to_its_unit():
    found = posts_view(archive(), "district", (post("常委"),))
    assert found == (PostsView(Link("区委", "organizations/district/"), ("常委",)),)


CITATIONS = [
    ({}, "李，2031年3月12日，会2031-03-12"),
    ({"organization": "street"}, "街道李，2031年3月12日，会2031-03-12"),
    (
        {"organization": "district", "posts": ["常委", {"title": "部长", "organization": "department"}]},
        "区委常委、组织部部长李，2031年3月12日，会2031-03-12",
    ),
    ({"posts": ["居民代表"], "title": "别的题目"}, "居民代表李，2031年3月12日，会2031-03-12"),
]


@pytest.mark.parametrize(("more", "citation"), CITATIONS)
def test_a_statement_is_cited_with_the_posts_of_the_day(more, citation):
    found = archive(meeting("2031-03-12", speech("li", **more)))
    assert statement_view(found, found.statements["2031-03-12-i0"]).citation == citation


def test_a_meeting_of_two_names_is_cited_with_both():
    found = archive(meeting("2031", speech("li"), names=["推进会", "联席会议"]))
    assert meeting_title(found.meetings["2031"]) == "推进会暨联席会议"
    assert statement_view(found, found.statements["2031-i0"]).citation == "李，2031年，推进会暨联席会议"


@pytest.mark.parametrize(
    ("kind", "identifier", "name"),
    [
        ("meetings", "2031", "会2031"),
        ("people", "li", "李"),
        ("organizations", "street", "街道"),
        ("outcomes", "desk", "《小桌》"),
        ("brands", "light", "灯"),
        ("sources", "report", "报道的题"),
        ("statements", "2031-i0", "李的发言"),
        ("statements", "2031-i1", "李的成果汇报"),
        ("statements", "2031-i2", "吴的讲话"),
        ("statements", "2031-i3", "自己的题目"),
    ],
)
def test_what_everything_is_called(kind, identifier, name):
    said = [
        speech("li"),
        speech("li", "report", outcome="desk"),
        speech("wu", "remarks"),
        speech("li", title="自己的题目"),
    ]
    found = archive(meeting("2031", *said))
    assert title(found, kind, identifier) == name
    assert link_to(found, kind, identifier, "注") == Link(name, f"{kind}/{identifier}/", "注")


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (decision(), "《案》"),
        (decision(title="题"), "题"),
        ({"type": "founding", "organization": "alliance"}, "ALLIANCE成立"),
        ({"type": "unveiling", "organization": "alliance"}, "ALLIANCE揭牌"),
        ({"type": "launch", "brand": "light"}, "发布党建品牌“灯”"),
        ({"type": "signing", "document": "《书》", "organizations": ["street"]}, "签署《书》"),
        ({"type": "signing", "title": "题", "document": "《书》", "organizations": ["street"]}, "题"),
        (speech("li"), "李的发言"),
        (speech("li", title="题"), "题"),
    ],
)
def test_what_an_agenda_item_is_called(item, name):
    found = archive(meeting("2031", item))
    assert item_title(found, found.meetings["2031"].agenda[0]) == name


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        (None, None),
        (PartialDate(2031), DateView("2031年", "2031")),
        (PartialDate(2031, 3), DateView("2031年3月", "2031-03")),
        (PartialDate(2031, 3, 2), DateView("2031年3月2日", "2031-03-02")),
    ],
)
def test_dates_are_for_readers_and_machines(date, wanted):
    assert date_view(date) == wanted


# --- statements -------------------------------------------------------------------------------------------------------


def test_everything_of_a_statement():
    item = speech(
        "li",
        "report",
        organization="street",
        posts=["书记"],
        capacity="成员代表",
        on_behalf_of=["council", "street"],
        outcome="desk",
        sources=["report"],
        note="注",
        text="**说**",
    )
    found = archive(meeting("2031-03-12", decision(), item, names=["一", "二"]))
    view = statement_view(found, found.statements["2031-03-12-i1"])
    street = Link("街道", "organizations/street/")
    wanted = {
        "link": Link("李的成果汇报", "statements/2031-03-12-i1/"),
        "anchor": "i1",
        "name": "成果汇报",
        "speaker": Link("李", "people/li/"),
        "unit": street,
        "posts": (PostsView(street, ("书记",)),),
        "capacity": "成员代表",
        "on_behalf_of": (Link("COUNCIL", "organizations/council/"), street),
        "form": "概述",
        "form_note": "依据来源用自己的话概括，不是发言人的原话。",
        "text": "**说**",
        "date": DateView("2031年3月12日", "2031-03-12"),
        "meeting": Link("一暨二", "meetings/2031-03-12/"),
        "item": Link("一暨二", "meetings/2031-03-12/#i1"),
        "outcome": Link("《小桌》", "outcomes/desk/"),
        "sources": (Link("报道的题", "sources/report/"),),
        "note": "注",
        "citation": "街道书记李，2031年3月12日，一暨二",
    }
    assert {name: getattr(view, name) for name in wanted} == wanted


@pytest.mark.parametrize(("form", "verbatim"), [("原文", True), ("节选", True), ("概述", False)])
def test_only_the_speakers_own_words_are_verbatim(form, verbatim):
    found = archive(meeting("2031", speech("li", form=form)))
    assert statement_view(found, found.statements["2031-i0"]).verbatim is verbatim


def test_a_statement_knows_what_was_said_before_and_after():
    found = archive(meeting("2031", speech("li"), decision(), speech("wu"), speech("li", "remarks")))
    pages = [statement_page(found, found.statements[f"2031-i{number}"]) for number in (0, 2, 3)]
    assert [(page.before and page.before.route, page.after and page.after.route) for page in pages] == [
        (None, "statements/2031-i2/"),
        ("statements/2031-i0/", "statements/2031-i3/"),
        ("statements/2031-i2/", None),
    ]


# --- meetings ---------------------------------------------------------------------------------------------------------


def test_everything_of_a_meeting():
    found = archive(
        meeting(
            "2031-03-12",
            admits("street", "district", note="注", sources=["report"], text="文"),
            speech("li", note="言注", form="原文"),
            {"type": "signing", "document": "《书》", "organizations": ["street", "council"]},
            names=["一", "二"],
            number="0",
            organizers=["street"],
            body="council",
            purpose=["甲", "乙"],
            attendance={
                "people": [
                    {"person": "li", "organization": "street", "posts": ["书记"], "role": "主持"},
                    {"person": "wu"},
                ],
                "groups": [
                    {"name": "单位负责人", "count": "46", "measure": "家"},
                    {"name": "居民", "count": "0"},
                    {"name": "志愿者", "measure": "人"},
                ],
            },
            follow_ups=[{"date": "2031-06-18", "text": "后"}, {"date": "2031-06", "text": "先", "sources": ["report"]}],
        )
    )
    view = meeting_view(found, found.meetings["2031-03-12"])
    assert (view.names, view.date.text, view.number) == (("一", "二"), "2031年3月12日", 0)
    assert [link.text for link in (*view.organizers, view.body)] == ["街道", "COUNCIL"]
    assert view.purpose == ("甲", "乙")
    assert [(one.person.text, posts_text(one.posts), one.role) for one in view.people] == [
        ("李", "街道书记", "主持"),
        ("吴", "", None),
    ]
    assert view.groups == ("46家单位负责人", "0居民", "志愿者")
    assert [(item.anchor, item.name, item.title) for item in view.agenda] == [
        ("i0", "决定", "《案》"),
        ("i1", "发言", "李的发言"),
        ("i2", "签约", "签署《书》"),
    ]
    made, said, signed = view.agenda
    assert (made.result, made.text, made.note, made.statement) == ("通过", "文", "注", None)
    assert [(one.verb, one.body.text, [unit.text for unit in one.units]) for one in made.changes] == [
        ("加入", "COUNCIL", ["街道", "区委"])
    ]
    # What was said is shown by the statement, once.
    assert (said.text, said.note, said.result, said.statement.note) == (None, None, None, "言注")
    assert [link.text for link in signed.subjects] == ["街道", "COUNCIL"]
    assert view.forms == (("原文", "发言的全文，一字不改。"),)
    assert [(one.date.text, one.text, len(one.sources)) for one in view.follow_ups] == [
        ("2031年6月", "先", 1),
        ("2031年6月18日", "后", 0),
    ]


def test_what_is_not_known_is_none():
    found = archive(
        meeting("2031", speech("li"), organizers=["street"]), listings=[{"id": "n", "name": "单", "type": "需求"}]
    )
    view = meeting_view(found, found.meetings["2031"])
    assert (view.venue, view.time, view.number, view.body, view.note) == (None,) * 5
    statement = view.agenda[0].statement
    assert (statement.unit, statement.capacity, statement.outcome, statement.note) == (None,) * 4
    assert (statement.posts, statement.on_behalf_of, statement.sources) == ((), (), ())
    assert source_view(found, found.sources["report"]).url is None
    assert outcome_view(found, found.outcomes["desk"]).date is None
    views = [
        view,
        statement_page(found, found.statements["2031-i0"]),
        organization(found, "street"),
        organization(found, "council"),
        person_view(found, found.people["li"]),
        outcome_view(found, found.outcomes["desk"]),
        listing_view(found, found.listings["n"]),
        brand_view(found, found.brands["light"]),
        source_view(found, found.sources["report"]),
        home_view(found, []),
        *(index_view(found, [], section) for section in SECTIONS),
    ]
    # How it reads is the templates' affair.
    assert UNKNOWN not in [text for one in views for text in strings(one)]
    assert "None" not in "".join(text for one in views for text in strings(one))


def test_views_are_frozen():
    rooms = (common, indexes, meetings, organizations, others)
    views = {one for room in rooms for one in vars(room).values() if isinstance(one, type) and is_dataclass(one)}
    views = {one for one in views if one.__module__.startswith("chuxin.views.")}
    assert {DateView, Link, PostsView, organizations.OrganizationView, indexes.HomeView} < views
    for view in views:
        with pytest.raises(FrozenInstanceError):
            object.__new__(view).text = "x"


def strings(view) -> list[str]:
    """Return every text in a view."""
    if isinstance(view, str):
        return [view]
    if isinstance(view, tuple | list):
        return [text for one in view for text in strings(one)]
    if is_dataclass(view):
        return [text for one in fields(view) for text in strings(getattr(view, one.name))]
    return []


# --- organizations ----------------------------------------------------------------------------------------------------


def rows(view) -> list[tuple[str, list[str]]]:
    """Return the meetings of an organization, each with its parts as one reads them."""
    return [
        (row.date.iso, [part.text + (part.link.text if part.link else "") for part in row.parts])
        for row in view.meetings
    ]


# the organization, the agenda, what its page says of the meeting
PARTS = [
    ("street", {"organizers": ["street"]}, [], ["召开"]),
    ("council", {"body": "council"}, [], ["召集"]),
    ("street", {"attendance": {"people": [{"person": "li", "organization": "street"}]}}, [], ["出席：李"]),
    (
        "department",
        {"attendance": {"people": [{"person": "li", "posts": [{"title": "长", "organization": "department"}]}]}},
        [],
        ["出席：李"],
    ),
    ("street", {}, [admits("street")], ["加入：《案》"]),
    ("street", {}, [admits("street", result="未通过")], ["加入（未通过）：《案》"]),
    ("street", {}, [releases("street")], ["退出：《案》"]),
    ("street", {}, [releases("street", result="暂缓")], ["退出（暂缓）：《案》"]),
    ("council", {}, [admits("street", "district")], ["吸收成员：《案》"]),
    ("council", {}, [releases("street")], ["成员退出：《案》"]),
    ("alliance", {}, [{"type": "founding", "organization": "alliance"}], ["成立"]),
    ("alliance", {}, [{"type": "unveiling", "organization": "alliance"}], ["揭牌"]),
    ("street", {}, [{"type": "signing", "document": "《书》", "organizations": ["street"]}], ["签署：《书》"]),
    ("street", {}, [speech("li", organization="street")], ["发言：李"]),
    ("council", {}, [speech("li", on_behalf_of=["council"])], ["发言：李"]),
    ("department", {}, [speech("li", posts=[{"title": "长", "organization": "department"}])], ["发言：李"]),
    # the same part once, different parts one after the other
    ("street", {}, [speech("li", organization="street", on_behalf_of=["street"])], ["发言：李"]),
    (
        "street",
        {"organizers": ["street"], "attendance": {"people": [{"person": "wu", "organization": "street"}]}},
        [admits("street"), speech("li", organization="street")],
        ["召开", "出席：吴", "加入：《案》", "发言：李"],
    ),
]


@pytest.mark.parametrize(("identifier", "more", "agenda", "parts"), PARTS)
def test_what_an_organization_did_at_a_meeting(identifier, more, agenda, parts):
    assert rows(organization(archive(meeting("2031", *agenda, **more)), identifier)) == [("2031", parts)]


def test_a_meeting_that_only_mentions_an_organization_is_none_of_its_meetings():
    found = archive(meeting("2031", note="[街道](record:organizations/street)"))
    view = organization(found, "street")
    assert view.meetings == ()
    assert view.mentioned_by == (Link("会2031", "meetings/2031/", "会议"),)


def test_the_meetings_of_an_organization_come_newest_first():
    found = archive(*[meeting(f"203{year}", organizers=["street"]) for year in (1, 3, 2)])
    assert [iso for iso, _ in rows(organization(found, "street"))] == ["2033", "2032", "2031"]


def test_the_members_of_a_body_come_by_date():
    own = [{"body": "council", "since": "2032"}]
    undated = [{"body": "council"}]
    units = [unit("x"), unit("own", memberships=own), unit("old", memberships=undated), unit("a"), unit("b"), COUNCIL]
    found = archive(
        meeting("2031", admits("x")),
        meeting("2032", releases("x")),
        meeting("2033", admits("b", "a")),
        organizations=units,
    )
    view = organization(found, "council")
    assert [(one.unit.text, one.since and one.since.text) for one in view.members] == [
        ("OLD", None),
        ("X", "2031年"),
        ("OWN", "2032年"),
        ("B", "2033年"),
        ("A", "2033年"),
    ]
    assert view.members[1].joined == Link("《案》", "meetings/2031/#i0", "2031年")
    assert view.members[1].left == Link("《案》", "meetings/2032/#i0", "2032年")
    assert (view.members[0].joined, view.members[0].left, view.members[0].until) == (None, None, None)
    assert view.is_body


def test_members_of_one_day_stand_in_the_order_of_the_source():
    """One that was a member before stands where the decision names it."""
    units = [unit(name) for name in "abx"] + [COUNCIL]
    found = archive(
        meeting("2031", admits("x")),
        meeting("2032", releases("x")),
        meeting("2033", admits("a", "x", "b")),
        organizations=units,
    )
    members = organization(found, "council").members
    assert [one.unit.text for one in members if one.since.text == "2033年"] == ["A", "X", "B"]


def test_an_organization_knows_who_names_it():
    units = [
        unit("street", parent="district"),
        unit("alliance", "联盟", founders=["street"], partners=["district"], guides=["district"], related=["street"]),
        unit("district", parent="street"),
    ]
    outcome = {**DESK, "institution": "street"}
    entries = [{"id": "e", "title": "条", "organization": "street"}]
    listing = {"id": "needs", "name": "需求清单", "type": "需求", "keeper": "street", "entries": entries}
    brand = {**LIGHT, "owner": "street"}
    found = archive(organizations=units, outcomes=[outcome], listings=[listing], brands=[brand])
    street, district = organization(found, "street"), organization(found, "district")
    assert street.parent == Link("DISTRICT", "organizations/district/")
    assert [link.text for link in street.children] == ["DISTRICT"]
    assert [link.text for link in (*street.founder_of, *street.related_to)] == ["ALLIANCE", "ALLIANCE"]
    assert (street.partner_of, street.guide_of) == ((), ())
    assert [link.text for link in (*district.partner_of, *district.guide_of)] == ["ALLIANCE", "ALLIANCE"]
    assert [link.text for link in (*street.outcomes, *street.brands)] == ["《小桌》", "灯"]
    assert street.listings == (
        Link("需求清单", "listings/needs/", "梳理"),
        Link("条", "listings/needs/#e", "需求清单"),
    )
    assert not street.is_body


def test_a_body_knows_its_founding_and_its_unveiling():
    agenda = [{"type": kind, "organization": "alliance"} for kind in ("founding", "unveiling")]
    view = organization(archive(meeting("2031", *agenda)), "alliance")
    assert view.founded == (Link("会2031", "meetings/2031/#i0", "2031年"),)
    assert view.unveiled == (Link("会2031", "meetings/2031/#i1", "2031年"),)


def held(kind: str, *posts: str) -> dict:
    return speech("li", organization="street", posts=[{"title": name, "organization": kind} for name in posts])


def test_the_offices_of_a_body():
    found = archive(meeting("2031", held("council", "召集人", "秘书")), meeting("2032", held("council", "召集人")))
    assert [(one.title, one.person) for one in organization(found, "council").offices] == [
        ("召集人", Link("李", "people/li/", "2032年")),
        ("召集人", Link("李", "people/li/", "2031年")),
        ("秘书", Link("李", "people/li/", "2031年")),
    ]
    assert organization(found, "street").offices == ()


def test_an_office_is_that_of_one_body_even_when_two_have_one_name():
    units = [*BASE["organizations"], {**ALLIANCE, "id": "other", "name": COUNCIL["name"]}]
    said = held("council", "召集人")
    said["on_behalf_of"] = ["other"]
    found = archive(meeting("2031", said), organizations=units)
    assert [one.title for one in organization(found, "council").offices] == ["召集人"]
    assert organization(found, "other").offices == ()


def test_an_office_of_one_day_is_named_once():
    found = archive(meeting("2031", held("council", "召集人"), held("council", "召集人")))
    assert [one.title for one in organization(found, "council").offices] == ["召集人"]


# --- people, outcomes, lists, brands, sources -------------------------------------------------------------------------


def test_a_person_attended_and_spoke_newest_first():
    here = {"people": [{"person": "li", "organization": "street", "posts": ["书记"], "role": "主持"}]}
    found = archive(
        meeting("2031", speech("li"), attendance=here),
        meeting("2033", speech("li"), decision(), speech("li", title="又说")),
        meeting("2032", attendance={"people": [{"person": "wu"}, {"person": "li"}]}),
    )
    view = person_view(found, found.people["li"])
    assert [(one.meeting.text, one.date.iso, posts_text(one.posts), one.role) for one in view.attended] == [
        ("会2032", "2032", "", None),
        ("会2031", "2031", "街道书记", "主持"),
    ]
    assert [one.link.text for one in view.statements] == ["李的发言", "又说", "李的发言"]
    assert [one.link.route for one in view.statements] == [
        "statements/2033-i0/",
        "statements/2033-i2/",
        "statements/2031-i0/",
    ]
    assert view.outcomes == (Link("《小桌》", "outcomes/desk/"),)


def test_an_outcome_knows_where_it_was_reported():
    found = archive(
        meeting("2031", speech("li", "report", outcome="desk")), meeting("2032", speech("wu", "report", outcome="desk"))
    )
    view = outcome_view(found, found.outcomes["desk"])
    assert [one.link.route for one in view.reports] == ["statements/2032-i0/", "statements/2031-i0/"]
    assert [link.text for link in view.authors] == ["李"]


def test_entries_and_what_meets_them():
    needs = {"id": "needs", "name": "需求清单", "type": "需求", "entries": [{"id": "room", "title": "阅览室"}]}
    entry = {"id": "hall", "title": "大厅", "meets": ["needs/room"], "date": "2031", "organization": "street"}
    found = archive(listings=[needs, {"id": "more", "name": "资源清单", "type": "资源", "entries": [entry]}])
    (room,) = listing_view(found, found.listings["needs"]).entries
    (hall,) = listing_view(found, found.listings["more"]).entries
    assert (room.meets, room.met_by) == ((), (Link("大厅", "listings/more/#hall", "资源清单"),))
    assert (hall.meets, hall.met_by) == ((Link("阅览室", "listings/needs/#room", "需求清单"),), ())
    assert (hall.date.text, hall.organization.text, room.date, room.organization) == ("2031年", "街道", None, None)


def test_a_brand_knows_its_launch():
    found = archive(meeting("2031", decision(), {"type": "launch", "brand": "light"}))
    assert brand_view(found, found.brands["light"]).launched == (Link("会2031", "meetings/2031/#i1", "2031年"),)


def test_a_source_knows_what_rests_on_it_by_kind():
    found = archive(
        meeting("2031", speech("li"), decision(sources=["report"]), sources=["report"]),
        people=[{**LI, "sources": ["report"]}, WU],
        brands=[{**LIGHT, "note": "[来源](record:sources/report)"}],
    )
    view = source_view(found, found.sources["report"])
    assert view.cited_by == (
        ("会议", (Link("会2031", "meetings/2031/", "2031年"),)),
        ("人物", (Link("李", "people/li/"),)),
        ("发言", (Link("李的发言", "statements/2031-i0/"),)),
    )
    assert view.mentioned_by == (Link("灯", "brands/light/", "品牌"),)


def test_mentions_name_the_record_and_the_statement_once_each():
    text = "[灯](record:brands/light)和[灯](record:brands/light)"
    found = archive(meeting("2031", speech("li", text=text), note=text), people=[{**LI, "note": text}, WU])
    assert text_mentions(found, "brands", "light") == (
        Link("会2031", "meetings/2031/", "会议"),
        Link("李的发言", "statements/2031-i0/", "发言"),
        Link("李", "people/li/", "人物"),
    )


def test_a_record_that_links_itself_is_not_mentioned_by_itself():
    found = archive(people=[{**LI, "note": "[李](record:people/li)"}, WU])
    assert text_mentions(found, "people", "li") == ()


# --- indexes ----------------------------------------------------------------------------------------------------------


def groups(view) -> list[tuple[str, str, list[str]]]:
    return [
        (
            group.heading,
            group.anchor,
            [row.link.text for one in (group, *group.groups) for row in one.rows],
        )
        for group in view.groups
    ]


def test_the_index_of_every_section():
    needs = {"id": "needs", "name": "需求清单", "type": "需求", "entries": [{"id": "room", "title": "阅览室"}]}
    found = archive(
        meeting("2031-03", speech("li"), {"type": "founding", "organization": "alliance"}),
        meeting("2031-04", speech("wu"), speech("li")),
        meeting("2032"),
        listings=[needs, {"id": "more", "name": "资源清单", "type": "资源"}],
    )
    articles = [article("b", "2032", "乙"), article("a", "2031", "甲", "一句话")]
    views = {section: index_view(found, articles, section) for section in SECTIONS}
    assert {section: view.count for section, view in views.items()} == {
        "meetings": 3,
        "organizations": 5,
        "people": 2,
        "statements": 3,
        "outcomes": 1,
        "listings": 2,
        "timeline": 9,
        "brands": 1,
        "news": 2,
        "sources": 1,
    }
    assert groups(views["meetings"]) == [
        ("2032年", "y2032", ["会2032"]),
        ("2031年", "y2031", ["会2031-04", "会2031-03"]),
    ]
    assert groups(views["organizations"]) == [
        ("联席会议", "c1", ["COUNCIL"]),
        ("联盟", "c2", ["ALLIANCE"]),
        ("街道", "c4", ["街道"]),
        ("党的机构", "c5", ["组织部", "区委"]),
    ]
    assert groups(views["people"]) == [("L", "letter-l", ["李"]), ("W", "letter-w", ["吴"])]
    assert groups(views["statements"]) == [
        ("2031年", "y2031", ["吴的发言", "李的发言", "李的发言"]),
    ]
    assert groups(views["listings"]) == [("", "", ["需求清单", "资源清单"])]
    assert [row.remarks for row in views["listings"].groups[0].rows] == [("1条",), ("条目未见公开",)]
    assert groups(views["news"]) == [("2032年", "y2032", ["乙"]), ("2031年", "y2031", ["甲"])]
    assert [row.remarks for group in views["news"].groups for row in group.rows] == [(), ("一句话",)]
    assert views["meetings"].groups[1].rows[1].remarks == ("ALLIANCE成立",)
    assert views["outcomes"].groups[0].rows[0].remarks == ("课题", "李")


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_archive_has_empty_indexes(section):
    view = index_view(linked(), [], section)
    assert (view.section, view.count, view.groups) == (section, 0, ())


def test_people_are_shown_with_their_newest_known_posts():
    found = archive(
        meeting("2031", speech("li", organization="street", posts=["书记"])),
        meeting("2032", speech("li", organization="district", posts=["常委"]), speech("wu")),
    )
    view = index_view(found, [], "people")
    assert [row.remarks for group in view.groups for row in group.rows] == [("区委常委（2032年）",), ()]


def test_anchors_are_ascii():
    found = archive(meeting("2031", speech("li")), people=[{**LI, "sort": "ü"}, WU])
    for section in SECTIONS:
        assert all(group.anchor.isascii() for group in index_view(found, [], section).groups)


def test_anchors_stay_where_they_are_when_others_come():
    few = linked(organizations=[STREET, DISTRICT])
    anchors = {group.heading: group.anchor for group in index_view(few, [], "organizations").groups}
    more = {group.heading: group.anchor for group in index_view(archive(), [], "organizations").groups}
    assert {heading: more[heading] for heading in anchors} == anchors


# --- home -------------------------------------------------------------------------------------------------------------


def test_the_home_page_of_an_empty_archive():
    view = home_view(linked(), [])
    assert view.latest is None
    assert [getattr(view, one.name) for one in fields(view) if one.name != "latest"] == [()] * (len(fields(view)) - 1)


def test_the_home_page_shows_the_newest():
    found = archive(
        meeting("2031-01", admits("street")),
        meeting("2032-01", admits("district", "department"), admits("street", body="alliance"), speech("li")),
        meeting("2032-02", admits("street", result="未通过"), speech("wu"), releases("street")),
    )
    view = home_view(found, [article(f"a{number}", "2031", f"文{number}") for number in range(9)])
    assert view.latest.link == Link("会2032-02", "meetings/2032-02/")
    assert view.latest.remarks == ("《案》", "《案》")
    assert [one.link.text for one in view.latest_statements] == ["吴的发言"]
    assert [([link.text for link in one.units], one.body.text, one.date.iso) for one in view.new_members] == [
        (["区委", "组织部"], "COUNCIL", "2032-01"),
        (["街道"], "ALLIANCE", "2032-01"),
    ]
    assert view.new_members[0].decision == Link("《案》", "meetings/2032-01/#i0")
    assert [row.link.text for row in view.articles] == [f"文{number}" for number in range(6)]
    assert view.years == (Link("2032年", "meetings/#y2032"), Link("2031年", "meetings/#y2031"))
    assert [(link.text, link.note) for link in view.sections] == [
        ("会议", "3"),
        ("单位", "5"),
        ("人物", "2"),
        ("发言", "2"),
        ("成果", "1"),
        ("品牌", "1"),
        ("动态", "9"),
        ("来源", "1"),
    ]
