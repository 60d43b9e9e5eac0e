"""The MkDocs adapter: events in, calls out. The only file that knows MkDocs; everything else is in `chuxin`.

ProperDocs, which continues MkDocs 1, gives its own modules where MkDocs' are asked for: it runs this file as it is.

Mistakes are found in `on_config`, before anything is written. What a build knows goes through its events in the build's
own configuration. MkDocs then writes into a workplace beside the site's folder; the last event makes it the site. In
the preview (`mkdocs serve`) mistakes end nothing: the site is then built without pages, and what is wrong is its error
page, which is shown at every address until it is mended.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import click
from chuxin.pages.rendering import TEMPLATES, Renderer
from chuxin.problems.faults import halted, looked_at, trouble
from chuxin.problems.problems import Problem, display_path
from chuxin.problems.reports import text as report
from chuxin.problems.terminal import prepare, say
from chuxin.site.building import Build
from chuxin.site.navigation import navigation
from chuxin.site.policy import policy
from chuxin.site.preview import Application, OwnPages, Rebuilding, observer
from chuxin.site.reporting import replace_pages, report_page, write_report
from chuxin.site.scripts import SCRIPTS, without_comments
from chuxin.site.site import RecordPage, read_site
from chuxin.site.styles import STYLE_SHEET, joined
from chuxin.site.workplace import Workplace
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, clean_directory

_OVERRIDES = Path(__file__).resolve().parent.parent / "overrides"
# Which of the two is running.
_ENGINE = MkDocsConfig.__module__.partition(".")[0]
_log = logging.getLogger(f"{_ENGINE}.hooks")
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


class _Stopped(Abort):
    """Ends a build by problems that are printed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("网站没有重新生成。")
        self.problems = problems
        say(report(problems), err=True)

    def show(self, *_: object, **__: object) -> None:
        """Say the last word, as click asks for it."""
        say(self.message, err=True)


