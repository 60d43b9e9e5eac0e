"""What the preview does otherwise than MkDocs' own server: whom it answers, with what, and that it never gives up.

Where a page is missing it answers with the site's error page, as a page that reloads like any other. While there are
mistakes, every page is missing and the error page is the report.
"""

from __future__ import annotations

import ipaddress
import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from .policy import policy

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

ERROR_PAGE = "404.html"
_NAMES = {"localhost", "127.0.0.1", "::1"}
_FORBIDDEN = "预览只在这台电脑上打开：请用 make serve 显示的网址。"
# The script that MkDocs sets into pages, to reload them: different in each answer.
_RELOADING = re.compile(rb"<script>((?:(?!<script>).)*)</script></body>(?!.*</body>)", re.DOTALL)
_POLICY = re.compile(rb'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
# Seconds between two looks at what is watched.
_INTERVAL = 0.5


class OwnPages:
    """A WSGI application around the preview's own.

    That one answers whatever name it is asked by, so that a page of another site, whose name comes to mean this machine
    (DNS rebinding), could read the preview. It gives the error page as it lies in the folder, and nothing in it would
    notice that the site was built again; asked for by its own address it is a page like others, with the script that
    reloads it. And the policy of the pages knows neither that script nor the name by which the preview is asked.
    """

    def __init__(self, application: Application, host: str, root: str, folder: Path) -> None:
        """`host` is the address that the application listens at, `root` the path of the site's root, `folder` where the
        site is built: while the error page is the report, there is no other page."""
        self._application = application
        self._host = host
        self._root = root
        self._home = folder / "index.html"

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer one request."""
        host = environ.get("HTTP_HOST", "")
        if not is_own_name(host, self._host):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_FORBIDDEN.encode()]
        answer = self._answer(environ)
        if answer.is_page:
            answer.fill(self._with_policy(b"".join(answer.body), host))
        start_response(answer.status, answer.headers)
        return answer.body

    def _answer(self, environ: Environ) -> _Answer:
        answer = _Answer(self._application, environ)
        if answer.is_missing:
            error = _Answer(self._application, {**environ, "PATH_INFO": self._root + ERROR_PAGE})
            # Asked again, as the site may have been built in between: then the error page would never reload.
            answer = _Answer(self._application, environ)
            if answer.is_missing and not error.is_missing:
                # The report is no page of the site: whoever reads no text is not to take it for one.
                error.status = answer.status if self._home.is_file() else "500 Internal Server Error"
                answer = error
        return answer

    def _with_policy(self, html: bytes, host: str) -> bytes:
        """Let the policy of a page name the address that was asked, and the script that reloads the page."""
        script = _RELOADING.search(html)
        own = policy(f"http://{host}{self._root}", script[1] if script else b"")
        return _POLICY.sub(lambda _: own.encode(), html, count=1)


def is_own_name(host: str, listening: str) -> bool:
    """Tell whether a request's `Host` is a name of the preview, which listens at the address `listening`.

    When it listens at every address of the machine, any address will do: no name, so nobody can make it mean this
    machine.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in _NAMES | {listening.lower()}:
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(listening).is_unspecified and bool(ipaddress.ip_address(name))
    return False


class Rebuilding:
    """Builds, and tells of whatever ended a build: MkDocs' own server would answer no request until one succeeds."""

    def __init__(self, build: Callable[[], None], tell: Callable[[Exception], None]) -> None:
        self._build = build
        self._tell = tell

    def __call__(self) -> None:
        """Build the site once."""
        try:
            self._build()
        except Exception as error:
            self._tell(error)


def observer() -> BaseObserver:
    """Return what looks for changes of files: also of files and folders that go away and come back.

    Watchdog's own looks no more for what has once been away, as an archive that was moved, or a file while an editor
    replaces it. To this one it is empty meanwhile.
    """
    return PollingObserverVFS(_stat, os.scandir, polling_interval=_INTERVAL)


def _stat(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return os.stat_result((stat.S_IFDIR, *[0] * 9))


class _Answer:
    """What an application answers, before it is passed on."""

    def __init__(self, application: Application, environ: Environ) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []
        self.body = application(environ, self._start)

    def _start(self, status: str, headers: list[tuple[str, str]], *_: object) -> None:
        self.status, self.headers = status, headers

    def fill(self, body: bytes) -> None:
        """Let the answer have another body."""
        kept = [header for header in self.headers if header[0].lower() != "content-length"]
        self.headers = [*kept, ("Content-Length", str(len(body)))]
        self.body = [body]

    @property
    def is_page(self) -> bool:
        """Whether the answer is a page."""
        return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in self.headers)

    @property
    def is_missing(self) -> bool:
        """Whether there is nothing at the address."""
        return self.status.startswith("404")
