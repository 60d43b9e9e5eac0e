"""What the page of a statement shows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from ..archive.linking import Archive
from ..archive.naming import posts_text, unit_names
from ..archive.statements import LinkedStatement
from ..markup.routes import STATEMENTS
from ..records.agenda import ITEM_NAMES
from .briefs import statement_brief
from .page import Page
from .parts import Link, StatementView, date_view, link_to, links_to, statement_link, statement_view
from .rows import Group, Row, year_group

# So many others who spoke for the same organization are named; of more it is said how many.
MOST_OTHERS = 12


@dataclass(frozen=True)
class OthersView:
    """What others said on behalf of the same organization on the same day, and of how many more no link is shown."""

    body: Link
    said: tuple[Link, ...]
    more: int


@dataclass(frozen=True)
class StatementPage:
    """The page of a statement, with what was said before and after it at the same meeting."""

    statement: StatementView
    others: tuple[OthersView, ...]
    is_day_known: bool
    """Whether others are those of the day, not only of the meeting."""
    before: Link | None
    after: Link | None
    above: tuple[Link, ...]
    """The units above the speaker's, whose pages list the statement too, the nearest first."""


def statement_page(archive: Archive, statement: LinkedStatement) -> StatementPage:
    """Return everything that is shown on a statement's own page."""
    said = archive.statements_at[statement.meeting.id]
    place = bisect_left(said, statement.position, key=lambda one: one.position)
    return StatementPage(
        statement=statement_view(archive, statement),
        others=tuple(_others(archive, statement)),
        is_day_known=statement.dated.to_the_day,
        before=statement_link(archive, said[place - 1]) if place else None,
        above=links_to(archive, "organizations", archive.above(statement.item.organization), statement.dated),
        after=statement_link(archive, said[place + 1]) if place + 1 < len(said) else None,
    )


def _others(archive: Archive, statement: LinkedStatement) -> Iterator[OthersView]:
    for body in statement.item.on_behalf_of:
        said = archive.said_for[statement.occasion, body]
        if len(said) > 1:
            others = islice((one for one in said if one is not statement), MOST_OTHERS)
            links = tuple(statement_link(archive, one) for one in others)
            organization = link_to(archive, "organizations", body, on=statement.dated)
            yield OthersView(organization, links, len(said) - 1 - len(links))


def statement_row(archive: Archive, statement: LinkedStatement) -> Row:
    """Return who spoke and for whom. The row leads to the statement alone: from there one gets to all that it names."""
    item = statement.item
    kind = ITEM_NAMES[item.type]
    who = posts_text(archive, item.organization, item.posts, statement.dated)
    if item.title:  # Otherwise the title says these.
        who = f"{kind}：{who}{statement.speaker}"
    behalf = "、".join(unit_names(archive, item.on_behalf_of, statement.dated))
    line = "，".join(filter(None, [who, item.capacity, behalf and f"代表{behalf}"]))
    link = link_to(archive, STATEMENTS, statement.id)
    return Row(link, remarks=(line,) if line else (), form=item.form, kinds=(kind,))


def _groups(archive: Archive) -> Iterator[Group]:
    """Yield what was said in each year, by meetings."""
    for year, of_year in groupby(archive.statements.values(), key=lambda statement: statement.dated.year):
        meetings = []
        for meeting, statements in groupby(of_year, key=lambda statement: statement.meeting):
            date = date_view(meeting.date)
            rows = tuple(statement_row(archive, statement) for statement in statements)
            link = link_to(archive, "meetings", meeting.id)
            meetings.append(Group(date.day, f"m-{meeting.id}", rows, link=link, iso=date.iso, sense=date.sense))
        yield year_group(year, groups=tuple(meetings))


PAGE = Page(
    view=statement_page,
    row=statement_row,
    empty="这里将列出每一篇发言。至今没有公开的记录。",
    groups=_groups,
    events=lambda _: (),
    heading=lambda statement: f"{statement.called}（{statement.dated.chinese}）",
    brief=statement_brief,
)
