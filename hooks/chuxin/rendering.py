"""Views → HTML, with a Jinja environment of its own: autoescape on, undefined names are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .frames import tidy
from .markup import render_text
from .routes import SECTIONS, index_route, root_from
from .wording import KIND_NAMES, UNKNOWN


class Renderer:
    """Renders the templates of one folder. `site_url` and `records_url` are empty when not known."""

    def __init__(self, templates: Path, site_url: str = "", records_url: str = "") -> None:
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(href=_href, markdown=_markdown)
        self._environment.globals.update(
            site_url=site_url,
            records_url=records_url,
            unknown=UNKNOWN,
            kind_names=KIND_NAMES,
            sections=SECTIONS,
            index_route=index_route,
        )

    def render(self, template: str, route: str, **context: Any) -> str:
        """Render one template for the page at `route`."""
        html = self._environment.get_template(template).render(root=root_from(route), route=route, **context)
        return tidy(html)


@pass_context
def _href(context: Context, route: str) -> str:
    return context["root"] + route


@pass_context
def _markdown(context: Context, text: str) -> Markup:
    return render_text(text, context["root"])
