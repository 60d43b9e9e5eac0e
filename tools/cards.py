"""Make the pictures that a shared link is shown with: one for each kind of record, and one for the site.

They are kept in the repository, so that a build needs no fonts and no browser.
"""

from __future__ import annotations

import io

import browser
from chuxin.records.kinds import KIND_NAMES, PAGED
from PIL import Image
from playwright.sync_api import sync_playwright
from sites import ROOT

CARDS = ROOT / "overrides" / "assets" / "cards"
WIDTH, HEIGHT = 1200, 630
# Paper, ink and two accents with the steps of their edges: more colours are more bytes and look no better.
COLOURS = 24

CARD = """
<style>
  body {{ background: #fbf7f0; font-family: "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif; margin: 0; }}
  main {{ border: 2px solid #b8862b; box-sizing: border-box; display: grid; height: 550px; margin: 40px;
          padding: 64px 80px; align-content: space-between; }}
  h1 {{ color: #9b1b1e; font-size: 168px; font-weight: 700; letter-spacing: 0.06em; line-height: 1.2; margin: 0; }}
  p {{ align-items: center; border-top: 2px solid #b8862b; color: #2b2320; display: flex; font-size: 48px; gap: 28px;
       font-weight: 700; margin: 0; padding-top: 36px; }}
  small {{ color: #5e534c; font-size: 36px; margin-inline-start: auto; }}
  svg {{ fill: none; height: 72px; stroke: #9b1b1e; stroke-width: 2; width: 72px; }}
</style>
<main>
  <h1>{heading}</h1>
  <p>
    <svg viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="2.2" fill="#b8862b"
      stroke="none"/></svg>
    {name}<small>{more}</small>
  </p>
</main>
"""


def main() -> None:
    """Draw every card and save it."""
    CARDS.mkdir(exist_ok=True)
    cards = {kind: (KIND_NAMES[kind], "初心·高兴", "公开记录") for kind in PAGED}
    cards["site"] = ("初心·高兴", "公开记录", "")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for card, (heading, name, more) in cards.items():
            page.set_content(CARD.format(heading=heading, name=name, more=more))
            file = CARDS / f"{card}.png"
            drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
            print(file.relative_to(ROOT), file.stat().st_size)


if __name__ == "__main__":
    main()
