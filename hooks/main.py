"""The MkDocs adapter: events in, calls out. The only file that knows MkDocs; everything else is in `chuxin`.

What one build knows is a `Build` that `on_config` makes and keeps in the build's own configuration. Mistakes are found
in `on_config`, before MkDocs empties the site's folder. In the preview (`mkdocs serve`) they end nothing: the site is
then built without pages, and what is wrong is its error page, which is shown at every address until it is mended.
"""

from __future__ import annotations

import gc
import logging
import sys
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from chuxin.frames import Frame, placeholder
from chuxin.markup import plain_text
from chuxin.preview import ERROR_PAGE, ErrorPages
from chuxin.problems import Problem
from chuxin.prose import finished, rendered
from chuxin.rendering import Renderer
from chuxin.reports import text as report
from chuxin.routes import COMPONENTS, SEARCH, SECTIONS, index_route
from chuxin.search.documents import documents
from chuxin.search.files import search_files
from chuxin.site import RECORD_KINDS, Site, read_site
from chuxin.views.common import date_view
from chuxin.views.report import report_view
from chuxin.wording import KIND_NAMES
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import clean_directory

_HERE = Path(__file__).resolve().parent
_TEMPLATES = _HERE.parent / "overrides" / "records"
# MkDocs tells only at its start which command it runs.
_previewing = False
# Whether the newest build found errors. Those who ask the preview for a page know no build.
_failing = False


class _Quiet(logging.Filter):
    """Hides what MkDocs says of frames and of its own sitemap: that they were left out, as they should be."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a message is to be shown."""
        return not record.msg.startswith(("Page skipped", "Template skipped: 'sitemap.xml' generated"))


def on_startup(command: str, dirty: bool) -> None:
    """Set up what lasts as long as MkDocs runs."""
    global _previewing
    _previewing = command == "serve"
    logging.getLogger("mkdocs.commands.build").addFilter(_Quiet())


