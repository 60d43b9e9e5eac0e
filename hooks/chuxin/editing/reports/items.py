"""What was done, by the words that say it: 揭牌, 签约, 成立, 发布, 启动, 通过 … → items of the agenda.

A clause is understood from its first to its last character, or nothing is taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from ...records.wording import GAP
from .people import row
from .tagging import BRAND, DOCUMENT, LISTING, OUTCOME, PERSON, UNIT, Tagged
from .taken import Taken

_LONGEST = 300
_UNITS = f"{UNIT}(?:(?:、|和|与|及|以及|同|分别与|会同){UNIT}){{0,60}}"
_WHEN = (
    "(?:会上|会议上|会议现场|会议还|会议期间|会议|大会|活动现场|活动中|现场|"
    "仪式上|随后|接着|最后|当天|当日|期间|同时|其间|还|并){0,3}"
)
_WHO = f"(?:与会(?:人员|代表|嘉宾)|参会(?:人员|代表)|大家|各方|双方|全体人员|一行人?|{_UNITS})?"
_HOW = "(?:共同|一同|一起|正式|联合|现场|集中|同步|全面|分别|当场|集体|宣布|宣告|隆重|首次|还|也|先后){0,3}"
_ANYTHING = r"[^，。；：]{2,60}?"
_DOCUMENTS = f"{DOCUMENT}(?:(?:、|和|与|及|以及)?{DOCUMENT}){{0,20}}"
_END = "[。！；]?"
# How a motion was passed: these words and no others, so that 未获通过 and 通过《…》学习 are none.
_PASSING = (
    "(?:会议|大会|联席会议|全体(?:成员|代表|委员|与会人员)?|与会(?:代表|人员|成员单位)|成员单位|听取|审议|讨论|表决|投票|举手|无记名|"
    f"鼓掌|一致|全票|同意|并|以|的方式|上|还|先后|会上|现场|了|，|{_UNITS}){{0,8}}"
)
_OBJECT = f"(?:{DOCUMENT}|{OUTCOME}|“[^“”]{{1,40}}”|{LISTING}|{_ANYTHING})"


def _clause(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_WHEN}{pattern}{_END}")


_PASSED = _clause(rf"(?P<how>{_PASSING})通过了?(?P<documents>{_DOCUMENTS})(?:等[^，。]{{0,10}})?")
_CONSIDERED = _clause(rf"{_WHO}{_HOW}(?:审议|讨论|审阅)了(?P<documents>{_DOCUMENTS})(?:等[^，。]{{0,10}})?")
_SIGNED = _clause(
    rf"(?:在[^，。]{{1,20}}见证下)?(?P<units>{_UNITS}){_HOW}(?:(?:签署|签订|签定)了?(?P<document>{DOCUMENT}|[㐀-鿿]{{0,16}}(?:协议书?|备忘录|合同|意向书))|签约)"
)
_UNVEILED = _clause(
    rf"(?:(?:(?P<by>[^，。《》“”]{{1,60}}?){_HOW})?为(?P<one>{UNIT})|(?P<other>{UNIT})){_HOW}"
    "(?P<founded>成立(?:并|暨)?)?揭牌(?:仪式)?(?P<also>成立)?"
)
_FOUNDED = _clause(rf"(?:{_HOW}成立了?(?P<one>{UNIT})|(?P<other>{UNIT}){_HOW}成立)(?:(?:并|暨)?揭牌)?")
_LAUNCHED = _clause(
    rf"{_WHO}{_HOW}(?:发布|推出)了?(?P<sort>(?:党建|服务|治理|社区|文化|志愿)*品牌)?(?:“(?P<one>{BRAND})”|(?P<other>{BRAND}))(?:(?:党建|服务|治理|社区|文化)*品牌)?"
)
_AWARDED = _clause(
    rf"(?:(?P<by>[^，。]{{1,60}}?){_HOW})?(?:向|为)(?P<receivers>{_UNITS}){_HOW}"
    r"(?:(?:颁发|颁授|授予|发放)了?(?P<award>(?:“[^“”]{1,40}”)?[㐀-鿿]{0,12}(?:聘书|证书|奖牌|奖杯|奖状|牌匾|奖章|铜牌))|授牌)"
)
_JOINED = _clause(rf"{_HOW}(?P<units>{_UNITS}){_HOW}(?:成功|分别)?加入了?(?P<body>{UNIT})")
# What else was done: the sort of activity, and the words that say it.
_ACTIVITIES = (
    ("发布清单", _clause(rf"{_WHO}{_HOW}(?P<what>(?:发布|公布)了?(?:{_OBJECT}清单|“[^“”]{{1,40}}清单”|{LISTING}))")),
    ("启动项目", _clause(rf"{_WHO}{_HOW}(?P<what>启动了?(?:“[^“”]{{1,40}}”|{_ANYTHING})(?:项目|计划|行动|工程))")),
    ("启动项目", _clause(rf"(?P<what>(?:“[^“”]{{1,40}}”|{_ANYTHING})(?:项目|计划|行动|工程){_HOW}启动)")),
    ("宣读倡议", _clause(rf"{_WHO}{_HOW}(?P<what>宣读了?(?:{DOCUMENT}|“[^“”]{{1,40}}”)?(?:倡议书?)?)")),
    (
        "播放影片",
        _clause(rf"{_WHO}{_HOW}(?P<what>(?:播放|观看|放映)了?{_ANYTHING}(?:片|视频|短片|电影|纪录片|{DOCUMENT}))"),
    ),
    ("参观走访", _clause(rf"{_WHO}(?:实地|{_HOW})*(?P<what>(?:参观|走访|考察)了[^，。；：]{{1,60}})")),
    ("其他", _clause(rf"{_WHO}{_HOW}(?P<what>(?:发布|推出)了?{DOCUMENT})")),
)
_WHO_TOOK_PART = {"people": PERSON, "organizations": UNIT}
_WHAT_IT_CONCERNED = {"outcomes": OUTCOME, "listings": LISTING, "brands": BRAND}
# What is planned, wished for, or long past.
_NOT_NOW = re.compile(
    "将|拟|计划于|准备|即将|未来|今后|下一步|明年|希望|应当|应该|如果|若|曾|此前|去年|前年|早在|以来|近年|已于|上月|上个月|日前|"
    "能够|可以|需要|争取|力争|打算|有望|预计|尚未|没有|未能|未获|暂未|不再|推迟|取消|原定|周年"
)


def items(tagged: Tagged, sentence: int, until: int, bodies: Collection[str]) -> Iterator[Taken]:
    """Yield what was done, as far as one sentence says it before the place `until`. Units join `bodies`."""
    if _NOT_NOW.search(tagged.signs):
        return
    for start, end in tagged.clauses():
        if end > until or end - start > _LONGEST:
            continue
        words = tagged.original(start, end)
        for pattern, made in _MADE:
            if match := pattern.fullmatch(tagged.signs, start, end):
                for value in made(tagged, match):
                    if value["type"] != "joining" or value["body"] in bodies:
                        yield Taken(("agenda",), value, sentence, words)
                break
        else:
            for category, pattern in _ACTIVITIES:
                if match := pattern.fullmatch(tagged.signs, start, end):
                    yield Taken(("agenda",), _activity(tagged, match, category), sentence, words)
                    break


def _passed(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    how = tagged.original(match.start("how"), match.start("documents"))
    votes: dict[str, str] = {}
    if method := re.search("无记名投票|举手表决|投票表决|鼓掌", how):
        votes["method"] = method[0]
    if wording := re.search("(?:全票|一致)(?:表决|审议|同意)?通过", how):
        votes["wording"] = wording[0]
    for title in tagged.named(*match.span("documents"), DOCUMENT):
        yield {"type": "decision", "motion": title, "result": "通过"} | ({"votes": votes} if votes else {})


def _considered(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    for title in tagged.named(*match.span("documents"), DOCUMENT):
        yield {"type": "activity", "category": "其他", "title": f"审议{title}"}


def _signed(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    units = tagged.ids(*match.span("units"), UNIT)
    if len(units) > 1:
        document = tagged.original(*match.span("document")) if match["document"] else GAP
        yield {"type": "signing", "document": document, "organizations": units}


def _unveiled(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    (unit,) = _one_or_other(tagged, match, UNIT)
    if match["founded"] or match["also"]:
        yield {"type": "founding", "organization": unit}
    yield {"type": "unveiling", "organization": unit} | _by(tagged, match, "揭牌")


def _founded(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    (unit,) = _one_or_other(tagged, match, UNIT)
    yield {"type": "founding", "organization": unit}
    if "揭牌" in match[0]:
        yield {"type": "unveiling", "organization": unit}


def _launched(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    (brand,) = _one_or_other(tagged, match, BRAND)
    yield {"type": "launch", "brand": brand}


def _awarded(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    award = tagged.original(*match.span("award")) if match["award"] else GAP
    givers = {"givers": by} if match["by"] and (by := _party(tagged, *match.span("by"))) else {}
    receivers = {"organizations": tagged.ids(*match.span("receivers"), UNIT)}
    yield {"type": "award", "award": award, "receivers": receivers} | givers


def _joined(tagged: Tagged, match: re.Match[str]) -> Iterator[dict[str, Any]]:
    (body,) = tagged.ids(*match.span("body"), UNIT)
    yield {"type": "joining", "body": body, "organizations": tagged.ids(*match.span("units"), UNIT)}


def _by(tagged: Tagged, match: re.Match[str], role: str) -> dict[str, Any]:
    """Return who did it, as a role, where all of them are known."""
    party = _party(tagged, *match.span("by")) if match["by"] else {}
    return {"roles": [{"role": role, **party}]} if party else {}


def _party(tagged: Tagged, start: int, end: int) -> dict[str, list[str]]:
    """Return the people and the units that stand in a row; nothing when somebody in it is not known."""
    named = row(tagged, start, end)
    if not named.is_whole or named.groups or any(not one.identifier for one in named.people):
        return {}
    parts = {"people": [one.identifier for one in named.people], "organizations": named.units}
    return {name: ids for name, ids in parts.items() if ids}


def _one_or_other(tagged: Tagged, match: re.Match[str], sign: str) -> list[str]:
    return tagged.ids(*match.span("one" if match["one"] else "other"), sign)


def _activity(tagged: Tagged, match: re.Match[str], category: str) -> dict[str, Any]:
    """Return an activity: whoever stands before its words took part, whatever stands in them it was about."""
    start, end = match.span("what")
    verb = re.match("..了", match["what"])
    title = tagged.original(start, start + 2) + tagged.original(start + 3, end) if verb else tagged.original(start, end)
    value: dict[str, Any] = {"type": "activity", "category": category, "title": title}
    who = {name: tagged.ids(match.start(), start, sign) for name, sign in _WHO_TOOK_PART.items()}
    what = {name: tagged.ids(start, end, sign) for name, sign in _WHAT_IT_CONCERNED.items()}
    return value | {name: ids for name, ids in (who | what).items() if ids}


_Made = Callable[[Tagged, "re.Match[str]"], Iterator[dict[str, Any]]]
_MADE: tuple[tuple[re.Pattern[str], _Made], ...] = (
    (_PASSED, _passed),
    (_CONSIDERED, _considered),
    (_SIGNED, _signed),
    (_UNVEILED, _unveiled),
    (_FOUNDED, _founded),
    (_LAUNCHED, _launched),
    (_AWARDED, _awarded),
    (_JOINED, _joined),
)
