"""The Chinese names of things that more than one room speaks of. Wording of one page stands in its template."""

from __future__ import annotations

UNKNOWN = "未载明"
# What this site is called where it is cited.
PUBLICATION = "初心·高兴公开记录"

# What a draft has for a text and for a date that are still to be written: nothing that could be true.
GAP, NO_DATE = PLACEHOLDERS = "……", "1000-01-01"

# What a statement's form says of its words, and how the page explains it.
FORM_NOTES = {
    "原文": "发言的全文，一字不改。",
    "节选": "发言的一部分，所选的部分一字不改。",
    "概述": "依据来源用自己的话概括，不是发言人的原话。",
    "未见公开": "来源只写了有这篇发言，没有写说了什么。",
}

# Other words for what a field can say: classes of units, results of decisions, forms of statements.
CHOICE_WORDS = {
    "同意": "通过",
    "一致通过": "通过",
    "全票通过": "通过",
    "已通过": "通过",
    "否决": "未通过",
    "不通过": "未通过",
    "推迟": "暂缓",
    "摘要": "概述",
    "总结": "概述",
    "大意": "概述",
    "全文": "原文",
    "摘录": "节选",
    "未公开": "未见公开",
    "不详": "未见公开",
    "无": "未见公开",
    "当选": "选举",
    "改选": "选举",
    "换届": "选举",
    "受聘": "聘任",
    "续聘": "聘任",
    "委任": "任命",
    "免去": "卸任",
    "辞任": "卸任",
    "离任": "卸任",
    "医院": "医疗机构",
    "卫生机构": "医疗机构",
    "小学": "学校",
    "中学": "学校",
    "幼儿园": "学校",
    "大学": "院校",
    "高校": "院校",
    "学院": "院系",
    "研究院": "科研院所",
    "研究所": "科研院所",
    "银行": "金融机构",
    "公司": "企业",
    "居委会": "居民区",
    "居委": "居民区",
    "俱乐部": "社团",
    "协会": "社会组织",
    "专委会": "专业委员会",
    "党组织": "党的机构",
    "机关": "政府机构",
    "办事处": "驻沪机构",
    "解散": "撤销",
    "取消": "撤销",
    "注销": "撤销",
    "分立": "拆分",
    "吸收合并": "并入",
    "新设合并": "合并",
    "联席会": "联席会议",
    "其他": "其他单位",
}


def did_you_mean(*guesses: str) -> str:
    """Return the question that offers what was probably meant."""
    return f"您是否想写 {'，或者 '.join(guesses)}？"
