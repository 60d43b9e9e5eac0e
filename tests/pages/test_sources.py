"""Sources as their pages show them."""

import pytest
from chuxin.pages.parts import DateView, Link, foot
from chuxin.pages.sources import MOST_LISTED, MOST_UNPUBLISHED, source_view
from chuxin.records.sources import Source
from making import COUNCIL, decision, meeting, speech, unit
from viewing import DESK, LI, LIGHT, WU, archive


def view_of(found):
    return source_view(found, found.of(Source)["report"])


def test_a_source_knows_what_rests_on_it_by_kind():
    found = archive(
        meeting("2031", speech("li"), decision(sources=["report"]), sources=["report"]),
        people=[{**LI, "sources": ["report"]}, WU],
        brands=[{**LIGHT, "note": "[来源](record:sources/report)"}],
    )
    assert [(one.index.text, one.count, one.listed, one.rest) for one in view_of(found).cited_by] == [
        ("会议", 1, (Link("会2031", "meetings/2031/", date=DateView("2031年", "2031")),), ()),
        ("人物", 1, (Link("李", "people/li/"),), ()),
        ("发言", 1, (Link("李的发言", "statements/2031-i0/"),), ()),
    ]
    assert foot(found, found.of(Source)["report"], shown=None).mentions == (Link("灯", "brands/light/", "品牌"),)


def test_what_rests_on_it_stands_in_the_order_of_its_index():
    cited = {"sources": ["report"]}
    found = archive(
        meeting("a", speech("li"), speech("wu"), date="2031", **cited),
        meeting("b", speech("li"), date="2032", **cited),
        people=[{**WU, **cited}, {**LI, **cited}],
    )
    listed = [[link.text for link in one.listed] for one in view_of(found).cited_by]
    assert listed == [["会b", "会a"], ["李", "吴"], ["李的发言", "李的发言", "吴的发言"]]


@pytest.mark.parametrize("kind", ["会议", "发言", "单位"])
def test_of_very_many_the_first_are_listed_and_of_the_rest_it_is_said_how_many(kind):
    """Otherwise the page of a source on which an archive rests would be longer than a phone takes."""
    cited = {"sources": ["report"]}
    found = archive(
        *(meeting(f"m{number}", speech("li"), date=str(2031 + number // 60), **cited) for number in range(180)),
        organizations=[unit(f"u{number}", **cited) for number in range(MOST_LISTED + 7)],
    )
    one = next(one for one in view_of(found).cited_by if one.index.text == kind)
    assert len(one.listed) == MOST_LISTED
    assert one.count == (MOST_LISTED + 7 if kind == "单位" else 180)
    assert one.rest == ((("", 7),) if kind == "单位" else (("2032年", 20), ("2031年", 60)))


def test_what_records_that_rest_on_it_say_is_not_public_stands_there_by_record():
    lines = {"unpublished": ["名单未见公开。", "章程未见公开。"]}
    found = archive(
        organizations=[{**COUNCIL, **lines, "sources": ["report"]}, unit("other", **lines)],
        # That only a part of it rests on the source does not say what the source leaves open.
        outcomes=[{**DESK, **lines, "note": "[来源](record:sources/report)"}],
    )
    (one,) = view_of(found).unpublished
    assert (one.record.text, one.lines) == ("COUNCIL", ("名单未见公开。", "章程未见公开。"))
    assert view_of(found).more_unpublished == 0


def test_of_very_many_such_records_a_few_stand_there():
    units = [unit(f"u{number}", unpublished=["名单。"], sources=["report"]) for number in range(MOST_UNPUBLISHED + 3)]
    view = view_of(archive(organizations=units))
    assert (len(view.unpublished), view.more_unpublished) == (MOST_UNPUBLISHED, 3)
