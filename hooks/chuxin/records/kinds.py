"""The kinds of records. What else the program knows of a kind follows from its model, and from its page."""

from __future__ import annotations

from ..markup.routes import FOLLOW_UPS, NEWS, STATEMENTS, TIMELINE
from .brands import Brand
from .fields import Record
from .listings import Listing
from .meetings import Meeting
from .organizations import Organization
from .outcomes import Outcome
from .people import Person
from .sources import Source
from .speeches import Speech
from .titles import model_title


def kinds(*models: type[Record]) -> dict[str, type[Record]]:
    """Return the models by their folders. Raises ValueError where a folder is missing or has two models."""
    found = {model.folder: model for model in models}
    if len(found) < len(models) or "" in found:
        raise ValueError("every kind of record needs a folder of its own")
    return found


# The only list of kinds. Folders, reports, pages and the navigation have this order.
KINDS = kinds(Meeting, Organization, Person, Outcome, Listing, Brand, Source)

# What besides has an index of its own, and behind which kind it stands: what followed from meetings, what was said at
# them, all that has a date, and the dated hand-written pages.
_BEHIND = {
    Meeting: (FOLLOW_UPS, "后来怎样"),
    Person: (STATEMENTS, model_title(Speech)),
    Listing: (TIMELINE, "时间线"),
    Brand: (NEWS, "动态"),
}


def _sections() -> dict[str, str]:
    sections = {}
    for kind, model in KINDS.items():
        sections[kind] = model_title(model)
        if behind := _BEHIND.get(model):
            section, name = behind
            sections[section] = name
    return sections


# What each section of the site is called, by the first part of its address, in the order of the navigation.
KIND_NAMES = _sections()
SECTIONS = tuple(KIND_NAMES)
# The sections every item of which has a page of its own.
PAGED = tuple(section for section in SECTIONS if section in KINDS or section == STATEMENTS)
