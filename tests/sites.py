"""The two archives, and their sites built as `make site` builds them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from chuxin.records.kinds import PAGED

ROOT = Path(__file__).resolve().parent.parent
DATA, DOCS = ROOT / "data", ROOT / "docs"
SAMPLE = ROOT / "tests" / "sample"
SITE_URL = "https://example.org/quyang/"


def build(
    target: Path, archive: Path, docs: Path, site_url: str = SITE_URL, engine: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """Build a site with MkDocs, or with another engine that runs its hooks, in a process of its own."""
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("RECORDS_URL", "SOURCE_DATE_EPOCH")},
        "ARCHIVE": str(archive),
        "DOCS": str(docs),
        "SITE_URL": site_url,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@dataclass(frozen=True)
class BuiltSite:
    """A built site in a folder, with every page parsed."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, lxml.html.HtmlElement]:
        """Every page by its address, relative to the site's root; an index page by its folder's."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            route = file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[route] = lxml.html.fromstring(file.read_bytes().decode("utf-8"))
        return found

    def text(self, route: str) -> str:
        """The text of a page's content, all white space taken out."""
        return "".join("".join(self.pages[route].xpath("//article")[0].itertext()).split())

    def links(self, route: str) -> list[tuple[str, str]]:
        """The links of a page that stay on the site, as (route, fragment)."""
        found = []
        for href in self.pages[route].xpath("//a/@href"):
            base = SITE_URL if route == "404.html" else SITE_URL + route
            parts = urlsplit(urljoin(base, href))
            if parts._replace(query="", fragment="").geturl().startswith(SITE_URL):
                found.append((unquote(parts.path).removeprefix(urlsplit(SITE_URL).path), unquote(parts.fragment)))
        return found


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder with the digest of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def is_record(route: str) -> bool:
    """Tell a record's page from an index, which is less deep, and from a part of one, which is deeper."""
    kind, *rest = route.split("/")
    return kind in PAGED and len(rest) == 2


def is_forwarded(site: BuiltSite, route: str) -> bool:
    """Tell whether a page only says where its record is shown."""
    return bool(site.pages[route].xpath("//*[@data-forwarded]"))
