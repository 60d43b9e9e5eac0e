"""Linking: statements, memberships and backlinks, each derived from the records where it stands once."""

from dataclasses import FrozenInstanceError

import pytest
from chuxin.archive.linking import Archive, Backlink
from chuxin.archive.memberships import Act, LinkedMembership
from chuxin.archive.statements import LinkedStatement
from chuxin.records.kinds import KINDS
from chuxin.records.settings import Settings
from making import ALLIANCE, COUNCIL, admits, linked, meeting, person, speech, unit

OWN = unit("a", memberships=[{"body": "council", "since": "2020", "note": "来信", "sources": ["letter"]}])


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


def test_items_of_agendas_are_known_by_meeting_and_id():
    archive = linked(
        people=[person("li")],
        meetings=[meeting("2031", speech("li"), speech("li")), meeting("2032", speech("li"))],
    )
    found = {key: (of.id, item.id) for key, (of, item) in archive.items.items()}
    assert found == {"2032/i0": ("2032", "i0"), "2031/i0": ("2031", "i0"), "2031/i1": ("2031", "i1")}


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
