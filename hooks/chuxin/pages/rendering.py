"""Views → HTML, with a Jinja environment of its own: autoescape on, undefined names are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..markup.fields import render_text
from ..markup.routes import FOLLOW_UPS, NEWS, index_route, root_from
from ..records.kinds import KIND_NAMES, PAGED, SECTIONS
from ..records.wording import UNKNOWN
from .frames import tidy
from .qr import QrCodes
from .times import in_pieces

# Templates stand beside the modules of the pages that they draw.
TEMPLATES = Path(__file__).parent
# As what the search finds the rows of each section, where that is one kind.
_SEARCHED = {**{section: section for section in PAGED}, FOLLOW_UPS: "meetings", NEWS: "pages"}


class Renderer:
    """Renders templates, usually those beside this module. `site_url` and `records_url` are empty when not known.

    Links are relative, so what a template writes depends on how deep its page stands. There is one environment for
    each depth: the way to the root is then a constant, and imported macros are run once, not once a page.
    """

    def __init__(self, site_url: str = "", records_url: str = "", templates: Path = TEMPLATES) -> None:
        self._loader = FileSystemLoader(templates)
        self.site_url = site_url
        self._globals = {"site_url": site_url, "records_url": records_url}
        self._qr_codes = QrCodes()
        self._environments: dict[str, Environment] = {}

    def render(self, template: str, route: str, **context: Any) -> str:
        """Render one template for the page at `route`."""
        root = root_from(route)
        if root not in self._environments:
            self._environments[root] = self._environment(root)
        return tidy(self._environments[root].get_template(template).render(route=route, **context))

    def _environment(self, root: str) -> Environment:
        environment = Environment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.filters.update(
            href=lambda route: root + route, markdown=lambda text: render_text(text, root), pieces=in_pieces
        )
        environment.globals.update(
            self._globals,
            unknown=UNKNOWN,
            kind_names=KIND_NAMES,
            sections=SECTIONS,
            searched=_SEARCHED,
            index_route=index_route,
            qr_code=self._qr_codes.code,
        )
        return environment
