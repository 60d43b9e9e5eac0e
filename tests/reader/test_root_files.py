"""What programs look for at a site's root without having read a page: icons, and what search engines may read."""

from __future__ import annotations

import hashlib
import io
from urllib.parse import urljoin

import icons
import pytest
from PIL import Image
from playwright.sync_api import Browser
from serving import served
from sites import DATA, DOCS, SITE_URL, BuiltSite, build


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The real site, built without knowing its own address."""
    folder = tmp_path_factory.mktemp("site")
    result = build(folder, DATA, DOCS, site_url="")
    assert result.returncode == 0, result.stdout + result.stderr
    return BuiltSite(folder)


def robots(site: BuiltSite) -> str:
    return (site.folder / "robots.txt").read_text(encoding="utf-8")


def test_everything_may_be_read_and_the_sitemap_is_named(real: BuiltSite) -> None:
    assert robots(real) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE_URL}sitemap.xml\n"
    assert (real.folder / "sitemap.xml").is_file()


def test_without_an_address_no_sitemap_is_named(homeless: BuiltSite) -> None:
    assert robots(homeless) == "User-agent: *\nAllow: /\n"
    assert not (homeless.folder / "sitemap.xml").exists()


def test_what_is_invented_is_not_to_be_found(sample: BuiltSite) -> None:
    assert robots(sample) == "User-agent: *\nDisallow: /\n"


def test_the_favicon_has_every_size_and_is_small(sample: BuiltSite) -> None:
    content = (sample.folder / "favicon.ico").read_bytes()
    icon = Image.open(io.BytesIO(content))
    assert icon.format == "ICO" and icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert len(content) < 3000
    for side in icons.FAVICON_SIDES:
        icon.size = (side, side)
        drawn = icon.convert("RGBA")
        assert drawn.getpixel((0, 0))[3] < 64 and drawn.getpixel((side // 2, 1))[:3] == (0x7A, 0x12, 0x16)
        assert drawn.getpixel((side // 2, side // 2)) == (0xF0, 0xD9, 0xA0, 255)


def test_the_icon_of_ios_is_a_full_square(sample: BuiltSite) -> None:
    content = (sample.folder / "assets" / "apple-touch-icon.png").read_bytes()
    icon = Image.open(io.BytesIO(content))
    assert icon.size == (180, 180) and len(content) < 3000
    corners = {icon.convert("RGBA").getpixel((x, y)) for x in (0, 179) for y in (0, 179)}
    assert corners == {(0x7A, 0x12, 0x16, 255)}


def test_pages_name_the_icons_and_they_are_found_below_a_sub_path(browser: Browser, built: BuiltSite) -> None:
    for route, tree in built.pages.items():
        found = {urljoin(SITE_URL + route, href) for href in tree.xpath("//link[contains(@rel, 'icon')]/@href")}
        assert found == {
            f"{SITE_URL}{name}" for name in ("favicon.ico", "assets/favicon.svg", "assets/apple-touch-icon.png")
        }, route
    with served(built.folder) as address:
        page = browser.new_page()
        for name in ("favicon.ico", "assets/apple-touch-icon.png"):
            assert page.request.get(address + name).ok, name
        page.close()


def test_the_icons_are_those_that_are_drawn_in_one_way(browser: Browser) -> None:
    """Twice the same, so that making them again changes no file."""
    digests = {hashlib.sha256(icons.drawn(browser, side=48).tobytes()).hexdigest() for _ in range(2)}
    assert len(digests) == 1
