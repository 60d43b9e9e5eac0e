"""The Chinese names of things that more than one room speaks of. Wording of one page stands in its template."""

from __future__ import annotations

KIND_NAMES = {
    "meetings": "会议",
    "organizations": "单位",
    "people": "人物",
    "statements": "发言",
    "outcomes": "成果",
    "listings": "清单",
    "timeline": "时间线",
    "brands": "品牌",
    "news": "动态",
    "sources": "来源",
}

UNKNOWN = "未载明"

# What a statement's form says of its words, and how the page explains it.
FORM_NOTES = {
    "原文": "发言的全文，一字不改。",
    "节选": "发言的一部分，所选的部分一字不改。",
    "概述": "依据来源用自己的话概括，不是发言人的原话。",
}

SPEECH_NAMES = {"statement": "发言", "report": "成果汇报", "remarks": "讲话"}

ITEM_NAMES = {
    **SPEECH_NAMES,
    "decision": "决定",
    "founding": "成立",
    "unveiling": "揭牌",
    "launch": "发布",
    "signing": "签约",
}
