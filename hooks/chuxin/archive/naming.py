"""What things are called whose names take other records: statements, items of an agenda, posts.

What a record itself is called, its model says (`Record.called`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..markup.routes import statement_id
from ..records.agenda import Activity, AgendaItem
from ..records.brands import Brand
from ..records.ceremonies import Founding, Launch, Signing, Unveiling
from ..records.decisions import Decision
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.people import Post
from ..records.speeches import Speech
from .linking import Archive


def called(archive: Archive, kind: str, identifier: str) -> str:
    """Return what a record or a statement is called."""
    return archive.paged(kind)[identifier].called


def item_title(archive: Archive, meeting: Meeting, item: AgendaItem) -> str:
    """Return what an item of a meeting's agenda is called."""
    if isinstance(item, Speech):
        return archive.statements[statement_id(meeting.id, item.id)].called
    if item.title:
        return item.title
    match item:
        case Activity():
            return item.title
        case Decision():
            return item.motion
        case Founding():
            return f"{archive.of(Organization)[item.organization].name}成立"
        case Unveiling():
            return f"{archive.of(Organization)[item.organization].name}揭牌"
        case Launch():
            brand = archive.of(Brand)[item.brand]
            return f"发布{brand.type}“{brand.name}”"
        case Signing():
            return f"签署{item.document}"


def posts_by_unit(unit: str | None, posts: Sequence[Post]) -> list[tuple[str | None, list[str]]]:
    """Group the titles of posts by the unit they are held in, as the source orders them, the person's own first."""
    groups: list[tuple[str | None, list[str]]] = [(unit, [])] if unit else []
    for post in posts:
        held_in = post.organization or unit
        if not groups or groups[-1][0] != held_in:
            groups.append((held_in, []))
        groups[-1][1].append(post.title)
    return groups


def posts_text(archive: Archive, unit: str | None, posts: Sequence[Post]) -> str:
    """Return somebody's posts as one line: 区委常委、组织部部长."""
    units = archive.of(Organization)
    return "、".join(
        (units[held_in].name if held_in else "") + "、".join(titles) for held_in, titles in posts_by_unit(unit, posts)
    )
