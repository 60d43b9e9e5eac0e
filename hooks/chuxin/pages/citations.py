"""What is cited of a record: who answers for the words, what the page is called, and what its words are.

A summary's words are this site's, not the speaker's: so is the answer for them, and the title says so.
"""

from __future__ import annotations

from ..archive.linking import Archive
from ..archive.naming import posts_text
from ..archive.statements import LinkedStatement
from ..markup.routes import record_route
from ..records.fields import Record
from ..records.kinds import KIND_NAMES
from ..records.meetings import Meeting
from ..records.outcomes import Outcome
from ..records.wording import PUBLICATION
from .citing import Citation, Cited, citation


def citation_view(archive: Archive, record: Record | LinkedStatement, site_url: str) -> Citation:
    """Return how the page of a record is cited. `site_url` is empty where it is not known."""
    author, note, rest = PUBLICATION, _note(archive, record), ""
    if isinstance(record, LinkedStatement):
        author = record.speaker if record.item.verbatim else author
        rest = f"：{_occasion(archive, record)}"
    elif isinstance(record, Meeting):
        rest = f"：{record.date.chinese}"
    mark = "（虚构示例）" if archive.settings.fictional else ""
    address = site_url and site_url + record_route(record.folder, record.id)
    name = f"{mark}{record.called}（{note}）{rest}"
    return citation(Cited(f"{record.folder}-{record.id}", author, name, PUBLICATION, note, address))


def _note(archive: Archive, record: Record | LinkedStatement) -> str:
    """Return what the words of a page are."""
    if isinstance(record, LinkedStatement):
        item = record.item
        if item.verbatim:
            return item.form
        return f"{item.form}，非原话" if item.is_published else f"内容{item.form}"
    note = f"{KIND_NAMES[record.folder]}记录"
    if isinstance(record, Outcome):
        return f"{note}，内容为概述"
    if isinstance(record, Meeting):
        said = [statement.item for statement in archive.statements_at[record.id] if statement.item.is_published]
        return note if all(item.verbatim for item in said) else f"{note}，含发言概述"
    return note


def _occasion(archive: Archive, statement: LinkedStatement) -> str:
    """Return who spoke, with the posts of the day, when and at which meeting."""
    item, meeting = statement.item, statement.meeting
    posts = posts_text(archive, item.organization, item.posts, meeting.date)
    return f"{posts}{statement.speaker}，{meeting.date.chinese}，{meeting.called}"
