"""The pages' scripts as browsers get them: without comments, which are a quarter of what would be sent."""

from __future__ import annotations

import re

SCRIPTS = "assets/javascripts/"
_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)


def without_comments(script: str) -> str:
    """Return a script without the lines that are comments. In none of the scripts such a line is part of a text."""
    return _COMMENT.sub("", script)
