"""What is public of what followed from meetings, over all of them: 后来怎样."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from ..archive.consequences import Result
from ..archive.linking import Archive
from ..archive.naming import part_title
from ..markup.routes import entry_route
from ..records.meetings import Meeting
from ..words.dates import UNDATED, PartialDate
from .parts import Link, date_view, link_to
from .rows import Group, Row, year_group
from .trails import result_link

EMPTY = "这里将按会议列出后来的事：哪一天，做了什么，依据什么来源。至今未见公开信息。"

# Of what something came from, so many are named in a row.
MOST_TIES = 12


def groups(archive: Archive) -> Iterator[Group]:
    """Yield what followed from the meetings of each year, by meetings, the newest first."""
    followed = (meeting for meeting in archive.of(Meeting).values() if has_followed(archive, meeting))
    for year, of_year in groupby(followed, key=lambda meeting: meeting.date.year):
        yield year_group(year, groups=tuple(_of_meeting(archive, meeting) for meeting in of_year))


def _of_meeting(archive: Archive, meeting: Meeting) -> Group:
    date = date_view(meeting.date)
    results = ((one.told.date, result_row(archive, one)) for one in _results(archive, meeting))
    found = [*_became(archive, meeting), *results]
    rows = tuple(row for _, row in sorted(found, key=lambda one: one[0]))
    link = link_to(archive, "meetings", meeting.id)
    return Group(date.day, f"m-{meeting.id}", rows, link=link, iso=date.iso, sense=date.sense)


def _entries_of(archive: Archive, meeting: Meeting) -> Iterator[str]:
    """Yield the entries that follow from what was done at a meeting, each once."""
    found = archive.consequences.entries
    yield from dict.fromkeys(chain.from_iterable(found.get(f"{meeting.id}/{item.id}", ()) for item in meeting.agenda))


def _results(archive: Archive, meeting: Meeting) -> Iterator[Result]:
    """Yield what followed a meeting, and what other meetings tell of its items, each once."""
    yield from (Result(meeting, place, told) for place, told in enumerate(meeting.follow_ups, 1))
    found = archive.consequences.of_items
    told = chain.from_iterable(found.get(f"{meeting.id}/{item.id}", ()) for item in meeting.agenda)
    yield from {(one.meeting.id, one.place): one for one in told if one.meeting is not meeting}.values()


def _became(archive: Archive, meeting: Meeting) -> Iterator[tuple[PartialDate, Row]]:
    for written in _entries_of(archive, meeting):
        listing, entry = archive.entries[written]
        link = Link(entry.title, entry_route(listing.id, entry.id))
        origins = _from(archive, [("items", one) for one in entry.follows])
        yield entry.date or UNDATED, Row(link, date_view(entry.date), (listing.type, origins))


def result_row(archive: Archive, result: Result) -> Row:
    """Return the row of one consequence: the first line of its text, which leads to where it stands, and its ties."""
    told = result.told
    link = result_link(result.meeting, result.place, told)
    ties = [*(("items", one) for one in told.items), *(("entries", one) for one in told.entries)]
    return Row(Link(link.text, link.route), link.date, (_from(archive, ties),) if ties else ())


def _from(archive: Archive, ties: Sequence[tuple[str, str]]) -> str:
    """Say where something came from. What goes back to very many meetings is a row of each: the first are named."""
    named = "、".join(part_title(archive, kind, one) for kind, one in ties[:MOST_TIES])
    return f"由来：{named}{f'等{len(ties)}项' if len(ties) > MOST_TIES else ''}"


def has_followed(archive: Archive, meeting: Meeting) -> bool:
    """Tell whether anything is public that followed from a meeting: a result, or an entry of a list."""
    return any(True for _ in chain(_results(archive, meeting), _entries_of(archive, meeting)))


def followed_count(archive: Archive) -> int:
    """Return of how many meetings anything is public that followed."""
    return sum(has_followed(archive, meeting) for meeting in archive.of(Meeting).values())


def order(archive: Archive) -> str:
    """Return how the rows are ordered, and of how many meetings nothing was published."""
    meetings, followed = len(archive.of(Meeting)), followed_count(archive)
    rest = f"；其余{meetings - followed}次未见公开信息" if followed < meetings else ""
    return f"出自{meetings}次会议中的{followed}次{rest}；新的会议在前"
