"""What somebody had to do with each meeting: convened it, attended, was admitted, founded, spoke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive, Backlink
from ..markup.routes import item_route
from ..records.agenda import Activity
from ..records.ceremonies import Founding, Signing, Unveiling
from ..records.decisions import Decision
from ..records.meetings import Meeting
from ..records.speeches import Speech
from .parts import DateView, Link, date_view, link_to

# What a decision was for the organization that stands at a place in it.
_VERBS: dict[tuple[str | int, str | int], str] = {
    ("admits", "organizations"): "加入",
    ("releases", "organizations"): "退出",
    ("admits", "body"): "吸收成员",
    ("releases", "body"): "成员退出",
}


@dataclass(frozen=True)
class PartView:
    """What an organization did at a meeting: 召开, 出席 (by whom), 成立, 揭牌 …"""

    text: str
    link: Link | None = None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting and the parts that an organization had in it."""

    meeting: Link
    date: DateView
    parts: tuple[PartView, ...]


def meeting_rows(archive: Archive, identifier: str) -> Iterator[MeetingRow]:
    """Yield the meetings in which a unit had a part, newest first."""
    parts: dict[str, dict[PartView, None]] = {}
    for backlink in archive.backlinks_to("organizations", identifier):
        if backlink.origin[0] == "meetings" and backlink.role != "text":
            meeting = archive.of(Meeting)[backlink.origin[1]]
            of_meeting = parts.setdefault(meeting.id, {})
            if part := _part(archive, meeting, backlink):
                of_meeting[part] = None
    rows = [(archive.of(Meeting)[meeting_id], tuple(of_meeting)) for meeting_id, of_meeting in parts.items()]
    for meeting, had in sorted(rows, key=lambda row: (row[0].date, row[0].id), reverse=True):
        yield MeetingRow(link_to(archive, "meetings", meeting.id), date_view(meeting.date), had)


def _part(archive: Archive, meeting: Meeting, backlink: Backlink) -> PartView | None:
    path = backlink.path
    if path[0] == "organizers":
        return PartView("召开")
    if path[0] == "body":
        return PartView("召集")
    if path[0] == "attendance":
        return _attended(archive, meeting, backlink)
    return _part_in(archive, meeting, backlink)


def _attended(archive: Archive, meeting: Meeting, backlink: Backlink) -> PartView:
    """Return who attended of a unit, as far as the source says it."""
    part, field = backlink.path[1], backlink.path[-1]
    if part == "organizations":
        return PartView("出席")
    if part == "groups":
        line = meeting.attendance.groups[backlink.place(2)].line
        return PartView(f"成员到会：{line}" if field == "body" else f"出席：{line}")
    return PartView("出席：", link_to(archive, "people", meeting.attendance.people[backlink.place(2)].person))


def _part_in(archive: Archive, meeting: Meeting, backlink: Backlink) -> PartView | None:
    """Return what a unit had to do with an item of an agenda."""
    item = meeting.agenda[backlink.place(1)]
    match item:
        case Decision():
            verb = _VERBS[backlink.path[2], backlink.path[4]]
            result = "" if item.passed else f"（{item.result}）"
            return PartView(f"{verb}{result}：", Link(item.motion, item_route(meeting.id, item.id)))
        case Founding():
            return PartView("成立")
        case Unveiling():
            return PartView("揭牌")
        case Signing():
            return PartView("签署：", Link(item.document, item_route(meeting.id, item.id)))
        case Activity():
            return PartView(f"{item.name}：", Link(item.title, item_route(meeting.id, item.id)))
        case Speech():
            return PartView("发言：", link_to(archive, "people", item.speaker))
    return None
