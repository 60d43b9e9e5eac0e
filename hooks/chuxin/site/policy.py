"""The Content-Security-Policy of every page: nothing is loaded from elsewhere, and no page brings scripts of its own.

Where the site knows its address, scripts and styles come from its two folders of them and from nowhere else: what lies
beside a page is none, whatever it is called. Where it does not, they come from the site. A server that takes `..%2f`
for a way out can be led past this: `uploads.py` has its own eye on what lies beside pages.
"""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import quote, urlsplit

_SCRIPTS, _STYLES = "assets/javascripts/", "assets/stylesheets/"


def policy(site_url: str | None, script: bytes = b"") -> str:
    """Return the policy of a site's pages. `script` is an inline script that may run as well.

    Source: Content Security Policy Level 3, sections 2.3.1 (source expressions) and 6.7 (how they match).
    """
    sources = {folder: _source(site_url or "", folder) for folder in (_SCRIPTS, _STYLES)}
    if script:
        sources[_SCRIPTS] += f" 'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
    return (
        f"default-src 'none'; script-src {sources[_SCRIPTS]}; style-src {sources[_STYLES]}; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
    )


def _source(site_url: str, folder: str) -> str:
    """Return the source expression of a folder of the site. Only ASCII without `;` and `,` can stand in one."""
    parts = urlsplit(site_url)
    if parts.scheme not in ("http", "https"):
        return "'self'"
    host = parts.netloc.rpartition("@")[2].encode("idna").decode()
    return f"{parts.scheme}://{host}{quote(parts.path, safe='/%~')}{folder}"
