"""The Chromium that the browser tests drive: found on the machine, or else installed; where that is easy, a WebKit too.

Run as a program it makes sure that there is a Chromium, and prints its path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
MINUTE = 60


def find() -> str | None:
    """The path of a Chromium that runs, or None."""
    for candidate in _candidates():
        path = shutil.which(candidate)
        # Ubuntu's chromium-browser can be a script that only says where to get it.
        if path and _run(path, "--version", timeout=MINUTE) is None:
            return path
    return None


def install() -> list[str]:
    """Install a Chromium in the ways that this machine allows until one runs; say what went wrong on the way."""
    problems = []
    if shutil.which("apt-get") and (root := _as_root()) is not None:
        problems.append(_apt_install(root, "chromium", "fonts-noto-cjk"))
    if find() is None:
        with_system_libraries = ["--with-deps"] if os.geteuid() == 0 else []
        playwright = [sys.executable, "-m", "playwright", "install", *with_system_libraries, "chromium"]
        problems.append(_run(*playwright, timeout=10 * MINUTE))
    return [problem for problem in problems if problem]


def install_chinese_font() -> None:
    """Without one, pages are tested and pictured with empty boxes: worse, but no reason to stop."""
    if os.geteuid() == 0 and shutil.which("apt-get") and not _has_chinese_font():
        problem = _apt_install([], "fonts-noto-cjk")
        if problem:
            print(f"No Chinese font was installed: {problem}", file=sys.stderr)


def install_webkit() -> None:
    """For a smoke test that is skipped without it; so nothing is installed on somebody's own machine."""
    # Late: it loads Selenium, which no other test needs.
    import webkit

    root = _as_root() if os.environ.get("CI") else ([] if os.geteuid() == 0 else None)
    if root is not None and shutil.which("apt-get") and webkit.find() is None:
        problem = _apt_install(root, *webkit.PACKAGES)
        if problem:
            print(f"No WebKit was installed: {problem}", file=sys.stderr)


def main() -> int:
    problems = [] if find() else install()
    path = find()
    if path is None:
        print(*problems, sep="\n", file=sys.stderr)
        print("No Chromium was found or installed: install one, or name it: CHROMIUM=/path make test", file=sys.stderr)
        return 1
    install_chinese_font()
    install_webkit()
    print(path)
    return 0


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
    yield from COMMANDS
    yield MACOS
    if own := _playwrights_own():
        yield own


def _playwrights_own() -> str | None:
    # Late, and only here: the other candidates are found without Playwright, and without starting it.
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _as_root() -> list[str] | None:
    """What makes a command run as root without asking anybody, or None when nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if _run(*sudo, "true", timeout=MINUTE) is None else None


def _apt_install(root: list[str], *packages: str) -> str | None:
    apt_get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=60"]
    # The lists of one source of many may be out of reach, and the packages still be there.
    _run(*apt_get, "update", timeout=5 * MINUTE)
    return _run(*apt_get, "install", "-y", *packages, timeout=10 * MINUTE)


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, timeout=MINUTE)
    return bool(listed.stdout.strip())


def _run(*command: str, timeout: float) -> str | None:
    """None when the command succeeds, or what went wrong."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    if done.returncode == 0:
        return None
    end_of_output = done.stdout.decode(errors="replace").strip()[-1000:]
    return f"{' '.join(command)} failed:\n{end_of_output}"


if __name__ == "__main__":
    sys.exit(main())
