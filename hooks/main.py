"""The MkDocs adapter: events in, calls out. The only file that knows MkDocs; everything else is in `chuxin`.

What one build knows is a `Build` that `on_config` makes and keeps in the build's own configuration. Mistakes are found
in `on_config`, before anything is written. MkDocs then writes into a workplace beside the site's folder; the last event
makes it the site. In the preview (`mkdocs serve`) mistakes end nothing: the site is then built without pages, and what
is wrong is its error page, which is shown at every address until it is mended.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from chuxin.markup.fields import plain_text
from chuxin.markup.routes import COMPONENTS, SEARCH, index_route
from chuxin.pages.frames import Frame, placeholder
from chuxin.pages.parts import date_view
from chuxin.pages.rendering import Renderer
from chuxin.pages.report import report_view
from chuxin.problems.faults import halted, trouble
from chuxin.problems.problems import Problem, display_path
from chuxin.problems.reports import text as report
from chuxin.problems.terminal import prepare, say
from chuxin.prose import finished, rendered
from chuxin.records.kinds import KIND_NAMES, PAGED, SECTIONS
from chuxin.site.policy import policy
from chuxin.site.preview import ERROR_PAGE, OwnPages, Rebuilding, observer
from chuxin.site.site import Site, read_site
from chuxin.site.styles import STYLE_SHEET, joined
from chuxin.site.workplace import Workplace
from chuxin.site.writing import Build, replace_pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, clean_directory

_OVERRIDES = Path(__file__).resolve().parent.parent / "overrides"
_log = logging.getLogger("mkdocs.hooks")
# What MkDocs says and nobody needs: that frames and its own sitemap were left out, as they should be; where it writes
# before the site is put in place; what stopped it, as the report says that better.
_UNSAID = (
    "Page skipped",
    "Template skipped: 'sitemap.xml' generated",
    "Cleaning site directory",
    "Building documentation to directory",
    "Error reading page",
    "Error building page",
)


@dataclass
class _Run:
    """What lasts as long as MkDocs runs, and is told to no event of a build, or to no request of the preview."""

    previewing: bool = False
    failing: bool = False
    """Whether the newest build found errors."""
    at: str = ""
    """The file that is being looked at."""


class _Stopped(Abort):
    """Ends a build by problems that are printed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("网站没有重新生成。")
        self.problems = problems
        say(report(problems), err=True)

    def show(self, *_: object, **__: object) -> None:
        """Say the last word, as click asks for it."""
        say(self.message, err=True)


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Set up what lasts as long as MkDocs runs."""
    prepare()
    _run.previewing = command == "serve"
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: not record.msg.startswith(_UNSAID))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything; stop here when anything is wrong."""
    _looking_at(str(_archive(config)))
    # What was read stays to the build's end: the collector need not go through it again and again, which took a fifth
    # of the time. What an earlier build of `mkdocs serve` read can go.
    gc.unfreeze()
    site, problems = read_site(_archive(config), Path(config.docs_dir))
    gc.freeze()
    _run.failing = site is None
    if site is None and not _run.previewing:
        raise _Stopped(problems)
    if problems:
        say(report(problems), err=True)
    if site is None:
        return _reporting(config, problems)
    renderer = Renderer(config.site_url or "", config.extra["records_url"])
    config.extra["build"] = Build(site, renderer, _archive(config), _looking_at)
    config.extra["policy"] = policy(config.site_url)
    config.extra["cards"] = {kind: KIND_NAMES[kind] for kind in PAGED}
    config.extra["fictional"] = site.archive.settings.fictional
    config.nav = _nav_of(config.nav or [], site)
    # The preview builds into a folder of its own, which nobody keeps.
    if not _run.previewing:
        config.extra["workplace"] = workplace = Workplace(Path(config.site_dir), _say_that_it_waits)
        config.site_dir = str(workplace.folder)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page loads; add the style sheet, the index pages and one frame per kind of record."""
    for file in [file for file in files if _is_unused(file, config)]:
        files.remove(file)
    _looking_at(str(_OVERRIDES / "styles" / "site.css"))
    files.append(File.generated(config, STYLE_SHEET, content=joined(_OVERRIDES / "styles")))
    if "report" in config.extra:
        return Files([file for file in files if not file.is_documentation_page()])
    for section in SECTIONS:
        files.append(File.generated(config, f"{section}/index.md", content=f"---\ntitle: {KIND_NAMES[section]}\n---\n"))
    files.append(File.generated(config, f"{SEARCH}/index.md", content="---\ntitle: 搜索\n---\n"))
    if config.extra["fictional"]:
        files.append(File.generated(config, f"{COMPONENTS}/index.md", content="---\ntitle: 组件\n---\n"))
    for kind in PAGED:
        content = f"---\ntitle: {placeholder('title')}\n---\n"
        files.append(File.generated(config, f"{kind}/{placeholder('slug')}.md", content=content))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Leave nothing for MkDocs to convert: hand-written pages were read and converted when they were checked."""
    return "" if page.file.src_uri in config.extra["build"].site.pages else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take hand-written pages as they were read; give generated pages their description."""
    _looking_at(page.file.abs_src_path or page.file.src_uri)
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
    if written.is_about:
        html += build.site.render_corrections(build.renderer)
    return html + build.site.render_home(build.renderer) if page.is_homepage else html


def on_page_context(context, page: Page, config: MkDocsConfig, nav):
    """Note which page MkDocs sets into its template."""
    _looking_at(page.file.abs_src_path or page.file.src_uri)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Capture the frames and keep them out of the site."""
    build: Build = config.extra["build"]
    kind, is_frame = _generated(page)
    if page.meta.get("generated") and is_frame:
        build.frames[kind] = Frame.of(output)
        return ""
    build.routes.append(page.file.url if page.file.url != "./" else "")
    return output


