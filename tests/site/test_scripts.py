"""Scripts are sent without comments, and nothing else of them is left out."""

from __future__ import annotations

import pytest
from chuxin.site.scripts import SCRIPTS, without_comments
from sites import ROOT, BuiltSite

FOLDER = ROOT / "overrides" / SCRIPTS


def test_only_lines_that_are_comments_are_left_out() -> None:
    script = '// one\n  // two\nconst address = "https://a"  // three\n\nlet a = 1\n'
    assert without_comments(script) == 'const address = "https://a"  // three\n\nlet a = 1\n'


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_no_line_of_a_text_looks_like_a_comment(path) -> None:
    """A text over several lines stands between backticks."""
    for text in path.read_text(encoding="utf-8").split("`")[1::2]:
        assert "\n" not in text


def test_the_site_has_them_without_comments(real: BuiltSite) -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in (real.folder / SCRIPTS).glob("*.js")}
    assert found == {path.name: without_comments(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.js")}
    assert not any(line.lstrip().startswith("//") for script in found.values() for line in script.splitlines())
