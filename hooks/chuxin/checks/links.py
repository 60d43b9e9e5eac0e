"""References lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..archive.references import Reference
from ..markup.fields import RECORD, likely_links, links
from ..problems.problems import Problem, enough
from ..problems.typed import SourceText
from ..reading.places import locate, locate_texts
from ..records.written import MAX_TEXT
from .catalogue import Catalogue
from .inspection import Inspection


def ids_resolve(inspection: Inspection) -> Iterator[Problem]:
    """Ensure every id in a field names a record of the kind that belongs there."""
    catalogue, loaded = inspection.catalogue, inspection.loaded
    for key, of_record in inspection.references.items():
        missing = (
            catalogue.missing_record(locate(loaded.text(key), reference.path), reference)
            for reference in of_record
            if reference.text is None
            and reference.kind != "entries"
            and not catalogue.has(reference.kind, reference.id)
        )
        yield from enough(missing)


def entries_resolve(inspection: Inspection) -> Iterator[Problem]:
    """Ensure every entry that a list's entry meets is there."""
    loaded = inspection.loaded
    entries = inspection.archive.entries

    def is_missing(reference: Reference) -> bool:
        listing, slash, _ = reference.id.partition("/")
        is_entry = reference.kind == "entries" and slash and reference.id not in entries
        return bool(is_entry) and ("listings", listing) not in loaded.broken

    for key, of_record in inspection.references.items():
        missing = (
            inspection.catalogue.missing_entry(locate(loaded.text(key), reference.path), reference.id, entries)
            for reference in filter(is_missing, of_record)
        )
        yield from enough(missing)


def text_links_resolve(inspection: Inspection) -> Iterator[Problem]:
    """Ensure every link in a text to a record or to an address of this site leads to a page."""
    for key, of_record in inspection.references.items():
        yield from enough(_dead_links(inspection.loaded.text(key), of_record, inspection.catalogue))


def _dead_links(source: SourceText, references: Iterable[Reference], catalogue: Catalogue) -> Iterator[Problem]:
    for reference in references:
        # A text that is too long is refused for that; what it links need not be known.
        if reference.text is None or len(reference.text) > MAX_TEXT or _all_lead_somewhere(reference.text, catalogue):
            continue
        found = links(reference.text)
        for kind, identifier in dict.fromkeys(found.records):
            if not catalogue.has(kind, identifier):
                written = (RECORD, f"{kind}/{identifier}") if kind else ("", f"{RECORD}{identifier}")
                for span in locate_texts(source, reference.path, *written):
                    yield catalogue.missing_link(span, kind, identifier)
        for address in dict.fromkeys(found.addresses):
            if not catalogue.has_address(address[1:]):
                for span in locate_texts(source, reference.path, "", address):
                    yield catalogue.missing_address(span, address)


def _all_lead_somewhere(text: str, catalogue: Catalogue) -> bool:
    """Tell whether a first look shows that no link is wrong."""
    found = likely_links(text)
    return (
        found is not None
        and all(catalogue.has(*record) for record in found.records)
        and all(catalogue.has_address(address[1:]) for address in found.addresses)
    )
