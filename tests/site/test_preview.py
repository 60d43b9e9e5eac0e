"""The preview: a mistake becomes the page, mending it brings the page back, and every request is answered."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from axe import RUN_AXE, SIZES, TARGET_SIZE, TEXT_SIZE
from chuxin.site.preview import OwnPages, is_own_name
from playwright.sync_api import Browser, Page, expect
from sites import ROOT, SAMPLE

# Seconds until something that must happen has happened. It mostly takes two: no test waits without need.
LIMIT = 40
PERSON = ("people/jia-yiming.yml", "sort:", "phone: <script>alert(1)</script>\nsort:")
MEETING = ("meetings/2031-03-12.yml", "- qingshi-hospital", "- qingshi-hospitel")
SPACE = ("people/jia-yiming.yml", "sort:", "note: 甲 乙\nsort:")
ABOUT = ("docs/about.md", "title: 关于", "title: 关于\ndate: 昨天")
ERRORS = ".cx-problems:not(.cx-problems--mild) > .cx-problem"


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy of the sample: its address, its folder, what it prints."""

    address: str
    archive: Path
    log: Path

    def damage(self, file: str, old: str, new: str) -> None:
        """Replace one text of a file."""
        path = self.archive / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def mend(self) -> None:
        """Bring every file back as it was."""
        for original in SAMPLE.rglob("*.*"):
            file = self.archive / original.relative_to(SAMPLE)
            if file.read_bytes() != original.read_bytes():
                file.write_bytes(original.read_bytes())

    def times_printed(self, text: str) -> int:
        """Return how often a text was printed by one build. A file that is seen half written is built twice."""
        return max(build.count(text) for build in self.log.read_text(encoding="utf-8").split("Building documentation"))

    def answer(self, route: str) -> tuple[int, str]:
        """Return the status and the text of what is answered."""
        try:
            with urllib.request.urlopen(self.address + route, timeout=LIMIT) as response:
                return response.status, response.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")


def started(folder: Path, port: int, *options: str, site_url: str = "", root: Path = ROOT) -> subprocess.Popen[bytes]:
    """Start `mkdocs serve` of the archive in a folder, with the program in `root`. It leaves nothing elsewhere."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("RECORDS_URL", "SOURCE_DATE_EPOCH")},
        "ARCHIVE": str(folder / "archive"),
        "DOCS": str(SAMPLE / "docs" if not (folder / "archive").is_dir() else folder / "archive" / "docs"),
        "SITE_URL": site_url,
        "TMPDIR": str(folder),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(root / "hooks"),
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen([*command, *options], cwd=folder, env=environment, stdout=log, stderr=log)


@contextmanager
def previewed(
    folder: Path, *options: str, site_url: str = "", mistakes: tuple = (), root: Path = ROOT
) -> Iterator[Preview]:
    """Run a preview of the sample, with mistakes in it from the start, while the context lasts."""
    shutil.copytree(SAMPLE, folder / "archive")
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        port = chosen.getsockname()[1]
    sub_path = site_url.removeprefix("https://example.org/")
    preview = Preview(f"http://127.0.0.1:{port}/{sub_path}", folder / "archive", folder / "log")
    for mistake in mistakes:
        preview.damage(*mistake)
    process = started(folder, port, *options, site_url=site_url, root=root)
    try:
        wait_for(process, preview)
        yield preview
    finally:
        process.kill()
        process.wait()


def wait_for(process: subprocess.Popen[bytes], preview: Preview) -> None:
    """Wait until the preview answers."""
    for _ in range(LIMIT * 10):
        try:
            preview.answer("")
            return
        except OSError:
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            break
    pytest.fail(preview.log.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview below a sub-path that began without mistakes."""
    with previewed(tmp_path_factory.mktemp("preview"), site_url="https://example.org/quyang/") as preview:
        yield preview


@pytest.fixture
def preview(running: Preview, browser: Browser) -> Iterator[Preview]:
    """The same, without mistakes before each test."""
    running.mend()
    page = browser.new_page()
    page.goto(running.address)
    expect_heading(page, "初心·高兴")
    page.close()
    yield running
    running.mend()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page, closed in the end."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def expect_heading(page: Page, text: str) -> None:
    """Wait until the open page, which nobody touches, is the one with that heading."""
    expect(page.locator("h1")).to_contain_text(text, timeout=LIMIT * 1000)


