"""What the views of all kinds share: posts, titles, statements."""

import pytest
from chuxin.archive.naming import posts_text
from chuxin.pages.kinds import PAGES
from chuxin.pages.parts import DateView, Link, PostsView, date_view, foot, posts_view, statement_view
from chuxin.pages.statements import statement_page
from chuxin.records.brands import Brand
from chuxin.records.meetings import Meeting
from chuxin.records.outcomes import Outcome
from chuxin.records.people import Person, Post
from chuxin.words.dates import PartialDate
from making import activity, decision, meeting, speech
from viewing import LI, WU, archive

DAY = PartialDate(2031)


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
    held = tuple(map(post, posts))
    found = posts_view(archive(), held_in, held, DAY)
    assert [(group.unit.text if group.unit else None, list(group.titles)) for group in found] == groups
    assert posts_text(archive(), held_in, held, DAY) == (line if line is not None else "居民代表、街道理事、志愿者")


def test_a_post_leads_to_its_unit():
    found = posts_view(archive(), "district", (post("常委"),), DAY)
    assert found == (PostsView(Link("区委", "organizations/district/"), ("常委",)),)


def test_a_meeting_of_two_names_is_called_by_both():
    found = archive(meeting("2031", names=["推进会", "联席会议"]))
    assert found.of(Meeting)["2031"].called == "推进会暨联席会议"


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        (None, None),
        (PartialDate(2031), DateView("2031年", "2031")),
        (PartialDate(2031, 3), DateView("2031年3月", "2031-03")),
        (PartialDate(2031, 3, 2), DateView("2031年3月2日", "2031-03-02")),
        (PartialDate(2031, 3, at_latest=True), DateView("2031年3月", "2031-03", "不晚于")),
    ],
)
def test_dates_are_for_readers_and_machines(date, wanted):
    assert date_view(date) == wanted


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
    }
    assert {name: getattr(view, name) for name in wanted} == wanted


@pytest.mark.parametrize(("form", "verbatim"), [("原文", True), ("节选", True), ("概述", False), ("未见公开", False)])
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


def test_the_neighbours_of_a_titled_statement_name_its_speaker():
    found = archive(meeting("2031", speech("li"), speech("wu", title="一盏灯")))
    page = statement_page(found, found.statements["2031-i0"])
    assert page.after == Link("一盏灯", "statements/2031-i1/", "吴")


def test_mentions_name_the_record_and_the_statement_once_each():
    text = "[灯](record:brands/light)和[灯](record:brands/light)"
    found = archive(meeting("2031", speech("li", text=text), note=text), people=[{**LI, "note": text}, WU])
    assert foot(found, found.of(Brand)["light"]).mentions == (
        Link("会2031", "meetings/2031/", "会议"),
        Link("李的发言", "statements/2031-i0/", "发言"),
        Link("李", "people/li/", "人物"),
    )


def test_a_record_that_links_itself_is_not_mentioned_by_itself():
    found = archive(people=[{**LI, "note": "[李](record:people/li)"}, WU])
    assert foot(found, found.of(Person)["li"], shown=(Outcome,)).mentions == ()


@pytest.mark.parametrize(
    ("kind", "field", "identifier"),
    [
        ("outcomes", "outcomes", "desk"),
        ("brands", "brands", "light"),
        ("listings", "listings", "needs"),
    ],
)
def test_what_an_activity_concerns_leads_back_to_it(kind, field, identifier):
    needs = {"id": "needs", "name": "需求清单", "type": "需求"}
    found = archive(meeting("2031", activity(**{field: [identifier]})), listings=[needs])
    record, page = found.paged(kind)[identifier], PAGES[kind]
    assert foot(found, record, (), page.shows).mentions == (
        Link("公布清单", "meetings/2031/#i0", "发布清单", DateView("2031年", "2031")),
    )
