"""Who is named in a row: 区委常委、组织部部长某某，青石医院，80余名居民代表 → people with their posts, units, groups.

Each part of a row is understood by itself or not at all. A post that is named without a unit is held in the unit named
before it, as Chinese has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...words.quantities import PATTERN
from .tagging import PERSON, UNIT, Tagged

_HAN = "㐀-䶿一-鿿"
_TITLE = (
    "书记|常委|委员|部长|主任|局长|处长|科长|所长|院长|校长|园长|馆长|站长|队长|会长|秘书长|理事长|理事|监事|董事长|董事|"
    "总裁|经理|行长|社长|台长|主席|区长|镇长|市长|县长|组长|班长|团长|教授|研究员|讲师|博士|专家|律师|医生|医师|护士|代表|"
    "负责人|召集人|领导|调研员|主编|记者|工程师|店长|厂长|政委|顾问|秘书|总监|成员|带头人|创始人|主理人|辅导员|老师|志愿者"
)
# Of whom there are several, who are therefore no post of one person.
_SEVERAL = "各|全体|有关|相关|部分|等|多|余|来自|以及|[0-9０-９]"
_POST = re.compile(rf"(?P<unit>{UNIT}?)(?P<title>(?:(?!{_SEVERAL})[{_HAN}（）“”·]){{0,24}}(?:{_TITLE}))")
_NAMED = re.compile(
    rf"(?P<unit>{UNIT}?)(?P<title>(?:(?:(?!{_SEVERAL})[{_HAN}（）“”·]){{0,24}}(?:{_TITLE}))?){PERSON}"
    "(?:同志|先生|女士)?(?P<after>教授|研究员|老师|博士|主任|书记)?"
    "(?:等(?:领导|嘉宾|专家)?)?"
)
# The frequent ones: a name that begins with another one is left to the editor.
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚"
    "丘古米池滕晋苑邬臧畅宫苟褚廉简娄符奚木穆党燕郎邸冀谈姬屠连晏栾郁商蒙计喻窦迟宇敖冷卓花仇艾蓝都巩井练仲乐虞卞封竺衣楚佟栗匡宗应台巫荆"
)
# What begins as a surname does and is none.
_WORDS = (
    "单位|方面|高校|党员|党组|党委|金融|文化|文明|安全|商会|商户|车站|时代|房屋|项目|万名|万余|单独|方代|施工|江湾|和"
)
# A name of somebody whom the archive does not know.
_UNKNOWN = re.compile(
    rf"{UNIT}?(?P<title>(?:(?!{_SEVERAL})[{_HAN}（）“”·]){{0,24}}?(?:{_TITLE}))(?!{_WORDS})(?P<name>[{_SURNAMES}][{_HAN}]{{1,2}})"
    "(?:同志|先生|女士)?"
)
# What may stand between a unit and a post in the unit itself; anything else names a part of it.
_PURE = re.compile(
    "(?:党委|党组|党总支|党支部|党工委|支部|纪委|常务|第一|副|总|首席|高级|特聘|荣誉|名誉|执行|轮值|专职|兼职)*"
    f"(?:{_TITLE})"
)
_GROUP_END = (
    "代表|负责人|负责同志|领导|书记|主任|干部|党员|志愿者|居民|群众|师生|学生|教师|专家|学者|成员|委员|同志|人员|校长|院长|青年|"
    "职工|员工|家长|医生|护士|律师|楼组长|业主|嘉宾|人士|单位|骨干|队员|商户|骑手"
)
_MEASURE = "名|位|人|家|所|个|支|户"
_COUNT = rf"(?P<count>{PATTERN})(?P<measure>{_MEASURE})"
_GROUP = re.compile(rf"(?:{_COUNT})?(?P<name>[{_HAN}{UNIT}“”]{{0,30}}?(?:{_GROUP_END}))")
_GROUP_BEFORE = re.compile(rf"(?P<name>[{_HAN}{UNIT}“”]{{0,30}}?(?:{_GROUP_END}))(?P<and_others>等?){_COUNT}")
_TOTAL = re.compile(rf"(?P<sum>共|一共|总共|共计|合计|总计)(?:有)?(?P<count>{PATTERN})(?P<measure>人|名|人次)")
_BARE = re.compile(rf"(?P<count>{PATTERN})(?P<measure>人)")
_OF_UNIT = re.compile(rf"{UNIT}(?:等(?:成员|会员|共建)?单位)?(?:的)?(?:相关|有关)?(?:负责人|负责同志|代表|领导)?")
_BETWEEN = re.compile(rf"[、，；,;]|(?<=[{UNIT}{PERSON}])(?:和|与|及|以及)|(?:和|与|及|以及)(?=[{UNIT}{PERSON}])")
_BEFORE = re.compile(
    "(?:其中|此外|活动|会议|大会|会上|仪式上|现场|当天|当日|随后|接着|最后|首先|同时|会议期间|座谈中|交流环节|邀请了?|特邀|由|请|包括|了)+"
)


@dataclass
class Somebody:
    """A person with the posts that stand before the name, each with its unit; with no id, one who is not known."""

    identifier: str
    name: str
    unit: str | None = None
    posts: list[tuple[str | None, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Group:
    """People without names, as the report counts and names them. A `total` counts all who were there."""

    name: str
    count: str = ""
    measure: str = ""
    is_total: bool = False


@dataclass
class Row:
    """What stands in a row, as far as it was understood, and whether all of it was."""

    people: list[Somebody] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    is_whole: bool = True


def row(tagged: Tagged, start: int, end: int) -> Row:
    """Return who is named in a row that goes from one place among the signs to another."""
    found = Row()
    posts: list[tuple[str | None, str]] = []
    parts = list(_parts(tagged, start, end))
    for (first, last), is_before_a_name in zip(parts, _before_names(tagged, parts), strict=True):
        if match := _NAMED.fullmatch(tagged.signs, first, last):
            posts += _posts(tagged, match, posts)
            at = match.end("title")
            unit = posts[0][0] if posts else next(iter(tagged.ids(first, at, UNIT)), None)
            found.people.append(Somebody(tagged.ids(at, last, PERSON)[0], tagged.original(at, at + 1), unit, posts))
        elif match := _UNKNOWN.fullmatch(tagged.signs, first, last):
            title = tagged.original(match.start(), match.end("title"))
            found.people.append(Somebody("", match["name"], None, [*posts, (None, title)]))
        elif is_before_a_name and (match := _POST.fullmatch(tagged.signs, first, last)):
            posts += _posts(tagged, match, posts)
            continue
        else:
            found.is_whole &= _nameless(tagged, first, last, found, len(parts) == 1)
        posts = []
    return found


def _posts(tagged: Tagged, match: re.Match[str], before: list[tuple[str | None, str]]) -> list[tuple[str | None, str]]:
    """Return the posts in a part of a row, each with its unit where that is sure; else they name it themselves."""
    title = tagged.original(*match.span("title"))
    after = match.groupdict().get("after")
    if not _PURE.fullmatch(title):
        posts: list[tuple[str | None, str]] = (
            [(None, tagged.original(match.start(), match.end("title")))] if title else []
        )
        return [*posts, (None, after)] if after else posts
    unit = next(iter(tagged.ids(*match.span("unit"), UNIT)), before[-1][0] if before else None)
    return [(unit, one) for one in (title, after) if one]


def _parts(tagged: Tagged, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where the parts of a row go, without the words that lead to it."""
    if before := _BEFORE.match(tagged.signs, start, end):
        start = before.end()
    for match in _BETWEEN.finditer(tagged.signs, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if end > start:
        yield start, end


def _before_names(tagged: Tagged, parts: list[tuple[int, int]]) -> list[bool]:
    """Tell of each part whether it stands before a person, with nothing but posts between."""
    found: list[bool] = []
    is_named = False
    for start, end in reversed(parts):
        found.append(is_named)
        names_somebody = _NAMED.fullmatch(tagged.signs, start, end) or _UNKNOWN.fullmatch(tagged.signs, start, end)
        is_named = bool(names_somebody) or (is_named and bool(_POST.fullmatch(tagged.signs, start, end)))
    return found[::-1]


def _nameless(tagged: Tagged, first: int, last: int, found: Row, is_alone: bool) -> bool:
    """Add a part of a row that names nobody; tell whether it was understood."""
    signs = tagged.signs
    if match := _TOTAL.fullmatch(signs, first, last) or (_BARE.fullmatch(signs, first, last) if is_alone else None):
        found.groups.append(Group("", match["count"], match["measure"], is_total=True))
    elif _OF_UNIT.fullmatch(signs, first, last):
        found.units += tagged.ids(first, last, UNIT)
    elif match := _GROUP.fullmatch(signs, first, last) or _GROUP_BEFORE.fullmatch(signs, first, last):
        name = tagged.original(*match.span("name"))
        if match.groupdict().get("and_others") and (found.people or found.units or found.groups):
            # All of the row are counted, of whom these are some.
            found.groups.append(Group(name))
        else:
            also = match.groupdict().get("and_others") or ""
            found.groups.append(Group(name + also, match["count"] or "", match["measure"] or ""))
    else:
        return False
    return True