def test_a_mistake_becomes_the_page_and_mending_it_brings_the_page_back(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "people/jia-yiming/")
    expect_heading(page, "甲一鸣")

    preview.damage(*PERSON)
    expect_heading(page, "有 1 处错误")
    (problem,) = page.locator(ERRORS).all()
    assert problem.locator("code").first.inner_text() == "archive/people/jia-yiming.yml:3:1"
    assert problem.locator("mark").inner_text() == "phone"
    assert "phone: <script>alert(1)</script>" in problem.locator("pre").inner_text()
    assert problem.locator("script").count() == 0
    assert "提示：" in problem.inner_text()
    assert page.title().startswith("有 1 处错误 - ")
    for route in ("", "meetings/", "meetings/2031-03-12/", "about/", "no/such/page", "search-index/none.json"):
        status, html = preview.answer(route)
        assert status == 500, route
        assert "archive/people/jia-yiming.yml:3:1" in html and "livereload(" in html, route
    assert preview.answer("assets/stylesheets/site.css")[0] == 200
    assert preview.times_printed("archive/people/jia-yiming.yml:3:1: 错误[E202]") == 1

    preview.damage(*MEETING)
    expect_heading(page, "有 2 处错误")
    assert page.locator(f"{ERRORS} mark").all_inner_texts() == ["qingshi-hospitel", "phone"]
    preview.damage(PERSON[0], PERSON[2], PERSON[1])
    expect_heading(page, "有 1 处错误")
    assert page.locator(f"{ERRORS} mark").all_inner_texts() == ["qingshi-hospitel"]

    preview.mend()
    expect_heading(page, "甲一鸣")
    assert page.url == preview.address + "people/jia-yiming/"
    assert preview.answer("people/jia-yiming/")[0] == 200


def test_a_mistake_on_a_page_is_shown_as_well(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "about/")
    preview.damage(*ABOUT)
    expect_heading(page, "有 1 处错误")
    assert page.locator(f"{ERRORS} code").first.inner_text() == "archive/docs/about.md:3:7"
    assert page.locator(f"{ERRORS} mark").inner_text() == "昨天"
    preview.mend()
    expect_heading(page, "关于")


def test_warnings_keep_no_page_from_being_shown(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "people/jia-yiming/")
    preview.damage(*SPACE)
    expect(page.locator("article")).to_contain_text("甲 乙", timeout=LIMIT * 1000)
    assert preview.times_printed("archive/people/jia-yiming.yml:3:8: 警告[W502]") == 1
    preview.damage(*MEETING)
    expect_heading(page, "有 1 处错误")
    assert page.locator(f"{ERRORS} mark").all_inner_texts() == ["qingshi-hospitel"]
    assert "archive/people/jia-yiming.yml:3:8" in page.locator(".cx-problems--mild code").all_inner_texts()


def test_a_page_that_is_missing_comes_with_its_record(preview: Preview, page: Page) -> None:
    page.goto(preview.address + "people/new-one/")
    expect_heading(page, "没有这一页")
    assert preview.answer("people/new-one/")[0] == 404
    record = preview.archive / "people" / "new-one.yml"
    record.write_text("id: new-one\nname: 新来的\nsort: xin lai de\nsources:\n  - baodao-2031\n", encoding="utf-8")
    expect_heading(page, "新来的")
    record.unlink()
    expect_heading(page, "没有这一页")


def test_the_report_is_readable_in_every_mode(preview: Preview, page: Page) -> None:
    for mistake in (PERSON, MEETING, ABOUT):
        preview.damage(*mistake)
    page.goto(preview.address + "people/")
    expect_heading(page, "有 3 处错误")
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    found = []
    for mode in ("light", "dark", "elder"):
        page.evaluate(f"localStorage.setItem('chuxin.mode', {json.dumps(mode)})")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(preview.address + "people/")
            assert page.evaluate("document.documentElement.dataset.mode") == mode
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            sizes = page.evaluate(SIZES, mode == "elder")
            found += [text for size, text in sizes["texts"] if size < TEXT_SIZE[mode]]
            found += [html for size, html in sizes["pressed"] if size < TARGET_SIZE[mode]]
            page.evaluate(axe)
            found += [f"{mode} {width} {one['id']}" for one in page.evaluate(RUN_AXE)]
    assert found == []


