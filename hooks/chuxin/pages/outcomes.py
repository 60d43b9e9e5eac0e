"""What the page of a research outcome shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.naming import posts_text
from ..archive.statements import LinkedStatement
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from .briefs import outcome_brief
from .page import Event, Page
from .parts import (
    DateView,
    Link,
    StatementView,
    date_view,
    link_to,
    links_to,
    statement_views,
    statements_from,
)
from .rows import Row
from .unsaid import Told, unsaid


@dataclass(frozen=True)
class OutcomeView:
    """The page of a research outcome. `figures` are (name, value) as the source states them."""

    type: str
    authors: tuple[Link, ...]
    presenters: tuple[tuple[Link | None, Link], ...]
    """Who reported it at a meeting, after his unit: not by that its author."""
    institution: Link | None
    date: DateView | None
    summary: str
    figures: tuple[tuple[str, str], ...]
    reports: tuple[StatementView, ...]
    unsaid: frozenset[str]
    """What nothing in the record says. Who reported an outcome need not have made it."""


def outcome_view(archive: Archive, outcome: Outcome) -> OutcomeView:
    """Return everything that is shown of a research outcome."""
    said = _reports(archive, outcome)
    reports = statement_views(archive, said)
    told = Told(archive, outcome.summary, outcome.note, *outcome.unpublished)
    people, units = [one.item.speaker or "" for one in said], [one.item.organization or "" for one in said]
    return OutcomeView(
        type=outcome.type,
        authors=links_to(archive, "people", outcome.authors),
        presenters=tuple(dict.fromkeys((report.unit, report.speaker) for report in reports)),
        institution=link_to(archive, "organizations", outcome.institution) if outcome.institution else None,
        date=date_view(outcome.date),
        summary=outcome.summary,
        figures=tuple((figure.name, figure.value) for figure in outcome.figures),
        reports=reports,
        unsaid=unsaid(
            authors=outcome.authors or told.person(*people),
            institution=outcome.institution or told.unit(*units),
            date=outcome.date or told.word("完成|结题|写成|编成"),
        ),
    )


def outcome_row(archive: Archive, outcome: Outcome) -> Row:
    """Return an outcome's row: of what type it is, and who made it or, where that is not known, reported it."""
    people, units = archive.of(Person), archive.of(Organization)
    institution = units[outcome.institution].name if outcome.institution else ""
    made_by = institution + "、".join(people[author].name for author in outcome.authors)
    reports = () if made_by else _reports(archive, outcome)
    reported = (
        f"{posts_text(archive, one.item.organization, one.item.posts, one.dated)}{one.speaker}汇报" for one in reports
    )
    remarks = filter(None, [outcome.type, made_by or "；".join(reported)])
    return Row(link_to(archive, "outcomes", outcome.id), date_view(outcome.date), tuple(remarks), kinds=(outcome.type,))


def _reports(archive: Archive, outcome: Outcome) -> list[LinkedStatement]:
    """Return the reports of an outcome, newest first."""
    return statements_from(archive, archive.backlinks_to("outcomes", outcome.id, "agenda.outcome"))


def _events(archive: Archive) -> Iterator[Event]:
    for outcome in archive.of(Outcome).values():
        if outcome.date:
            link = link_to(archive, "outcomes", outcome.id)
            yield Event(outcome.date, "", 0, "成果", link, (outcome.type,), ("成果",))


PAGE = Page(
    view=outcome_view,
    row=outcome_row,
    empty="这里将列出在会议上汇报的研究成果。至今没有公开的记录。",
    shows=(Meeting,),
    events=_events,
    brief=outcome_brief,
)
