"""How readers say what is wrong: to whom, and where that is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..records.settings import Contact


@dataclass(frozen=True)
class AddressView:
    """An address of mail, a telephone number or an address on the web: as shown, and what it leads to."""

    text: str
    href: str

    @property
    def is_mail(self) -> bool:
        """Whether a letter can be begun with a subject and a text."""
        return self.href.startswith("mailto:")


@dataclass(frozen=True)
class CorrectionsView:
    """The office that is told, empty when none is published, and whether the site has a page about itself."""

    name: str
    addresses: tuple[AddressView, ...]
    has_about: bool


def corrections_view(contact: Contact | None, has_about: bool) -> CorrectionsView:
    """Return what pages say of an archive's contact."""
    addresses = tuple(AddressView(text, _href(text)) for text in contact.addresses) if contact else ()
    return CorrectionsView(contact.name if contact else "", addresses, has_about)


def _href(address: str) -> str:
    if address.startswith("http"):
        return address
    if "@" in address:
        return f"mailto:{address}"
    # A telephone waits at a comma, then dials the extension.
    return f"tel:{re.sub('[ -]', '', address).replace('转', ',')}"