def on_pre_template(template, template_name: str, config: MkDocsConfig):
    """Note which template MkDocs renders."""
    _looking_at(str(_OVERRIDES / template_name))
    return template


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
    build.write(folder)
    workplace: Workplace | None = config.extra.get("workplace")
    if workplace and not _is_refused():
        workplace.put_in_place()
        config.site_dir = str(workplace.site)
        _log.info(f"网站已生成：{display_path(workplace.site)}")


def on_build_error(error: Exception) -> None:
    """Let no exception reach a person: the last resort. MkDocs says itself what it raises on purpose."""
    if isinstance(error, BuildError | Abort):
        return
    raise _Stopped([trouble(_run.at, error)]) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder) -> LiveReloadServer:
    """Watch the records and `overrides/` as well; answer requests, and go on after errors, as `chuxin.preview` says."""
    archive = _archive(config)
    if not archive.is_dir():
        raise PluginError(f"没有这个档案文件夹：{archive}")
    watched = [str(archive), str(_OVERRIDES)]
    # What MkDocs watches by now: it has to be watched by the new observer.
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    server.observer = observer()
    for path in watched:
        server.watch(path)
    server.builder = Rebuilding(server.builder, partial(_show, server, config))
    server.server_bind = partial(_bind, server.server_bind, config.dev_addr.port)
    host, root = config.dev_addr.host, urlsplit(config.site_url).path
    server.set_app(OwnPages(server.get_app(), host, root, lambda: _run.failing))
    return server


def _bind(bind: Callable[[], None], port: int) -> None:
    """Open the preview's port, or say why not."""
    try:
        bind()
    except OSError as error:
        hint = f"多半是另一个预览还开着：先关掉它，或者换一个端口，例如 mkdocs serve -a 127.0.0.1:{port + 1}"
        raise PluginError(f"预览打不开端口 {port}（{error.strerror}）。{hint}") from error


def _show(server: LiveReloadServer, config: MkDocsConfig, error: Exception) -> None:
    """Let the preview show what ended a build, and why."""
    _run.failing = True
    if isinstance(error, _Stopped):
        problems = error.problems
    else:
        settings = display_path(config.config_file_path)
        is_halt = isinstance(error, MkDocsException)
        problems = [halted(settings, str(error)) if is_halt else trouble(settings, error)]
        say(report(problems), err=True)
    # On a disk that is full, the terminal alone tells.
    with suppress(OSError):
        replace_pages(Path(server.root), ERROR_PAGE, _report_page(config, problems), _OVERRIDES)


def _reporting(config: MkDocsConfig, problems: list[Problem]) -> MkDocsConfig:
    """Let the report be all that is built: an error page, which stands for every address."""
    say("网页上显示的是这份报告；改好并保存以后，网页会自己恢复。", err=True)
    config.extra["report"] = _report_page(config, problems)
    config.nav = []
    config.theme.static_templates = set()
    # MkDocs empties the folder, but not with --dirty: no page is shown from before the mistake.
    clean_directory(config.site_dir)
    return config


def _report_page(config: MkDocsConfig, problems: list[Problem]) -> str:
    return Renderer().render(
        "report.html",
        "",
        view=report_view(problems),
        site_name=config.site_name,
        root=urlsplit(config.site_url).path,
        policy=policy(config.site_url),
    )


def _looking_at(path: str) -> None:
    """Note the file that is being looked at, for the last resort."""
    _run.at = display_path(path)


def _say_that_it_waits() -> None:
    say("另一个生成正在进行，等它结束……", err=True)


def _is_refused() -> bool:
    """Tell whether MkDocs will end this build for its warnings (`--strict`). It does so only after the last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def _is_unused(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file comes from Material, of which pages load nothing, or is a part of the style sheet."""
    if file.src_dir == config.theme.custom_dir:
        return file.src_uri.startswith("styles/")
    return file.src_dir in config.theme.dirs


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
