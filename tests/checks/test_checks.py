"""What no record breaks alone: each check, what it reports at which place, and what it leaves in peace."""

from pathlib import Path

import pytest
from chuxin import checks
from chuxin.archive.linking import link
from chuxin.archive.loading import FileRead, LoadedRecords
from chuxin.archive.validation import validate
from chuxin.checks import CHECKS, check
from chuxin.checks.catalogue import Catalogue
from chuxin.checks.inspection import Inspection
from chuxin.markup.fields import render_text
from chuxin.markup.routes import index_route
from chuxin.problems.problems import MOST, Problem, Span
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.kinds import KINDS, SECTIONS

# Stands in a record before the character that a span is expected to name.
MARK = "▲"

LI = "people/li", "id: li\nname: 李\nsort: li\n"
STREET = "organizations/street", "id: street\nname: 街道\nclassification: 街道\n"
SCHOOL = (
    "organizations/school",
    "id: school\nname: 学校\nclassification: 院校\nmemberships:\n  - {body: council, since: 2035}\n",
)
COUNCIL = "organizations/council", "id: council\nname: 联席会议\nclassification: 联席会议\n"
REPORT = "sources/report", "id: report\nheadline: 题\ntype: 报道\n"
DESK = "outcomes/desk", "id: desk\ntitle: 小桌\ntype: 课题\nauthors: [li]\nsummary: 概述\n"
LIGHT = "brands/light", "id: light\nname: 灯\ntype: 品牌\n"
NEEDS = "listings/needs", "id: needs\nname: 需求\ntype: 需求\nentries:\n  - id: room\n    title: 阅览室\n"
MEETING = (
    "meetings/2031",
    "id: '2031'\nnames: [会]\ndate: 2031\nagenda:\n"
    + ("  - {id: li, type: statement, speaker: li, form: 概述, text: 说}\n"),
)
EARLIER = "meetings/2030", "id: '2030'\nnames: [会]\ndate: 2030\nbody: council\nnumber: 3\n"
BASE = [LI, STREET, SCHOOL, COUNCIL, REPORT, DESK, LIGHT, NEEDS, MEETING, EARLIER]

ADDRESSES = {"", "about/", "news/x/", *(index_route(section) for section in SECTIONS)}


def unmark(path: str, text: str) -> tuple[SourceText, list[Span]]:
    """Take the marks out of a text and return the spans that they stand for."""
    before, *rest = text.split(MARK)
    spans = []
    for part in rest:
        spans.append(Span(path, before.count("\n") + 1, len(before) - before.rfind("\n")))
        before += part
    return SourceText(path, before), spans


def archive(*records: tuple[str, str], broken: set[tuple[str, str]] = frozenset()) -> tuple[LoadedRecords, list[Span]]:
    """Read records as a folder of them would be; later ones replace earlier ones. Return the marked places as well."""
    loaded, spans = LoadedRecords(Path("data"), broken=set(broken)), []
    for key, text in dict(records).items():
        kind, identifier = key.split("/")
        source, marked = unmark(f"data/{key}.yml", text)
        spans += marked
        data, problems = parse(source)
        validated = validate(KINDS[kind], data, source)
        assert [*problems, *validated.problems] == []
        assert validated.record.id == identifier
        loaded.files[kind, identifier] = FileRead(source, None, validated.record, [])
    return loaded, spans


def inspection_of(loaded: LoadedRecords) -> Inspection:
    linked = link(loaded)
    return Inspection(linked, loaded, Catalogue.of(linked, loaded, ADDRESSES))


def checked(loaded: LoadedRecords) -> list[Problem]:
    linked = link(loaded)
    return check(linked, loaded, Catalogue.of(linked, loaded, ADDRESSES))


def found_in(loaded: LoadedRecords) -> list[tuple[Span, str, str]]:
    """Return what all checks find but for lacking sources; what they hint at is in `mistakes/`."""
    found = checked(loaded)
    return sorted({(one.span, one.code, one.message) for one in found if one.code != "W315"})


