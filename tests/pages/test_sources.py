"""Sources as their pages show them."""

from chuxin.pages.parts import DateView, Link, foot
from chuxin.pages.sources import source_view
from chuxin.records.sources import Source
from making import decision, meeting, speech
from viewing import LI, LIGHT, WU, archive


def test_a_source_knows_what_rests_on_it_by_kind():
    found = archive(
        meeting("2031", speech("li"), decision(sources=["report"]), sources=["report"]),
        people=[{**LI, "sources": ["report"]}, WU],
        brands=[{**LIGHT, "note": "[来源](record:sources/report)"}],
    )
    view = source_view(found, found.of(Source)["report"])
    assert view.cited_by == (
        ("会议", (Link("会2031", "meetings/2031/", date=DateView("2031年", "2031")),)),
        ("人物", (Link("李", "people/li/"),)),
        ("发言", (Link("李的发言", "statements/2031-i0/"),)),
    )
    assert foot(found, found.of(Source)["report"], shown=None).mentions == (Link("灯", "brands/light/", "品牌"),)
