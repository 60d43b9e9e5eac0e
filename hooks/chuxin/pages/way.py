"""The way of a research outcome: who made it, at which meetings it was reported, and what records say of it later."""

from __future__ import annotations

from dataclasses import dataclass

from ..archive.linking import Archive
from ..archive.loading import Key
from ..archive.statements import LinkedStatement
from ..markup.routes import entry_route
from ..problems.typed import FieldPath
from ..records.listings import Listing
from ..records.meetings import Meeting
from ..records.outcomes import Outcome
from ..words.dates import PartialDate
from .parts import DateView, Link, StatementView, date_view, link_to, links_to, statement_views, statements_from
from .trails import result_link
from .unsaid import Told, unsaid

# After every date: where that which has none stands.
_LAST = PartialDate(9999)


@dataclass(frozen=True)
class MentionView:
    """What came later, in the words of a record that names the outcome. Whether it is used there, these words say."""

    record: Link
    date: DateView | None
    text: str


@dataclass(frozen=True)
class WayView:
    """Research, reports (newest first), and what meetings' follow-ups and entries of lists tell of it, oldest first."""

    authors: tuple[Link, ...]
    institution: Link | None
    date: DateView | None
    reports: tuple[StatementView, ...]
    later: tuple[MentionView, ...]
    unsaid: frozenset[str]
    """What of the research nothing in the record says. Who reported an outcome need not have made it."""

    @property
    def is_research_known(self) -> bool:
        """Whether anything in the record says who made it, where or when: a field, or a text, which may."""
        return len(self.unsaid) < 3


def way_view(archive: Archive, outcome: Outcome) -> WayView:
    """Return the way of an outcome as far as it is known."""
    said = reports_of(archive, outcome)
    told = Told(archive, outcome.summary, outcome.note, *outcome.unpublished)
    people, units = [one.item.speaker or "" for one in said], [one.item.organization or "" for one in said]
    return WayView(
        authors=links_to(archive, "people", outcome.authors),
        institution=link_to(archive, "organizations", outcome.institution) if outcome.institution else None,
        date=date_view(outcome.date),
        reports=statement_views(archive, said),
        later=_later(archive, outcome),
        unsaid=unsaid(
            authors=outcome.authors or told.person(*people),
            institution=outcome.institution or told.unit(*units),
            date=outcome.date or told.word("完成|结题|写成|编成"),
        ),
    )


def reports_of(archive: Archive, outcome: Outcome) -> list[LinkedStatement]:
    """Return the reports of an outcome, newest first."""
    return statements_from(archive, archive.backlinks_to("outcomes", outcome.id, "agenda.outcome"))


def _later(archive: Archive, outcome: Outcome) -> tuple[MentionView, ...]:
    """Return what follow-ups and entries say that name an outcome, each once, the oldest first and the undated last.

    A follow-up names it in its field or in its text; an entry in its text.
    """
    found: dict[tuple[Key, FieldPath], tuple[PartialDate, MentionView]] = {}
    for backlink in archive.backlinks_to("outcomes", outcome.id, "text", "follow_ups.outcomes"):
        kind, identifier = backlink.origin
        if kind == "meetings" and backlink.path[0] == "follow_ups":
            meeting = archive.of(Meeting)[identifier]
            place = backlink.place(1)
            follow_up = meeting.follow_ups[place]
            route = result_link(meeting, place + 1, follow_up).route
            view = MentionView(Link(f"{meeting.called}的后续", route), date_view(follow_up.date), follow_up.text)
            found[backlink.origin, backlink.path[:2]] = (follow_up.date, view)
        elif kind == "listings" and backlink.path[0] == "entries":
            listing = archive.of(Listing)[identifier]
            entry = listing.entries[backlink.place(1)]
            link = Link(f"{listing.name}：{entry.title}", entry_route(identifier, entry.id))
            view = MentionView(link, date_view(entry.date), entry.text or "")
            found[backlink.origin, backlink.path[:2]] = (entry.date or _LAST, view)
    return tuple(view for _, view in sorted(found.values(), key=lambda one: one[0]))
