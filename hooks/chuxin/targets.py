"""What a link on this site may lead to, and what to say of one that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .linking import Key, statements_of
from .loading import Loaded
from .problems import Problem, Span
from .routes import STATEMENTS
from .schema import KINDS
from .wording import KIND_NAMES


@dataclass(frozen=True)
class Targets:
    """The keys of all records and statements, and the addresses of all other pages (`about/`)."""

    keys: frozenset[Key]
    addresses: frozenset[str]
    unread_meetings: tuple[str, ...] = ()
    """Ids of meetings that did not load: their statements cannot be judged."""

    @classmethod
    def of(cls, loaded: Loaded, addresses: Iterable[str]) -> Targets:
        """Collect the targets of an archive. Records that did not load count: their mistake is reported once."""
        records = {(kind, identifier) for kind in KINDS for identifier in loaded.records[kind]}
        statements = {
            (STATEMENTS, statement.id)
            for meeting in loaded.records["meetings"].values()
            for statement in statements_of(meeting)
        }
        unread = tuple(identifier for kind, identifier in sorted(loaded.broken) if kind == "meetings")
        return cls(frozenset(records | statements | loaded.broken), frozenset(addresses), unread)

    def has(self, kind: str, identifier: str) -> bool:
        """Tell whether a record or a statement is there."""
        if (kind, identifier) in self.keys:
            return True
        return kind == STATEMENTS and any(identifier.startswith(f"{meeting}-") for meeting in self.unread_meetings)

    def has_address(self, route: str) -> bool:
        """Tell whether a page stands at `route`, a record's page or another."""
        kind, _, rest = route.partition("/")
        return route in self.addresses or (rest.endswith("/") and self.has(kind, rest[:-1]))

    def missing_record(self, span: Span, kind: str, identifier: str) -> Problem | None:
        """Return the problem of an id in a field that names no record of its kind."""
        if self.has(kind, identifier):
            return None
        elsewhere = [KIND_NAMES[other] for other in KINDS if (other, identifier) in self.keys]
        hint = f"“{identifier}” 是{elsewhere[0]}的编号，这里要写{KIND_NAMES[kind]}的编号" if elsewhere else ""
        return Problem(span, "E302" if elsewhere else "E301", f"找不到{KIND_NAMES[kind]} “{identifier}”", hint)

    def missing_link(self, span: Span, kind: str, identifier: str) -> Problem | None:
        """Return the problem of a link or a card in a text that names no record."""
        if self.has(kind, identifier):
            return None
        written = f"{kind}/{identifier}" if kind else identifier
        hint = "" if kind in KIND_NAMES else "写成 种类/编号，例如 organizations/quyang-hospital"
        return Problem(span, "E307", f"找不到记录 “{written}”", hint)

    def missing_address(self, span: Span, address: str) -> Problem | None:
        """Return the problem of a link to an address of this site (`/about/`) where no page stands."""
        if self.has_address(address[1:]):
            return None
        return Problem(span, "E306", f"本站没有 {address} 这个地址", "地址以 / 开头，以 / 结尾，例如 /about/")
