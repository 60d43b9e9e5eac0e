"""What the page of an organization shows: a unit, or a body with its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..archive.linking import Archive
from ..markup.routes import item_route, record_route
from ..records.agenda import AgendaItem
from ..records.brands import Brand
from ..records.ceremonies import Founding, Unveiling
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..words.dates import UNDATED, PartialDate
from ..words.pinyin import pinyin_forms
from .counts import CountView, UnnamedView, count_views, unnamed_views
from .duties import DutiesView, duties_view
from .members import MembershipView, OpenView, membership_view, open_questions
from .offices import OfficesView, offices_held, offices_in
from .page import Event, Page
from .participation import MeetingRow, meeting_rows
from .parts import (
    Link,
    StatementView,
    date_view,
    link_to,
    links_to,
    records_with,
    statement_views,
    statements_from,
    with_reported,
)
from .roster import RosterView, roster_view
from .rows import Group, Row
from .said import SaidView, said_view
from .standing import SPOKEN, organization_brief, standing
from .statements import statement_row
from .successions import (
    EndingView,
    FormerNameView,
    TurnView,
    ending_view,
    former_names,
    predecessors,
    succession_events,
    turns,
)
from .tracks import TracksView, tracks_view
from .unsaid import Told


@dataclass(frozen=True)
class PostHeldView:
    """A post held in the organization, as said at a meeting: 总召集人, by whom, on which day."""

    title: str
    person: Link


@dataclass(frozen=True)
class OrganizationView:
    """The page of an organization. Lists are empty where nothing is recorded."""

    is_body: bool
    classification: str
    levels: tuple[str, ...]
    """Its group and its class."""
    other_names: tuple[str, ...]
    former_names: tuple[FormerNameView, ...]
    before: tuple[Link, ...]
    """The units whose place it took."""
    ending: EndingView | None
    turns: tuple[TurnView, ...]
    """What became of it and of those before it, with what tells so."""
    parent: Link | None
    children: tuple[Link, ...]
    summary: str | None
    background: str | None
    aims: str | None
    lines_of_work: tuple[str, ...]
    plans: str | None
    founders: tuple[Link, ...]
    partners: tuple[Link, ...]
    guides: tuple[Link, ...]
    related: tuple[Link, ...]
    founded: tuple[Link, ...]
    is_founding_unsaid: bool
    """Whether nothing in the record says when a body was founded."""
    unveiled: tuple[Link, ...]
    posts: tuple[PostHeldView, ...]
    """Posts in a body that its speakers held on the day."""
    offices: OfficesView
    """Offices over time, as meetings and the record itself tell."""
    offices_held: OfficesView
    """The offices that the unit itself held elsewhere."""
    roster: RosterView
    """Its members."""
    counts: tuple[CountView, ...]
    unnamed: tuple[UnnamedView, ...]
    memberships: tuple[MembershipView, ...]
    open_questions: tuple[OpenView, ...]
    tracks: TracksView | None
    """What a unit did over time; a body has its members."""
    meetings: tuple[MeetingRow, ...]
    said: SaidView
    """What was said for it."""
    said_below: tuple[Row, ...]
    """What was said by those of its parts, and of their parts."""
    founder_of: tuple[Link, ...]
    partner_of: tuple[Link, ...]
    guide_of: tuple[Link, ...]
    related_to: tuple[Link, ...]
    duties: DutiesView
    """What it has to do with lists."""
    outcomes: tuple[Link, ...]
    brands: tuple[Link, ...]


def organization_view(archive: Archive, organization: Organization) -> OrganizationView:
    """Return everything that is shown of an organization."""
    identifier = organization.id
    said = statements_from(archive, archive.backlinks_to("organizations", identifier, *SPOKEN))
    statements = statement_views(archive, said)
    own_statements = [
        one for one in statements if one.unit and one.unit.route == record_route("organizations", identifier)
    ]
    counts = count_views(archive, identifier)
    memberships = sorted(archive.memberships_of.get(identifier, ()), key=lambda one: (one.since or UNDATED, one.place))
    before = links_to(archive, "organizations", (one.id for one in predecessors(archive, organization)))
    told = Told(archive, organization.summary, organization.background, organization.note)

    def records(kind: str, role: str) -> tuple[Link, ...]:
        return records_with(archive, kind, "organizations", identifier, role)

    return OrganizationView(
        is_body=organization.is_body,
        classification=organization.classification.name,
        levels=organization.classification.levels,
        other_names=organization.other_names,
        former_names=former_names(organization),
        before=before,
        ending=ending_view(archive, organization),
        turns=turns(archive, organization),
        parent=link_to(archive, "organizations", organization.parent) if organization.parent else None,
        children=records("organizations", "parent"),
        summary=organization.summary,
        background=organization.background,
        aims=organization.aims,
        lines_of_work=organization.lines_of_work,
        plans=organization.plans,
        founders=links_to(archive, "organizations", organization.founders),
        partners=links_to(archive, "organizations", organization.partners),
        guides=links_to(archive, "organizations", organization.guides),
        related=links_to(archive, "organizations", organization.related),
        founded=_events(archive, identifier, Founding),
        is_founding_unsaid=organization.is_body and not before and not told.word("成立|组建|建立"),
        unveiled=_events(archive, identifier, Unveiling),
        posts=_posts(organization, statements),
        offices=offices_in(archive, identifier),
        offices_held=offices_held(archive, "organizations", identifier),
        roster=roster_view(archive, archive.members_of.get(identifier, ()), _founding(archive, identifier), counts),
        counts=counts,
        unnamed=unnamed_views(archive, identifier),
        memberships=tuple(membership_view(archive, one) for one in memberships),
        tracks=None if organization.is_body else tracks_view(archive, identifier, memberships, said),
        open_questions=open_questions(archive, organization),
        meetings=tuple(meeting_rows(archive, "organizations", identifier)),
        said=said_view(archive, said),
        said_below=tuple(_said_below(archive, identifier, {one.id for one in said})),
        founder_of=records("organizations", "founders"),
        partner_of=records("organizations", "partners"),
        guide_of=records("organizations", "guides"),
        related_to=records("organizations", "related"),
        duties=duties_view(archive, identifier),
        outcomes=with_reported(records("outcomes", "institution"), own_statements),
        brands=records("brands", "owner"),
    )


def _items(archive: Archive, identifier: str, kind: type[AgendaItem]) -> Iterable[tuple[Meeting, AgendaItem]]:
    """Yield the items of a kind that are about an organization, each with its meeting."""
    for backlink in archive.backlinks_to("organizations", identifier, "agenda.organization"):
        meeting = archive.of(Meeting)[backlink.origin[1]]
        item = meeting.agenda[backlink.place(1)]
        if isinstance(item, kind):
            yield meeting, item


def _events(archive: Archive, identifier: str, kind: type[AgendaItem]) -> tuple[Link, ...]:
    return tuple(
        Link(meeting.called, item_route(meeting.id, item.id), date=date_view(meeting.date))
        for meeting, item in _items(archive, identifier, kind)
    )


def _founding(archive: Archive, identifier: str) -> PartialDate | None:
    """Return when an organization was founded, if a meeting tells."""
    return min((meeting.date for meeting, _ in _items(archive, identifier, Founding)), default=None)


def _posts(organization: Organization, statements: tuple[StatementView, ...]) -> tuple[PostHeldView, ...]:
    """Return the posts held in a body, as its speakers held them on the day."""
    if not organization.is_body:
        return ()
    own = record_route("organizations", organization.id)
    found = (
        PostHeldView(title, replace(statement.speaker, date=statement.date))
        for statement in statements
        for group in statement.posts
        if group.unit and group.unit.route == own
        for title in group.titles
    )
    return tuple(dict.fromkeys(found))


def _said_below(archive: Archive, identifier: str, shown: set[str]) -> Iterator[Row]:
    """Yield what was said by those of a unit's parts, but for what is `shown` as said for the unit itself."""
    for statement in archive.said_below.get(identifier, ()):
        if statement.id not in shown:
            row = statement_row(archive, statement)
            yield replace(row, date=date_view(statement.dated), remarks=(*row.remarks, statement.meeting.called))