@pytest.mark.parametrize("option", ["--strict", "--dirty"])
def test_it_starts_with_mistakes(option: str, tmp_path: Path, page: Page) -> None:
    with previewed(tmp_path, option, mistakes=(ABOUT, PERSON)) as preview:
        page.goto(preview.address + "people/jia-yiming/")
        expect_heading(page, "有 2 处错误")
        preview.mend()
        expect_heading(page, "甲一鸣")
        preview.damage(*MEETING)
        expect_heading(page, "有 1 处错误")


def test_without_reloading_the_report_is_shown_all_the_same(tmp_path: Path) -> None:
    with previewed(tmp_path, "--no-livereload", mistakes=(PERSON,)) as preview:
        assert "archive/people/jia-yiming.yml:3:1" in preview.answer("people/jia-yiming/")[1]


def test_a_folder_that_is_not_there_ends_it(tmp_path: Path) -> None:
    assert started(tmp_path, 0).wait(timeout=LIMIT) == 1
    assert "没有这个档案文件夹" in (said := (tmp_path / "log").read_text(encoding="utf-8"))
    assert "Traceback" not in said


@pytest.mark.parametrize(("moved", "times"), [("", 2), ("docs", 1), ("people", 1)])
def test_what_is_moved_away_and_back_is_noticed(moved: str, times: int, preview: Preview, page: Page) -> None:
    """Also more than once; and what changes afterwards still is."""
    folder = preview.archive / moved
    away = preview.archive.parent / "away"
    page.goto(preview.address + "people/jia-yiming/")
    for _ in range(times):
        folder.rename(away)
        expect_heading(page, "处错误")
        away.rename(folder)
        expect_heading(page, "甲一鸣")
    preview.damage(*PERSON)
    expect_heading(page, "有 1 处错误")
    preview.mend()
    expect_heading(page, "甲一鸣")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the program's settings, hooks and templates."""
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / "project" / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    return tmp_path / "project"


