"""What a link on this site may lead to, and what to say of one that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..archive.directory import Directory
from ..archive.linking import Archive
from ..archive.loading import Key, LoadedRecords
from ..archive.references import Reference
from ..markup.routes import STATEMENTS
from ..problems.problems import Problem, Span
from ..records.advice import for_name
from ..records.fields import PARTS, is_id
from ..records.kinds import KIND_NAMES, KINDS, PAGED
from ..records.wording import did_you_mean
from ..records.written import MAX_ID
from ..words.dates import PartialDate
from ..words.guesses import nearest

# So many parts of a record are named at most where none of them is near to what was written.
_MOST = 3


@dataclass(frozen=True)
class Catalogue:
    """The keys of all records and statements, and the addresses of all other pages (`about/`)."""

    keys: frozenset[Key]
    addresses: frozenset[str]
    directory: Directory
    unread_meetings: frozenset[str] = frozenset()
    """Ids of meetings that did not load: their statements cannot be judged."""

    @classmethod
    def of(cls, archive: Archive, loaded: LoadedRecords, addresses: Iterable[str]) -> Catalogue:
        """Collect what is there. Records that did not load count: their mistake is reported once."""
        found = {(section, identifier) for section in PAGED for identifier in archive.paged(section)}
        unread = frozenset(identifier for kind, identifier in loaded.broken if kind == "meetings")
        directory = Directory(archive, loaded)
        return cls(frozenset(found | loaded.broken), frozenset(addresses), directory, unread)

    def has(self, kind: str, identifier: str) -> bool:
        """Tell whether a record or a statement is there."""
        if (kind, identifier) in self.keys:
            return True
        if kind != STATEMENTS or not self.unread_meetings:
            return False
        parts = identifier.split("-", maxsplit=MAX_ID)
        return any("-".join(parts[:end]) in self.unread_meetings for end in range(1, len(parts)))

    def has_address(self, route: str) -> bool:
        """Tell whether a page stands at `route`, a record's page or another."""
        kind, _, rest = route.partition("/")
        return route in self.addresses or (rest.endswith("/") and self.has(kind, rest[:-1]))

    def missing_record(self, span: Span, reference: Reference) -> Problem:
        """Return the problem of an id in a field that names no record of its kind."""
        kind, identifier = reference.kind, reference.id
        name = KIND_NAMES[kind]
        # Two names in one place are near to each of them.
        meant = self._meant(kind, identifier) if "、" not in identifier else ""
        if not is_id(identifier):
            hint = meant or for_name(kind, reference.path, identifier) or f"先新建这份记录：chuxin new {kind}"
            return Problem(span, "E308", f"{name}要写编号，“{identifier}” 不是编号", hint)
        elsewhere = [KIND_NAMES[other] for other in KINDS if (other, identifier) in self.keys]
        if elsewhere:
            return Problem(
                span, "E302", f"找不到{name} “{identifier}”", f"它是{elsewhere[0]}的编号，这里要写{name}的编号"
            )
        hint = meant or f"编号写得对，就先新建这份记录：chuxin new {kind}"
        return Problem(span, "E301", f"找不到{name} “{identifier}”", hint)

    def missing_part(self, span: Span, reference: Reference, parts: Iterable[str]) -> Problem:
        """Return the problem of an entry of a list, or of an item of an agenda, that is not among those there are."""
        written = reference.id
        record, _, part = written.partition("/")
        # Who has the part right may have another record before it.
        found = nearest(written, parts) or [one for one in parts if one.endswith(f"/{part}")][:_MOST]
        hint = did_you_mean(*found) if found else self._parts_of(record, parts)
        return Problem(span, "E301", f"找不到{PARTS[reference.kind].name} “{written}”", hint)

    def _parts_of(self, written: str, parts: Iterable[str]) -> str:
        """Return what a record has, or the record that is meant: meetings are often called 2023-7-6."""
        found: dict[str, list[str]] = {}
        for known in parts:
            record, _, part = known.partition("/")
            found.setdefault(record, []).append(part)
        date = PartialDate.guess(written)
        meant = next((one for one in (written, str(date)) if one in found), "")
        if not meant:
            return "斜线前面的记录先要有，里面也要有斜线后面的编号"
        named = found[meant]
        return f"{meant} 里有 {'、'.join(named[:_MOST])}{' 等' if len(named) > _MOST else ''}"

    def missing_link(self, span: Span, kind: str, identifier: str) -> Problem:
        """Return the problem of a link or a card in a text that names no record."""
        written = f"{kind}/{identifier}" if kind else identifier
        kinds = [kind] if kind in KIND_NAMES else nearest(kind, (*KINDS, STATEMENTS)) or [*KINDS, STATEMENTS]
        found = [
            f"{one}/{self.directory.shown(one, key)}" for one in kinds for key in self.directory.meant(one, identifier)
        ]
        hint = did_you_mean(*found[:3]) if found else ""
        if kind not in KIND_NAMES and not found:
            hint = "写成 种类/编号，例如 organizations/quyang-hospital"
        return Problem(span, "E307", f"找不到记录 “{written}”", hint)

    def missing_address(self, span: Span, address: str) -> Problem:
        """Return the problem of a link to an address of this site (`/about/`) where no page stands."""
        kind, _, identifier = address.strip("/").removesuffix(".md").partition("/")
        found = [f"/{kind}/{key}/" for key in self.directory.meant(kind, identifier)] if identifier else []
        routes = [f"/{route}" for route in sorted(self.addresses)]
        whole = f"/{address.strip('/').removesuffix('.md')}/"
        found = [whole] if whole in routes else found or nearest(address, routes)
        hint = did_you_mean(*found) if found else "地址以 / 开头，以 / 结尾，例如 /about/"
        return Problem(span, "E306", f"本站没有 {address} 这个地址", hint)

    def _meant(self, kind: str, written: str) -> str:
        found = [self.directory.shown(kind, key) for key in self.directory.meant(kind, written)]
        return did_you_mean(*found) if found else ""
