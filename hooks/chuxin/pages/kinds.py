"""The pages of every kind: `PAGE` of the module that is named as the kind."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..records.kinds import PAGED
from .page import Page

PAGES: dict[str, Page[Any]] = {section: import_module(f"{__package__}.{section}").PAGE for section in PAGED}
