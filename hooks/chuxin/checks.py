"""The rules that no record breaks alone: each one function, one sentence, listed in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .linking import statements_of
from .loading import Loaded
from .markup import RECORD, links
from .problems import Problem
from .references import Reference, references
from .schema import BODIES
from .source import locate, locate_texts
from .targets import Targets


def check(loaded: Loaded, targets: Targets) -> list[Problem]:
    """Run every check over an archive and return what they found."""
    return [problem for rule in CHECKS for problem in rule(loaded, targets)]


def ids_resolve(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure every id in a field names a record of the kind that belongs there."""
    for key, reference in _references(loaded):
        if reference.text is None and reference.kind != "entries" and not targets.has(reference.kind, reference.id):
            span = locate(loaded.sources[key], reference.path)
            yield from _found(targets.missing_record(span, reference.kind, reference.id))


def entries_resolve(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure every entry that a list's entry meets is there."""
    listings = loaded.records["listings"]
    entries = {f"{listing.id}/{entry.id}" for listing in listings.values() for entry in listing.entries}
    for key, reference in _references(loaded):
        listing = reference.id.partition("/")[0]
        if reference.kind == "entries" and reference.id not in entries and ("listings", listing) not in loaded.broken:
            yield Problem(locate(loaded.sources[key], reference.path), "E301", f"找不到条目 “{reference.id}”")


def text_links_resolve(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure every link in a text to a record or to an address of this site leads to a page."""
    for key, reference in _references(loaded):
        if reference.text is None:
            continue
        source, found = loaded.sources[key], links(reference.text)
        for kind, identifier in dict.fromkeys(found.records):
            if not targets.has(kind, identifier):
                written = (RECORD, f"{kind}/{identifier}") if kind else ("", f"{RECORD}{identifier}")
                for span in locate_texts(source, reference.path, *written):
                    yield from _found(targets.missing_link(span, kind, identifier))
        for address in dict.fromkeys(found.addresses):
            if not targets.has_address(address[1:]):
                for span in locate_texts(source, reference.path, "", address):
                    yield from _found(targets.missing_address(span, address))


def bodies_take_members(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure that what units join and meetings convene is a joint conference, an alliance or a base."""
    organizations = loaded.records["organizations"]
    for key, reference in _references(loaded):
        body = organizations.get(reference.id) if reference.path[-1] == "body" else None
        if body and body.classification not in BODIES:
            message = f"“{body.name}” 的类别是{body.classification}，不能有成员"
            yield Problem(locate(loaded.sources[key], reference.path), "E303", message, f"只有{'、'.join(BODIES)}可以")


def parts_are_unique(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure no id occurs twice among a meeting's items or a list's entries."""
    for kind, parts in (("meetings", "agenda"), ("listings", "entries")):
        for record in loaded.records[kind].values():
            seen = set()
            for index, part in enumerate(getattr(record, parts)):
                if part.id in seen:
                    span = locate(loaded.sources[kind, record.id], (parts, index, "id"))
                    yield Problem(span, "E304", f"编号 “{part.id}” 在这份记录里用了两次")
                seen.add(part.id)


def statements_have_their_own_address(loaded: Loaded, targets: Targets) -> Iterator[Problem]:
    """Ensure no two meetings give the same address to a statement."""
    first: dict[str, str] = {}
    for meeting in loaded.records["meetings"].values():
        for statement in statements_of(meeting):
            if first.setdefault(statement.id, meeting.id) != meeting.id:
                span = locate(loaded.sources["meetings", meeting.id], ("id",))
                yield Problem(span, "E305", f"发言的地址 “{statement.id}” 与会议 {first[statement.id]} 的发言相同")


CHECKS: tuple[Callable[[Loaded, Targets], Iterator[Problem]], ...] = (
    ids_resolve,
    entries_resolve,
    text_links_resolve,
    bodies_take_members,
    parts_are_unique,
    statements_have_their_own_address,
)


def _references(loaded: Loaded) -> Iterator[tuple[tuple[str, str], Reference]]:
    for kind, records in loaded.records.items():
        for record in records.values():
            for reference in references(record):
                yield (kind, record.id), reference


def _found(problem: Problem | None) -> Iterator[Problem]:
    if problem:
        yield problem
