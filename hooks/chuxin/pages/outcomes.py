"""What the page of a research outcome shows."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..records.outcomes import Outcome
from .parts import (
    DateView,
    Link,
    StatementView,
    date_view,
    link_to,
    links_to,
    sources_view,
    statements_from,
    text_mentions,
)


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
    mentioned_by: tuple[Link, ...]
    unpublished: tuple[str, ...]
    note: str | None
    sources: tuple[Link, ...]


def outcome_view(archive: Archive, outcome: Outcome) -> OutcomeView:
    """Return everything that is shown of a research outcome."""
    reports = statements_from(archive, archive.backlinks_to("outcomes", outcome.id, "agenda.outcome"))
    return OutcomeView(
        type=outcome.type,
        authors=links_to(archive, "people", outcome.authors),
        presenters=tuple(dict.fromkeys((report.unit, report.speaker) for report in reports)),
        institution=link_to(archive, "organizations", outcome.institution) if outcome.institution else None,
        date=date_view(outcome.date),
        summary=outcome.summary,
        figures=tuple((figure.name, figure.value) for figure in outcome.figures),
        reports=reports,
        mentioned_by=text_mentions(archive, "outcomes", outcome.id),
        unpublished=outcome.unpublished,
        note=outcome.note,
        sources=sources_view(archive, outcome),
    )
