"""How a unit stands, in a line or two: its class, what became of it, its members, and what it joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..archive.linking import Archive
from ..archive.memberships import LinkedMembership
from ..archive.naming import called
from ..markup.routes import record_route
from ..records.organizations import Organization
from ..records.wording import UNKNOWN
from ..words.dates import UNDATED, PartialDate
from .brief import Brief, counted
from .counts import count_views
from .participation import taking_part
from .parts import statements_from
from .successions import ending_view
from .unsaid import Told

# Of more memberships, these are told.
_SPANS = 2
# The roles in which units stand where somebody speaks.
SPOKEN = ("agenda.organization", "agenda.posts.organization", "agenda.on_behalf_of")


def organization_brief(archive: Archive, unit: Organization) -> Brief:
    """Return what sort of unit it is, what became of it, who are its members, and what it joined."""
    route = record_route(unit.folder, unit.id)
    spans = sorted(archive.memberships_of.get(unit.id, ()), key=_place, reverse=True)
    members = archive.members_of.get(unit.id, ())
    said = statements_from(archive, archive.backlinks_to(unit.folder, unit.id, *SPOKEN))
    return Brief(
        (
            unit.classification.name,
            *_became(archive, unit),
            *(_members(archive, unit, members) if unit.is_body else ()),
            *(_span_text(archive, unit, span) for span in spans[:_SPANS]),
            *([f"上级单位是{called(archive, unit.folder, unit.parent)}"] if unit.parent and not spans else []),
        ),
        counted(
            route,
            (len(members), "成员关系{}条", "members"),
            (len(spans) if len(spans) > _SPANS else 0, "成员关系共{}条", "memberships"),
            (len(said), "发言{}篇", "statements"),
            (len({meeting.id for meeting, _ in taking_part(archive, unit.folder, unit.id)}), "会议{}次", "meetings"),
        ),
    )


def standing(archive: Archive, unit: Organization) -> Iterator[str]:
    """Yield in a few words how a unit stands in an index: how many members it has, the last of what it joined."""
    members = archive.members_of.get(unit.id, ())
    if unit.is_body and members:
        yield next(_members(archive, unit, members))
    spans = sorted(archive.memberships_of.get(unit.id, ()), key=_place, reverse=True)
    for span in spans[:1]:
        yield _span_text(archive, unit, span)
    if spans[1:]:
        yield f"另有{len(spans) - 1}条成员关系"


def _became(archive: Archive, unit: Organization) -> Iterator[str]:
    """Yield how a unit ceased to be, and what it was called before."""
    if ending := ending_view(archive, unit):
        yield f"{ending.date.text}{ending.line}"
    for one in unit.former_names:
        dated = one.until and not one.until.at_latest
        yield f"{one.until.chinese}以前称{one.name}" if one.until and dated else f"曾用名{one.name}"


def _members(archive: Archive, body: Organization, members: Sequence[LinkedMembership]) -> Iterator[str]:
    """Yield how many members are on record, and how many a source counts besides."""
    units = {one.unit for one in members}
    lasting = {one.unit for one in members if one.until is None}
    if not units:
        yield "没有成员的公开记录"
    elif len(units) == len(lasting):
        yield f"有记录可查的成员{len(units)}家，{'都' if len(units) > 1 else ''}没有退出的记录"
    else:
        yield f"有记录可查的成员{len(units)}家，其中{len(lasting)}家没有退出的记录"
    unlisted = [one for one in count_views(archive, body.id) if one.unlisted]
    if unlisted:
        yield f"名单未公开：来源称{unlisted[-1].date.text}有{unlisted[-1].text}参会"


def _place(span: LinkedMembership) -> tuple[bool, PartialDate]:
    """Return the place of a membership among those of its unit: what lasts, and what is new, counts most."""
    return span.until is None, span.since or UNDATED


def _span_text(archive: Archive, unit: Organization, span: LinkedMembership) -> str:
    """Return a membership in words: 2023年7月6日加入某联席会议，无退出记录."""
    body = called(archive, unit.folder, span.body)
    undated = "" if Told(archive, span.note).date else f"，加入日期{UNKNOWN}"
    if span.since:
        begun = f"{span.since.chinese}加入{body}"
    elif span.proofs:
        proof = span.proofs[0]
        begun = f"{proof.dated.chinese}以{body}“{proof.item.capacity}”的身份发言"
        if span.spoken and unit.parent:
            return f"{begun}，成员是它还是{called(archive, unit.folder, unit.parent)}没有写明"
        begun += undated
    else:
        begun = f"{body}的成员{undated}"
    if span.until is None:
        return f"{begun}，无退出记录"
    if span.ceased:
        return f"{begun}，{span.until.chinese}{'单位' if span.ceased == unit.id else '该组织'}终止"
    return f"{begun}，{span.until.chinese}退出"
