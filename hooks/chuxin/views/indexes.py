"""What the index pages, the timeline and the home page show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from ..dates import PartialDate
from ..linking import Archive, statements_of
from ..prose import Page
from ..routes import SECTIONS, entry_route, index_route, item_route
from ..schema import CLASSES, Decision, Founding, Launch, Meeting, Unveiling
from ..wording import KIND_NAMES
from .common import (
    DateView,
    Link,
    StatementView,
    date_view,
    link_to,
    links_to,
    meeting_title,
    posts_text,
    statement_view,
)
from .meetings import item_title


@dataclass(frozen=True)
class Row:
    """One entry of an index: the link, its date where it has one, and short remarks."""

    link: Link
    date: DateView | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Entries under one heading. `anchor` is the heading's id, ASCII and stable."""

    heading: str
    anchor: str
    rows: tuple[Row, ...] = ()
    statements: tuple[StatementView, ...] = ()
    link: Link | None = None


@dataclass(frozen=True)
class IndexView:
    """An index page: the section, how many records it lists, and its groups."""

    section: str
    count: int
    groups: tuple[Group, ...]


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
    years: tuple[Link, ...]
    sections: tuple[Link, ...]


@dataclass(frozen=True, order=True)
class Event:
    """Something that happened on a day, for the timeline."""

    date: PartialDate
    meeting: str
    """The id of the meeting where it happened, if it was at one."""
    order: int
    """Its place in the meeting's agenda, from 1."""
    name: str
    link: Link
    remarks: tuple[str, ...] = ()


NEWEST = 6


def index_view(archive: Archive, articles: list[Page], section: str) -> IndexView:
    """Return an index page."""
    groups = tuple(_GROUPINGS[section](archive, articles))
    return IndexView(section, sum(len(group.rows) + len(group.statements) for group in groups), groups)


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
        years=tuple(Link(f"{year}年", f"{index_route('meetings')}#y{year}") for year in years),
        sections=tuple(
            Link(KIND_NAMES[section], index_route(section), str(count))
            for section in SECTIONS
            if (count := _count(archive, articles, section))
        ),
    )


def _new_members(archive: Archive) -> Iterable[NewMembers]:
    """Yield what the newest meeting that admitted anybody decided."""
    for meeting in archive.meetings.values():
        decisions = [item for item in meeting.agenda if isinstance(item, Decision) and item.result == "通过"]
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


def events(archive: Archive, articles: list[Page]) -> list[Event]:
    """Return everything that has a date, newest first; within a day in the order of the records."""
    found = [*_meeting_events(archive), *_other_events(archive, articles)]
    return sorted(found, key=lambda event: (event.date, event.meeting, -event.order), reverse=True)


def _meeting_events(archive: Archive) -> Iterable[Event]:
    for meeting in archive.meetings.values():
        yield Event(meeting.date, meeting.id, 0, "会议", link_to(archive, "meetings", meeting.id))
        for order, item in enumerate(meeting.agenda, 1):
            link = Link(item_title(archive, item), item_route(meeting.id, item.id))
            match item:
                case Decision():
                    names = [f"{verb}：{'、'.join(units)}" for verb, units in _changes(archive, item)]
                    yield Event(meeting.date, meeting.id, order, f"决定·{item.result}", link, tuple(names))
                case Founding():
                    yield Event(meeting.date, meeting.id, order, "成立", link)
                case Unveiling():
                    yield Event(meeting.date, meeting.id, order, "揭牌", link)
                case Launch():
                    yield Event(meeting.date, meeting.id, order, "发布", link)
        for follow_up in meeting.follow_ups:
            title = Link(meeting_title(meeting), f"{link_to(archive, 'meetings', meeting.id).route}#_follow-ups")
            yield Event(follow_up.date, "", 0, "会议后续", title)