def found_by(name: str, loaded: LoadedRecords) -> list[tuple[Span, str, str]]:
    found = getattr(checks, name)(inspection_of(loaded))
    return sorted({(one.span, one.code, one.message) for one in found})


def at(spans: list[Span], words: list[tuple[str, str]]) -> list[tuple[Span, str, str]]:
    return sorted((span, *said) for span, said in zip(spans, words, strict=True))


def absent(kind: str, identifier: str):
    return "E301", f"找不到{kind} “{identifier}”"


def other_kind(kind: str, identifier: str, real: str):
    return "E302", f"找不到{kind} “{identifier}”"


def no_entry(identifier: str):
    return "E301", f"找不到条目 “{identifier}”"


def no_body(name: str, classification: str):
    return "E303", f"“{name}” 的类别是{classification}，不能有成员"


def twice(identifier: str):
    return "E304", f"编号 “{identifier}” 在这份记录里用了两次"


def same_address(identifier: str, meeting: str):
    return "E305", f"发言的地址 “{identifier}” 与会议 {meeting} 的发言相同"


def example(written: str):
    return "E126", f"“{written}” 是草稿里的例子，还没有换成真的内容"


def no_address(address: str):
    return "E306", f"本站没有 {address} 这个地址"


def no_link(written: str, hint: str = ""):
    return "E307", f"找不到记录 “{written}”"


def like(name: str, other: str, code: str = "E309"):
    unit = "位" if name == "李" else "个单位"
    return code, f"“{name}” 与 {other}{'同名' if code == 'E309' else '名称很像'}，会不会是同一{unit}？"


def meeting(rest: str) -> tuple[str, str]:
    return "meetings/2032", f"id: '2032'\nnames: [会]\ndate: 2032\n{rest}"


def item(kind: str, rest: str) -> tuple[str, str]:
    return meeting(f"agenda:\n  - id: one\n    type: {kind}\n    {rest}")


def note(text: str) -> tuple[str, str]:
    return "people/wang", f"id: wang\nname: 王\nsort: wang\nnote: {text}\n"


def unit(rest: str) -> tuple[str, str]:
    return "organizations/bank", f"id: bank\nname: 银行\nclassification: 金融机构\n{rest}\n"


SPEECH = "speaker: li\n    form: 概述\n    text: 说\n    "
NO_MEMBER = "身份是“新成员代表”，却没有写是哪个单位、哪个组织的成员"
DECISION = "motion: 《案》\n    result: 通过\n    "

