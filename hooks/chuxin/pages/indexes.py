"""What the index pages and the home page show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from ..archive.linking import Archive, LinkedStatement, statements_of
from ..markup.routes import index_route, item_route
from ..prose import Page
from ..records.kinds import KIND_NAMES, SECTIONS
from ..records.meetings import ITEM_NAMES, Decision, Founding, Launch, Meeting, Unveiling
from ..records.organizations import CLASSES
from ..records.outcomes import Outcome
from ..records.people import Person
from ..records.sources import Source
from ..words.dates import PartialDate
from .meetings import item_title
from .parts import (
    DateView,
    Link,
    StatementView,
    date_view,
    link_to,
    links_to,
    posts_text,
    statement_view,
    statements_from,
)
from .rows import Group, IndexView, Row
from .timeline import Event, events


@dataclass(frozen=True)
class NewMembers:
    """The units that one decision admitted to one body, for the home page."""

    date: DateView
    units: tuple[Link, ...]
    body: Link
    decision: Link


@dataclass(frozen=True)
class HomeView:
    """What the home page shows below its own text."""

    brands: tuple[Row, ...]
    latest: Row | None
    latest_statements: tuple[StatementView, ...]
    new_members: tuple[NewMembers, ...]
    outcomes: tuple[Row, ...]
    articles: tuple[Row, ...]
    years: tuple[tuple[DateView, str], ...]
    """The years with meetings, and where the index has those of each."""
    sections: tuple[Link, ...]


NEWEST = 6


def index_view(archive: Archive, articles: list[Page], section: str) -> IndexView:
    """Return an index page."""
    return IndexView(section, tuple(_GROUPINGS[section](archive, articles)))


def home_view(archive: Archive, articles: list[Page]) -> HomeView:
    """Return what the home page shows of the archive."""
    latest = next(iter(archive.meetings.values()), None)
    years = sorted({meeting.date.year for meeting in archive.meetings.values()}, reverse=True)
    return HomeView(
        brands=tuple(_brand_rows(archive)),
        latest=_meeting_row(archive, latest) if latest else None,
        latest_statements=tuple(statement_view(archive, one) for one in statements_of(latest)) if latest else (),
        new_members=tuple(_new_members(archive)),
        outcomes=tuple(_outcome_rows(archive))[:NEWEST],
        articles=tuple(_article_rows(articles))[:NEWEST],
        years=tuple((date_view(PartialDate(year)), f"{index_route('meetings')}#{_anchor(year)}") for year in years),
        sections=tuple(
            Link(KIND_NAMES[section], index_route(section), str(count))
            for section in SECTIONS
            if (count := _count(archive, articles, section))
        ),
    )


def _new_members(archive: Archive) -> Iterable[NewMembers]:
    """Yield what the newest meeting that admitted anybody decided."""
    for meeting in archive.meetings.values():
        decisions = [item for item in meeting.agenda if isinstance(item, Decision) and item.passed]
        admitting = [(item, change) for item in decisions for change in item.admits]
        for item, change in admitting:
            yield NewMembers(
                date_view(meeting.date),
                links_to(archive, "organizations", change.organizations),
                link_to(archive, "organizations", change.body),
                Link(item.motion, item_route(meeting.id, item.id)),
            )
        if admitting:
            return


def _by_year(dated: Iterable[tuple[PartialDate | None, Row]]) -> Iterable[Group]:
    """Group rows by their year, the newest first and those without a date last."""
    ordered = sorted(dated, key=lambda one: one[0] or PartialDate(0), reverse=True)
    for year, found in groupby(ordered, key=lambda one: one[0].year if one[0] else 0):
        rows = tuple(row for _, row in found)
        yield _year(year, rows) if year else Group("年份未载明", _anchor(0), rows)


def _year(year: int, rows: tuple[Row, ...] = (), groups: tuple[Group, ...] = ()) -> Group:
    date = date_view(PartialDate(year))
    return Group(date.text, _anchor(year), rows, groups, year=date.iso, iso=date.iso)


def _anchor(year: int) -> str:
    return f"y{year}"


def _timeline(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for year, of_year in groupby(events(archive, articles), key=lambda event: event.date.year):
        months = tuple(
            Group(
                f"{year}年{month}月" if month else f"{year}年（月份未载明）",
                f"{_anchor(year)}-{month:02}",
                tuple(_event_row(event) for event in found),
                iso=str(PartialDate(year, month)),
            )
            for month, found in groupby(of_year, key=lambda event: event.date.month)
        )
        yield _year(year, groups=months)


def _event_row(event: Event) -> Row:
    return Row(event.link, date_view(event.date), event.remarks, event.name, kinds=event.kinds)


def _meetings(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for year, meetings in groupby(archive.meetings.values(), key=lambda meeting: meeting.date.year):
        rows = tuple(_meeting_row(archive, meeting) for meeting in meetings)
        yield _year(year, rows)


def _meeting_row(archive: Archive, meeting: Meeting) -> Row:
    done = (
        item_title(archive, item)
        for item in meeting.agenda
        if isinstance(item, Decision | Founding | Unveiling | Launch)
    )
    return Row(link_to(archive, "meetings", meeting.id), date_view(meeting.date), tuple(done))


def _organizations(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for classification, units in groupby(archive.organizations.values(), key=lambda unit: unit.classification):
        rows = (Row(link_to(archive, "organizations", unit.id), None, unit.other_names) for unit in units)
        yield Group(classification, f"c{CLASSES.index(classification) + 1}", tuple(rows), kind=classification)


def _people(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    latest: dict[str, StatementView] = {}
    for statement in archive.statements.values():
        if statement.item.speaker not in latest:
            latest[statement.item.speaker] = statement_view(archive, statement)
    for letter, people in groupby(archive.people.values(), key=lambda person: person.sort[0].upper()):
        rows = (_person_row(archive, person, latest.get(person.id)) for person in people)
        yield Group(letter, f"letter-{letter.lower().replace('ü', 'v')}", tuple(rows))


def _person_row(archive: Archive, person: Person, statement: StatementView | None) -> Row:
    link = link_to(archive, "people", person.id)
    if not statement or not statement.posts:
        return Row(link)
    return Row(link, remarks=(posts_text(statement.posts),), as_of=statement.date)


def _statements(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for year, of_year in groupby(archive.statements.values(), key=lambda statement: statement.meeting.date.year):
        meetings = []
        for meeting, statements in groupby(of_year, key=lambda statement: statement.meeting):
            link = link_to(archive, "meetings", meeting.id)
            rows = tuple(_statement_row(archive, statement) for statement in statements)
            date = date_view(meeting.date)
            meetings.append(Group(date.text, f"m-{meeting.id}", rows, link=link, iso=date.iso))
        yield _year(year, groups=tuple(meetings))


def _statement_row(archive: Archive, statement: LinkedStatement) -> Row:
    """Return who spoke and for whom. The row leads to the statement alone: from there one gets to all that it names."""
    item, view = statement.item, statement_view(archive, statement)
    kind = ITEM_NAMES[item.type]
    who = posts_text(view.posts)
    if item.title:  # Otherwise the title says these.
        who = f"{kind}：{who}{view.speaker.text}"
    behalf = "、".join(link.text for link in view.on_behalf_of)
    line = "，".join(filter(None, [who, view.capacity, behalf and f"代表{behalf}"]))
    return Row(view.link, remarks=(line,) if line else (), form=view.form, kinds=(kind,))


def _outcome_rows(archive: Archive) -> Iterable[Row]:
    for outcome in archive.outcomes.values():
        yield _outcome_row(archive, outcome)


def _outcome_row(archive: Archive, outcome: Outcome) -> Row:
    authors = "、".join(archive.people[author].name for author in outcome.authors)
    institution = archive.organizations[outcome.institution].name if outcome.institution else ""
    made_by = f"{institution}{authors}" or "；".join(
        f"{posts_text(one.posts)}{one.speaker.text}汇报" for one in _reports(archive, outcome)
    )
    remarks = filter(None, [outcome.type, made_by])
    link = link_to(archive, "outcomes", outcome.id)
    return Row(link, date_view(outcome.date), tuple(remarks), kinds=(outcome.type,))


def _reports(archive: Archive, outcome: Outcome) -> tuple[StatementView, ...]:
    return statements_from(archive, archive.backlinks_to("outcomes", outcome.id, "agenda.outcome"))


def _outcomes(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    return _by_year((outcome.date, _outcome_row(archive, outcome)) for outcome in archive.outcomes.values())


def _listing_rows(archive: Archive) -> Iterable[Row]:
    for listing in archive.listings.values():
        count = f"{len(listing.entries)}条" if listing.entries else "条目未见公开"
        yield Row(link_to(archive, "listings", listing.id), None, (count,))


def _brand_rows(archive: Archive) -> Iterable[Row]:
    for brand in archive.brands.values():
        yield Row(link_to(archive, "brands", brand.id), None, (brand.type,), kinds=(brand.type,))


def _sources(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    def row(source: Source) -> Row:
        remarks = tuple(filter(None, [source.type, source.publisher]))
        return Row(link_to(archive, "sources", source.id), date_view(source.date), remarks, kinds=(source.type,))

    return _by_year((source.date, row(source)) for source in archive.sources.values())


def _article_rows(articles: list[Page]) -> Iterable[Row]:
    for article in articles:
        remarks = (article.description,) if article.description else ()
        yield Row(Link(article.title, article.route), date_view(article.date), remarks)


def _news(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    return _by_year(zip((article.date for article in articles), _article_rows(articles), strict=True))


def _one_group(
    rows: Callable[[Archive, list[Page]], Iterable[Row]],
) -> Callable[[Archive, list[Page]], Iterable[Group]]:
    """Make a grouping of rows that need no headings."""

    def grouping(archive: Archive, articles: list[Page]) -> Iterable[Group]:
        found = tuple(rows(archive, articles))
        return [Group("", "", found)] if found else []

    return grouping


def _count(archive: Archive, articles: list[Page], section: str) -> int:
    return len(articles) if section == "news" else len(getattr(archive, section, ()))


_GROUPINGS: dict[str, Callable[[Archive, list[Page]], Iterable[Group]]] = {
    "meetings": _meetings,
    "organizations": _organizations,
    "people": _people,
    "statements": _statements,
    "outcomes": _outcomes,
    "listings": _one_group(lambda archive, _: _listing_rows(archive)),
    "timeline": _timeline,
    "brands": _one_group(lambda archive, _: _brand_rows(archive)),
    "news": _news,
    "sources": _sources,
}
