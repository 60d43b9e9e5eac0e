"""How the components look: pictures of the page that shows them all, compared with those that were accepted.

`make accept` takes them as they are now. Pictures depend on the browser and the fonts that draw them: where these are
not the ones of the accepted pictures, there is nothing to compare with, and the tests say so and are skipped.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from serving import served
from sites import BuiltSite

FOLDER = Path(__file__).parent.parent / "pictures"
VIEWS = [(mode, width) for mode in ("light", "dark", "elder") for width in (320, 1280)]
# A pixel differs when a channel does by more than this: smoothing of edges may differ, colours may not.
TOLERANCE = 12
# So many of a million pixels may differ.
FEW = 20

ADD_STYLE = """
css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
}
"""


def drawn_with(browser: Browser) -> str:
    """What draws the pictures: the browser, and the fonts that its styles ask for."""
    if not shutil.which("fc-match"):
        return "unknown\n"
    fonts = ""
    for family in ("Noto Sans CJK SC", "Noto Serif CJK SC", "sans-serif:lang=zh-cn", "monospace"):
        result = subprocess.run(["fc-match", "-f", "%{file} %{fontversion}\n", family], capture_output=True, text=True)
        fonts += result.stdout.rpartition("/")[2]
    return f"{browser.version} {hashlib.sha256(fonts.encode()).hexdigest()[:12]}\n"


@pytest.fixture(scope="module")
def page(browser: Browser, sample: BuiltSite) -> Iterator[Page]:
    with served(sample.folder) as address:
        page = browser.new_page(reduced_motion="reduce")
        page.goto(f"{address}components/")
        yield page
        page.close()


def picture(page: Page, mode: str, width: int) -> Image.Image:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("mode => { document.documentElement.dataset.mode = mode; return document.fonts.ready }", mode)
    return Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled", caret="hide"))).convert("RGB")


def different(one: Image.Image, other: Image.Image) -> float:
    """How many of a million pixels differ; all, when the sizes do."""
    if one.size != other.size:
        return 1_000_000
    channels = ImageChops.difference(one, other).split()
    largest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    count = sum(largest.histogram()[TOLERANCE + 1 :])
    return 1_000_000 * count / (one.width * one.height)


@pytest.mark.parametrize(("mode", "width"), VIEWS)
def test_components_look_as_accepted(
    page: Page, browser: Browser, mode: str, width: int, request: pytest.FixtureRequest
) -> None:
    file, drawn = FOLDER / f"{mode}-{width}.png", FOLDER / "drawn-with.txt"
    now = picture(page, mode, width)
    if request.config.getoption("--accept"):
        FOLDER.mkdir(exist_ok=True)
        # 64 colours: text on paper needs no more, and the repository stays small. The same is compared.
        now.quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
        drawn.write_text(drawn_with(browser), encoding="utf-8")
        return
    if drawn_with(browser) != drawn.read_text(encoding="utf-8"):
        pytest.skip("the accepted pictures were drawn by another browser or with other fonts: see make accept")
    accepted = Image.open(file).convert("RGB")
    assert different(now.quantize(64, dither=Image.Dither.NONE).convert("RGB"), accepted) <= FEW


def test_an_unintended_change_is_seen(page: Page) -> None:
    """A border a pixel wider, a colour a shade off, a word more: each is far above what may differ."""
    before = picture(page, "light", 1280)
    assert different(before, picture(page, "light", 1280)) <= FEW
    for change in (
        ".cx-words { border-width: 2px !important }",
        ":root { --cx-link: #b3261e !important }",
        ".cx-tag::after { content: '一' }",
    ):
        page.evaluate(ADD_STYLE, change)
        assert different(before, picture(page, "light", 1280)) > FEW, change
        page.evaluate("document.adoptedStyleSheets = []")
