"""What is cited of each kind of record: who answers for the words, and what the page is called."""

from dataclasses import replace

import pytest
from chuxin.pages.citations import citation_view
from chuxin.pages.citing import filled
from chuxin.records.people import Person
from chuxin.records.settings import Settings
from making import meeting, speech
from viewing import archive

SITE = "初心·高兴公开记录"
NEEDS = {"id": "needs", "name": "需求清单", "type": "需求"}
POSTS = {"organization": "district", "posts": ["常委", {"title": "部长", "organization": "department"}]}
FOUND = replace(
    archive(
        meeting(
            "2031-03-12",
            speech("li", **POSTS),
            speech("wu", form="原文", organization="street"),
            speech("wu", form="节选", title="一盏灯"),
            names=["推进会", "联席会议"],
        ),
        meeting("2032", speech("wu", form="原文"), {"type": "statement", "speaker": "li", "form": "未见公开"}),
        meeting("lately", speech("wu", form="原文"), date="不晚于2033-06-18"),
        listings=[NEEDS],
    ),
    settings=Settings(fictional=False),
)

# the kind, the id, who answers for the words, what is cited, what its words are
CITED = [
    (
        "statements",
        "2031-03-12-i0",
        SITE,
        "李的发言（概述，非原话）：区委常委、组织部部长李，2031年3月12日，推进会暨联席会议",
        "概述，非原话",
    ),
    ("statements", "2031-03-12-i1", "吴", "吴的发言（原文）：街道吴，2031年3月12日，推进会暨联席会议", "原文"),
    ("statements", "2031-03-12-i2", "吴", "一盏灯（节选）：吴，2031年3月12日，推进会暨联席会议", "节选"),
    ("statements", "2032-i1", SITE, "李的发言（内容未见公开）：李，2032年，会2032", "内容未见公开"),
    ("meetings", "2031-03-12", SITE, "推进会暨联席会议（会议记录，含发言概述）：2031年3月12日", "会议记录，含发言概述"),
    ("meetings", "2032", SITE, "会2032（会议记录）：2032年", "会议记录"),
    ("statements", "lately-i0", "吴", "吴的发言（原文）：吴，不晚于2033年6月18日，会lately", "原文"),
    ("meetings", "lately", SITE, "会lately（会议记录）：不晚于2033年6月18日", "会议记录"),
    ("organizations", "street", SITE, "街道（单位记录）", "单位记录"),
    ("people", "li", SITE, "李（人物记录）", "人物记录"),
    ("outcomes", "desk", SITE, "《小桌》（成果记录，内容为概述）", "成果记录，内容为概述"),
    ("listings", "needs", SITE, "需求清单（清单记录）", "清单记录"),
    ("brands", "light", SITE, "灯（品牌记录）", "品牌记录"),
    ("sources", "report", SITE, "报道的题（来源记录）", "来源记录"),
]


@pytest.mark.parametrize(("kind", "identifier", "author", "name", "note"), CITED)
def test_every_kind_of_record_is_cited(kind, identifier, author, name, note):
    found = citation_view(FOUND, FOUND.paged(kind)[identifier], "https://a.cn/q/")
    address = f"https://a.cn/q/{kind}/{identifier}/"
    site = "" if author == SITE else f"{SITE}. "
    assert filled(found.gbt, {"day": "2026-11-25"}) == f"{author}. {name}[EB/OL]. {site}[2026-11-25]. {address}."
    assert f"author = {{{{{author}}}}},\n  title = {{{{{name}}}}}" in filled(found.bibtex, {})
    assert f"TI  - {name}\nPB  - {SITE}\nN1  - {note}\nUR  - {address}\n" in filled(found.ris, {})


def test_what_is_invented_says_so_wherever_it_is_cited():
    found = citation_view(replace(FOUND, settings=Settings(fictional=True)), FOUND.of(Person)["li"], "")
    for text in (found.gbt, found.bibtex, found.ris):
        assert "（虚构示例）李（人物记录）" in filled(text, {})


def test_a_site_that_does_not_know_its_address_leaves_a_gap():
    found = citation_view(FOUND, FOUND.of(Person)["li"], "")
    assert filled(found.gbt, {}) == f"{SITE}. 李（人物记录）[EB/OL]. [访问日期]. 网址."
