"""Linking: statements, memberships and backlinks, each derived from the records where it stands once."""

from dataclasses import FrozenInstanceError

import pytest
from chuxin.archive.linking import Archive, Backlink
from chuxin.archive.memberships import Act, LinkedMembership
from chuxin.archive.statements import LinkedStatement
from chuxin.records.kinds import KINDS
from chuxin.records.meetings import Meeting
from chuxin.records.settings import Settings
from chuxin.words.dates import PartialDate
from making import ALLIANCE, COUNCIL, admits, decision, linked, meeting, person, releases, speech, unit


def spans(archive: Archive) -> list[tuple]:
    """Return each membership as (unit, body, since, until, meeting that opened it, meeting that closed it)."""
    return sorted(
        (
            one.unit,
            one.body,
            str(one.since or "?"),
            str(one.until or "…"),
            one.joined.meeting.id if one.joined else "",
            one.left.meeting.id if one.left else "",
        )
        for one in archive.memberships
    )


OWN = unit("a", memberships=[{"body": "council", "since": "2020", "note": "来信", "sources": ["letter"]}])
PAST = unit("a", memberships=[{"body": "council", "since": "2020", "until": "2021"}])
UNDATED = unit("a", memberships=[{"body": "council"}])
TWICE = unit("a", memberships=[{"body": "council", "since": "2021"}, {"body": "council", "until": "2020"}])

# the units, the meetings, the memberships that follow
MEMBERSHIPS = [
    ("nothing", [unit("a")], [], []),
    ("join", [unit("a")], [meeting("2031", admits("a"))], [("a", "council", "2031", "…", "2031", "")]),
    (
        "join and leave",
        [unit("a")],
        [meeting("2031", admits("a")), meeting("2032", releases("a"))],
        [("a", "council", "2031", "2032", "2031", "2032")],
    ),
    (
        "rejoin",
        [unit("a")],
        [meeting("2031", admits("a")), meeting("2032", releases("a")), meeting("2033-05", admits("a"))],
        [("a", "council", "2031", "2032", "2031", "2032"), ("a", "council", "2033-05", "…", "2033-05", "")],
    ),
    (
        "rejoin and leave again",
        [unit("a")],
        [
            meeting("2034", releases("a")),
            meeting("2033", admits("a")),
            meeting("2032", releases("a")),
            meeting("2031", admits("a")),
        ],
        [("a", "council", "2031", "2032", "2031", "2032"), ("a", "council", "2033", "2034", "2033", "2034")],
    ),
    ("not passed", [unit("a")], [meeting("2031", admits("a", result="未通过"))], []),
    ("put off", [unit("a")], [meeting("2031", admits("a", result="暂缓"))], []),
    (
        "release not passed",
        [unit("a")],
        [meeting("2031", admits("a")), meeting("2032", releases("a", result="未通过"))],
        [("a", "council", "2031", "…", "2031", "")],
    ),
    (
        "the second attempt",
        [unit("a")],
        [meeting("2031", admits("a", result="暂缓")), meeting("2032", admits("a"))],
        [("a", "council", "2032", "…", "2032", "")],
    ),
    ("own file", [OWN], [], [("a", "council", "2020", "…", "", "")]),
    ("own file, past", [PAST], [], [("a", "council", "2020", "2021", "", "")]),
    ("own file, undated", [UNDATED], [], [("a", "council", "?", "…", "", "")]),
    (
        "own file closed by a decision",
        [OWN],
        [meeting("2031", releases("a"))],
        [("a", "council", "2020", "2031", "", "2031")],
    ),
    (
        "own file, undated, closed by a decision",
        [UNDATED],
        [meeting("2031", releases("a"))],
        [("a", "council", "?", "2031", "", "2031")],
    ),
    (
        "own file over, then a decision to join",
        [PAST],
        [meeting("2031", admits("a"))],
        [("a", "council", "2020", "2021", "", ""), ("a", "council", "2031", "…", "2031", "")],
    ),
    (
        "of two in the own file the open one is closed",
        [TWICE],
        [meeting("2031", releases("a"))],
        [("a", "council", "2021", "2031", "", "2031"), ("a", "council", "?", "2020", "", "")],
    ),
    (
        "release of what nobody recorded",
        [unit("a")],
        [meeting("2031", releases("a"))],
        [("a", "council", "?", "2031", "", "2031")],
    ),
    (
        "each body by itself",
        [unit("a")],
        [
            meeting("2031", decision(admits=[{"body": b, "organizations": ["a"]} for b in ("council", "alliance")])),
            meeting("2032", releases("a", body="alliance")),
        ],
        [("a", "alliance", "2031", "2032", "2031", "2032"), ("a", "council", "2031", "…", "2031", "")],
    ),
    (
        "several units, several items",
        [unit("a"), unit("b"), unit("c")],
        [meeting("2031", admits("c", "a"), speech("li"), admits("b", body="alliance"))],
        [
            ("a", "council", "2031", "…", "2031", ""),
            ("b", "alliance", "2031", "…", "2031", ""),
            ("c", "council", "2031", "…", "2031", ""),
        ],
    ),
    (
        "join and leave in one decision",
        [unit("a")],
        [
            meeting(
                "2031",
                decision(**{verb: [{"body": "council", "organizations": ["a"]}] for verb in ("admits", "releases")}),
            )
        ],
        [("a", "council", "2031", "2031", "2031", "2031")],
    ),
]


