"""Who was there, and who was in the chair: 某某、某某，各居民区书记等80余人参加会议。会议由某某主持。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from .people import Group, Row, Somebody, row
from .tagging import Tagged
from .taken import Taken, Unknown

# What tells when or where, and not who.
_ADVERBIAL = re.compile(r"[^，]{0,40}(?:日|上午|下午|晚上|晚间|中午|会上|现场|时许|时|分)，|(?:会上|现场|当天|当日)")
_CAME = re.compile(
    r"(?:应邀|受邀|共同|一同|一起|现场|分别|悉数|均|也|都)*(?:出席|参加|到会|参会|与会|莅临|列席)了?(?:本次|此次|这次)?"
    r"(?P<object>(?:会议|大会|活动|仪式|论坛|座谈会|推进会|联席会议)(?![^，。！]*[活议]))?(?P<special>[^，。并]{2,30}?)?"
    r"(?P<and>，?并[^，。]{1,12})?(?=[，。！；]|$)"
)
_LIST = re.compile(r"(?:出席|参加)(?:会议|大会|活动|仪式)?的(?:领导|嘉宾|人员|单位)?(?:还|主要)?(?:有|包括)：?")
_NOT_THERE = re.compile("[未没缺]|因[病故事]|委托|受托|请假|邀请函|的(?:同志|人员|单位)?$")
_CHAIR = re.compile(
    "(?:会议|大会|活动|仪式|座谈会|论坛|推进会|联席会议)?由(?P<by>[^。！]{1,80})主持(?:召开)?[。！]?"
    "|(?P<who>[^。！]{1,80})主持(?:了)?(?:本次|此次)?(?:会议|大会|活动|仪式|座谈会|论坛)?[。！]?"
)


def attendance(tagged: Tagged, sentence: int, names: Sequence[str]) -> Iterator[Taken | Unknown]:
    """Yield who attended, as far as one sentence says it. `names` are those of the meeting.

    Of a row that is not understood to its end, people are taken when it says that they attended the meeting.
    """
    found = _attending(tagged, names)
    if not found or _NOT_THERE.search(tagged.signs, *found[:2]):
        return
    start, end, names_the_meeting = found
    named, words = row(tagged, start, end), tagged.original(start, end)
    if named.is_whole or names_the_meeting:
        yield from _people(named, sentence, words)
    if named.is_whole:
        for unit in named.units:
            yield Taken(("attendance", "organizations"), unit, sentence, words)
        for group in named.groups:
            yield _group(group, sentence, words)


def chair(tagged: Tagged, sentence: int) -> Iterator[Taken | Unknown]:
    """Yield who was in the chair."""
    for start, end in tagged.clauses():
        match = _CHAIR.fullmatch(tagged.signs, start, end)
        if not match:
            continue
        named = row(tagged, *match.span("by" if match["by"] else "who"))
        if len(named.people) == 1 and named.is_whole and not named.units and not named.groups:
            yield from _people(named, sentence, tagged.original(start, end), role="主持")


def attendee(somebody: Somebody) -> dict[str, Any]:
    """Return what an attendance or a speech says of a person: the unit and the posts."""
    value: dict[str, Any] = {"organization": somebody.unit} if somebody.unit else {}
    posts = [
        {"title": title, "organization": unit} if unit and unit != somebody.unit else title
        for unit, title in somebody.posts
    ]
    return value | ({"posts": posts} if posts else {})


def _attending(tagged: Tagged, names: Sequence[str]) -> tuple[int, int, bool] | None:
    """Return from where to where a row of those goes who came, and whether the meeting is named to which they did."""
    signs = tagged.signs
    if match := _LIST.search(signs):
        return match.end(), len(signs.rstrip("。！")), True
    match = _CAME.search(signs)
    if not match:
        return None
    special = tagged.original(*match.span("special")) if match["special"] else ""
    if special and not any(special in name for name in names):
        return None
    start = 0
    while (comma := signs.find("，", start, match.start())) > 0:
        clause = tagged.original(start, comma)
        if not _ADVERBIAL.fullmatch(signs, start, comma + 1) and not any(name in clause for name in names):
            break
        start = comma + 1
    if before := _ADVERBIAL.match(signs, start):
        start = before.end()
    return start, match.start(), bool(special or match["object"])


def _people(named: Row, sentence: int, words: str, **more: str) -> Iterator[Taken | Unknown]:
    for one in named.people:
        if one.identifier:
            value = {"person": one.identifier, **attendee(one), **more}
            yield Taken(("attendance", "people"), value, sentence, words)
        else:
            yield Unknown("people", one.name, sentence)


def _group(group: Group, sentence: int, words: str) -> Taken:
    if group.is_total:
        return Taken(("attendance", "total"), group.count, sentence, words)
    counted = {"count": group.count, "measure": group.measure} if group.count else {}
    return Taken(("attendance", "groups"), {"name": group.name, **counted}, sentence, words)
