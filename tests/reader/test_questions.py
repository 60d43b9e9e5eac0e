"""What residents, officers and researchers come for, asked of the real site: where it is answered, and in which words.

What nobody has published is answered as well: with a sentence that says so.
"""

from __future__ import annotations

from collections import deque

import pytest
from sites import BuiltSite

BODY, UNIT = "organizations/quyang-joint-conference/", "organizations/quyang-hospital/"
MEETING, ALLIANCE = "meetings/2023-07-06/", "organizations/beizhonghuan-alliance/"
OUTCOME, SOURCE = "outcomes/chuxin-for-gaoxing/", "sources/2023-07-06-report/"
SAID = "statements/2023-07-06-li-binlu/"

# the question, the page, and words of which each stands on it
QUESTIONS = [
    ("最近一次会议是哪天开的，叫什么？", "", ["最近一次会议", "2023年7月6日", "2023年度区域化党建工作联席会议"]),
    ("会上定了什么？", "", ["通过", "曲阳医院加入曲阳路街道区域化党建工作联席会议"]),
    ("那次会后来怎样？", "", ["会议之后：未见公开信息"]),
    ("会后的事在哪里看？", "follow-ups/", ["至今未见公开信息"]),
    ("哪几家加入，一共几家？", MEETING, ["家加入4", "重庆驻沪办、", "中信银行大柏树支行", "海通证券玉田支路营业部"]),
    ("会在哪里开的？", MEETING, ["地点未载明"]),
    ("谁代表新成员发言？", MEETING, ["李滨麓", "代表曲阳路街道区域化党建工作联席会议"]),
    ("赵正桥代表谁？", MEETING, ["未载明代表谁"]),
    ("来了多少成员单位？", MEETING, ["46家"]),
    ("曲阳医院是成员吗，哪天加入的？", UNIT, ["2023年7月6日加入", "没有退出的记录"]),
    ("依据什么加入？", UNIT, ["关于曲阳路街道区域化党建工作联席会议新增成员的建议"]),
    ("联席会议有多少家成员？", BODY, ["名单不全", "46家"]),
    ("国网那家何时加入？", "organizations/sgcc-shanghai-research-institute/", ["加入日期未载明", "2023年7月6日"]),
    ("联盟哪天成立的？", ALLIANCE, ["成立", "2023年7月6日"]),
    ("谁代表联盟发言？", ALLIANCE, ["李春成", "葛天任"]),
    ("李滨麓说了什么，是原话吗？", SAID, ["概述：依据来源用自己的话概括，不是发言人的原话", "重庆与上海"]),
    ("他当天是什么职务，代表谁？", SAID, ["党组成员、党总支副书记", "新成员代表", "代表曲阳路街道"]),
    ("还有谁也代表它发言？", SAID, ["曹祎"]),
    ("蒋仁辉是什么职务，哪天的？", "people/jiang-renhui/", ["组织部", "2023年7月6日"]),
    ("复旦大学的人说过什么？", "organizations/fudan-university/", ["李春成的发言"]),
    ("课题有几个维度、几项指标？", OUTCOME, ["六大", "20余项", "横向、纵向"]),
    ("课题是谁做的，用起来了吗？", OUTCOME, ["作者未载明", "丁东汉", "运用未见公开"]),
    ("维度叫什么？", OUTCOME, ["六大衡量维度的名称未见公开"]),
    ("三张清单里有什么？", "listings/", ["条目未见公开", "需求清单", "资源清单", "项目清单"]),
    ("哪家单位在会上做了什么？", "grid/", ["曲阳医院", "加入", "2023年7月6日"]),
    ("品牌是哪天发布的？", "brands/chuxin-gaoxing/", ["2023年7月6日"]),
    ("依据什么报道，谁发的？", SOURCE, ["服务科创、集聚智源，他们说→", "发布者"]),
    ("报道没有说什么？", SOURCE, ["没有公开", "未见公开"]),
    ("有错找谁？", "about/", ["怎样更正", "本站不编造"]),
]


@pytest.mark.parametrize(("route", "words"), [pytest.param(*asked[1:], id=asked[0]) for asked in QUESTIONS])
def test_what_people_ask_is_answered(real: BuiltSite, route: str, words: list[str]) -> None:
    [main] = real.pages[route].xpath("//main")
    text = "".join(main.text_content().split())
    assert [word for word in words if word not in text] == []


def test_every_answer_is_three_links_from_home_at_most(real: BuiltSite) -> None:
    distance, waiting = {"": 0}, deque([""])
    while waiting:
        route = waiting.popleft()
        for target, _ in real.links(route):
            if target in real.pages and target not in distance:
                distance[target] = distance[route] + 1
                waiting.append(target)
    assert {route: distance[route] for _, route, _ in QUESTIONS if distance[route] > 3} == {}