@pytest.mark.parametrize(
    ("units", "meetings", "wanted"), [case[1:] for case in MEMBERSHIPS], ids=[c[0] for c in MEMBERSHIPS]
)
@pytest.mark.parametrize("turn", [1, -1])
def test_memberships(units, meetings, wanted, turn):
    archive = linked(
        organizations=[*units, COUNCIL, ALLIANCE][::turn], meetings=meetings[::turn], people=[person("li")]
    )
    assert spans(archive) == sorted(wanted)


# --- what is said as a member -----------------------------------------------------------------------------------------


def said(unit: str | None = "a", capacity: str | None = "成员代表", body: str = "council") -> dict:
    return speech("li", organization=unit, capacity=capacity, on_behalf_of=[body])


SCHOOL, UNIVERSITY = unit("a", parent="u"), unit("u")
LATE = unit("a", memberships=[{"body": "council", "since": "2035"}])
BROKEN = unit("a", memberships=[{"body": "council", "since": "2020", "until": "2031"}, {"body": "council"}])

# the units, the meetings; unit, body, since, whether statements alone tell of it, and the days that they prove
PROVEN = [
    ("alone", [unit("a")], [meeting("2031-03-12", said())], ["a council ? alone 2031-03-12"]),
    ("of what", [unit("a")], [meeting("2031", said(body="alliance"))], ["a alliance ? alone 2031"]),
    ("new", [unit("a")], [meeting("2031", said(capacity="创新联盟新成员单位代表"))], ["a council ? alone 2031"]),
    ("not as a member", [unit("a")], [meeting("2031", said(capacity="非成员代表"), said(capacity="居民代表"))], []),
    ("capacity not known", [unit("a")], [meeting("2031", said(capacity=None))], []),
    ("unit not known", [unit("a")], [meeting("2031", said(unit=None))], []),
    ("for a unit", [unit("a"), unit("b")], [meeting("2031", said(body="b"))], []),
    ("admitted after", [unit("a")], [meeting("2031", said(), admits("a"))], ["a council 2031 recorded 2031"]),
    ("own file", [UNDATED], [meeting("2031", said())], ["a council ? recorded 2031"]),
    ("not yet", [LATE], [meeting("2031", said())], ["a council 2035 recorded"]),
    ("left", [unit("a")], [meeting("2031", said()), meeting("2032", releases("a"))], ["a council ? recorded 2031"]),
    ("two may be meant", [BROKEN], [meeting("2031", said())], ["a council 2020 recorded", "a council ? recorded"]),
    (
        "the first and the last of many",
        [unit("a")],
        [meeting(day, said()) for day in ("2033", "2031-05", "2032", "2031", "2033-01")],
        ["a council ? alone 2031-05 2033"],
    ),
    (
        "of a member's school",
        [SCHOOL, UNIVERSITY],
        [meeting("2031", said(), admits("u"))],
        ["u council 2031 recorded 2031"],
    ),
    ("of nobody's school", [SCHOOL, UNIVERSITY], [meeting("2031", said())], ["a council ? alone 2031"]),
    ("units in a circle", [SCHOOL, unit("u", parent="a")], [meeting("2031", said())], ["a council ? alone 2031"]),
]  # fmt: skip


@pytest.mark.parametrize(("units", "meetings", "wanted"), [case[1:] for case in PROVEN], ids=[c[0] for c in PROVEN])
@pytest.mark.parametrize("turn", [1, -1])
def test_who_speaks_as_a_member_proves_that_day(units, meetings, wanted, turn):
    """One rule for all bodies; see the handbook."""
    archive = linked(
        organizations=[*units, COUNCIL, ALLIANCE][::turn], meetings=meetings[::turn], people=[person("li")]
    )
    found = [
        " ".join(
            [
                *(one.unit, one.body, str(one.since or "?"), "alone" if one.spoken else "recorded"),
                *(str(proof.meeting.date) for proof in one.proofs),
            ]
        )
        for one in archive.memberships
    ]
    assert sorted(found) == sorted(wanted)


