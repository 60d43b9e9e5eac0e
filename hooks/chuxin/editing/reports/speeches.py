"""Who spoke: 某某作交流发言。某某表示，…… → statements, remarks and reports, of which the editor writes the text.

What a report says of a speech is its reporter's summary or a quotation, it does not say which: a draft presents it as
neither. It stands in comments, and `form` is 概述, as whatever the editor writes of it in words of his own will be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...records.wording import GAP
from .attendance import attendee
from .people import Somebody, row
from .tagging import OUTCOME, UNIT, Tagged
from .taken import Taken, Unknown

# Where what somebody said stands when the report does not say what sort of speech it was.
SAID = ("agenda", "said")
_ADVERB = (
    f"(?:在会上|在会议上|会上|现场|分别|先后|依次|随后|接着|最后|首先|也|还|代表{UNIT}(?:、{UNIT})*|代表(?:大家|各方|与会人员)"
    "|结合[^，。]{1,20}|围绕[^，。]{1,20}|就[^，。]{1,20}){0,2}"
)
_NOUNS = "发言|讲话|致辞|分享|点评|解读|汇报|演讲|宣讲|通报|报告"
_SPOKE = re.compile(
    rf"(?P<who>[^，。：]{{1,120}}?){_ADVERB}(?:"
    rf"(?:作|做|进行|发表)了?(?:[^，。：{OUTCOME}《》]{{0,12}}?)(?P<noun>{_NOUNS})(?:并[^，。]{{1,20}})?"
    rf"|(?:(?:出席|参加)(?:了)?(?:会议|大会|活动|仪式|座谈会|论坛)?并)?(?P<bare>讲话|致辞|发言)"
    rf"|(?:汇报|介绍|报告)了?(?:课题|研究|成果|课题成果)*(?P<outcome>{OUTCOME})(?:的[^，。]{{1,20}})?"
    r")[。！]?"
)
_SAID = re.compile(
    rf"(?P<who>[^，。：“”]{{1,120}}?){_ADVERB}(?P<verb>表示|指出|强调|认为|提出|谈到|坦言|介绍说|介绍道|介绍|建议|希望|说|要求)"
)
_LONGEST = 300
# Whoever may say it.
_SAYING = re.compile("表示|指出|强调|认为|提出|谈到|坦言|介绍|建议|希望|说|要求|呼吁|期待|寄语|看来")
# The capacity in which somebody speaks, and not a post.
_CAPACITY = re.compile("[^、]{0,30}代表")


def speeches(tagged: Tagged, sentence: int) -> Iterator[Taken | Unknown]:
    """Yield who spoke, as far as one sentence says it, with the words that say so."""
    for start, end in tagged.clauses():
        if end - start > _LONGEST:
            continue
        if match := _SPOKE.fullmatch(tagged.signs, start, end):
            kind = (
                "report" if match["outcome"] else "remarks" if "讲话" in (match["noun"], match["bare"]) else "statement"
            )
            yield from _spoken(tagged, match, kind, sentence, tagged.original(start, end))
        elif match := _SAID.match(tagged.signs, start, end):
            yield from _spoken(tagged, match, "statement", sentence, tagged.original(0, match.end()))
            # What follows is said by somebody.
            return


def told_until(tagged: Tagged) -> int:
    """Return where a sentence begins to report what somebody said: at its end when it does not."""
    return next((span[0] for span in tagged.clauses() if _SAYING.search(tagged.signs, *span)), len(tagged.signs))


def _spoken(tagged: Tagged, match: re.Match[str], kind: str, sentence: int, words: str) -> Iterator[Taken | Unknown]:
    named = row(tagged, *match.span("who"))
    speakers = len(named.people) + len(named.groups)
    if not named.is_whole or named.units or any(one.is_total for one in named.groups):
        return
    if speakers > 1 and (kind != "statement" or match.re is _SAID):
        return
    path = SAID if match.re is _SAID else ("agenda",)
    for one in named.people:
        if not one.identifier:
            yield Unknown("people", one.name, sentence)
            continue
        value: dict[str, Any] = {"type": kind, "speaker": one.identifier, **_standing(one)}
        if match.groupdict().get("outcome"):
            value["outcome"] = tagged.ids(*match.span("outcome"), OUTCOME)[0]
        yield Taken(path, value | {"form": "概述", "text": GAP}, sentence, words)
    for group in named.groups if kind == "statement" else ():
        called = f"{group.count}{group.measure}{group.name}"
        yield Taken(path, {"type": kind, "group": called, "form": "概述", "text": GAP}, sentence, words)


def _standing(one: Somebody) -> dict[str, Any]:
    """Return the unit, the posts and the capacity in which somebody speaks."""
    capacities = [title for _, title in one.posts if _CAPACITY.fullmatch(title)]
    posts = [post for post in one.posts if not _CAPACITY.fullmatch(post[1])]
    value = attendee(Somebody(one.identifier, one.name, one.unit, posts))
    return value | ({"capacity": capacities[0]} if len(capacities) == 1 else {})
