"""What things are called whose names take other records."""

import pytest
from chuxin.archive.naming import called, item_title
from chuxin.pages.parts import Link, link_to
from chuxin.records.meetings import Meeting
from making import activity, appoints, decision, joins, meeting, speech
from viewing import archive


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
    assert called(found, kind, identifier) == name
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
        ({"type": "unveiling", "thing": "初心长廊"}, "初心长廊揭牌"),
        ({"type": "launch", "thing": "服务地图"}, "发布服务地图"),
        (joins(organizations=["street"]), "街道加入COUNCIL"),
        (joins(organizations=["street"], others="10"), "街道等加入COUNCIL"),
        (joins(organizations=["street"], count="11"), "11家单位加入COUNCIL"),
        (joins(others="10余"), "10余家单位加入COUNCIL"),
        (joins(organizations=["street", "district", "department", "alliance"]), "街道等加入COUNCIL"),
        (appoints(holders={"people": ["li"], "others": ["居民代表"]}), "李、居民代表任COUNCIL会长"),
        (appoints(leaving={"organizations": ["street"]}), "街道卸任COUNCIL会长"),
        ({"type": "award", "award": "奖牌", "receivers": {"organizations": ["street"]}}, "授予街道奖牌"),
        (activity(), "公布清单"),
        (speech("li"), "李的发言"),
        (speech("li", title="题"), "题"),
    ],
)
def test_what_an_agenda_item_is_called(item, name):
    found = archive(meeting("2031", item))
    record = found.of(Meeting)["2031"]
    assert item_title(found, record, record.agenda[0]) == name
