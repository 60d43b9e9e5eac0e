"""Every fact of the meeting of 6 July 2023 stands on the built site, on the page where a reader looks for it."""

from __future__ import annotations

import pytest
from sites import BuiltSite

MEETING = "meetings/2023-07-06/"
BODY = "organizations/quyang-joint-conference/"
ALLIANCE = "organizations/beizhonghuan-alliance/"
BASE = "organizations/buwang-chuxin-base/"
OUTCOME = "outcomes/chuxin-for-gaoxing/"
SOURCE = "sources/2023-07-06-report/"
MOTION = "《关于曲阳路街道区域化党建工作联席会议新增成员的建议》"
TITLE = "《以我们的“初心”换居民的“高兴”——曲阳路街道党建引领打造人民社区的探索和实践》"


def said(name: str) -> str:
    return f"statements/2023-07-06-{name}/"


FACTS: dict[str, tuple[str, list[str]]] = {
    "both names of the meeting": (MEETING, ["党建引领社区治理推进会", "暨2023年度区域化党建工作联席会议"]),
    "its date": (MEETING, ["日期2023年7月6日"]),
    "where the year comes from": (MEETING, ["年份取自会议自己的名称"]),
    "its organizer": (MEETING, ["召开单位曲阳路街道"]),
    "its purpose": (MEETING, ["会议目的", "新的方法和路径", "多元主体参与基层治理的体系更加完善", "打造“科创曲阳”"]),
    "the leader who attended, with his posts": (MEETING, ["区委常委、组织部部长蒋仁辉"]),
    "attendance, in the order of the source": (
        MEETING,
        ["蒋仁辉区相关部门领导曲阳路街道党政领导18所院校领导专家46家区域化党建成员单位负责人"],
    ),
    "what is not known of it": (MEETING, ["时间未载明", "地点未载明", "后来怎样未见公开信息"]),
    "the decision": (MEETING, [MOTION, "结果：通过", "加入曲阳路街道区域化党建工作联席会议"]),
    "the four units that it admitted": (
        MEETING,
        ["重庆驻沪办", "中信银行大柏树支行", "海通证券玉田支路营业部", "曲阳医院"],
    ),
    "the body's members with day and decision": (
        BODY, [f"2023年7月6日加入4家，依据{MOTION}：重庆驻沪办中信银行大柏树支行海通证券玉田支路营业部曲阳医院"],
    ),
    "an older member, its first day unknown, and the day that is proven": (
        BODY, ["加入日期未载明：国网上海电力科学研究院2023年7月6日是成员：当日以“成员代表”的身份发言"],
    ),
    "what it comes to": (
        BODY, ["2023年7月6日：有记录可查的成员5家，其中1家何时加入未载明。名单不全：来源称46家。"],
    ),
    "that 46 units are counted and not listed": (
        BODY, ["名单未公开，来源称46家区域化党建成员单位负责人参会（2023年7月6日）"],
    ),
    "members of the alliance, by the same rule": (
        ALLIANCE,
        [f"{school}2023年7月6日是成员：当日以“创新治理联盟成员代表”的身份发言"
         f"成员是它还是它所属的{school[:4]}，来源没有写明"
         for school in ("复旦大学国际关系与公共事务学院", "同济大学政治与国际关系学院")],
    ),
    "the body's other name": (BODY, ["又称曲阳区域化党建联席会议"]),
    "that the list of members is not public": (BODY, ["来源没有公布成员名单"]),
    "李滨麓": (
        said("li-binlu"),
        ["李滨麓（重庆驻沪办党组成员、党总支副书记），新成员代表，代表曲阳路街道区域化党建工作联席会议·2023年7月6日",
         "“红岩先锋”变革型组织", "概述", "同日代表曲阳路街道区域化党建工作联席会议发言的还有：曹祎的发言"],
    ),
    "李滨麓: what the organization can, and how it acts": (
        said("li-binlu"), ["要有适应现代化、引领现代化的能力", "积极而主动地去做", "平台优势", "实效"],
    ),
    "曹祎": (
        said("cao-yi"),
        ["曹祎（国网上海电力科学研究院纪委书记），成员代表", "电科院", "人才一代接着一代", "概述"],
    ),
    "曹祎: good resources, and what comes of them": (said("cao-yi"), ["优质资源", "“化学反应”", "增长才干"]),
    "李春成": (
        said("li-chuncheng"),
        ["李春成（复旦大学国际关系与公共事务学院教授），创新治理联盟成员代表，代表北中环院校赋能社区创新治理联盟",
         "批判性的审视", "概述"],
    ),
    "李春成: theory guides the action": (said("li-chuncheng"), ["用数据支撑它，用理论指导它", "联盟的行动"]),
    "葛天任": (
        said("ge-tianren"),
        ["葛天任（同济大学政治与国际关系学院教授），创新治理联盟成员代表",
         "三个关键词", "共治", "服务", "创新", "概述"],
    ),
    "赵正桥": (
        said("zhao-zhengqiao"),
        ["华东师范大学马克思主义学院党委书记、教授", "身份未载明，代表谁未载明", "也没有写明代表谁", "行业导师"],
    ),
    "王佩军": (
        said("wang-peijun"),
        ["区委党史办主任、“不忘初心”党史党建社区研究实践基地总召集人", "，基地总召集人", "虹口", "概述"],
    ),
    "王佩军: what the base is to bring forth": (
        said("wang-peijun"), ["结出“时代之花”", "更有探索的内涵，也更有典型的意义", "规划和计划", "制度的设计"],
    ),
    "the leader's remarks with their three 坚持": (
        said("jiang-renhui"),
        ["蒋仁辉的讲话", "区委常委、组织部部长", "坚持思想共进", "坚持资源共享", "坚持难题共解",
         "“街校合作”", "“科创曲阳”", "概述"],
    ),
    "the report of the outcome": (
        said("ding-donghan"),
        ["丁东汉的成果汇报", "上海外国语大学马克思主义学院教授", TITLE, "概述"],
    ),
    "the alliance, founded that day": (ALLIANCE, ["北中环院校赋能社区创新治理联盟", "成立2023年7月6日"]),
    "its background and the universities named": (
        ALLIANCE,
        ["“双北”", "“北中环科创集聚带”", "“美好社区·先锋行动”", "复旦大学、同济大学、上海外国语大学"],
    ),
    "the alliance: what the cooperation came to": (
        ALLIANCE, ["当年（2023年）", "承接", "进一步凝聚共识，对接各方需求，让项目先行，并且组团建群"],
    ),
    "what the professor of its school said": (
        "organizations/tongji-university/",
        ["下属单位的发言葛天任的发言概述2023年7月6日；同济大学政治与国际关系学院"],
    ),
    "short names": ("organizations/sisu/", ["又称上外"]),
    "the brand, launched that day": ("brands/chuxin-gaoxing/", ["初心·高兴", "党建品牌", "2023年7月6日"]),
    "the base: unveiled that day": (BASE, ["“不忘初心”党史党建社区研究实践基地", "揭牌2023年7月6日"]),
    "the base: founders": (BASE, ["发起曲阳路街道党工委、区委党史办"]),
    "the base: guiding bodies": (BASE, ["指导中国浦东干部学院党史党建研究中心、区委党建办"]),
    "the base: five schools of Marxism": (
        BASE,
        ["联合发起的是5所高校", "联合发起" + "、".join(f"{name}马克思主义学院" for name in
         ("复旦大学", "同济大学", "华东师范大学", "上海外国语大学", "上海大学"))],
    ),
    "the base: aims": (BASE, ["宗旨", "党的二十大精神", "践行初心使命", "社区治理走向现代化", "“以人民为中心”"]),
    "the base: what it plans, and who said so": (
        BASE,
        ["打算总召集人王佩军在2023年7月6日的会议上介绍了打算", "教学实践、理论总结、经验推广、大学生和研究生的社会实践",
         "会上介绍的打算后来做得怎样，未见公开信息"],
    ),
    "the base: convener": (BASE, ["总召集人王佩军（2023年7月6日）"]),
    "the outcome": (
        OUTCOME,
        [TITLE, "丁东汉", "六大衡量维度", "发力点", "20余项具体考察指标", "雷达模型图", "横向比较", "纵向考察"],
    ),
    "the outcome: leading soundly and in detail": (OUTCOME, ["可以看、可以量", "成长的轨迹", "做实、做细"]),
    "the outcome as it was reported": (said("ding-donghan"), ["结果看得见、量得出", "成长的轨迹", "做实、做细"]),
    "who reported it; who wrote it is not known": (
        OUTCOME,
        ["作者未载明", "所属单位未载明", "2023年7月6日，丁东汉（上海外国语大学马克思主义学院）在",
         "只写明由丁东汉汇报"],
    ),
    "the outcome: nothing is known of its use": (OUTCOME, ["运用未见公开信息"]),
    "the outcome among others": ("outcomes/", ["上海外国语大学马克思主义学院教授丁东汉汇报"]),
    "the outcome of him who reported it": ("people/ding-donghan/", [f"成果{TITLE}（汇报）"]),
    "the outcome of his unit": ("organizations/sisu-marxism/", [f"成果{TITLE}（汇报）"]),
    "the three lists of which the same source tells": (MEETING, ["同一来源介绍的清单需求清单资源清单项目清单"]),
    "their meeting": ("listings/", ["一并报道的会议党建引领社区治理推进会暨2023年度区域化党建工作联席会议"]),
    "its figures": (OUTCOME, ["衡量维度六大", "具体考察指标20余项", "比较和考察横向、纵向"]),
    "that the dimensions' names are not public": (OUTCOME, ["六大衡量维度的名称未见公开，本站不作推测"]),
    "the list of needs": (
        "listings/", ["需求清单", "梳理单位曲阳路街道", "当年（2023年）以来", "清单的条目未见公开"],
    ),
    "the list of resources": ("listings/", ["资源清单", "清单的条目未见公开"]),
    "the list of projects and the project named": (
        "listings/",
        ["项目清单", "美好社区·先锋行动", "没有写明它是否列入项目清单", "清单的条目未见公开"],
    ),
    "the source": (
        SOURCE,
        ["服务科创、集聚智源，他们说→", "记者何娉", "图片曲阳路街道", "编辑何娉", "发布者未载明", "“參會”误写作“蔘會”"],
    ),
    "the source: what it leaves open comes first": (
        SOURCE,
        ["没有说的发布者未载明发布日期未载明网址未载明", "北中环院校赋能社区创新治理联盟联盟的成员名单未见公开"],
    ),
    "the source: how much rests on it": (SOURCE, ["依据它的记录会议1单位28人物8发言8成果1清单3品牌1"]),
    "a person: what was said, and the posts of that day": (
        "people/li-binlu/",
        ["介绍重庆驻沪办正在积极建设", "不是发言人的原话", "新成员代表，代表曲阳路街道区域化党建工作联席会议",
         "上（发言）：重庆驻沪办党组成员、党总支副书记。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_fact_stands_on_its_page(name: str, real: BuiltSite) -> None:
    route, texts = FACTS[name]
    page = real.text(route)
    assert [text for text in texts if text not in page] == []


# What was once shown and no source says.
ADDED: dict[str, tuple[str, str]] = {
    "that the comparison is one over time": (OUTCOME, "随时间"),
    "the same in the report": (said("ding-donghan"), "随时间"),
    "theory that is guided": (said("li-chuncheng"), "指导理论"),
    "an author of the outcome": (OUTCOME, "作者丁东汉"),
    "lines of work that are plans": (BASE, "工作内容"),
    "that 赵正桥 spoke for the base": (said("zhao-zhengqiao"), "代表“不忘初心”"),
    "a city": ("about/", "上海市"),
    "who convened the meetings together": ("about/", "医院、银行"),
}


@pytest.mark.parametrize("name", ADDED)
def test_nothing_is_added(name: str, real: BuiltSite) -> None:
    route, text = ADDED[name]
    assert text not in real.text(route)


def test_statements_are_all_summaries_and_never_look_like_quotations(real: BuiltSite) -> None:
    statements = [route for route in real.pages if route.startswith("statements/") and route != "statements/"]
    assert len(statements) == 8
    for route in [*statements, MEETING]:
        assert not real.pages[route].xpath("//blockquote | //q"), route
        assert "不是发言人的原话" in real.text(route), route


def test_six_statements_one_report_one_remarks(real: BuiltSite) -> None:
    headings = [
        "".join(page.xpath("//article//h1//text()"))
        for route, page in real.pages.items()
        if route.startswith("statements/2023")
    ]
    endings = sorted(heading[heading.index("的") + 1 :] for heading in headings)
    assert endings == ["发言"] * 6 + ["成果汇报", "讲话"]


def test_text_is_simplified(real: BuiltSite) -> None:
    """Traditional characters of the source occur only where a note quotes its spelling."""
    for route in real.pages:
        text = real.text(route).replace("“參會”", "").replace("“蔘會”", "")
        assert not set("陽黨區會議與領導優復學聯書記濱禕黨園醫") & set(text), route
