"""What is answered for a record of every kind, for tests of drafts."""

import pytest
from chuxin.records.kinds import KINDS

ANSWERS = {
    "meetings": {"names": ["示例推进会", "示例联席会议"], "date": "2024-03-01", "sources": ["2024-baodao"]},
    "organizations": {"name": "示例医院", "classification": "医疗机构", "sources": ["2024-baodao"]},
    "people": {"name": "李彬璐", "sort": "li binlu", "sources": ["2024-baodao"]},
    "outcomes": {
        "title": "示例课题的题目",
        "type": "课题",
        "authors": ["zhang-san"],
        "summary": "第一段。\n\n第二段。",
        "sources": ["2024-baodao"],
    },
    "listings": {"name": "项目清单", "type": "项目", "sources": ["2024-baodao"]},
    "brands": {"name": "示例·品牌", "type": "党建品牌", "sources": ["2024-baodao"]},
    "sources": {"headline": "示例标题", "type": "报道"},
}
# Of a kind that is not among them, no more than what it is called.
ANSWERS |= {kind: {model.naming[0]: "示例"} for kind, model in KINDS.items() if kind not in ANSWERS}


each_kind = pytest.mark.parametrize("kind", KINDS)


def named(kind: str, name: str) -> dict:
    field = KINDS[kind].naming[0]
    return {**ANSWERS[kind], field: [name] if kind == "meetings" else name}