# the check, a record with a mark at each place, what is said at these places
REPORTED: list[tuple[str, tuple[str, str], list[tuple[str, str]]]] = [
    # ids in fields
    ("ids_resolve", meeting("organizers:\n  - street\n  - ▲nobody\n"), [absent("单位", "nobody")]),
    ("ids_resolve", meeting("body: ▲nobody\n"), [absent("单位", "nobody")]),
    ("ids_resolve", meeting("sources: [report, ▲paper]\n"), [absent("来源", "paper")]),
    ("ids_resolve", meeting("attendance:\n  people:\n    - person: ▲wu\n"), [absent("人物", "wu")]),
    ("ids_resolve", item("launch", "brand: ▲lamp\n"), [absent("品牌", "lamp")]),
    ("ids_resolve", item("report", SPEECH + "outcome: ▲chair\n"), [absent("成果", "chair")]),
    ("ids_resolve", item("remarks", SPEECH + "on_behalf_of: [▲us]\n"), [absent("单位", "us")]),
    ("ids_resolve", item("remarks", SPEECH + "posts: [{title: 长, organization: ▲us}]\n"), [absent("单位", "us")]),
    ("ids_resolve", item("founding", "organization: ▲x\n"), [absent("单位", "x")]),
    ("ids_resolve", item("signing", "document: 《书》\n    organizations: [street, ▲y]\n"), [absent("单位", "y")]),
    (
        "ids_resolve",
        item("decision", DECISION + "admits:\n      - body: ▲c\n        organizations:\n          - ▲d\n"),
        [absent("单位", "c"), absent("单位", "d")],
    ),
    ("ids_resolve", ("listings/needs", NEEDS[1] + "meetings: ['2031', ▲'2039']\n"), [absent("会议", "2039")]),
    ("bodies_take_members", meeting("attendance: {groups: [{name: 人, body: ▲street}]}\n"), [no_body("街道", "街道")]),
    ("ids_resolve", ("people/wang", "id: wang\nname: 王\nsort: wang\nsources: [▲a]\n"), [absent("来源", "a")]),
    # an id of another kind
    ("ids_resolve", meeting("organizers: [▲li]\n"), [other_kind("单位", "li", "人物")]),
    ("ids_resolve", item("founding", "organization: ▲light\n"), [other_kind("单位", "light", "品牌")]),
    ("ids_resolve", meeting("attendance: {people: [{person: ▲street}]}\n"), [other_kind("人物", "street", "单位")]),
    ("ids_resolve", meeting("sources: [▲'2031']\n"), [other_kind("来源", "2031", "会议")]),
    # entries
    (
        "entries_resolve",
        ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [needs/room, ▲needs/hall]\n"),
        [no_entry("needs/hall")],
    ),
    (
        "entries_resolve",
        ("listings/more", NEEDS[1].replace("needs", "more") + "    meets:\n      - ▲nolist/room\n      - ▲li/room\n"),
        [no_entry("nolist/room"), no_entry("li/room")],
    ),
    # links in texts
    ("text_links_resolve", note("见[甲](▲/nope/)。"), [no_address("/nope/")]),
    ("text_links_resolve", note("见[甲](▲/about)。"), [no_address("/about")]),
    ("text_links_resolve", note("见[甲](▲/about.md)。"), [no_address("/about.md")]),
    ("text_links_resolve", note("'见[甲](▲/nope/?a#b)。'"), [no_address("/nope/")]),
    ("text_links_resolve", note("见[甲](▲/people/nobody/)。"), [no_address("/people/nobody/")]),
    ("text_links_resolve", note("见[甲](▲/timeline/2031/)。"), [no_address("/timeline/2031/")]),
    ("text_links_resolve", note("见[甲](record:▲people/nobody)。"), [no_link("people/nobody")]),
    ("text_links_resolve", note("见[甲](record:▲organizations/li)。"), [no_link("organizations/li")]),
    ("text_links_resolve", note("见[甲](record:▲statements/2031-wang)。"), [no_link("statements/2031-wang")]),
    ("text_links_resolve", note("见[甲](record:▲persons/li)。"), [no_link("persons/li")]),
    ("text_links_resolve", note("见[甲](▲record:li)。"), [no_link("li")]),
    ("text_links_resolve", note("见[甲](record:▲people/li/x)。"), [no_link("people/li/x")]),
    ("text_links_resolve", note("'见[甲](record:▲people/li#x)。'"), [no_link("people/li#x")]),
    ("text_links_resolve", note("|-\n  一\n\n  二三[四](record:▲people/wu)五"), [no_link("people/wu")]),
    ("text_links_resolve", note("|-\n  - 一\n  - 二[三](▲/nope/)"), [no_address("/nope/")]),
    ("text_links_resolve", note("\n  甲[一](record:people/li)\n  乙[二](record:▲people/wu)"), [no_link("people/wu")]),
    ("text_links_resolve", note('"😀[一](record:▲people/wu)"'), [no_link("people/wu")]),
    (
        "text_links_resolve",
        item("founding", "organization: street\n    note: |-\n      一\n      [二](▲/nope/)\n"),
        [no_address("/nope/")],
    ),
    # the place is that of the link, not of the same letters elsewhere
    ("text_links_resolve", note("people/wu 与[乙](record:▲people/wu)"), [no_link("people/wu")]),
    ("text_links_resolve", note("见[甲](record:people/li)[乙](record:▲people/l)"), [no_link("people/l")]),
    ("text_links_resolve", note("见[甲](/about/)[乙](▲/about)"), [no_address("/about")]),
    ("text_links_resolve", note("见[甲](https://a.org/nope/)[乙](▲/nope/)"), [no_address("/nope/")]),
    (
        "text_links_resolve",
        note("见[甲](record:▲people/wu)和[乙](record:▲people/wu)"),
        [no_link("people/wu"), no_link("people/wu")],
    ),
    # what is no body has no members
    ("bodies_take_members", meeting("body: ▲street\n"), [no_body("街道", "街道")]),
    (
        "bodies_take_members",
        item("decision", DECISION + "admits:\n      - {body: ▲school, organizations: [street]}\n"),
        [no_body("学校", "院校")],
    ),
    (
        "bodies_take_members",
        item("decision", DECISION + "releases:\n      - body: ▲school\n        organizations: [street]\n"),
        [no_body("学校", "院校")],
    ),
    (
        "bodies_take_members",
        ("organizations/bank", "id: bank\nname: 银行\nclassification: 金融机构\nmemberships:\n  - body: ▲street\n"),
        [no_body("街道", "街道")],
    ),
    # ids inside of a record
    (
        "parts_are_unique",
        meeting(
            "agenda:\n  - {id: a, type: launch, brand: light}\n  - {id: b, type: founding, organization: street}\n"
            "  - id: ▲a\n    type: founding\n    organization: street\n  - {type: launch, id: ▲a, brand: light}\n"
        ),
        [twice("a"), twice("a")],
    ),
    (
        "parts_are_unique",
        (
            "listings/more",
            "id: more\nname: 单\ntype: 资源\nentries:\n  - {id: a, title: 甲}\n  - {title: 乙, id: ▲a}\n",
        ),
        [twice("a")],
    ),
    # what contradicts itself
    ("parents_make_no_circle", unit("parent: ▲bank"), [("E313", "上级单位绕成一圈：银行 → 银行")]),
    (
        "meetings_have_their_own_number",
        ("meetings/2032", "id: '2032'\nnames: [会]\ndate: 2032\nbody: council\nnumber: ▲3\n"),
        [("E314", "届次 3 已用在会议 2030（会）")],
    ),
    (
        "follow_ups_follow",
        meeting("follow_ups:\n  - {date: 2033, text: 后}\n  - {date: ▲2031-12, text: 先}\n"),
        [("E317", "后续的日期 2031-12 早于会议的日期 2032")],
    ),
    (
        "memberships_end_after_they_begin",
        unit("memberships:\n  - {body: council, since: 2020-05, until: ▲2020-04}"),
        [("E311", "退出日期 2020-04 早于加入日期 2020-05")],
    ),
    (
        "memberships_end_after_they_begin",
        item("decision", DECISION + "releases: [{body: council, organizations: [street, ▲school]}]\n"),
        [("E311", "学校在 2035 加入，不能在 2032 退出")],
    ),
    (
        "nobody_joins_twice",
        item("decision", DECISION + "admits: [{body: council, organizations: [▲school, street]}]\n"),
        [("E312", "学校已经是联席会议的成员（2035 加入），这里又加入一次")],
    ),
    (
        "nobody_joins_twice",
        unit("memberships:\n  - {body: council}\n  - {body: ▲council, since: 2020}"),
        [("E312", "银行已经是联席会议的成员，这里又加入一次")],
    ),
    (
        "speakers_speak_for_bodies_they_are_in",
        item("remarks", SPEECH + "organization: school\n    on_behalf_of: [school, ▲council]\n"),
        [("E310", "2032 代表联席会议发言，而学校在 2035 才加入")],
    ),
    (
        "summaries_are_not_called_originals",
        item("remarks", "speaker: li\n    form: ▲原文\n    text: 介绍了打算。\n"),
        [("W316", "标为原文，读起来却是在转述")],
    ),
    (
        "members_speak_for_a_body",
        item("statement", "capacity: ▲新成员代表\n    on_behalf_of: [council]\n    " + SPEECH),
        [("W317", NO_MEMBER)],
    ),
    (
        "members_speak_for_a_body",
        item("statement", "capacity: ▲新成员代表\n    organization: school\n    on_behalf_of: [street]\n    " + SPEECH),
        [("W317", NO_MEMBER)],
    ),
    ("names_are_entered_once", ("people/li-2", "id: li-2\nname: ▲李\nsort: li\n"), [like("李", "li（李）")]),
    (
        "names_are_entered_once",
        ("organizations/z", "id: z\nname: ▲學校\nclassification: 院校\n"),
        [("E309", "“學校” 与 school（学校）同名，会不会是同一个单位？")],
    ),
    (
        "names_are_entered_once",
        ("organizations/z", "id: z\nname: ▲上海市某某区联席会议\nclassification: 联席会议\n"),
        [like("上海市某某区联席会议", "council（联席会议）", "W309")],
    ),
    # two statements at one address
    (
        "statements_have_their_own_address",
        (
            "meetings/2031-li",
            "names: [会]\nid: ▲2031-li\ndate: 2032\nagenda:\n  - id: b\n    type: remarks\n    " + SPEECH,
        ),
        [same_address("2031-li-b", "2031")],
    ),
    # what a draft has where something is to be written
    (
        "examples_are_replaced",
        ("people/z", "id: z\nname: 赵\nsort: zhao\nnote: ▲……\n# ……\nother_names:\n  - 张……\n  - ▲'……'\n"),
        [example("……"), example("……")],
    ),
    (
        "examples_are_replaced",
        ("sources/z", "id: z\nheadline: 一千年前（1000-01-01）\ntype: 报道\ndate: ▲1000-01-01\n"),
        [example("1000-01-01")],
    ),
]

