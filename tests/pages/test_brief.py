"""A record in a line or two: how much of it there is room for."""

from __future__ import annotations

from chuxin.pages.brief import LONGEST, Brief, counted, meetings_of, plain, record_brief
from chuxin.pages.parts import Link
from chuxin.records.organizations import Organization
from chuxin.records.people import Person
from making import meeting, speech
from viewing import archive

COUNT = Link("发言3篇", "people/li/#_statements")


def test_sentences_end_with_their_stops_and_counts_stand_behind_them() -> None:
    brief = Brief(("企业", "问过吗？"), (COUNT, Link("会议1次", "")))
    assert brief.line == "企业。问过吗？"
    assert brief.description == "企业。问过吗？发言3篇，会议1次。"
    assert Brief(("企业",)).description == "企业。"


def test_what_is_left_out_is_missed() -> None:
    brief = Brief(("短", "长" * LONGEST, "又短"), (COUNT,))
    assert brief.line == brief.description == "短。…"
    assert Brief(("长" * LONGEST,)).line == "长" * (LONGEST - 1) + "…"
    # Counts are left out without a word: they are no part of what is told.
    assert Brief(("长" * (LONGEST - 3),), (COUNT,)).description == "长" * (LONGEST - 3) + "。"


def test_no_line_is_longer_than_it_may_be() -> None:
    for length in range(LONGEST - 20, LONGEST + 3):
        for more in ((), ("句",), ("句" * 15, "句" * 15)):
            brief = Brief(("字" * length, *more), (COUNT,))
            assert len(brief.description) <= LONGEST


def test_a_text_in_a_line_has_no_marks() -> None:
    assert plain("三点：\n\n- **少**开会，见[某](record:people/li)\n- 多回音") == "三点：少开会，见某 多回音"
    assert plain("a & b <b>c</b>") == "a & b <b>c</b>"


def test_what_there_is_none_of_is_not_counted() -> None:
    assert counted("people/li/", (3, "发言{}篇", "statements"), (0, "会议{}次", "meetings")) == (COUNT,)


def test_a_meeting_counts_once_however_many_parts_somebody_had_in_it() -> None:
    here = {"people": [{"person": "li", "organization": "street"}]}
    found = archive(
        meeting("2031", speech("li", organization="street"), speech("li"), attendance=here),
        meeting("2032", speech("wu", text="见[李](record:people/li)")),
    )
    assert meetings_of(found, found.of(Person)["li"]) == 1
    assert meetings_of(found, found.of(Organization)["street"]) == 1
    assert meetings_of(found, found.of(Person)["wu"], "attendance.people.person") == 0


def test_of_any_record_can_be_said_what_it_is() -> None:
    assert record_brief("人物", archive().of(Person)["li"]).description == "人物：李。"