def test_a_membership_that_is_said_only_rests_on_the_sources_of_the_statement():
    archive = linked(
        organizations=[unit("a"), COUNCIL],
        meetings=[meeting("2031", said(), sources=["report"])],
        people=[person("li")],
    )
    assert [one.sources for one in archive.memberships] == [("report",)]


def test_a_membership_rests_on_its_decision():
    archive = linked(
        organizations=[unit("a"), unit("b"), COUNCIL],
        meetings=[
            meeting("2031", admits("a"), admits("b", sources=["minutes"]), sources=["report"]),
            meeting("2032", releases("a"), sources=["brief"]),
        ],
        sources=[{"id": name, "headline": "题", "type": "报道"} for name in ("report", "minutes", "brief")],
    )
    a, b = (archive.memberships_of[name][0] for name in "ab")
    assert (a.sources, b.sources) == (("report",), ("minutes",))
    assert (a.joined.meeting.id, a.joined.item.id, a.left.meeting.id, a.left.item.id) == ("2031", "i0", "2032", "i0")
    assert (b.joined.item.id, b.left, b.since, b.until) == ("i1", None, PartialDate(2031), None)


def test_what_the_own_file_says_is_kept_when_a_decision_closes_it():
    archive = linked(organizations=[OWN, COUNCIL], meetings=[meeting("2031", releases("a"))])
    (one,) = archive.memberships
    assert (one.note, one.sources, one.since, one.joined) == ("来信", ("letter",), PartialDate(2020), None)


def test_memberships_are_found_from_both_sides():
    archive = linked(
        organizations=[OWN, unit("b"), COUNCIL, ALLIANCE],
        meetings=[meeting("2031", admits("b")), meeting("2032", admits("b", body="alliance"))],
    )
    assert {key: [one.unit for one in found] for key, found in archive.members_of.items()} == {
        "council": ["a", "b"],
        "alliance": ["b"],
    }
    assert {key: [one.body for one in found] for key, found in archive.memberships_of.items()} == {
        "a": ["council"],
        "b": ["council", "alliance"],
    }
    assert sum(map(len, archive.members_of.values())) == len(archive.memberships) == 3


# --- statements -------------------------------------------------------------------------------------------------------


def test_statements_are_taken_out_of_their_meetings():
    founding = {"type": "founding", "organization": "alliance"}
    items = [decision(), speech("li"), founding, speech("wu", "report", outcome="desk"), speech("li", "remarks")]
    found = linked(people=[person("li")], meetings=[meeting("2031", *items)])
    record = found.of(Meeting)["2031"]
    assert [(one.id, one.position, one.item.type) for one in found.statements_at["2031"]] == [
        ("2031-i1", 1, "statement"),
        ("2031-i3", 3, "report"),
        ("2031-i4", 4, "remarks"),
    ]
    assert all(one.meeting is record for one in found.statements.values())
    # Whether a speaker's record is there is seen by the checks.
    assert [one.called for one in found.statements.values()] == ["LI的发言", "wu的成果汇报", "LI的讲话"]


@pytest.mark.parametrize(
    ("own", "of_meeting", "wanted"),
    [
        ([], [], ()),
        ([], ["report"], ("report",)),
        (["minutes"], ["report"], ("minutes",)),
        (["minutes"], [], ("minutes",)),
    ],
)
def test_a_statement_rests_on_its_own_sources_or_its_meetings(own, of_meeting, wanted):
    found = linked(meetings=[meeting("2031", speech("li", sources=own), sources=of_meeting)])
    assert [one.sources for one in found.statements.values()] == [wanted]


def test_statements_come_newest_meeting_first_and_then_by_the_agenda():
    archive = linked(
        people=[person("li")],
        meetings=[
            meeting("a", speech("li"), speech("li"), date="2031-01-01"),
            meeting("c", speech("li"), date="2031-02"),
            meeting("b", speech("li"), date="2032"),
        ],
    )
    assert list(archive.statements) == ["b-i0", "c-i0", "a-i0", "a-i1"]


@pytest.mark.parametrize("model", [Act, Archive, Backlink, LinkedMembership, LinkedStatement])
def test_what_is_linked_is_frozen(model):
    with pytest.raises(FrozenInstanceError):
        object.__new__(model).id = "x"


# --- order ------------------------------------------------------------------------------------------------------------