# The base has a statement 2031-li-b as well.
BASE.append((MEETING[0], MEETING[1] + MEETING[1].splitlines()[-1].replace("id: li,", "id: li-b,") + "\n"))


@pytest.mark.parametrize(("name", "record", "wanted"), REPORTED)
def test_reports_at_the_exact_place(name, record, wanted):
    loaded, spans = archive(*BASE, record)
    expected = at(spans, wanted)
    assert found_by(name, loaded) == expected
    # No other check has anything to say of it.
    assert found_in(loaded) == expected


def test_every_check_is_tried():
    tried = {name for name, _, _ in REPORTED} | {"facts_have_sources"}
    assert {rule.__name__ for rule in CHECKS} == tried


def test_facts_have_sources():
    with_source = "people/wu", "id: wu\nname: 吴\nsort: wu\nsources: [report]\n"
    parts = item("founding", "organization: street\n    sources: [report]\n")
    loaded, _ = archive(*BASE, with_source, parts)
    found = {one[0].path for one in found_by("facts_have_sources", loaded)}
    assert found == {f"data/{key}.yml" for key, _ in BASE} - {"data/sources/report.yml"}
    unsaid = meeting("agenda:\n  - {id: a, type: founding, organization: street}\n")
    loaded, [span] = archive(*BASE, (unsaid[0], unsaid[1].replace("'2032'", "▲'2032'")))
    assert (span, "W315", "这份会议记录没有写来源（sources）") in found_by("facts_have_sources", loaded)


