"""The WebKit that a smoke test drives: WebKitGTK with its driver, on a screen of its own, where they are installed."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
PACKAGES = ("webkit2gtk-driver", "xvfb")
BROWSERS = "webkit2gtk-4.*/MiniBrowser"
# Narrower than the least width of MiniBrowser's window: what is tested stands in a frame of its own.
WIDTH, HEIGHT = 390, 700


def find() -> Path | None:
    """The browser, or None when it or what it needs is not installed."""
    found = sorted(browser for folder in ("lib", "libexec") for browser in Path("/usr", folder).glob(f"**/{BROWSERS}"))
    return found[-1] if found and shutil.which(DRIVER) and shutil.which(SCREEN) else None


@contextmanager
def launched(browser: Path) -> Iterator[webdriver.WebKitGTK]:
    """A running WebKit; its windows are on a screen that nobody sees."""
    with _screen() as display:
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        service = Service(shutil.which(DRIVER), env={**os.environ, "DISPLAY": display})
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield driver
        finally:
            driver.quit()


def visit(driver: webdriver.WebKitGTK, address: str) -> None:
    """Show a page as wide as a phone; what follows is about the page, not about what is around it."""
    frame = f"<iframe width={WIDTH} height={HEIGHT} src='{address}'></iframe>"
    driver.switch_to.default_content()
    driver.get(f"data:text/html,<style>*{{border:0;margin:0}}</style>{frame}")
    driver.switch_to.frame(0)


def picture(driver: webdriver.WebKitGTK) -> bytes:
    """What the page looks like, as PNG."""
    driver.switch_to.default_content()
    png = driver.find_element("css selector", "iframe").screenshot_as_png
    driver.switch_to.frame(0)
    return png


@contextmanager
def _screen() -> Iterator[str]:
    # It writes the number that it chose when it is ready.
    command = [SCREEN, "-displayfd", "1", "-screen", "0", "1024x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
