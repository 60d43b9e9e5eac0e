"""What is cited of a record: who answers for the words, what the page is called, and what its words are.

A summary's words are this site's, not the speaker's: so is the answer for them, and the title says so.
"""

from __future__ import annotations

from ..archive.linking import Archive, LinkedStatement, statements_of
from ..markup.routes import STATEMENTS, record_route
from ..records.wording import KIND_NAMES, PUBLICATION
from .citing import Citation, Cited, citation
from .parts import meeting_title, posts_text, posts_view, title

_SUMMARY = "概述"


def citation_view(archive: Archive, kind: str, identifier: str, site_url: str) -> Citation:
    """Return how the page of a record is cited. `site_url` is empty where it is not known."""
    author, note, rest = PUBLICATION, _note(archive, kind, identifier), ""
    if kind == STATEMENTS:
        statement = archive.statements[identifier]
        author = author if statement.item.form == _SUMMARY else archive.people[statement.item.speaker].name
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
        form = archive.statements[identifier].item.form
        return f"{form}，非原话" if form == _SUMMARY else form
    note = f"{KIND_NAMES[kind]}记录"
    if kind == "outcomes":
        return f"{note}，内容为概述"
    if kind == "meetings":
        forms = {statement.item.form for statement in statements_of(archive.meetings[identifier])}
        return f"{note}，含发言概述" if _SUMMARY in forms else note
    return note


def _occasion(archive: Archive, statement: LinkedStatement) -> str:
    """Return who spoke, with the posts of the day, when and at which meeting."""
    item, meeting = statement.item, statement.meeting
    posts = posts_text(posts_view(archive, item.organization, item.posts))
    return f"{posts}{archive.people[item.speaker].name}，{meeting.date.chinese}，{meeting_title(meeting)}"
