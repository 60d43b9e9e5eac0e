"""The policy: what it says, and that a browser obeys. What lies beside pages is no script, whatever a page says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from chuxin.site.policy import policy
from playwright.sync_api import Browser
from serving import served
from sites import SITE_URL, BuiltSite


def directives(site_url: str | None, script: bytes = b"") -> dict[str, str]:
    parts = (directive.strip().partition(" ") for directive in policy(site_url, script).split(";"))
    return {name: sources for name, _, sources in parts}


@pytest.mark.parametrize(
    ("site_url", "scripts"),
    [
        (None, "'self'"),
        ("", "'self'"),
        ("/quyang/", "'self'"),
        ("https://example.org/", "https://example.org/assets/javascripts/"),
        ("https://example.org/quyang/", "https://example.org/quyang/assets/javascripts/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/assets/javascripts/"),
        ("https://初心.example/", "https://xn--7brq64a.example/assets/javascripts/"),
        ("https://a@example.org/", "https://example.org/assets/javascripts/"),
        (
            "https://example.org/曲;script-src *,/",
            "https://example.org/%E6%9B%B2%3Bscript-src%20%2A%2C/assets/javascripts/",
        ),
    ],
)
def test_scripts_come_from_their_folder(site_url: str | None, scripts: str) -> None:
    found = directives(site_url)
    assert found["script-src"] == scripts
    assert found["style-src"] == scripts.replace("javascripts", "stylesheets")
    assert found["default-src"] == found["base-uri"] == "'none'"
    assert not {"unsafe", "*", "http:", "https:", "data:"} & set(found["script-src"].replace("-", " ").split())


def test_one_inline_script_may_be_named() -> None:
    # Source: the example of Content Security Policy Level 3, section 8.3.
    hashed = directives("", b"alert('Hello, world.');")["script-src"]
    assert hashed == "'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_every_page_has_the_policy(sample: BuiltSite) -> None:
    for route, page in sample.pages.items():
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [policy(SITE_URL)], route


ATTACKS = {
    "a script beside the page": '<script src="../evil.pdf"></script>',
    "its other spelling": '<script charset="utf-16le" src="../evil.pdf"></script><script src="../evil.js"></script>',
    "a module": '<script type="module" src="../evil.js"></script>',
    "inline": "<script>document.title = 'owned'</script><img src=x onerror=\"document.title = 'owned'\">",
    "a base": '<base href="/evil/"><script src="mode.js"></script>',
    "a style": '<link rel="stylesheet" href="../evil.css">',
    "an address": "<a href=\"javascript:document.title='owned'\" id=go>去</a>",
    "a frame": '<iframe src="../evil.html"></iframe><object data="../evil.html"></object>',
}


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_that_is_written_into_a_page_runs(
    name: str, sample: BuiltSite, browser: Browser, tmp_path: Path
) -> None:
    """As the old attack did: but for the policy, each of these would run."""
    for folder in ("about", "assets"):
        shutil.copytree(sample.folder / folder, tmp_path / folder)
    for file in ("evil.pdf", "evil.js", "evil/mode.js"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("top.document.title = 'owned'", encoding="utf-8")
    (tmp_path / "evil.css").write_text("body { display: none }", encoding="utf-8")
    (tmp_path / "evil.html").write_text("<script>top.document.title = 'owned'</script>", encoding="utf-8")
    page_file = tmp_path / "about" / "index.html"
    html = page_file.read_text(encoding="utf-8")
    assert html.count("</main>") == 1
    page_file.write_text(html.replace("</main>", ATTACKS[name] + "</main>"), encoding="utf-8")
    with served(tmp_path) as address:
        page = browser.new_page()
        page.goto(address + "about/")
        if page.locator("#go").count():
            page.locator("#go").click()
        page.wait_for_load_state("networkidle")
        assert page.title() != "owned"
        assert page.locator("body").is_visible()
        # The page's own scripts run.
        assert page.evaluate("document.documentElement.className") != "no-js"
        page.close()
