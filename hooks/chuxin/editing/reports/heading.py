"""When, where and by whom a meeting was held, and what it is called: 7月6日下午，某街道召开某某推进会暨某某联席会议。

The first sentence that says that a meeting was held says all of it, or it stays unknown. A day without a year gets none
from anywhere but from the same day with its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...words.dates import PartialDate
from ...words.quantities import Quantity
from .tagging import UNIT, Tagged
from .taken import Taken

_NUMBER = "[0-9０-９〇零○一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?:(?P<year>{_NUMBER}{{4}})年)?(?P<month>{_NUMBER}{{1,3}})月(?P<day>{_NUMBER}{{1,3}})[日号]"
    r"|(?P<plain>[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})"
)
# A number without its unit is part of something else: 20231107月6日.
_TIME = re.compile(
    "[日号]?(?:（[^）]{1,6}）)?[ ，]?(?P<time>(?:上午|下午|晚上|晚间|傍晚|中午|早上)"
    "(?:[0-9]{1,2}(?:[:：][0-9]{2}|[点时](?:[0-9]{1,2}分|半)?))?)"
)
_KINDS = (
    "会议|大会|联席会|推进会|座谈会|论坛|例会|年会|启动会|发布会|交流会|研讨会|"
    "恳谈会|理事会|动员会|总结会|分享会|议事会|听证会|仪式"
)
_UNITS = f"{UNIT}(?:(?:、|和|与|及|以及|会同|联合){UNIT}){{0,30}}"
_HOW = "(?:联合|共同|隆重|顺利|正式|成功|如期|今天|今日|在线|线上)*"
_WHERE = r"在(?P<venue>[^，。、]{1,40}?)"
# The name may be, or end with, one that the archive knows.
_NAME = rf"(?P<name>[^，。；]{{0,80}}?(?:{_KINDS}|{UNIT}))"
# 某街道召开某会 · 由某街道主办的某会在某地举行 · 某会在某地召开
_HELD = (
    re.compile(
        rf"(?:由)?(?P<units>{_UNITS})?{_HOW}(?:{_WHERE})?{_HOW}(?:召开|举行|举办|组织召开|主办)了?{_NAME}[。！]?"
    ),
    re.compile(
        rf"由(?P<units>{_UNITS}){_HOW}(?:主办|举办|召开)的{_NAME}{_HOW}(?:{_WHERE})?{_HOW}(?:召开|举行|举办|开幕)[。！]?"
    ),
    re.compile(rf"{_NAME}{_HOW}(?:{_WHERE})?{_HOW}(?:召开|举行|举办|开幕)[。！]?"),
)
_UNKNOWN_UNIT = re.compile(
    rf"(?P<units>[^，。在了]{{2,30}}?){_HOW}(?:{_WHERE})?{_HOW}(?:召开|举行|举办)了?{_NAME}[。！]?"
)
_PLACES = (
    "室|厅|楼|馆|中心|广场|学校|大学|学院|小学|中学|医院|校区|"
    "礼堂|剧场|号|园|院|街道|站|所|基地|酒店|宾馆|公司|层|会场|会议室|空间|书房|驿站"
)
# More than a word for what sort of meeting it was.
_NAMED = re.compile(rf"(?=.{{5}})[^的]*?(?:{_KINDS})")
_WRAPPED = re.compile("^“([^“”]*)”$")
# The day on which somebody heard of it is not the day on which it was.
_HEARD, _RECENTLY = re.compile("获悉|据悉|据了解|据介绍"), re.compile("日前|近日|近期")
_ORDINAL = re.compile(r"第(?P<number>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})次")
_OF_A_YEAR = re.compile(r"(?:第[0-9一二三四五六七八九十百]{1,5}[次届]|[0-9]{4}年(?:度)?)")
_SUBJECT = re.compile(r"(?:一场|一次|了)?以.{1,60}为主题的|(?:一场|一次)")


@dataclass(frozen=True)
class Heading:
    """What a report says of a meeting as a whole; `day` is a day without its year, as it stands there."""

    taken: Sequence[Taken]
    names: tuple[str, ...] = ()
    day: str = ""


def heading(report: Sequence[Tagged], stated: Sequence[Tagged | None], bodies: Mapping[str, str]) -> Heading:
    """Return what a report says of its meeting as a whole: the first of the sentences that state something.

    `bodies` are the ids of what is convened, by their names.
    """
    for number, tagged in enumerate(stated):
        if tagged is None or _HEARD.search(tagged.text):
            continue
        for index, (start, end) in enumerate(spans := tagged.clauses()):
            match = _held(tagged, start, end)
            name = tagged.original(*match.span("name")) if match else ""
            if match and (names := _names(name)):
                before = tagged.original(0, match.start("name"))
                taken = [*_of_meeting(tagged, match, names, number, bodies, spans[0][0] if index else start)]
                dates, day = _date(report, number, before)
                return Heading([*dates, *taken], names, day)
    return Heading(())


def _held(tagged: Tagged, start: int, end: int) -> re.Match[str] | None:
    if end - start > 300:
        return None
    patterns = (*_HELD, _UNKNOWN_UNIT)
    return next(
        (match for one in patterns if (match := one.fullmatch(tagged.signs, *_without_date(tagged, start, end)))), None
    )


def _without_date(tagged: Tagged, start: int, end: int) -> tuple[int, int]:
    """Return a clause without the date that it begins with."""
    date = _DATE.match(tagged.signs, start, end)
    time = _TIME.match(tagged.signs, date.end(), end) if date else None
    return (time or date).end() if date else start, end


def _names(name: str) -> tuple[str, ...]:
    """Return the names of a meeting, none when it is only said what sort of meeting it was."""
    if subject := _SUBJECT.match(name):
        name = name[subject.end() :]
    names = tuple(_WRAPPED.sub(r"\1", one) for one in name.split("暨"))
    return names if all(_NAMED.fullmatch(one) for one in names) else ()


def _of_meeting(
    tagged: Tagged, match: re.Match[str], names: tuple[str, ...], number: int, bodies: Mapping[str, str], start: int
) -> Iterator[Taken]:
    words = tagged.original(start, match.end())
    for name in names:
        yield Taken(("names",), name, number, words)
    ordinals = {one["number"] for name in names for one in _ORDINAL.finditer(name)}
    if len(ordinals) == 1:
        yield Taken(("number",), str(Quantity.parse(ordinals.pop()).number), number, words)
    groups = match.groupdict()
    if groups.get("venue") and re.search(f"(?:{_PLACES})$", tagged.original(*match.span("venue"))):
        yield Taken(("venue",), tagged.original(*match.span("venue")), number, words)
    if groups.get("units"):
        for unit in tagged.ids(*match.span("units"), UNIT):
            yield Taken(("organizers",), unit, number, words)
    convened = {bodies[plain] for name in names if (plain := _plain(name, bodies))}
    if len(convened) == 1:
        yield Taken(("body",), convened.pop(), number, words)


def _plain(name: str, bodies: Mapping[str, str]) -> str | None:
    """Return the name of the body that a meeting is called by: 2023年度某联席会议 is one of 某联席会议."""
    plain = _OF_A_YEAR.sub("", name)
    return next((one for one in (name, plain) if one in bodies), None)


def _date(report: Sequence[Tagged], number: int, before: str) -> tuple[list[Taken], str]:
    """Return the date in front of a meeting's name, and the time of day; or the day, when its year is nowhere."""
    found = list(_DATE.finditer(before))
    if len({match[0] for match in found}) != 1 or _RECENTLY.search(before):
        return [], ""
    match = found[0]
    date = (
        PartialDate.guess(match["plain"] or match[0].replace("号", "日")) if match["year"] or match["plain"] else None
    )
    taken = []
    if date is None and not match["year"] and not match["plain"]:
        same = _same_day(report, match[0].replace("号", "日"))
        if same is None:
            return _time(before, match, number), match[0]
        date, where, words = same
        taken.append(Taken(("date",), str(date), where, words))
    elif date:
        taken.append(Taken(("date",), str(date), number, before.strip("，")))
    return [*taken, *_time(before, match, number)], "" if date else match[0]


def _time(before: str, match: re.Match[str], number: int) -> list[Taken]:
    time = _TIME.match(before, match.end())
    return [Taken(("time",), time["time"], number, before.strip("，"))] if time else []


def _same_day(report: Sequence[Tagged], day: str) -> tuple[PartialDate, int, str] | None:
    """Return the date of a day, from where the report has it with its year; None when it has two, or none."""
    dates: dict[PartialDate, tuple[int, str]] = {}
    for number, tagged in enumerate(report):
        for match in _DATE.finditer(tagged.text):
            date = PartialDate.guess(match["plain"] or match[0].replace("号", "日"))
            if date and PartialDate.guess(f"{date.year}年{day}") == date:
                dates.setdefault(date, (number, match[0]))
    if len(dates) != 1:
        return None
    date, (number, words) = dates.popitem()
    return date, number, words
