"""References lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..archive.references import Reference
from ..markup.fields import RECORD, likely_links, links
from ..problems.problems import Problem, enough
from ..problems.typed import SourceText
from ..reading.places import locate, locate_texts
from ..records.fields import PARTS
from ..records.listings import Listing
from ..records.meetings import Meeting
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
            and reference.kind not in PARTS
            and not catalogue.has(reference.kind, reference.id)
        )
        yield from enough(missing)


def parts_resolve(inspection: Inspection) -> Iterator[Problem]:
    """Ensure every entry of a list and every item of an agenda that a field names is there."""
    loaded, archive = inspection.loaded, inspection.archive
    there: dict[str, tuple[str, Mapping[str, object]]] = {
        "entries": (Listing.folder, archive.entries),
        "items": (Meeting.folder, archive.items),
    }

    def is_missing(reference: Reference) -> bool:
        if reference.kind not in there:
            return False
        kind, parts = there[reference.kind]
        record, slash, _ = reference.id.partition("/")
        return bool(slash) and reference.id not in parts and (kind, record) not in loaded.broken

    for key, of_record in inspection.references.items():
        missing = (
            inspection.catalogue.missing_part(
                locate(loaded.text(key), reference.path), reference, there[reference.kind][1]
            )
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
