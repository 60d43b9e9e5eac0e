"""What the handbook and the README show as an example is right: records in them load."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from chuxin.archive.loading import read_record
from chuxin.editing.layout.formatting import formatted
from chuxin.problems.typed import SourceText
from chuxin.reading.parsing import parse
from chuxin.records.classes import BUILT_IN
from chuxin.records.kinds import KINDS
from chuxin.records.settings import Settings
from examples import EXAMPLES, FENCE, FILES
from sites import DATA, ROOT


@pytest.mark.parametrize(("file", "text"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_example_is_a_valid_record(file: Path, text: str) -> None:
    """A whole file names itself in its first line; a piece of a meeting is set into one."""
    if text.startswith("# data/archive.yml\n"):
        read = read_record(SourceText(file.name, text), Settings)
        assert read.problems == []
        assert formatted(read.source, Settings) == text
        return
    named = re.match(r"# data/(\w+)/([a-z0-9-]+)\.yml\n", text)
    if not named:
        assert text.startswith(("agenda:", "attendance:", "follow_ups:")), text
        text = f"id: a\nnames:\n  - 会议\ndate: 2024\n{textwrap.dedent(text)}"
    model = KINDS[named[1] if named else "meetings"]
    read = read_record(SourceText(file.name, text), model)
    assert read.problems == []
    assert not named or read.record.id == named[2]
    assert formatted(read.source, model) == text


def test_handbook_names_every_kind_of_item_form_and_classification() -> None:
    handbook = "".join(file.read_text(encoding="utf-8") for file in FILES)
    for name in BUILT_IN:
        assert name in handbook
    for word in (
        "decision",
        "statement",
        "report",
        "remarks",
        "founding",
        "unveiling",
        "launch",
        "signing",
        "activity",
        "概述",
        "未见公开",
    ):
        assert f"`{word}`" in handbook or f"**{word}**" in handbook


def test_readme_shows_a_record_of_the_archive() -> None:
    """The annotated record in the README is the one in data/, with comments added."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    text = next(text for text in FENCE.findall(readme) if text.startswith("# data/"))
    file = DATA / text.split("\n")[0].removeprefix("# data/")
    assert parse(SourceText("", text))[0] == parse(SourceText("", file.read_text(encoding="utf-8")))[0]