def organization_row(archive: Archive, unit: Organization) -> Row:
    """Return a unit's row: what became of it and when, how it stands, its other names, and those of before."""
    ending = ending_view(archive, unit)
    remarks = [ending.line] if ending else []
    remarks += [*standing(archive, unit), *unit.other_names, *(f"曾用名{one.name}" for one in unit.former_names)]
    link = link_to(archive, "organizations", unit.id)
    pinyin = next(iter(pinyin_forms(unit.name, None)), "")
    return Row(link, ending.date if ending else None, tuple(remarks), sort=pinyin)


def _groups(archive: Archive) -> Iterator[Group]:
    """Yield the units of each group, by classes where these have names of their own."""
    for group, of_group in groupby(archive.of(Organization).values(), key=lambda unit: unit.classification.group):
        classes = []
        for name, units in groupby(of_group, key=lambda unit: unit.classification.name):
            rows = sorted(
                (organization_row(archive, unit) for unit in units), key=lambda row: (row.sort, row.link.text)
            )
            classes.append(Group(name, f"c-{_ascii(name)}", tuple(rows), kind=group, sort=name))
        if [one.heading for one in classes] == [group]:
            yield classes[0]
        else:
            yield Group(group, f"g-{_ascii(group)}", groups=tuple(classes), kind=group)


def _ascii(name: str) -> str:
    """Return a name as an id can have it, which stays when other classes come before it."""
    return name.encode("utf-16-be").hex()


def _events_of_units(archive: Archive) -> Iterator[Event]:
    """Yield what became of units, and the memberships that no decision tells of."""
    yield from succession_events(archive)
    for membership in archive.memberships:
        unit = link_to(archive, "organizations", membership.unit)
        body = archive.of(Organization)[membership.body].name
        if membership.since and not membership.joined:
            yield Event(membership.since, "", 0, "加入", unit, (f"加入{body}",), ("加入",))
        if membership.until and not membership.left and not membership.ceased:
            yield Event(membership.until, "", 0, "退出", unit, (f"退出{body}",), ("退出",))


PAGE = Page(
    view=organization_view,
    row=organization_row,
    empty="这里将按类别列出单位、联盟和基地。至今没有公开的记录。",
    shows=(Meeting, Organization, Outcome, Listing, Brand),
    order="按类别排列，同类的按名称的拼音",
    groups=_groups,
    by_letter=True,
    events=_events_of_units,
    brief=organization_brief,
)
