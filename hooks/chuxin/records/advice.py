"""Where a thing belongs that an editor wrote in a place where it has none, in words.

An editor has a report before him and writes what it calls things: 授牌, 居民代表, 11家. He is told not that these are
wrong, but which field says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from ..problems.typed import FieldPath
from .agenda import Occasion
from .ceremonies import Award, Founding, Launch, Signing, Unveiling
from .decisions import Decision
from .fields import Model
from .items import Party, Role
from .listings import Entry
from .meetings import Attendance, FollowUp, Meeting
from .offices import MANNERS, Appointment
from .organizations import Organization

# What reports call items of an agenda, and how they are written. What is an item's own name needs no advice.
_AWARD = "写 type: award，award 写授予了什么，receivers 写谁获得，givers 写谁授予"
_TYPES: tuple[tuple[str, str], ...] = (
    ("授牌|授奖|颁奖|表彰|嘉奖|奖牌|奖章|证书|聘书|颁发|奖", _AWARD),
    ("加入|入会|入盟|新增成员|吸收|join|member", "写 type: joining；有议案的，写 type: decision 和 admits"),
    ("退出|release", "写 type: decision 和 releases"),
    ("改选|换届|连任|续聘|elect", "写 type: appointment，manner 写选举、聘任、轮值等"),
    ("清单", "写 type: activity，category: 发布清单"),
    ("启动|开工|start|kick", "写 type: activity，category: 启动项目"),
    ("宣读|倡议|宣誓", "写 type: activity，category: 宣读倡议"),
    ("播放|影片|视频|短片|film|video", "写 type: activity，category: 播放影片"),
    ("展示|展览|展板|exhibit", "写 type: activity，category: 展示展览"),
    ("论坛|交流|座谈|研讨|forum", "写 type: activity，category: 论坛交流"),
    ("参观|走访|考察|调研|visit|tour", "写 type: activity，category: 参观走访"),
    ("慰问|关爱|义诊", "写 type: activity，category: 慰问关爱"),
    ("演出|文艺|表演|show", "写 type: activity，category: 文艺演出"),
    ("揭幕|挂牌|揭牌|unveil", "写 type: unveiling"),
    ("成立|组建|found", "写 type: founding"),
    ("签约|签署|签订|签字|sign", "写 type: signing"),
    ("发布|launch", "写 type: launch"),
    ("汇报|报告|report", "写 type: report，outcome 写汇报的成果"),
    ("致辞|讲话|总结", "写 type: remarks"),
    ("发言|演讲", "写 type: statement"),
    ("决议|表决|审议|通过|vote", "写 type: decision，表决写在 votes 里"),
    ("speech|speak", "写 type: statement，领导讲话写 type: remarks"),
)

_WHO = "people、organizations 或 others"
_ROLES = "谁揭牌、谁见证写在 roles 里：role 写做了什么，people、organizations 写编号"
_JOINED = "{}的日期写在作出决定的那次会议里；没有会议记录的，写在 memberships 的那一条里"
_FOLLOWS = "落实的是会上哪一项，写在 follows 里，每项一行，写成 会议编号/事项编号"
# A model, fields that it does not have, and where what is written there belongs.
_FIELDS: tuple[tuple[type[Model], str, str], ...] = (
    (Signing, "count measure total", "只写了几家的，写在 others 里，例如 11家成员单位"),
    (Signing, "people", "谁签的字写在 roles 里：role 写签约，people 写编号"),
    (Award, "people organizations others receiver", f"获得者写在 receivers 下面：{_WHO}"),
    (Award, "giver by", f"授予者写在 givers 下面：{_WHO}"),
    (Appointment, "people organizations others person", f"任职者写在 holders 下面：{_WHO}"),
    (Appointment, "body", "在哪个组织任职，写在 organization 里"),
    (Launch, "listings", "写 type: activity，category: 发布清单，listings 里写清单的编号"),
    (Launch, "outcomes outcome", "发布的不是品牌，写 type: activity，category 写哪一种，outcomes 里写成果的编号"),
    (Launch, "organization organizations people others", _ROLES),
    (Founding, "organizations people others", _ROLES),
    (Unveiling, "organizations people others", _ROLES),
    (Decision, "organizations body", "加入写在 admits 里，退出写在 releases 里：先写 body，再写 organizations"),
    (Decision, "count in_favour against abstained", "票数写在 votes 里，例如 in_favour: 46"),
    (Party, "person", "写在 people 里，每位一行"),
    (Party, "organization unit", "写在 organizations 里，每家一行"),
    (Party, "name group", "没有写姓名或名称的写在 others 里，每项一行"),
    (Entry, "organizations", "提出或提供的单位写在 organization 里，只写一家；认领的各家写在 claimed_by 里"),
    (Entry, "people", "条目只写单位，不写个人"),
    (Entry, "decided decision item items meeting", _FOLLOWS),
    (FollowUp, "item decision follows", "是会上哪一项的结果，写在 items 里，每项一行，写成 会议编号/事项编号"),
    (FollowUp, "entry project listing listings", "是清单里哪一条的进展或结果，写在 entries 里，写成 清单编号/条目编号"),
    (FollowUp, "outcome", "写在 outcomes 里，每项一行，写编号"),
    (Organization, "until", _JOINED.format("退出")),
    (Organization, "since", _JOINED.format("加入")),
    (Organization, "members", "成员写在作出决定的那次会议里；没有会议记录的，写在各单位自己的 memberships 里"),
    (Meeting, "votes", "表决写在那一项决定里，与 motion 对齐"),
    (Meeting, "people", "出席的人写在 attendance 下面的 people 里"),
    (Attendance, "count", "总人数写 total；一个群体的数目写在 groups 的那一项里"),
)
_BELONGS = {(model, name): said for model, names, said in _FIELDS for name in names.split()}
# A field, and how to write it where a single value is written in place of its fields.
_MAPPINGS = {
    "votes": "票数写在 votes 下面，例如 in_favour: 46；只有一句话的，写 wording: 全票通过",
    "roles": "写成 - role: 揭牌，下一行对齐写 people、organizations 或 others",
    **dict.fromkeys(("receivers", "givers", "holders", "leaving"), f"写在下面：{_WHO}"),
}

# Words that describe people without naming one, and units that are counted and not named.
_PEOPLE = re.compile(
    "代表|居民|群众|市民|青年|党员|志愿者|学生|师生|教师|职工|老人|嘉宾|负责人|们$|等$|[0-9余多近]+[人名位]"
)
_UNITS = re.compile("[0-9余多近数几百十]+[家个所]|单位$|企业$|各方$|等$")


def for_type(word: str) -> str:
    """Return how to write what an editor calls an item of an agenda; empty where there is no telling."""
    word = word.strip().lower()
    if word in MANNERS and word != "其他":
        return f"写 type: appointment，manner: {word}"
    if word in get_args(Occasion) and word != "其他":
        return f"写 type: activity，category: {word}"
    return next((advice for pattern, advice in _TYPES if re.search(pattern, word)), "")


def for_field(models: Iterable[type[Model]], name: str) -> str:
    """Return where a field belongs that none of the models has; empty where there is no telling."""
    for model in models:
        if model is Role and not name.isascii():
            return f"写成 role: {name}，下一行对齐写 {_WHO}"
        if said := next(filter(None, (_BELONGS.get((one, name), "") for one in model.__mro__)), ""):
            return said
    return ""


def for_value(name: str, word: str) -> str:
    """Return how to say what an editor wrote as the value of a field that has fields, or one of a few words."""
    # Of one mind they may be to wait, too.
    if name == "result" and re.fullmatch("(?:经)?(?:全票|全体|一致|多数|鼓掌|举手|表决)+(?:表决|同意|通过)+", word):
        return f"写 result: 通过，“{word}”写在 votes 的 wording 里"
    return _MAPPINGS.get(name, "")


def for_name(kind: str, path: FieldPath, word: str) -> str:
    """Return where somebody belongs whom the source does not name, and who was written as if it did."""
    if kind == "people" and "、" in word:
        return "每项写一位；两位说的，分开写成两项" if path[-1] == "speaker" else "每位一行"
    pattern = {"people": _PEOPLE, "organizations": _UNITS}.get(kind)
    if not pattern or not pattern.search(word):
        return ""
    steps = [step for step in path if isinstance(step, str)]
    if steps[-1] == "speaker":
        return f"来源没有写姓名的，不写 speaker，改写 group: {word}"
    if steps[:1] == ["attendance"]:
        return f"来源没有写名称的，写在 attendance 的 groups 里，name: {word}"
    if steps[:1] == ["agenda"] and (len(steps) > 2 or kind == "organizations"):
        return f"来源没有写名称的，照来源写在 others 里：{word}"
    return ""
