"""What the preview answers where a page is missing: the site's error page, as a page that reloads like any other.

While there are mistakes, every page is missing and the error page is the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

ERROR_PAGE = "404.html"


class ErrorPages:
    """A WSGI application around the preview's own.

    That one gives the error page as it lies in the folder, and nothing in it would notice that the site was built
    again. Asked for by its own address it is a page like others, with the script that reloads it.
    """

    def __init__(self, application: Application, root: str, is_failing: Callable[[], bool]) -> None:
        """Take the application, the path of the site's root, and what tells whether the error page is the report."""
        self._application = application
        self._error_page = root + ERROR_PAGE
        self._is_failing = is_failing

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer one request."""
        answer = _Answer(self._application, environ)
        if answer.is_missing:
            error = _Answer(self._application, {**environ, "PATH_INFO": self._error_page})
            # Asked again, as the site may have been built in between: then the error page would never reload.
            answer = _Answer(self._application, environ)
            if answer.is_missing and not error.is_missing:
                # The report is no page of the site: whoever reads no text is not to take it for one.
                error.status = "500 Internal Server Error" if self._is_failing() else answer.status
                answer = error
        start_response(answer.status, answer.headers)
        return answer.body


class _Answer:
    """What an application answers, before it is passed on."""

    def __init__(self, application: Application, environ: Environ) -> None:
        self.status, self.headers = "", []
        self.body = application(environ, self._start)

    def _start(self, status: str, headers: list[tuple[str, str]], *_: object) -> None:
        self.status, self.headers = status, headers

    @property
    def is_missing(self) -> bool:
        """Whether there is nothing at the address."""
        return self.status.startswith("404")