def test_every_check_says_what_it_ensures():
    assert all(rule.__doc__.startswith("Ensure ") for rule in CHECKS)


def test_a_sound_archive_has_no_problems():
    loaded, _ = archive(*BASE)
    assert found_in(loaded) == []


SOUND = [
    # every kind of reference that leads somewhere
    meeting("organizers: [street, school]\nbody: council\nsources: [report]\n"),
    meeting(
        "attendance:\n  people:\n    - {person: li, organization: street, posts: [{title: 长, organization: school}]}\n"
    ),
    item("report", SPEECH + "outcome: desk\n    on_behalf_of: [council]\n"),
    item("launch", "brand: light\n"),
    item("decision", DECISION + "admits:\n      - {body: council, organizations: [street]}\n"),
    item("decision", DECISION + "releases:\n      - {body: council, organizations: [street, street]}\n"),
    # what is not known contradicts nothing
    unit("memberships:\n  - {body: council, since: 2020, until: 2020-04}"),
    unit("memberships:\n  - {body: council, until: 2020}\n  - {body: council, since: 2020}"),
    unit("parent: school"),
    item("remarks", SPEECH + "organization: street\n    on_behalf_of: [council]\n"),
    item("remarks", "speaker: li\n    form: 原文\n    text: 各位好，我介绍本院的打算。\n"),
    meeting("number: 3\n"),
    meeting("body: council\nnumber: 4\nfollow_ups:\n  - {date: 2032-01, text: 后}\n"),
    # names that only look alike
    ("people/li-2", "id: li-2\nname: 李\nsort: li\nnot_same_as: [li]\n"),
    ("people/li-2", "id: li-2\nname: 黎\nsort: li\n"),
    ("organizations/z", "id: z\nname: 第二学校\nclassification: 院校\n"),
    ("organizations/z", "id: z\nname: 会所\nother_names: [东校, 西校]\nclassification: 院校\n"),
    ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [needs/room, more/room]\n"),
    # links
    note("见[甲](record:people/li)、[乙](record:meetings/2031)、[丙](record:statements/2031-li)。"),
    note("见[甲](/)、[乙](/about/)、[丙](/people/li/)、[丁](/statements/2031-li/)、[戊](/timeline/)、[己](/news/x/)。"),
    note("'[甲](/about/#x)、[乙](/about/?x=1)、[丙](/?x)。'"),
    note("见[甲](https://example.org/nope/)、[乙](mailto:a@example.org)、[丙](http://a)。"),
    note("见[自己](record:people/wang)"),
    # no links: they stay text
    note("'[甲](nope.md)、[乙](//nope/)、[丙](javascript:alert)、\\[丁](/nope/)、![戊]( /nope'"),
    note("record:people/nobody 和 /nope/"),
    ("people/wang", "id: wang\nname: '[甲](record:people/nobody)'\nsort: wang\n"),
    # the same id in two records, or in two kinds
    meeting("agenda:\n  - {id: li, type: launch, brand: light}\n"),
    ("organizations/li", "id: li\nname: 李\nclassification: 企业\n"),
    ("listings/more", NEEDS[1].replace("needs", "more")),
    # the same letters, another address
    ("meetings/2031-li", "id: 2031-li\nnames: [会]\ndate: 2032\nagenda:\n  - {id: b, type: launch, brand: light}\n"),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record[1][-40:])
