"""References lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import RECORD, likely_links, links
from ..places import locate, locate_texts
from ..problems import Problem
from ..targets import Targets
from .subject import Subject


def ids_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every id in a field names a record of the kind that belongs there."""
    targets, sources = subject.targets, subject.loaded.sources
    for key, reference in subject.references:
        if reference.text is None and reference.kind != "entries" and not targets.has(reference.kind, reference.id):
            yield targets.missing_record(locate(sources[key], reference.path), reference.kind, reference.id)


def entries_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every entry that a list's entry meets is there."""
    loaded = subject.loaded
    listings = loaded.records["listings"]
    entries = {f"{listing.id}/{entry.id}" for listing in listings.values() for entry in listing.entries}
    for key, reference in subject.references:
        listing = reference.id.partition("/")[0]
        if (
            reference.kind == "entries"
            and "/" in reference.id
            and reference.id not in entries
            and ("listings", listing) not in loaded.broken
        ):
            span = locate(loaded.sources[key], reference.path)
            yield subject.targets.missing_entry(span, reference.id, entries)


def text_links_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every link in a text to a record or to an address of this site leads to a page."""
    targets = subject.targets
    for key, reference in subject.references:
        if reference.text is None or _all_lead_somewhere(reference.text, targets):
            continue
        source, found = subject.loaded.sources[key], links(reference.text)
        for kind, identifier in dict.fromkeys(found.records):
            if not targets.has(kind, identifier):
                written = (RECORD, f"{kind}/{identifier}") if kind else ("", f"{RECORD}{identifier}")
                for span in locate_texts(source, reference.path, *written):
                    yield targets.missing_link(span, kind, identifier)
        for address in dict.fromkeys(found.addresses):
            if not targets.has_address(address[1:]):
                for span in locate_texts(source, reference.path, "", address):
                    yield targets.missing_address(span, address)


def _all_lead_somewhere(text: str, targets: Targets) -> bool:
    """Tell whether a first look shows that no link is wrong."""
    found = likely_links(text)
    return (
        found is not None
        and all(targets.has(*record) for record in found.records)
        and all(targets.has_address(address[1:]) for address in found.addresses)
    )