def test_a_fault_of_the_program_is_shown_and_the_preview_goes_on(project: Path, tmp_path: Path, page: Page) -> None:
    template, settings = project / "hooks" / "chuxin" / "pages" / "people.html", project / "mkdocs.yml"
    with previewed(tmp_path, root=project) as preview:
        page.goto(preview.address + "people/jia-yiming/")
        expect_heading(page, "甲一鸣")
        sound = template.read_text(encoding="utf-8")
        template.write_text(sound.replace("%}", "%}{{ 1 / 0 }}"), encoding="utf-8")
        preview.damage(*SPACE)
        expect_heading(page, "有 1 处错误")
        problem = page.locator(ERRORS)
        expect(problem).to_contain_text("程序出错了，不是您写错了（ZeroDivisionError，people.html:")
        expect(problem).to_contain_text("请把这一行文字和这个文件发给维护网站的人")
        assert preview.answer("")[0] == 500 and preview.answer("assets/stylesheets/site.css")[0] == 200
        template.write_text(sound, encoding="utf-8")
        preview.mend()
        expect_heading(page, "甲一鸣")

        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("site_name:", "site_name: ["), encoding="utf-8")
        expect_heading(page, "有 1 处错误")
        expect(problem).to_contain_text("MkDocs 停了下来")
        # As editors save: another file takes the place.
        (project / "new.yml").write_text(text, encoding="utf-8")
        (project / "new.yml").replace(settings)
        expect_heading(page, "甲一鸣")
        assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_the_styles_are_joined_again_when_one_of_their_files_changes(project: Path, tmp_path: Path, page: Page) -> None:
    part, index = (project / "overrides" / "styles" / name for name in ("timeline.css", "site.css"))
    sound = index.read_text(encoding="utf-8")
    with previewed(tmp_path, root=project) as preview:
        page.goto(preview.address + "people/jia-yiming/")
        expect_heading(page, "甲一鸣")
        with part.open("a", encoding="utf-8") as styles:
            styles.write("h1:first-of-type {\n  color: #123456 !important;\n}\n")
        expect(page.locator("h1")).to_have_css("color", "rgb(18, 52, 86)", timeout=LIMIT * 1000)

        # A file that is not there: the report is shown without styles.
        index.write_text(f'{sound}@import "none.css";\n', encoding="utf-8")
        expect_heading(page, "有 1 处错误")
        expect(page.locator(ERRORS)).to_contain_text("overrides/styles/site.css")
        index.write_text(sound, encoding="utf-8")
        expect_heading(page, "甲一鸣")
        assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_the_preview_has_the_policy_of_the_site(preview: Preview, page: Page) -> None:
    """By whichever of its names it is asked: scripts of the site and the one that reloads run, others do not."""
    for name in ("127.0.0.1", "localhost"):
        address = preview.address.replace("127.0.0.1", name)
        seen: list[str] = []
        page.on("console", lambda message, seen=seen: seen.append(message.text))
        page.goto(address + "about/")
        assert page.evaluate("document.documentElement.className") != "no-js"
        assert seen == ["Enabled live reload"]
        stated = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert f"script-src {address}assets/javascripts/ 'sha256-" in stated and "'self'" not in stated.split(";")[1]
        page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'owned'";
            document.body.append(script);
        }""")
        assert page.title() != "owned"


def test_other_names_are_refused(preview: Preview) -> None:
    for route in ("", "about/", "livereload/0/0", "assets/stylesheets/site.css"):
        request = urllib.request.Request(preview.address + route, headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=LIMIT)
        assert refused.value.code == 403
        assert "预览只在这台电脑上打开" in refused.value.read().decode("utf-8")


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "archive")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert started(tmp_path, port).wait(timeout=LIMIT * 2) == 1
    said = (tmp_path / "log").read_text(encoding="utf-8")
    assert f"预览打不开端口 {port}" in said and "Traceback" not in said


class Folder:
    """An application that knows these files; `then` are those that it knows from its third answer on."""

    def __init__(self, now: dict[str, str], then: dict[str, str] | None = None) -> None:
        self.files, self.then, self.asked = now, then or now, 0

    def __call__(self, environ: dict, start_response) -> list[bytes]:
        self.asked += 1
        known = self.files if self.asked < 3 else self.then
        text = known.get(environ["PATH_INFO"])
        start_response("404 Not Found" if text is None else "200 OK", [("Content-Type", "text/html")])
        return [(text or "nothing").encode()]


@pytest.mark.parametrize(
    ("application", "is_failing", "path", "expected"),
    [
        (Folder({"/a/": "a", "/404.html": "e"}), False, "/a/", ("200 OK", b"a")),
        (Folder({"/a/": "a", "/404.html": "e"}), False, "/b/", ("404 Not Found", b"e")),
        (Folder({"/site.css": "c", "/404.html": "e"}), True, "/site.css", ("200 OK", b"c")),
        (Folder({"/404.html": "e"}), True, "/a/", ("500 Internal Server Error", b"e")),
        (Folder({}), True, "/a/", ("404 Not Found", b"nothing")),
        # Mended while the request was answered.
        (Folder({"/404.html": "e"}, {"/a/": "a"}), False, "/a/", ("200 OK", b"a")),
    ],
)
def test_what_is_missing_is_answered_with_the_error_page(application, is_failing, path, expected, tmp_path) -> None:
    said = []
    if not is_failing:
        (tmp_path / "index.html").touch()
    body = OwnPages(application, "127.0.0.1", "/", tmp_path)(
        {"PATH_INFO": path, "HTTP_HOST": "localhost:8000"}, lambda status, headers: said.append(status)
    )
    assert (said[0], b"".join(body)) == expected


@pytest.mark.parametrize(
    ("host", "listening", "own"),
    [
        ("localhost", "127.0.0.1", True),
        ("LOCALHOST:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("[::1]:8000", "127.0.0.1", True),
        ("192.168.1.5:8000", "192.168.1.5", True),
        ("192.168.1.5:8000", "127.0.0.1", False),
        ("192.168.1.5:8000", "0.0.0.0", True),
        ("[fe80::1]", "::", True),
        ("evil.example:8000", "0.0.0.0", False),
        ("evil.example:8000", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("localhost.evil.example", "127.0.0.1", False),
        ("evil.example@localhost", "127.0.0.1", True),
        ("localhost@evil.example", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("[", "127.0.0.1", False),
        ("127.1", "127.0.0.1", False),
    ],
)
def test_only_its_own_names_are_answered(host: str, listening: str, own: bool) -> None:
    assert is_own_name(host, listening) == own