def test_leaves_in_peace(record):
    loaded, spans = archive(*BASE, record)
    assert spans == []
    assert found_in(loaded) == []


@pytest.mark.parametrize("classification", ["联席会议", "联盟", "基地"])
def test_bodies_take_members(classification):
    body = "organizations/body", f"id: body\nname: 体\nclassification: {classification}\n"
    unit = "organizations/unit", "id: unit\nname: 单位\nclassification: 企业\nmemberships:\n  - body: body\n"
    assert found_in(archive(*BASE, body, unit, meeting("body: body\n"))[0]) == []


# --- what did not load is reported once, by what did not load ---------------------------------------------------------

TO_BROKEN = [
    (("people", "wu"), meeting("attendance: {people: [{person: wu}]}\n")),
    (("organizations", "bank"), meeting("organizers: [bank]\nbody: bank\n")),
    (("sources", "paper"), meeting("sources: [paper]\n")),
    (("listings", "wants"), ("listings/more", NEEDS[1].replace("needs", "more") + "    meets: [wants/a, wants/b]\n")),
    (("people", "wu"), note("见[甲](record:people/wu)、[乙](/people/wu/)")),
    (
        ("meetings", "2033"),
        note("见[甲](record:meetings/2033)、[乙](record:statements/2033-li)、[丙](/statements/2033-x/)"),
    ),
]


@pytest.mark.parametrize(("broken", "record"), TO_BROKEN)
def test_a_broken_record_is_no_second_problem(broken, record):
    assert found_in(archive(*BASE, record, broken={broken})[0]) == []
    # It is one when the record is simply not there.
    assert found_in(archive(*BASE, record)[0]) != []