def test_the_order_of_every_kind():
    archive = linked(
        meetings=[
            meeting("x", date="2031-03"),
            meeting("a", date="2031-03-12"),
            meeting("b", date="2031-03-12"),
            meeting("z", date="2031"),
            meeting("y", date="2032"),
        ],
        organizations=[
            unit("a", "其他单位"),
            unit("c", "街道"),
            unit("b", "街道"),
            unit("e", "基地"),
            unit("d", "联席会议"),
            unit("f", "联盟"),
        ],
        people=[
            person("b", "li si"),
            person("a", "li si"),
            person("c", "li san"),
            person("d", "ba"),
            person("e", "lü"),
        ],
        outcomes=[{"id": i, "title": "题", "type": "课题", "authors": ["a"], "summary": "概"} for i in ("b", "a")],
        listings=[
            {"id": i, "name": "单", "type": kind}
            for i, kind in [("a", "项目"), ("b", "需求"), ("c", "资源"), ("0", "项目")]
        ],
        brands=[{"id": i, "name": "牌", "type": "品牌"} for i in ("b", "a")],
        sources=[{"id": i, "headline": "题", "type": "报道"} for i in ("b", "a")],
    )
    assert {kind: " ".join(archive.of(model)) for kind, model in KINDS.items() if archive.of(model)} == {
        "meetings": "y b a x z",
        "organizations": "d f e b c a",
        "people": "d c a b e",
        "outcomes": "a b",
        "listings": "b c 0 a",
        "brands": "a b",
        "sources": "a b",
    }


def test_the_settings_go_with_the_archive():
    assert linked().settings == Settings(fictional=True)
    assert linked().memberships == ()
    assert linked().backlinks_to("people", "li") == []


def test_entries_are_known_by_list_and_id():
    archive = linked(
        listings=[
            {
                "id": "needs",
                "name": "需",
                "type": "需求",
                "entries": [{"id": "a", "title": "甲"}, {"id": "b", "title": "乙"}],
            },
            {"id": "more", "name": "资", "type": "资源", "entries": [{"id": "a", "title": "丙"}]},
        ]
    )
    found = {key: (listing.id, entry.title) for key, (listing, entry) in archive.entries.items()}
    assert found == {"needs/a": ("needs", "甲"), "needs/b": ("needs", "乙"), "more/a": ("more", "丙")}


# --- backlinks --------------------------------------------------------------------------------------------------------


def test_every_reference_is_also_kept_the_other_way_round():
    archive = linked(
        people=[person("li")],
        organizations=[unit("a", parent="b"), unit("b", related=["a", "a"]), COUNCIL],
        sources=[{"id": "report", "headline": "题", "type": "报道"}],
        meetings=[
            meeting(
                "2031",
                admits("a", "b", sources=["report"]),
                speech("li", organization="a", text="[甲](record:organizations/b)和[乙](record:statements/2031-i1)"),
                organizers=["b"],
            )
        ],
    )
    source = ("meetings", "2031")
    assert archive.backlinks_to("organizations", "a") == [
        Backlink("agenda.admits.organizations", source, ("agenda", 0, "admits", 0, "organizations", 0)),
        Backlink("agenda.organization", source, ("agenda", 1, "organization")),
        Backlink("related", ("organizations", "b"), ("related", 0)),
        Backlink("related", ("organizations", "b"), ("related", 1)),
    ]
    assert [(one.role, one.origin) for one in archive.backlinks_to("organizations", "b")] == [
        ("organizers", source),
        ("agenda.admits.organizations", source),
        ("text", source),
        ("parent", ("organizations", "a")),
    ]
    assert archive.backlinks_to("statements", "2031-i1") == [Backlink("text", source, ("agenda", 1, "text"))]
    assert archive.backlinks_to("people", "li") == [Backlink("agenda.speaker", source, ("agenda", 1, "speaker"))]
    assert archive.backlinks_to("organizations", "council", "agenda.admits.body")[0].path[:2] == ("agenda", 0)


def test_backlinks_are_chosen_by_role():
    archive = linked(organizations=[unit("a", parent="c", founders=["c"]), unit("b", parent="c"), unit("c")])
    assert [one.origin[1] for one in archive.backlinks_to("organizations", "c", "parent")] == ["a", "b"]
    assert [one.role for one in archive.backlinks_to("organizations", "c", "founders", "guides")] == ["founders"]
    assert len(archive.backlinks_to("organizations", "c")) == 3
    assert archive.backlinks_to("organizations", "c", "text") == []


def test_a_source_knows_the_statements_that_rest_on_it():
    archive = linked(
        people=[person("li")],
        sources=[{"id": name, "headline": "题", "type": "报道"} for name in ("report", "minutes")],
        meetings=[meeting("2031", speech("li"), speech("li", sources=["minutes"]), sources=["report"])],
    )
    assert archive.backlinks_to("sources", "report", "statement.sources") == [
        Backlink("statement.sources", ("statements", "2031-i0"), ())
    ]
    assert [one.origin for one in archive.backlinks_to("sources", "minutes", "statement.sources")] == [
        ("statements", "2031-i1")
    ]
