"""What sources count of a body's members without naming them all: who came to a meeting, who joined at one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.naming import item_title
from ..markup.routes import item_route
from ..records.decisions import Decision, Joining
from ..records.meetings import Meeting
from .parts import DateView, Link, date_view, link_to


@dataclass(frozen=True)
class CountView:
    """How many units a source counts among a body's members, by who of them came to a meeting."""

    date: DateView
    text: str
    """Who came, and how many: 46家成员单位负责人."""
    number: int
    """How many there were surely."""
    unlisted: bool
    """Whether fewer members are on record."""
    meeting: Link


@dataclass(frozen=True)
class UnnamedView:
    """That at a meeting more units entered or left a body than the source names."""

    date: DateView
    text: str
    """Who did what, and how many: 加入，共11家，写明名称的3家."""
    item: Link


def count_views(archive: Archive, body: str) -> tuple[CountView, ...]:
    """Return what sources count of a body's members, the oldest first."""
    recorded = len({membership.unit for membership in archive.members_of.get(body, ())})
    found = []
    for backlink in archive.backlinks_to("organizations", body, "attendance.groups.body"):
        meeting = archive.of(Meeting)[backlink.origin[1]]
        group = meeting.attendance.groups[backlink.place(2)]
        if group.count is not None:
            link = link_to(archive, "meetings", meeting.id)
            is_more = group.count.least > recorded
            view = CountView(date_view(meeting.date), group.line, group.count.least, is_more, link)
            found.append(((meeting.date, meeting.id, backlink.path), view))
    return tuple(view for _, view in sorted(found, key=lambda one: one[0]))


def unnamed_views(archive: Archive, body: str) -> tuple[UnnamedView, ...]:
    """Return where sources count who entered or left a body and do not name all, the oldest first."""
    roles = ("agenda.body", "agenda.admits.body", "agenda.releases.body")
    found: dict[tuple[str, int], None] = {}
    for backlink in archive.backlinks_to("organizations", body, *roles):
        found[backlink.origin[1], backlink.place(1)] = None
    meetings = archive.of(Meeting)
    ordered = sorted(found, key=lambda one: (meetings[one[0]].date, *one))
    return tuple(view for one in ordered for view in _unnamed(archive, meetings[one[0]], one[1], body))


def _unnamed(archive: Archive, meeting: Meeting, place: int, body: str) -> Iterator[UnnamedView]:
    item = meeting.agenda[place]
    for change in item.effective if isinstance(item, Decision | Joining) else ():
        members = change.members
        if members.body == body and members.counted:
            named = f"写明名称的{len(members.organizations)}家" if members.organizations else "都没有写明名称"
            link = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
            yield UnnamedView(date_view(meeting.date), f"{change.verb}，{members.counted}，{named}", link)
