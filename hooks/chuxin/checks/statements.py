"""What was said at meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems.problems import Problem
from ..records.meetings import Meeting
from ..records.organizations import Organization
from .inspection import Inspection

# Words with which somebody else begins to tell what a speaker said; speakers do not begin like that themselves.
_TELLING = "介绍|表示|谈到|指出|强调|汇报|提到|肯定了|回顾了|分享了|阐述了|分析了|总结了|呼吁"
_TOLD = re.compile(rf"[\s*_>-]*(?:(?:他|她|其|发言人|汇报人)(?:还|并)?)?(?:{_TELLING})(?!我)")


def statements_have_their_own_address(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no two meetings give the same address to a statement."""
    first: dict[str, str] = {}
    # In the order of the files: the later one is told.
    for meeting in inspection.loaded.of(Meeting):
        for statement in inspection.archive.statements_at[meeting]:
            if first.setdefault(statement.id, meeting) != meeting:
                message = f"发言的地址 “{statement.id}” 与会议 {first[statement.id]} 的发言相同"
                yield Problem(inspection.span("meetings", meeting, "id"), "E305", message, "给其中一篇发言换一个编号")


def statements_say_what_was_said(inspection: Inspection) -> Iterator[Problem]:
    """Ensure a statement has a text, unless nobody has published what was said."""
    for statement in inspection.statements:
        item = statement.item
        if item.is_published == bool(item.text):
            continue
        field = "form" if item.is_published else "text"
        span = inspection.span("meetings", statement.meeting.id, "agenda", statement.position, field)
        if item.is_published:
            message = f"标为{item.form}，却没有写内容（text）"
            hint = "写上说了什么；来源没有写说了什么，form 改成 未见公开"
        else:
            message = f"标为{item.form}，却写了内容"
            hint = "来源写了说了什么，form 就写 概述；没有写，就删去 text"
        yield Problem(span, "E318", message, hint)


def summaries_are_not_called_originals(inspection: Inspection) -> Iterator[Problem]:
    """Ensure what tells of a statement in the third person is not marked as the speaker's own words."""
    for statement in inspection.statements:
        item = statement.item
        text = item.text or ""
        told = _TOLD.match(text) or text.lstrip("*_ ").startswith(statement.speaker)
        if item.verbatim and told:
            span = inspection.span("meetings", statement.meeting.id, "agenda", statement.position, "form")
            message = f"标为{item.form}，读起来却是在转述"
            yield Problem(span, "W316", message, "用自己的话写的是概述；确是发言人的原话，可以不改")


def members_speak_for_a_body(inspection: Inspection) -> Iterator[Problem]:
    """Ensure that of a statement made as a member it is said which unit is a member of what."""
    organizations = inspection.archive.of(Organization)
    for statement in inspection.statements:
        item = statement.item
        # A unit that did not load may well be a body.
        for_body = any(one not in organizations or organizations[one].is_body for one in item.on_behalf_of)
        if item.as_member and not (for_body and item.organization):
            span = inspection.span("meetings", statement.meeting.id, "agenda", statement.position, "capacity")
            message = f"身份是“{item.capacity}”，却没有写是哪个单位、哪个组织的成员"
            hint = "单位写在 organization，所代表的联席会议、联盟或基地写在 on_behalf_of"
            yield Problem(span, "W317", message, hint)
