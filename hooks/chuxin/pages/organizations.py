"""What the page of an organization shows: a unit, or a body with its members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..archive.linking import Archive
from ..markup.routes import record_route
from ..records.brands import Brand
from ..records.ceremonies import Founding, Unveiling
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..words.dates import UNDATED
from .beginnings import begun_at, founded_on
from .counts import CountView, UnnamedView, count_views, unnamed_views
from .duties import DutiesView, duties_view
from .members import MembershipView, OpenView, membership_view, open_questions
from .offices import OfficesView, offices_held, offices_in
from .page import Page
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
from .rows import Row
from .said import SaidView, said_view
from .standing import SPOKEN, organization_brief
from .statements import statement_row
from .successions import (
    EndingView,
    FormerNameView,
    TurnView,
    ending_view,
    former_names,
    predecessors,
    turns,
)
from .tracks import TracksView, tracks_view
from .units import organization_row, unit_events, unit_groups
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
        founded=begun_at(archive, identifier, Founding),
        is_founding_unsaid=organization.is_body and not before and not told.word("成立|组建|建立"),
        unveiled=begun_at(archive, identifier, Unveiling),
        posts=_posts(organization, statements),
        offices=offices_in(archive, identifier),
        offices_held=offices_held(archive, "organizations", identifier),
        roster=roster_view(archive, archive.members_of.get(identifier, ()), founded_on(archive, identifier), counts),
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


PAGE = Page(
    view=organization_view,
    row=organization_row,
    empty="这里将按类别列出单位、联盟和基地。至今没有公开的记录。",
    shows=(Meeting, Organization, Outcome, Listing, Brand),
    order="按类别排列，同类的按名称的拼音",
    groups=unit_groups,
    by_letter=True,
    events=unit_events,
    brief=organization_brief,
)
