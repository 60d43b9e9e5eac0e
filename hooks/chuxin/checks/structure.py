"""Records fit together: bodies, parts, parents, numbers, sources."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems.problems import Problem
from ..reading.places import locate
from ..records.classes import BODIES
from ..records.fields import Record
from ..records.kinds import KIND_NAMES
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from .inspection import Inspection


def bodies_take_members(inspection: Inspection) -> Iterator[Problem]:
    """Ensure that what units join and meetings convene is a joint conference, an alliance or a base."""
    organizations = inspection.archive.of(Organization)
    found = ((key, one) for key, of_record in inspection.references.items() for one in of_record)
    for key, reference in found:
        body = organizations.get(reference.id) if reference.path[-1] == "body" else None
        if body and not body.is_body:
            span = locate(inspection.loaded.text(key), reference.path)
            message = f"“{body.name}” 的类别是{body.classification}，不能有成员"
            yield Problem(span, "E303", message, f"只有{'、'.join(BODIES)}可以")


def parts_are_unique(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no id occurs twice among a meeting's items or a list's entries."""
    for model, parts in ((Meeting, "agenda"), (Listing, "entries")):
        for record in inspection.archive.of(model).values():
            seen = set()
            for index, part in enumerate(getattr(record, parts)):
                if part.id in seen:
                    span = inspection.span(model.folder, record.id, parts, index, "id")
                    yield Problem(span, "E304", f"编号 “{part.id}” 在这份记录里用了两次", "给后一项换一个编号")
                seen.add(part.id)


def claims_are_not_awaited(inspection: Inspection) -> Iterator[Problem]:
    """Ensure an entry that somebody has claimed is not said to wait for it."""
    for listing in inspection.archive.of(Listing).values():
        for index, entry in enumerate(listing.entries):
            if entry.state == "待认领" and entry.claimed_by:
                span = inspection.span("listings", listing.id, "entries", index, "state")
                message = f"写了待认领，却有认领的单位：{inspection.name(entry.claimed_by[0])}"
                yield Problem(span, "E320", message, "已经认领的，写 已认领、办理中 或 已完成")


def parents_make_no_circle(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no unit stands above itself."""
    organizations = inspection.archive.of(Organization)
    cleared: set[str] = set()
    for start in organizations:
        chain: dict[str, None] = {}
        current: str | None = start
        while current in organizations and current not in cleared and current not in chain:
            chain[current] = None
            current = organizations[current].parent
        if current in chain:
            circle = list(chain)[list(chain).index(current) :]
            names = " → ".join(organizations[one].name for one in (*circle, current))
            first = min(circle)
            hint = "至少有一个单位的 parent 写错了"
            yield Problem(inspection.span("organizations", first, "parent"), "E313", f"上级单位绕成一圈：{names}", hint)
        cleared |= chain.keys()


def meetings_have_their_own_number(inspection: Inspection) -> Iterator[Problem]:
    """Ensure no two meetings of the same body have the same number."""
    first: dict[tuple[str, int], Meeting] = {}
    for meeting in inspection.loaded.of(Meeting).values():
        if meeting.number is not None:
            same = first.setdefault((meeting.body or meeting.names[0], meeting.number), meeting)
            if same is not meeting:
                message = f"届次 {meeting.number} 已用在会议 {same.id}（{same.names[0]}）"
                yield Problem(
                    inspection.span("meetings", meeting.id, "number"), "E314", message, "请核对这两次会议的届次"
                )


def facts_have_sources(inspection: Inspection) -> Iterator[Problem]:
    """Ensure every record says what it rests on; a meeting may say so for each of its items."""
    for kind, records in inspection.archive.records.items():
        for record in records.values():
            if kind != "sources" and not record.sources and not _rests_on_parts(record):
                message = f"这份{KIND_NAMES[kind]}记录没有写来源（sources）"
                hint = "写上来源的编号；来源还没有登记，先运行 chuxin new sources"
                yield Problem(inspection.span(kind, record.id, "id"), "W315", message, hint)


def _rests_on_parts(record: Record) -> bool:
    parts = (*record.agenda, *record.follow_ups) if isinstance(record, Meeting) else ()
    return bool(parts) and all(part.sources for part in parts)
