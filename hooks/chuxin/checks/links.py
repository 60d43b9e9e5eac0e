"""References lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..archive.references import Reference
from ..markup.fields import RECORD, likely_links, links
from ..problems.problems import Problem, enough
from ..problems.typed import Source
from ..reading.places import locate, locate_texts
from ..records.written import MAX_TEXT
from .subject import Subject
from .targets import Targets


def ids_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every id in a field names a record of the kind that belongs there."""
    targets, sources = subject.targets, subject.loaded.sources
    for key, of_record in subject.references.items():
        missing = (
            targets.missing_record(locate(sources[key], reference.path), reference.kind, reference.id)
            for reference in of_record
            if reference.text is None and reference.kind != "entries" and not targets.has(reference.kind, reference.id)
        )
        yield from enough(missing)


def entries_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every entry that a list's entry meets is there."""
    loaded = subject.loaded
    listings = loaded.records["listings"]
    entries = {f"{listing.id}/{entry.id}" for listing in listings.values() for entry in listing.entries}

    def is_missing(reference: Reference) -> bool:
        listing, slash, _ = reference.id.partition("/")
        is_entry = reference.kind == "entries" and slash and reference.id not in entries
        return bool(is_entry) and ("listings", listing) not in loaded.broken

    for key, of_record in subject.references.items():
        missing = (
            subject.targets.missing_entry(locate(loaded.sources[key], reference.path), reference.id, entries)
            for reference in filter(is_missing, of_record)
        )
        yield from enough(missing)


def text_links_resolve(subject: Subject) -> Iterator[Problem]:
    """Ensure every link in a text to a record or to an address of this site leads to a page."""
    for key, of_record in subject.references.items():
        yield from enough(_dead_links(subject.loaded.sources[key], of_record, subject.targets))


def _dead_links(source: Source, references: Iterable[Reference], targets: Targets) -> Iterator[Problem]:
    for reference in references:
        # A text that is too long is refused for that; what it links need not be known.
        if reference.text is None or len(reference.text) > MAX_TEXT or _all_lead_somewhere(reference.text, targets):
            continue
        found = links(reference.text)
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
