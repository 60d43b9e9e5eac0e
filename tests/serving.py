"""Serving a built site below a sub-path, as GitHub Pages does, to a real browser."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUB_PATH = "/quyang/"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
POLICY = re.compile(rb'(?<=http-equiv="Content-Security-Policy" content=")[^"]*')
BUILT_FOR = re.compile(rb"https?://[^/]+")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below the sub-path, and its error page for what is not there."""

    protocol_version = "HTTP/1.1"
    # Otherwise a file that follows its header waits until the browser has said that the header came: 40 ms.
    disable_nagle_algorithm = True

    def translate_path(self, path: str) -> str:
        """Return the file that an address stands for."""
        inside = path.removeprefix(SUB_PATH) if path.startswith(SUB_PATH) else "outside-of-the-sub-path"
        return super().translate_path("/" + inside)

    def send_head(self):
        """Compress what GitHub Pages compresses: text, by the name of its file."""
        path = Path(self.translate_path(self.path.split("?")[0]))
        file = path / "index.html" if self.path.split("?")[0].endswith("/") else path
        if file.suffix not in COMPRESSED or not file.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        content = gzip.compress(self.content(file), compresslevel=1)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own error page."""
        page = self.content(Path(self.directory) / "404.html").decode("utf-8")
        self.error_message_format = page.replace("%", "%%")
        super().send_error(code, message, explain)

    def content(self, file: Path) -> bytes:
        """Return what is in a file. The policy of a page names this address, not that for which the site was built."""
        content = file.read_bytes()
        if file.suffix != ".html":
            return content
        own = f"http://127.0.0.1:{self.server.server_port}".encode()
        return POLICY.sub(lambda policy: BUILT_FOR.sub(own, policy[0]), content, count=1)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder while the context lasts; gives its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
