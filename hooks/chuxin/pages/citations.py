"""What is cited of a record: who answers for the words, what the page is called, and what its words are.

A summary's words are this site's, not the speaker's: so is the answer for them, and the title says so.
"""

from __future__ import annotations

from ..archive.linking import Archive, LinkedStatement, statements_of
from ..markup.routes import STATEMENTS, record_route
from ..records.kinds import KIND_NAMES
from ..records.wording import PUBLICATION
from .citing import Citation, Cited, citation
from .parts import meeting_title, posts_text, posts_view, title


def citation_view(archive: Archive, kind: str, identifier: str, site_url: str) -> Citation:
    """Return how the page of a record is cited. `site_url` is empty where it is not known."""
    author, note, rest = PUBLICATION, _note(archive, kind, identifier), ""
    if kind == STATEMENTS:
        statement = archive.statements[identifier]
        author = archive.people[statement.item.speaker].name if statement.item.verbatim else author
        rest = f"：{_occasion(archive, statement)}"
    elif kind == "meetings":
        rest = f"：{archive.meetings[identifier].date.chinese}"
    mark = "（虚构示例）" if archive.settings.fictional else ""
    address = site_url and site_url + record_route(kind, identifier)
    name = f"{mark}{title(archive, kind, identifier)}（{note}）{rest}"
    return citation(Cited(f"{kind}-{identifier}", author, name, PUBLICATION, note, address))


def _note(archive: Archive, kind: str, identifier: str) -> str:
    """Return what the words of a page are."""
    if kind == STATEMENTS:
        item = archive.statements[identifier].item
        return item.form if item.verbatim else f"{item.form}，非原话"
    note = f"{KIND_NAMES[kind]}记录"
    if kind == "outcomes":
        return f"{note}，内容为概述"
    if kind == "meetings":
        statements = statements_of(archive.meetings[identifier])
        return note if all(statement.item.verbatim for statement in statements) else f"{note}，含发言概述"
    return note


def _occasion(archive: Archive, statement: LinkedStatement) -> str:
    """Return who spoke, with the posts of the day, when and at which meeting."""
    item, meeting = statement.item, statement.meeting
    posts = posts_text(posts_view(archive, item.organization, item.posts))
    return f"{posts}{archive.people[item.speaker].name}，{meeting.date.chinese}，{meeting_title(meeting)}"
