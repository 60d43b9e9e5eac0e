"""What the page of a research outcome shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.naming import posts_text
from ..records.meetings import Meeting
from ..records.organizations import Organization
from ..records.outcomes import Outcome
from ..records.people import Person
from .briefs import outcome_brief
from .page import Event, Page
from .parts import Link, date_view, link_to
from .rows import Row
from .way import WayView, reports_of, way_view


@dataclass(frozen=True)
class OutcomeView:
    """The page of a research outcome. `figures` are (name, value) as the source states them."""

    type: str
    figures: tuple[tuple[str, str], ...]
    way: WayView
    summary: str

    @property
    def presenters(self) -> tuple[Link, ...]:
        """Who reported it at a meeting: not by that its author."""
        return tuple(dict.fromkeys(report.speaker for report in self.way.reports))


def outcome_view(archive: Archive, outcome: Outcome) -> OutcomeView:
    """Return everything that is shown of a research outcome."""
    figures = tuple((figure.name, figure.value) for figure in outcome.figures)
    return OutcomeView(outcome.type, figures, way_view(archive, outcome), outcome.summary)


def outcome_row(archive: Archive, outcome: Outcome) -> Row:
    """Return an outcome's row: of what type it is, and who made it or, where that is not known, reported it."""
    people, units = archive.of(Person), archive.of(Organization)
    institution = units[outcome.institution].name if outcome.institution else ""
    made_by = institution + "、".join(people[author].name for author in outcome.authors)
    reports = () if made_by else reports_of(archive, outcome)
    reported = (
        f"{posts_text(archive, one.item.organization, one.item.posts, one.dated)}{one.speaker}汇报" for one in reports
    )
    remarks = filter(None, [outcome.type, made_by or "；".join(reported)])
    return Row(link_to(archive, "outcomes", outcome.id), date_view(outcome.date), tuple(remarks), kinds=(outcome.type,))


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
