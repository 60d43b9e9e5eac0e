"""What somebody had to do with each meeting: convened it, attended, was admitted, founded, spoke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..archive.linking import Archive, Backlink
from ..archive.naming import item_title
from ..markup.routes import item_route, statement_id
from ..records.ceremonies import Award, Founding, Signing, Unveiling
from ..records.decisions import Decision, Joining
from ..records.items import Ceremony
from ..records.meetings import Meeting
from ..records.offices import Appointment
from ..records.speeches import Speech
from .parts import DateView, Link, date_view, link_to, speaker_link

# What a decision was for the organization that stands at a place in it.
_CHANGES: dict[tuple[str | int, str | int], str] = {
    ("admits", "organizations"): "加入",
    ("releases", "organizations"): "退出",
    ("admits", "body"): "吸收成员",
    ("releases", "body"): "成员退出",
}
# What another item was for who stands in one of its fields, where the item's own name does not say it.
_VERBS: dict[tuple[type, str], str] = {
    (Joining, "body"): "吸收成员：",
    (Appointment, "leaving"): "卸任：",
    (Founding, "organization"): "成立",
    (Unveiling, "organization"): "揭牌",
    (Signing, "organizations"): "签署：",
    (Award, "receivers"): "获得：",
}


@dataclass(frozen=True)
class PartView:
    """What an organization did at a meeting: 召开, 出席 (by whom), 成立, 揭牌 …"""

    text: str
    link: Link | None = None

    @property
    def word(self) -> str:
        """What it was, without whom or what it concerned."""
        return self.text.partition("：")[0]


@dataclass(frozen=True)
class MeetingRow:
    """A meeting and the parts that an organization had in it."""

    meeting: Link
    date: DateView
    parts: tuple[PartView, ...]


def meeting_rows(archive: Archive, kind: str, identifier: str, *shown: str) -> Iterator[MeetingRow]:
    """Yield the meetings in which a unit or a person had a part, newest first; without the roles that are `shown`.

    What was said is left out: it stands in lists of its own, with its meeting.
    """
    parts: dict[str, dict[PartView, None]] = {}
    for meeting, backlink in taking_part(archive, kind, identifier, *shown):
        of_meeting = parts.setdefault(meeting.id, {})
        of_meeting[part(archive, meeting, backlink)] = None
    rows = [(archive.of(Meeting)[meeting_id], tuple(of_meeting)) for meeting_id, of_meeting in parts.items()]
    for meeting, had in sorted(rows, key=lambda row: (row[0].date, row[0].id), reverse=True):
        yield MeetingRow(link_to(archive, "meetings", meeting.id), date_view(meeting.date), had)


def taking_part(archive: Archive, kind: str, identifier: str, *shown: str) -> Iterator[tuple[Meeting, Backlink]]:
    """Yield the meetings where a unit or a person did something but speak, each as often as it is named there."""
    for backlink in archive.backlinks_to(kind, identifier):
        if backlink.origin[0] == "meetings" and backlink.role not in ("text", *shown):
            meeting = archive.of(Meeting)[backlink.origin[1]]
            if not _is_said(meeting, backlink):
                yield meeting, backlink


def _is_said(meeting: Meeting, backlink: Backlink) -> bool:
    return backlink.path[0] == "agenda" and isinstance(meeting.agenda[backlink.place(1)], Speech)


def part(archive: Archive, meeting: Meeting, backlink: Backlink) -> PartView:
    """Return what somebody whom a field of a meeting's record names had to do with it."""
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


def _part_in(archive: Archive, meeting: Meeting, backlink: Backlink) -> PartView:
    """Return what somebody had to do with an item of an agenda."""
    item, path = meeting.agenda[backlink.place(1)], backlink.path
    link = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
    if isinstance(item, Ceremony) and path[2] == "roles":
        return PartView(f"{item.roles[backlink.place(3)].role}：", link)
    if isinstance(item, Speech):
        return PartView("发言：", speaker_link(archive.statements[statement_id(meeting.id, item.id)]))
    if isinstance(item, Decision):
        result = "" if item.passed else f"（{item.result}）"
        return PartView(f"{_CHANGES[path[2], path[4]]}{result}：", replace(link, text=item.motion))
    if isinstance(item, Signing | Award):
        link = replace(link, text=item.document if isinstance(item, Signing) else item.award)
    verb = _VERBS.get((type(item), str(path[2])), f"{item.name}：")
    return PartView(verb, link) if verb.endswith("：") else PartView(verb)
