"""Make the icons of those who read no SVG again, from the one that is one: favicon.ico, and the icon of iOS.

They are kept in the repository, so that a build needs no browser.
"""

from __future__ import annotations

import io

import browser
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from sites import ROOT

OVERRIDES = ROOT / "overrides"
DRAWING = OVERRIDES / "assets" / "favicon.svg"
# In the site's root: there old browsers, and programs that only know an address, look for it.
FAVICON = OVERRIDES / "favicon.ico"
FAVICON_SIDES = (16, 32, 48)
TOUCH_ICON = OVERRIDES / "assets" / "apple-touch-icon.png"
TOUCH_ICON_SIDE = 180
# iOS rounds the corners by itself, and shows what is transparent black: the drawing's ground goes to the edge.
GROUND = "#7a1216"


def drawn(chromium: Browser, side: int, ground: str = "transparent") -> Image.Image:
    """The drawing as a square of so many pixels."""
    page = chromium.new_page(viewport={"width": side, "height": side})
    svg = DRAWING.read_text(encoding="utf-8")
    page.set_content(f"<style>body {{ margin: 0; background: {ground} }} svg {{ display: block }}</style>{svg}")
    picture = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    page.close()
    return picture.convert("RGBA")


def main() -> None:
    """Draw and save both."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        *smaller, largest = (drawn(chromium, side) for side in FAVICON_SIDES)
        sizes = [(side, side) for side in FAVICON_SIDES]
        largest.save(FAVICON, format="ICO", sizes=sizes, append_images=smaller)
        touch_icon = drawn(chromium, TOUCH_ICON_SIDE, GROUND).convert("RGB")
        touch_icon.quantize(16, dither=Image.Dither.NONE).save(TOUCH_ICON, optimize=True)
        chromium.close()
    for file in (FAVICON, TOUCH_ICON):
        print(file.relative_to(ROOT), file.stat().st_size)


if __name__ == "__main__":
    main()
