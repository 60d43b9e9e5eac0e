"""What sources count of a body's members without naming them all: who came to a meeting, who joined at one."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive, Backlink
from ..archive.naming import item_title
from ..markup.routes import item_route
from ..records.decisions import Decision, Joining, MembershipChange, Verb
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
    said: str
    """How many, as the source says it: 46家."""
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
            said = f"{group.count}{group.measure or ''}"
            view = CountView(date_view(meeting.date), group.line, group.count.least, said, is_more, link)
            found.append(((meeting.date, meeting.id, backlink.path), view))
    return tuple(view for _, view in sorted(found, key=lambda one: one[0]))


def unnamed_views(archive: Archive, body: str) -> tuple[UnnamedView, ...]:
    """Return where sources count who entered or left a body and do not name all, the oldest first."""
    roles = ("agenda.body", "agenda.admits.body", "agenda.releases.body")
    links = archive.backlinks_to("organizations", body, *roles)
    meetings = archive.of(Meeting)
    links.sort(key=lambda link: (meetings[link.origin[1]].date, link.origin[1], link.path[1]))
    return tuple(view for link in links if (view := _unnamed(archive, meetings[link.origin[1]], link)))


def _unnamed(archive: Archive, meeting: Meeting, link: Backlink) -> UnnamedView | None:
    item = meeting.agenda[link.place(1)]
    if isinstance(item, Decision) and item.passed:
        verb: Verb = "加入" if link.path[2] == "admits" else "退出"
        members: MembershipChange = getattr(item, str(link.path[2]))[link.place(3)]
    elif isinstance(item, Joining):
        verb, members = "加入", item
    else:
        return None
    if not members.counted:
        return None
    named = f"写明名称的{len(members.organizations)}家" if members.organizations else "都没有写明名称"
    to_item = Link(item_title(archive, meeting, item), item_route(meeting.id, item.id))
    return UnnamedView(date_view(meeting.date), f"{verb}，{members.counted}，{named}", to_item)
