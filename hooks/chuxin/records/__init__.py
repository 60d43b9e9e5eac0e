"""The records as editors write them: frozen models that know no files and no pages."""

from .fields import Markdown, Model, Record, Ref
from .meetings import (
    AgendaItem,
    AttendanceGroup,
    Decision,
    FollowUp,
    Founding,
    Launch,
    Meeting,
    Remarks,
    Report,
    Signing,
    Speech,
    Statement,
    Unveiling,
)
from .organizations import BODIES, CLASSES, Attendee, Classification, Membership, Organization, Person, Post
from .others import LISTS, Brand, Entry, FrontMatter, Listing, Outcome, Source
from .settings import Contact, Settings, Synonym

# The folder of a kind, and the model of the records in it. Reports and pages keep this order.
KINDS: dict[str, type[Record]] = {
    "meetings": Meeting,
    "organizations": Organization,
    "people": Person,
    "outcomes": Outcome,
    "listings": Listing,
    "brands": Brand,
    "sources": Source,
}

__all__ = [
    "BODIES",
    "CLASSES",
    "KINDS",
    "LISTS",
    "AgendaItem",
    "AttendanceGroup",
    "Attendee",
    "Brand",
    "Classification",
    "Contact",
    "Decision",
    "Entry",
    "FollowUp",
    "Founding",
    "FrontMatter",
    "Launch",
    "Listing",
    "Markdown",
    "Meeting",
    "Membership",
    "Model",
    "Organization",
    "Outcome",
    "Person",
    "Post",
    "Record",
    "Ref",
    "Remarks",
    "Report",
    "Settings",
    "Signing",
    "Source",
    "Speech",
    "Statement",
    "Synonym",
    "Unveiling",
]