def on_startup(command: str, dirty: bool) -> None:
    """Set up what lasts as long as MkDocs runs."""
    prepare()
    logging.getLogger(f"{_ENGINE}.commands.build").addFilter(lambda record: not record.msg.startswith(_UNSAID))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything; stop here when anything is wrong."""
    # What was read stays to the build's end: the collector need not go through it again and again, which took a fifth
    # of the time. What an earlier build of `mkdocs serve` read can go.
    gc.unfreeze()
    site, problems = read_site(_archive(config), Path(config.docs_dir))
    gc.freeze()
    if site is None and not _is_preview():
        raise _Stopped(problems)
    if problems:
        say(report(problems), err=True)
    if site is None:
        return _reporting(config, problems)
    build = Build(site, Renderer(config.site_url or "", config.extra["records_url"]), config.site_name)
    config.extra["build"] = build
    config.extra["policy"] = policy(config.site_url)
    config.extra.update(build.settings(_OVERRIDES / "assets" / "cards"))
    config.nav = navigation(config.nav or [], site.pages)
    # The preview builds into a folder of its own, which nobody keeps.
    if not _is_preview():
        config.extra["workplace"] = workplace = Workplace(Path(config.site_dir), _say_that_it_waits)
        config.site_dir = str(workplace.folder)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page loads; add the style sheet, and the pages that nobody wrote; make scripts small."""
    for file in [file for file in files if _is_unused(file, config)]:
        files.remove(file)
    sheet = _OVERRIDES / "styles" / "site.css"
    files.append(File.generated(config, STYLE_SHEET, content=joined(sheet)))
    for file in files:
        if file.src_uri.startswith(SCRIPTS):
            file.content_string = without_comments(file.content_string)
    build: Build | None = config.extra.get("build")
    if build is None:
        return Files([file for file in files if not file.is_documentation_page()])
    for page in build.generated.values():
        files.append(File.generated(config, page.path, content=page.content))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Leave nothing for MkDocs to convert: hand-written pages were read and converted when they were checked."""
    build: Build = config.extra["build"]
    return "" if build.written(page.file.src_uri) else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give pages what they say of themselves; there is nothing to convert."""
    build: Build = config.extra["build"]
    page.meta = build.meta(page.file.src_uri)
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give pages their HTML."""
    build: Build = config.extra["build"]
    if written := build.written(page.file.src_uri):
        page.toc = get_toc([*written.document.toc])  # type: ignore[list-item] # as Python-Markdown has them
    return build.content(page.file.src_uri, page.is_homepage)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Capture the frames and keep them out of the site."""
    build: Build = config.extra["build"]
    return build.take(page.file.src_uri, page.file.url if page.file.url != "./" else "", output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Leave out MkDocs's own sitemap: it knows no records, and packs the time of the build."""
    return "" if template_name == "sitemap.xml" else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the records' pages, the search and the sitemap, or only the report."""
    build: Build | None = config.extra.get("build")
    if build is None:
        return write_report(Path(config.site_dir), config.extra["report"])
    build.write(Path(config.site_dir))
    workplace: Workplace | None = config.extra.get("workplace")
    if workplace and not _is_refused():
        workplace.put_in_place()
        config.site_dir = str(workplace.site)
        _log.info(f"网站已生成：{display_path(workplace.site)}")
    return None


def on_build_error(error: Exception) -> None:
    """Let no exception reach a person: the last resort. MkDocs says itself what it raises on purpose."""
    if isinstance(error, BuildError | Abort):
        return
    raise _Stopped([trouble(looked_at(error, _path_of) or "mkdocs.yml", error)]) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Watch records and templates as well; answer requests, and go on after errors, as `chuxin.site.preview` says."""
    archive = _archive(config)
    if not archive.is_dir():
        raise PluginError(f"没有这个档案文件夹：{archive}")
    watched = [str(archive), str(_OVERRIDES), str(TEMPLATES)]
    # What MkDocs watches by now: it has to be watched by the new observer.
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            watched.append(path)
    server.observer = observer()  # type: ignore[assignment] # any of watchdog's will do
    for path in watched:
        server.watch(path)
    server.builder = Rebuilding(server.builder, partial(_show, server, config))
    bind = partial(_bind, server.server_bind, config.dev_addr.port)
    server.server_bind = bind  # type: ignore[method-assign] # of this server only
    application = cast("Application", server.get_app())
    root = urlsplit(config.site_url or "").path
    server.set_app(OwnPages(application, config.dev_addr.host, root, Path(server.root)))
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
    if isinstance(error, _Stopped):
        problems = error.problems
    else:
        settings = display_path(config.config_file_path)
        is_halt = isinstance(error, MkDocsException)
        problems = [halted(settings, str(error)) if is_halt else trouble(settings, error)]
        say(report(problems), err=True)
    # On a disk that is full, the terminal alone tells.
    with suppress(OSError):
        page = report_page(problems, config.site_name, config.site_url or "")
        replace_pages(Path(server.root), page, _OVERRIDES)


def _reporting(config: MkDocsConfig, problems: list[Problem]) -> MkDocsConfig:
    """Let the report be all that is built: an error page, which stands for every address."""
    say("网页上显示的是这份报告；改好并保存以后，网页会自己恢复。", err=True)
    config.extra["report"] = report_page(problems, config.site_name, config.site_url or "")
    config.nav = []
    config.theme.static_templates = set()
    # MkDocs empties the folder, but not with --dirty: no page is shown from before the mistake.
    clean_directory(config.site_dir)
    return config


def _path_of(name: str, value: object) -> str | None:
    """Return the file that a variable of a running function is about, for the last resort."""
    if isinstance(value, Page):
        return display_path(value.file.abs_src_path or value.file.src_uri)
    if isinstance(value, RecordPage):
        return value.path
    return display_path(_OVERRIDES / str(value)) if name in ("template_name", "sheet") else None


def _say_that_it_waits() -> None:
    say("另一个生成正在进行，等它结束……", err=True)


def _is_preview() -> bool:
    """Tell whether this is `mkdocs serve`, which does not say so to the events of a build."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def _is_refused() -> bool:
    """Tell whether MkDocs will end this build for its warnings (`--strict`). It does so only after the last event."""
    handlers = logging.getLogger(_ENGINE).handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def _is_unused(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file comes from Material, of which pages load nothing, or is a part of the style sheet."""
    if file.src_dir == config.theme.custom_dir:
        return file.src_uri.startswith("styles/")
    return file.src_dir in config.theme.dirs


def _archive(config: MkDocsConfig) -> Path:
    """Return the folder of records; a relative one counts from `mkdocs.yml`."""
    return Path(config.config_file_path).parent / str(config.extra["archive"])