def test_a_record_that_is_wrong_has_its_references_checked_too():
    loaded, _ = archive(*BASE)
    text = "id: wu\nphone: 1\nname: 吴\nsources: [report, ▲paper]\nnote: '[甲](record:▲people/nobody)、[乙](▲/nope/)'\n"
    source, spans = unmark("data/people/wu.yml", text)
    key = "people", "wu"
    loaded.broken.add(key)
    loaded.files[key] = FileRead(source, parse(source)[0], None, [])
    assert found_in(loaded) == at(spans, [absent("来源", "paper"), no_link("people/nobody"), no_address("/nope/")])


def test_a_broken_record_still_has_its_kind():
    loaded, (span,) = archive(*BASE, meeting("organizers: [▲wu]\n"), broken={("people", "wu")})
    assert found_in(loaded) == at([span], [other_kind("单位", "wu", "人物")])


def test_a_meeting_that_did_not_load_excuses_its_own_statements_only():
    broken = {("meetings", "2033")}
    loaded, (span,) = archive(*BASE, note("见[甲](record:▲statements/2034-li)"), broken=broken)
    assert found_in(loaded) == at([span], [no_link("statements/2034-li")])


# --- nothing that is rendered as a link goes unchecked ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[甲](record:people/nobody)",
        "[甲](<record:people/nobody>)",
        "[甲](record:people/nobody '题')",
        "**[甲](record:people/nobody)**",
        "[[甲]](record:people/nobody)",
        "<record:people/nobody>",
        "一<record:people/nobody>二",
        "![甲](record:people/nobody)",
        "- [甲](record:people/nobody)",
        "[](record:people/nobody)",
        "[甲]( /nope/ )",
        "[甲](/people%2Fli/)",
        "[甲](/about%2F)",
        "[甲](/%61bout)",
        "[甲](record:people%2Fli)",
        "[甲](record:people/li%3Fx)",
        "[甲](/about/%3Fx)",
    ],
)
def test_what_is_rendered_as_a_link_leads_somewhere(text):
    loaded, _ = archive(*BASE, note("|-\n  " + text))
    stays_text = 'href="' not in str(render_text(text, "../../"))
    assert stays_text or [code for _, code, _ in found_in(loaded)] in (["E307"], ["E306"])


def test_every_mistake_of_an_archive_is_found_at_once():
    loaded, spans = archive(
        *BASE,
        meeting("organizers: [▲a]\nbody: ▲street\nnote: '[x](record:▲people/wu) [y](▲/nope/)'\n"),
        note("'[甲](record:▲people/wu)'"),
    )
    wanted = [
        absent("单位", "a"),
        no_body("街道", "街道"),
        no_link("people/wu"),
        no_address("/nope/"),
        no_link("people/wu"),
    ]
    assert found_in(loaded) == at(spans, wanted)


def test_a_place_is_found_in_a_large_record():
    names = "".join(f"  - u{number}\n" for number in range(50))
    loaded, spans = archive(*BASE, meeting(f"organizers:\n{names}  - ▲last\n"))
    assert spans[0].line == 55
    assert (spans[0], *absent("单位", "last")) in found_in(loaded)
    assert len(found_in(loaded)) == 51


def test_of_many_problems_of_a_file_the_first_are_told_errors_before_warnings() -> None:
    """One unit admitted again and again, and speakers who are not there: at its square this takes minutes."""
    units = "".join("          - street\n" for _ in range(20_000))
    items = "".join(
        f"  - {{id: s{n}, type: statement, speaker: x{n}, form: 原文, text: 他表示}}\n" for n in range(MOST + 9)
    )
    meeting = (
        "id: '2031'\nnames: [会]\ndate: 2031\nagenda:\n"
        "  - id: d\n    type: decision\n    motion: 案\n    result: 通过\n"
        f"    admits:\n      - body: council\n        organizations:\n{units}{items}"
    )
    loaded, _ = archive(*BASE, ("meetings/2031", meeting))
    found = [one for one in checked(loaded) if "2031" in one.span.path]
    assert len(found) == MOST + 1
    assert [one.code for one in found][-1] == "W135"
    assert not any(one.is_warning for one in found[:-1])
