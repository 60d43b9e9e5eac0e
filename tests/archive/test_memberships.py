"""Memberships: from decisions, units' own files, and what members say."""

import pytest
from chuxin.archive.linking import Archive
from chuxin.words.dates import PartialDate
from making import ALLIANCE, COUNCIL, admits, decision, joins, linked, meeting, person, releases, speech, unit


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
        "join without a motion",
        [unit("a")],
        [meeting("2031", joins(organizations=["a"], others="10"))],
        [("a", "council", "2031", "…", "2031", "")],
    ),
    ("nobody is named", [unit("a")], [meeting("2031", joins(count="11"))], []),
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
    (
        "joined no later than the day on which it left",
        [unit("a")],
        [meeting("out", releases("a"), date="2031-05-06"), meeting("in", admits("a"), date="不晚于2031-05-06")],
        [("a", "council", "不晚于2031-05-06", "2031-05-06", "in", "out")],
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
        "no later than a day",
        [unit("a")],
        [meeting(day.strip("不晚于"), said(), date=day) for day in ("2031", "不晚于2030", "不晚于2033")],
        ["a council ? alone 不晚于2030 2031"],
    ),
    (
        "only no later than days",
        [unit("a")],
        [meeting("y", said(), date="不晚于2030"), meeting("z", said(), date="不晚于2033")],
        ["a council ? alone 不晚于2030"],
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