class Build:
    """One build: the site that was read, the renderer, and the frames captured so far."""

    def __init__(self, site: Site, renderer: Renderer) -> None:
        self.site = site
        self.renderer = renderer
        self.frames: dict[str, Frame] = {}
        self.routes: list[str] = []
        self.texts: dict[str, str] = {}
        """The text of each hand-written page, for the search."""

    def write_records(self, folder: Path) -> None:
        """Set every record into its kind's frame and write it."""
        for page in self.site.record_pages():
            body = self.site.render_record(self.renderer, page)
            html = self.frames[page.kind].fill(page.title, page.description, page.id, body)
            target = folder / page.route / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, encoding="utf-8")
            self.routes.append(page.route)

    def write_search(self, folder: Path) -> None:
        """Write what the browser needs to search."""
        archive = self.site.archive
        pages = [(page, self.texts.get(path, "")) for path, page in sorted(self.site.pages.items())]
        for name, content in search_files(documents(archive, pages), archive.settings.synonyms):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything; stop here when anything is wrong."""
    global _failing
    # What was read stays to the build's end: the collector need not go through it again and again, which took a fifth
    # of the time. What an earlier build of `mkdocs serve` read can go.
    gc.unfreeze()
    site, problems = read_site(_archive(config), Path(config.docs_dir))
    gc.freeze()
    _failing = site is None
    if site is None and not _previewing:
        raise PluginError(f"\n{report(problems)}网站没有重新生成。")
    if problems:
        print(report(problems), file=sys.stderr)
    if site is None:
        return _reporting(config, problems)
    renderer = Renderer(_TEMPLATES, config.site_url or "", config.extra["records_url"])
    config.extra["build"] = Build(site, renderer)
    config.extra["preview"] = _previewing
    config.extra["cards"] = {kind: KIND_NAMES[kind] for kind in RECORD_KINDS}
    config.extra["fictional"] = site.archive.settings.fictional
    config.nav = _nav_of(config.nav or [], site)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the index pages and one frame per kind of record."""
    if "report" in config.extra:
        return Files([file for file in files if not file.is_documentation_page()])
    for section in SECTIONS:
        files.append(File.generated(config, f"{section}/index.md", content=f"---\ntitle: {KIND_NAMES[section]}\n---\n"))
    files.append(File.generated(config, f"{SEARCH}/index.md", content="---\ntitle: 搜索\n---\n"))
    if config.extra["fictional"]:
        files.append(File.generated(config, f"{COMPONENTS}/index.md", content="---\ntitle: 组件\n---\n"))
    for kind in RECORD_KINDS:
        content = f"---\ntitle: {placeholder('title')}\n---\n"
        files.append(File.generated(config, f"{kind}/{placeholder('slug')}.md", content=content))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Leave nothing for MkDocs to convert: hand-written pages were read and converted when they were checked."""
    return "" if page.file.src_uri in config.extra["build"].site.pages else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take hand-written pages as they were read; give generated pages their description."""
    build: Build = config.extra["build"]
    written = build.site.pages.get(page.file.src_uri)
    if written is None:
        kind, is_frame = _generated(page)
        page.meta = {"title": page.meta["title"], "section": kind, "generated": True}
        name = f"{page.title}——{config.site_name}"
        page.meta["description"] = placeholder("description") if is_frame else name
        return ""
    section = page.file.src_uri.partition("/")[0]
    page.meta = {"section": section, "date": date_view(written.date)}
    # The theme's templates do not escape.
    name = written.title or written.document.title
    page.meta |= {"title": escape(name)} if name else {}
    page.meta |= {"description": escape(written.description)} if written.description else {}
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the archive's HTML into index pages and the home page, placeholders into frames, cards into all others."""
    build: Build = config.extra["build"]
    if page.meta.get("generated"):
        kind, is_frame = _generated(page)
        if kind == SEARCH:
            return build.renderer.render("search.html", index_route(SEARCH))
        if kind == COMPONENTS:
            return build.site.render_components(build.renderer)
        return placeholder("body") if is_frame else build.site.render_index(build.renderer, kind)
    written = build.site.pages[page.file.src_uri]
    page.toc = get_toc(written.document.toc)
    html = rendered(written, build.site.pages)
    build.texts[written.path] = plain_text(html)
    html = finished(html, written, partial(build.site.render_card, build.renderer, written.route))
    return html + build.site.render_home(build.renderer) if page.is_homepage else html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Capture the frames and keep them out of the site."""
    build: Build = config.extra["build"]
    kind, is_frame = _generated(page)
    if page.meta.get("generated") and is_frame:
        build.frames[kind] = Frame.of(output)
        return ""
    build.routes.append(page.file.url if page.file.url != "./" else "")
    return output


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Leave out MkDocs's own sitemap: it knows no records, and packs the time of the build."""
    return "" if template_name == "sitemap.xml" else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the records' pages, the search and the sitemap, or only the report."""
    folder = Path(config.site_dir)
    if "report" in config.extra:
        (folder / ERROR_PAGE).write_text(config.extra["report"], encoding="utf-8")
        return
    build: Build = config.extra["build"]
    build.write_records(folder)
    build.write_search(folder)
    if config.site_url:
        sitemap = build.renderer.render("sitemap.xml.html", "", routes=sorted(build.routes))
        (folder / "sitemap.xml").write_text(sitemap, encoding="utf-8")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder) -> LiveReloadServer:
    """Watch the records as well, and give error pages what reloads them."""
    archive = _archive(config)
    if not archive.is_dir():
        raise PluginError(f"没有这个档案文件夹：{archive}")
    server.watch(str(archive))
    server.set_app(ErrorPages(server.get_app(), urlsplit(config.site_url).path, lambda: _failing))
    return server


def _reporting(config: MkDocsConfig, problems: list[Problem]) -> MkDocsConfig:
    """Let the report be all that is built: an error page, which stands for every address."""
    print("网页上显示的是这份报告；改好并保存以后，网页会自己恢复。", file=sys.stderr)
    config.extra["report"] = Renderer(_TEMPLATES).render(
        "report.html",
        "",
        view=report_view(problems),
        site_name=config.site_name,
        root=urlsplit(config.site_url).path,
    )
    config.nav = []
    config.theme.static_templates = set()
    # MkDocs empties the folder, but not with --dirty: no page is shown from before the mistake.
    clean_directory(config.site_dir)
    return config


def _archive(config: MkDocsConfig) -> Path:
    """Return the folder of records; a relative one counts from `mkdocs.yml`."""
    return Path(config.config_file_path).parent / config.extra["archive"]


def _generated(page: Page) -> tuple[str, bool]:
    """Return the kind or section of a generated page, and whether it is a frame."""
    section, _, name = page.file.src_uri.partition("/")
    return section, name == f"{placeholder('slug')}.md"


def _nav_of(nav: list, site: Site) -> list:
    """Leave out what another folder of pages (`DOCS`) does not have."""
    ours = {f"{section}/index.md" for section in SECTIONS}

    def keep(entry):
        ((name, target),) = entry.items()
        if isinstance(target, list):
            inside = [kept for one in target if (kept := keep(one))]
            return {name: inside} if inside else None
        return entry if target in ours or target in site.pages else None

    return [kept for entry in nav if (kept := keep(entry))]