def _other_events(archive: Archive, articles: list[Page]) -> Iterable[Event]:
    for membership in archive.memberships:
        unit = link_to(archive, "organizations", membership.unit)
        body = archive.organizations[membership.body].name
        if membership.since and not membership.joined:
            yield Event(membership.since, "", 0, "加入", unit, (f"加入{body}",))
        if membership.until and not membership.left:
            yield Event(membership.until, "", 0, "退出", unit, (f"退出{body}",))
    for outcome in archive.outcomes.values():
        if outcome.date:
            yield Event(outcome.date, "", 0, "成果", link_to(archive, "outcomes", outcome.id))
    for listing in archive.listings.values():
        for entry in listing.entries:
            if entry.date:
                yield Event(entry.date, "", 0, listing.name, Link(entry.title, entry_route(listing.id, entry.id)))
    for article in articles:
        yield Event(article.date, "", 0, "动态", Link(article.title, article.route))


def _changes(archive: Archive, item: Decision) -> list[tuple[str, list[str]]]:
    named = [("加入", change) for change in item.admits] + [("退出", change) for change in item.releases]
    return [(verb, [archive.organizations[unit].name for unit in change.organizations]) for verb, change in named]


def _timeline(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for (year, month), found in groupby(
        events(archive, articles), key=lambda event: (event.date.year, event.date.month)
    ):
        rows = tuple(Row(event.link, date_view(event.date), (event.name, *event.remarks)) for event in found)
        heading = f"{year}年{month}月" if month else f"{year}年（月份未载明）"
        yield Group(heading, f"y{year}-{month:02}", rows)


def _meetings(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for year, meetings in groupby(archive.meetings.values(), key=lambda meeting: meeting.date.year):
        yield Group(f"{year}年", f"y{year}", tuple(_meeting_row(archive, meeting) for meeting in meetings))


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
        yield Group(classification, f"c{CLASSES.index(classification) + 1}", tuple(rows))


def _people(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    held: dict[str, str] = {}
    for statement in archive.statements.values():
        if statement.item.speaker not in held:
            view = statement_view(archive, statement)
            held[statement.item.speaker] = f"{posts_text(view.posts)}（{view.date.text}）" if view.posts else ""
    for letter, people in groupby(archive.people.values(), key=lambda person: person.sort[0].upper()):
        rows = (
            Row(link_to(archive, "people", person.id), None, tuple(filter(None, [held.get(person.id)])))
            for person in people
        )
        yield Group(letter, f"letter-{letter.lower().replace('ü', 'v')}", tuple(rows))


def _statements(archive: Archive, articles: list[Page]) -> Iterable[Group]:
    for meeting, statements in groupby(archive.statements.values(), key=lambda statement: statement.meeting):
        link = link_to(archive, "meetings", meeting.id)
        views = tuple(statement_view(archive, statement) for statement in statements)
        yield Group(meeting.date.chinese, f"m-{meeting.id}", statements=views, link=link)


def _outcome_rows(archive: Archive) -> Iterable[Row]:
    for outcome in archive.outcomes.values():
        authors = "、".join(archive.people[author].name for author in outcome.authors)
        institution = archive.organizations[outcome.institution].name if outcome.institution else ""
        remarks = filter(None, [outcome.type, f"{institution}{authors}"])
        yield Row(link_to(archive, "outcomes", outcome.id), date_view(outcome.date), tuple(remarks))


def _listing_rows(archive: Archive) -> Iterable[Row]:
    for listing in archive.listings.values():
        count = f"{len(listing.entries)}条" if listing.entries else "条目未见公开"
        yield Row(link_to(archive, "listings", listing.id), None, (count,))


def _brand_rows(archive: Archive) -> Iterable[Row]:
    for brand in archive.brands.values():
        yield Row(link_to(archive, "brands", brand.id), None, (brand.type,))


def _source_rows(archive: Archive) -> Iterable[Row]:
    for source in archive.sources.values():
        remarks = filter(None, [source.type, source.publisher])
        yield Row(link_to(archive, "sources", source.id), date_view(source.date), tuple(remarks))


def _article_rows(articles: list[Page]) -> Iterable[Row]:
    for article in articles:
        remarks = (article.description,) if article.description else ()
        yield Row(Link(article.title, article.route), date_view(article.date), remarks)


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
    "outcomes": _one_group(lambda archive, _: _outcome_rows(archive)),
    "listings": _one_group(lambda archive, _: _listing_rows(archive)),
    "timeline": _timeline,
    "brands": _one_group(lambda archive, _: _brand_rows(archive)),
    "news": _one_group(lambda _, articles: _article_rows(articles)),
    "sources": _one_group(lambda archive, _: _source_rows(archive)),
}
