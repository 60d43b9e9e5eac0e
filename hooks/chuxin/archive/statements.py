"""What was said at meetings: each statement together with the meeting where it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from ..markup.routes import STATEMENTS, statement_id
from ..records.agenda import ITEM_NAMES
from ..records.meetings import Meeting
from ..records.people import Attendee, Person
from ..records.speeches import Speech
from ..words.dates import PartialDate


@dataclass(frozen=True)
class LinkedStatement:
    """A statement, report or remarks together with the meeting where it was made."""

    id: str
    meeting: Meeting
    item: Speech
    position: int
    """Its place in the meeting's agenda."""
    speaker: str
    """Who spoke: the name of a person, or the words of the source for a group."""
    attendee: Attendee | None
    """Who spoke, as the list of those who attended has him."""
    called: str
    """What it is called: 李滨麓的发言, or the title that the editor gave it."""

    folder: ClassVar[str] = STATEMENTS
    has_page: ClassVar[bool] = True

    @property
    def sources(self) -> tuple[str, ...]:
        """The item's own sources, else its meeting's."""
        return self.item.sources or self.meeting.sources

    @property
    def note(self) -> str | None:
        """What its item says to readers."""
        return self.item.note

    @property
    def dated(self) -> PartialDate:
        """The day of the meeting."""
        return self.meeting.date

    @property
    def occasion(self) -> PartialDate | str:
        """The day on which it was made; where it is not known which day, the id of the meeting."""
        return self.dated if self.dated.to_the_day else self.meeting.id

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.meeting.file


def statements_of(meeting: Meeting, people: Mapping[str, Person]) -> Iterator[LinkedStatement]:
    """Yield what was said at a meeting, in the order of its agenda. A speaker may be nobody's id."""
    attending = {one.person: one for one in meeting.attendance.people}
    for position, item in enumerate(meeting.agenda):
        if isinstance(item, Speech):
            person = people.get(item.speaker or "")
            speaker = person.name if person else item.speaker or item.group or ""
            called = item.title or f"{speaker}的{ITEM_NAMES[item.type]}"
            attendee = attending.get(item.speaker or "")
            yield LinkedStatement(statement_id(meeting.id, item.id), meeting, item, position, speaker, attendee, called)
