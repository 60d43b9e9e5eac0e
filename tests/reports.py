"""Invented reports of meetings in different shapes, and what is to be found in them: for tests of first drafts."""

from __future__ import annotations

from typing import Any

# Names by kind and id, as a directory has them.
NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "organizations": {
        "subdistrict": ("青藤街道", "青藤街道办事处"),
        "committee": ("区委",),
        "hospital": ("白塔医院",),
        "university": ("松湖大学",),
        "school": ("松湖大学设计学院",),
        "bank": ("稻香银行青藤支行", "稻香银行"),
        "library": ("拾光图书馆",),
        "conference": ("青藤街道共建联席会议", "共建联席会议"),
        "alliance": ("南桥治理联盟",),
        "base": ("听风实践基地",),
    },
    "people": {
        "meng": ("孟青禾",),
        "lu": ("陆星野",),
        "qin": ("秦晚舟",),
        "xu": ("许知远",),
        "he-a": ("何木",),
        "he-b": ("何木",),
    },
    "brands": {"brand": ("灯火·邻里",)},
    "outcomes": {"outcome": ("楼道里的公共生活",)},
    "listings": {"needs": ("青藤需求清单",)},
    "sources": {"report": ("报道",)},
}
BODIES = {"conference", "alliance", "base"}

# The text, what is taken of it by field (an item of the agenda by what tells it apart), and who is not known.
REPORTS: dict[str, tuple[str, dict[str, list[Any]], set[str]]] = {
    "a news report": (
        "青藤街道召开街校合作推进会\n"
        "　　2033年5月20日下午，青藤街道在拾光图书馆报告厅召开街校合作推进会暨青藤街道共建联席会议。"
        "会议由青藤街道主任孟青禾主持。"
        "区委常委陆星野，白塔医院党委书记、院长秦晚舟，80余名居民代表参加会议。\n"
        "　　会上，松湖大学、白塔医院签署《健康课堂合作协议》。"
        "会议审议并一致通过《共建联席会议章程》。听风实践基地揭牌。\n"
        "　　秦晚舟作交流发言。陆星野指出，要把街校合作做实。他强调，将揭牌更多基地，成立南桥治理联盟。\n"
        "　　下一步，青藤街道将成立新的工作室。\n",
        {
            "names": ["街校合作推进会", "青藤街道共建联席会议"],
            "date": ["2033-05-20"],
            "time": ["下午"],
            "venue": ["拾光图书馆报告厅"],
            "organizers": ["subdistrict"],
            "body": ["conference"],
            "people": ["meng", "lu", "qin"],
            "groups": ["80余 居民代表"],
            "agenda": [
                "signing 《健康课堂合作协议》",
                "decision 《共建联席会议章程》",
                "unveiling base",
                "statement qin",
                "statement lu",
            ],
        },
        set(),
    ),
    "a briefing without a year": (
        "本报讯（记者 某某）5月20日上午9时，由青藤街道、松湖大学联合主办的“青藤夜话”社区治理论坛在白塔医院礼堂举行。\n"
        "与会人员参观了拾光图书馆。全票通过《邻里公约》，发布品牌“灯火·邻里”。\n"
        "拾光图书馆馆长王建国主持会议。居民代表分别作交流发言。\n",
        {
            "names": ["“青藤夜话”社区治理论坛"],
            "time": ["上午9时"],
            "venue": ["白塔医院礼堂"],
            "organizers": ["subdistrict", "university"],
            "agenda": ["activity 参观拾光图书馆", "decision 《邻里公约》", "launch brand", "statement 居民代表"],
        },
        {"王建国"},
    ),
    "minutes": (
        "会议纪要\n"
        "2033年第二季度，2033-06-01发布。\n"
        "6月1日，共建联席会议第三次全体会议在青藤街道会议室召开。\n"
        "出席会议的有：孟青禾、许知远，松湖大学、拾光图书馆代表。\n"
        "共120余人参加会议。会议审议了《年度工作报告》。稻香银行加入南桥治理联盟。\n",
        {
            "names": ["共建联席会议第三次全体会议"],
            "number": ["3"],
            "date": ["2033-06-01"],
            "venue": ["青藤街道会议室"],
            "people": ["meng", "xu"],
            "organizations": ["university", "library"],
            "total": ["120余"],
            "agenda": ["activity 审议《年度工作报告》", "joining alliance"],
        },
        set(),
    ),
    "ceremonies": (
        "2033年7月8日，青藤街道举办共建单位授牌仪式。\n"
        "青藤街道为白塔医院、稻香银行授牌。孟青禾向松湖大学颁发“共建先锋”奖牌。\n"
        "现场宣布成立南桥治理联盟。松湖大学设计学院与拾光图书馆签约。\n"
        "近150家成员单位负责人参加活动。松湖大学设计学院教授许知远汇报课题《楼道里的公共生活》。\n",
        {
            "names": ["共建单位授牌仪式"],
            "date": ["2033-07-08"],
            "organizers": ["subdistrict"],
            "groups": ["近150 成员单位负责人"],
            "agenda": [
                "award hospital bank",
                "award university",
                "founding alliance",
                "signing ……",
                "report xu",
            ],
        },
        set(),
    ),
    "traps": (
        "2032年，青藤街道曾召开共建动员大会。\n"
        "2033年8月1日，青藤街道召开共建工作座谈会。\n"
        "去年，松湖大学、白塔医院签署《旧协议》。大家通过《邻里手册》了解情况。会议未通过《停车办法》。\n"
        "白塔医院举办讲座，80余名居民参加。何木作交流发言。松湖大学附属小学校长许知远出席会议。\n"
        "孟青禾表示，听风实践基地揭牌，南桥治理联盟成立。“灯火·邻里”很亮。“我说两句。青藤街道、松湖大学签约。”\n"
        "听风实践基地成立三周年。计划启动“夜读”项目。松湖大学、白塔医院拟签署《新协议》。\n",
        {
            "names": ["共建工作座谈会"],
            "date": ["2033-08-01"],
            "organizers": ["subdistrict"],
            "people": ["xu"],
        },
        set(),
    ),
    "an interview": (
        "2033年11月3日，记者从青藤街道获悉，街道日前举办了社区治理创新论坛，来自松湖大学的专家共30余人参加了论坛。\n"
        "孟青禾介绍，南桥治理联盟自成立以来，已有20家单位加入南桥治理联盟。据悉，听风实践基地于2030年揭牌。\n"
        "“我们和白塔医院签署了《共建协议》，今年还启动了‘银龄’项目。”秦晚舟说。\n"
        "2033年11月2日下午，青藤街道共建联席会议在松湖大学举行，孟青禾、陆星野等领导出席。\n"
        "会议宣布稻香银行、拾光图书馆加入共建联席会议。会议听取并审议通过了《工作报告》和《章程（修订稿）》。\n",
        {
            "names": ["青藤街道共建联席会议"],
            "date": ["2033-11-02"],
            "time": ["下午"],
            "venue": ["松湖大学"],
            "body": ["conference"],
            "people": ["meng", "lu"],
            "agenda": ["joining conference", "decision 《工作报告》", "decision 《章程（修订稿）》"],
        },
        set(),
    ),
    "nobody known": (
        "2033年9月9日，海棠街道召开党建引领物业治理推进会。\n"
        "海棠街道党工委书记赵大明出席会议并讲话。红枫小学、绿野物业公司签署合作协议。\n"
        "现场启动“海棠管家”项目，播放宣传片《海棠四季》。\n",
        {
            "names": ["党建引领物业治理推进会"],
            "date": ["2033-09-09"],
            "agenda": ["activity 启动“海棠管家”项目", "activity 播放宣传片《海棠四季》"],
        },
        {"赵大明", "海棠街道", "红枫小学", "绿野物业公司"},
    ),
}
